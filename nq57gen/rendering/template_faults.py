"""When a finished file does not say what the document says: whether the template is to blame, and which tag.

A template may drop a name for some documents only (a condition, a kind of paragraph that it forgot), or print
one twice. That shows when a document is read back, and is told here as the fault of the tag.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from nq57gen.blanks import bracketed
from nq57gen.diagnostics import Diagnostic, make
from nq57gen.messages.packs import MISSING_HOW, NAME_PLACES
from nq57gen.model.document import Document, Table
from nq57gen.rendering.readback import blocks_of, fields_of, texts_of_block
from nq57gen.rendering.template_check import Checked
from nq57gen.rendering.template_names import required_names
from nq57gen.rendering.template_tags import Tag, tags_of
from nq57gen.rendering.template_trace import Print

if TYPE_CHECKING:
    from nq57gen.model.document import Block

_SHOWN = 60
_CHANGING = ("upper", "lower", "trim", "join")


class _Item(Struct, frozen=True):
    """One text of the document; ``kind`` that of its block, "" around the blocks."""

    name: str
    text: str
    kind: str = ""


def faults_of(checked: Checked, prints: Sequence[Print], document: Document, path: str) -> list[Diagnostic]:
    """Compare what the tags of a template print with ``document``; return what they drop, double, change."""
    return list(_Comparison(checked, document, path).faults(prints))


class _Comparison:
    def __init__(self, checked: Checked, document: Document, path: str) -> None:
        self._checked = checked
        self._path = path
        self._blocks = list(_block_items(document))
        self._fields = [_Item(name, bracketed(text)) for name, text in fields_of(document) if text]
        self._printed: dict[str, Tag] = {}

    def faults(self, prints: Sequence[Print]) -> Iterator[Diagnostic]:
        """Yield the faults of the fields, and the first one of the blocks."""
        texts = Counter(one.text for one in prints)
        extra: list[Print] = []
        blocks = iter(self._blocks)
        following = next(blocks, None)
        left = list(self._fields)
        for one in prints:
            field = next((item for item in left if item.text == one.text), None)
            if following is not None and following.text == one.text:
                self._printed.setdefault(one.text, one.tag)
                following = next(blocks, None)
            elif field is not None:
                self._printed.setdefault(one.text, one.tag)
                left.remove(field)
            else:
                extra.append(one)
        changed = [(one, item) for one in extra if (item := _changed(one, left)) is not None]
        for one, item in changed:
            yield self._make("M126", one.tag, name=item.name, text=item.text, changed=one.text)
        missing = [item for item in left if all(item is not other for _one, other in changed)]
        yield from self._doubled(one for one in extra if all(one is not other for other, _item in changed))
        seen: set[str] = set()
        for item in missing:
            if item.name not in seen:
                seen.add(item.name)
                yield self._missing(item)
        if following is None:
            return
        if texts[following.text] == 0:
            yield self._missing(following)
            return
        late = next((one for one in extra if one.text == following.text), None)
        if late is not None:
            yield self._make("M127", late.tag, name=following.name, text=following.text)

    def _doubled(self, extra: Iterator[Print]) -> Iterator[Diagnostic]:
        """Tell of each name that is printed again, once; a filter may have changed its words."""
        told: set[str] = set()
        for one in extra:
            item = next((item for item in (*self._fields, *self._blocks) if item.text == one.text), None)
            item = item or _changed(one, self._fields)
            if item is None or item.text not in self._printed or item.name in told:
                continue
            told.add(item.name)
            first = self._printed[item.text]
            other = f"{first.spot.place} bằng “{first.source}”"
            yield self._make("M124", one.tag, name=item.name, text=one.text, other=other)

    def _missing(self, item: _Item) -> Diagnostic:
        """Say which tag should have printed ``item``, and why it does not, or where to put one."""
        field = next((shape, key) for shape, key, name in required_names() if name == item.name)
        printing = self._checked.names.printed.get(field, [])
        mentioned = self._checked.names.mentioned.get(field, [])
        typed, place = NAME_PLACES[item.name]
        values = {"name": item.name, "type": typed, "place": place, "kind": item.kind}
        if item.kind:
            loop = self._loop_of(item.name)
            how = MISSING_HOW["kind"].format(**values)
            return self._make("M125", loop, name=item.name, text=item.text, how=how)
        for tag in printing:
            conditions = self._conditions(tag)
            if conditions:
                outer = conditions[-1]
                how = MISSING_HOW["condition"].format(
                    tag=tag.source, condition=outer.source, where=outer.spot.place
                )
                return self._make("M125", tag, name=item.name, text=item.text, how=how)
        nearest = next(iter((*printing, *mentioned)), None)
        how = MISSING_HOW["place"].format(**values)
        return self._make("M125", nearest, name=item.name, text=item.text, how=how)

    def _loop_of(self, name: str) -> Tag | None:
        """Return the tag that begins the loop over the blocks ``name`` is in."""
        outer, _dot, wanted = name.rpartition(".")[0].rpartition(".")
        for tag in self._tags():
            parent, _dot, over = tag.code[2:-2].rpartition(" in ")[2].strip().rpartition(".")
            if tag.keyword == "for" and over == wanted and bool(parent) == bool(outer):
                return tag
        return None

    def _conditions(self, wanted: Tag) -> list[Tag]:
        """Return the conditions that ``wanted`` stands under, outermost first."""
        around: list[Tag] = []
        for tag in self._tags():
            if tag == wanted:
                return [one for one in around if one.keyword != "for"]
            if tag.keyword in ("if", "for"):
                around.append(tag)
            elif tag.keyword in ("elif", "else"):
                around[-1] = tag
            elif tag.keyword in ("endif", "endfor"):
                around.pop()
        return []

    def _tags(self) -> Iterator[Tag]:
        return (tag for spot in self._checked.body for tag in tags_of(spot))

    def _make(self, code: str, tag: Tag | None, **values: str) -> Diagnostic:
        shown = {
            key: text if len(text) <= _SHOWN or key == "how" else f"{text[:_SHOWN].rstrip()}…"
            for key, text in values.items()
        }
        found = make(code, path=self._path, tag=tag.source if tag else "", **shown)  # type: ignore[arg-type]
        return replace(found, where=tag.spot.where) if tag else found


def _changed(one: Print, items: Sequence[_Item]) -> _Item | None:
    """Return the text that a filter of a tag made into what the tag printed."""
    filters = one.tag.code.split("|")[1:]
    if not any(word.strip(" }").startswith(_CHANGING) for word in filters):
        return None
    return next((item for item in items if item.text.casefold().strip() in one.text.casefold()), None)


def _block_items(document: Document) -> Iterator[_Item]:
    own = len(document.body)
    for number, block in enumerate(blocks_of(document)):
        prefix = "noi_dung" if number < own else "cac_phu_luc.noi_dung"
        name = f"{prefix}.{'bang' if isinstance(block, Table) else 'chu'}"
        for text in texts_of_block(block):
            if text:
                yield _Item(name, text, _kind(block))


def _kind(block: Block) -> str:
    return "bang" if isinstance(block, Table) else block.kind.value
