"""A correct document has no finding of severity error, whoever made it and however; ours have none at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from nq57gen.checks.layout.engine import check_layout
from nq57gen.diagnostics import Severity
from nq57gen.reading.word_file import read_word_file
from tests.checks.good import OTHERS, OWN_SPECS, ROOT, bases, other, ours, project_specs, saved_by_libreoffice


def findings(data: bytes) -> list[str]:
    found = check_layout(read_word_file(data, "tep.docx"))
    return [f"{one.severity.value} {one.code} {one.where}: {one.message}" for one in found]


def errors(data: bytes) -> list[str]:
    return [said for said in findings(data) if said.startswith(Severity.ERROR.value)]


@pytest.mark.parametrize(
    "spec", [*OWN_SPECS, *project_specs()], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_our_documents_have_no_finding_not_even_a_warning(spec: Path) -> None:
    assert findings(ours(spec)) == []


@pytest.mark.parametrize("name", OTHERS)
def test_correct_documents_of_others_are_correct(name: str) -> None:
    assert errors(other(name)) == []


def test_documents_saved_by_libreoffice_stay_correct(tmp_path: Path) -> None:
    files = {**bases(), **{name: other(name) for name in OTHERS[::4]}}
    try:
        saved = saved_by_libreoffice(files, tmp_path)
    except LookupError:
        pytest.skip("LibreOffice is not installed: nothing was saved by it")
    assert {name: found for name, data in saved.items() if (found := errors(data))} == {}
