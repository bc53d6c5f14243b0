"""The report on a plan: the report's prose, and the plan's appendices with a blank for each result."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from nq57gen.cloning.carried import FOOTNOTES, called_names, declarations, missing_footnotes
from nq57gen.cloning.edits import Edit, applied
from nq57gen.cloning.results import with_results
from nq57gen.merging.tree import Node, parse
from nq57gen.patterns import lazily

#: Where the skeleton of a report wants the appendices of the plan.
MARK = "# --- phụ lục: lấy từ kế hoạch ---"
#: What a report says of its unit as its plan does.
_OF_THE_UNIT = ("don_vi", "dia_danh", "co_quan")
_TARGETS = "chi_tieu"
_APPENDICES = "phu_luc"
_PLAN_YEAR = lazily(r"\bnam_ke_hoach\b")
_MARK_LINE = lazily(rf"^[ \t]*{re.escape(MARK)}[ \t]*\n?", re.MULTILINE)
_APPENDIX_CALL = lazily(r"<<\s*phu_luc\.(\w+)[^<>]*>>")

#: The fields that the columns of each table layout print, for tables that do not choose their columns.
Layouts = Mapping[str, Sequence[str]]


def report_from_plan(
    plan: str, report: str, layouts: Layouts | None = None, *, plan_name: str = "", report_name: str = ""
) -> str:
    """The text of the report on ``plan``: the prose of ``report`` (a filled skeleton) and the plan's lists.

    Every target of the plan is there once, with its planned value and a blank for its result; tables get the
    columns that print results. What the appendices call (``van_ban``, ``phong_ban``, ``thuat_ngu``, ``bien``,
    ``chu_thich``) comes with them, and what the plan says of the unit takes the place of what the skeleton
    does. Prose that counts an appendix the plan does not have becomes a blank. The names are for messages.

    Raises ``InvalidInput`` (codes Y) when one of the texts is no spec.
    """
    plan_root = parse(plan.replace("\r\n", "\n").removeprefix("\ufeff"), plan_name)
    report = _with_unit(report, plan_root, report_name)
    report = _APPENDIX_CALL.sub(lambda call: _known(call, _ids(plan_root)), report)
    edits = with_results(plan_root, layouts or {})
    lists = [_section(plan_root, key, edits) for key in (_TARGETS, _APPENDICES)]
    return _spliced(report, [text for text in lists if text], plan_root, report_name)


def _spliced(report: str, lists: Sequence[str], plan: Node, report_name: str) -> str:
    """The lists, and the declarations they call, where the report's mark is (its end when it has none)."""
    root = parse(report, report_name)
    body = "\n\n".join(lists)
    prose = {name for name in called_names([report]) if name[0] != FOOTNOTES}
    called = called_names([body]) | prose
    body, renamed = missing_footnotes(body, plan, root)
    inserts, sections = declarations(plan, root, called, renamed)
    report = applied(root.doc.lines, inserts)
    added = _PLAN_YEAR.sub("nam_bao_cao", "\n".join([*sections, body]))
    mark = _MARK_LINE.search(report)
    if mark is None:
        return f"{report.rstrip()}\n\n{added}".rstrip() + "\n"
    return (report[: mark.start()] + added + report[mark.end() :].lstrip("\n")).rstrip() + "\n"


def _section(root: Node, key: str, edits: Sequence[Edit]) -> str:
    """A top-level entry with the comments directly above it, the ``edits`` made; "" when there is none."""
    node = root.child(key)
    if node is None:
        return ""
    lead = "".join(node.own_lead()).strip("\n")
    end = (node.end[0], len(root.doc.lines[node.end[0]].rstrip("\r\n")))
    text = applied(root.doc.lines, edits, (node.entry, end))
    return f"{lead}\n{text}" if lead else text


def _with_unit(report: str, plan: Node, report_name: str) -> str:
    """The report with what the plan says of the unit in place of what it says itself."""
    root = parse(report, report_name)
    edits = []
    behind = root.child(_OF_THE_UNIT[0])
    for key in _OF_THE_UNIT:
        said, here = plan.child(key), root.child(key)
        if said is None:
            continue
        text = plan.doc.between(said.entry, said.end)
        if here is not None:
            edits.append(Edit(here.entry, here.end, text))
        elif behind is not None:
            edits.append(Edit(behind.end, behind.end, f"\n{text}"))
    return applied(root.doc.lines, edits)


def _ids(plan: Node) -> frozenset[str]:
    """The ids of the plan's appendices."""
    appendices = plan.child(_APPENDICES)
    ids = (child.child("ma") for child in appendices.children) if appendices is not None else ()
    return frozenset(node.text for node in ids if node is not None and node.text)


def _known(call: re.Match[str], ids: frozenset[str]) -> str:
    return call[0] if call[1] in ids else f"<<?phụ lục {call[1]} không có trong kế hoạch>>"
