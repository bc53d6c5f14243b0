"""What the straightforward script's texts may call by name: units, offices, cited documents, own words.

Texts go through Jinja2 with ``<<`` and ``>>`` around a name, as docxtpl's users would do it.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Environment

KINDS = {"xã": "xa", "phường": "phuong", "đặc khu": "dac_khu"}


def long_date(text: str) -> str:
    """12/9/2025 as in a sentence."""
    day, month, year = (int(part) for part in text.split("/"))
    zero = "02d" if month < 3 else "d"
    return f"ngày {day:02d} tháng {month:{zero}} năm {year}"


JINJA = Environment(variable_start_string="<<", variable_end_string=">>", autoescape=False)  # noqa: S701  # no HTML
JINJA.filters["ngay_day_du"] = long_date
JINJA.filters["hai_chu_so"] = lambda number: f"{number:02d}"


class Names(dict[str, Any]):
    """Names to values; ``fill`` puts them into a text."""

    def fill(self, text: object) -> str:
        """``text`` with its names replaced."""
        text = str(text).strip()
        return JINJA.from_string(text).render(self) if "<<" in text else text


class Thing:
    """Something with parts (``<<ubnd.ngan>>``) that prints as a whole too (``<<ubnd>>``)."""

    def __init__(self, whole: str, names: Names, **parts: Any) -> None:
        self._whole, self._names, self._parts = whole, names, parts

    def __str__(self) -> str:
        return self._names.fill(self._whole)

    def __getattr__(self, name: str) -> Any:
        part = self.__dict__["_parts"][name]
        return self._names.fill(part) if isinstance(part, str) else part


class Cited(Thing):
    """A cited document: in full the first time, short after that (``da_dan`` remembers)."""

    def __init__(self, fields: dict[str, str], names: Names) -> None:
        short = f"{fields['loai']} số {fields['so']}"
        date = f" {long_date(fields['ngay'])}" if fields.get("ngay") else ""
        about = f" {fields['trich_yeu']}" if fields.get("trich_yeu") else ""
        super().__init__(f"{short}{date} của {fields['co_quan']}{about}", names, **fields)
        self._parts |= {"ngan": short, "day_du": self._whole}
        self._cited = False

    def __str__(self) -> str:
        first, self._cited = not self._cited, True
        return self._names.fill(self._whole if first else self._parts["ngan"])


def names_of(spec: dict[str, Any], packs: list[dict[str, Any]]) -> Names:
    """The names of ``spec``, whose packs are given from the innermost on."""
    unit, kind = spec["don_vi"], KINDS[spec["don_vi"]["loai"]]

    def merged(key: str) -> dict[str, Any]:
        return {name: value for part in (*packs, spec) for name, value in part.get(key, {}).items()}

    def word(value: Any) -> Any:
        return value[kind] if isinstance(value, dict) else value

    names = Names(nam_ke_hoach=spec["nam_ke_hoach"])
    whole = f"{unit['loai']} {unit['ten']}"
    names["don_vi"] = Thing(whole, names, **unit)
    names["ubnd"] = Thing(f"Ủy ban nhân dân {whole}", names, ngan=f"UBND {whole}")
    province = next(part["tinh"] for part in reversed(packs) if "tinh" in part)
    name = f"{province['loai']} {province['ten']}"
    names["tinh"] = Thing(name, names, ubnd=f"UBND {name}", **province)
    names["thuat_ngu"] = {key: word(value) for key, value in merged("thuat_ngu").items()}
    names["phong_ban"] = {
        key: Thing(word(office["ten"]), names, ngan=word(office.get("ngan", office["ten"])))
        for key, office in merged("phong_ban").items()
    }
    names["bien"] = Thing("", names, **spec.get("bien", {}))
    names |= {key: Cited(fields, names) for key, fields in merged("van_ban").items()}
    return names
