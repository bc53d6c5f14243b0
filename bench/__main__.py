"""Everything that is measured, in one go.

Set-up, whole job, engine, memory, long documents, batches that are killed, two batches at once.

    python -m bench [--no-setup] [--quick]

Each part runs in a process of its own, one after the other. Status 1 when a figure misses its mark
or a document is lost.
``--quick``: fewer documents and rounds, and no run over the whole country.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("whole", "engine", "memory", "long", "kill", "together")
QUICK = {
    "whole": ["--wards", "40", "--rounds", "2", "--runs", "3", "--province", "0"],
    "engine": ["--rounds", "3"],
    "memory": ["100"],
    "long": ["--runs", "1"],
    "kill": ["20"],
    "together": ["2"],
}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--no-setup", action="store_true", help="do not time a fresh environment")
    parser.add_argument("--quick", action="store_true", help="a short look")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}", flush=True)
    if not options.no_setup:
        print(f"setup    new environment from requirements.lock {_setup():8.1f} s", flush=True)
    missed = []
    for part in PARTS:
        command = [sys.executable, "-m", f"bench.{part}", *(QUICK[part] if options.quick else [])]
        if subprocess.run(command, cwd=ROOT).returncode:
            missed.append(part)
    print(f"missed in: {', '.join(missed)}" if missed else "all marks met")
    return 1 if missed else 0


def _setup() -> float:
    """Seconds until a new environment has what the program needs."""
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        scripts = "Scripts" if sys.platform == "win32" else "bin"
        python = Path(folder) / scripts / Path(sys.executable).name
        lock = str(ROOT / "requirements.lock")
        subprocess.run(
            [str(python), "-m", "pip", "install", "-qq", "--require-hashes", "-r", lock], check=True
        )
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
