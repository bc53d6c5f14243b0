"""Finds the component that a bad example of a rule changes.

``Edit.of`` names it, ``Edit.at`` chooses one of several:

* a field of :class:`Parts` ("national_name", "subject", "bases", "recipients", "authority" ...), after
  "appendix." one of the first appendix ("appendix.label", "appendix.title", "appendix.attachment"); of a
  table the first paragraph with text;
* a kind of paragraph of the body, see ``KINDS``: "body" is prose, "heading" I., "clause" 1., "point" a),
  "bullet" -, "part" Phần I, "part_title", "article" Điều 1., "end" the paragraph with ./., "decides"
  QUYẾT ĐỊNH:; after "appendix." the same of the first appendix;
* "tables" is the first paragraph of the second row of a table, "tables.head" of its first row.
"""

from __future__ import annotations

import re

from nq57gen.checks.layout.parts import AppendixParts, Parts
from nq57gen.checks.layout.pieces import Piece, filled, paragraphs_of
from nq57gen.checks.layout.rule import Edit
from nq57gen.reading.types import ParagraphView, TableView

KINDS = {
    "body": r"(?![IVXLC]+\.|\d+[.)]|\d+\.\d|[a-zđ]\)|[-+–]|Phần |Điều |[^a-zà-ỹ]+$).{40,}",
    "heading": r"[IVXLC]+\. ",
    "clause": r"\d+\. ",
    "point": r"[a-zđ]\) ",
    "bullet": r"- ",
    "part": r"Phần [IVXLC]+$",
    "article": r"Điều \d+\.",
    "end": r".*\./\.$",
    "decides": r"QUYẾT ĐỊNH:$",
}


class NotFoundError(Exception):
    """The document has no such component."""


def component(parts: Parts, change: Edit) -> ParagraphView:
    """The paragraph an edit is about. Raises NotFoundError when the document has no such component."""
    views = candidates(parts, change.of)
    if not -len(views) <= change.at < len(views):
        raise NotFoundError(change.of)
    return views[change.at]


def candidates(parts: Parts, of: str) -> list[ParagraphView]:
    """The paragraphs that ``of`` may mean."""
    owner: Parts | AppendixParts = parts
    if of.startswith("appendix."):
        if not parts.appendices:
            return []
        owner, of = parts.appendices[0], of.removeprefix("appendix.")
    if of == "part_title":
        body = body_of(owner)
        return [body[index + 1] for index, view in enumerate(body) if matches(view, "part")]
    if of in KINDS:
        return [view for view in body_of(owner) if matches(view, of)]
    if of in ("tables", "tables.head"):
        row = 0 if of == "tables.head" else 1
        return [next(paragraphs_of(table.rows[row].cells[0].blocks)) for table in owner.tables]
    found = getattr(owner, of)
    return [view for one in (found if isinstance(found, tuple) else (found,)) for view in views_of(one)]


def views_of(one: object) -> list[ParagraphView]:
    """The paragraphs of a component."""
    if isinstance(one, Piece):
        return [one.paragraph]
    if isinstance(one, TableView):
        return filled(paragraphs_of([one]))
    return [one] if isinstance(one, ParagraphView) else []


def body_of(owner: Parts | AppendixParts) -> list[ParagraphView]:
    """The paragraphs of the body, or of an appendix, that print."""
    blocks = owner.body if isinstance(owner, Parts) else owner.blocks
    return filled([block for block in blocks if isinstance(block, ParagraphView)])


def matches(view: ParagraphView, kind: str) -> bool:
    """Whether a paragraph is of a kind of ``KINDS``."""
    return re.match(KINDS[kind], view.shown_text.strip()) is not None
