"""docxtpl's own test scripts give the same parts on the engine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nq57gen.writer import unpack
from tests.engine import published

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def folder(request: pytest.FixtureRequest) -> Path:
    cache = request.config.cache
    assert cache is not None
    found = published.fetch(cache.mkdir("docxtpl"))
    if isinstance(found, str):
        pytest.skip(found)
    return found


def made(
    folder: Path, script: str, which: str, scratch: Path
) -> tuple[int, str, dict[str, dict[str, bytes]]]:
    """Run ``script`` in a copy of ``folder``; return exit status, what it printed, and the new documents."""
    copy = scratch / which
    shutil.copytree(folder, copy)
    (copy / "output").mkdir(exist_ok=True)
    before = {path: path.read_bytes() for path in copy.rglob("*.docx")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.engine.run_script", script, which],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    new = {
        str(path.relative_to(copy)): unpack(path.read_bytes())
        for path in copy.rglob("*.docx")
        if before.get(path) != path.read_bytes()
    }
    return done.returncode, done.stdout, new


def flat(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Parts with those of documents inside documents in their place: how they are zipped does not count."""
    result: dict[str, bytes] = {}
    for name, content in parts.items():
        inside = flat(unpack(content)) if name.endswith(".docx") else {"": content}
        result |= {f"{name}/{inner}": data for inner, data in inside.items()}
    return result


def test_all_published_scripts_give_the_same_parts(
    folder: Path, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    names = published.scripts(folder)
    assert len(names) >= 16
    for name in names:
        with subtests.test(name):
            status, plain, wanted = made(folder, name, "plain", tmp_path / name)
            if status and "docxcompose" in plain:
                pytest.skip("needs docxcompose, docxtpl's extra for documents inside documents")
            assert status == 0, plain
            status, printed, found = made(folder, name, "engine", tmp_path / name)
            assert status == 0, printed
            assert found.keys() == wanted.keys()
            for path, parts in wanted.items():
                one, other = flat(parts), flat(found[path])
                assert [part for part in one if one[part] != other.get(part)] == []
                assert one.keys() == other.keys()
