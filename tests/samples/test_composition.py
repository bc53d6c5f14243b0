"""The samples say the same, and get the same findings, with letters composed, decomposed or mixed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from nq57gen.diagnostics import Diagnostic
from nq57gen.operations.check import check
from nq57gen.operations.chosen import Chosen
from nq57gen.operations.document import understand
from nq57gen.operations.paths import Given
from nq57gen.operations.render import render_bytes
from nq57gen.writer.package import pack, unpack
from tests.schema.snippets import ROOT

SAMPLES = sorted((ROOT / "specs").glob("*/*.yaml"))
Form = Callable[[str], str]


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def mixed(text: str) -> str:
    """Every second word decomposed."""
    words = text.split(" ")
    return " ".join(decomposed(word) if at % 2 else word for at, word in enumerate(words))


def findings(path: Path, project: Path) -> list[tuple[str, str, str, int]]:
    found = check(Given(path, path.name, path.suffix == ".docx"), project, Chosen())
    return [(one.code, one.message, one.where, line_of(one)) for one in found]


def line_of(one: Diagnostic) -> int:
    return one.position.line if one.position else 0


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("form", [decomposed, mixed])
def test_a_spec_says_the_same_in_any_form(sample: Path, form: Form, tmp_path: Path) -> None:
    path = tmp_path / sample.name
    path.write_text(form(sample.read_text(encoding="utf-8")), encoding="utf-8")
    plain, other = (understand(one, sample.name, ROOT).document for one in (sample, path))
    assert other == plain
    assert findings(path, ROOT) == findings(sample, ROOT)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("form", [decomposed, mixed])
def test_a_word_file_gets_the_same_findings_and_one_note(sample: Path, form: Form, tmp_path: Path) -> None:
    made = understand(sample, sample.name, ROOT)
    plain, other = tmp_path / "van-ban.docx", tmp_path / "to-hop" / "van-ban.docx"
    other.parent.mkdir()
    plain.write_bytes(render_bytes(made.spec, made.document))
    other.write_bytes(in_form(plain.read_bytes(), form))
    expected, found = findings(plain, tmp_path), findings(other, tmp_path)
    assert [one[0] for one in found if one not in expected] == ["D125"]
    assert [one for one in expected if one not in found] == []


def in_form(data: bytes, form: Form) -> bytes:
    parts = unpack(data)
    return pack(
        {
            name: form(part.decode()).encode() if name.startswith("word/") else part
            for name, part in parts.items()
        }
    )
