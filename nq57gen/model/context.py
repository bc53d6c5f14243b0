"""The names a spec can use between ``<<`` and ``>>``."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

from nq57gen.model.names import Names, Value
from nq57gen.model.resolver import Resolver
from nq57gen.model.targets import Targets
from nq57gen.schema.spec_types import AppendixSpec, Citation, ItemTable, Phrase, Spec
from nq57gen.terms import label_of
from nq57gen.vietnamese.dates import long_date, short_date
from nq57gen.vietnamese.labels import roman

_LAW = "Luật"


class Citations:
    """Cites documents: in full at the first mention, short afterwards (ND 30, PL I, II.6.b)."""

    def __init__(self, citations: Mapping[str, Citation], resolver: Resolver) -> None:
        self._citations = citations
        self._resolver = resolver
        self._mentioned: set[str] = set()

    def knows(self, key: str) -> bool:
        """Whether ``key`` is declared."""
        return key in self._citations

    @property
    def keys(self) -> list[str]:
        """All declared ids."""
        return list(self._citations)

    def full(self, key: str) -> str:
        """Kế hoạch số 94/KH-UBND ngày 22 tháng 10 năm 2025 của … về …", counted as a mention."""
        if not self._resolver.reckoning:
            self._mentioned.add(key)
        self._use(key)
        citation = self._citations[key]
        subject = self._resolver.text(citation.subject) if citation.subject.text else ""
        date = f"ngày {_after_day_word(citation.date)}" if citation.date else ""
        if citation.kind == _LAW:
            return " ".join(part for part in (citation.kind, subject, date) if part)
        issuer = f"của {self._resolver.text(citation.issuer)}" if citation.issuer.text else ""
        number = f"số {citation.number}" if citation.number else ""
        return " ".join(part for part in (citation.kind, number, date, issuer, subject) if part)

    def short(self, key: str) -> str:
        """Short form, Kế hoạch số 94/KH-UBND; a law keeps its name."""
        self._use(key)
        citation = self._citations[key]
        if citation.kind == _LAW or not citation.number:
            return f"{citation.kind} {self._resolver.text(citation.subject)}".strip()
        return f"{citation.kind} số {citation.number}"

    def _use(self, key: str) -> None:
        self._resolver.printed.add(("van_ban", key))
        citation = self._citations[key]
        if not citation.own:
            self._resolver.note_pack_blanks(f"{citation.kind}{citation.number}{citation.date}")

    def _short_with_date(self, key: str) -> str:
        date = self._citations[key].date
        return f"{self.short(key)} ngày {_shortened(date)}" if date else self.short(key)

    def names(self) -> dict[str, Names]:
        """One name a document."""
        return {key: self._names_of(key, citation) for key, citation in self._citations.items()}

    def _names_of(self, key: str, citation: Citation) -> Names:
        def mention() -> str:
            return self.short(key) if key in self._mentioned else self.full(key)

        def part(text: str) -> Callable[[], str]:
            def used() -> str:
                self._use(key)
                return text

            return used

        def attributes() -> dict[str, Value]:
            known: dict[str, Value] = {
                "day_du": lambda: self.full(key),
                "ngan": lambda: self.short(key),
                "ngan_ngay": lambda: self._short_with_date(key),
                "loai": part(citation.kind),
            }
            # A part that was not declared is an unknown name, never a blank.
            if citation.number:
                known["so"] = part(citation.number)
            if citation.date:
                known["ngay"] = part(_shortened(citation.date))
            if citation.issuer.text:
                known["co_quan"] = lambda: self._resolver.text(citation.issuer)
            if citation.subject.text:
                known["trich_yeu"] = lambda: self._resolver.text(citation.subject)
            return known

        return Names(key, mention, attributes)


def _after_day_word(date: datetime.date | str) -> str:
    """The long date without its leading "ngày"; one still to come as it stands."""
    return date if isinstance(date, str) else long_date(date).removeprefix("ngày ")


def _shortened(date: datetime.date | str) -> str:
    return date if isinstance(date, str) else short_date(date)


def appendix_labels(appendices: tuple[AppendixSpec, ...]) -> tuple[str, ...]:
    """Give "Phụ lục", or "Phụ lục I", "Phụ lục II" … from two on (ND 30, PL I, III.1.a)."""
    if len(appendices) == 1 and not appendices[0].explicit_number:
        return ("Phụ lục",)
    return tuple(f"Phụ lục {item.explicit_number or roman(n)}" for n, item in enumerate(appendices, 1))


def unit_name(spec: Spec) -> str:
    """Give "phường Minh Hưng", "Phường Chu Văn An" when the common noun is part of the name."""
    unit = spec.unit
    kind = unit.kind.capitalize() if unit.capital_kind or unit.name[:1].isdigit() else unit.kind
    return f"{kind} {unit.name}"


def root_names(spec: Spec, resolver: Resolver, citations: Citations, targets: Targets) -> dict[str, Value]:
    """All root names of a spec, see docs/dac-ta.md."""
    unit = unit_name(spec)
    of_name = spec.unit.province_kind
    # the one province whose kind is written as part of its name (NĐ 30, PL II, III.1.c)
    of_name = of_name.capitalize() if spec.unit.province == "Hồ Chí Minh" else of_name
    province = f"{of_name} {spec.unit.province}"
    missing = "" if spec.unit.province else "tinh"
    missing = missing or ("" if spec.unit.province_kind else "loai_tinh")
    party = "Thành ủy" if spec.unit.province_kind == "thành phố" else "Tỉnh ủy"

    def says(text: str) -> Callable[[], str]:
        return lambda: text

    def of_province(text: str) -> Callable[[], str]:
        def said() -> str:
            if ("don_vi", "tinh") not in spec.data.places:
                resolver.note_pack_blanks(spec.unit.province)
            if missing:
                resolver.report(
                    "S003", ("don_vi",), key=missing, label=label_of((missing,)), example=f"{missing}: …"
                )
            return text

        return said

    def word(key: str, text: str) -> Callable[[], str]:
        def said() -> str:
            resolver.printed.add(("thuat_ngu", key))
            if ("thuat_ngu", key) not in spec.data.places:
                resolver.note_pack_blanks(text)
            return text

        return said

    def phrase(value: Phrase) -> Callable[[], str]:
        return lambda: resolver.text(value)

    year_key = "nam_ke_hoach" if spec.document_type == "ke_hoach" else "nam_bao_cao"
    return {
        "don_vi": Names(
            "don_vi",
            says(unit),
            {"ten": spec.unit.name, "loai": spec.unit.kind, "loai_hoa": spec.unit.kind.capitalize()},
        ),
        "ubnd": Names(
            "ubnd",
            says(f"Ủy ban nhân dân {unit}"),
            {"ngan": f"UBND {unit}", "hoa": f"ỦY BAN NHÂN DÂN {unit.upper()}"},
        ),
        "tinh": Names(
            "tinh",
            of_province(province),
            {
                "ten": of_province(spec.unit.province),
                "loai": of_province(spec.unit.province_kind),
                "ubnd": of_province(f"UBND {province}"),
                "dang_bo": of_province(party),
            },
        ),
        year_key: spec.year,
        "loai_van_ban": spec.pack.document_types[spec.document_type].type_name.capitalize(),
        "thuat_ngu": Names("thuat_ngu", None, {key: word(key, text) for key, text in spec.words.items()}),
        "phong_ban": Names(
            "phong_ban",
            None,
            {
                key: Names(
                    key, phrase(office.name), {"ten": phrase(office.name), "ngan": phrase(office.short)}
                )
                for key, office in spec.offices.items()
            },
        ),
        "bien": Names("bien", None, {key: phrase(value) for key, value in spec.variables.items()}),
        **target_names(spec, resolver, targets),
        **citations.names(),
    }


def target_names(spec: Spec, resolver: Resolver, targets: Targets) -> dict[str, Value]:
    """The root names that the evaluation of targets decides."""
    labels = appendix_labels(spec.appendices)
    appendices = {
        item.identifier: _appendix_names(item, label, resolver, targets)
        for item, label in zip(spec.appendices, labels, strict=True)
    }
    return {"chi_tieu": targets.names(), "phu_luc": Names("phu_luc", None, appendices)}


def _appendix_names(item: AppendixSpec, label: str, resolver: Resolver, targets: Targets) -> Names:
    def attributes() -> dict[str, Value]:
        known: dict[str, Value] = {"tieu_de": lambda: resolver.text(item.title)}
        if isinstance(item.table, ItemTable):
            rows = item.table.items
            if item.table.layout == "nhiem_vu":
                known["so_nhiem_vu"] = sum(1 for row in rows for _ in row.walk())
            else:
                known |= targets.counts_in(rows)
        return known

    return Names(f"phu_luc.{item.identifier}", lambda: label, attributes)
