"""Which units are named after a person or an event, as their names show."""

from __future__ import annotations

import csv
import importlib.resources

import pytest

from nq57gen.units.persons import is_named_after_someone
from nq57gen.units.register import register


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Chu Văn An", True),
        ("Nguyễn Thị Minh Khai", True),  # none of the register: a unit may be new
        ("Lê Chân", True),  # two syllables, told by the data
        ("Nguyễn Úy", True),  # the data writes "Uý"
        ("Điện Biên Phủ", True),
        ("Hạc Thành", False),
        ("Hà Đông", False),  # a family name begins many names of places
        ("Hà Giang 1", False),
        ("Lâm Viên - Đà Lạt", False),
        ("Hoàng Su Phì", False),  # three syllables, told by the data
        ("1", False),
        ("", False),
    ],
)
def test_the_form_of_a_name_tells_and_the_data_where_it_does_not(name: str, expected: bool) -> None:
    assert is_named_after_someone(name) is expected


def test_the_names_of_the_register_were_all_read() -> None:
    """Whoever adds a family name or takes in new units reads the names that come with them."""
    found = [unit for unit in register().units() if is_named_after_someone(unit.name)]
    assert len(found) == 71


def test_the_data_is_of_units_that_are_there_and_changes_what_the_form_says() -> None:
    file = importlib.resources.files("nq57gen.units").joinpath("data", "persons.csv")
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines))
    names = {unit.name for unit in register().units()}
    assert len(rows) > 30
    assert {row["name"] for row in rows} <= names
    assert {row["capital"] for row in rows} == {"có", "không"}
    assert all(row["reason"] for row in rows)
