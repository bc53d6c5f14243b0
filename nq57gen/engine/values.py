"""Guards on what tags print: what a string cannot carry exactly is found before the document is written."""

from __future__ import annotations

import datetime
import decimal

from jinja2 import ChainableUndefined, StrictUndefined, Undefined
from markupsafe import Markup

from nq57gen.patterns import lazily

#: docxtpl turns tab, line feed, form feed and bell into Word's own; the rest XML cannot carry.
_AWKWARD = lazily("[\x00-\x1f\ufffe\uffff\ud800-\udfff]")
#: Letters of XML that are not part of an escape as lxml writes it.
_LOOSE = lazily(r"[<>]|&(?!(?:amp|lt|gt);)")
#: Beside each other, of one value or of two, docxtpl makes braces of them: ``{_{`` and its like.
_BRACES = ("{_", "_}", "_%", "%_")
_QUOTES = (("&#34;", '"'), ("&#39;", "'"))
_NUMBERS = frozenset({int, float, bool, type(None)})
_DATES = frozenset({decimal.Decimal, datetime.date, datetime.datetime, datetime.time})
_UNDEFINED = frozenset({Undefined, ChainableUndefined, StrictUndefined})


class Values:
    """What one rendering printed. Jinja calls ``printed`` for every tag (its ``finalize``)."""

    def __init__(self) -> None:
        texts: list[str] = []
        others: list[object] = []
        self._texts, self._others = texts, others

        def printed(value: object) -> object:
            """Note a value and give it back; called for every tag, so it looks nothing up."""
            if type(value) is str:
                texts.append(value)
            elif type(value) not in _NUMBERS:
                others.append(value)
            return value

        self.printed = printed

    def start(self) -> None:
        """Forget what was printed before."""
        self._texts.clear()
        self._others.clear()

    def escapes(self, *, escaped: bool) -> tuple[tuple[str, str], ...] | None:
        """Return what Jinja escaped and lxml writes plainly, with the plain letter; None: not for strings.

        ``escaped``: Jinja escaped the texts.
        """
        marked: list[str] = []
        for other in self._others:
            if type(other) in _DATES:
                self._texts.append(str(other))
            elif type(other) is Markup:
                marked.append(str(other))
            elif type(other) not in _UNDEFINED:
                return None
        texts, raw = "".join(self._texts), "".join(marked)
        everything = texts + raw
        if not everything.isprintable() and _AWKWARD.search(everything):
            return None
        if "_" in everything and any(pair in everything for pair in _BRACES):
            return None
        if raw and ("{" in everything or "}" in everything):
            return None
        if not escaped:
            return None if _LOOSE.search(everything) else ()
        for escape, plain in _QUOTES:
            raw = raw.replace(escape, plain)
        if _LOOSE.search(raw):
            return None
        return tuple(pair for pair in _QUOTES if pair[1] in texts or pair[1] in raw)
