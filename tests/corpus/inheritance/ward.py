"""The spec of a real ward: the clone of its pack with the ward's own edits, kept as a list of them.

A file of edits (YAML) holds figures, names and short titles only; ``@goc`` stands for the cell of the
original at that place, read from the corpus when the spec is made. Its keys:

- ``mau``, ``van_ban`` (ke_hoach | bao_cao), ``don_vi``: what is cloned;
- ``dau``: top-level key -> its lines; they take the place of the clone's, or are added;
- ``phu_luc``: id of an appendix (null: left out) -> edits, applied in this order:
  ``dat`` (key of the appendix -> value), ``cot`` (its columns), ``bo`` (ids of rows left out), ``bo_nhom``
  (titles of groups left out), ``bo_truong`` (fields left out of every row), ``chuyen`` (id -> the id it is
  moved behind), ``them`` (rows: ``sau`` the id they stand behind, and their fields), ``nhom`` (beginning of
  the title of a group -> its fields), ``hang`` (id -> its fields). An empty field is taken away; an empty
  ``danh_so`` is a row without a number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import yaml

from nq57gen.cloning import report_from_plan
from tests.corpus.emit import Inline, InlineList, to_yaml
from tests.corpus.inheritance.skeletons import Unit, clone, skeleton
from tests.corpus.source import Appendix, escape
from tests.corpus.tables import LEADING_NUMBER, field_names

#: Stands for the cell of the original.
ORIGINAL = "@goc"
_ROW = re.compile(r"( *)- (?:ma|nhom): .*")


def read_edits(path: Path) -> Mapping[str, Any]:
    """A file of edits, every scalar a text, nothing a null."""
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # texts only
    return cast("Mapping[str, Any]", loaded)


def cloned(edits: Mapping[str, Any]) -> str:
    """What the ward had before it edited anything."""
    unit = Unit(edits["don_vi"]["loai"], edits["don_vi"]["ten"], int(edits["don_vi"]["nam"]))
    plan = clone(skeleton(edits["mau"], "ke_hoach"), unit)
    if edits["van_ban"] == "ke_hoach":
        return plan
    return report_from_plan(plan, clone(skeleton(edits["mau"], "bao_cao"), unit))


def edited(text: str, edits: Mapping[str, Any], originals: Sequence[Appendix]) -> str:
    """The clone ``text`` with the ward's ``edits``; ``originals``: the appendices of the real document.

    ``LookupError`` when an edit names something that is not there.
    """
    lines = text.splitlines()
    for key, wanted in edits.get("dau", {}).items():
        at = [number for number, line in enumerate(lines) if line.startswith(f"{key}:")]
        start, end = (at[0], _end(lines, at[0], 0)) if at else (len(lines), len(lines))
        lines[start:end] = wanted.rstrip("\n").splitlines()
    place = 0
    for name, changes in edits["phu_luc"].items():
        start = _index(lines, f"  - ma: {name}")
        end = _end(lines, start, 2)
        if not changes:
            del lines[start:end]
            continue
        lines[start:end] = _appendix(lines[start:end], changes, originals[place])
        place += 1
    return "\n".join(lines) + "\n"


def _appendix(lines: list[str], changes: Mapping[str, Any], original: Appendix) -> list[str]:
    lines = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    _put(lines, 0, 4, changes.get("dat", {}))
    if "cot" in changes:
        start = _index(lines, "    cot:") + 1
        lines[start : _end(lines, start - 1, 4)] = changes["cot"].rstrip("\n").splitlines()
    for name in changes.get("bo", []):
        _take(lines, f"- ma: {name}")
    for title in changes.get("bo_nhom", []):
        _take(lines, f"- nhom: {title}")
    fields = tuple(f"{field}:" for field in changes.get("bo_truong", []))
    if fields:
        lines = [line for line in lines if not (line.startswith(" " * 8) and line.strip().startswith(fields))]
    for name, behind in changes.get("chuyen", {}).items():
        _insert(lines, behind, [line.strip() for line in _take(lines, f"- ma: {name}")])
    for row in changes.get("them", []):
        fields_of = {key: value for key, value in row.items() if key != "sau"}
        _insert(lines, row["sau"], [_line(key, value) for key, value in fields_of.items()])
    for title, values in changes.get("nhom", {}).items():
        _set(lines, next((line.strip() for line in lines if f"- nhom: {title}" in line), title), values)
    for name, values in changes.get("hang", {}).items():
        _set(lines, f"- ma: {name}", values)
    return _with_originals(lines, original)


def _index(lines: Sequence[str], wanted: str) -> int:
    """Where the line ``wanted`` is, indented as it is given, or anyhow when it is given unindented."""
    found = [n for n, line in enumerate(lines) if wanted in (line, line.strip())]
    if not found:
        raise LookupError(f"no line {wanted!r}")
    return found[0]


def _end(lines: Sequence[str], start: int, indent: int) -> int:
    """Where the block that begins at ``start`` with ``indent`` ends."""
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            return number
    return len(lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _take(lines: list[str], head: str) -> list[str]:
    start = _index(lines, head)
    end = _end(lines, start, _indent(lines[start]))
    taken = lines[start:end]
    del lines[start:end]
    return taken


def _insert(lines: list[str], behind: str, fields: Sequence[str]) -> None:
    """Put a row of ``fields`` behind the row ``behind``, indented like it."""
    start = _index(lines, f"- ma: {behind}")
    indent = _indent(lines[start])
    texts = [fields[0].removeprefix("- "), *fields[1:]]
    at = _end(lines, start, indent)
    lines[at:at] = [" " * indent + ("  " if n else "- ") + text for n, text in enumerate(texts)]


def _set(lines: list[str], head: str, values: Mapping[str, Any]) -> None:
    start = _index(lines, head)
    _put(lines, start, _indent(lines[start]) + 2, values)


def _put(lines: list[str], start: int, indent: int, values: Mapping[str, Any]) -> None:
    """Set the fields of the item that begins at ``start``, its fields indented by ``indent``."""
    for key, value in values.items():
        end = _end(lines, start, indent - 2)
        own = range(start, next((n for n in range(start + 1, end) if _ROW.match(lines[n])), end))
        at = [n for n in own if lines[n][indent:].startswith(f"{key}:") and lines[n][indent - 2] in "- "]
        line = lines[start][: indent - 2] + ("- " if at == [start] else "  ") if at else " " * indent
        if value == "" and key != "danh_so":
            del lines[at[0]]
        elif at:
            lines[at[0]] = f"{line}{_line(key, value)}"
        else:
            rows = [n for n in own if lines[n].strip() in ("chi_tieu:", "nhiem_vu:", "cot:")]
            where = rows[0] if rows else own[-1] + 1
            lines[where:where] = [f"{line}{_line(key, value)}"]


def _line(key: str, value: Any) -> str:
    """``key: value`` on one line."""
    if isinstance(value, Mapping):
        value = Inline(value)
    elif isinstance(value, list):
        value = InlineList(value)
    elif value == "-":  # a planned value that is none
        return f'{key}: "-"'
    return to_yaml({key: value}, {}).rstrip("\n")


def _with_originals(lines: list[str], original: Appendix) -> list[str]:
    """Put the cells of the original in the places of ``@goc``; the rows stand in the same order there."""
    names = field_names(original["columns"]) or []
    rows = iter(original["rows"])
    current: Mapping[str, str] = {}
    for number, line in enumerate(lines):
        if _ROW.match(line) and _indent(line) > 2:
            row = next(rows, None)
            cells = row["cells"] if row else []
            current = dict(zip(names, cells, strict=True)) if len(cells) == len(names) else {}
            current = {**current, "nhom": " ".join(cells[1:2])}
            if "stt" not in names and (found := LEADING_NUMBER.fullmatch(current.get("ten", ""))):
                current = {**current, "ten": found[2]}
        if ORIGINAL in line:
            key = line.split(":")[0].strip(" -")
            lines[number] = line.split(key)[0] + _line(key, escape(current[key]))
    return lines
