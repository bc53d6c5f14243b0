"""The skeletons of a pack as a ward gets them: its own name in them, a plan's appendices in its report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

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
_ROW = re.compile(r"( *)- ma: (\w+)$")
_COLUMNS_OF_RESULTS = (
    "      - {truong: ket_qua, tieu_de: Kết quả, rong: 9, can_le: giua}",
    "      - {truong: danh_gia, tieu_de: Đánh giá, rong: 8, can_le: giua}",
)


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
    """Fill what is the unit's; the other blanks stay."""
    own = {
        "don_vi.loai": unit.kind,
        "don_vi.ten": unit.name,
        "don_vi.tinh": unit.province,
        "don_vi.loai_tinh": unit.province_kind,
        "nam": str(unit.year),
    }
    return BLANK.sub(lambda blank: own.get(blank[1], blank[0]), text)


def on_trial(text: str) -> str:
    """Put something plausible into every blank."""
    return BLANK.sub(lambda blank: _trial_value(blank[1]), text)


def _trial_value(words: str) -> str:
    return next((value for pattern, value in _TRIAL if re.search(pattern, words)), "12")


def report_with_appendices(report: str, plan: str) -> str:
    """Put the appendices of ``plan`` at the end of ``report``, every target with a blank for its result.

    What the appendices call (``bien``, ``van_ban``, ``phong_ban``) comes with them.
    """
    appendices = "\n".join(_with_results(_section(plan, "phu_luc")))
    appendices = appendices.replace("nam_ke_hoach", "nam_bao_cao")
    own = [_called(plan, key, appendices) for key in ("van_ban", "phong_ban", "bien")]
    return "\n".join([report.rstrip("\n"), *(part for part in own if part), appendices]) + "\n"


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


def _section(text: str, key: str) -> list[str]:
    return sections(text).get(key, [])


def _called(plan: str, key: str, appendices: str) -> str:
    """The entries under the top-level ``key`` of ``plan`` that ``appendices`` name."""
    kept: list[str] = []
    keep = False
    for line in _section(plan, key)[1:]:
        entry = re.match(r"  (\w+):", line)
        if entry:
            keep = re.search(rf"\b{entry[1]}\b", appendices) is not None
        if keep:
            kept.append(line)
    return "\n".join([f"{key}:", *kept]) if kept else ""


def _with_results(lines: Sequence[str]) -> Iterator[str]:
    """A result for each target, behind its last field, and the columns that print it."""
    indent = ""
    targets = False
    column = ""
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if indent and not line.startswith(f"{indent}  "):
            yield f"{indent}  ket_qua: <<?kết quả>>"
            indent = ""
        here = _column(line)
        if column and not here:  # behind the last planned value
            yield from _COLUMNS_OF_RESULTS
        column = here
        layout = re.match(r"    bang: (\w+)", line)
        if layout:
            targets = layout[1] in ("chi_tieu", "giai_doan")
            if layout[1] == "chi_tieu" and after != "    cot:":
                line = "    bang: danh_gia"  # the columns of this layout hold the results
        row = _ROW.match(line)
        if row and targets and row[1] != "  ":
            indent = row[1]
        yield line
    if indent:
        yield f"{indent}  ket_qua: <<?kết quả>>"


def _column(line: str) -> str:
    """The field of a column that holds planned values, "" for any other line."""
    found = re.match(r"      - (?:\{truong: )?(ke_hoach|giai_doan\.\d{4})\b", line)
    return found[1] if found else ""
