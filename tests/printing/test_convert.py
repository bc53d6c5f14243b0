"""LibreOffice that is missing, that fails and that hangs."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from nq57gen.errors import InvalidInput
from nq57gen.printing.convert import pdf_tools_missing, to_pdf
from nq57gen.printing.pages import read_pages
from tests.printing.conftest import sample

posix = pytest.mark.skipif(
    sys.platform == "win32", reason="the program in the place of soffice is a shell script"
)


def in_place_of(tool: str, script: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a shell script first on PATH."""
    program = folder / tool
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def running(process: int) -> bool:
    """Whether a process is there and not a zombie that nobody has asked about yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").split()[2] != "Z"
    except OSError:
        return False


def failure(data: bytes, folder: Path, seconds: float = 60) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as caught:
        to_pdf(data, folder, seconds)
    (problem,) = caught.value.diagnostics
    return problem.code, problem.message


def test_missing_tools_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert pdf_tools_missing() == ["soffice", "pdftotext", "pdffonts"]
    assert failure(b"", tmp_path)[0] == "P001"
    with pytest.raises(InvalidInput, match="P004"):
        read_pages(tmp_path / "a.pdf")


@posix
def test_a_failure_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    in_place_of("soffice", "echo hong >&2; exit 3", tmp_path, monkeypatch)

    code, message = failure(b"", tmp_path)

    assert (code, message.endswith(": hong")) == ("P002", True)


@posix
def test_a_run_without_a_pdf_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    in_place_of("soffice", "exit 0", tmp_path, monkeypatch)

    assert failure(b"", tmp_path)[0] == "P002"


@posix
def test_a_run_that_hangs_is_stopped_with_what_it_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    in_place_of("soffice", f"sleep 60 & echo $! > '{tmp_path}/child'; wait", tmp_path, monkeypatch)

    assert failure(b"", tmp_path, seconds=1)[0] == "P003"
    child = int((tmp_path / "child").read_text(encoding="utf-8"))
    deadline = time.monotonic() + 20  # the signal was sent; the system ends the process when it gets to it
    while running(child) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not running(child)


@pytest.mark.usefixtures("tools")
def test_what_is_no_word_file_is_a_failure(tmp_path: Path) -> None:
    assert failure(b"PK\x03\x04 broken", tmp_path)[0] == "P002"


@pytest.mark.usefixtures("tools")
def test_a_document_becomes_pages_in_millimetres(tmp_path: Path) -> None:
    pages = read_pages(to_pdf(sample("hang-gon/bao-cao-2025"), tmp_path))

    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    first = pages[0]
    assert (round(first.width), round(first.height)) == (210, 297)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first.rows[0].text
    lefts = [word.left for row in first.rows for word in row.words]
    assert min(lefts) == pytest.approx(30, abs=0.5)


@pytest.mark.usefixtures("tools")
def test_a_pdf_that_cannot_be_read_is_a_failure(tmp_path: Path) -> None:
    broken = tmp_path / "a.pdf"
    broken.write_bytes(b"no pdf")

    with pytest.raises(InvalidInput, match="P005"):
        read_pages(broken)
