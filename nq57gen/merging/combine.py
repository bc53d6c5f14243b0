"""The three-way merge of two trees over a third: the tree of the ward becomes the result."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from nq57gen.merging.changes import Log
from nq57gen.merging.identity import item, label
from nq57gen.merging.paragraphs import merge_paragraphs
from nq57gen.merging.sequences import three_way, woven
from nq57gen.merging.tree import Node, Spot, paragraphs_of
from nq57gen.merging.writing import block

#: A key whose list is a row of cells: cells have places, not names.
_CELLS = "o"
_BLOCKS = {"|", ">"}


class Combiner(Struct):
    """Merges node by node; comments not among ``base_comments`` (of the old edition) are the ward's."""

    log: Log
    base_comments: frozenset[str]
    #: where an entry the ward does not have would stand
    at: Spot = (0, 0)

    def combine(self, base: Node | None, theirs: Node | None, mine: Node | None, where: str) -> Node | None:
        """The merged value: a node of ``mine`` (changed inside where needed), of ``theirs``, or nothing."""
        if mine is None:
            return self._missing(base, theirs, where)
        if theirs is None:
            return self._removed(base, mine, where)
        wanted, has = theirs.plain(), mine.plain()
        old = base.plain() if base is not None else None
        if wanted == has or (base is not None and wanted == old):
            return mine
        if mine.kind == theirs.kind:
            same_kind = base if base is not None and base.kind == mine.kind else None
            if mine.kind == "text":
                if self._texts(same_kind, theirs, mine, where):
                    return mine
            elif mine.children or (same_kind is not None and same_kind.children):
                if mine.kind == "map":
                    self._maps(same_kind, theirs, mine, where)
                    return mine
                if not _is_row(mine):
                    self._lists(same_kind, theirs, mine, where)
                    return mine
                if _cells_match(same_kind, theirs, mine):
                    self._cells(same_kind, theirs, mine, where)
                    return mine
        if base is not None and old == has:
            self.log.add("G002", where, mine.entry)
            return self._in_place_of(mine, theirs)
        self.log.add("G101", where, mine.entry, theirs=_words(theirs))
        return mine

    def _missing(self, base: Node | None, theirs: Node | None, where: str) -> Node | None:
        if theirs is None:
            return None
        if base is None:
            return theirs
        if base.plain() != theirs.plain():
            self.log.add("G103", where, self.at, theirs=_words(theirs))
        return None

    def _removed(self, base: Node | None, mine: Node, where: str) -> Node | None:
        if base is None:
            return mine
        if base.plain() == mine.plain():
            self.log.add("G003", where, mine.entry)
            return None
        self.log.add("G102", where, mine.entry)
        return mine

    # --- texts

    def _texts(self, base: Node | None, theirs: Node, mine: Node, where: str) -> bool:
        """Merge by paragraphs; ``False`` when the text is to be judged as one."""
        b = paragraphs_of(base.text) if base is not None else None
        t, m = paragraphs_of(theirs.text), paragraphs_of(mine.text)
        if not b or not t or not m or max(len(b), len(t), len(m)) == 1:
            return False
        if b == m and mine.style not in _BLOCKS:
            return False
        merged = merge_paragraphs(b, t, m)
        if merged is None:
            return False
        if merged.taken:
            self.log.add("G006", where, mine.entry, count=merged.taken)
            mine.paragraphs = list(merged.lines)
            mine.touch()
        for clash in merged.clashes:
            code = "G103" if clash.mine is None else "G102" if clash.theirs is None else "G101"
            self.log.add(code, where, mine.entry, theirs=clash.theirs, mine=clash.mine)
        if merged.order_refused:
            self.log.add("G201", where, mine.entry)
        return True

    # --- mappings

    def _maps(self, base: Node | None, theirs: Node, mine: Node, where: str) -> None:
        keys = woven(
            [child.key or "" for child in mine.children], [child.key or "" for child in theirs.children]
        )
        results: list[tuple[Node | None, Node | None]] = []
        for key in keys:
            own, other = mine.child(key), theirs.child(key)
            old = base.child(key) if base is not None else None
            self.at = own.entry if own is not None else mine.entry
            step = f"{where}.{key}" if where else key
            result = self.combine(old, other, own, step)
            if result is not None and own is None:
                self.log.add("G001", step, mine.entry)
            results.append((own, result))
        self._rebuild(mine, results)

    # --- lists

    def _lists(self, base: Node | None, theirs: Node, mine: Node, where: str) -> None:
        olds = base.children if base is not None else []
        order = three_way(
            [item(node) for node in olds],
            [item(node) for node in theirs.children],
            [item(node) for node in mine.children],
        )
        results: list[tuple[Node | None, Node | None]] = []
        names: dict[str, int] = {}
        for triple in order.triples:
            old, other = _of(olds, triple.base), _of(theirs.children, triple.theirs)
            own = _of(mine.children, triple.mine)
            name = label(next(node for node in (old, other, own) if node is not None))
            names[name] = names.get(name, 0) + 1
            step = f"{where}[{name}]" if names[name] == 1 else f"{where}[{name}]({names[name]})"
            self.at = own.entry if own is not None else mine.entry
            result = self.combine(old, other, own, step)
            if result is not None and own is None:
                self.log.add("G001", step, mine.entry)
            results.append((own, result))
        if order.order_taken:
            self.log.add("G005", where, mine.entry)
            mine.touch()
        if order.order_refused:
            self.log.add("G201", where, mine.entry)
        self._rebuild(mine, results)

    def _cells(self, base: Node | None, theirs: Node, mine: Node, where: str) -> None:
        results: list[tuple[Node | None, Node | None]] = []
        for n, own in enumerate(mine.children):
            old = base.children[n] if base is not None else None
            results.append((own, self.combine(old, theirs.children[n], own, f"{where}[{n + 1}]")))
        self._rebuild(mine, results)

    # --- the entries of a merged list or mapping

    def _rebuild(self, mine: Node, results: list[tuple[Node | None, Node | None]]) -> None:
        children: list[Node] = []
        for own, result in results:
            if own is not None and result is None:
                mine.touch()
                kept = self._own_comments(own)
                if mine.parent is None and own is mine.original[0]:
                    kept = [line.rstrip("\r\n") for line in own.lead]  # what heads the file
                if kept:
                    children.append(Node(mine.doc, "note", written=kept))
            elif result is not None:
                if result is not own:
                    mine.touch()
                    if own is None:
                        result.lead = result.own_lead()
                    result.parent = mine
                children.append(result)
        mine.children = children

    def _in_place_of(self, mine: Node, theirs: Node) -> Node:
        """``theirs`` where ``mine`` stood, below the comments of ``mine``."""
        theirs.key = mine.key
        if mine.kind == theirs.kind == "text" and not {mine.style, theirs.style} & _BLOCKS:
            mine.taken = theirs
            mine.touch()
            return mine
        inside = [] if mine.in_flow else self._own_comments(mine, lead=False)
        theirs.lead = mine.lead + [" " * mine.entry[1] + text for text in inside]
        theirs.lead_column = mine.entry[1]
        return theirs

    def _own_comments(self, node: Node, *, lead: bool = True) -> list[str]:
        """Comments the ward wrote at or inside an entry that goes."""
        if node.in_flow:
            return []
        first = node.entry[0] - (len(node.lead) if lead else 0)
        found = (node.doc.comments.get(line) for line in range(first, node.end[0] + 1))
        return [comment[1] for comment in found if comment and comment[1] not in self.base_comments]


def _of(nodes: Sequence[Node], index: int | None) -> Node | None:
    return None if index is None else nodes[index]


def _is_row(node: Node) -> bool:
    """Whether a list is a row of cells: its items have places, not names."""
    return node.key == _CELLS or (node.parent is not None and node.parent.kind == "list")


def _cells_match(base: Node | None, theirs: Node, mine: Node) -> bool:
    counts = {len(node.children) for node in (base, theirs, mine) if node is not None}
    return len(counts) == 1


def _words(node: Node) -> str:
    """A value of the province as the ward would type it."""
    return "\n".join(block(node))
