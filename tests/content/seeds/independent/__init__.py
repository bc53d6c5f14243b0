"""Mistakes and harmless edits written without knowledge of the rules, from what officials get wrong.

How many of the mistakes the rules found when the set was written, certain and arguable ones apart, is in
``at_first`` of each; :data:`AT_FIRST` has the sums. The rules were mended afterwards, so only these first
figures say how well mistakes are found that no rule was written for.
"""

from __future__ import annotations

from tests.content.seeds.independent.arithmetic import ARITHMETIC
from tests.content.seeds.independent.citations import CITATIONS
from tests.content.seeds.independent.counts import COUNTS
from tests.content.seeds.independent.harmless_figures import HARMLESS_FIGURES
from tests.content.seeds.independent.harmless_words import HARMLESS_WORDS
from tests.content.seeds.independent.language import LANGUAGE
from tests.content.seeds.independent.seed import Harmless, Independent, path_of
from tests.content.seeds.independent.structure import STRUCTURE
from tests.content.seeds.independent.targets import TARGETS
from tests.content.seeds.independent.units import UNITS

__all__ = ["AT_FIRST", "BY_FAMILY", "HARMLESS", "Harmless", "Independent", "path_of"]

BY_FAMILY = {
    "SO": ARITHMETIC,
    "DEM": COUNTS,
    "VB": CITATIONS,
    "DV": UNITS,
    "CT": STRUCTURE,
    "NV": TARGETS,
    "NN": LANGUAGE,
}
HARMLESS = [*HARMLESS_FIGURES, *HARMLESS_WORDS]
#: Certain mistakes found at first, of how many; nothing new was said of any harmless edit.
AT_FIRST = {
    "SO": (12, 19),
    "DEM": (16, 20),
    "VB": (15, 21),
    "DV": (14, 20),
    "CT": (14, 19),
    "NV": (14, 19),
    "NN": (13, 25),
}
