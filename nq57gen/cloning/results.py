"""A place for the result of every target of a plan, and the columns that print it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nq57gen.cloning.edits import Edit, line_below, put
from nq57gen.merging.tree import Node
from nq57gen.merging.writing import quoted

RESULT_BLANK = "<<?kết quả>>"
_RESULT, _EVALUATION, _TARGETS = "ket_qua", "danh_gia", "chi_tieu"
#: The columns of results, for tables that choose their columns.
_COLUMNS = {
    _RESULT: "{truong: ket_qua, tieu_de: Kết quả, rong: 9, can_le: giua}",
    _EVALUATION: "{truong: danh_gia, tieu_de: Đánh giá, rong: 8, can_le: giua}",
}
#: The layout that already has them, in place of the one that does not.
_LAYOUT, _LAYOUT_WITH_RESULTS = "chi_tieu", "danh_gia"


def with_results(plan: Node, layouts: Mapping[str, Sequence[str]]) -> list[Edit]:
    """The edits that make the lists of ``plan`` (its root) those of a report.

    ``layouts``: the fields that each table layout of the pack prints.
    """
    edits = [edit for target in targets_of(plan.child(_TARGETS)) for edit in _blank_result(target)]
    appendices = plan.child("phu_luc")
    for appendix in appendices.children if appendices is not None else ():
        rows = appendix.child(_TARGETS)
        if rows is None:
            continue
        for target in targets_of(rows):
            edits += _blank_result(target)
        edits += _columns(appendix, layouts)
    return edits


def targets_of(rows: Node | None) -> Iterator[Node]:
    """The targets of a list, those in groups too, in reading order."""
    for row in rows.children if rows is not None else ():
        if row.child("nhom") is None:
            yield row
        else:
            yield from targets_of(row.child(_TARGETS))


def _blank_result(target: Node) -> Iterator[Edit]:
    """A blank result; what the plan says of a result or an evaluation is of another year."""
    blank = quoted(RESULT_BLANK) if target.flow else RESULT_BLANK
    own = target.child(_RESULT)
    for number, child in enumerate(target.children):
        if child.key == _EVALUATION and number:
            yield Edit(target.children[number - 1].end, child.end, "")
    if own is not None:
        space = "" if own.start[1] > own.entry[1] + len(f"{_RESULT}:") else " "
        yield Edit(own.start, own.end, f"{space}{blank}")
    elif target.flow:
        yield put(target.children[-1].end, f", {_RESULT}: {blank}")
    else:
        yield line_below(target, f"{' ' * target.column}{_RESULT}: {blank}")


def _columns(appendix: Node, layouts: Mapping[str, Sequence[str]]) -> Iterator[Edit]:
    layout, columns = appendix.child("bang"), appendix.child("cot")
    if layout is None:
        return
    if columns is not None and columns.children:
        yield from _more_columns(columns)
    elif layout.text == _LAYOUT:
        yield Edit(layout.start, layout.end, _LAYOUT_WITH_RESULTS)
    elif (fields := layouts.get(layout.text or "")) and _RESULT not in fields:
        last = _last_planned(fields)
        every = [*fields[: last + 1], *_COLUMNS.values(), *fields[last + 1 :]]
        indent = " " * layout.entry[1]
        yield line_below(layout, "\n".join([f"{indent}cot:", *(f"{indent}  - {one}" for one in every)]))


def _more_columns(columns: Node) -> Iterator[Edit]:
    """The columns of results that are missing, behind the last one of planned values."""
    fields = [_field(column) for column in columns.children]
    last = columns.children[_last_planned(fields)]
    missing = [column for field, column in _COLUMNS.items() if field not in fields]
    if not missing:
        return
    if columns.flow:
        yield put(last.end, "".join(f", {column}" for column in missing))
    else:
        indent = " " * last.entry[1]
        yield line_below(last, "\n".join(f"{indent}- {column}" for column in missing))


def _field(column: Node) -> str:
    named = column.child("truong") if column.kind == "map" else column
    return (named.text or "") if named is not None else ""


def _last_planned(fields: Sequence[str]) -> int:
    """Which of ``fields`` is the last planned value; the last of all when none is."""
    planned = [n for n, field in enumerate(fields) if field == "ke_hoach" or field.startswith("giai_doan.")]
    return planned[-1] if planned else len(fields) - 1
