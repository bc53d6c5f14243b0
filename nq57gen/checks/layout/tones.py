"""The tone of a syllable that ends in two open vowels: on the second ("hoà") or the first ("hòa")."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from nq57gen.patterns import lazily

#: The tone on the second of the vowels, and on either. What looks back stands behind the first letter: a
#: pattern that begins with a letter is found much faster.
_NEW_TONES = lazily(r"[oOuU](?<![qQ].)(?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])[ỳýỷỹỵỲÝỶỸỴ])(?!\w)")
_TONED = lazily(rf"{_NEW_TONES.pattern}|[òóỏõọÒÓỎÕỌ](?<![qQ].)[aAeE](?!\w)|[ùúủũụÙÚỦŨỤ](?<![qQ].)[yY](?!\w)")


def old_tones(text: str) -> str:
    """``text`` with the tone on the first of two open vowels ("hoà" as "hòa"); as long as before."""
    return _NEW_TONES.sub(lambda match: _moved(match.group()), text)


def toned_words(text: str) -> Iterator[tuple[int, int]]:
    """Where words of ``text`` stand whose tone is on one of two open vowels ("hòa", "hoà", "ủy", "uỷ")."""
    for match in _TONED.finditer(text):
        start = match.start()
        while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            start -= 1
        yield start, match.end()


def _moved(pair: str) -> str:
    apart = unicodedata.normalize("NFD", pair[1])
    return unicodedata.normalize("NFC", pair[0] + apart[1]) + apart[0]
