"""The names by which a document calls the offices every commune has."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from nq57gen.checks.content.paper import Kind, Paper
from nq57gen.checks.content.wording import Place, lists, written
from nq57gen.checks.layout.wording import old_tones
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily

#: The parts of "Văn phòng HĐND và UBND".
_COUNCIL = ("HĐND", "UBND")
_BRACKETS = lazily(r"\(([^()]*)\)")
_EN_DASH = "–"


@dataclass(frozen=True, slots=True)
class OfficeNames:
    """One office: the places of each of its spellings, those that the document introduces left out.

    ``full`` are the spellings with every word written out, ``short`` the others.
    """

    full: dict[str, list[Place]]
    short: dict[str, list[Place]]

    @property
    def tied(self) -> bool:
        """Whether a reader knows the short name: one, only in tables, the initials of the one full name."""
        if len(self.full) != 1 or len(self.short) != 1:
            return False
        (full,), (short,) = self.full.values(), self.short.values()
        dashed = all(_EN_DASH in passage.text[start:end] for passage, start, end in full)
        same_dash = not dashed or not any("-" in passage.text[start:end] for passage, start, end in short)
        return same_dash and all(passage.kind is Kind.CELL for passage, _, _ in short)


@once_a_document
def offices(paper: Paper) -> list[OfficeNames]:
    """The offices of the list that the document names, differences of capitals alone left aside."""
    found = []
    for kind, parts in lists()["offices"]:
        names = OfficeNames({}, {})
        for passage in written(paper):
            if passage.kind is Kind.TITLE or (passage.kind is not Kind.CELL and passage.text.isupper()):
                continue
            for match in _office(kind, tuple(parts)).finditer(passage.text):
                if not _introduced(paper, match.group()):
                    ways = names.short if _is_short(match.group(), kind, parts) else names.full
                    ways.setdefault(_spelling(match.group()), []).append((passage, *match.span()))
        if names.full or names.short:
            found.append(names)
    return found


def _is_short(name: str, kind: str, parts: list[str]) -> bool:
    """Whether a word of a name is not written out: "VP HĐND-UBND", "Trung tâm PVHCC"."""
    plain = old_tones(name).lower()
    missing = [part for part in (kind, *parts) if old_tones(part).lower() not in plain]
    return any(not part.isupper() for part in missing)


def _spelling(text: str) -> str:
    """What of a name counts: not its capitals (other rules), nor which dash."""
    return old_tones(text[0].upper() + text[1:]).replace(_EN_DASH, "-").lower()


@functools.lru_cache(maxsize=256)
def _office(kind: str, parts: tuple[str, ...]) -> re.Pattern[str]:
    """The name in full or with any of its parts as initials, with any signs between."""
    kinds = "|".join(map(re.escape, [kind, kind.lower(), *lists()["kinds_short"].get(kind, [])]))
    each = [rf"(?:{re.escape(part)}|{_initials(part)})" for part in parts]
    if parts == _COUNCIL:  # "Văn phòng UBND" is meant for both
        each[0] = rf"(?:{each[0]})?"
    between = r"[\s,.–&-]{0,3}(?:và )?"
    return re.compile(rf"(?<!\w)(?:{kinds})\s?(?i:{between.join(each)})(?!\w)(?! (?:tỉnh|thành phố))")


def _initials(part: str) -> str:
    return part if part.isupper() else "".join(word[0].upper() for word in part.split())


@once_a_document
def _in_brackets(paper: Paper) -> frozenset[str]:
    return frozenset(text for passage in paper.passages for text in _BRACKETS.findall(passage.text))


def _introduced(paper: Paper, name: str) -> bool:
    """Whether a name, or the short form at its end, stands in brackets somewhere: "(VHXH)"."""
    short = name.split(" ")[-1]
    return short.isupper() and not {short, name}.isdisjoint(_in_brackets(paper))


def places_of_short_names(paper: Paper) -> list[Place]:
    """Where an office stands by a short name that its full name explains, or that rule NN-12 tells of."""
    return [
        place
        for names in offices(paper)
        if names.full or len(names.short) > 1
        for places in names.short.values()
        for place in places
    ]
