"""One office by two names."""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.checks.content.paper import Paper
from nq57gen.checks.content.rule import Found, rule
from nq57gen.checks.content.rules.language.office_names import OfficeNames, offices
from nq57gen.checks.content.rules.language.ways import most_usual
from nq57gen.checks.content.wording import Place


@rule(
    "NN-12",
    "Một cơ quan, đơn vị viết một tên trong cả văn bản",
    "viết thống nhất một tên đầy đủ",
    bad=[
        "- Phòng Kinh tế, Hạ tầng và Đô thị;\n- Phòng KT, HT và ĐT;\n- Báo cáo phòng KT,HT và Đô thị.",
        "1. Văn phòng HĐND và UBND phường\n- VP. HĐND-UBND tổng hợp.",
        "Văn phòng HĐND-UBND tổng hợp, Văn phòng UBND báo cáo.",
        "1. Phòng Văn hóa - Xã hội\n| TT | Nhiệm vụ | Chủ trì |\n| 1 | Số hóa | Phòng VH-XH |\n"
        "| 2 | Tập huấn | Phòng VHXH |",
        "1. Trung tâm Phục vụ hành chính công\n- Trung tâm PVHCC báo cáo.\n"
        "| TT | Nhiệm vụ | Chủ trì |\n| 1 | Số hóa | Trung tâm PVHCC |",
    ],
    good=[
        "1. Phòng Văn hóa - Xã hội (VHXH)\n- Phòng VHXH tổng hợp; Phòng Văn hóa - Xã hội theo dõi.",
        "1. Phòng Văn hóa - Xã hội\n- Văn phòng HĐND và UBND phường tổng hợp.\n| TT | Nhiệm vụ | Chủ trì |\n"
        "| 1 | Số hóa | Phòng VH-XH |\n| 2 | Tập huấn | VP HĐND-UBND |\n| 3 | Họp | Phòng Văn hóa - Xã hội |",
        "Nơi nhận:\n- Phòng Kinh tế; Văn phòng HĐND và UBND; Văn phòng Đảng ủy.",
    ],
)
def two_names(paper: Paper) -> Iterable[Found]:
    """Offices in more than one way; one short name in tables that the full one explains is let pass."""
    for names in offices(paper):
        ways = [*names.full.values(), *names.short.values()]
        if len(ways) > 1 and not names.tied:
            yield _told(names, ways)


def _told(names: OfficeNames, ways: list[list[Place]]) -> Found:
    """One finding at the rarest way but the usual full one, with the count of each."""
    full = max(names.full.values() or ways, key=len)
    passage, start, end = min((places for places in ways if places is not full), key=len)[0]
    often = sorted(ways, key=len, reverse=True)
    told = ", ".join(f"“{most_usual(places)}” {len(places)} chỗ" for places in often)
    hint = f"viết thống nhất “{most_usual(full)}”"
    if names.full and names.short:
        short = most_usual(max(names.short.values(), key=len))
        hint += f"; nếu dùng tên ngắn thì dùng một tên, giới thiệu ở lần đầu: “{most_usual(full)} ({short})”"
    return Found(passage.quoted(start, end), told, hint)
