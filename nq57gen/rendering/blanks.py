"""Places to fill in on paper: "[…]" in a run of its own, highlighted yellow, wherever the text stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nq57gen.blanks import CLOSE, OPEN
from nq57gen.patterns import lazily

_HIGHLIGHT = '<w:highlight w:val="yellow"/>'
#: A run that holds a mark: the nearest start tag before it, its looks, and all up to its end.
_RUN = lazily(r"(<w:r(?: [^>]*)?>)(<w:rPr>.*?</w:rPr>|<w:rPr/>)?(.*)</w:r>", re.DOTALL)
_TEXT = lazily(rf"<w:t(?: [^>]*)?>([^<]*{OPEN}[^<]*)</w:t>")
_BLANK = lazily(f"({OPEN}[^{CLOSE}]*{CLOSE})")
#: What follows ``w:highlight`` among the looks of a run (ECMA-376, CT_RPr).
_BEHIND = lazily(
    r"<(?:w:(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)"
    r"[ />]|w14:|/w:rPr>)"
)
_OLD = lazily(r"<w:highlight [^>]*/>")


def highlighted(pieces: Sequence[bytes]) -> Sequence[bytes]:
    """Return a part, in pieces, with brackets for the marks of blanks, each blank in a highlighted run."""
    mark = OPEN.encode()
    if not any(mark in piece for piece in pieces):
        return pieces
    made = [_highlighted(piece) if mark in piece else (piece, True) for piece in pieces]
    if not all(complete for _content, complete in made):  # a run that is cut in two
        made = [_highlighted(b"".join(pieces))]
    return [content for content, _complete in made]


def _highlighted(piece: bytes) -> tuple[bytes, bool]:
    """Return ``piece`` as :func:`highlighted` does, as far as marks are in runs, and whether all are."""
    text = piece.decode()
    made: list[str] = []
    done = 0
    while (mark := text.find(OPEN, done)) >= 0:
        start = max(text.rfind("<w:r>", done, mark), text.rfind("<w:r ", done, mark))
        end = text.find("</w:r>", mark) + len("</w:r>")
        run = _RUN.fullmatch(text, start, end) if start >= 0 else None
        if run is None:  # in no run that we know: the read-back will say so
            break
        made += (text[done:start], _split(run[1], run[2] or "", run[3]))
        done = end
    return "".join((*made, text[done:])).encode(), mark < 0


def _split(start: str, looks: str, content: str) -> str:
    """Return one run as runs: what is no text of a blank keeps its looks and its order."""
    runs = []
    for position, piece in enumerate(_TEXT.split(content)):
        if position % 2 == 0:
            runs.append((looks, piece))
            continue
        for place, words in enumerate(_BLANK.split(piece)):
            if place % 2:
                runs.append((_yellow(looks), _text(f"[{words[1:-1]}]")))
            elif words:
                runs.append((looks, _text(words)))
    return "".join(f"{start}{own}{piece}</w:r>" for own, piece in runs if piece)


def _text(words: str) -> str:
    space = ' xml:space="preserve"' if words != words.strip() else ""
    return f"<w:t{space}>{words}</w:t>"


def _yellow(looks: str) -> str:
    """Return the looks of a run with the highlight at its place among them."""
    if not looks.startswith("<w:rPr>"):
        return f"<w:rPr>{_HIGHLIGHT}</w:rPr>"
    looks = _OLD.sub("", looks)
    place = _BEHIND.search(looks)
    assert place is not None  # noqa: S101  # at least the end tag
    return f"{looks[: place.start()]}{_HIGHLIGHT}{looks[place.start() :]}"
