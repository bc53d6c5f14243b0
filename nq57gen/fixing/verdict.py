"""Whether what a mend did may be kept: order of the elements, words, components, and that the file opens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from nq57gen.errors import InvalidInput
from nq57gen.fixing.declared import may_change
from nq57gen.fixing.doubts import names_of
from nq57gen.fixing.mend import Mend
from nq57gen.fixing.opened import Opened, Original, paired
from nq57gen.fixing.order import out_of_order
from nq57gen.fixing.stored import stored, words_of

#: Why a mend is not made; each is the message of that code.
WORDS, KEPT_WORDS, COMPONENT, BROKEN = "D120", "D122", "D123", "D124"
#: A place that is no paragraph of the body.
ELSEWHERE = -1


class Objection(Struct, frozen=True):
    """Why what was done may not stay: the paragraph by its place in the file, or ``ELSEWHERE``."""

    at: int
    code: str
    before: str = ""
    after: str = ""


def judge(done: Opened, mend: Mend, mended: bytes) -> Opened | list[Objection]:
    """``mended``, which ``done`` was saved as, opened again if it may stay; else what speaks against."""
    changed = done.changed()
    if any(out_of_order(one.root) - one.out_of_order for one in changed):
        return [Objection(ELSEWHERE, BROKEN)]
    places = {element: at for at, (_, found) in enumerate(done.pairs) for element in found.elements}
    against = [one for part in changed for one in _words(part, mend, places)]
    if against:
        return against
    try:
        after = Opened(mended, done.file.shown_as)
        return list(_components(done, after)) or after
    except (InvalidInput, ValueError):  # ValueError: it reads otherwise than it was written
        return [Objection(ELSEWHERE, BROKEN)]


def _words(part: Original, mend: Mend, places: Mapping[etree._Element, int]) -> Iterator[Objection]:
    """The paragraphs whose words changed otherwise than the mend says; new ones count to the one above."""
    now = stored(part.root)
    joined: dict[etree._Element | None, str] = {}
    above: etree._Element | None = None
    for element, text in now.items():
        above = element if element in part.words else above
        joined[above] = joined.get(above, "") + text
    if joined.get(None) and not mend.words.allow("", joined[None]):
        yield Objection(ELSEWHERE, WORDS, "", words_of(joined[None]))
    for element, before in part.words.items():
        after = joined.get(element, "")
        at = places.get(element, ELSEWHERE)
        if element not in joined and before:
            yield Objection(at, WORDS, words_of(before), "")
        elif before == after:
            continue
        elif not mend.words.allow(before, after):
            yield Objection(at, WORDS, words_of(before), words_of(after))
        elif not mend.words.fields and not may_change(before, after):
            yield Objection(at, KEPT_WORDS)


def _components(done: Opened, after: Opened) -> Iterator[Objection]:
    """The paragraphs that are recognised as something else than before."""
    before, now = names_of(done.parts), names_of(after.parts)
    known = {found.elements[-1]: at for at, (_, found) in enumerate(done.pairs)}
    for view, found in paired(after.file.blocks, done.body):
        at = known.get(found.elements[-1])
        if at is not None:
            was = done.pairs[at][0]
            if before.get(id(was), frozenset()) != now.get(id(view), frozenset()) and was.text.strip():
                yield Objection(at, COMPONENT)
    if done.parts.document_type != after.parts.document_type:
        yield Objection(ELSEWHERE, COMPONENT)
