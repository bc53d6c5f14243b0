"""Mistakes that were written without knowledge of the rules are found, harmless edits are not."""

from __future__ import annotations

import functools
import re
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from nq57gen.diagnostics import Diagnostic
from nq57gen.operations.check import check
from nq57gen.operations.chosen import Chosen
from nq57gen.operations.paths import Given
from tests.content.seeds.independent import AT_FIRST, BY_FAMILY, HARMLESS, Harmless, Independent, path_of
from tests.content.seeds.independent.seed import SAMPLES, Edit

#: A report is compared with this plan, which must lie beside it.
_PLAN = "ke-hoach-2026.yaml"
_LINE = re.compile(r"dòng \d+")
SEEDS = [seed for seeds in BY_FAMILY.values() for seed in seeds]


def findings(text: str, folder: Path) -> tuple[Diagnostic, ...]:
    """What ``check`` says of a spec ``text``."""
    shutil.copy(SAMPLES / _PLAN, folder / _PLAN)
    path = folder / "edited.yaml"
    path.write_text(text, encoding="utf-8")
    return check(Given(path, path.name, is_word=False), folder, Chosen())


def said(finding: Diagnostic) -> tuple[str, str]:
    """Code and words of a finding, on whatever line."""
    return finding.code, _LINE.sub("", finding.message)


@functools.cache
def known(sample: str, folder: Path) -> Counter[tuple[str, str]]:
    """What is said of a sample as it is."""
    return Counter(map(said, findings(path_of(sample).read_text(encoding="utf-8"), folder)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("edited")


def newly(sample: str, edits: Sequence[Edit], folder: Path) -> list[Diagnostic]:
    """What is newly said of a sample after edits."""
    text = path_of(sample).read_text(encoding="utf-8")
    before = known(sample, folder)
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
        text = text.replace(old, new)
    return [one for one in findings(text, folder) if said(one) not in before]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_mistake_is_found(seed: Independent, folder: Path) -> None:
    new = newly(seed.sample, seed.edits, folder)
    if seed.missed:
        assert not new, "found now: take the reason away"
        return
    found = [
        one
        for one in new
        if one.code == seed.code and seed.words.lower() in f"{one.where} {one.message}".lower()
    ]
    assert found, [f"{one.code} {one.where} {one.message}" for one in new]


@pytest.mark.parametrize("edit", HARMLESS, ids=lambda edit: edit.name)
def test_nothing_is_said_of_a_harmless_edit(edit: Harmless, folder: Path) -> None:
    new = newly(edit.sample, edit.edits, folder)
    assert not new, [f"{one.code} {one.where} {one.message}" for one in new]


def test_the_first_figures_are_those_of_the_set() -> None:
    counted = {
        family: (
            sum(seed.at_first for seed in seeds if seed.certain),
            sum(seed.certain for seed in seeds),
        )
        for family, seeds in BY_FAMILY.items()
    }
    assert counted == AT_FIRST
    assert min(len(seeds) for seeds in BY_FAMILY.values()) >= 15
    assert len({seed.name for seed in SEEDS}) == len(SEEDS) >= 120
    assert len(HARMLESS) >= 40


def test_nearly_all_certain_mistakes_are_found_today() -> None:
    missed = [seed for seed in SEEDS if seed.certain and seed.missed]
    assert len(missed) <= sum(seed.certain for seed in SEEDS) * 0.05
