"""A template as a tree of instructions, for documents made without Jinja: to load it takes 15 ms.

What most templates say is little: print a name or its attribute, go through a list, choose by a condition.
Jinja reads such a template; the instructions made of what it read do what Jinja would do with the same names,
or fail where Jinja has more to say (a missing name, something other than our own values), which is then left
to Jinja. A template that says more than this has no such tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinja2 import nodes

from nq57gen.rendering.filling import (
    COMPARISONS,
    FILTERS,
    And,
    Attribute,
    Choose,
    Compared,
    Constant,
    Filtered,
    Name,
    Not,
    Or,
    Print,
    Repeat,
    Step,
    Steps,
    Text,
    Value,
)

_CONSTANTS = (str, int, bool, type(None))
#: What every form of the cache can hold exactly.
_WIDEST = 63
#: Names that mean something of their own to Jinja.
_OWN = ("loop", "self", "super", "caller", "varargs", "kwargs")


class _Crooked(Exception):
    """The template says something this cannot say."""


def straight_steps(template: nodes.Template) -> Steps | None:
    """Return the instructions that give the text of ``template``; None: only Jinja can."""
    try:
        return tuple(_steps(template.body))
    except _Crooked:
        return None


def _steps(body: Sequence[nodes.Node]) -> Iterator[Step]:
    for node in body:
        match node:
            case nodes.Output():
                for one in node.nodes:
                    yield Text(one.data) if isinstance(one, nodes.TemplateData) else Print(_value(one))
            case nodes.If():
                cases = ((_value(one.test), tuple(_steps(one.body))) for one in (node, *node.elif_))
                yield Choose(tuple(cases), tuple(_steps(node.else_)))
            case nodes.For():
                yield _repeat(node)
            case _:
                raise _Crooked


def _repeat(node: nodes.For) -> Repeat:
    if not isinstance(node.target, nodes.Name) or node.target.name in _OWN:
        raise _Crooked
    if node.test or node.recursive or node.else_:
        raise _Crooked
    return Repeat(node.target.name, _value(node.iter), tuple(_steps(node.body)))


def _value(node: nodes.Node) -> Value:
    match node:
        case nodes.Name() if node.name not in _OWN:
            return Name(node.name)
        case nodes.Getattr() if not node.attr.startswith("_"):
            return Attribute(_value(node.node), node.attr)
        case nodes.Const() if _is_plain(node.value):
            return Constant(node.value)
        case nodes.Not():
            return Not(_value(node.node))
        case nodes.And():
            return And(_value(node.left), _value(node.right))
        case nodes.Or():
            return Or(_value(node.left), _value(node.right))
        case nodes.Compare() if all(one.op in COMPARISONS for one in node.ops):
            return Compared(_value(node.expr), tuple((one.op, _value(one.expr)) for one in node.ops))
        case nodes.Filter() if _is_simple(node):
            assert node.node is not None  # noqa: S101  # only a filter block has none
            return Filtered(_value(node.node), node.name)
    raise _Crooked


def _is_plain(constant: object) -> bool:
    if isinstance(constant, int) and constant.bit_length() > _WIDEST:
        return False
    return isinstance(constant, _CONSTANTS)


def _is_simple(node: nodes.Filter) -> bool:
    more = node.args or node.kwargs or node.dyn_args or node.dyn_kwargs
    return node.node is not None and node.name in FILTERS and not more
