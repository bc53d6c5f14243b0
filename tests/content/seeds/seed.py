"""A mistake a person makes, as an edit of a sample under ``specs/``."""

from __future__ import annotations

from dataclasses import dataclass

MINH_HUNG = "minh-hung/ke-hoach-2026.yaml"
CHU_VAN_AN = "chu-van-an/ke-hoach-2025.yaml"
HANG_GON = "hang-gon/bao-cao-2025.yaml"
NAM_DO_SON = "nam-do-son/bao-cao-2025.yaml"
GIA_PHUC = "gia-phuc/bao-cao-2025.yaml"


@dataclass(frozen=True, slots=True)
class Seed:
    """One mistake: ``old``, found once in ``sample``, becomes ``new``.

    A new finding of one of ``families`` (letters of the codes, or a whole code) must hold one of ``words``.
    ``missed`` says why no rule finds it.
    """

    name: str
    families: str
    sample: str
    old: str
    new: str
    words: tuple[str, ...]
    missed: str = ""


#: Why no rule finds a mistake, by its name.
MISSED: dict[str, str] = {}


def seeds_of(families: str, sample: str, *seeds: tuple[str, str, str, tuple[str, ...]]) -> list[Seed]:
    """The mistakes of one sample: name, old and new words, what a finding must hold."""
    return [
        Seed(name, families, sample, old, new, words, MISSED.get(name, "")) for name, old, new, words in seeds
    ]
