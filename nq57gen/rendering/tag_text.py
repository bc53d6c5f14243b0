"""The text of tags, as far as it can be seen without parsing the template."""

from __future__ import annotations

import re

from nq57gen.patterns import lazily

TAG = lazily(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
#: One brace of a tag without the other.
TORN = lazily(r"\{\{|\}\}|\{%|%\}|\{#|#\}")


def static_pieces(text: str) -> list[str]:
    """Return the text around the tags of a paragraph: one piece more than there are tags."""
    return TAG.split(text)
