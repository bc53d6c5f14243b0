"""Letters that no Word file can hold."""

from __future__ import annotations

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput
from nq57gen.patterns import lazily

#: What no XML may hold, escaped or not; docxtpl's recovering parser would drop it without a word.
_FORBIDDEN = lazily("[\ufffe\uffff\ud800-\udfff]")
_SHOWN = 60


def encoded(text: str) -> bytes:
    """Return a filled part as UTF-8. Raises InvalidInput (M114) for a character no Word file can hold."""
    if "\ufffe" not in text and "\uffff" not in text:
        try:
            return text.encode()
        except UnicodeEncodeError:  # half of a pair
            pass
    found = _FORBIDDEN.search(text)
    assert found is not None  # noqa: S101  # one of those above
    start = max(text.rfind(">", 0, found.start()) + 1, found.start() - _SHOWN)
    shown = text[start : found.start()]
    raise InvalidInput([make("M114", character=f"U+{ord(found[0]):04X}", text=shown)])
