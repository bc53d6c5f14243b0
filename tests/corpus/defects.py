"""How many known mistakes of real documents are found: ``python -m tests.corpus.defects ../shared``.

Reads the worked lists (``defects/*.md``), turns each document into a spec, renders it, and compares every
finding over the Word file with the entries: an entry is found when a finding of a fitting family quotes its
words. Prints a table by document and by family, the entries that were missed with the reason, and the
findings that are in no list.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nq57gen.checks.content.engine import check_content
from nq57gen.checks.content.from_word import read_paper
from nq57gen.checks.content.rule import FAMILIES
from nq57gen.checks.layout.engine import check_layout
from nq57gen.checks.layout.parts import recognise
from nq57gen.diagnostics import Diagnostic
from nq57gen.operations.document import understand
from nq57gen.operations.render import render_bytes
from nq57gen.reading.word_file import read_word_file
from tests.corpus.entries import MISSED, Entry, entries, fits
from tests.corpus.source import read_corpus
from tests.corpus.to_spec import to_spec

ROOT = Path(__file__).resolve().parents[2]


def render(corpus_file: Path) -> bytes:
    """A real document as the Word file of its spec."""
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / "spec.yaml"
        spec.write_text(to_spec(read_corpus(corpus_file)), encoding="utf-8")
        understood = understand(spec, spec.name, ROOT)
        return render_bytes(understood.spec, understood.document)


def findings(corpus_file: Path) -> list[Diagnostic]:
    """Everything ``check`` says of a real document: layout rules and content rules, in that order."""
    parts = recognise(read_word_file(render(corpus_file), corpus_file.name))
    return [*check_layout(parts.file), *check_content(read_paper(parts), corpus_file.name)]


@dataclass(frozen=True)
class Result:
    """One document: each entry with the findings about it, all findings, and those in no list."""

    document: str
    matched: tuple[tuple[Entry, tuple[Diagnostic, ...]], ...]
    found: tuple[Diagnostic, ...]

    @property
    def strange(self) -> list[Diagnostic]:
        """The findings that are about no entry."""
        listed = {one for _, ones in self.matched for one in ones}
        return [one for one in self.found if one not in listed]

    def count(self, *, certain: bool) -> tuple[int, int]:
        """How many entries are found, of how many."""
        return score(self.matched, certain=certain)


def score(
    matched: Sequence[tuple[Entry, tuple[Diagnostic, ...]]], *, certain: bool, family: str = ""
) -> tuple[int, int]:
    """How many entries are found, of how many."""
    wanted = [
        bool(ones)
        for entry, ones in matched
        if entry.certain is certain and (not family or entry.family == family)
    ]
    return sum(wanted), len(wanted)


def results(shared: Path) -> list[Result]:
    """The worked lists against what is found."""
    compared = []
    for path in sorted((shared / "defects").glob("*.md")):
        document = path.name[:3]
        found = tuple(findings(shared / "corpus" / f"{document}.json"))
        matched = tuple((entry, tuple(one for one in found if fits(one, entry))) for entry in entries(path))
        compared.append(Result(document, matched, found))
    return compared


def main(shared: str) -> int:
    """Print the tables for all worked lists; return the exit status."""
    compared = results(Path(shared))
    for result in compared:
        _print_document(result)
    _print_families(compared)
    return 0


def _print_document(result: Result) -> None:
    certain, arguable = result.count(certain=True), result.count(certain=False)
    print(f"{result.document}: certain {_of(certain)}, arguable {_of(arguable)}")
    for entry, ones in result.matched:
        codes = ", ".join(sorted({one.code for one in ones})) or "-"
        why = MISSED.get(entry.key, "") if not ones else ""
        sure = "C" if entry.certain else "a"
        print(f"  {entry.key} {sure} {entry.category:16} {codes:24} {entry.why[:70]}")
        if why:
            print(f"{'':12}missed: {why}")
    print(f"  in no list: {len(result.strange)} of {len(result.found)} findings")
    for one in result.strange:
        print(f"    {one.code}: {one.where[:90]}: {one.message[-110:]}")


def _print_families(compared: Sequence[Result]) -> None:
    matched = [pair for result in compared for pair in result.matched]
    strange = Counter(one.code.partition("-")[0] for result in compared for one in result.strange)
    print(f"{'family':8}{'certain':>10}{'arguable':>10}{'in no list':>12}")
    for family in FAMILIES:
        certain = score(matched, certain=True, family=family)
        arguable = score(matched, certain=False, family=family)
        print(f"{family:8}{_of(certain):>10}{_of(arguable):>10}{strange[family]:>12}")
    print(f"{'layout':8}{'':20}{strange['ND30']:>12}")
    certain, arguable = score(matched, certain=True), score(matched, certain=False)
    print(f"{'all':8}{_of(certain):>10}{_of(arguable):>10}{strange.total():>12}")


def _of(pair: tuple[int, int]) -> str:
    return f"{pair[0]}/{pair[1]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
