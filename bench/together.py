"""Two batches over one folder at the same time, again and again: nothing may be damaged.

    python -m bench.together [ROUNDS] [--documents 12]

In each round (10) two batches of two workers each start at once on the same specs and the same output, in odd
rounds over documents that are there and with --force. Every document must be whole and equal to that of a
clean run, and a run after them must find nothing to do.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

from bench.kill import DOCUMENTS, command, completes, contents, environment
from bench.wards import write_wards


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", nargs="?", type=int, default=10)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        both(Path(folder), options.rounds, options.documents)
    print(f"{options.rounds} times two batches of {options.documents} at once:")
    print("all documents whole and equal to a clean run, nothing left to do after them")


def both(project: Path, rounds: int, documents: int) -> None:
    """Run two batches at once, ``rounds`` times. Raises AssertionError."""
    write_wards(project / "specs", documents)
    completes(project, "sach")
    clean = contents(project / "sach")
    for number in range(rounds):
        output = f"ra-{number // 2}"
        asked = [*command(output), *(["--force"] if number % 2 else [])]
        runs = [
            subprocess.Popen(
                asked,
                cwd=project,
                env=environment(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            for _ in range(2)
        ]
        for run in runs:
            told = run.communicate()[1].decode()
            assert run.returncode == 0, f"round {number}: status {run.returncode}\n{told}"  # noqa: S101
        assert contents(project / output) == clean, f"round {number}: not equal to a clean run"  # noqa: S101
        after = subprocess.run(
            [*command(output), "--format", "json"],
            cwd=project,
            env=environment(),
            capture_output=True,
            check=True,
        )
        states = {one["state"] for one in json.loads(after.stdout)["documents"]}
        assert states == {"current"}, f"round {number}: {states}"  # noqa: S101


if __name__ == "__main__":
    main()
