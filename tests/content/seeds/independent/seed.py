"""A mistake, or a harmless edit, of a sample under ``specs/`` or of one of the two further units here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.content.seeds.seed import CHU_VAN_AN, GIA_PHUC, HANG_GON, MINH_HUNG, NAM_DO_SON

__all__ = [
    "BINH_LOC",
    "CHU_VAN_AN",
    "GIA_PHUC",
    "HANG_GON",
    "KIEN_HUNG",
    "MINH_HUNG",
    "NAM_DO_SON",
    "Edit",
    "Harmless",
    "Independent",
    "path_of",
]

#: A report and a plan of two further units, from the packs, filled in.
BINH_LOC, KIEN_HUNG = "binh-loc-bao-cao-2026.yaml", "kien-hung-ke-hoach-2026.yaml"
SAMPLES = Path(__file__).parent / "samples"
_SPECS = Path(__file__).resolve().parents[4] / "specs"

#: Words found once in a sample, and what they become.
Edit = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Independent:
    """A mistake: ``reader`` is what a careful reader says of it, ``certain`` or arguable.

    A new finding with the code ``code`` must hold ``words``. ``at_first``: found by the rules as they were
    when the set was written; ``missed`` says why no rule finds it today.
    """

    name: str
    sample: str
    reader: str
    edits: list[Edit]
    code: str
    words: str
    certain: bool = True
    at_first: bool = True
    missed: str = ""


@dataclass(frozen=True, slots=True)
class Harmless:
    """An edit of which nothing new may be said."""

    name: str
    sample: str
    edits: list[Edit]


def path_of(sample: str) -> Path:
    """The file of a sample."""
    return (_SPECS if "/" in sample else SAMPLES) / sample
