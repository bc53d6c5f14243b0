"""Signs that Word, Zalo or a phone put in the place of those of an expression: “…”, –, ×, ≥, full width.

Outside quoted text they can only be meant as the signs of the language. Inside it they are text.
"""

from __future__ import annotations

import functools
import unicodedata

from nq57gen.patterns import lazily

#: Quotes by the sign they stand for. Word also makes primes of them, and guillemets in some languages.
_DOUBLE, _SINGLE = '"“”„‟″‶«»＂', "'‘’‚‛′‵‹›＇"  # noqa: RUF001
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),  # noqa: RUF001
        **dict.fromkeys("×∗✕✖·", "*"),  # noqa: RUF001
        **dict.fromkeys("÷∕⁄", "/"),  # noqa: RUF001
        **dict.fromkeys("≥≧⩾", ">="),
        **dict.fromkeys("≤≦⩽", "<="),
        "≠": "!=",
        "∣": "|",  # noqa: RUF001
    }
)
_TYPED = lazily(r"[^\x00-\x7f]")


class OpenQuoteError(ValueError):
    """A quote that nothing closes; ``quote`` is the sign, ``at`` its offset."""

    def __init__(self, quote: str, at: int) -> None:
        self.quote = quote
        self.at = at
        super().__init__(quote)


@functools.lru_cache(maxsize=1000)
def straightened(source: str) -> str:
    """``source`` in the signs of the language.

    A quoted text ends at the next quote that is straight or curly as the one that began it, if there is any,
    else at the next of either. Raises OpenQuoteError where a curly quote has no partner.
    """
    if not _TYPED.search(source):
        return source
    done: list[str] = []
    at = 0
    while at < len(source):
        kind = next((kind for kind in (_DOUBLE, _SINGLE) if source[at] in kind), "")
        if not kind:
            done.append(_plain(source[at]))
            at += 1
            continue
        end = _closing(source, at, kind)
        if end < 0:
            if source[at] in kind[0]:  # a straight one is told as any other mistake
                return source
            raise OpenQuoteError(source[at], at)
        done.append(_quoted(source[at + 1 : end], source[at], source[end]))
        at = end + 1
    return "".join(done)


def has_curly_quote(source: str) -> bool:
    """Whether a quote of ``source`` is not straight."""
    return any(sign in kind[1:] for sign in source for kind in (_DOUBLE, _SINGLE))


def _closing(source: str, opened: int, kind: str) -> int:
    """Where the quote at ``opened`` is closed; -1: nowhere."""
    straight = source[opened] == kind[0]
    closing = [at for at in range(opened + 1, len(source)) if source[at] in kind]
    alike = (at for at in closing if (source[at] == kind[0]) == straight)
    return next(alike, closing[0] if closing else -1)


def _quoted(text: str, opened: str, closed: str) -> str:
    """``text`` as it stood between two quotes, in straight ones."""
    if opened == closed and opened in "\"'":
        return f"{opened}{text}{closed}"
    mark = "'" if '"' in text else '"'
    return f"{mark}{text}{mark}" if mark not in text else '"' + text.replace('"', '\\"') + '"'


def _plain(sign: str) -> str:
    """One sign outside quoted text."""
    if sign.isascii():
        return sign
    said = sign.translate(_SIGNS)
    if said == sign and unicodedata.east_asian_width(sign) == "F":
        said = unicodedata.normalize("NFKC", sign)
    return " " if said.isspace() else said
