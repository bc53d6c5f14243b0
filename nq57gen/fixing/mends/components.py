"""The looks of the components: size, weight, slant, capitals, alignment."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator

from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import Piece
from nq57gen.checks.layout.rules.recipients import DRAFTER
from nq57gen.fixing.mend import Done, mend
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.restyle import Wanted, restyle

Pieces = Callable[[Parts], Iterable[Piece | None]]


def _appendices(name: str) -> Pieces:
    """The pieces ``name`` of all appendices."""

    def found(parts: Parts) -> Iterator[Piece | None]:
        for appendix in parts.appendices:
            value = getattr(appendix, name)
            yield from value if isinstance(value, tuple) else (value,)

    return found


def _decides(parts: Parts) -> Iterator[Piece]:
    """Who decides, and the line "QUYẾT ĐỊNH:"."""
    yield from parts.decided_by
    yield from (piece for piece in parts.body_paragraphs if piece.text.rstrip(" :").upper() == "QUYẾT ĐỊNH")


#: What each rule is about, and how that must look.
LOOKS: dict[str, tuple[Pieces, Wanted]] = {
    "ND30-QH-01": (
        lambda parts: [parts.national_name],
        Wanted((12, 13), bold=True, italic=False, underline=False, align="center"),
    ),
    "ND30-TN-01": (
        lambda parts: [parts.motto],
        Wanted((13, 14), bold=True, italic=False, underline=False, align="center"),
    ),
    "ND30-CQ-01": (
        lambda parts: parts.issuing_body,
        Wanted((12, 13), bold=True, italic=False, underline=False, upper=True, align="center"),
    ),
    "ND30-CQ-03": (
        lambda parts: parts.parent_body,
        Wanted((12, 13), bold=False, italic=False, upper=True, align="center"),
    ),
    "ND30-SO-01": (
        lambda parts: [parts.number],
        Wanted((13, 13), bold=False, italic=False, align="center"),
    ),
    "ND30-DD-01": (
        lambda parts: [parts.date],
        Wanted((13, 14), bold=False, italic=True, upper=False, align="center"),
    ),
    "ND30-TL-01": (
        lambda parts: [parts.type_name],
        Wanted((13, 14), bold=True, italic=False, underline=False, upper=True, align="center"),
    ),
    "ND30-TY-01": (
        lambda parts: parts.subject,
        Wanted((13, 14), bold=True, italic=False, underline=False, upper=False, align="center"),
    ),
    "ND30-TY-04": (
        lambda parts: parts.letter_subject,
        Wanted((12, 13), bold=False, italic=False, upper=False, align="center"),
    ),
    "ND30-TQ-01": (_decides, Wanted(bold=True, italic=False, upper=True, align="center")),
    "ND30-CC-01": (lambda parts: parts.bases, Wanted((13, 14), bold=False, italic=True, upper=False)),
    "ND30-KY-01": (
        lambda parts: parts.authority,
        Wanted((13, 14), bold=True, italic=False, upper=True, align="center"),
    ),
    "ND30-KY-02": (
        lambda parts: [parts.full_name],
        Wanted((13, 14), bold=True, italic=False, upper=False, align="center"),
    ),
    "ND30-KG-02": (
        lambda parts: [parts.addressees_label, *parts.addressees],
        Wanted((13, 14), bold=False, italic=False),
    ),
    "ND30-NN-01": (
        lambda parts: [parts.recipients_label],
        Wanted((12, 12), bold=True, italic=True, underline=False, upper=False),
    ),
    "ND30-NN-02": (
        lambda parts: [piece for piece in parts.recipients if not DRAFTER.fullmatch(piece.text)],
        Wanted((11, 11), bold=False, italic=False),
    ),
    "ND30-MK-04": (
        lambda parts: [piece for piece in parts.recipients if DRAFTER.fullmatch(piece.text)],
        Wanted((11, 11), bold=False, italic=False, upper=True),
    ),
    "ND30-PL-03": (
        _appendices("label"),
        Wanted((14, 14), bold=True, italic=False, upper=False, align="center"),
    ),
    "ND30-PL-04": (
        _appendices("title"),
        Wanted((13, 14), bold=True, italic=False, upper=True, align="center"),
    ),
    "ND30-PL-05": (_appendices("attachment"), Wanted((13, 14), bold=False, italic=True, align="center")),
}


def _look(pieces: Pieces, wanted: Wanted, opened: Opened) -> Iterator[Done]:
    yield from restyle(opened, [piece for piece in pieces(opened.parts) if piece is not None], wanted)


for _code, (_pieces, _wanted) in LOOKS.items():
    mend(_code)(functools.partial(_look, _pieces, _wanted))
