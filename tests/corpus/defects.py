"""How many known mistakes of real documents are found: ``python -m tests.corpus.defects ../shared``.

Reads the worked lists (``defects/*.md``), turns each document into a spec, renders it, and compares every
finding over the Word file with the entries: an entry is found when a finding of a fitting family quotes its
words. Prints a table by family, the entries that were missed, and the findings that are in no list.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nq57gen.checks.content.engine import check_content
from nq57gen.checks.content.from_word import read_paper
from nq57gen.checks.layout.engine import check_layout
from nq57gen.checks.layout.parts import recognise
from nq57gen.diagnostics import Diagnostic
from nq57gen.operations.document import understand
from nq57gen.operations.render import render_bytes
from nq57gen.reading.word_file import read_word_file
from nq57gen.vietnamese.syllables import fold
from tests.corpus.source import read_corpus
from tests.corpus.to_spec import to_spec

ROOT = Path(__file__).resolve().parents[2]
_ROW = re.compile(r"\|\s*(D\d{3}-\d{2})\s*\|(.*)\|\s*$")
_QUOTES = re.compile(r"`([^`]+)`|(?<!\w)'([^']+)'(?!\w)")
_QUOTED = re.compile(r"“(.+)”")
#: Which rules can be about an entry of a category; the layout rules by the family in their code.
FITTING = {
    "abbreviation": "NN SN-05 VH",
    "body-appendix": "NV DV NN CT",
    "capitalisation": "NN VH",
    "capitals": "NN VH",
    "citation": "VB VD NN SN",
    "consistency": "NN NV SO VB CT",
    "count": "DEM NV CT",
    "cross-appendix": "NV DV CT",
    "cross-ref": "CT VD",
    "date": "VB NV SN",
    "duplicate": "CT VB NN",
    "kpi-logic": "NV SO",
    "legal-form": "VB VD SN",
    "legal-ref": "VB",
    "logic": "NV CT",
    "missing-field": "VB CT NV DEM VD PL CC QH SK DT",
    "missing-value": "NV CT",
    "naming": "NN DV",
    "nd30": "CT VB NN TY ND BC PL CC NN-0 KY TV QH SK DT BANG",
    "number-format": "SO NN SN",
    "numbering": "CT BC ND PL VD",
    "outdated-agency": "DV",
    "punctuation": "NN CT",
    "quotes": "NN",
    "reporting-line": "NV",
    "spacing": "NN CT BC SN NN-0",
    "spelling": "NN VH",
    "table": "CT NV SO NN DEM",
    "term": "NN",
    "typo": "NN CT",
    "unit-leftover": "DV",
    "wording": "NN CT",
}
#: Letters that two texts must share to be about the same words.
_SHARED = 8


@dataclass(frozen=True)
class Entry:
    """One known mistake: ``quotes`` are the words of the document it is about, folded."""

    key: str
    category: str
    certain: bool
    quotes: tuple[str, ...]
    why: str


def entries(path: Path) -> Iterator[Entry]:
    """The entries of one worked list."""
    for line in path.read_text(encoding="utf-8").splitlines():
        match = _ROW.match(line)
        if match is None:
            continue
        category, certainty, _, quoted, why = (part.strip() for part in match[2].split("|", 4))
        found = [first or second for first, second in _QUOTES.findall(quoted)]
        yield Entry(
            match[1],
            category,
            certainty == "certain",
            tuple(_letters(text).strip(".,:;") for text in found or [quoted]),
            why,
        )


def findings(corpus_file: Path) -> list[Diagnostic]:
    """Everything ``check`` says of a real document: layout rules and content rules, in that order."""
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / "spec.yaml"
        spec.write_text(to_spec(read_corpus(corpus_file)), encoding="utf-8")
        understood = understand(spec, spec.name, ROOT)
        data = render_bytes(understood.spec, understood.document)
    file = read_word_file(data, corpus_file.name)
    return [*check_layout(file), *check_content(read_paper(recognise(file)), corpus_file.name)]


def fits(finding: Diagnostic, entry: Entry) -> bool:
    """Whether ``finding`` is about the words of ``entry``, and its rule about such mistakes."""
    if not finding.code.removeprefix("ND30-").startswith(tuple(FITTING[entry.category].split())):
        return False
    said = _letters(f"{finding.where} {finding.message}")
    quoted = _QUOTED.search(finding.where)
    words = _letters(quoted[1]) if quoted else ""
    return any(
        (len(quote) >= 2 and quote in said)
        or (len(words) >= _SHARED and (words in quote or _overlap(words, quote)))
        for quote in entry.quotes
    )


def _overlap(words: str, quote: str) -> bool:
    """Whether the end of one text is the beginning of the other, or a good part of it stands in it."""
    size = min(len(words), len(quote), 24)
    return size >= _SHARED and any(
        quote[at : at + size] in words for at in range(max(1, len(quote) - size + 1))
    )


def _letters(text: str) -> str:
    return re.sub(r"[^\w%/.,;:-]", "", fold(text).lower())


def main(shared: str) -> int:
    """Print the table for all worked lists; return the exit status."""
    certain_found = certain_all = 0
    for path in sorted(Path(shared, "defects").glob("*.md")):
        seed = path.name[:3]
        known = list(entries(path))
        found = findings(Path(shared, "corpus", f"{seed}.json"))
        matched = {entry.key: [one for one in found if fits(one, entry)] for entry in known}
        certain = [entry for entry in known if entry.certain]
        got = [entry for entry in certain if matched[entry.key]]
        certain_found, certain_all = certain_found + len(got), certain_all + len(certain)
        arguable = [entry for entry in known if not entry.certain]
        also = sum(bool(matched[entry.key]) for entry in arguable)
        print(f"{seed}: certain {len(got)}/{len(certain)}, arguable {also}/{len(arguable)}")
        for entry in known:
            codes = ", ".join(sorted({one.code for one in matched[entry.key]})) or "-"
            sure = "C" if entry.certain else "a"
            print(f"  {entry.key} {sure} {entry.category:16} {codes:24} {entry.why[:70]}")
        strange = [one for one in found if not any(one in ones for ones in matched.values())]
        print(f"  not in the list: {len(strange)} of {len(found)} findings")
        for one in strange:
            print(f"    {one.code}: {one.where[:90]}: {one.message[-110:]}")
    print(f"certain: {certain_found}/{certain_all}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
