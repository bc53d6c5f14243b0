"""From the outline in force and the section values of a spec to the tree of sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from nq57gen.blanks import marked
from nq57gen.diagnostics import Diagnostic, KeyPath
from nq57gen.packs.types import OutlineEntry
from nq57gen.schema.language import RESERVED_INSIDE, RESERVED_KEYS
from nq57gen.schema.rows import free_table
from nq57gen.schema.spec_types import Phrase, Section
from nq57gen.spec.reader import SpecData

#: A mapping of the spec after validation.
Raw = Mapping[str, Any]


def outline_in_force(
    own: tuple[OutlineEntry, ...] | None, of_pack: tuple[OutlineEntry, ...]
) -> tuple[OutlineEntry, ...]:
    """The spec's outline completed from the pack's (titles, children, required), or the pack's as it is."""
    if own is None:
        return of_pack
    known = {entry.key: entry for entry in walk(of_pack) if entry.key}
    return tuple(_complete(entry, known) for entry in own)


def _complete(entry: OutlineEntry, known: Mapping[str, OutlineEntry]) -> OutlineEntry:
    base = known.get(entry.key) if entry.key else None
    children = tuple(_complete(child, known) for child in entry.children)
    return OutlineEntry(
        key=entry.key,
        title=entry.title or (base.title if base else ""),
        required=entry.required or bool(base and base.required),
        label=entry.label,
        child_style=entry.child_style,
        children=children or (base.children if base else ()),
        path=entry.path,
    )


def walk(entries: Iterable[OutlineEntry]) -> Iterator[OutlineEntry]:
    """All entries, outer before inner."""
    for entry in entries:
        yield entry
        yield from walk(entry.children)


def top_sections(entries: Iterable[OutlineEntry]) -> list[tuple[str, tuple[str, ...]]]:
    """The section keys that stand at the top of a spec, each with the keys written inside it.

    Sections under a heading without a key stand at the top; those under a section stand inside it.
    """
    found: list[tuple[str, tuple[str, ...]]] = []
    for entry in entries:
        if entry.key:
            found.append((entry.key, tuple(child.key for child in entry.children if child.key)))
        else:
            found.extend(top_sections(entry.children))
    return found


def outline_problems(entries: tuple[OutlineEntry, ...], own: bool, data: SpecData) -> list[Diagnostic]:
    """Problems of the outline itself: repeated, reserved or untitled keys, items that are neither."""
    problems: list[Diagnostic] = []
    seen: set[str] = set()
    inside = {child for entry in walk(entries) if entry.key for child in walk(entry.children)}
    for entry in walk(entries):
        at = entry.path or (("bo_cuc",) if own else ("mau",))
        if not entry.key and not (entry.title and entry.children):
            problems.append(data.diagnostic("S047", at))
        if entry.key in (RESERVED_INSIDE if entry in inside else RESERVED_KEYS):
            problems.append(data.diagnostic("S046", at, key=entry.key))
        elif entry.key in seen:
            problems.append(data.diagnostic("S041", at, key=entry.key))
        elif entry.key and not entry.title:
            problems.append(data.diagnostic("S042", at, key=entry.key))
        if entry.key:
            seen.add(entry.key)
    return problems


class SectionBuilder:
    """Builds the sections of one spec and gathers what is wrong with them."""

    def __init__(self, data: SpecData, raw: Raw, own_outline: bool) -> None:
        self._data = data
        self._raw = raw
        self._own_outline = own_outline
        self.problems: list[Diagnostic] = []

    def build(self, entries: tuple[OutlineEntry, ...]) -> tuple[Section, ...]:
        """The sections of the whole body; optional sections without content are left out."""
        return tuple(self._entries(entries, self._raw, ()))

    def _entries(self, entries: Iterable[OutlineEntry], values: Raw, path: KeyPath) -> Iterator[Section]:
        for entry in entries:
            if not entry.key:
                children = tuple(self._entries(entry.children, values, path))
                if children:
                    yield self._heading(entry, children)
                continue
            if entry.key in (RESERVED_INSIDE if path else RESERVED_KEYS):
                continue
            value = values.get(entry.key)
            if value is None:
                self._missing(entry, path)
            elif path or self._raw is not self._data.data:
                yield self._section(entry, value, (*path, entry.key))
            else:
                yield self._at_top(entry, value)

    def _at_top(self, entry: OutlineEntry, value: Any) -> Section:
        """The section of a key at the top, made once for all specs that share it, if it has no problem."""
        section: Section | None = self._data.recall(entry.key, "section", entry)
        if section is None:
            before = len(self.problems)
            section = self._section(entry, value, (entry.key,))
            if len(self.problems) == before:
                self._data.remember(entry.key, "section", entry, section)
        return section

    def _missing(self, entry: OutlineEntry, path: KeyPath) -> None:
        if entry.required:
            self.problems.append(
                self._data.diagnostic("S044", path, at_key=True, key=entry.key, title=entry.title)
            )
        elif self._own_outline and not path and entry.title:
            self.problems.append(self._data.diagnostic("S043", entry.path or ("bo_cuc",), key=entry.key))

    @staticmethod
    def _heading(entry: OutlineEntry, children: tuple[Section, ...]) -> Section:
        title = _title(entry)
        return Section(
            title=title,
            office=None,
            explicit_label=_label(entry),
            child_style=entry.child_style,
            body=None,
            table=None,
            children=children,
            path=title.path,
        )

    def _section(self, entry: OutlineEntry, value: Any, path: KeyPath) -> Section:
        if isinstance(value, str):
            section = self._item({"noi_dung": value}, path, body_path=path)
        elif isinstance(value, list):
            section = self._item({"muc": value}, path, children_path=path)
        else:
            section = self._item(value, path)
        inner = value if isinstance(value, dict) else {}
        if section.title is not None and "tieu_de" in self._own(entry):
            self.problems.append(
                self._data.diagnostic(
                    "S048", section.title.path, at_key=True, first="tieu_de trong bo_cuc", second="tieu_de"
                )
            )
        children = (*section.children, *self._entries(entry.children, inner, path))
        return Section(
            title=section.title or _title(entry),
            office=None,
            explicit_label=section.explicit_label if section.explicit_label is not None else _label(entry),
            child_style=section.child_style or entry.child_style,
            body=section.body,
            table=section.table,
            children=children,
            path=path,
        )

    def _own(self, entry: OutlineEntry) -> Raw:
        """What the spec's own outline says of ``entry``."""
        value: Any = self._raw
        for step in entry.path:
            value = value[step]
        return value if entry.path and isinstance(value, dict) else {}

    def _item(
        self, raw: Raw, path: KeyPath, body_path: KeyPath | None = None, children_path: KeyPath | None = None
    ) -> Section:
        for first, second in (("tieu_de", "don_vi_chu_tri"), ("noi_dung", "nhiem_vu")):
            if first in raw and second in raw:
                self.problems.append(
                    self._data.diagnostic("S048", (*path, second), at_key=True, first=first, second=second)
                )
        body_key = "noi_dung" if "noi_dung" in raw else "nhiem_vu"
        children_at = children_path or (*path, "muc")
        return Section(
            title=self._phrase(raw, "tieu_de", path),
            office=self._phrase(raw, "don_vi_chu_tri", path),
            explicit_label=marked(raw["danh_so"] or "") if "danh_so" in raw else None,
            child_style=raw.get("kieu_danh_so") or "",
            body=Phrase(raw[body_key], body_path or (*path, body_key)) if raw.get(body_key) else None,
            table=free_table(raw["bang"], (*path, "bang"), self._data, self.problems)
            if raw.get("bang")
            else None,
            children=tuple(
                self._listed(item, (*children_at, index)) for index, item in enumerate(raw.get("muc") or ())
            ),
            path=path,
        )

    def _listed(self, raw: Raw, path: KeyPath) -> Section:
        section = self._item(raw, path)
        if section.title is None and section.office is None and section.body is None:
            self.problems.append(self._data.diagnostic("S045", path))
        return section

    @staticmethod
    def _phrase(raw: Raw, key: str, path: KeyPath) -> Phrase | None:
        return Phrase(raw[key], (*path, key)) if raw.get(key) else None


def _label(entry: OutlineEntry) -> str | None:
    return marked(entry.label) if entry.label is not None else None


def _title(entry: OutlineEntry) -> Phrase:
    """The title of the outline, standing in the spec's own or in the pack's."""
    return Phrase(entry.title, (*entry.path, "tieu_de") if entry.path else ("mau",))
