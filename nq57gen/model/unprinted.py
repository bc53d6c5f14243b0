"""The texts of a spec that no part of its document prints."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import astuple

from nq57gen.diagnostics import KeyPath
from nq57gen.model.resolver import PACK_PATH, Resolver
from nq57gen.schema.columns import STAGE
from nq57gen.schema.spec_types import Item, Node, Phrase, Spec
from nq57gen.terms import label_of

#: Declarations, printed where the text calls them.
_DECLARATIONS = ("van_ban", "phong_ban", "bien")


def report_unprinted(spec: Spec, resolver: Resolver) -> None:
    """Whatever no part of the document prints is an error; only part of a declaration, a warning."""
    printed = resolver.printed
    phrases: list[Phrase] = []
    _gather(astuple(spec), phrases)
    unprinted = [
        path for text, path in phrases if path not in printed and text and path[:1] not in ((), PACK_PATH)
    ]
    used = {path[:2] for path in printed}
    declared: list[KeyPath] = [
        (kind, str(key)) for kind in _DECLARATIONS for key in spec.data.data.get(kind) or ()
    ]
    # A word of the pack may be replaced before the text calls it; a word nobody knows is misspelt.
    declared += [("thuat_ngu", key) for key in spec.words if key not in spec.pack.words]
    unused = [path for path in declared if path not in used]
    for path in unused:
        resolver.report("N023", path, at_key=True, key=path[-1], label=label_of(path[:1]))
    for path in unprinted:
        if path[:2] in unused:
            continue
        if path[0] == "chu_thich":
            resolver.report("N022", path, key=path[-1])
        elif path[0] in _DECLARATIONS:
            resolver.report("N021", path, label=label_of(path))
        elif path[0] == "phu_luc" and isinstance(path[-1], str):
            column = f"{STAGE}{path[-1]}" if path[-2] == "giai_doan" else path[-1]
            resolver.report("T013", path, key=column)
        else:
            resolver.report("N020", path)


def _gather(parts: Iterable[object], found: list[Phrase]) -> None:
    """Add every phrase inside ``parts`` of a spec to ``found``, in reading order."""
    for part in parts:
        if part is None or isinstance(part, str):
            continue
        if isinstance(part, Phrase):
            found.append(part)
        elif isinstance(part, Item):  # as below, in fewer steps: most of what there is
            found.append(part.name)
            found += part.fields.values()
            for phrases in part.offices.values():
                found += phrases
            if part.children:
                _gather(part.children, found)
        elif isinstance(part, Node):
            _gather(astuple(part), found)
        elif isinstance(part, tuple):
            if type(part) is not tuple or (part and not isinstance(part[0], str)):  # no path, no plain texts
                _gather(part, found)
        elif isinstance(part, dict):
            _gather(part.values(), found)
