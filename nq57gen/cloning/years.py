"""What a skeleton cites of another year: a blank stands in its place.

A pack follows one year's plan of its province. A document about an earlier year cannot carry out what was
issued after it, nor one about another year the plan that is for this year alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from nq57gen.patterns import lazily

_COMMENT = lazily(r"\s*#")
#: The subject of a document for one year, unlike "đến hết năm 2025", "tầm nhìn đến năm 2030".
_ITS_YEAR = lazily(r"(?<!đến )(?<!hết )(?<!từ )(?<!trước )\bnăm (\d{4})$")


class Cited(Struct, frozen=True):
    """A legal document that a pack declares under ``name``; ``date`` is d/m/yyyy or blank."""

    name: str
    kind: str
    date: str
    subject: str

    def is_of_another_year(self, year: int) -> bool:
        """Whether a document about ``year`` cannot be about carrying it out."""
        issued, meant = self.date.rpartition("/")[2], _ITS_YEAR.search(self.subject)
        return (issued.isdigit() and int(issued) > year) or (meant is not None and int(meant[1]) != year)


def of_its_year(skeleton: str, cited: Iterable[Cited], year: int) -> str:
    """``skeleton`` for a document about ``year`` (0: not known), with a blank for what is of another year.

    Comments stay.
    """
    lines = skeleton.splitlines(keepends=True)
    for one in cited if year else ():
        if not one.is_of_another_year(year):
            continue
        blank, name = f"<<?{one.kind.lower()} năm {year} của cấp trên>>", re.escape(one.name)
        in_text = re.compile(rf"<<(?!\?)[^<>]*\b{name}\b[^<>]*>>")
        alone = re.compile(rf"(?<![\w.<?]){name}(?![\w.:])")
        lines = [
            line if _COMMENT.match(line) else alone.sub(f'"{blank}"', in_text.sub(blank, line))
            for line in lines
        ]
    return "".join(lines)
