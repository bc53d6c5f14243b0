"""Units that are named after a person or an event in history, whose common noun is a capital one.

Decree 30/2020/NĐ-CP, appendix II, III.1.b: "Phường Chu Văn An", "Phường Điện Biên Phủ" inside a sentence.
The register does not say what a name means; the form of the name does, but for those of ``data/persons.csv``.
"""

from __future__ import annotations

import functools
import importlib.resources

from nq57gen.patterns import lazily
from nq57gen.units.keys import exact_key

#: A name of a person in full has so many syllables; places are seldom so long.
_SYLLABLES = 3
#: Family names, of people more often than the beginnings of names of places ("An", "Bạch", "Sơn" are not).
_FAMILIES = lazily(
    "(?:Bế|Bùi|Cao|Châu|Chu|Doãn|Dương|Đàm|Đào|Đặng|Điểu|Đinh|Đoàn|Đỗ|Giáp|Hà|Hoàng|Hồ|Huỳnh|Hứa|Khúc|Kiều|Lâm"
    "|Lê|Lò|Lục|Lưu|Lương|Lý|Mạc|Mai|Nghiêm|Ngô|Nguyễn|Ninh|Nông|Phạm|Phan|Phùng|Quách|Tạ|Tăng|Thái|Thân|Tô|Tôn"
    "|Tống|Trần|Triệu|Trịnh|Trương|Vi|Võ|Vũ|Vương) "
)
_NOT_IN_A_PERSONS_NAME = lazily(r"[\d-]")


def is_named_after_someone(name: str) -> bool:
    """Whether a unit of this ``name`` (without its kind) is named after a person or an event, it seems."""
    told = _told().get(exact_key(name))
    if told is not None:
        return told
    in_full = len(name.split()) >= _SYLLABLES and not _NOT_IN_A_PERSONS_NAME.search(name)
    return in_full and _FAMILIES.match(name) is not None


@functools.cache
def _told() -> dict[str, bool]:
    """What the data file says of names."""
    file = importlib.resources.files("nq57gen.units").joinpath("data", "persons.csv")
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = (line.split(",", 2) for line in lines[1:])
    return {exact_key(name): capital == "có" for name, capital, _ in rows}
