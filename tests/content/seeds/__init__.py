"""Mistakes a person makes, one at a time, by the family of the rules that find them."""

from __future__ import annotations

from tests.content.seeds.arithmetic import ARITHMETIC
from tests.content.seeds.citations import CITATIONS
from tests.content.seeds.counts import COUNTS
from tests.content.seeds.language import LANGUAGE
from tests.content.seeds.seed import Seed
from tests.content.seeds.structure import STRUCTURE
from tests.content.seeds.targets import TARGETS
from tests.content.seeds.units import UNITS

__all__ = ["SEEDS", "Seed"]

SEEDS = [*ARITHMETIC, *COUNTS, *CITATIONS, *UNITS, *STRUCTURE, *TARGETS, *LANGUAGE]
