"""Files nobody tested: whatever element is missing or doubled, mending never fails."""

from __future__ import annotations

import copy

import pytest
from lxml import etree

from nq57gen.fixing.fix import fix
from nq57gen.reading.word_file import read_word_file
from nq57gen.writer.package import pack, unpack
from tests.fixing.test_fix import MISTAKES, spoilt
from tests.reading.test_any_file import EVERYTHING

#: Of a long part only so many elements are tried, at even distances.
TRIED = 8
WAYS = ("direct-tabs-drawing", "styles-table-border")
FILES = {"everything": EVERYTHING, **{way: unpack(spoilt(way, MISTAKES)) for way in WAYS}}
PLACES = [
    (name, part)
    for name, parts in FILES.items()
    for part in parts
    if part in ("word/document.xml", "word/styles.xml", "word/header1.xml", "word/h1.xml")
]


@pytest.mark.parametrize("doubled", [False, True], ids=["missing", "doubled"])
@pytest.mark.parametrize(("name", "part"), PLACES)
def test_any_element_may_be_missing_or_doubled(name: str, part: str, doubled: bool) -> None:
    parts = FILES[name]
    total = sum(1 for _ in etree.fromstring(parts[part]).iter())
    for number in range(1, total, max(1, total // TRIED)):
        root = etree.fromstring(parts[part])
        element = list(root.iter())[number]
        parent = element.getparent()
        assert parent is not None
        if doubled:
            element.addnext(copy.deepcopy(element))
        elif not element.tag.endswith("}body"):
            parent.remove(element)
        mended = fix(pack({**parts, part: etree.tostring(root)}), "tep.docx")
        assert read_word_file(mended.data, "tep.docx").sections
