"""Dates, read and written by the rule of decree 30/2020 (PL I, II.4.b).

Days below 10 and the months 1 and 2 take a leading zero; the months 3 to 9 do not.
"""

from __future__ import annotations

import datetime
import enum
import re
import unicodedata

from nq57gen.patterns import lazily

_SHORT = lazily(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([12][0-9]{3})")
_LONG = lazily(r"ngày\s+([0-9]{1,2})\s+tháng\s+([0-9]{1,2})\s+năm\s+([12][0-9]{3})", re.IGNORECASE)
_BLANK = " " * 6


class DateProblem(enum.Enum):
    """Why a date was refused."""

    FORMAT = "format"
    IMPOSSIBLE = "impossible"


class DateError(ValueError):
    """A text is not a date.

    For ``DateProblem.IMPOSSIBLE``, ``day``, ``month`` and ``year`` are the numbers as written and
    ``last_day`` is the last day of that month (None when there is no such month).
    """

    def __init__(
        self,
        text: str,
        reason: DateProblem,
        *,
        day: int | None = None,
        month: int | None = None,
        year: int | None = None,
        last_day: int | None = None,
    ) -> None:
        self.text = text
        self.reason = reason
        self.day = day
        self.month = month
        self.year = year
        self.last_day = last_day
        super().__init__(f"{reason.value} of date: {text!r}")


def parse_date(text: str) -> datetime.date:
    """Read "5/3/2026", "05-03-2026", "5.3.2026" or "ngày 05 tháng 3 năm 2026" (day first).

    Raises :class:`DateError`.
    """
    written = unicodedata.normalize("NFC", text).strip()
    if short := _SHORT.fullmatch(written):
        numbers = short.group(1, 3, 4)
    elif long := _LONG.fullmatch(written):
        numbers = long.group(1, 2, 3)
    else:
        raise DateError(text, DateProblem.FORMAT)
    day, month, year = (int(number) for number in numbers)
    try:
        return datetime.date(year, month, day)
    except ValueError:
        last_day = _last_day(year, month) if 1 <= month <= 12 else None
        raise DateError(
            text, DateProblem.IMPOSSIBLE, day=day, month=month, year=year, last_day=last_day
        ) from None


def _last_day(year: int, month: int) -> int:
    import calendar  # only for a day that its month does not have

    return calendar.monthrange(year, month)[1]


def _month(month: int) -> str:
    return f"{month:02d}" if month <= 2 else str(month)


def long_date(date: datetime.date) -> str:
    """Write "ngày 05 tháng 3 năm 2026" (decree 30/2020, PL I, II.4.b)."""
    return f"ngày {date.day:02d} tháng {_month(date.month)} năm {date.year}"


def short_date(date: datetime.date) -> str:
    """Write "05/3/2026", with the same zeros as :func:`long_date`."""
    return f"{date.day:02d}/{_month(date.month)}/{date.year}"


def blank_date(year: int) -> str:
    """Write the date line of a draft: six spaces for the day and for the month, to be filled by hand."""
    return f"ngày{_BLANK}tháng{_BLANK}năm {year}"
