"""Places to fill in: ``<<?what to fill in>>`` as typed, between two marks in the model, "[…]" on paper.

The marks are private-use characters, which nobody can type into a spec (Y043), so that a text that holds
one came through here. They go wherever a text goes; only printing turns them into brackets.
"""

from __future__ import annotations

from nq57gen.patterns import lazily

#: What stands before and after the words of a blank in every text of the model.
OPEN, CLOSE = "\ue000", "\ue001"
#: ``<<…>>`` in a text as typed; the innermost, on one line. A backslash before it makes it plain text.
EXPRESSION = lazily(r"(?<!\\)<<((?:(?!<<).)*?)>>")
#: A blank among them.
TYPED = lazily(r"(?<!\\)<<\?((?:(?!<<).)*?)>>")
_BEGINNING = lazily(r"(?<!\\)<<\?")
#: A blank in a text of the model.
MARKED = lazily(f"{OPEN}([^{CLOSE}]*){CLOSE}")


def blank(words: str) -> str:
    """The blank that asks for ``words``, as texts of the model hold it."""
    return f"{OPEN}{' '.join(words.split())}{CLOSE}"


def marked(text: str) -> str:
    """``text`` as typed, its blanks as texts of the model hold them."""
    return TYPED.sub(lambda found: blank(found[1]), text) if "<<?" in text else text


def bracketed(text: str) -> str:
    """A text of the model as it is printed: ``[what to fill in]``."""
    return text.replace(OPEN, "[").replace(CLOSE, "]") if OPEN in text else text


def has_blank(text: str) -> bool:
    """Whether a text of the model holds a blank."""
    return OPEN in text


def blanks_in(text: str) -> list[str]:
    """The words of each blank in a text of the model."""
    return MARKED.findall(text) if OPEN in text else []


def hidden(text: str) -> str:
    """A text of the model with letters of no meaning in place of its blanks; every offset stays."""
    return MARKED.sub(lambda found: OPEN * len(found[0]), text) if OPEN in text else text


def is_blank(text: str) -> bool:
    """Whether ``text`` as typed is one blank and nothing else."""
    found = TYPED.fullmatch(text) if text.startswith("<<?") else None
    return found is not None and bool(found[1].strip())


def fault(text: str) -> tuple[str, int] | None:
    """Code and offset of the first mistyped blank in ``text``: wordless, with another inside, not closed."""
    if "<<?" not in text:
        return None
    for found in TYPED.finditer(text):
        if not found[1].strip():
            return "N034", found.start()
    outside = EXPRESSION.sub(lambda found: " " * len(found[0]), text)
    stray = _BEGINNING.search(outside)
    if stray is None:
        return None
    line = outside[stray.end() :].split("\n", 1)[0]
    return ("N035" if ">>" in line else "N036"), stray.start()
