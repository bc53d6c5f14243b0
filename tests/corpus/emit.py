"""Write a spec as readable YAML: body texts as literal blocks, short mappings on one line."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import yaml


class Body(str):
    """A text of whole lines, written as a literal block scalar."""

    __slots__ = ()


class Inline(dict[str, Any]):
    """A mapping written on one line."""


class InlineList(list[Any]):
    """A list written on one line."""


class _Dumper(yaml.SafeDumper):
    """Indents the items of a list under its key, and quotes with double quotes."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def choose_scalar_style(self) -> str:
        style = super().choose_scalar_style()
        return '"' if style == "'" else style

    def represent_body(self, text: Body) -> yaml.Node:
        return self.represent_scalar("tag:yaml.org,2002:str", f"{text}\n", style="|")

    def represent_inline(self, mapping: Inline) -> yaml.Node:
        return self.represent_mapping("tag:yaml.org,2002:map", mapping.items(), flow_style=True)

    def represent_inline_list(self, items: InlineList) -> yaml.Node:
        return self.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


_Dumper.add_representer(Body, _Dumper.represent_body)
_Dumper.add_representer(Inline, _Dumper.represent_inline)
_Dumper.add_representer(InlineList, _Dumper.represent_inline_list)


def to_yaml(spec: Mapping[str, Any], comments: Mapping[str, str]) -> str:
    """Return ``spec`` as YAML, its keys in their order.

    ``comments``: top-level key -> a comment of one line to stand above it.
    """
    parts = []
    for key, value in spec.items():
        if key in comments:
            parts.append(f"# {comments[key]}\n")
        parts.append(
            yaml.dump({key: value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=sys.maxsize)
        )
    return "".join(parts)
