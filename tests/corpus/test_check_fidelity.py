"""The check renders the converted files and reports what the two judging tools say."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.corpus.check_fidelity import FIGURES, main
from tests.corpus.source import read_corpus

EXAMPLE = Path(__file__).parent / "example.json"


def judge(path: Path, *lines: str, status: int) -> None:
    """Write a tool that reads the document, prints ``lines`` and ends with ``status``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "import sys, zipfile\n"
        "zipfile.ZipFile(sys.argv[1]).read('word/document.xml')\n"
        f"print({chr(10).join(lines)!r})\n"
        f"sys.exit({status})\n",
        encoding="utf-8",
    )


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    shutil.copy(EXAMPLE, tmp_path / "corpus")
    judge(tmp_path / "tools" / "fidelity.py", json.dumps({"paragraphs": 24, "found": 1.0}), status=0)
    judge(tmp_path / "ooxml" / "check_docx.py", status=0)
    return tmp_path


def test_a_file_that_both_tools_pass_is_fine(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(shared)]) == 0
    head, line = capsys.readouterr().out.splitlines()
    assert head.split(" | ") == ["file", *FIGURES, "verdict"]
    assert line.split(" | ") == ["example", "24", "1.0", *["-"] * (len(FIGURES) - 2), "ok"]


def test_lost_text_fails(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    judge(shared / "tools" / "fidelity.py", "MISSING PARA: x", json.dumps({"paragraphs": 24}), status=1)
    assert main([str(shared)]) == 1
    said = capsys.readouterr()
    assert said.out.splitlines()[1].endswith("FAILED")
    assert "MISSING PARA: x" in said.err


def test_a_damaged_package_fails(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    judge(shared / "ooxml" / "check_docx.py", "x.docx: xsd: document.xml", status=1)
    assert main([str(shared)]) == 1
    assert "xsd: document.xml" in capsys.readouterr().err


def test_a_document_that_cannot_be_made_fails(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = read_corpus(EXAMPLE)
    corpus["signature"]["acting_for"] = "Thay mặt"
    target = shared / "corpus" / "example.json"
    target.chmod(0o644)
    target.write_text(json.dumps(corpus), encoding="utf-8")
    assert main([str(shared)]) == 1
    assert "Thay mặt" in capsys.readouterr().err


def test_nothing_to_check_is_wrong_usage(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 2
    assert main([]) == 2
