"""What is known of a template once it is compiled, whatever is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from nq57gen.patterns import lazily
from nq57gen.writer import Entry

#: Letters a piece has at least; it should fit the processor's cache.
_PIECE = 100_000
_BEFORE_PARAGRAPH = lazily(r"\n(?=<w:p[ >])")


class Part(Struct, frozen=True):
    """A part with tags.

    ``source``: what docxtpl gives Jinja, without ``opening`` (the start tag of the body, which docxtpl
    fills in with namespaces that the file has elsewhere). ``before``, ``after``: the rest of the part.
    ``hollow``: elements that may come out empty, (as the string has them, as lxml writes them).
    ``one_line``: whether the only line breaks are those docxtpl itself puts before paragraphs.
    """

    name: str
    source: str
    opening: str = ""
    before: str = ""
    after: str = ""
    hollow: tuple[tuple[str, str], ...] = ()
    one_line: bool = True

    def finished(self, text: str) -> str:
        """Return the part for the ``text`` that Jinja made of ``source``, as lxml would write it."""
        return "".join(self.pieces(text))

    def pieces(self, text: str, replaced: Iterable[tuple[str, str]] = ()) -> Iterator[str]:
        """Yield :meth:`finished` piece by piece, which spares a large part many copies of itself.

        ``replaced``: pairs to be replaced in ``text`` too.
        """
        yield self.before
        start = 0
        while start < len(text):
            # Cut at a line break: it stands before a paragraph, where nothing to be replaced goes on.
            end = text.find("\n", start + _PIECE)
            end = len(text) if end < 0 else end
            piece = text[start:end]
            for long, short in (*replaced, *self.hollow):
                piece = piece.replace(long, short)
            yield piece.replace("\n", "") if self.one_line else _BEFORE_PARAGRAPH.sub("", piece)
            start = end
        yield self.after


class Properties(Struct, frozen=True):
    """The core properties: ``pieces`` of the part around the values, ``sources`` with the tags between."""

    name: str
    pieces: tuple[str, ...]
    sources: tuple[str, ...]


class Plan(Struct, frozen=True):
    """A compiled template: parts to fill, and ready entries for all others.

    ``reasons``: why docxtpl itself must finish its documents; none for most templates.
    """

    parts: tuple[Part, ...]
    static: tuple[Entry, ...]
    properties: Properties | None
    reasons: tuple[str, ...]
