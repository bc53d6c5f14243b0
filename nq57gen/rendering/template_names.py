"""Types of the names in a template, checked against :class:`nq57gen.rendering.context.Context`.

A template may only print names, test them and loop over them: no macros, assignments, arithmetic, calls
or other filters than ours. So no template can loop without end, grow a text without measure or reach
into the program, and every name in it can be checked before anything is rendered.
"""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable, Iterator, Mapping

from jinja2 import nodes
from msgspec import Struct

from nq57gen.rendering.context import BLOCK_KINDS, OPTIONAL, Context
from nq57gen.rendering.markup import BlockXml, RunsXml

#: More loops inside one another than any document needs; each multiplies the work.
MAX_LOOPS = 3

#: A type of the context: ``str``, ``bool``, a class, ``tuple[...]``; None where it is not known.
Shape = typing.Any
Scope = Mapping[str, Shape]
#: A name of the context: the class that has it, and the name.
Field = tuple[Shape, str]
#: Takes code, line of the pseudo-template, and values for the message.
Report = Callable[..., None]


#: The lists a template can loop over, and the filters with what each is for.
_LISTS = "noi_dung, noi_nhan, kinh_gui, cac_phu_luc, co_quan.ban_hanh, nguoi_ky.quyen_han, phu_luc.noi_dung"
_FILTERS = "dùng được: first, last, length, join cho danh sách; upper, lower, trim cho chữ"


class Loop(Struct, frozen=True):
    """Jinja's ``loop``, as far as templates may use it."""

    index: int
    first: bool
    last: bool
    length: int


@functools.cache
def fields_of(shape: Shape) -> dict[str, Shape]:
    """Return the names and types of a class of the context."""
    return typing.get_type_hints(shape) if _is_struct(shape) else {}


def _is_struct(shape: Shape) -> bool:
    return isinstance(shape, type) and issubclass(shape, Struct)


def required_names(shape: Shape = Context, prefix: str = "") -> Iterator[tuple[Shape, str, str]]:
    """Yield (class, field, name for people) of everything a template must print somewhere."""
    for field, kind in fields_of(shape).items():
        name = f"{prefix}{field}"
        inner = typing.get_args(kind)[0] if typing.get_args(kind) else kind
        if _is_struct(inner):
            yield from required_names(inner, f"{name}.")
        elif inner is not bool and (shape, field) not in OPTIONAL:
            yield shape, field, name


class NameChecker:
    """Walks the syntax tree of a template with the types of its names.

    ``mentioned`` gathers the (class, field) pairs the template mentions, with the lines; ``printed`` those it
    prints, a list by the name of its loop, with the lines of the tags.
    """

    def __init__(self, report: Report, level_of: Callable[[int], str]) -> None:
        self.report = report
        self.level_of = level_of
        self.mentioned: dict[Field, list[int]] = {}
        self.printed: dict[Field, list[int]] = {}
        self._loops: dict[str, Field | None] = {}

    def check(self, template: nodes.Template) -> None:
        """Check a whole template."""
        scope = dict(fields_of(Context))
        self._statements(template.body, scope, 0)

    def _statements(self, body: list[nodes.Node], scope: Scope, depth: int) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                for part in node.nodes:
                    if not isinstance(part, nodes.TemplateData):
                        self._printed(part, scope)
            elif isinstance(node, nodes.If):
                self._shape(node.test, scope)
                for branch in (node.body, node.elif_, node.else_):
                    self._statements(list(branch), scope, depth)
            elif isinstance(node, nodes.For):
                self._loop(node, scope, depth + 1)
            else:
                self._refuse(node)

    def _loop(self, node: nodes.For, scope: Scope, depth: int) -> None:
        items = self._shape(node.iter, scope)
        if (
            node.test is not None
            or node.recursive
            or not isinstance(node.target, nodes.Name)
            or depth > MAX_LOOPS
        ):
            self._refuse(node)
            return
        arguments = typing.get_args(items)
        if items is not None and not arguments:
            self.report(
                "M106", node.lineno, reason="không phải danh sách, không lặp được", hint=f"lặp được: {_LISTS}"
            )
        inner = {**scope, node.target.name: arguments[0] if arguments else None, "loop": Loop}
        outer = self._loops
        self._loops = {**outer, node.target.name: self._field_of(node.iter, scope)}
        self._statements(node.body, inner, depth)
        self._loops = outer
        self._statements(node.else_, scope, depth)

    def _field_of(self, node: nodes.Node, scope: Scope) -> Field | None:
        """Return the field of the context that an expression takes its text from, None for no single one."""
        if isinstance(node, nodes.Filter) and node.node is not None:
            return self._field_of(node.node, scope)
        if isinstance(node, nodes.Name):
            return self._loops.get(node.name, (Context, node.name))
        if isinstance(node, nodes.Getattr):
            return self._type_of(node.node, scope), node.attr
        return None

    def _type_of(self, node: nodes.Node, scope: Scope) -> Shape:
        """Return the type of a name and its attributes, already reported where they are wrong."""
        if isinstance(node, nodes.Name):
            return scope.get(node.name)
        if isinstance(node, nodes.Getattr):
            return fields_of(self._type_of(node.node, scope)).get(node.attr)
        return None

    def _printed(self, node: nodes.Expr, scope: Scope) -> None:
        field = self._field_of(node, scope)
        if field is not None:
            self.printed.setdefault(field, []).append(node.lineno)
        shape = self._shape(node, scope)
        if shape is None:
            return
        wanted = {str: "", int: "", RunsXml: "r", BlockXml: "p"}.get(shape)
        if wanted is None:
            self.report("M106", node.lineno, reason="không in được cả nhóm; ghi rõ tên bên trong")
        elif wanted != self.level_of(node.lineno):
            self.report("M106", node.lineno, reason=f"phải viết là {{{{{wanted} … }}}}", wanted=wanted)

    def _shape(self, node: nodes.Node, scope: Scope) -> Shape:
        """Return the type of an expression, None where it is not known or already reported."""
        if isinstance(node, nodes.Const):
            return type(node.value)
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._attribute(node, scope)
        if isinstance(node, nodes.Filter) and node.node is not None:
            return self._filter(node, self._shape(node.node, scope))
        if isinstance(node, nodes.Not | nodes.And | nodes.Or | nodes.Compare):
            for child in node.iter_child_nodes():
                self._shape(child.expr if isinstance(child, nodes.Operand) else child, scope)
            if isinstance(node, nodes.Compare):
                self._comparison(node)
            return bool
        self._refuse(node)
        return None

    def _comparison(self, node: nodes.Compare) -> None:
        """Check that a kind of block is compared with kinds there are."""
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        if any(isinstance(side, nodes.Getattr) and side.attr == "kieu" for side in sides):
            for side in sides:
                if isinstance(side, nodes.Const) and side.value not in BLOCK_KINDS:
                    self.report("M103", node.lineno, name=side.value, known=BLOCK_KINDS)

    def _name(self, node: nodes.Name, scope: Scope) -> Shape:
        if node.name not in scope:
            self.report("M103", node.lineno, name=node.name, known=tuple(scope))
            return None
        if node.name in fields_of(Context) and scope[node.name] is fields_of(Context)[node.name]:
            self._mention((Context, node.name), node)
        return scope[node.name]

    def _attribute(self, node: nodes.Getattr, scope: Scope) -> Shape:
        shape = self._shape(node.node, scope)
        known = fields_of(shape)
        if shape is None or node.attr in known:
            self._mention((shape, node.attr), node)
            return known.get(node.attr)
        self.report("M103", node.lineno, name=node.attr, known=tuple(known))
        return None

    def _mention(self, field: Field, node: nodes.Node) -> None:
        self.mentioned.setdefault(field, []).append(node.lineno)

    def _filter(self, node: nodes.Filter, shape: Shape) -> Shape:
        arguments = typing.get_args(shape)
        if node.name == "length":
            return int
        if node.name in ("first", "last") and arguments:
            return arguments[0]
        if node.name == "join" and arguments == (str, ...):
            return str
        if node.name in ("lower", "trim", "upper") and shape is str:
            return str
        if shape is not None:
            self.report(
                "M106", node.lineno, reason=f"bộ lọc {node.name} không dùng được ở đây", hint=_FILTERS
            )
        return None

    def _refuse(self, node: nodes.Node) -> None:
        self.report("M107", node.lineno)
