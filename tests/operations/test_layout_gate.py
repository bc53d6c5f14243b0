"""A rendered document that breaks the layout decree is not written: somebody changed the template."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nq57gen.diagnostics import Severity
from nq57gen.operations.outcome import Outcome
from nq57gen.operations.paths import Job
from nq57gen.operations.render import render
from nq57gen.writer.package import pack, unpack
from tests.schema.snippets import PLAN

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a template of its own."""
    shutil.copytree(TEMPLATES / "chung", tmp_path / "templates" / "chung")
    return tmp_path


def change_template(project: Path, part: str, old: str, new: str, times: int = -1) -> None:
    template = project / "templates" / "chung" / "van_ban.docx"
    parts = unpack(template.read_bytes())
    text = parts[part].decode()
    assert old in text
    template.write_bytes(pack({**parts, part: text.replace(old, new, times).encode()}))


def rendered(project: Path) -> Outcome:
    spec = project / "a.yaml"
    spec.write_text(PLAN, encoding="utf-8")
    return render(Job(spec, "a.yaml", project / "a.docx"), project)


def test_the_template_as_it_is_passes(project: Path) -> None:
    outcome = rendered(project)
    assert outcome.made
    assert outcome.diagnostics == ()


@pytest.mark.parametrize(
    ("part", "old", "new", "code"),
    [
        ("word/document.xml", 'w:left="1701"', 'w:left="1134"', "ND30-TRANG-03"),
        ("word/document.xml", 'w:w="11906"', 'w:w="12240"', "ND30-TRANG-01"),
        ("word/document.xml", "Độc lập - Tự do", "Độc lập – Tự do", "ND30-TN-01"),
        ("word/styles.xml", 'w:ascii="Times New Roman"', 'w:ascii="Arial"', "ND30-FONT-01"),
    ],
)
def test_a_template_changed_against_the_decree_stops_the_document(
    project: Path, part: str, old: str, new: str, code: str
) -> None:
    change_template(project, part, old, new)
    outcome = rendered(project)
    assert not outcome.made
    assert not outcome.internal
    assert not (project / "a.docx").exists()
    found = {one.code: one for one in outcome.diagnostics}
    assert code in found
    assert found[code].path == "a.yaml"
    assert "van_ban.docx" in found[code].hint


def test_warnings_of_the_layout_are_left_to_check(project: Path) -> None:
    change_template(project, "word/styles.xml", '<w:sz w:val="26"/>', '<w:sz w:val="24"/>', times=1)
    outcome = rendered(project)
    assert outcome.made
    assert all(one.severity is Severity.WARNING for one in outcome.diagnostics)
    assert not any(one.code.startswith("ND30") for one in outcome.diagnostics)
