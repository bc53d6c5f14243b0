"""What is printed finds no room or no place: the work is done, it is said, and nothing crashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_commands import BAD, put
from tests.schema.snippets import PLAN, ROOT

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no file that is always full here")

TOLD = "nq57gen: không in được kết quả ra nơi đã chọn: ổ đĩa đã đầy (No space left on device)"
_CRASHES = ("lỗi của chương trình", "Traceback", "Exception ignored")


def run(
    project: Path, arguments: str, places: str, *, unbuffered: bool = False
) -> subprocess.CompletedProcess[str]:
    """``nq57gen`` with ``arguments``; ``places`` as a shell has them, such as ``>/dev/full``."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    environment.pop("PYTHONUNBUFFERED", None)
    if unbuffered:
        environment["PYTHONUNBUFFERED"] = "1"
    return subprocess.run(
        ["sh", "-c", f'"$0" -m nq57gen {arguments} {places}', sys.executable],
        cwd=project,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def documents(project: Path) -> list[str]:
    return sorted(path.name for path in project.glob("output/*.docx"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Three specs."""
    for name in "abc":
        put(tmp_path, f"specs/{name}.yaml", PLAN)
    return tmp_path


@pytest.mark.parametrize("options", ["--jobs 1", "--jobs 2", "--format json"])
@pytest.mark.parametrize("unbuffered", [False, True])
def test_a_batch_goes_on_when_its_output_finds_no_room(project: Path, options: str, unbuffered: bool) -> None:
    done = run(project, f"render --force {options}", ">/dev/full", unbuffered=unbuffered)
    assert done.returncode == 1
    assert documents(project) == ["a.docx", "b.docx", "c.docx"]
    assert done.stderr.count(TOLD) == 1
    assert "Đã tạo 3/3 văn bản" in done.stderr
    assert not any(crash in done.stderr for crash in _CRASHES)


@pytest.mark.parametrize(("arguments", "status"), [("check", 1), ("render không-có --format json", 2)])
def test_a_finding_that_finds_no_room_is_said_to_be_lost(project: Path, arguments: str, status: int) -> None:
    put(project, "specs/a.yaml", BAD)
    done = run(project, arguments, ">/dev/full")
    assert done.returncode == status
    assert done.stderr.count(TOLD) == 1
    assert not any(crash in done.stderr for crash in _CRASHES)


@pytest.mark.parametrize("options", ["--jobs 1", "--jobs 2"])
@pytest.mark.parametrize(
    ("places", "status"),
    [
        ("2>/dev/full", 0),
        (">/dev/full 2>&1", 1),
        (">&-", 0),
        ("2>&-", 0),
        (">&- 2>&-", 0),
        ("<&- >&- 2>&-", 0),
    ],
)
def test_documents_are_made_wherever_the_words_go(
    project: Path, options: str, places: str, status: int
) -> None:
    done = run(project, f"render {options}", places)
    assert done.returncode == status
    assert documents(project) == ["a.docx", "b.docx", "c.docx"]
    assert not any(crash in done.stderr for crash in _CRASHES)
    # No file was opened in the place of a closed stream, where the words would have gone into it.
    assert len({path.read_bytes() for path in project.glob("output/*.docx")}) == 1


def test_a_reader_that_went_away_ends_the_batch_with_a_word(project: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "nq57gen", "render", "--jobs", "1"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdout=write,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(write)
    assert done.returncode == 1
    assert "Đã dừng: lệnh nhận kết quả (sau dấu |) đã kết thúc" in done.stderr
    assert not any(crash in done.stderr for crash in _CRASHES)


@pytest.mark.parametrize("arguments", ["--help", "check", "check --format json", "verify output", "khong-co"])
@pytest.mark.parametrize("places", [">&-", "2>&-", ">&- 2>&-"])
def test_no_command_crashes_without_a_place_to_print(project: Path, arguments: str, places: str) -> None:
    usual = run(project, arguments, "")
    done = run(project, arguments, places)
    assert done.returncode == usual.returncode
    assert not any(crash in done.stdout + done.stderr for crash in _CRASHES)


def test_a_pipe_that_nobody_reads_ends_without_a_word(project: Path) -> None:
    done = run(project, "check --format json", "| true")
    assert not any(crash in done.stderr for crash in (*_CRASHES, "Broken pipe"))
