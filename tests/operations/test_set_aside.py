"""A file that says which rules were set aside when it was made is not told of them again, but of how many."""

from __future__ import annotations

from pathlib import Path

import pytest

from nq57gen.checks.content.rule import FAMILIES
from nq57gen.operations.check_word import check_word
from nq57gen.operations.chosen import Chosen
from nq57gen.operations.paths import Given
from nq57gen.writer.package import pack, unpack
from tests.checks.good import bases

_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property></Properties>"
)
_RELATION = (
    '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'custom-properties" Target="docProps/custom.xml"/></Relationships>'
)


@pytest.fixture
def file(tmp_path: Path) -> Given:
    """A plan with a wrong margin and a wrong motto, which says that margins were set aside."""
    parts = unpack(bases()["ke_hoach"])
    body = parts["word/document.xml"].decode()
    body = body.replace('w:left="1701"', 'w:left="1134"').replace("Độc lập - Tự do", "Độc lập – Tự do")
    links = parts["_rels/.rels"].decode()
    parts |= {
        "word/document.xml": body.encode(),
        "docProps/custom.xml": _PROPERTIES.format(
            name="nq57gen.bo_qua", value="ND30-TRANG-03 ND30-CQ-02"
        ).encode(),
        "_rels/.rels": links.replace("</Relationships>", _RELATION).encode(),
    }
    path = tmp_path / "a.docx"
    path.write_bytes(pack(parts))
    return Given(path, "a.docx", is_word=True)


def test_what_was_set_aside_is_counted_only(file: Given) -> None:
    found = check_word(file, Chosen(ignore=frozenset(FAMILIES)))
    assert [one.code for one in found] == ["ND30-TN-01", "D108"]
    assert "2 chỗ" in found[1].message
    assert "ND30-TRANG-03" in found[1].message
    assert "ND30-CQ-02" not in found[1].message


def test_what_is_asked_for_by_name_is_told(file: Given) -> None:
    found = check_word(file, Chosen(select=frozenset({"ND30-TRANG-03"})))
    assert {one.code for one in found} == {"ND30-TRANG-03"}
