"""Files made to cost much: whether each is read or refused within bounds of time and memory (Linux).

    python -m bench.hostile [--only WORD] [--doubling] [--list] [--verbose]

Prints a table: input, command, seconds, peak memory in MB, exit status, verdict. An input is good when the
program ends by itself with status 0, 1 or 2 within the marks. ``--doubling``: each text that is one sign over
and over is measured at twice its length, too; the time above that of an ordinary file may grow RATIO times.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from bench.hostile_files import INPUTS, TEXTS, Base, Input, base, text_input
from bench.wards import ROOT

#: What an input may cost, and where a run is cut off.
SECONDS, MEGABYTES = 10.0, 300.0
MOST_SECONDS, MOST_BYTES = 20, 4_000_000_000
#: How much longer twice the length may take; times below NOISE above an ordinary run say nothing (seconds).
RATIO, NOISE = 2.5, 0.3
LENGTH = 40_000


class Run(Struct, frozen=True):
    """What one run of the program took; ``status`` is negative for the number of a signal."""

    seconds: float
    megabytes: float
    status: int
    said: str

    @property
    def good(self) -> bool:
        """Whether it kept within the marks and ended as it should."""
        return self.status in (0, 1, 2) and self.seconds <= SECONDS and self.megabytes <= MEGABYTES


def main() -> int:
    """Measure, print, and return 1 when an input misses its mark."""
    parser = argparse.ArgumentParser(prog="python -m bench.hostile", description=__doc__)
    parser.add_argument("--only", default="", help="inputs whose name has this word")
    parser.add_argument("--doubling", action="store_true", help="measure texts at twice their length")
    parser.add_argument("--list", action="store_true", help="name the inputs")
    parser.add_argument("--verbose", action="store_true", help="print what the program says")
    options = parser.parse_args()
    wanted = [one for one in INPUTS if options.only in one.name]
    if options.list:
        print("\n".join(one.name for one in wanted))
        return 0
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        project, made_from = Path(folder), base()
        if options.doubling:
            return 1 if _doubled(options.only, made_from, project) else 0
        print(f"{'hostile':<40} {'command':<10} {'s':>6} {'MB':>6} {'status':>6}", flush=True)
        for one in wanted:
            for label, run in _measured(one, made_from, project):
                missed += not run.good
                figures = f"{run.seconds:6.1f} {run.megabytes:6.0f} {run.status:6}"
                print(f"{one.name:<40} {label:<10} {figures} {'ok' if run.good else 'MISSED'}", flush=True)
                if options.verbose or run.status not in (0, 1, 2):
                    print(f"    {run.said[:600]!r}", flush=True)
    print(f"missed: {missed}" if missed else "all marks met")
    return 1 if missed else 0


def _measured(one: Input, made_from: Base, project: Path) -> Iterator[tuple[str, Run]]:
    """Make an input, run each of its commands, and remove it."""
    with tempfile.TemporaryDirectory(dir=project) as folder:
        for command in one.make(made_from, Path(folder)):
            label = command[0] + Path(command[1]).suffix[:5] + ("+fix" if "--fix" in command else "")
            yield label, _run(command, project)


def _doubled(only: str, made_from: Base, project: Path) -> int:
    """Print how the time of each text grows with its length; return how many grow too fast."""
    missed = 0
    plain = [run for _, run in _measured(text_input("", "a ", 10), made_from, project)]
    for name, sign in TEXTS.items():
        if only not in name:
            continue
        once, twice = (
            list(_measured(text_input(name, sign, length), made_from, project))
            for length in (LENGTH, 2 * LENGTH)
        )
        for least, (label, first), (_, second) in zip(plain, once, twice, strict=True):
            below, above = first.seconds - least.seconds, second.seconds - least.seconds
            ratio = above / max(below, NOISE)
            missed += ratio > RATIO
            verdict = "ok" if ratio <= RATIO else "MISSED"
            print(f"{name:<40} {label:<10} {below:6.2f} {above:6.2f} {ratio:6.2f} {verdict}", flush=True)
    return missed


def _run(arguments: list[str], project: Path) -> Run:
    """Run the program; it is killed when it takes too long, and has no more memory than MOST_BYTES."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "nq57gen", *arguments],
        cwd=project,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "NQ57GEN_CACHE": str(project / "cache")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=_bounded,  # no other thread is running yet
    )
    timer = threading.Timer(MOST_SECONDS, process.kill)
    timer.start()
    assert process.stdout  # noqa: S101  # a pipe was asked for
    with process.stdout as told:
        said = told.read(4000)
        while told.read(1_000_000):
            pass
    _, status, used = os.wait4(process.pid, 0)
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    return Run(seconds, used.ru_maxrss / 1024, process.returncode, said.decode("utf-8", "replace"))


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))


if __name__ == "__main__":
    sys.exit(main())
