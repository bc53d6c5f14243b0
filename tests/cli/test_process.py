"""The program as a process of its own: consoles, surroundings, and bytes that never differ."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.cli.test_commands import BAD, put
from tests.samples.walk import SAMPLES
from tests.schema.snippets import PLAN, ROOT


def run(
    arguments: Sequence[str], folder: Path, surroundings: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **(surroundings or {})}
    return subprocess.run(
        [sys.executable, "-m", "nq57gen", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("console", ["ascii", "cp1252", "ascii:strict"])
def test_a_console_without_vietnamese_letters_loses_the_marks_only(tmp_path: Path, console: str) -> None:
    put(tmp_path, "specs/a.yaml", BAD)
    done = run(["check"], tmp_path, {"PYTHONIOENCODING": console})
    assert done.returncode == 1
    out, err = done.stdout.decode("cp1252"), done.stderr.decode("cp1252")
    assert out.startswith(f"specs{os.sep}a.yaml:17:12: l")
    assert "N006: bien kh" in out
    assert "<<bien.so_luott>>" in out
    assert ": 1 l" in err
    assert "Traceback" not in err


def test_json_is_valid_on_such_a_console_too(tmp_path: Path) -> None:
    put(tmp_path, "specs/a.yaml", BAD)
    done = run(["check", "--format", "json"], tmp_path, {"PYTHONIOENCODING": "ascii"})
    (found,) = json.loads(done.stdout)["findings"]
    assert (found["code"], found["line"]) == ("N006", 17)


def test_a_closed_pipe_is_no_traceback(tmp_path: Path) -> None:
    put(tmp_path, "specs/a.yaml", PLAN)
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "nq57gen", "check", "--format", "json"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=write_end,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(write_end)
    assert b"Traceback" not in done.stderr


SURROUNDINGS = [
    {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242", "PYTHONUTF8": "1"},
]


def test_the_same_spec_gives_the_same_bytes_wherever_and_whenever_it_is_rendered(tmp_path: Path) -> None:
    sums = []
    for number, surroundings in enumerate(SURROUNDINGS):
        folder = tmp_path / f"nơi {number}"
        folder.mkdir()
        done = run(["render", str(ROOT / "specs"), "-o", "ra"], folder, surroundings)
        assert done.returncode == 0, done.stderr.decode()
        files = sorted((folder / "ra").rglob("*.docx"))
        sums.append(
            [(path.relative_to(folder), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]
        )
    assert len(sums[0]) == len(SAMPLES)
    assert sums[0] == sums[1]


def test_two_renders_of_one_folder_at_once_do_not_harm_each_other(tmp_path: Path) -> None:
    for name in "abc":
        put(tmp_path, f"specs/{name}.yaml", PLAN)
    command = [sys.executable, "-m", "nq57gen", "render", "--force"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    both = [
        subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL) for _ in range(2)
    ]
    assert [process.wait() for process in both] == [0, 0]
    documents = sorted(tmp_path.glob("output/*"))
    assert [path.name for path in documents] == [".nq57gen", "a.docx", "b.docx", "c.docx"]
    assert len({path.read_bytes() for path in documents[1:]}) == 1
    again = run(["render", "--format", "json"], tmp_path)
    assert again.returncode == 0, again.stderr.decode()
    assert {one["state"] for one in json.loads(again.stdout)["documents"]} == {"current"}
