"""Rows with ids in groups that nest: which groups are the same, and rows that changed their group.

Before the merge the rows are brought to the group where they will end up, in all three trees, so that the
merge itself meets each row in one place.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct, field

from nq57gen.merging.changes import Log
from nq57gen.merging.identity import ID, identity, label, text_of
from nq57gen.merging.sequences import SIMILAR, similarity, word_counts
from nq57gen.merging.tree import Node

#: The groups a row stands in, outermost first.
Group: TypeAlias = tuple[str, ...]
#: The keys under which rows with ids stand.
_ROW_KEYS = ("chi_tieu", "nhiem_vu")


class Table(Struct):
    """Rows in groups: ``lists`` holds the list of each group, ``rows`` each row with its group."""

    top: Node
    lists: dict[Group, Node] = field(default_factory=dict)
    rows: dict[str, tuple[Group, Node]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The key under which rows stand, the same in all groups."""
        return self.top.key or ""

    def index(self) -> None:
        """Find groups and rows (again). Of rows with one id the first counts."""
        self.lists, self.rows = {(): self.top}, {}
        self._index(self.top, ())

    def _index(self, rows: Node, group: Group) -> None:
        for node in rows.children:
            inner = node.child(self.key)
            if inner is not None and inner.kind == "list":
                path = (*group, identity(node))
                self.lists.setdefault(path, inner)
                self._index(inner, path)
            elif name := text_of(node, ID):
                self.rows.setdefault(name, (group, node))

    def take_out(self, row: str) -> Node:
        """Remove a row from its list."""
        _, node = self.rows.pop(row)
        if node.parent is not None:
            node.parent.touch()
            node.parent.children.remove(node)
        return node

    def put(self, row: str, node: Node, group: Group, like: Table) -> None:
        """Put a row into ``group`` (made if missing) behind the row it follows in ``like``."""
        rows = self.lists.get(group) or self._make(group, like)
        siblings = like.lists[group].children
        names = [identity(sibling) for sibling in siblings]
        before = set(names[: names.index(row)]) if row in names else set()
        at = max((n + 1 for n, other in enumerate(rows.children) if identity(other) in before), default=0)
        rows.children.insert(at, node)
        node.parent = rows
        rows.touch()
        self.rows[row] = (group, node)

    def _make(self, group: Group, like: Table) -> Node:
        """An empty ``group`` as ``like`` has it, without its rows; groups above it are made too."""
        above = self.lists.get(group[:-1]) or self._make(group[:-1], like)
        model = like.lists[group].parent
        assert model is not None  # noqa: S101  # the list of a group stands in the group
        assert model.parent is not None  # noqa: S101  # and the group in a list
        shell = copy.copy(model)
        rows = copy.copy(like.lists[group])
        shell.children = [
            rows if child is like.lists[group] else copy.copy(child) for child in model.children
        ]
        rows.children, rows.changed = [], True
        shell.changed, shell.pinned, shell.parent = True, group[-1], above
        shell.lead = shell.own_lead()
        for child in shell.children:
            child.parent = shell
        names = [identity(sibling) for sibling in model.parent.children]
        before = set(names[: names.index(identity(model))])
        at = max((n + 1 for n, other in enumerate(above.children) if identity(other) in before), default=0)
        above.children.insert(at, shell)
        above.touch()
        self.lists[group] = rows
        return rows


def _tables(node: Node, where: str = "") -> Iterator[tuple[str, Table]]:
    """Every table of the file with the place where it stands."""
    for child in node.children:
        step = f"[{label(child)}]" if child.key is None else f".{child.key}" if where else child.key
        if child.kind == "list" and child.key in _ROW_KEYS:
            yield where + step, Table(child)
        elif child.is_container:
            yield from _tables(child, where + step)


def settle_groups(base: Node, theirs: Node, mine: Node, log: Log) -> None:
    """Pin the identity of groups that were renamed, and bring each row to the group where it ends up."""
    in_base, in_theirs = dict(_tables(base)), dict(_tables(theirs))
    for where, table in _tables(mine):
        if where in in_base and where in in_theirs:
            three = in_base[where], in_theirs[where], table
            pins: dict[str, str | None] = {}
            for other in three[1:]:
                _pin_renamed(three[0].top, other.top, table.key, pins)
            for each in three:
                each.index()
            _Moves(*three, where, log).settle()


def _pin_renamed(base: Node, other: Node, key: str, pins: dict[str, str | None]) -> None:
    """A group of ``other`` with the rows of a group of ``base`` gets its identity, whatever its name.

    ``pins`` holds what was decided for a name (of the province's groups), and is added to.
    """
    groups = {identity(node): node for node in base.children if node.child(key) is not None}
    own = [node for node in other.children if node.child(key) is not None]
    known = {identity(node) for node in own}
    for node in own:
        name = identity(node)
        if name not in groups:
            if name not in pins:
                free = {pin: group for pin, group in groups.items() if pin not in known}
                pins[name] = _same_rows(node, free) or _similar_name(name, free)
            pin = pins[name]
            if pin is not None and pin in groups and pin not in known:
                node.pinned = pin
                known.add(pin)
        match = groups.get(identity(node))
        inner, base_inner = node.child(key), match.child(key) if match is not None else None
        if inner is not None and base_inner is not None:
            _pin_renamed(base_inner, inner, key, pins)


def _same_rows(node: Node, groups: dict[str, Node]) -> str | None:
    """The name of the group that holds most of the rows of ``node``, if it is more than half of either's."""
    ids = set(_ids(node))
    shared = {name: len(ids & set(_ids(group))) for name, group in groups.items()}
    best = max(shared, key=lambda name: shared[name], default=None)
    if best is None or shared[best] * 2 <= min(len(ids), len(set(_ids(groups[best])))):
        return None
    return best


def _similar_name(name: str, groups: dict[str, Node]) -> str | None:
    scores = {other: similarity(word_counts(name), word_counts(other)) for other in groups}
    best = max(scores, key=lambda other: scores[other], default=None)
    return best if best is not None and scores[best] >= SIMILAR else None


def _ids(node: Node) -> Iterator[str]:
    if name := text_of(node, ID):
        yield name
    for child in node.children:
        yield from _ids(child)


class _Moves(Struct):
    base: Table
    theirs: Table
    mine: Table
    where: str
    log: Log
    old_groups: frozenset[Group] = frozenset()

    def settle(self) -> None:
        self.old_groups = frozenset(self.base.lists)
        for row in [*self.mine.rows, *self.theirs.rows]:
            group = {
                name: table.rows[row][0]
                for name, table in (("b", self.base), ("t", self.theirs), ("m", self.mine))
                if row in table.rows
            }
            if len(set(group.values())) > 1:
                self._settle(row, group)

    def _settle(self, row: str, group: dict[str, Group]) -> None:
        b, t, m = (group.get(name) for name in "btm")
        if m is None:
            if t is not None:  # the ward removed it
                self._follow(self.base, row, t, self.theirs)
                self.log.add("G203", self._where(row), self._line(), group=self._name(t, self.theirs))
        elif t is None:
            at = self.mine.rows[row][1].entry
            self.log.add("G102", self._where(row), at)
        elif b is None or b == t:
            self._follow(self.base, row, m, self.mine)
            self._follow(self.theirs, row, m, self.mine)
        elif b == m:
            self._province_moved(row, t, m)
        else:
            if t != m:
                name = self._name(t, self.theirs)
                at = self.mine.rows[row][1].entry
                self.log.add("G104", self._where(row), at, theirs=name, group=name)
            self._follow(self.base, row, m, self.mine)
            self._follow(self.theirs, row, m, self.mine, always=True)

    def _province_moved(self, row: str, target: Group, now: Group) -> None:
        name = self._name(target, self.theirs)
        at = self.mine.rows[row][1].entry
        if self._ward_removed(target):
            self.log.add("G202", self._where(row), at, group=name)
            self._follow(self.theirs, row, now, self.mine)
            return
        if target not in self.mine.lists:
            self.log.add("G001", f"{self.where}[{name}]", self._line())
        self.log.add("G004", self._where(row), at, group=name)
        self._follow(self.base, row, target, self.theirs)
        self._follow(self.mine, row, target, self.theirs)

    def _ward_removed(self, group: Group) -> bool:
        return any(
            group[:depth] in self.base.lists and group[:depth] not in self.mine.lists
            for depth in range(1, len(group) + 1)
        )

    def _follow(self, table: Table, row: str, group: Group, like: Table, *, always: bool = False) -> None:
        """Bring a row of ``table``, if it is there, to ``group``; ``always``: to its place there too."""
        if row in table.rows and (always or table.rows[row][0] != group):
            if table is self.theirs:
                self._note_removed(group)
            table.put(row, table.take_out(row), group, like)

    def _note_removed(self, group: Group) -> None:
        """List a group that the province removed and that stays because the ward put a row there."""
        for depth in range(1, len(group) + 1):
            if group[:depth] in self.old_groups and group[:depth] not in self.theirs.lists:
                node = self.mine.lists[group[:depth]].parent
                at = node.entry if node is not None else self._line()
                self.log.add("G102", self._where(self._name(group[:depth], self.mine)), at)
                return

    def _where(self, row: str) -> str:
        return f"{self.where}[{row}]"

    def _line(self) -> tuple[int, int]:
        return self.mine.top.entry

    def _name(self, group: Group, table: Table) -> str:
        node = table.lists[group].parent
        return label(node) if group and node is not None else self.where
