"""The peak memory of a worker while a batch goes on (Linux).

    python -m bench.memory [DOCUMENTS]

Renders DOCUMENTS (400) with two workers and prints the highest peak among the workers (VmHWM, MB) when 20
documents are done, half-way and at the end.
"""

from __future__ import annotations

import multiprocessing
import re
import sys
import tempfile
from pathlib import Path

from bench.marks import mark
from bench.wards import write_wards
from nq57gen.operations.batch import render_all
from nq57gen.operations.outcome import Wanted
from nq57gen.operations.paths import find_jobs

EARLY, GROWTH = 20, 10


def main(documents: int = 400) -> int:
    """Measure, print, and return 1 when the growth misses its mark."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        write_wards(project / "specs", documents)
        jobs = find_jobs([], project, project / "output")
        peaks: dict[int, float] = {}
        for number, outcome in enumerate(render_all(jobs, Wanted(project, run="bench"), workers=2), 1):
            assert outcome.made, outcome  # noqa: S101  # a sample renders
            if number in (EARLY, documents // 2, documents - 1):
                peaks[number] = peak_of_workers()
    print("memory   peak of a worker, two jobs")
    for number, peak in peaks.items():
        print(f"  after {number:5} documents{peak:6.1f} MB")
    early, *_, late = peaks.values()
    good = mark(f"growth from document {min(peaks)} to {max(peaks)}, MB", late - early, at_most=GROWTH)
    return 0 if good else 1


def peak_of_workers() -> float:
    """The highest peak of resident memory among the workers that live, in MB."""
    peaks = [0.0]
    for process in multiprocessing.active_children():
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii", errors="replace")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        peaks.append(int(found[1]) / 1024 if found else 0.0)
    return max(peaks)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
