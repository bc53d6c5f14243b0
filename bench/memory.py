"""The peak memory of a worker, and of the process that starts the workers, while a batch goes on (Linux).

    python -m bench.memory [DOCUMENTS]

Renders DOCUMENTS (400) with two workers and prints the highest peak among the workers and the peak of their
parent (VmHWM, MB) when 20 documents are done, half-way and at the end. The parent keeps what it is told of
every document, as the command does.
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
        peaks: dict[int, tuple[float, float]] = {}
        outcomes = []
        for number, outcome in enumerate(render_all(jobs, Wanted(project, run="bench"), workers=2), 1):
            assert outcome.made, outcome  # noqa: S101  # a sample renders
            outcomes.append(outcome)
            if number in (EARLY, documents // 2, documents - 1):
                peaks[number] = peak_of_workers(), peak("self")
    print("memory   two jobs: peak of a worker, of the parent")
    for number, (worker, parent) in peaks.items():
        print(f"  after {number:5} documents{worker:6.1f} MB{parent:8.1f} MB")
    early, late = peaks[min(peaks)], peaks[max(peaks)]
    marks = [
        mark(f"{who}: growth from document {min(peaks)} to {max(peaks)}, MB", end - start, at_most=GROWTH)
        for who, start, end in zip(("a worker", "the parent"), early, late, strict=True)
    ]
    return 0 if all(marks) else 1


def peak_of_workers() -> float:
    """The highest peak of resident memory among the workers that live, in MB."""
    return max((peak(str(process.pid)) for process in multiprocessing.active_children()), default=0.0)


def peak(process: str) -> float:
    """The peak of resident memory of ``process`` (a number, or "self"), in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
