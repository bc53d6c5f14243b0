"""The register of the 34 provinces and 3,321 communes, wards and special zones, and how to find one by name.

The data is ``data/units.csv``, made by ``tools/units.py`` (source and licence beside it); it begins with the
order of 1 July 2025. Nothing is read before the first question; rows become objects when asked for.
"""

from __future__ import annotations

import datetime
import functools
import importlib.resources
from collections.abc import Iterator

from nq57gen.patterns import lazily
from nq57gen.units.keys import bare_key, bare_keys, exact_key, has_marks
from nq57gen.units.match import Match, Outcome, judge
from nq57gen.units.places import Province, Unit
from nq57gen.units.readings import Reading, province_reading, unit_readings
from nq57gen.units.suggest import Known, nearest
from nq57gen.vietnamese.syllables import fold

_Row = list[str]
_CODE, _KIND, _NAME, _PROVINCE, _FROM, _TO, _RESOLUTION = range(7)
_DATE = lazily(r"\d{4}-\d\d-\d\d")
_NOT_SLUG = lazily(r"[^a-z0-9]+")
_date = functools.lru_cache(maxsize=128)(datetime.date.fromisoformat)


class Register:
    """The rows of the data file. :func:`register` reads it once; ``text`` is for other files of its form.

    ``as_of`` is the day of the catalogue it was made from. A day (``on``) left out means the newest forms.
    """

    def __init__(self, text: str) -> None:
        lines = text.splitlines()
        self.as_of = _date(_DATE.findall(lines[0])[0])
        first = next(number for number, line in enumerate(lines) if not line.startswith("#")) + 1
        self._rows = [line.split(",") for line in lines[first:]]
        self._by_code: dict[str, list[_Row]] = {}
        for row in self._rows:
            self._by_code.setdefault(row[_CODE], []).append(row)

    @functools.cached_property
    def _unit_rows(self) -> list[tuple[str, _Row]]:
        """The rows of units, each with the key of its name without marks."""
        rows = [row for row in self._rows if row[_PROVINCE]]
        return list(zip(bare_keys([row[_NAME] for row in rows]), rows, strict=True))

    @functools.cached_property
    def _by_key(self) -> dict[str, list[_Row]]:
        found: dict[str, list[_Row]] = {}
        for key, row in self._unit_rows:
            found.setdefault(key, []).append(row)
        return found

    @functools.cached_property
    def _known_provinces(self) -> list[tuple[Known, Province]]:
        rows = [row for row in self._rows if not row[_PROVINCE]]
        return [(Known(row[_KIND], row[_NAME], bare_key(row[_NAME])), _province(row)) for row in rows]

    # --- by code

    def units(self, province_code: str = "", on: datetime.date | None = None) -> Iterator[Unit]:
        """All units in force, or those of one province, by province and code."""
        for row in self._rows:
            if row[_PROVINCE] and province_code in ("", row[_PROVINCE]):
                unit = _unit(row)
                if unit.in_force(on):
                    yield unit

    def provinces(self, on: datetime.date | None = None) -> Iterator[Province]:
        """The provinces, in the form they have on that day, by code."""
        for row in self._rows:
            if not row[_PROVINCE] and (province := _province(row)).in_force(on):
                yield province

    def unit(self, code: str, on: datetime.date | None = None) -> Unit | None:
        """The unit with this code of five digits as it is on that day; None when there is none."""
        forms = (_unit(row) for row in self._by_code.get(code, ()) if row[_PROVINCE])
        return next((form for form in forms if form.in_force(on)), None)

    def province(self, code: str, on: datetime.date | None = None) -> Province | None:
        """The province with this code of two digits as it is on that day; None when there is none."""
        forms = (_province(row) for row in self._by_code.get(code, ()) if not row[_PROVINCE])
        return next((form for form in forms if form.in_force(on)), None)

    def forms(self, code: str) -> tuple[Unit, ...]:
        """All forms of the unit with this code, oldest first: what it was and what it is."""
        return tuple(_unit(row) for row in self._by_code.get(code, ()) if row[_PROVINCE])

    # --- by name

    def find_province(self, text: str, on: datetime.date | None = None) -> Match[Province]:
        """Find a province by its name, with or without its kind, marks or case, by a short form or its code.

        "Hải Phòng", "thành phố Hải Phòng", "TP. hai phong", "TP.HCM" and "31" all serve. "tỉnh Đồng Nai"
        from 30 April 2026 on is ``NO_LONGER``: :meth:`find` takes it all the same.
        """
        if forms := [_province(row) for row in self._by_code.get(text.strip(), ()) if not row[_PROVINCE]]:
            return judge(text, "", forms, on=on)
        wanted = province_reading(text)
        if forms := [form for name, form in self._known_provinces if name.key == wanted.name]:
            return judge(text, wanted.kind, forms, on=on)
        near = nearest(wanted, (pair for pair in self._known_provinces if pair[1].in_force(on)))
        return Match(text, Outcome.UNKNOWN, suggestions=tuple(near), on=on)

    def find(self, text: str, province: str = "", on: datetime.date | None = None) -> Match[Unit]:
        """Find a unit by its name, with or without its kind: "phường Chu Văn An", "P. chu van an".

        Case, spaces, apostrophes, the Unicode form, the place of the tone mark (hoà, hòa) and i for y (qui,
        quy) do not count. A name typed without any mark finds all that are so without theirs; one typed
        with marks must have the right ones. ``province`` is read as :meth:`find_province` does, whatever
        its kind; a province behind a comma of ``text`` serves too.
        """
        name, comma, behind = text.rpartition(",")
        if comma and not province:
            return self._find(text, name, behind.strip(), on)
        return self._find(text, text, province, on)

    def _find(self, text: str, name: str, province: str, on: datetime.date | None) -> Match[Unit]:
        code = ""
        if province:
            meant = self.find_province(province, on).meant
            if meant is None:
                return Match(text, Outcome.UNKNOWN_PROVINCE, province=province, on=on)
            code = meant.code
        wanted = list(unit_readings(name))
        for reading in wanted:
            forms = self._named(reading)
            if here := [form for form in forms if code in ("", form.province_code)]:
                meant_here = _as_marked(here, reading, has_marks(name))
                return judge(text, reading.kind, meant_here, province=province, on=on)
            if there := forms and judge(text, reading.kind, forms, on=on).candidates:
                near = self._nearest(wanted[0], code, on, cutoff=0.75)
                return Match(text, Outcome.ELSEWHERE, there, None, near, province, on)
        near = self._nearest(wanted[0], code, on) or self._nearest(wanted[0], "", on)
        return Match(text, Outcome.UNKNOWN, suggestions=near, province=province, on=on)

    def _named(self, reading: Reading) -> list[Unit]:
        """All forms of all units of this name; without marks in the name, of this name without its marks."""
        rows = self._by_key.get(bare_key(reading.name), [])
        if has_marks(reading.name):
            key = exact_key(reading.name)
            rows = [row for row in rows if exact_key(row[_NAME]) == key]
        return [_unit(row) for row in rows]

    def _nearest(
        self, wanted: Reading, province_code: str, on: datetime.date | None, cutoff: float = 0.6
    ) -> tuple[Unit, ...]:
        known = (
            (Known(unit.kind, unit.name, key), unit)
            for key, row in self._unit_rows
            if province_code in ("", row[_PROVINCE]) and (unit := _unit(row)).in_force(on)
        )
        return tuple(nearest(wanted, known, cutoff))

    # --- folder names

    def slug(self, unit: Unit) -> str:
        """A name for a folder, unique in the province: "chu-van-an", "ea-h-leo", "2-bao-loc".

        Two names of one province that are the same without marks ("Ba Tơ", "Ba Tô") get their codes behind.
        """
        same = self._by_key.get(bare_key(unit.name), [])
        codes = {row[_CODE] for row in same if row[_PROVINCE] == unit.province_code} | {unit.code}
        base = _NOT_SLUG.sub("-", fold(unit.name).casefold()).strip("-")
        return base if len(codes) == 1 else f"{base}-{unit.code}"


def _as_marked(forms: list[Unit], reading: Reading, marked: bool) -> list[Unit]:
    """Of ``forms``, those a text with marks means: "xã Ba Dinh" is not "xã Ba Đình", "xa ba dinh" may be."""
    key = exact_key(reading.name)
    exact = {form.code for form in forms if form.kind == reading.kind and exact_key(form.name) == key}
    return [form for form in forms if form.code in exact] if marked and exact else forms


def _unit(row: _Row) -> Unit:
    return Unit(
        code=row[_CODE],
        name=row[_NAME],
        kind=row[_KIND],
        valid_from=_date(row[_FROM]) if row[_FROM] else None,
        valid_to=_date(row[_TO]) if row[_TO] else None,
        resolution=row[_RESOLUTION],
        province_code=row[_PROVINCE],
    )


def _province(row: _Row) -> Province:
    return Province(
        code=row[_CODE],
        name=row[_NAME],
        kind=row[_KIND],
        valid_from=_date(row[_FROM]) if row[_FROM] else None,
        valid_to=_date(row[_TO]) if row[_TO] else None,
        resolution=row[_RESOLUTION],
    )


@functools.cache
def register() -> Register:
    """The register that comes with the program."""
    file = importlib.resources.files("nq57gen.units").joinpath("data", "units.csv")
    return Register(file.read_text(encoding="utf-8"))
