"""Columns of tables: those of a named layout, chosen and retitled by the spec, or the spec's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nq57gen.diagnostics import Diagnostic, KeyPath
from nq57gen.packs.load import layout_columns
from nq57gen.packs.types import LayoutColumn
from nq57gen.schema.language_tables import VALUE_FIELDS
from nq57gen.schema.spec_types import Phrase, TableColumn
from nq57gen.spec.reader import SpecData
from nq57gen.vietnamese.syllables import suggest

#: What a column may print besides a row field.
ROW_NUMBER = "stt"
#: Fields of one stage are ``giai_doan.2030``.
STAGE = "giai_doan."
_PROSE = ("ten", "viec")
_UNPRINTABLE = ("chieu", "danh_so", "giai_doan", "cau")


def own_columns(raw: Sequence[Any], path: KeyPath) -> tuple[TableColumn, ...]:
    """The columns of a general table, ``raw`` standing at ``path`` + ``cot``."""
    columns = layout_columns(raw)
    return tuple(_column(column, None, (*path, "cot", index)) for index, column in enumerate(columns))


def chosen_columns(
    raw: Sequence[Any],
    of_layout: tuple[LayoutColumn, ...],
    path: KeyPath,
    data: SpecData,
    problems: list[Diagnostic],
) -> tuple[TableColumn, ...]:
    """The spec's ``cot``, each completed from the layout's column of that field; else the layout's own."""
    if not raw:
        return tuple(_column(column, column, path) for column in of_layout)
    by_field = {column.field: column for column in of_layout}
    chosen = []
    for index, column in enumerate(layout_columns(raw)):
        at = (*path, "cot", index)
        base = by_field.get(column.field)
        if not _is_row_field(column.field):
            known = [ROW_NUMBER, "ten", *(field for field in VALUE_FIELDS if field not in _UNPRINTABLE)]
            guess = suggest(column.field, known)
            hint = f"ý bạn là {guess}?" if guess else f"dùng được: {', '.join(known)}, giai_doan.2030"
            problems.append(data.diagnostic("T011", at, field=column.field or "(trống)", hint=hint))
        elif base is None and not column.title:
            problems.append(data.diagnostic("T012", at, field=column.field))
        chosen.append(_column(column, base, at))
    return tuple(chosen)


def _column(column: LayoutColumn, base: LayoutColumn | None, path: KeyPath) -> TableColumn:
    """``column`` completed from ``base``; texts of the spec keep their own place."""
    own_title, own_group = column is not base and column.title, column is not base and column.group
    inherited = base or LayoutColumn("")
    return TableColumn(
        field=column.field,
        title=Phrase(column.title, (*path, "tieu_de")) if own_title else Phrase(inherited.title, ()),
        group=Phrase(column.group, (*path, "nhom_cot")) if own_group else Phrase(inherited.group, ()),
        width=column.width or inherited.width,
        align=column.align or inherited.align or _default_align(column.field),
        with_number=column.with_number,
        full_names=column.full_names,
    )


def _default_align(field: str) -> str:
    """Prose is justified, short values are centred, a general table's cells stand left."""
    if not field:
        return "trai"
    return "deu" if field in _PROSE else "giua"


def _is_row_field(field: str) -> bool:
    """Whether a column may print ``field``."""
    if field.startswith(STAGE):
        return field.removeprefix(STAGE).isdigit()
    return field in (ROW_NUMBER, "ten") or (field in VALUE_FIELDS and field not in _UNPRINTABLE)
