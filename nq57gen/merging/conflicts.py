"""Conflicts as they stand in a spec: the list ``xung_dot`` at its end.

::

    xung_dot:
      - cho: muc_dich                        # the place, as messages show it
        ly_do: tỉnh và đơn vị cùng sửa
        cua_don_vi: |                        # only for part of a text: the paragraph of the ward
          ...
        cua_tinh: |                          # the words of the province; missing where it removed something
          ...
"""

from __future__ import annotations

from collections.abc import Iterable

from nq57gen.diagnostics import Diagnostic
from nq57gen.merging.changes import Change, Outcome
from nq57gen.merging.tree import Node, Plain, paragraphs_of
from nq57gen.merging.writing import block, text_entry
from nq57gen.spec.reader import SpecData

KEY = "xung_dot"
PLACE, REASON, MINE, THEIRS = "cho", "ly_do", "cua_don_vi", "cua_tinh"
_REASONS = {
    "G101": "tỉnh và đơn vị cùng sửa",
    "G102": "tỉnh đã bỏ, đơn vị đã sửa",
    "G103": "đơn vị đã bỏ, tỉnh đã sửa",
    "G104": "tỉnh và đơn vị chuyển sang hai nhóm khác nhau",
}
_HEAD = (
    "",
    "# Chỗ tỉnh và đơn vị cùng sửa: văn bản đang dùng chữ của đơn vị. Muốn theo tỉnh thì thay chữ ở chỗ ghi",
    "# ở cho (có cua_don_vi thì chỉ thay đoạn ấy) bằng cua_tinh. Xong thì xóa mục; hết thì xóa xung_dot.",
)


def open_conflicts(spec: SpecData) -> list[Diagnostic]:
    """One diagnostic (G301) for each conflict recorded in ``spec``, at its line."""
    entries = spec.data.get(KEY)
    found = []
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        place = entry.get(PLACE) if isinstance(entry, dict) else None
        found.append(spec.diagnostic("G301", (KEY, number), place=place or KEY))
    return found


def set_aside(root: Node) -> Node | None:
    """Take the recorded conflicts out of a tree: they are no part of the text that is merged."""
    recorded = root.child(KEY)
    if recorded is not None:
        root.children.remove(recorded)
    return recorded


def record(root: Node, recorded: Node | None, changes: Iterable[Change]) -> None:
    """Put ``recorded`` back where it stood and add the conflicts among ``changes`` that are not there yet."""
    known = [_key(child.plain()) for child in recorded.children] if recorded is not None else []
    new: list[list[str]] = []
    for change in changes:
        key = (paragraphs_of(change.where), _said(change.theirs), _said(change.mine))
        if change.outcome is Outcome.CONFLICT and key not in known:
            known.append(key)
            new.append(_written(change))
    if recorded is not None:
        root.children.insert(root.original.index(recorded), recorded)
    if not new:
        return
    root.touch()
    if recorded is not None and recorded.children and not recorded.flow:
        recorded.touch()
        recorded.children += [_node(recorded, lines) for lines in new]
        return
    old = block(recorded, "  ") if recorded is not None and recorded.children else []
    lines = [f"{KEY}:", *old, *("  " + line for lines in new for line in lines)]
    if recorded is None:
        root.children.append(_node(root, [*_HEAD, *lines]))
    else:
        root.children[root.children.index(recorded)] = _node(root, lines)


def _node(parent: Node, lines: list[str]) -> Node:
    return Node(parent.doc, "note", parent=parent, written=lines)


def _said(text: str | None) -> tuple[str, ...] | None:
    return paragraphs_of(text)


def _key(entry: Plain) -> tuple[Plain, Plain, Plain]:
    if not isinstance(entry, dict):
        return (None, None, None)
    return (entry.get(PLACE), entry.get(THEIRS), entry.get(MINE))


def _written(change: Change) -> list[str]:
    lines = text_entry(PLACE, change.where, "  ") + text_entry(REASON, _REASONS[change.code], "  ")
    for key, text in ((MINE, change.mine), (THEIRS, change.theirs)):
        if text is not None:
            lines += text_entry(key, text, "  ", literal=True)
    return ["- " + lines[0][2:], *lines[1:]]
