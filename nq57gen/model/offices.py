"""Names of offices: an id of the spec or the pack, or the name itself."""

from __future__ import annotations

from collections.abc import Mapping

from nq57gen.blanks import is_blank
from nq57gen.model.resolver import Resolver
from nq57gen.patterns import lazily
from nq57gen.schema.spec_types import OfficeName, Phrase
from nq57gen.vietnamese.syllables import suggest

ID = lazily(r"[a-z][a-z0-9_]*")
#: A text that looks like an id is taken for one, so that a misspelt one ("Phong_VHXH", "phong-vhxh") is never
#: printed.
_MEANT_AS_ID = lazily(r"[a-z][a-z0-9_-]*|\w+(?:_\w+)+")
_SEVERAL = lazily(r"\s*[,;]\s*")


class Offices:
    """Resolves the offices that sections, targets and tasks name."""

    def __init__(self, offices: Mapping[str, OfficeName], resolver: Resolver) -> None:
        self._offices = offices
        self._resolver = resolver

    def full(self, phrase: Phrase) -> str:
        """The full name of the office that ``phrase`` names, or its own text."""
        office = self._find(phrase)
        return self._resolver.plain(office.name if office else phrase)

    def short(self, phrase: Phrase) -> str:
        """The short name, as tables print it."""
        office = self._find(phrase)
        return self._resolver.plain(office.short if office else phrase)

    def _find(self, phrase: Phrase) -> OfficeName | None:
        office = self._offices.get(phrase.text)
        if office is not None:
            self._resolver.printed.add(phrase.path)
        elif is_blank(phrase.text):
            return None  # a name still to come; its words are nobody's ids
        elif self._are_several(parts := _SEVERAL.split(phrase.text)):
            self._resolver.report("N018", phrase.path, offices=", ".join(parts))
        elif _MEANT_AS_ID.fullmatch(phrase.text):
            guess = suggest(phrase.text, self._offices)
            known = ", ".join(sorted(self._offices))
            hint = f"ý bạn là {guess}?" if guess else f"dùng được: {known}"
            self._resolver.report("N013", phrase.path, name=phrase.text, hint=hint)
        return office

    def _are_several(self, parts: list[str]) -> bool:
        """Whether ids were typed one after another in one text, which would print them as they are."""
        return len(parts) > 1 and any(
            part in self._offices or (ID.fullmatch(part) and "_" in part) for part in parts
        )
