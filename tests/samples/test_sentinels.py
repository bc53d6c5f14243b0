"""Every text of a sample is in its document: a word of its own is put into each and looked for."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from nq57gen.diagnostics import KeyPath
from nq57gen.operations.document import Understood
from nq57gen.operations.render import render_bytes
from nq57gen.shape.types import Text
from nq57gen.vietnamese.numbers import format_number, parse_number
from tests.samples.walk import SAMPLES, dump, put, read, texts
from tests.schema.snippets import understood

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: What the language calls texts that are printed as words.
PROSE = ("chữ", "khối chữ")
_ID = re.compile(r"[a-z][a-z0-9_]*")


def printed(made: Understood) -> str:
    """All text of the finished file: body, tables, footnotes, a line a paragraph, in lower case."""
    lines = []
    with zipfile.ZipFile(io.BytesIO(render_bytes(made.spec, made.document))) as package:
        for part in ("word/document.xml", "word/footnotes.xml"):
            for paragraph in etree.fromstring(package.read(part)).iter(f"{_W}p"):
                lines.append("".join(node.text or "" for node in paragraph.iter(f"{_W}t")))
    return "\n".join(lines).casefold()


def is_prose(shape: Text, text: str) -> bool:
    """Words to be printed, not a setting: nothing restricts the text, and it is not an id alone."""
    return (
        shape.check in ("", "literal", "unit_name")
        and not shape.allowed
        and shape.kind in PROSE
        and not _ID.fullmatch(text)
    )


def marked(path: KeyPath, text: str, number: int) -> tuple[str, list[str]]:
    """``text`` with a word of its own, and how that word may be printed; figures stay figures."""
    if (path[0] == "bien" or "hang" in path) and parse_number(text) is not None:
        figure = str(7_000_001 + number)
        return figure, [figure, format_number(figure)]
    word = f"zq{number:04d}qz"
    lines = text.rstrip("\n").split("\n")
    return "\n".join(f"{line} {word}" if line.strip() else line for line in lines), [word]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_every_text_of_a_sample_is_in_its_document(path: Path) -> None:
    sample = read(path)
    data = copy.deepcopy(sample.data.data)
    wanted: dict[KeyPath, list[str]] = {}
    for number, (at, shape, text) in enumerate(texts(sample.shape, data)):
        if at[0] != "kiem_tra" and is_prose(shape, text):
            changed, wanted[at] = marked(at, text, number)
            put(data, at, changed)
    document = printed(understood(dump(data)))
    lost = [at for at, forms in wanted.items() if not any(form in document for form in forms)]
    assert lost == []
    assert len(wanted) > 60


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_most_texts_of_a_sample_are_such_texts(path: Path) -> None:
    """The test above would prove little if it took most texts for settings."""
    sample = read(path)
    words = [(len(text), is_prose(shape, text)) for _, shape, text in texts(sample.shape, sample.data.data)]
    prose = sum(length for length, counted in words if counted)
    assert prose / sum(length for length, _ in words) > 0.85


def test_a_text_that_is_lost_would_be_seen() -> None:
    sample = read(SAMPLES[0])
    data = copy.deepcopy(sample.data.data)
    put(data, ("trich_yeu",), "zq0000qz")
    assert "zq0000qz" in printed(understood(dump(data)))
    assert "zq0000qz" not in printed(understood(dump(sample.data.data)))
