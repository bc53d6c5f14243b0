"""Where it is not sure what a paragraph is: what it says is held against what it was recognised as.

A line that begins with "TM.", "Số:", "Kính gửi" ... says itself which component it is. Where recognition
took it for another one, or says itself that it is not sure, nothing is mended.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import Piece
from nq57gen.fixing.opened import Opened
from nq57gen.patterns import lazily
from nq57gen.reading.types import ParagraphView
from nq57gen.reading.walk import paragraphs_of

_COMPONENTS = (
    *("national_name", "motto", "parent_body", "issuing_body", "number", "letter_subject", "date"),
    *("type_name", "subject", "attached_to", "decided_by", "addressees_label", "addressees", "bases"),
    *("recipients_label", "recipients", "authority", "full_name"),
)
#: Lines that only their weight tells apart, which a mend is to change.
_SAME = {"parent_body": "issuing_body"}
BODY, APPENDIX = "body", "appendix"
_SIGNING = frozenset({"recipients_label", "recipients", "authority", "full_name"})
#: How a line begins, and the components it may belong to.
_CLAIMS = (
    (lazily(r"(?:TM|KT|TL|TUQ|Q)\.(?=\s*[^\W\d_]{2})|[TK]/[MTL]\b"), frozenset({"authority"})),
    (lazily(r"(?i:số)\s*:"), frozenset({"number"})),
    (lazily(r"(?i:kính gửi)\b"), frozenset({"addressees_label"})),
    (lazily(r"(?i:nơi nhận)\b"), frozenset({"recipients_label"})),
    (lazily(r"(?i:v/v)\b"), frozenset({"letter_subject"})),
    (lazily(r"(?i:điều)\s+\d+\s*[.:]"), frozenset({BODY, APPENDIX})),
    (lazily(r"(?i:căn cứ)\b"), frozenset({"bases", BODY, APPENDIX})),
)


class Doubts(Struct, frozen=True):
    """The ``paragraphs`` left alone, by their place; whether the ``end`` of the text is unsure."""

    paragraphs: frozenset[int]
    end: bool


def names_of(parts: Parts) -> dict[int, frozenset[str]]:
    """The components each paragraph belongs to, by the identity of its view."""
    found: dict[int, set[str]] = {}
    for name in _COMPONENTS:
        for piece in _pieces(parts, name):
            found.setdefault(id(piece.paragraph), set()).add(_SAME.get(name, name))
    for view in paragraphs_of(parts.body):
        found.setdefault(id(view), set()).add(BODY)
    for number, appendix in enumerate(parts.appendices, 1):
        heads = {"label": (appendix.label,), "title": appendix.title, "attachment": (appendix.attachment,)}
        for name, pieces in heads.items():
            for piece in filter(None, pieces):
                found.setdefault(id(piece.paragraph), set()).add(f"{APPENDIX} {number} {name}")
        for view in paragraphs_of(appendix.blocks):
            found.setdefault(id(view), set()).update((APPENDIX, f"{APPENDIX} {number}"))
    return {view: frozenset(names) for view, names in found.items()}


def doubts_of(opened: Opened) -> Doubts:
    """What is not sure in an opened file."""
    parts, names = opened.parts, names_of(opened.parts)
    unsure = {_SAME.get(name, name) for name in parts.unsure}
    alone: set[int] = set()
    ends_at: int | None = None
    for at, (view, _) in enumerate(opened.pairs):
        held = names.get(id(view), frozenset())
        wrong = _contradicted(view, held)
        if wrong is None:
            continue
        alone.add(at)
        unsure |= held - {BODY, APPENDIX}
        if BODY in held and wrong & _SIGNING and ends_at is None:
            ends_at = at
    for at, (view, _) in enumerate(opened.pairs):
        held = names.get(id(view), frozenset())
        if held & unsure or (ends_at is not None and at >= ends_at and BODY in held):
            alone.add(at)
    unsigned = parts.recipients_label is None and not parts.authority
    return Doubts(frozenset(alone), unsigned or ends_at is not None or bool(unsure & _SIGNING))


def _contradicted(view: ParagraphView, held: frozenset[str]) -> frozenset[str] | None:
    """The components a line of ``view`` says to be of, none of which it was recognised as."""
    text = unicodedata.normalize("NFC", view.text).replace("\N{NO-BREAK SPACE}", " ")
    for line in text.replace("\n", "\t").split("\t"):
        for pattern, right in _CLAIMS:
            if pattern.match(line.strip()):
                if not held & right:
                    return right
                if "bases" in right and "bases" not in held and _is_slanted(view):
                    return right
    return None


def _is_slanted(view: ParagraphView) -> bool:
    letters = [run for run in view.runs if run.text.strip() and not run.hidden]
    return bool(letters) and all(run.italic for run in letters)


def _pieces(parts: Parts, name: str) -> Iterator[Piece]:
    held = getattr(parts, name)
    for piece in held if isinstance(held, tuple) else (held,):
        if piece is not None:
            yield piece
