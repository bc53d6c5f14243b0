"""The worked lists of known mistakes, and when a finding is about an entry of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from nq57gen.diagnostics import Diagnostic
from nq57gen.vietnamese.syllables import fold

_ROW = re.compile(r"\|\s*(D\d{3}-\d{2})\s*\|(.*)\|\s*$")
_QUOTES = re.compile(r"`([^`]+)`|(?<!\w)'([^']+)'(?!\w)")
_QUOTED = re.compile(r"“(.+?)”(?=[^\w”]|$)")
#: "truy nhập ... 1Gb/s" quotes two places.
_LEFT_OUT = re.compile(r" \.\.\. |… ")
#: Which rules can be about an entry of a category: content rules by family, layout rules by theirs (the
#: recipients, NN there too, as NHAN).
FITTING = {
    "abbreviation": "NN-11 NN-12 NN-13 NN-15 NN-16 NN-17 NN-18 NN-20 SN-05",
    "body-appendix": "NV DV NN CT",
    "capitalisation": "NN-14 NN-19 NN-20 NN-28 NN-29 VH",
    "capitals": "NN-14 NN-19 NN-20 NN-28 NN-29 VH",
    "citation": "VB VD SN-01",
    "consistency": "NN-13 NN-30 NV SO CT-16",
    "count": "DEM NV CT",
    "cross-appendix": "NV DV CT",
    "cross-ref": "CT VD",
    "date": "VB NV SN",
    "duplicate": "CT-13 VB",
    "kpi-logic": "NV SO",
    "legal-form": "VB VD",
    "legal-ref": "VB",
    "logic": "NV CT",
    "missing-field": "VB CT NV VD PL CC QH SK DT",
    "missing-value": "NV CT",
    "naming": "NN DV",
    "nd30": "CT NN-23 NN-31 NHAN TY ND BC PL CC KY TV QH SK DT BANG",
    "number-format": "SO SN",
    "numbering": "CT BC ND PL VD",
    "outdated-agency": "DV-05",
    "punctuation": "NN-05 NN-09 NN-19 NN-21 NN-22 NN-23 NN-24 NN-25 NN-26 NN-27",
    "quotes": "NN-01 NN-02",
    "reporting-line": "NV",
    "spacing": "NN-04 NN-05 NN-06 NHAN KY BC SN-03 VB-04",
    "spelling": "NN-07 NN-09 NN-13 NN-25 SN-03 SN-04",
    "table": "CT NV SO NN-06 NN-23 NN-24",
    "term": "NN-10 NN-12 NN-13 NN-14 NN-25 NN-26",
    "typo": "NN-05 NN-07 NN-08 NN-09 NN-10 NN-25 NN-26 SN-03",
    "unit-leftover": "DV",
    "wording": "NN-08 NN-09 NN-10 NN-13 NN-25 CT-04 CT-05 CT-06",
}
#: So many letters are enough to know words by; shorter ones must be the same to the letter.
_ENOUGH = 8
#: Longer texts are the same when they share this part of the shorter one.
_LONG, _SHARE = 16, 0.75

#: Why entries cannot be found.
_FORM = "the spec has no place for it: the program itself writes this part of the form"
_SPACES = "the corpus file and the spec have single spaces"
_MEANING = "needs the meaning of the words"
_OTHER = "told of the same words by a rule over something else"
MISSED = {
    "D000-07": _MEANING,
    "D000-19": "told under the other abbreviation of the text, not at these words",
    "D000-23": _MEANING,
    "D000-25": _FORM,
    "D000-29": _SPACES,
    "D000-39": _FORM,
    "D000-45": "a short name after the long one is usual",
    "D000-46": _FORM,
    "D000-47": "not in every kind of document; the signature is the user's choice",
    "D000-49": "no rule over a full stop after the subject",
    "D001-04": "may be the right name of the cluster",
    "D001-14": _FORM,
    "D001-23": _MEANING,
    "D001-27": "a deadline in words is usual",
    "D001-30": _MEANING,
    "D001-31": _MEANING,
    "D001-48": _MEANING,
    "D001-50": _SPACES,
    "D001-51": _SPACES,
    "D001-52": _FORM,
    "D001-64": "one word alone may be written either way",
    "D001-69": "both forms of this name are known to every reader",
    "D001-75": "the day of issue is blank; only the bases say how late it is",
    "D001-76": _FORM,
    "D001-78": "not in every kind of document; the signature is the user's choice",
    "D001-79": "no rule over the blanks of a typed line under an appendix",
    "D002-07": _MEANING,
    "D002-16": "the legal name of a class of monuments",
    "D002-17": _MEANING,
    "D002-26": _MEANING,
    "D002-45": _MEANING,
    "D002-54": _OTHER,
    "D002-55": _SPACES,
    "D002-63": _MEANING,
    "D002-65": _MEANING,
    "D002-66": _MEANING,
    "D002-67": _MEANING,
    "D002-70": _FORM,
    "D002-75": _FORM,
}


@dataclass(frozen=True)
class Entry:
    """One known mistake: ``quotes`` are the words of the document it is about."""

    key: str
    category: str
    certain: bool
    quotes: tuple[str, ...]
    why: str

    @property
    def family(self) -> str:
        """The first family of rules that may find it."""
        return FITTING[self.category].split()[0].partition("-")[0]


def entries(path: Path) -> Iterator[Entry]:
    """The entries of one worked list."""
    for line in path.read_text(encoding="utf-8").splitlines():
        match = _ROW.match(line)
        if match is None:
            continue
        category, certainty, _, text, why = (part.strip() for part in match[2].split("|", 4))
        found = [first or second for first, second in _QUOTES.findall(text)] or [text]
        quotes = [part.strip(". ") for quote in found for part in _LEFT_OUT.split(quote) if part.strip(". ")]
        if any(len(_letters(quote)) >= _ENOUGH for quote in quotes):
            quotes = [quote for quote in quotes if re.search(r"[^\W\d]", quote)]  # a value alone says little
        yield Entry(match[1], category, certainty == "certain", tuple(quotes), why)


def fits(finding: Diagnostic, entry: Entry) -> bool:
    """Whether ``finding`` is about the words of ``entry``, and its rule about such mistakes."""
    code = finding.code.replace("ND30-NN", "ND30-NHAN").removeprefix("ND30-")
    if not code.startswith(tuple(FITTING[entry.category].split())):
        return False
    return any(_same(piece, quote) for piece in quoted(finding) for quote in entry.quotes)


def quoted(finding: Diagnostic) -> list[str]:
    """The words that a finding quotes, at its place and in what it says there."""
    _, _, said = finding.message.rpartition("ở đây: ")
    return [*_QUOTED.findall(finding.where), *_QUOTED.findall(said)]


def _same(piece: str, quote: str) -> bool:
    """Whether a finding's words are those of a list: one holds the other, or goes on where it is cut off."""
    words, known = _letters(piece), _letters(quote)
    shorter, longer = sorted((words, known), key=len)
    if words == known:
        return bool(words)
    if len(words) < _ENOUGH:
        return False
    if len(known) < _ENOUGH:
        return bool(known) and re.search(rf"(?<![\w.,]){re.escape(quote)}(?!\w)", piece) is not None
    if shorter in longer:
        return True
    edges = range(_ENOUGH, len(shorter))
    if any(words.endswith(known[:size]) or words.startswith(known[-size:]) for size in edges):
        return True
    match = SequenceMatcher(None, shorter, longer, autojunk=False).find_longest_match()
    return len(shorter) >= _LONG and match.size >= _SHARE * len(shorter)


def _letters(text: str) -> str:
    return re.sub(r"[^\w%/.,;:-]", "", fold(text).lower()).strip(".,:;")
