"""Takes a province's new edition into a ward's spec: text in, text out."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InternalError, InvalidInput
from nq57gen.merging.changes import Change, Log, Outcome
from nq57gen.merging.combine import Combiner
from nq57gen.merging.comments import with_comments
from nq57gen.merging.conflicts import KEY, record, set_aside
from nq57gen.merging.groups import settle_groups
from nq57gen.merging.render import render
from nq57gen.merging.tree import Node, Plain, parse, split_lines

#: How often a result is merged again until that changes nothing; once is the rule.
PASSES = 4
_BOM = "\ufeff"


class Merged(Struct, frozen=True):
    """``text`` is the ward's spec with the province's changes; ``changes`` says what became of each."""

    text: str
    changes: tuple[Change, ...]

    def of(self, outcome: Outcome) -> tuple[Change, ...]:
        """The changes with one outcome, in the order of the file."""
        return tuple(change for change in self.changes if change.outcome is outcome)

    @property
    def conflicts(self) -> tuple[Change, ...]:
        """What the ward has to decide."""
        return self.of(Outcome.CONFLICT)


def merge(
    base: str,
    theirs: str,
    mine: str,
    *,
    base_name: str = "",
    theirs_name: str = "",
    mine_name: str = "",
) -> Merged:
    """Merge by key and by id, three ways.

    ``base`` is the province's skeleton as the ward cloned it, ``theirs`` its new edition, ``mine`` the
    ward's spec today; the names are for messages. What ``theirs`` changed against ``base`` comes into
    ``mine`` where the ward left it as it was; where both changed the same, the ward's words stay and the
    province's are recorded under ``xung_dot``. Lines of ``mine`` that no change touches stay byte for byte
    (line ends and BOM too); a merge that takes nothing gives ``mine`` back.

    Merging the result again, with the same editions or with ``base`` set to ``theirs``, changes nothing.
    The order of keys is the ward's: what the province changed of it alone is not taken. Comments that the
    province added or changed come in beside those of the ward.

    Raises ``InvalidInput`` with every problem of all three texts (codes Y010 on), and ``InternalError``
    (G901) when the text made does not say what the merge decided.
    """
    names = base_name, theirs_name, mine_name
    merged = _once(base, theirs, mine, names)
    for _ in range(PASSES):
        again = _once(base, theirs, merged.text, names)
        if again.text == merged.text:
            return _with_comments(base, theirs, merged, names)
        # an item now stands beside others and is seen as a changed one: what that brings is listed as well
        known = {(change.code, change.where, change.theirs) for change in merged.changes}
        late = (
            replace(change, diagnostic=replace(change.diagnostic, position=None, source_line=""))
            for change in again.changes
            if (change.code, change.where, change.theirs) not in known
        )
        merged = Merged(again.text, (*merged.changes, *late))
    raise InternalError([make("G901", path=mine_name)])


def _once(base: str, theirs: str, mine: str, names: tuple[str, str, str]) -> Merged:
    base_name, theirs_name, mine_name = names
    line_end = _line_end(mine)
    bom = _BOM if mine.startswith(_BOM) else ""
    old, new, own = _read(
        (base, base_name, line_end), (theirs, theirs_name, line_end), (mine, mine_name, None)
    )
    log = Log(mine_name, own.doc.lines)
    set_aside(old)
    set_aside(new)
    if old.plain() == new.plain():
        return Merged(mine, ())
    recorded = set_aside(own)
    settle_groups(old, new, own, log)
    comments = frozenset(text for _, text in old.doc.comments.values())
    Combiner(log, comments).combine(old, new, own, "")
    expected = own.plain()
    changes = sorted(log.changes, key=lambda change: change.diagnostic.sort_key)
    record(own, recorded, changes)
    if not own.changed:
        return Merged(mine, tuple(changes))
    text = render(own, line_end)
    _verify(text, mine_name, expected, recorded)
    return Merged(bom + text, tuple(changes))


def _with_comments(base: str, theirs: str, merged: Merged, names: tuple[str, str, str]) -> Merged:
    """The merged text with the province's new comments, which are listed behind what else changed there."""
    base_name, theirs_name, mine_name = names
    line_end = _line_end(merged.text)
    old, new, own = _read(
        (base, base_name, line_end), (theirs, theirs_name, line_end), (merged.text, mine_name, None)
    )
    expected = own.plain()
    done = with_comments(old, new, own, line_end)
    if not done.changed:
        return merged
    if parse(done.text, mine_name).plain() != expected:
        raise InternalError([make("G901", path=mine_name)])
    told = (
        Change(Outcome.TAKEN, make("G210", path=mine_name, where=where, place=where))
        for where in done.changed
    )
    bom = _BOM if merged.text.startswith(_BOM) else ""
    return Merged(bom + done.text, (*merged.changes, *told))


def _read(*texts: tuple[str, str, str | None]) -> list[Node]:
    problems: list[Diagnostic] = []
    roots = []
    for text, name, line_end in texts:
        try:
            roots.append(parse(text.removeprefix(_BOM), name, line_end))
        except InvalidInput as error:
            problems += error.diagnostics
    if problems:
        raise InvalidInput(problems)
    return roots


def _line_end(text: str) -> str:
    """The line end most lines have."""
    ends = Counter(line[len(line.rstrip("\r\n")) :] for line in split_lines(text))
    return next((end for end, _ in ends.most_common() if end), "\n")


def _verify(text: str, name: str, expected: Plain, recorded: Node | None) -> None:
    """The text made is read again: it must say what was decided, and hold the old records."""
    try:
        root = parse(text, name)
    except InvalidInput as error:
        raise InternalError([make("G901", path=name), *error.diagnostics]) from error
    now = set_aside(root)
    before = recorded.plain() if recorded is not None else None
    kept = now.plain() if now is not None else None
    lost = isinstance(before, list) and not (isinstance(kept, list) and kept[: len(before)] == before)
    if root.plain() != expected or lost:
        raise InternalError([make("G901", path=name, where=KEY if lost else "")])
