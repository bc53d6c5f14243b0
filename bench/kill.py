"""Kills a batch at random moments and looks whether anything was lost.

    python -m bench.kill [COUNT] [--documents 12] [--seed N]

COUNT times (200): a batch with two workers is started and killed (SIGKILL), in turn the whole group of
processes or the parent alone, at a random moment of its life. After each kill every document under a final
name must be whole, equal to that of a clean run, and none that was there may be gone. At the end one more run
must complete, and all documents be equal to those of the clean run, byte by byte.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from bench.wards import ROOT, write_wards

DOCUMENTS = 12


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=200)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    options = parser.parse_args()
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory() as folder:
        seen = torture(Path(folder), options.count, options.documents, random.Random(options.seed))  # noqa: S311
    print(f"{options.count} kills of a batch of {options.documents}: {seen} documents looked at after them,")
    print("no partial file, no lost file, the next run completes, equal to a clean run byte by byte")


def torture(project: Path, kills: int, documents: int, chance: random.Random) -> int:
    """Kill ``kills`` batches; return how many finished documents were looked at. Raises AssertionError."""
    write_wards(project / "specs", documents)
    started = time.monotonic()
    completes(project, "sach")
    lifetime = time.monotonic() - started
    clean = contents(project / "sach")
    assert len(clean) == documents, "the clean run is not complete"  # noqa: S101
    seen, there = 0, dict[str, bytes]()
    for number in range(kills):
        if len(there) == documents:  # start again from nothing
            chance.shuffle(names := sorted(there))
            for name in names[: documents * 2 // 3]:
                (project / "ra" / name).unlink()
        before = set(contents(project / "ra"))
        killed_after(project, chance.uniform(0, lifetime), group=number % 2 == 0)
        there = contents(project / "ra")
        assert before <= there.keys(), f"kill {number}: lost {before - there.keys()}"  # noqa: S101
        for name, data in there.items():
            assert zipfile.ZipFile(project / "ra" / name).testzip() is None, f"kill {number}: {name}"  # noqa: S101
            assert data == clean[name], f"kill {number}: {name} is not that of a clean run"  # noqa: S101
        seen += len(there)
    completes(project, "ra")
    assert contents(project / "ra") == clean, "the last run differs from the clean one"  # noqa: S101
    return seen


def contents(folder: Path) -> dict[str, bytes]:
    """The documents of ``folder`` by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.docx"))}


def command(output: str) -> list[str]:
    return [sys.executable, "-m", "nq57gen", "render", "--jobs", "2", "-o", output]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def completes(project: Path, output: str) -> None:
    """Run a batch to its end. Raises CalledProcessError when it fails."""
    subprocess.run(command(output), cwd=project, env=environment(), check=True, capture_output=True)


def killed_after(project: Path, seconds: float, *, group: bool) -> None:
    """Start a batch and kill it: the ``group`` of its processes, or the parent, whose workers end too."""
    batch = subprocess.Popen(
        command("ra"),
        cwd=project,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(seconds)
    if group:
        os.killpg(batch.pid, signal.SIGKILL)
    else:
        batch.kill()
    batch.wait()
    while members(batch.pid):
        time.sleep(0.01)


def members(group: int) -> bool:
    """Whether a process of the group still lives."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, 0)
        return True
    return False


if __name__ == "__main__":
    main()
