"""From the plain data of a file to a :class:`Spec`, or to every problem of the file's shape."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from nq57gen.blanks import is_blank, marked
from nq57gen.diagnostics import Diagnostic, KeyPath, format_key_path
from nq57gen.errors import InvalidInput
from nq57gen.packs.find import pack_names
from nq57gen.packs.load import citation_source, load_pack, outline_entries
from nq57gen.packs.shape import OUTLINE
from nq57gen.packs.types import DocumentType, OutlineEntry, Pack
from nq57gen.schema.appendices import appendix
from nq57gen.schema.language import spec_shape
from nq57gen.schema.outline import SectionBuilder, outline_in_force, outline_problems, top_sections
from nq57gen.schema.rows import items
from nq57gen.schema.spec_types import (
    Acceptance,
    AppendixSpec,
    Citation,
    OfficeName,
    Phrase,
    Signatory,
    Spec,
    Unit,
)
from nq57gen.shape.checker import check, fits, with_words_meant
from nq57gen.shape.checks import YES, as_meant
from nq57gen.shape.types import Record, Text
from nq57gen.spec.reader import SpecData
from nq57gen.terms import label_of
from nq57gen.vietnamese.dates import DateError, parse_date
from nq57gen.vietnamese.syllables import suggest

Raw = Mapping[str, Any]
_FALLBACK_PACK = "chung"


class ReadSpec(Struct, frozen=True):
    """What could be read, what is wrong, and the paths whose later problems mean nothing."""

    spec: Spec
    problems: tuple[Diagnostic, ...]
    mended: tuple[KeyPath, ...]


def read(data: SpecData, pack_folders: tuple[Path, ...]) -> ReadSpec:
    """Validate ``data`` and build its Spec; wrong parts are empty in it, so that later stages can go on.

    Raises InvalidInput only when no pack at all can be loaded, or the pack has no such document.
    """
    problems: list[Diagnostic] = []
    pack = _pack(data, pack_folders, problems)
    document_type = _document_type(data, pack)
    own_outline = _own_outline(data)
    declared = pack.document_types[document_type]
    outline = outline_in_force(own_outline, declared.outline)
    outline_faults = outline_problems(outline, own_outline is not None, data)
    names = tuple((key, kind.type_name) for key, kind in pack.document_types.items())
    left_out = tuple(key for key, _ in top_sections(declared.outline))
    shape = _shape(document_type, names, tuple(top_sections(outline)), left_out)
    checked = check(data, shape)
    problems += checked.problems
    followed: list[Diagnostic] = [*outline_faults]
    spec = _Builder(data, checked.data, pack, document_type, followed).build(outline, own_outline is not None)
    problems += meaningful(followed, checked.mended)
    return ReadSpec(spec, tuple(problems), tuple(checked.mended))


@functools.lru_cache(maxsize=16)
def _shape(
    document_type: str,
    names: tuple[tuple[str, str], ...],
    sections: tuple[tuple[str, tuple[str, ...]], ...],
    left_out: tuple[str, ...],
) -> Record:
    """The shape of specs of one kind: one object, by which it is known what fits it."""
    return spec_shape(document_type, dict(names), sections, left_out)


def meaningful(problems: Iterable[Diagnostic], mended: Iterable[KeyPath]) -> list[Diagnostic]:
    """The ``problems`` that do not merely follow from a part already reported as wrong."""
    wrong = [re.compile(re.escape(format_key_path(path)) + r"(?:[.\[]|$)") for path in mended]
    return [problem for problem in problems if not any(path.match(problem.where) for path in wrong)]


def _pack(data: SpecData, folders: tuple[Path, ...], problems: list[Diagnostic]) -> Pack:
    name = data.data.get("mau")
    if isinstance(name, str) and name:
        try:
            return load_pack(name, folders)
        except InvalidInput as error:
            for found in error.diagnostics:
                if found.code != "M001":
                    problems.append(found)
                else:
                    problems.append(data.diagnostic("M001", ("mau",), hint=found.hint, name=name, known=""))
        # go on with the pack that was probably meant, so that only real problems follow
        return load_pack(suggest(name, pack_names(folders)) or _FALLBACK_PACK, folders)
    return load_pack(_FALLBACK_PACK, folders)


def _document_type(data: SpecData, pack: Pack) -> str:
    """The declared type, or the one the file looks like when the declaration is wrong.

    Raises InvalidInput (S008) when the pack has neither.
    """
    declared = data.data.get("loai_van_ban")
    if isinstance(declared, str):
        meant = as_meant(Text(allowed=tuple(pack.document_types)), declared)
        if meant in pack.document_types:
            return meant
    likely = "bao_cao" if "nam_bao_cao" in data.data or "ket_qua" in data.data else "ke_hoach"
    if likely in pack.document_types:
        return likely
    path, allowed = ("loai_van_ban",), ", ".join(pack.document_types)
    raise InvalidInput(
        [data.diagnostic("S008", path, value=declared or likely, label=label_of(path), allowed=allowed)]
    )


def _own_outline(data: SpecData) -> tuple[OutlineEntry, ...] | None:
    raw = with_words_meant(OUTLINE, data.data.get("bo_cuc"))
    if not isinstance(raw, list) or not fits(OUTLINE, raw):
        return None
    return outline_entries(raw, ("bo_cuc",))


class _Builder:
    """Builds one Spec from checked (and mended) data."""

    def __init__(
        self, data: SpecData, raw: Raw, pack: Pack, document_type: str, problems: list[Diagnostic]
    ) -> None:
        self._data = data
        self._raw = raw
        self._pack = pack
        self._type: DocumentType = pack.document_types[document_type]
        self._problems = problems

    def build(self, outline: tuple[OutlineEntry, ...], own_outline: bool) -> Spec:
        raw = self._raw
        unit = self._unit(raw.get("don_vi") or {})
        issuer: Raw = raw.get("co_quan") or {}
        issuing = issuer.get("ban_hanh") or ["ỦY BAN NHÂN DÂN", f"{unit.kind} {unit.name}".upper()]
        year = _int(raw.get("nam_ke_hoach") or raw.get("nam_bao_cao"))
        signatory: Raw = raw.get("nguoi_ky") or {}
        sections = SectionBuilder(self._data, raw, own_outline)
        built = sections.build(outline)
        self._problems += sections.problems
        authority = signatory.get("quyen_han") or []
        return Spec(
            data=self._data,
            pack=self._pack,
            document_type=self._type.key,
            unit=unit,
            year=year,
            issue_year=_int(raw.get("nam_ban_hanh")) or year,
            draft=raw.get("du_thao") == YES,
            number=_number(raw.get("so_van_ban")),
            symbol=marked(raw.get("ky_hieu") or f"{self._type.symbol}-{issuer.get('viet_tat') or 'UBND'}"),
            issue_date=_date(raw.get("ngay_ban_hanh")),
            place=marked(raw.get("dia_danh") or "") or default_place(unit),
            parent_body=marked(issuer.get("chu_quan") or ""),
            issuing_body=(marked(issuing),) if isinstance(issuing, str) else tuple(map(marked, issuing)),
            subject=self._phrase("trich_yeu") or Phrase("", ()),
            addressees=self._list("kinh_gui"),
            citations=self._citations(),
            offices=self._offices(unit),
            words=self._words(unit),
            variables={key: Phrase(value, ("bien", key)) for key, value in (raw.get("bien") or {}).items()},
            targets=items(raw.get("chi_tieu") or (), "chi_tieu", ("chi_tieu",)),
            bases=self._list("can_cu"),
            opening=self._phrase("mo_dau"),
            sections=built,
            numbering=tuple(filter(None, raw.get("danh_so_cac_cap") or ())) or self._type.numbering,
            closing=self._phrase("ket_thuc"),
            footnotes={
                key: Phrase(value, ("chu_thich", key)) for key, value in (raw.get("chu_thich") or {}).items()
            },
            appendices=self._appendices(),
            recipients=self._list("noi_nhan"),
            ignored_rules=self._pack.ignored_rules
            | frozenset((raw.get("kiem_tra") or {}).get("bo_qua") or ()),
            accepted=tuple(
                Acceptance(item["ma"], item["cho"])
                for item in (raw.get("kiem_tra") or {}).get("chap_nhan") or ()
                if item
            ),
            plan_file=marked(raw.get("ke_hoach_goc") or ""),
            signatory=Signatory(
                # in upper case whatever was typed (ND 30, PL I, II.7.đ)
                authority=tuple(
                    marked(line).upper()
                    for line in ([authority] if isinstance(authority, str) else authority)
                ),
                position=marked(signatory.get("chuc_vu") or "").upper(),
                full_name=marked(signatory.get("ho_ten") or ""),
            ),
        )

    def _unit(self, raw: Raw) -> Unit:
        return Unit(
            kind=raw.get("loai") or "",
            name=marked(raw.get("ten") or ""),
            province=marked(raw.get("tinh") or self._pack.province),
            province_kind=raw.get("loai_tinh") or self._pack.province_kind,
            capital_kind=raw.get("viet_hoa_loai") == YES,
        )

    def _phrase(self, key: str) -> Phrase | None:
        return Phrase(self._raw[key], (key,)) if self._raw.get(key) else None

    def _list(self, key: str) -> tuple[Phrase, ...]:
        return tuple(Phrase(text, (key, i)) for i, text in enumerate(self._raw.get(key) or ()) if text)

    def _appendices(self) -> tuple[AppendixSpec, ...]:
        """Made once for all specs of a pack that share them and have no problem there."""
        shared = self._raw is self._data.data
        made: tuple[AppendixSpec, ...] | None = None
        if shared:
            made = self._data.recall("phu_luc", "appendices", self._pack)
        if made is None:
            before = len(self._problems)
            made = tuple(
                appendix(item, ("phu_luc", index), self._pack, self._data, self._problems)
                for index, item in enumerate(self._raw.get("phu_luc") or ())
                if item
            )
            if shared and len(self._problems) == before:
                self._data.remember("phu_luc", "appendices", self._pack, made)
        return made

    def _citations(self) -> dict[str, Citation]:
        found = {}
        for key, source in self._pack.citations.items():
            found[key] = Citation(
                marked(source.kind),
                marked(source.number),
                _date(source.date),
                Phrase(source.issuer, ("mau",)),
                Phrase(source.subject, ("mau",)),
                own=False,
            )
        for key, raw in (self._raw.get("van_ban") or {}).items():
            source = citation_source(
                {name: value for name, value in raw.items() if value} | {"loai": raw["loai"]}
            )
            at: KeyPath = ("van_ban", key)
            found[key] = Citation(
                marked(source.kind),
                marked(source.number),
                _date(source.date),
                Phrase(source.issuer, (*at, "co_quan")),
                Phrase(source.subject, (*at, "trich_yeu")),
                own=True,
            )
        return found

    def _offices(self, unit: Unit) -> dict[str, OfficeName]:
        found = {}
        for key in self._pack.offices:
            office = self._pack.office(key, unit.kind)
            if office:
                found[key] = OfficeName(Phrase(office.name, ("mau",)), Phrase(office.short, ("mau",)))
        for key, raw in (self._raw.get("phong_ban") or {}).items():
            at: KeyPath = ("phong_ban", key)
            name = Phrase(raw["ten"], (*at, "ten"))
            # the pack's short name belongs to the name that is replaced
            short = Phrase(raw["ngan"], (*at, "ngan")) if raw.get("ngan") else name
            found[key] = OfficeName(name, short)
        return found

    def _words(self, unit: Unit) -> dict[str, str]:
        forms = {key: self._pack.word(key, unit.kind) for key in self._pack.words}
        forms |= self._raw.get("thuat_ngu") or {}
        return {key: marked(word) for key, word in forms.items() if word is not None}


def _int(text: str | None) -> int:
    return int(text) if text else 0


def _number(text: str | None) -> int | str | None:
    return marked(text) if text and is_blank(text) else _int(text) or None


def _date(text: str | None) -> datetime.date | str | None:
    if not text:
        return None
    if is_blank(text):
        return marked(text)
    try:
        return parse_date(text)
    except DateError:
        return None


def default_place(unit: Unit) -> str:
    """The unit's own name; the full name when it is a number or a person's (ND 30, PL I, II.4.a)."""
    if unit.capital_kind or unit.name[:1].isdigit():
        return f"{unit.kind.capitalize()} {unit.name}"
    return unit.name
