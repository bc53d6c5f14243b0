"""A mistake put into a sample is found: a new finding of a fitting family holds the edited words."""

from __future__ import annotations

import functools
import re
from collections import Counter
from pathlib import Path

import pytest

from nq57gen.checks.content.engine import check_content
from nq57gen.checks.content.from_word import read_paper
from nq57gen.checks.content.rule import FAMILIES
from nq57gen.checks.layout.engine import check_layout
from nq57gen.checks.layout.parts import recognise
from nq57gen.diagnostics import Diagnostic
from nq57gen.operations.document import understand_source
from nq57gen.operations.render import render_bytes
from nq57gen.reading.word_file import read_word_file
from nq57gen.spec.source import SourceFile, read_source
from tests.content.seeds import SEEDS, Seed

ROOT = Path(__file__).resolve().parents[2]
_NUMBER_OF_A_PLACE = re.compile(r"\b(đoạn|bảng|hàng|ô|chú thích) \d+")


def findings(text: str, name: str) -> list[Diagnostic]:
    """What ``check`` says of the document of a spec ``text``."""
    understood = understand_source(SourceFile(name, text), ROOT)
    file = read_word_file(render_bytes(understood.spec, understood.document), name)
    return [*check_layout(file), *check_content(read_paper(recognise(file)), name)]


def sample(name: str) -> str:
    """The text of a sample."""
    return read_source(ROOT / "specs" / name, name).text


@functools.cache
def known(name: str) -> Counter[tuple[str, str]]:
    """What is said of a sample as it is."""
    return Counter(map(said, findings(sample(name), name)))


def said(finding: Diagnostic) -> tuple[str, str]:
    """Code and words of a finding, wherever it stands."""
    return finding.code, _NUMBER_OF_A_PLACE.sub(r"\1", f"{finding.where} {finding.message}")


def seeded(seed: Seed) -> list[Diagnostic]:
    """What is newly said of a sample with a mistake put in."""
    text = sample(seed.sample)
    assert text.count(seed.old) == 1, f"{seed.old!r} is there {text.count(seed.old)} times"
    before = known(seed.sample)
    return [one for one in findings(text.replace(seed.old, seed.new), seed.sample) if said(one) not in before]


def finds(seed: Seed, finding: Diagnostic) -> bool:
    """Whether ``finding`` is about the mistake."""
    words = f"{finding.where} {finding.message}".lower()
    return finding.code.startswith(tuple(seed.families.split())) and any(
        word.lower() in words for word in seed.words
    )


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: f"{seed.families.split()[0]} {seed.name}")
def test_a_seeded_mistake_is_found(seed: Seed) -> None:
    new = seeded(seed)
    found = [one for one in new if finds(seed, one)]
    if seed.missed:
        assert not found, "found now: take it out of MISSED"
        return
    assert found, [f"{one.code} {one.where} {one.message}" for one in new]


def test_the_seeds_are_many_and_of_every_family() -> None:
    assert len(SEEDS) >= 60
    families = Counter(seed.families.split()[0] for seed in SEEDS)
    assert set(families) == set(FAMILIES)
    assert min(families.values()) >= 8
    assert len({seed.families + seed.name for seed in SEEDS}) == len(SEEDS)


def test_nearly_all_seeds_are_found() -> None:
    missed = [seed for seed in SEEDS if seed.missed]
    assert len(missed) <= len(SEEDS) * 0.05
