"""The instructions made of a template give what Jinja gives, or leave it to Jinja."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateError
from msgspec import Struct, msgpack

from nq57gen.rendering.environment import environment
from nq57gen.rendering.filling import Steps, filled
from nq57gen.rendering.markup import RunsXml
from nq57gen.rendering.straight import straight_steps


class Office(Struct, frozen=True):
    """A value of a context, as ours are."""

    name: str
    lines: tuple[str, ...] = ()
    small: bool = False
    text: RunsXml = RunsXml("<w:r/>")

    @property
    def hidden(self) -> str:
        """Not declared."""
        return "hidden"


NAMES: dict[str, Any] = {
    "office": Office(
        "Sở <A> & “B” {{ c }}", ("một", "hai & ba"), text=RunsXml("<w:r><w:t>&amp;</w:t></w:r>")
    ),
    "offices": (Office("một"), Office("hai", small=True), Office("ba", ("x",))),
    "empty": (),
    "title": "  Kế hoạch  ",
    "number": 7,
    "draft": "",
}
STRAIGHT = [
    "<w:t>no tags ' \" \\ \n at all</w:t>",
    "{{ title }}{{ number }}{{ draft }}",
    "{{ office.name }}{{ office.text }}{{ office.small }}",
    "{% for line in office.lines %}<w:p>{{ line }}</w:p>{% endfor %}",
    "{% for one in offices %}{{ one.name }}{% for line in one.lines %}-{{ line }}{% endfor %};{% endfor %}",
    "{% for one in offices %}{% for one in one.lines %}{{ one }}{% endfor %}{{ one.name }}{% endfor %}",
    "{% for number in offices %}{{ number.name }}{% endfor %}{{ number }}",
    "{% for one in empty %}{{ one }}{% endfor %}none",
    "{% if draft %}a{% elif number == 7 %}b{% else %}c{% endif %}",
    "{% if draft %}a{% elif number != 7 %}b{% else %}c{% endif %}",
    "{% if not draft and (number > 6 or title) and number <= 7 %}a{% endif %}",
    "{% if 1 < number < 9 %}a{% endif %}{% if 'hai' in title %}b{% endif %}",
    "{% if number not in empty %}c{% endif %}",
    "{% if 9 > number > 1 %}a{% endif %}{% if 1 < 9 < number %}b{% endif %}{{ 1 < number < 9 }}",
    "{{ draft or title }}{{ title and number }}{{ draft and missing }}{{ number or missing }}",
    "{% if offices | length == 3 %}{{ (offices | first).name }}{{ (offices | last).name }}{% endif %}",
    "{{ title | trim }}{{ title | upper }}{{ office.text | lower }}{{ number | upper }}",
    "{{ true }}{{ none }}{{ 12 }}{{ 'a<b' }}",
    "{# a comment #}{% if true %}{% endif %}",
]
#: Templates of which no instructions are made.
FOR_JINJA = [
    "{{ loop }}",
    "{% for loop in offices %}{{ loop.name }}{% endfor %}",
    "{% for one in offices %}{{ loop.index }}{% endfor %}",
    "{% for one in offices if one.small %}{{ one.name }}{% endfor %}",
    "{% for one in empty %}x{% else %}none{% endfor %}",
    "{% for a, b in offices %}{{ a }}{% endfor %}",
    "{% set x = number %}{{ x }}",
    "{{ number + 1 }}",
    "{{ title ~ number }}",
    "{{ office['name'] }}",
    "{{ office.lines | join(', ') }}",
    "{{ title | trim('K') }}",
    "{{ title if draft else number }}",
    "{{ number is defined }}",
    "{{ 1.5 }}",
    "{{ 123456789012345678901234567890 }}",
    "{% if true %}{{ caller }}{% endif %}",
    "{{ office._name }}",
    "{{ title.upper() }}",
]
#: Templates whose instructions fail with these names: Jinja says what it is.
FAIL = [
    "{{ empty | first }}",
    "{{ missing }}",
    "{{ office.missing }}",
    "{{ office.hidden }}",
    "{{ title.upper }}",
    "{{ empty | first }}",
]


def by_jinja(source: str, names: Mapping[str, Any]) -> str:
    return environment().from_string(source).render(names)


def steps_of(source: str) -> Steps | None:
    """The instructions as another run reads them from the disk."""
    made = straight_steps(environment().parse(source))
    return msgpack.decode(msgpack.encode(made), type=Steps | None)


@pytest.mark.parametrize("source", STRAIGHT)
def test_the_instructions_give_what_jinja_gives(source: str) -> None:
    steps = steps_of(source)
    assert steps is not None
    assert filled(steps, NAMES) == by_jinja(source, NAMES)


@pytest.mark.parametrize("source", FOR_JINJA)
def test_what_says_more_is_left_to_jinja(source: str) -> None:
    assert steps_of(source) is None


@pytest.mark.parametrize("source", FAIL)
def test_what_only_jinja_can_answer_fails(source: str) -> None:
    steps = steps_of(source)
    assert steps is not None
    with pytest.raises((LookupError, StopIteration)):
        filled(steps, NAMES)


_VALUES = st.one_of(
    st.text(max_size=8), st.integers(-3, 3), st.booleans(), st.none(), st.just(RunsXml("<w:r/>")), st.just(())
)
_EXPRESSIONS = st.sampled_from(["a", "b", "c.name", "c.lines", "c.small", "c.text", "'x'", "2"])


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["<w:t>", "{", "}", "\n", "%", "'"]),
            _EXPRESSIONS.map(lambda one: f"{{{{ {one} }}}}"),
            _EXPRESSIONS.map(lambda one: f"{{{{ {one} | lower }}}}"),
            st.tuples(_EXPRESSIONS, _EXPRESSIONS).map(
                lambda two: f"{{% if {two[0]} == {two[1]} %}}={{% else %}}{{{{ {two[1]} }}}}{{% endif %}}"
            ),
            _EXPRESSIONS.map(lambda one: f"{{% if {one} %}}+{{% elif not a %}}-{{% endif %}}"),
            _EXPRESSIONS.map(lambda one: f"{{% for a in {one} %}}{{{{ a }}}}{{{{ b }}}}{{% endfor %}}"),
        ),
        max_size=6,
    ).map("".join),
    _VALUES,
    _VALUES,
    st.builds(
        Office, st.text(max_size=5), st.lists(st.text(max_size=3), max_size=2).map(tuple), st.booleans()
    ),
)
def test_any_template_and_values(source: str, a: object, b: object, c: Office) -> None:
    names = {"a": a, "b": b, "c": c}
    try:
        wanted = by_jinja(source, names)
    except (TemplateError, TypeError):
        return
    steps = steps_of(source)
    assert steps is not None
    assert filled(steps, names) == wanted
