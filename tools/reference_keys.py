"""The keys of the spec language as Markdown tables, read from the shapes that check them."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from nq57gen.packs.shape import PACK
from nq57gen.schema.language import reference_records
from nq57gen.shape.types import Either, Field, Later, ListOf, Record, Shape, Table, Text
from nq57gen.terms import TERMS
from tools.markdown import code, heading, link, literal, prose, table

_AS_TYPED = "chữ in nguyên"
#: What the kinds of a value mean; each kind that a shape names must be here.
KINDS = {
    "chữ": "Một dòng chữ. Nếu có dấu hai chấm, dấu `#`, hoặc bắt đầu bằng `%`, `>`, `*`, `&`, `@`, `!` "
    "thì đặt trong dấu nháy kép.",
    _AS_TYPED: "Như chữ, nhưng in đúng như ghi: không dùng được `<< >>`.",
    "khối chữ": "Các đoạn văn. Sau khóa ghi dấu `\\|`, xuống dòng; mỗi dòng một đoạn, thụt vào 2 dấu cách.",
    "có | không": "Ghi `có` hoặc `không`.",
    "năm": "Bốn chữ số: `2026`.",
    "ngày": "Ngày/tháng/năm: `05/3/2026`.",
    "số": "Số nguyên dương: `57`. Riêng độ rộng cột có thể là số lẻ.",
    "mã": "Chữ thường không dấu, chữ số và gạch dưới, bắt đầu bằng chữ: `kh_94`.",
    "mã cơ quan": "Mã ghi ở `phong_ban` hoặc có sẵn trong bộ mẫu: `phong_vhxh`. Ghi thẳng tên cũng được.",
    "khóa của mục": "Khóa có trong bố cục của bộ mẫu: `muc_tieu`.",
    "tên trường": "Một khóa của hàng (`ten`, `ke_hoach`, `giai_doan.2030`...), hoặc `stt`.",
    "tên bộ mẫu": f"Xem {link('Bộ mẫu')}.",
    "loại văn bản": "`ke_hoach` hoặc `bao_cao`.",
    "mã quy tắc": "Mã mà lệnh `check` in ra: `ND30-BC-07`.",
    "cách đánh số": f"Xem {link('Cách đánh số')}.",
    "giá trị": f"Như `≥ 60%`, `từ 80% trở lên`, `Tiên tiến`, `-`. Xem {link('Đánh giá chỉ tiêu')}.",
}
_KEYS_OF_TABLES = {"identifier": "mã", "year": "năm", "footnote_key": "số chú thích"}
#: So many fields shared with a record already shown are named, not shown again.
_MANY_SHARED = 5


def kinds_table() -> str:
    """The kinds of values and how each is written."""
    used = {kind for record in _all_records() for kind in _kinds_in(record)}
    if used != set(KINDS):
        raise SystemExit(f"KINDS in {__file__} does not fit the shapes: {sorted(used ^ set(KINDS))}")
    return table(("Kiểu", "Cách ghi"), ((f"**{literal(kind)}**", said) for kind, said in KINDS.items()))


def spec_keys() -> set[str]:
    """Every key of the spec language; the sections are not among them."""
    return {key for record in _reachable([record for _, record in _spec_starts()]) for key in record.fields}


def spec_records() -> str:
    """All records of a spec, one table each, in reading order."""
    return _sections(_reachable([record for _, record in _spec_starts()]))


def pack_records() -> str:
    """The records of a pack.yaml that a spec does not have."""
    of_specs = {record.name for record in _reachable([record for _, record in _spec_starts()])}
    return _sections([record for record in _reachable([PACK]) if record.name not in of_specs])


@functools.cache
def _spec_starts() -> tuple[tuple[str, Record], ...]:
    return tuple((title, record) for title, record in reference_records() if isinstance(record, Record))


def _all_records() -> list[Record]:
    found = _reachable([*(record for _, record in _spec_starts()), PACK])
    names = [_title(record) for record in found]
    if len(set(names)) < len(names):
        raise SystemExit(f"two records of one name: {sorted(n for n in names if names.count(n) > 1)}")
    return found


def _sections(records: list[Record]) -> str:
    shown: dict[int, tuple[str, str]] = {}
    parts = []
    for record in records:
        parts += [heading(3, _title(record)), _record_table(_title(record), record, shown)]
    return "\n\n".join(parts)


def _record_table(title: str, record: Record, shown: dict[int, tuple[str, str]]) -> str:
    """The fields of one record; ``shown`` are the fields that an earlier record has explained."""
    repeated = {key: shown[id(field)] for key, field in record.fields.items() if id(field) in shown}
    if len(repeated) < _MANY_SHARED:
        repeated = {}
    rows = [_row(key, field) for key, field in record.fields.items() if key not in repeated]
    for key, field in record.fields.items():
        shown.setdefault(id(field), (title, key))
    text = table(("Khóa", "Tên gọi", "Kiểu", "Ý nghĩa", "Ví dụ"), rows)
    if repeated:
        elsewhere = next(iter(repeated.values()))[0]
        keys = ", ".join(code(key) for key in repeated)
        text += f"\n\nDùng được cả các khóa của {link(elsewhere)}: {keys}."
    return text


def _row(key: str, field: Field) -> tuple[str, ...]:
    label = TERMS[key][0] if key in TERMS else ""
    needed = "**Bắt buộc.** " if field.required else ""
    return (code(key), label, _kind(field.shape), needed + prose(field.help), code(field.example))


def _kind(shape: Shape) -> str:
    """What a value may be, as the cell of a table."""
    match shape:
        case Later():
            return _kind(shape.get())
        case Text():
            said = " hoặc ".join(code(value) for value in shape.allowed) or literal(_name(shape))
            return f"{said} (có thể để trống)" if shape.blank else said
        case ListOf():
            return f"danh sách ({_kind(shape.item)})"
        case Record():
            return link(_title(shape))
        case Table():
            key = _KEYS_OF_TABLES[shape.key_check]
            return f"các {key}, mỗi {key} ghi: {_kind(shape.value)}"
        case Either():
            parts = [shape.text, shape.list, shape.mapping, shape.keyed and shape.keyed[1]]
            return " hoặc ".join(_kind(part) for part in parts if part)


def _title(record: Record) -> str:
    return next((title for title, start in _spec_starts() if start is record), record.name)


def _reachable(starts: list[Record]) -> list[Record]:
    """``starts`` and every record inside them, each once, in reading order."""
    found: list[Record] = []
    waiting = list(starts)
    while waiting:
        record = waiting.pop(0)
        if any(record is seen for seen in found):
            continue
        found.append(record)
        waiting += [inner for field in record.fields.values() for inner in _records_in(field.shape)]
    return found


def _records_in(shape: Shape) -> Iterator[Record]:
    for part in _walk(shape):
        if isinstance(part, Record):
            yield part


def _kinds_in(record: Record) -> Iterator[str]:
    for field in record.fields.values():
        for part in _walk(field.shape):
            if isinstance(part, Text) and not part.allowed:
                yield _name(part)


def _name(text: Text) -> str:
    """What the page calls a kind of text; some take no ``<<...>>``."""
    return _AS_TYPED if text.check == "literal" else text.kind


def _walk(shape: Shape) -> Iterator[Shape]:
    """``shape`` and what is inside it, down to records but not into them."""
    yield shape
    match shape:
        case Later():
            # what it refers to stands around it and is reached from there
            target = shape.get()
            if isinstance(target, Record):
                yield target
        case ListOf():
            yield from _walk(shape.item)
        case Table():
            yield from _walk(shape.value)
        case Either():
            for part in (shape.text, shape.list, shape.mapping, shape.keyed and shape.keyed[1]):
                if part:
                    yield from _walk(part)
