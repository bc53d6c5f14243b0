"""``--pdf``: what the commands do with printed pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from nq57gen.cli import main
from nq57gen.printing.convert import pdf_tools_missing
from tests.schema.snippets import PLAN

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one spec, the working folder of the test."""
    if missing := pdf_tools_missing():
        pytest.skip(f"the pages were not looked at: install LibreOffice and poppler ({', '.join(missing)})")
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "a.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_render_keeps_the_pdf_and_check_looks_at_the_pages(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", "--pdf"]) == 0
    assert capsys.readouterr().out.split() == [str(Path("output", "a.docx")), str(Path("output", "a.pdf"))]
    assert (project / "output" / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert main(["check", "--pdf", "output/a.docx"]) == 0


def test_without_libreoffice_check_says_that_the_pages_were_not_looked_at(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render"]) == 0
    monkeypatch.setenv("PATH", "")
    assert main(["check", "--pdf", "output/a.docx"]) == 0
    assert "P006" in capsys.readouterr().out
    (project / "output" / "a.docx").unlink()
    assert main(["render", "--pdf"]) == 1
    assert not (project / "output" / "a.docx").exists()
