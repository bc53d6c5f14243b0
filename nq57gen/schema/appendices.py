"""Appendices: which table each has, and whether its rows stand under the right key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nq57gen.blanks import marked
from nq57gen.diagnostics import Diagnostic, KeyPath
from nq57gen.packs.types import Pack
from nq57gen.schema.language_tables import LAYOUTS
from nq57gen.schema.rows import free_table, item_table
from nq57gen.schema.spec_types import AppendixSpec, FreeTable, ItemTable, Phrase
from nq57gen.spec.reader import SpecData

_FREE = "tu_do"


def appendix(
    raw: Mapping[str, Any], path: KeyPath, pack: Pack, data: SpecData, problems: list[Diagnostic]
) -> AppendixSpec:
    """One validated ``phu_luc`` item."""
    layout = raw.get("bang") or ""
    for key in dict.fromkeys(LAYOUTS.values()):
        if key in raw and layout and key != LAYOUTS[layout]:
            problems.append(
                data.diagnostic(
                    "T014", (*path, key), at_key=True, layout=layout, key=key, wanted=LAYOUTS[layout]
                )
            )
    table: FreeTable | ItemTable | None = None
    if layout == _FREE:
        if not (raw.get("cot") and raw.get("hang")):
            problems.append(data.diagnostic("T016", (*path, "bang")))
        else:
            table = free_table(raw, path, data, problems)
    elif layout:
        table = item_table(raw, path, pack.layouts, data, problems)
    elif "bang" not in raw and not raw.get("noi_dung"):
        problems.append(data.diagnostic("T015", path))

    def phrase(key: str) -> Phrase | None:
        return Phrase(raw[key], (*path, key)) if raw.get(key) else None

    return AppendixSpec(
        identifier=raw.get("ma") or "",
        title=phrase("tieu_de") or Phrase("", (*path, "tieu_de")),
        explicit_number=marked(raw.get("danh_so") or ""),
        orientation=raw.get("huong") or "",
        attachment=phrase("dong_kem_theo"),
        body=phrase("noi_dung"),
        table=table,
        path=path,
    )
