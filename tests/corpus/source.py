"""The shape of a corpus file, and how its text is written in our language."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Literal, NotRequired, TypedDict, cast


class FootnoteRef(TypedDict):
    """A footnote mark: it stands right after the words ``after``."""

    mark: str
    after: str


class Block(TypedDict):
    """One paragraph of the original; ``number`` is its label or bullet mark as printed."""

    kind: Literal["title", "summary", "basis", "para", "heading", "bullet", "item", "closing"]
    level: int | None
    number: str | None
    text: str
    role: NotRequired[str]
    run_in: NotRequired[str]
    footnote_refs: NotRequired[list[FootnoteRef]]


class Row(TypedDict):
    """A table row; a group row has a level (from 1) and often fewer cells than columns."""

    group: bool
    level: NotRequired[int]
    cells: list[str]


class Appendix(TypedDict):
    """One Phụ lục holding one table."""

    label: str
    title: str
    note: str
    columns: list[str]
    rows: list[Row]


class Footnote(TypedDict):
    """The text of a footnote."""

    mark: str
    text: str


class Unit(TypedDict):
    """The commune and its province."""

    name: str
    type: str
    province: str
    province_type: str


class Signature(TypedDict):
    """The end of the document; ``on_behalf_of`` and ``acting_for`` are absent lines when null."""

    title: str
    name: str
    on_behalf_of: str | None
    acting_for: str | None


class Corpus(TypedDict):
    """One issued document."""

    seed: str
    doc_type: Literal["ke_hoach", "bao_cao"]
    unit: Unit
    blocks: list[Block]
    footnotes: list[Footnote]
    appendices: list[Appendix]
    recipients: list[str]
    signature: Signature


def read_corpus(path: Path) -> Corpus:
    """Return the corpus file at ``path``; ``OSError`` or ``ValueError`` when it cannot be read."""
    return cast("Corpus", json.loads(path.read_text(encoding="utf-8")))


def escape(text: str) -> str:
    """Write ``text`` so that our language prints it as it is, on one line.

    ``ValueError`` for ``{{`` and ``{%``, which the language has no way to print.
    """
    if "{{" in text or "{%" in text:
        raise ValueError(f"the language cannot print this text: {text!r}")
    text = " ".join(text.split())
    return re.sub(r"\\|\*|\[(?=\^)|<(?=<)", r"\\\g<0>", text)
