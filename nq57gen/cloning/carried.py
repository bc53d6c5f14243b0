"""What the lists of a plan call by name, and the declarations that must come with them into a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from nq57gen.cloning.edits import Edit, line_below, put
from nq57gen.merging.tree import Node
from nq57gen.merging.writing import inline, key_text
from nq57gen.patterns import lazily

#: Declarations that are called by their own key, and those called by the key of their table first.
_PLAIN = "van_ban"
_BY_TABLE = ("phong_ban", "thuat_ngu", "bien")
FOOTNOTES = "chu_thich"
_EXPRESSION = lazily(r"<<(?!\?)[^<>]*>>")
_PATH = lazily(r"(?<![\w.])([a-z_]\w*)(?:\.(\w+))?")
_OFFICES = lazily(r"\b(?:chu_tri|phoi_hop|don_vi_chu_tri): *([^\n}]*)|^ *- ([a-z]\w*) *$", re.MULTILINE)
_ID = lazily(r"[a-z]\w*")
_FOOTNOTE = lazily(r"\[\^([\w-]+)\]")


def called_names(texts: Iterable[str]) -> set[tuple[str, str]]:
    """What ``texts`` call: ``("bien", "so_ho")``, ``("van_ban", "nq57")``, ``("chu_thich", "1")``."""
    names: set[tuple[str, str]] = set()
    for text in texts:
        for expression in _EXPRESSION.findall(text):
            for first, second in _PATH.findall(expression):
                names.add((first, second) if first in _BY_TABLE else (_PLAIN, first))
        for one, other in _OFFICES.findall(text):
            names |= {("phong_ban", name) for name in _ID.findall(one or other)}
        names |= {(FOOTNOTES, key) for key in _FOOTNOTE.findall(text)}
    return names


def declarations(
    plan: Node, report: Node, called: set[tuple[str, str]], renamed: Mapping[str, str]
) -> tuple[list[Edit], list[str]]:
    """The entries of ``plan`` that are called and that ``report`` lacks (both are roots).

    The edits put them into tables the report has, the texts are tables it does not have. ``renamed``:
    footnotes that have another key in the report.
    """
    entries = {
        (table, child.key or ""): child
        for table in (_PLAIN, *_BY_TABLE, FOOTNOTES)
        if (node := plan.child(table)) is not None
        for child in node.children
    }
    todo, wanted = list(called), set(called)
    while todo:  # what is carried calls others
        entry = entries.get(todo.pop())
        more = called_names([_text(entry)]) - wanted if entry is not None else set()
        todo += more
        wanted |= more
    inserts, sections = [], []
    for table in (_PLAIN, *_BY_TABLE, FOOTNOTES):
        here = report.child(table)
        known = {child.key for child in here.children} if here is not None else set()
        keys = renamed if table == FOOTNOTES else {}
        own = [
            entry
            for (kind, key), entry in entries.items()
            if kind == table and (table, key) in wanted and keys.get(key, key) not in known
        ]
        if not own:
            continue
        if here is None or not here.children:
            section = "\n".join([f"{table}:", *(_entry_text(entry, keys) for entry in own)])
            if here is None:
                sections.append(f"{section}\n")
            else:
                inserts.append(Edit(here.entry, here.end, section))
        elif here.flow:
            texts = (f", {key_text(keys.get(e.key or '', e.key or ''))}: {inline(e)}" for e in own)
            inserts.append(put(here.children[-1].end, "".join(texts)))
        else:
            lines = "\n".join(_entry_text(entry, keys) for entry in own)
            inserts.append(line_below(here.children[-1], lines))
    return inserts, sections


def missing_footnotes(lists: str, plan: Node, report: Node) -> tuple[str, dict[str, str]]:
    """``lists`` with new keys for its footnotes whose keys the report uses for others, and the new keys."""
    here, there = report.child(FOOTNOTES), plan.child(FOOTNOTES)
    taken = {child.key for child in here.children} if here is not None else set()
    taken |= {child.key for child in there.children} if there is not None else set()
    both = {child.key for child in here.children} if here is not None else set()
    renamed: dict[str, str] = {}
    for key in dict.fromkeys(_FOOTNOTE.findall(lists)):
        if key in both:
            new = next(str(n) for n in range(1, len(taken) + 2) if str(n) not in taken)
            renamed[key] = new
            taken.add(new)
    return _FOOTNOTE.sub(lambda call: f"[^{renamed.get(call[1], call[1])}]", lists), renamed


def _text(entry: Node) -> str:
    return entry.doc.between(entry.entry, entry.end)


def _entry_text(entry: Node, renamed: Mapping[str, str]) -> str:
    """The entry as lines below a top-level key, with the comments directly above it."""
    indent, lead = " " * entry.entry[1], "".join(entry.own_lead()).strip("\n")
    if entry.in_flow:
        indent, lead = "  ", ""
    text = _text(entry)
    if entry.key in renamed:
        text = text.replace(entry.key or "", renamed[entry.key or ""], 1)
    return f"{lead}\n{indent}{text}" if lead else f"{indent}{text}"
