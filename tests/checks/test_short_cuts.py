"""What rules find out in a shorter way when a text is ordinary is what the long way finds."""

from __future__ import annotations

import itertools
import random
import unicodedata
from unittest import mock

import pytest

from nq57gen.checks.layout import outline, wording
from nq57gen.checks.layout.looks import share
from nq57gen.checks.layout.pieces import folded, whole
from nq57gen.checks.layout.rules import appendices
from nq57gen.checks.layout.wording import line_of, names, words
from nq57gen.reading.types import ParagraphView
from tests.reading import build
from tests.reading.build import p, r

_LISTS = ("agencies", "commune_offices", "regions")
_CHANCE = random.Random(57)  # noqa: S311  # a test, no secret


def paragraph(text: str) -> ParagraphView:
    found = build.paragraph(p(r(text)))
    found.memo.clear()
    return found


def variants(name: str) -> list[str]:
    """A name as people write it, right and wrong."""
    lower = name[0] + name[1:].lower()
    odd = name.replace("i", "\u0131", 1), name.replace("K", "\u212a", 1), unicodedata.normalize("NFD", name)
    return [name, name.upper(), name.lower(), name.title(), lower, f"x{name}", f"{name}y", *odd]


@pytest.mark.parametrize("key", _LISTS)
def test_names_are_judged_alike(key: str) -> None:
    listed = words(key)
    texts = [
        f"{one}, {other} và {another} (viết)."
        for name in listed
        for one, other in itertools.product(variants(name), repeat=2)
        for another in [_CHANCE.choice(variants(_CHANCE.choice(listed)))]
    ]
    texts = _CHANCE.sample(texts, min(len(texts), 400))
    short = [list(names([line_of(paragraph(text))], listed)) for text in texts]
    with mock.patch.object(wording, "is_ordinary", return_value=False):
        assert [list(names([line_of(paragraph(text))], listed)) for text in texts] == short
    assert any(short)


@pytest.mark.parametrize("key", _LISTS)
def test_no_name_begins_as_it_ends(key: str) -> None:
    """Else two could share words, and to count how often a name stands in a text would not be enough."""
    for name in words(key):
        small = name.lower()
        heads = [at for at in range(1, len(small)) if not small[at - 1].isalnum()]
        assert not any(small.startswith(small[at:]) for at in heads), name


_MENTIONS = (
    "phụ lục",
    "Phụ lục",
    "PHỤ LỤC",
    "phu luc",
    "phủ lực",
    "phụ\u00a0lục",
    "phụ  lục",
    "phụ lụ",
    "ph lục",
)


@pytest.mark.parametrize("mention", _MENTIONS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_mentions_of_appendices_are_found_alike(mention: str, form: str) -> None:
    for around in ("", "\u0301", "½", "ñ"):
        given = paragraph(unicodedata.normalize(form, f"Theo {mention} kèm{around} theo"))  # type: ignore[arg-type]
        found = appendices._mentioning(given)
        with mock.patch.object(appendices, "is_ordinary", return_value=False):
            assert appendices._mentioning(given) == found
        assert bool(found) == ("phu luc" in folded(line_of(given).text))


_BEGINNINGS = (
    *(
        "Phần I",
        "CHƯƠNG II. Tên",
        "Mục 1",
        "Tiểu mục 2",
        "Điều 5. Tên",
        "Bảng 1",
        "Biểu số 2",
        "Hình 3",
        "Sơ đồ 4",
    ),
    *("Ghi chú: x", "Nguồn: y", "Đơn vị tính: người", "Phầ\u0301\u0301\u0301n I", "Biểu đồ 7"),
)


@pytest.mark.parametrize("beginning", _BEGINNINGS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_at_the_beginning_are_seen(beginning: str, form: str) -> None:
    for text in (beginning, beginning.lower(), beginning.upper(), f"{beginning} của một văn bản rất dài"):
        assert outline._may_be_worded(unicodedata.normalize(form, text))  # type: ignore[arg-type]


def test_other_beginnings_are_not_folded_further() -> None:
    assert not any(map(outline._may_be_worded, ("- Một việc", "1. Mục đích", "Căn cứ Luật", "Các cơ quan")))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([("abc", True)], 1.0),
        ([("abc", False)], 0.0),
        ([("abc", True), ("d", False)], 0.75),
        ([(" ,", True), ("ab", True)], 1.0),
        ([("..", True)], 0.0),
        ([("..", True), ("a", False)], 0.0),
        ([], 0.0),
    ],
)
def test_shares_of_letters(parts: list[tuple[str, bool]], expected: float) -> None:
    runs = "".join(r(text, "<w:b/>" if bold else "") for text, bold in parts)
    assert share(whole(build.paragraph(p(runs))), lambda run: run.bold) == expected
