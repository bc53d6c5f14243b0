"""A template as a plain Python function, for documents made without Jinja: to load it takes 15 ms.

What most templates say is little: print a name or its attribute, go through a list, choose by a condition.
Jinja reads such a template; the function made of what it read does what Jinja would do with the same names,
or fails where Jinja has more to say (a missing name, something other than our own values), and is then left
to Jinja. A template that says more than this has no such function.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping, Sequence

from jinja2 import nodes

from nq57gen.rendering.filling import FILTERS

_COMPARED = {
    "eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in", "notin": "not in",
}  # fmt: skip
_CONSTANTS = (str, int, bool, type(None))
#: Names that mean something of their own to Jinja.
_OWN = ("loop", "self", "super", "caller", "varargs", "kwargs")


class _Crooked(Exception):
    """The template says something this cannot say."""


def straight_code(template: nodes.Template) -> bytes | None:
    """Return the byte code of ``fill(names)``, which gives the text of ``template``; None: only Jinja can.

    It looks up ``show`` (what a tag prints), ``field`` (an attribute of a value) and the names of filters.
    """
    try:
        lines = [f"    {line}" for line in _Writer().lines(template.body, {})]
    except _Crooked:
        return None
    source = "\n".join(["def fill(names):", "    parts = []", *lines, "    return ''.join(parts)"])
    return marshal.dumps(compile(source, "<template>", "exec"))


class _Writer:
    """Writes the lines of the function; ``local``: the names of loops in the template and in the lines."""

    def __init__(self) -> None:
        self._loops = 0

    def lines(self, body: Sequence[nodes.Node], local: Mapping[str, str]) -> Iterator[str]:
        for node in body:
            match node:
                case nodes.Output():
                    yield from (f"parts.append({self._printed(one, local)})" for one in node.nodes)
                case nodes.If():
                    yield from self._if(node, local)
                case nodes.For():
                    yield from self._for(node, local)
                case _:
                    raise _Crooked

    def _block(self, body: Sequence[nodes.Node], local: Mapping[str, str]) -> Iterator[str]:
        yield from (f"    {line}" for line in self.lines(body, local))
        yield "    pass"

    def _if(self, node: nodes.If, local: Mapping[str, str]) -> Iterator[str]:
        yield f"if {self._value(node.test, local)}:"
        yield from self._block(node.body, local)
        for other in node.elif_:
            yield f"elif {self._value(other.test, local)}:"
            yield from self._block(other.body, local)
        yield "else:"
        yield from self._block(node.else_, local)

    def _for(self, node: nodes.For, local: Mapping[str, str]) -> Iterator[str]:
        if not isinstance(node.target, nodes.Name) or node.target.name in _OWN:
            raise _Crooked
        if node.test or node.recursive or node.else_:
            raise _Crooked
        self._loops += 1
        item = f"item_{self._loops}"
        yield f"for {item} in {self._value(node.iter, local)}:"
        yield from self._block(node.body, {**local, node.target.name: item})

    def _printed(self, node: nodes.Node, local: Mapping[str, str]) -> str:
        if isinstance(node, nodes.TemplateData):
            return repr(node.data)
        return f"show({self._value(node, local)})"

    def _value(self, node: nodes.Node, local: Mapping[str, str]) -> str:
        match node:
            case nodes.Name() if node.name not in _OWN:
                return local.get(node.name) or f"names[{node.name!r}]"
            case nodes.Getattr() if not node.attr.startswith("_"):
                return f"field({self._value(node.node, local)}, {node.attr!r})"
            case nodes.Const() if isinstance(node.value, _CONSTANTS):
                return repr(node.value)
            case nodes.Not():
                return f"(not {self._value(node.node, local)})"
            case nodes.And() | nodes.Or():
                word = "and" if isinstance(node, nodes.And) else "or"
                return f"({self._value(node.left, local)} {word} {self._value(node.right, local)})"
            case nodes.Compare():
                others = [f"{_COMPARED[one.op]} {self._value(one.expr, local)}" for one in node.ops]
                return f"({self._value(node.expr, local)} {' '.join(others)})"
            case nodes.Filter() if self._is_simple(node):
                assert node.node is not None  # noqa: S101  # only a filter block has none
                return f"{node.name}({self._value(node.node, local)})"
        raise _Crooked

    def _is_simple(self, node: nodes.Filter) -> bool:
        more = node.args or node.kwargs or node.dyn_args or node.dyn_kwargs
        return node.node is not None and node.name in FILTERS and not more
