"""What ``check`` says of a fresh clone: its blanks, and how many places the pack accepts with a reason."""

from __future__ import annotations

import datetime
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from nq57gen.diagnostics import Diagnostic
from nq57gen.operations.check import check_spec
from nq57gen.operations.chosen import Chosen
from nq57gen.operations.clone import Wish, clone
from nq57gen.operations.paths import Given

#: A place to fill in, and the count of accepted places.
BLANK, ACCEPTED = "N033", "D109"
UNITS = {
    "chung": ("phường Ba Đình, Hà Nội", "xã Sơn Tây, Hà Tĩnh", "đặc khu Phú Quốc, An Giang"),
    "dong-nai": ("phường Minh Hưng", "xã Phú Riềng"),
    "hai-phong": ("phường Chu Văn An", "xã Gia Phúc", "đặc khu Cát Hải"),
}
#: How many places of a plan, and so of its report, stand as the province's list has them.
PLACES = {"chung": 0, "dong-nai": 6, "hai-phong": 7}
CLONES = [(pack, unit) for pack, units in UNITS.items() for unit in units]


@cache
def fresh(pack: str, unit: str) -> dict[str, tuple[str, tuple[Diagnostic, ...]]]:
    """The text of the plan and of the report of a unit that typed nothing yet, and what is found in each."""
    with TemporaryDirectory() as folder:
        project = Path(folder)
        made = clone(Wish(pack, unit, "", 2026, datetime.date(2026, 10, 10)), project)
        made.write()
        return {
            file.path.name.partition("-2026")[0]: (
                file.data.decode(),
                check_spec(Given(file.path, file.shown_as, is_word=False), project, Chosen()),
            )
            for file in made.files
        }


@pytest.mark.parametrize("document", ["ke-hoach", "bao-cao"])
@pytest.mark.parametrize(("pack", "unit"), CLONES)
def test_only_blanks_and_the_count_of_accepted_places_are_told(pack: str, unit: str, document: str) -> None:
    _, told = fresh(pack, unit)[document]
    others = [one for one in told if one.code not in (BLANK, ACCEPTED)]
    assert [f"{one.code} {one.where} {one.message}" for one in others] == []
    assert any(one.code == BLANK for one in told)
    counts = [re.findall(r"\d+ chỗ", one.message) for one in told if one.code == ACCEPTED]
    assert counts == ([[f"{PLACES[pack]} chỗ"]] if PLACES[pack] else [])


@pytest.mark.parametrize("pack", ["dong-nai", "hai-phong"])
def test_a_plan_and_its_report_accept_the_same_for_the_same_reasons(pack: str) -> None:
    accepted = [
        text[text.index("kiem_tra:\n") : text.index("noi_nhan:\n")]
        for text, _ in fresh(pack, UNITS[pack][0]).values()
    ]
    assert accepted[0] == accepted[1]
    assert accepted[0].count("ly_do: ") == PLACES[pack]
