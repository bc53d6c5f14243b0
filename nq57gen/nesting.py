"""Expressions that no parser should be given: too long, or too deep for Python to follow."""

from __future__ import annotations

from nq57gen.patterns import lazily

#: Letters of an expression, and what makes it deep, outside quoted text; Python takes more than so many.
LONGEST_SOURCE, _MOST_SIGNS = 1_000, 150
#: Brackets inside one another: Jinja calls a dozen functions for each.
_MOST_BRACKETS = 40
_SIGNS = lazily(r"[-+*/~|(\[{<>=!.,]|\b(?:and|or|not|if|in|is)\b")
_QUOTED = lazily(r"'[^']*'|\"[^\"]*\"")


def is_too_deep(source: str) -> bool:
    """Whether ``source`` has more signs, or more brackets inside one another, than anybody writes."""
    bare = _QUOTED.sub("", source)
    if len(_SIGNS.findall(bare)) > _MOST_SIGNS:
        return True
    open_brackets = deepest = 0
    for letter in bare:
        open_brackets += (letter in "([{") - (letter in ")]}")
        deepest = max(deepest, open_brackets)
    return deepest > _MOST_BRACKETS
