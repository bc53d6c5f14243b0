"""Reads a pack with its parents into one :class:`Pack`."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from nq57gen.diagnostics import KeyPath, in_file_order, make
from nq57gen.errors import InvalidInput
from nq57gen.forms import composed, two_forms
from nq57gen.packs.find import PACK_FILE, file_names, find_pack
from nq57gen.packs.shape import PACK
from nq57gen.packs.types import (
    CitationSource,
    DocumentType,
    LayoutColumn,
    Office,
    OutlineEntry,
    Pack,
    TargetSentences,
)
from nq57gen.shape.checker import check
from nq57gen.shape.checks import YES
from nq57gen.spec.reader import SpecData, read_spec
from nq57gen.spec.source import SourceFile, read_source
from nq57gen.terms import label_of

#: A mapping as the reader gives it, after validation.
Raw = Mapping[str, object]


def load_pack(name: str, folders: tuple[Path, ...]) -> Pack:
    """The pack ``name`` from ``folders``, parents merged in (the pack's own entries win by key).

    Raises InvalidInput: pack not found (M001), inheritance in a circle (M002), a pack.yaml that
    breaks its shape (S), a document type without outline or Word file (M003, M004).
    """
    chain: list[_Link] = []
    name = composed(name)
    wanted: str | None = name
    while wanted:
        folder = find_pack(wanted, folders)
        if any(folder == link.folder for link in chain):
            raise InvalidInput([make("M002", name=wanted)])
        # The files are read each time, so that what is kept is never out of date.
        source = read_source(folder / PACK_FILE, str(folder / PACK_FILE))
        files = frozenset(path.name for path in folder.iterdir() if path.is_file())
        chain.append(_Link(folder, source, files))
        wanted = cast("str | None", _read(source).data.get("ke_thua"))
    return _merge(name, tuple(chain))


class _Link(Struct, frozen=True):
    """One pack of a line of inheritance: its folder, its pack.yaml, the names of the files beside it."""

    folder: Path
    source: SourceFile
    files: frozenset[str]


@functools.lru_cache(maxsize=32)
def _read(source: SourceFile) -> SpecData:
    data = read_spec(source)
    checked = check(data, PACK)
    if checked.problems:
        raise InvalidInput(in_file_order(checked.problems))
    return data if checked.data is data.data else replace(data, data=dict(checked.data), memos={})


@functools.lru_cache(maxsize=32)
def _merge(name: str, links: tuple[_Link, ...]) -> Pack:
    """The pack made of ``links``, nearest first; all wards of a province share it."""
    chain = [(link.folder, _read(link.source)) for link in links]
    oldest_first = [cast("Raw", data.data) for _, data in reversed(chain)]
    province = _pick(oldest_first, "tinh")
    words: dict[str, Mapping[str, str]] = {}
    offices: dict[str, Mapping[str, Office]] = {}
    citations: dict[str, CitationSource] = {}
    layouts: dict[str, tuple[LayoutColumn, ...]] = {}
    types: dict[str, dict[str, object]] = {}
    for raw in oldest_first:
        words |= {key: _by_kind(value) for key, value in _entries(raw, "thuat_ngu")}
        offices |= {key: _office(cast("Raw", value)) for key, value in _entries(raw, "phong_ban")}
        citations |= {key: citation_source(cast("Raw", value)) for key, value in _entries(raw, "van_ban")}
        layouts |= {key: layout_columns(cast("list[object]", value)) for key, value in _entries(raw, "bang")}
        for key, value in _entries(raw, "loai_van_ban"):
            types[key] = {**types.get(key, {}), **cast("Raw", value)}
    return Pack(
        name=name,
        title=str(chain[0][1].data["ten"]),
        edition=str(chain[0][1].data["an_ban"]),
        province=str(province.get("ten", "")),
        province_kind=str(province.get("loai", "")),
        document_types={key: _document_type(name, key, value, links) for key, value in types.items()},
        words=words,
        offices=offices,
        citations=citations,
        layouts=layouts,
        ignored_rules=frozenset(
            str(code)
            for raw in oldest_first
            for code in cast("Raw", raw.get("kiem_tra") or {}).get("bo_qua", ())  # type: ignore[attr-defined]
        ),
        target_sentences=TargetSentences(
            with_result=_nearest_text(chain, "cau_chi_tieu"),
            without_result=_nearest_text(chain, "cau_chua_co_ket_qua"),
        ),
        files=tuple(link.folder / PACK_FILE for link in links),
    )


def _nearest_text(chain: Sequence[tuple[Path, SpecData]], key: str) -> str:
    """The text ``key`` of the pack or its nearest parent. Raises InvalidInput (S003) when none has it."""
    for _, data in chain:
        if data.data.get(key):
            return str(data.data[key])
    raise InvalidInput(
        [chain[0][1].diagnostic("S003", (), key=key, label=label_of((key,)), example=f"{key}: …")]
    )


def _pick(oldest_first: Iterable[Raw], key: str) -> Raw:
    found: Raw = {}
    for raw in oldest_first:
        found = cast("Raw", raw.get(key)) or found
    return found


def _entries(raw: Raw, key: str) -> Iterable[tuple[str, object]]:
    return cast("Raw", raw.get(key) or {}).items()


def _by_kind(value: object) -> Mapping[str, str]:
    return {"": value} if isinstance(value, str) else cast("Mapping[str, str]", value)


def _office(raw: Raw) -> Mapping[str, Office]:
    names = _by_kind(raw["ten"])
    shorts = _by_kind(raw.get("ngan") or {})
    return {kind: Office(name, shorts.get(kind, shorts.get("", name))) for kind, name in names.items()}


def citation_source(raw: Raw) -> CitationSource:
    """A validated citation mapping as :class:`CitationSource`."""
    text = {key: str(value) for key, value in raw.items()}
    return CitationSource(
        kind=text["loai"],
        number=text.get("so", ""),
        date=text.get("ngay", ""),
        issuer=text.get("co_quan", ""),
        subject=text.get("trich_yeu", ""),
    )


def layout_columns(raw: Sequence[object]) -> tuple[LayoutColumn, ...]:
    """Validated ``cot`` entries as columns; a bare text names a field."""
    return tuple(
        LayoutColumn(field=item) if isinstance(item, str) else layout_column(cast("Raw", item))
        for item in raw
    )


def layout_column(raw: Raw) -> LayoutColumn:
    """One validated ``cot`` mapping as a column."""
    width = raw.get("rong")
    return LayoutColumn(
        field=str(raw.get("truong") or ""),
        title=str(raw.get("tieu_de") or ""),
        width=float(str(width).replace(",", ".")) if width else None,
        align=str(raw.get("can_le") or ""),
        group=str(raw.get("nhom_cot") or ""),
        with_number=raw.get("kem_stt") == YES,
        full_names=raw.get("ten_day_du") == YES,
    )


def outline_entries(raw: Sequence[object], path: KeyPath = ()) -> tuple[OutlineEntry, ...]:
    """Validated ``bo_cuc`` items as outline entries; a bare text is a key without a title.

    ``path``: where the items stand in a spec, () for a pack.
    """
    entries = []
    for index, item in enumerate(raw):
        at: KeyPath = (*path, index) if path else ()
        entry = {"khoa": item} if isinstance(item, str) else cast("Raw", item)
        entries.append(_outline_entry(entry, at))
    return tuple(entries)


def _outline_entry(raw: Raw, path: KeyPath) -> OutlineEntry:
    return OutlineEntry(
        key=str(raw.get("khoa") or ""),
        title=str(raw.get("tieu_de") or ""),
        required=raw.get("bat_buoc") == YES,
        label=cast("str | None", raw["danh_so"]) or "" if "danh_so" in raw else None,
        child_style=str(raw.get("kieu_danh_so") or ""),
        children=outline_entries(cast("list[object]", raw.get("muc") or []), (*path, "muc") if path else ()),
        path=path,
    )


def _file_of(link: _Link, name: str) -> Path | None:
    """The file ``name`` beside a pack.yaml, in whatever Unicode form. Raises InvalidInput (U030) for two."""
    found = sorted(file for file in link.files if composed(file) == name)
    if len(found) > 1:
        raise InvalidInput([two_forms(*(str(link.folder / file) for file in found[:2]))])
    return link.folder / found[0] if found else None


def _document_type(pack: str, key: str, raw: Mapping[str, object], links: Iterable[_Link]) -> DocumentType:
    missing = [
        name for name in ("ten_loai", "viet_tat", "tep_mau", "danh_so_cac_cap", "bo_cuc") if not raw.get(name)
    ]
    if missing:
        raise InvalidInput([make("M003", pack=pack, document_type=key, missing=", ".join(missing))])
    file_name = str(raw["tep_mau"])
    names = file_names(file_name)
    template = next((found for link in links for name in names if (found := _file_of(link, name))), None)
    if template is None:
        raise InvalidInput([make("M004", pack=pack, file=file_name)])
    return DocumentType(
        key=key,
        type_name=str(raw["ten_loai"]),
        symbol=str(raw["viet_tat"]),
        template=template,
        file_name=file_name,
        numbering=tuple(cast("list[str]", raw["danh_so_cac_cap"])),
        outline=outline_entries(cast("list[object]", raw["bo_cuc"])),
    )
