"""Viết hoa tên người, đơn vị hành chính, vùng, cơ quan (Phụ lục II, Mục II-IV; V.1).

Only what the words nearly settle: a name of a short list written otherwise, a pattern that is wrong in
every usual reading. Where another reading is thinkable (a person or not, Nhân dân by itself or not) it is a
warning, though the decree commands it; what depends on the meaning alone (rivers) is left to people.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Iterable, Iterator

from nq57gen.checks.layout.parts import Parts
from nq57gen.checks.layout.pieces import once_each
from nq57gen.checks.layout.rule import WARNING, Found, edit, rule
from nq57gen.checks.layout.wording import (
    INSIDE,
    LOWER,
    UPPER,
    Line,
    all_groups,
    all_lines,
    names,
    slip,
    slips,
    small_letters,
    words,
)
from nq57gen.patterns import lazily

_FAMILY = "|".join(words("family_names"))
_MIDDLE_NAMES = "văn|thị|đức|hữu|minh|quốc|ngọc|xuân|thanh|công|đình"
_PERSONS = [
    slip(
        rf"(?<!\w)(đồng chí|ông|bà) ((?:{_FAMILY.lower()}) (?:{_MIDDLE_NAMES}) \w+)",
        lambda match: f"{match[1]} {match[2].title()}",
        "đồng chí ",
        "ông ",
        "bà ",
    ),
    slip(
        rf"(?<!\w)({_FAMILY}) (văn|thị) ([{UPPER}][{LOWER}]+)",
        lambda match: f"{match[1]} {match[2].title()} {match[3]}",
        " văn ",
        " thị ",
    ),
]
_UNITS = [
    slip(rf"{INSIDE}Tỉnh ({'|'.join(words('provinces'))})(?!\w)", r"tỉnh \1", "tỉnh "),
    slip(rf"{INSIDE}Thành phố ({'|'.join(words('cities'))})(?!\w)", r"thành phố \1", "thành phố "),
]
_OWN_UNIT = lazily(
    rf"{INSIDE}(?P<kind>[Pp]hường|[Xx]ã|[Đđ]ặc khu) (?P<name>[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)*)"
)
#: What looks back stands behind the first words: a pattern that begins with letters is found much faster.
_SPECIAL_UNITS = [
    slip(r"thành phố (?<!\wthành phố )Hồ Chí Minh(?!\w)", "Thành phố Hồ Chí Minh", "thành phố hồ chí minh"),
    slip(r"thủ đô (?<!\wthủ đô )Hà Nội(?!\w)", "Thủ đô Hà Nội", "thủ đô hà nội"),
    slip(r"quận (?<!\wquận )(\d{1,2})(?=[;)]|[,.](?!\d)|$)", r"Quận \1", "quận "),
    slip(r"phường (?<!\wphường )(\d{1,2})(?=[;)]|[,.](?!\d)|$)", r"Phường \1", "phường "),
]
_REGIONS = [slip(r"(đồng bằng|miền|vùng) (Bắc|Trung|Nam) bộ(?! [\w]*(?:đội|phận))(?!\w)", r"\1 \2 Bộ", " bộ")]
_OF_UNIT = rf"(?= (?:tỉnh|thành phố|phường|xã|đặc khu) [{UPPER}])"
_AGENCIES = [
    slip(rf"ủy ban nhân dân(?<!\wủy ban nhân dân){_OF_UNIT}", "Ủy ban nhân dân", "ủy ban nhân dân "),
    slip(rf"hội đồng nhân dân(?<!\whội đồng nhân dân){_OF_UNIT}", "Hội đồng nhân dân", "hội đồng nhân dân "),
]
_PEOPLE_AND_STATE = [
    slip(r"((?<!\w)(?:của|do|vì) |Đảng và |Đảng, )nhà nước(?!\w)", r"\1Nhà nước", "nhà nước"),
    slip(
        r"(?<!\w)((?:của|cho|vì|phục vụ|trong|với|đến) |(?:cán bộ|đảng viên|công chức|viên chức|doanh nghiệp)"
        r"(?: và|,) )nhân dân(?! tệ)(?!\w)",
        r"\1Nhân dân",
        "nhân dân",
    ),
]


@rule(
    "ND30-VH-02",
    "PL II, Mục II",
    "Tên người Việt Nam viết hoa chữ đầu mọi âm tiết",
    "viết hoa từng âm tiết của họ, tên đệm và tên",
    severity=WARNING,
    bad=[
        edit(
            "body",
            "tên đệm viết thường",
            text="Giao đồng chí Nguyễn văn An, công chức Phòng Văn hóa - Xã hội, theo dõi và tổng hợp.",
        ),
        edit(
            "body",
            "cả tên viết thường",
            text="Giao ông trần văn bình, công chức Phòng Văn hóa - Xã hội, theo dõi và tổng hợp.",
        ),
    ],
)
def persons(parts: Parts) -> Iterable[Found]:
    """Names that begin like a Vietnamese family name."""
    yield from slips(all_groups(parts), _PERSONS)


@rule(
    "ND30-VH-03",
    "PL II, Mục III.1.a",
    "Danh từ chung chỉ đơn vị hành chính (tỉnh, thành phố, xã, phường) viết thường, chỉ tên riêng viết hoa",
    "viết “tỉnh Đồng Nai”, “thành phố Hải Phòng”; một đơn vị chỉ viết một cách trong cả văn bản",
    severity=WARNING,
    bad=[
        edit(
            "body",
            "viết hoa chữ tỉnh",
            text="Thực hiện chỉ đạo của Ủy ban nhân dân Tỉnh Đồng Nai về chuyển đổi số trong năm 2026.",
        ),
        edit(
            "body",
            "viết hoa chữ thành phố",
            text="Học tập kinh nghiệm của các phường thuộc Thành phố Hải Phòng về chuyển đổi số.",
        ),
        edit(
            "body",
            "một phường viết hai cách",
            text="Toàn thể cán bộ, công chức Phường Minh Hưng hoàn thành bồi dưỡng kỹ năng số trong quý II.",
        ),
    ],
)
def units(parts: Parts) -> Iterable[Found]:
    """Provinces and cities with a capital too many; a commune that is written in two ways."""
    yield from slips(all_groups(parts), _UNITS)
    yield from _two_ways(all_lines(parts))


@once_each
def _own_units(line: Line) -> tuple[re.Match[str], ...]:
    small = small_letters(line)
    told = "phường " in small or "xã " in small or "đặc khu " in small
    return tuple(_OWN_UNIT.finditer(line.old)) if told else ()


def _two_ways(lines: list[Line]) -> Iterator[Found]:
    """The rarer way of two, each commune once."""
    ways: dict[tuple[str, str], dict[str, list[str]]] = collections.defaultdict(dict)
    for line in lines:
        for match in _own_units(line):
            kind, name = match["kind"], match["name"]
            ways[kind.lower(), name].setdefault(kind, []).append(line.at(*match.span()))
    for (_, name), kinds in ways.items():
        if len(kinds) > 1:
            rare, usual = sorted(kinds, key=lambda kind: len(kinds[kind]))
            yield Found(kinds[rare][0], f"“{rare} {name}”, chỗ khác “{usual} {name}”")


@rule(
    "ND30-VH-04",
    "PL II, Mục III.1.b, III.1.c",
    "Đơn vị hành chính mang tên số thì viết hoa cả danh từ chung; viết “Thủ đô Hà Nội”, “Thành phố Hồ Chí "
    "Minh”",
    "viết “Thành phố Hồ Chí Minh”, “Thủ đô Hà Nội”, “Quận 1”",
    bad=[
        edit(
            "body",
            "thành phố Hồ Chí Minh",
            text="Học tập kinh nghiệm của các phường thuộc thành phố Hồ Chí Minh về chuyển đổi số.",
        ),
        edit(
            "body",
            "thủ đô Hà Nội",
            text="Học tập kinh nghiệm của các phường thuộc thủ đô Hà Nội về cải cách hành chính.",
        ),
        edit("body", "quận mang số", text="Đoàn công tác học tập mô hình chuyển đổi số tại quận 1, quận 7."),
    ],
)
def special_units(parts: Parts) -> Iterable[Found]:
    """Units with a number, and the two special cases."""
    yield from slips(all_groups(parts), _SPECIAL_UNITS)


@rule(
    "ND30-VH-05",
    "PL II, Mục III.1.d, III.1.đ",
    "Tên vùng, miền ghép với từ chỉ phương hướng viết hoa mọi âm tiết: Tây Nguyên, Đông Nam Bộ, Bắc Trung Bộ",
    "viết “Tây Nguyên”, “Đông Nam Bộ”, “Bắc Trung Bộ”",
    bad=[
        edit(
            "body",
            "Đông Nam bộ",
            text="Tham khảo cách làm của các địa phương vùng Đông Nam bộ trong phát triển hạ tầng số.",
        ),
        edit(
            "body",
            "Tây nguyên",
            text="Tham khảo cách làm của các địa phương vùng Tây nguyên trong phát triển hạ tầng số.",
        ),
    ],
)
def regions(parts: Parts) -> Iterable[Found]:
    """Names of regions."""
    groups = all_groups(parts)
    yield from names(groups, words("regions"))
    yield from slips(groups, _REGIONS)


@rule(
    "ND30-VH-06",
    "PL II, Mục IV.1",
    "Tên cơ quan viết hoa chữ đầu của từ chỉ loại hình và của từ chỉ lĩnh vực, các âm tiết khác viết thường",
    "viết “Ủy ban nhân dân”, “Hội đồng nhân dân”, “Bộ Khoa học và Công nghệ”",
    bad=[
        edit(
            "body",
            "hoa mọi âm tiết",
            text="Thực hiện chỉ đạo của Ủy Ban Nhân Dân tỉnh Đồng Nai về chuyển đổi số trong năm 2026.",
        ),
        edit(
            "body",
            "hoa chữ Nhân dân",
            text="Thực hiện chỉ đạo của Ủy ban Nhân dân tỉnh Đồng Nai về chuyển đổi số trong năm 2026.",
        ),
        edit(
            "body",
            "tên cơ quan viết thường",
            text="Thực hiện chỉ đạo của ủy ban nhân dân tỉnh Đồng Nai về chuyển đổi số trong năm 2026.",
        ),
        edit(
            "body",
            "Bộ Khoa học và công nghệ",
            text="Thực hiện hướng dẫn của Bộ Khoa học và công nghệ về chuyển đổi số trong năm 2026.",
        ),
    ],
)
def agencies(parts: Parts) -> Iterable[Found]:
    """Names of agencies of the list, and the two committees of a unit in small letters."""
    groups = all_groups(parts)
    yield from names(groups, words("agencies"))
    yield from slips(groups, _AGENCIES)


@rule(
    "ND30-VH-07",
    "suy từ PL II Mục IV.1; tên cơ quan theo tổ chức chính quyền hai cấp",
    "Tên cơ quan, đơn vị cấp xã viết như “Phòng Văn hóa - Xã hội”, “Trung tâm Phục vụ hành chính công”",
    "sửa theo tên trong quyết định thành lập cơ quan, đơn vị",
    severity=WARNING,
    bad=[
        edit(
            "body",
            "Phòng Văn hóa - xã hội",
            text="Các cơ quan gửi báo cáo về Phòng Văn hóa - xã hội trước ngày 25 hằng tháng để tổng hợp.",
        ),
        edit(
            "body",
            "Trung tâm phục vụ hành chính công",
            text="Người dân nộp hồ sơ tại Trung tâm phục vụ hành chính công hoặc qua Cổng dịch vụ công.",
        ),
    ],
)
def commune_offices(parts: Parts) -> Iterable[Found]:
    """Names of the offices every commune has."""
    yield from names(all_groups(parts), words("commune_offices"))


@rule(
    "ND30-VH-08",
    "PL II, Mục V.1; IV.1",
    "“Nhân dân”, “Nhà nước” viết hoa khi đứng độc lập",
    "viết “của Nhà nước”, “phục vụ Nhân dân”",
    severity=WARNING,
    bad=[
        edit(
            "body",
            "chính sách của nhà nước",
            text="Tuyên truyền đường lối của Đảng, chính sách của nhà nước về chuyển đổi số đến từng hộ dân.",
        ),
        edit(
            "body",
            "phục vụ nhân dân",
            text="Toàn thể cán bộ, công chức nâng cao tinh thần trách nhiệm, thái độ phục vụ nhân dân.",
        ),
    ],
)
def people_and_state(parts: Parts) -> Iterable[Found]:
    """The two words where they stand alone for certain."""
    yield from slips(all_groups(parts), _PEOPLE_AND_STATE)
