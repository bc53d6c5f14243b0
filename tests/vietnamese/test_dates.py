"""Dates by the rule of the decree: zeros before days below 10 and before the months 1 and 2."""

from __future__ import annotations

import datetime
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nq57gen.vietnamese.dates import DateError, DateProblem, blank_date, long_date, parse_date, short_date

#: ND 30, PL I, II.4: the whole line behind the name of the place.
DATE_LINE = re.compile(r"ngày (?:0[1-9]|[12]\d|3[01]| +) tháng (?:0[12]|[3-9]|1[0-2]| +) năm \d{4}")
DATES = st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2999, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "5/3/2026",
        "05/3/2026",
        "05/03/2026",
        "5-3-2026",
        "05.03.2026",
        " 05/3/2026 ",
        "ngày 05 tháng 3 năm 2026",
        "Ngày 5 tháng 03 năm 2026",
        "ngày  05\u00a0tháng 3 năm 2026",
        unicodedata.normalize("NFD", "ngày 05 tháng 3 năm 2026"),
    ],
)
def test_date_is_read_day_first(text: str) -> None:
    assert parse_date(text) == datetime.date(2026, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "3/2026",
        "2026-03-05",
        "05/3/26",
        "05/3-2026",
        "5/3/0026",
        "05 / 3 / 2026",
        "5/3/2026.",
        "005/3/2026",
        "ngày 05/3/2026",
        "ngày      tháng      năm 2026",
        "năm tháng ba",
    ],
)
def test_what_is_not_written_as_a_date_is_refused(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert (caught.value.reason, caught.value.text, caught.value.day) == (DateProblem.FORMAT, text, None)


@pytest.mark.parametrize(
    ("text", "day", "month", "last_day"),
    [
        ("31/11/2025", 31, 11, 30),
        ("29/02/2026", 29, 2, 28),
        ("30/02/2028", 30, 2, 29),
        ("00/3/2026", 0, 3, 31),
        ("32/12/2026", 32, 12, 31),
        ("22/13/2024", 22, 13, None),
        ("12/0/2024", 12, 0, None),
        ("ngày 31 tháng 4 năm 2026", 31, 4, 30),
    ],
)
def test_impossible_date_tells_the_last_day_of_the_month(
    text: str, day: int, month: int, last_day: int | None
) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    error = caught.value
    assert error.reason is DateProblem.IMPOSSIBLE
    assert (error.day, error.month, error.last_day) == (day, month, last_day)


def test_leap_day_is_read() -> None:
    assert parse_date("29/02/2028") == datetime.date(2028, 2, 29)


@pytest.mark.parametrize(
    ("date", "long", "short"),
    [
        (datetime.date(2026, 3, 5), "ngày 05 tháng 3 năm 2026", "05/3/2026"),
        (datetime.date(2026, 2, 12), "ngày 12 tháng 02 năm 2026", "12/02/2026"),
        (datetime.date(2026, 1, 1), "ngày 01 tháng 01 năm 2026", "01/01/2026"),
        (datetime.date(2025, 9, 9), "ngày 09 tháng 9 năm 2025", "09/9/2025"),
        (datetime.date(2025, 10, 22), "ngày 22 tháng 10 năm 2025", "22/10/2025"),
        (datetime.date(2024, 12, 31), "ngày 31 tháng 12 năm 2024", "31/12/2024"),
    ],
)
def test_date_is_written_with_the_zeros_of_the_decree(date: datetime.date, long: str, short: str) -> None:
    assert (long_date(date), short_date(date)) == (long, short)


def test_blank_date_leaves_room_and_fits_the_decree() -> None:
    assert blank_date(2026) == "ngày      tháng      năm 2026"
    assert DATE_LINE.fullmatch(blank_date(2026))


@given(DATES)
def test_written_dates_fit_the_decree_and_are_read_as_themselves(date: datetime.date) -> None:
    assert DATE_LINE.fullmatch(long_date(date))
    assert parse_date(long_date(date)) == parse_date(short_date(date)) == date
