"""A Word template is checked before it is filled; every problem is reported with its place in Word."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateSyntaxError
from msgspec import Struct, field

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InvalidInput
from nq57gen.rendering.context import Context
from nq57gen.rendering.environment import environment
from nq57gen.rendering.facts import TemplateFacts
from nq57gen.rendering.tag_text import TORN, static_pieces
from nq57gen.rendering.template_names import NameChecker, fields_of, required_names
from nq57gen.rendering.template_parts import check_parts, tagged_parts
from nq57gen.rendering.template_tags import Spot, Tag, spots_of, tags_of
from nq57gen.vietnamese.syllables import suggest
from nq57gen.writer import unpack

if TYPE_CHECKING:
    from lxml import etree

#: What ends a tag on its own, so that each can be parsed alone.
_ALONE = {"if": "{t}{{% endif %}}", "for": "{t}{{% endfor %}}", "elif": "{{% if 0 %}}{t}{{% endif %}}"}
_OPENERS = {"endfor": "for", "endif": "if"}


class _Problems(Struct):
    """The problems of one template."""

    path: str
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, code: str, spot: Spot, **values: Any) -> None:
        self.found.append(make(code, path=self.path, where=spot.where, **values))

    def stop(self) -> None:
        """Raise what was found, if anything."""
        if self.found:
            raise InvalidInput(self.found)


def check_template(template: bytes, template_name: str) -> None:
    """Check a template before anything is rendered with it.

    Raises InvalidInput with all problems found: a file that is no .docx (M101), tags misspelt or torn
    (M102), unknown names (M103), pairs that do not match (M104), tags that would take other text with
    them (M105), names printed in the wrong way (M106), what templates may not do (M107), names never
    printed (M108), styles or sections missing (M109, M110), macros and links (M111), tags
    where they cannot work (M112).
    """
    checked_template(template, template_name)


@functools.lru_cache(maxsize=8)
def checked_template(template: bytes, template_name: str) -> tuple[TemplateFacts, tuple[Spot, ...]]:
    """Check a template as :func:`check_template` does; return its facts and paragraphs."""
    parts = unpack(template, shown_as=template_name)
    roots, facts = check_parts(parts, template_name)
    spots = spots_of(tagged_parts(roots))
    problems = _Problems(template_name)
    used = _check_spots(roots, problems)
    problems.stop()
    missing = [name for shape, key, name in required_names() if (shape, key) not in used]
    if missing:
        raise InvalidInput([make("M108", path=template_name, names=", ".join(missing))])
    return facts, tuple(spots)


def _check_spots(roots: Mapping[str, etree._Element], problems: _Problems) -> set[tuple[object, str]]:
    """Check the tags part by part; return the (class, field) pairs they use."""
    used: set[tuple[object, str]] = set()
    for label, root in tagged_parts(roots).items():
        spots = spots_of({label: root})
        tags = [tag for spot in spots for tag in tags_of(spot)]
        before = len(problems.found)
        for spot in spots:
            if any(TORN.search(piece) for piece in static_pieces(spot.text)):
                problems.add("M102", spot, tag=spot.text, reason="thiếu ngoặc mở hoặc đóng")
        for tag in tags:
            _check_tag(tag, problems)
        _check_pairs(tags, problems)
        if len(problems.found) == before:
            used |= _check_names(tags, problems)
    return used


def _check_tag(tag: Tag, problems: _Problems) -> None:
    """Check one tag by itself: its syntax, and what it would take away."""
    pattern = _ALONE.get(tag.keyword, "{t}")
    if tag.keyword not in ("else", "endif", "endfor"):
        try:
            environment().parse(pattern.format(t=tag.code))
        except TemplateSyntaxError as error:
            guess = suggest(tag.code[2:-2].strip(), fields_of(Context)) if tag.prints else None
            hint = f"ý bạn là {{{{ {guess} }}}}?" if guess else None
            problems.add("M102", tag.spot, tag=tag.source, reason=error.message or "", hint=hint)
    if tag.neighbours:
        problems.add("M105", tag.spot, tag=tag.source, text=tag.neighbours)
    elif tag.level and tag.carries_section:
        problems.add("M105", tag.spot, tag=tag.source, text="ngắt phần")


def _check_pairs(tags: list[Tag], problems: _Problems) -> None:
    """Check that what opens is closed, at the same level and in the same place."""
    open_tags: list[Tag] = []
    for tag in tags:
        keyword = tag.keyword
        if keyword in ("if", "for"):
            open_tags.append(tag)
        elif keyword in ("endif", "endfor", "else", "elif"):
            _check_partner(tag, open_tags[-1] if open_tags else None, problems)
            if keyword in _OPENERS and open_tags:
                open_tags.pop()
    for tag in open_tags:
        problems.add("M104", tag.spot, tag=tag.source, reason="chưa có thẻ đóng")


def _check_partner(tag: Tag, opener: Tag | None, problems: _Problems) -> None:
    wanted = _OPENERS.get(tag.keyword)
    if opener is None or (wanted and opener.keyword != wanted):
        problems.add("M104", tag.spot, tag=tag.source, reason="không có thẻ mở tương ứng")
    elif opener.level != tag.level:
        problems.add(
            "M104", tag.spot, tag=tag.source, reason=f"phải viết {{%{opener.level} như thẻ mở {opener.source}"
        )
    elif opener.container is not tag.container:
        problems.add("M104", tag.spot, tag=tag.source, reason=f"không cùng chỗ với thẻ mở {opener.source}")


def _check_names(tags: list[Tag], problems: _Problems) -> set[tuple[object, str]]:
    """Check the names and types of all tags of a part together, one tag a line."""

    def report(code: str, line: int, **values: Any) -> None:
        tag = tags[line - 1]
        if code == "M103":
            known = values.pop("known")
            guess = suggest(values["name"], known)
            others = f"dùng một trong: {', '.join(known)}" if known else None
            values["hint"] = f"ý bạn là {guess}?" if guess else others
        problems.add(code, tag.spot, tag=tag.source, **values)

    checker = NameChecker(report, lambda line: tags[line - 1].level)
    try:
        checker.check(environment().parse("\n".join(tag.code for tag in tags)))
    except TemplateSyntaxError as error:
        tag = tags[min(error.lineno, len(tags)) - 1]
        problems.add("M102", tag.spot, tag=tag.source, reason=error.message or "")
    return checker.used
