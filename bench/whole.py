"""The whole job, YAML to file: nq57gen beside the straightforward script, each a process, in turn.

    python -m bench.whole [--wards 200] [--rounds 3] [--runs 9] [--province 3321]

Batch: ``--wards`` different wards, ``--rounds`` times, script and program in turn, with one job and with two.
Cold: one document a process, ``--runs`` times, in turn with the script; what ``--help`` and a document
that is up to date cost beyond ``python -c pass``. Province: that many wards with two jobs, then all up to
date.
Ratios are medians of pairs. The script (straight.py) checks nothing of what it writes; the program reads its
files back and holds them against the decree.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.marks import mark
from bench.wards import ROOT, write_wards

JOBS = 2
#: Marks: cold ratio, seconds beyond an empty Python, batch ratio, seconds for all made and all up to date.
COLD, BEYOND, FASTER, PROVINCE, CURRENT = 0.6, 0.15, 8, 60, 2


def main() -> int:
    """Measure, print, and return 1 when a figure misses its mark."""
    parser = argparse.ArgumentParser(prog="python -m bench.whole", description=__doc__)
    parser.add_argument("--wards", type=int, default=200, help="documents of the batch")
    parser.add_argument("--rounds", type=int, default=3, help="times the batch is made")
    parser.add_argument("--runs", type=int, default=9, help="cold runs of each")
    parser.add_argument("--province", type=int, default=3321, help="documents of the long run; 0: none")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        write_wards(project / "specs", max(options.wards, options.province))
        marks = _cold(project, options.runs) + _batch(project, options.wards, options.rounds)
        if options.province:
            marks += _province(project, options.province)
    return 0 if all(marks) else 1


def _batch(project: Path, wards: int, rounds: int) -> list[bool]:
    specs = _specs(project)[:wards]
    ways: dict[str, Callable[[list[str]], float]] = {
        "straightforward script": lambda some: _script(project, some),
        "nq57gen --jobs 1": lambda some: _ours(project, some, 1),
        f"nq57gen --jobs {JOBS}": lambda some: _ours(project, some, JOBS),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            times[name].append(way(specs) / wards * 1000)
    print(f"batch    {wards} different wards, YAML to file, {rounds} times")
    base = times["straightforward script"]
    ratios = {}
    for name, measured in times.items():
        ratios[name] = statistics.median(slow / ours for slow, ours in zip(base, measured, strict=True))
        print(f"  {name:28} {statistics.median(measured):8.1f} ms a document")
    return [mark(f"script to {name}", ratio, at_least=FASTER) for name, ratio in ratios.items() if ratio != 1]


def _cold(project: Path, runs: int) -> list[bool]:
    spec = _specs(project)[:1]
    _script(project, spec)  # draws its template
    _ours(project, spec, 1)  # compiles its own
    rows = []
    for _ in range(runs):
        empty = _timed([sys.executable, "-c", "pass"], project)
        script, ours = _script(project, spec), _ours(project, spec, 1)
        current = _timed(_command(spec, project, 1), project)
        help_ = _timed([sys.executable, "-m", "nq57gen", "--help"], project)
        rows.append((script, ours, current - empty, help_ - empty))
    script, ours, current, help_ = (statistics.median(column) for column in zip(*rows, strict=True))
    print("cold     one document a process")
    print(f"  straightforward script       {script:8.3f} s")
    print(f"  nq57gen                      {ours:8.3f} s")
    return [
        mark("nq57gen to script", statistics.median(row[1] / row[0] for row in rows), at_most=COLD),
        mark("up to date, beyond python -c pass, s", current, at_most=BEYOND),
        mark("--help, beyond python -c pass, s", help_, at_most=BEYOND),
    ]


def _province(project: Path, count: int) -> list[bool]:
    shutil.rmtree(project / "output", ignore_errors=True)
    made = _timed(_command([], project, JOBS), project)
    current = _timed(_command([], project, JOBS), project)
    print(f"province {count} wards, --jobs {JOBS}: {made / count * 1000:.1f} ms a document", flush=True)
    return [
        mark("all made, s", made, at_most=PROVINCE),
        mark("all up to date, s", current, at_most=CURRENT),
    ]


def _specs(project: Path) -> list[str]:
    return [str(path.relative_to(project)) for path in sorted((project / "specs").glob("*.yaml"))]


def _script(project: Path, specs: list[str]) -> float:
    return _timed([sys.executable, "-m", "bench.straight", str(project / "script"), *specs], project)


def _ours(project: Path, specs: list[str], jobs: int) -> float:
    """Seconds of making ``specs`` anew."""
    shutil.rmtree(project / "output", ignore_errors=True)
    return _timed(_command(specs, project, jobs), project)


def _command(specs: list[str], project: Path, jobs: int) -> list[str]:
    return [sys.executable, "-m", "nq57gen", "render", *specs, "--jobs", str(jobs)]


def _timed(command: list[str], project: Path) -> float:
    started = time.perf_counter()
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "NQ57GEN_CACHE": str(project / "cache")}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command[:5]}: {done.stderr[-2000:]}")
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
