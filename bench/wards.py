"""Many different wards' specs from one sample: the work of a province, for measuring and for trying.

    python -m bench.wards FOLDER [COUNT] [SPEC]

Each ward has its own name, number, planned figures, and every fifth line of its prose says something of its
own, so that no two documents are equal and most of the text is shared, as among wards of one province.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = "specs/minh-hung/ke-hoach-2026.yaml"
_FIRST, _SECOND, _THIRD = (
    tuple(names.split())
    for names in (
        "An Bình Cẩm Đông Gia Hòa Khánh Long Minh Nam Phú Quang Sơn Tân Thanh Thuận Trung Vĩnh Xuân Yên",
        "An Bình Cường Đức Giang Hà Hải Hưng Lâm Lộc Mỹ Nghĩa Phong Phước Sơn Tâm Thành Thịnh Trường Xuyên",
        "Bắc Đoài Hạ Nam Thượng Trì Tây Trung Đông",
    )
)
_NAME = re.compile(r"(?<=\bten: )[^,}\n]+")
_FIGURE = re.compile(r"^(\s+(?:- )?ke_hoach: \D*)(\d+)(%?)$")
_PROSE = re.compile(r"^\s+- [^:<>*]{60,}\.$")


def ward_name(number: int) -> str:
    """The name of ward ``number`` (from 0); 3,600 different ones."""
    rest, first = divmod(number, len(_FIRST))
    rest, second = divmod(rest, len(_SECOND))
    name = f"{_FIRST[first]} {_SECOND[second]}"
    return f"{name} {_THIRD[rest - 1]}" if rest else name


def ward_spec(sample: str, number: int) -> str:
    """The spec of ward ``number`` made from the text of ``sample``."""
    name = ward_name(number)
    lines = []
    for index, line in enumerate(sample.splitlines()):
        if line.startswith("don_vi:"):
            line = _NAME.sub(name, line)
        elif line.startswith("so_van_ban:"):
            line = f"so_van_ban: {number + 1}"
        elif _PROSE.match(line) and (index + number) % 5 == 0:
            line = f"{line[:-1]}, trong đó giao đầu mối {number + 1} của {name} theo dõi hằng tháng."
        elif figure := _FIGURE.match(line):
            line = f"{figure[1]}{max(1, int(figure[2]) - number % 7)}{figure[3]}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def write_wards(folder: Path, count: int, sample: str = SAMPLE) -> list[Path]:
    """Write ``count`` specs into ``folder`` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    text = (ROOT / sample).read_text(encoding="utf-8")
    paths = []
    for number in range(count):
        path = folder / f"{number + 1:04}.yaml"
        path.write_text(ward_spec(text, number), encoding="utf-8")
        paths.append(path)
    return paths


if __name__ == "__main__":
    write_wards(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200, *sys.argv[3:4])
