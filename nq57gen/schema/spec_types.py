"""A valid spec as frozen, typed objects. Texts still hold their ``<<…>>`` and carry their place."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from nq57gen.diagnostics import KeyPath
from nq57gen.packs.types import Pack
from nq57gen.spec.reader import SpecData


class Node(Struct, frozen=True):
    """A part of a spec that is made of other parts."""


class Phrase(NamedTuple):
    """A text and the key path it stands at; ``path`` is of the nearest key for texts of a pack."""

    text: str
    path: KeyPath


class Unit(Node, frozen=True):
    """The issuing unit. ``kind`` xã, phường or đặc khu; ``capital_kind``: "Phường Chu Văn An"."""

    kind: str
    name: str
    province: str
    province_kind: str
    capital_kind: bool


class Citation(Node, frozen=True):
    """A legal document; ``subject`` may hold ``<<…>>``. ``own``: declared in this spec.

    ``date`` is a text where it is still to be filled in.
    """

    kind: str
    number: str
    date: datetime.date | str | None
    issuer: Phrase
    subject: Phrase
    own: bool


class Acceptance(NamedTuple):
    """One finding of a content rule that stays: its code, and words that it quotes."""

    code: str
    words: str


class OfficeName(Node, frozen=True):
    """An office as declared in the spec or the pack."""

    name: Phrase
    short: Phrase


class TableColumn(Node, frozen=True):
    """A column as the spec or the pack's layout sets it; columns with one ``group`` share a head."""

    field: str
    title: Phrase
    group: Phrase
    width: float | None
    align: str
    with_number: bool
    full_names: bool


class FreeCell(Node, frozen=True):
    """A cell of a general table."""

    text: Phrase
    column_span: int = 1
    row_span: int = 1
    align: str = ""
    bold: bool = False


class FreeRow(Node, frozen=True):
    """A row of a general table; ``group``: its one cell runs over the full width."""

    cells: tuple[FreeCell, ...]
    group: bool
    path: KeyPath


class Totals(Node, frozen=True):
    """The total line of a general table; ``columns`` count from 0."""

    label: Phrase
    columns: tuple[int, ...]
    path: KeyPath


class FreeTable(Node, frozen=True):
    """A general table."""

    columns: tuple[TableColumn, ...]
    rows: tuple[FreeRow, ...]
    totals: Totals | None
    path: KeyPath


class Item(NamedTuple):
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


class ItemTable(Node, frozen=True):
    """A named table of targets or tasks."""

    layout: str
    columns: tuple[TableColumn, ...]
    items: tuple[Item, ...]
    continuous: bool
    path: KeyPath


class Section(Node, frozen=True):
    """A heading with what stands under it. ``title`` None: a numbered item without a title."""

    title: Phrase | None
    office: Phrase | None
    explicit_label: str | None
    child_style: str
    body: Phrase | None
    table: FreeTable | None
    children: tuple[Section, ...]
    path: KeyPath


class AppendixSpec(Node, frozen=True):
    """One appendix as declared."""

    identifier: str
    title: Phrase
    explicit_number: str
    orientation: str
    attachment: Phrase | None
    body: Phrase | None
    table: FreeTable | ItemTable | None
    path: KeyPath


class Signatory(Node, frozen=True):
    """Who signs, as declared."""

    authority: tuple[str, ...]
    position: str
    full_name: str


class Spec(Node, frozen=True):
    """A whole valid spec with its pack and its source.

    Plain texts hold their blanks as the model does (:mod:`nq57gen.blanks`); ``number`` and ``issue_date`` are
    texts where they are still to be filled in. ``plan_file``: of a report, the spec of its plan, or "".
    """

    data: SpecData
    pack: Pack
    document_type: str
    unit: Unit
    year: int
    issue_year: int
    draft: bool
    number: int | str | None
    symbol: str
    issue_date: datetime.date | str | None
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
    accepted: tuple[Acceptance, ...]
    plan_file: str
    signatory: Signatory
