"""The skeletons of a pack as a ward gets them: its own name in them, a plan's appendices in its report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nq57gen.cloning import Own, fill

ROOT = Path(__file__).resolve().parents[3]
PACKS = ("chung", "dong-nai", "hai-phong")
#: A place to fill, ``<<?what to fill in>>``.
BLANK = re.compile(r"<<\?([^<>]+)>>")
#: What to put into a blank for a trial: the first pattern found in its words, else a figure.
_TRIAL = (
    ("ngày/tháng/năm", "05/3/2026"),
    ("^nêu|^nhiệm vụ", "Nội dung của đơn vị"),
    ("số, ngày và tên|việc|nội dung|nguyên nhân|sáng kiến|văn bản", "nội dung của đơn vị"),
    ("^người|họ và tên", "Nguyễn Văn An"),
    ("^kết quả$", "85%"),
    ("^chỉ tiêu", "≥ 80%"),
)
_TOP_KEY = re.compile(r"([a-z_]+):")


@dataclass(frozen=True)
class Unit:
    """A commune, its province, and the year of its documents."""

    kind: str
    name: str
    year: int
    province: str = "Thanh Hóa"
    province_kind: str = "tỉnh"


def skeleton(pack: str, document: str) -> str:
    """The text of a pack's skeleton, ``document``: ke_hoach or bao_cao."""
    return (ROOT / "templates" / pack / "khung" / f"{document}.yaml").read_text(encoding="utf-8")


def clone(text: str, unit: Unit) -> str:
    """A skeleton as the unit gets it; the blanks that are not names stay."""
    pack = re.search(r"^mau: (.*)$", text, re.MULTILINE)
    own = Own(unit.kind, unit.name, unit.year, unit.province, unit.province_kind)
    return fill(text, own, pack[1] if pack else "chung", "1")


def on_trial(text: str) -> str:
    """Put something plausible into every blank."""
    return BLANK.sub(lambda blank: _trial_value(blank[1]), text)


def _trial_value(words: str) -> str:
    return next((value for pattern, value in _TRIAL if re.search(pattern, words)), "12")


def sections(text: str) -> Mapping[str, list[str]]:
    """The lines of each top-level key, comments and blank lines left out."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        key = _TOP_KEY.match(line)
        if key:
            lines = found.setdefault(key[1], [])
        lines.append(line)
    return found
