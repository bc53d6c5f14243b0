"""The places of a spec that are still to be filled in, listed where they were typed."""

from __future__ import annotations

from collections.abc import Iterator

from nq57gen.blanks import TYPED
from nq57gen.diagnostics import KeyPath
from nq57gen.model.resolver import PACK_PATH, Resolver
from nq57gen.schema.spec_types import Spec
from nq57gen.spec.reader import Value

#: Holds what a province would say, none of it part of the document.
_ASIDE = ("xung_dot",)


def report_blanks(spec: Spec, resolver: Resolver) -> None:
    """A warning for each blank of the spec (N033), and for each that the pack's texts print (N037)."""
    typed = spec.data.source.text
    # a value holds the sign only where the file does, or where it has an escape ("\\x3c") that means it
    if "<<?" in typed or "\\" in typed:
        for path, text in _texts(spec.data.data, ()):
            for found in TYPED.finditer(text):
                words = " ".join(found[1].split())
                if words and path[:1] != _ASIDE:
                    resolver.report("N033", path, offset=found.start(), words=words)
    for words in resolver.pack_blanks:
        resolver.report("N037", PACK_PATH, words=words)


def _texts(value: Value, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Every text of a spec that may hold a blank, with its path."""
    if isinstance(value, str):
        if "<<?" in value:
            yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))
