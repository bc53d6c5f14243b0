"""Changes the words of a component and says what was changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from nq57gen.checks.layout.pieces import Piece
from nq57gen.fixing.letters import letters_of
from nq57gen.fixing.mend import Done
from nq57gen.fixing.opened import Opened
from nq57gen.fixing.words import set_end, set_text, substitute


def reword(
    opened: Opened, piece: Piece | None, *changes: tuple[str, str | Callable[[re.Match[str]], str]]
) -> Iterator[Done]:
    """Replace the first match of each pattern in the paragraph of ``piece``."""
    paragraph = opened.behind(piece.paragraph) if piece else None
    if piece is None or paragraph is None:
        return
    for pattern, new in changes:
        done = substitute(paragraph, pattern, new)
        if done:
            yield Done(piece.place, f"“{done[0].strip()}”", f"“{done[1].strip()}”")


def retype(opened: Opened, piece: Piece | None, text: str) -> Iterator[Done]:
    """Let ``piece`` say ``text``."""
    if piece is not None and piece.text != text:
        runs = letters_of(opened, piece)
        if runs and set_text(runs, text):
            yield Done(piece.place, f"“{piece.text}”", f"“{text}”")


def end_with(opened: Opened, pieces: Iterable[Piece], sign: str, instead_of: str = ".;,:") -> Iterator[Done]:
    """Let each piece end with ``sign``, or with none of the other signs where ``sign`` is ""."""
    for piece in pieces:
        fits = piece.text.endswith(sign) if sign else not piece.text.endswith(tuple(instead_of))
        runs = [] if fits else letters_of(opened, piece)
        if runs and set_end(runs, sign, instead_of):
            yield Done(piece.place, _end(piece.text[-1:]), _end(sign))


def _end(sign: str) -> str:
    return "không có dấu cuối dòng" if not sign or sign.isalnum() else f"cuối dòng “{sign}”"
