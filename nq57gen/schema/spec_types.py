"""A valid spec as frozen, typed objects. Texts still hold their ``<<…>>`` and carry their place."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nq57gen.diagnostics import KeyPath
from nq57gen.packs.types import Pack
from nq57gen.spec.reader import SpecData


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text and the key path it stands at; ``path`` is of the nearest key for texts of a pack."""

    text: str
    path: KeyPath


@dataclass(frozen=True, slots=True)
class Unit:
    """The issuing unit. ``kind`` xã, phường or đặc khu; ``capital_kind``: "Phường Chu Văn An"."""

    kind: str
    name: str
    province: str
    province_kind: str
    capital_kind: bool


@dataclass(frozen=True, slots=True)
class Citation:
    """A legal document; ``subject`` may hold ``<<…>>``. ``own``: declared in this spec."""

    kind: str
    number: str
    date: datetime.date | None
    issuer: Phrase
    subject: Phrase
    own: bool


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office as declared in the spec or the pack."""

    name: Phrase
    short: Phrase


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column as the spec or the pack's layout sets it; columns with one ``group`` share a head."""

    field: str
    title: Phrase
    group: Phrase
    width: float | None
    align: str
    with_number: bool
    full_names: bool


@dataclass(frozen=True, slots=True)
class FreeCell:
    """A cell of a general table."""

    text: Phrase
    column_span: int = 1
    row_span: int = 1
    align: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class FreeRow:
    """A row of a general table; ``group``: its one cell runs over the full width."""

    cells: tuple[FreeCell, ...]
    group: bool
    path: KeyPath


@dataclass(frozen=True, slots=True)
class Totals:
    """The total line of a general table; ``columns`` count from 0."""

    label: Phrase
    columns: tuple[int, ...]
    path: KeyPath


@dataclass(frozen=True, slots=True)
class FreeTable:
    """A general table."""

    columns: tuple[TableColumn, ...]
    rows: tuple[FreeRow, ...]
    totals: Totals | None
    path: KeyPath


@dataclass(frozen=True, slots=True)
class Item:
    """A target, a task, or a group of them (``children`` not None) with its fields by key.

    ``fields`` holds a phrase a key; offices are a tuple of phrases under ``chu_tri``/``phoi_hop``;
    stages are under ``giai_doan.2030``.
    """

    identifier: str
    name: Phrase
    explicit_label: str | None
    fields: Mapping[str, Phrase]
    offices: Mapping[str, tuple[Phrase, ...]]
    lower_is_better: bool
    children: tuple[Item, ...] | None
    path: KeyPath

    def walk(self) -> Iterator[Item]:
        """The items that are not groups: this one, or those inside it."""
        if self.children is None:
            yield self
        else:
            for child in self.children:
                yield from child.walk()


@dataclass(frozen=True, slots=True)
class ItemTable:
    """A named table of targets or tasks."""

    layout: str
    columns: tuple[TableColumn, ...]
    items: tuple[Item, ...]
    continuous: bool
    path: KeyPath


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. ``title`` None: a numbered item without a title."""

    title: Phrase | None
    office: Phrase | None
    explicit_label: str | None
    child_style: str
    body: Phrase | None
    table: FreeTable | None
    children: tuple[Section, ...]
    path: KeyPath


@dataclass(frozen=True, slots=True)
class AppendixSpec:
    """One appendix as declared."""

    identifier: str
    title: Phrase
    explicit_number: str
    orientation: str
    attachment: Phrase | None
    body: Phrase | None
    table: FreeTable | ItemTable | None
    path: KeyPath


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, as declared."""

    authority: tuple[str, ...]
    position: str
    full_name: str


@dataclass(frozen=True, slots=True)
class Spec:
    """A whole valid spec with its pack and its source."""

    data: SpecData
    pack: Pack
    document_type: str
    unit: Unit
    year: int
    issue_year: int
    draft: bool
    number: int | None
    symbol: str
    issue_date: datetime.date | None
    place: str
    parent_body: str
    issuing_body: tuple[str, ...]
    subject: Phrase
    addressees: tuple[Phrase, ...]
    citations: Mapping[str, Citation]
    offices: Mapping[str, OfficeName]
    words: Mapping[str, str]
    variables: Mapping[str, Phrase]
    targets: tuple[Item, ...]
    bases: tuple[Phrase, ...]
    opening: Phrase | None
    sections: tuple[Section, ...]
    numbering: tuple[str, ...]
    closing: Phrase | None
    footnotes: Mapping[str, Phrase]
    appendices: tuple[AppendixSpec, ...]
    recipients: tuple[Phrase, ...]
    ignored_rules: frozenset[str]
    signatory: Signatory
