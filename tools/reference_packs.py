"""What the bundled packs give: outlines, named tables, words, offices, citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nq57gen.model.offices import Offices
from nq57gen.packs.find import pack_folders, pack_names
from nq57gen.packs.shape import ALIGNMENTS
from nq57gen.packs.types import UNIT_KINDS, LayoutColumn, OutlineEntry, Pack
from nq57gen.schema.columns import ROW_NUMBER
from nq57gen.schema.language_tables import LAYOUTS
from nq57gen.schema.spec_types import Phrase
from tools.markdown import code, heading, literal, table
from tools.reference_samples import bare, bundled_pack

BASE = "chung"
_ALIGNED = dict(zip(ALIGNMENTS, ("trái", "giữa", "phải", "đều hai bên"), strict=True))


def outlines() -> str:
    """The outline of each document type: of the base pack, and of packs that have their own."""
    base = bundled_pack(BASE)
    parts = []
    for name in _all_packs():
        whose = "" if name == BASE else f" của bộ mẫu {name}"
        for key, kind in bundled_pack(name).document_types.items():
            if name != BASE and kind == base.document_types.get(key):
                continue
            styles = ", ".join(code(style) for style in kind.numbering)
            parts += [
                heading(3, f"Bố cục {kind.type_name.lower()}{whose}"),
                f"`loai_van_ban: {key}`. Cách đánh số từng cấp: {styles}.",
                table(("Khóa", "Tiêu đề in ra", "Ghi chú"), _outline_rows(kind.outline, 0)),
            ]
    return "\n\n".join(parts)


def _all_packs() -> list[str]:
    """The bundled packs, the base pack first."""
    return sorted(pack_names(pack_folders(None)), key=lambda name: (name != BASE, name))


def _outline_rows(entries: Iterable[OutlineEntry], depth: int, parent: str = "") -> Iterator[tuple[str, ...]]:
    for entry in entries:
        notes = [f"ghi bên trong `{parent}`"] if parent else []
        notes += ["bắt buộc"] if entry.required else []
        notes += ["tiêu đề chung, không có khóa"] if not entry.key else []
        title = "&emsp;" * depth + literal(entry.title)
        yield code(entry.key), title, ", ".join(notes)
        yield from _outline_rows(entry.children, depth + 1, entry.key)


def layouts() -> str:
    """The named tables with their columns: of the base pack, and of packs that have their own."""
    base = bundled_pack(BASE)
    parts = []
    for pack in _all_packs():
        whose = "" if pack == BASE else f" của bộ mẫu {pack}"
        for name, columns in bundled_pack(pack).layouts.items():
            if pack != BASE and columns == base.layouts.get(name):
                continue
            parts += [
                heading(3, f"Bảng {name}{whose}"),
                f"Các hàng ghi dưới khóa `{LAYOUTS[name]}`.",
                table(("Trường", "Tiêu đề cột", "Độ rộng", "Căn lề"), map(_column_row, columns)),
            ]
    return "\n\n".join(parts)


def _column_row(column: LayoutColumn) -> tuple[str, ...]:
    title = f"{column.group}: {column.title}" if column.group else column.title
    field = f"{code(column.field)} (số thứ tự)" if column.field == ROW_NUMBER else code(column.field)
    return field, literal(title), f"{column.width:g}" if column.width else "", _ALIGNED.get(column.align, "")


def packs() -> str:
    """Each pack: where it is for, and what it has beyond the base pack."""
    base = bundled_pack(BASE)
    parts = []
    for name in _all_packs():
        pack = bundled_pack(name)
        place = f"{pack.province_kind} {pack.province}" if pack.province else "dùng cho mọi tỉnh, thành phố"
        above = "" if name == BASE else f" Có đủ những gì của bộ mẫu `{BASE}`; dưới đây là phần riêng."
        parts += [heading(3, f"Bộ mẫu {name}"), f"`mau: {name}`: {place}.{above}"]
        parts += _tables(pack, None if name == BASE else base)
    return "\n\n".join(parts)


def _tables(pack: Pack, base: Pack | None) -> Iterator[str]:
    """Words, offices and citations of ``pack`` that ``base`` has not, or has otherwise."""
    words = [key for key, forms in pack.words.items() if not base or base.words.get(key) != forms]
    offices = [key for key, forms in pack.offices.items() if not base or base.offices.get(key) != forms]
    citations = [
        key for key, source in pack.citations.items() if not base or base.citations.get(key) != source
    ]
    kinds = tuple(f"Ở {kind}" for kind in UNIT_KINDS)
    if words:
        rows = ((code(f"<<thuat_ngu.{key}>>"), *_by_kind(_words(pack, key))) for key in words)
        yield table(("Từ quen dùng", *kinds), rows)
    if offices:
        rows = ((code(key), *_by_kind(_offices(pack, key))) for key in offices)
        yield table(("Mã cơ quan", *kinds), rows)
    if citations:
        rows = ((code(key), literal(bare(pack.name, "phường").citations.full(key))) for key in citations)
        yield table(("Mã văn bản", "In ra ở lần nhắc đầu"), rows)


def _words(pack: Pack, key: str) -> Iterator[str]:
    for kind in UNIT_KINDS:
        yield pack.word(key, kind) or ""


def _offices(pack: Pack, key: str) -> Iterator[str]:
    for kind in UNIT_KINDS:
        sample = bare(pack.name, kind)
        named = Offices(sample.spec.offices, sample.resolver)
        full, short = named.full(Phrase(key, ())), named.short(Phrase(key, ()))
        yield full if full == short else f"{full} ({short})"


def _by_kind(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(literal(text) for text in texts)
