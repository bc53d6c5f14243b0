"""A Word template is checked before it is filled; every problem is reported with its place in Word."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateSyntaxError
from msgspec import Struct, field

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InvalidInput
from nq57gen.messages.packs import NAME_PLACES
from nq57gen.nesting import LONGEST_SOURCE, is_too_deep
from nq57gen.patterns import lazily
from nq57gen.rendering.context import BLOCK_KINDS, Context
from nq57gen.rendering.environment import environment
from nq57gen.rendering.facts import TemplateFacts
from nq57gen.rendering.tag_faults import Fault, fault_of, torn_fault
from nq57gen.rendering.tag_text import static_pieces
from nq57gen.rendering.template_names import Field, NameChecker, fields_of, required_names
from nq57gen.rendering.template_package import cleaned
from nq57gen.rendering.template_pairs import pair_faults
from nq57gen.rendering.template_parts import check_parts, tagged_parts
from nq57gen.rendering.template_tags import Spot, Tag, spots_of, tags_of
from nq57gen.vietnamese.syllables import suggest
from nq57gen.writer import unpack

if TYPE_CHECKING:
    pass

#: Conditions and loops inside one another; Python takes a few times as many.
_MOST_NESTED = 20
_SHOWN = 60
#: What ends a tag on its own, so that each can be parsed alone.
_ALONE = {"if": "{t}{{% endif %}}", "for": "{t}{{% endfor %}}", "elif": "{{% if 0 %}}{t}{{% endif %}}"}
#: What may look like a tag to who typed it: other brackets around a name.
_LIKE_A_TAG = lazily(r"(?:<<|«|\$\{|\{|\[\[|\uff5b+|\(\()\s*([\w.]+)\s*(?:>>|»|\}|\]\]|\uff5d+|\)\))")


class _Problems(Struct):
    """The problems of one template."""

    path: str
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, code: str, spot: Spot | None, **values: Any) -> None:
        self.found.append(make(code, path=self.path, where=spot.where if spot else "", **values))

    def add_fault(self, fault: Fault, tag: Tag) -> None:
        self.add(fault.code, tag.spot, tag=tag.source, reason=fault.reason, hint=fault.hint or None)

    def stop(self) -> None:
        """Raise what was found, if anything."""
        if self.found:
            raise InvalidInput(self.found)


class Names(Struct):
    """The tags of a part or a template that mention a name, and those that print one."""

    mentioned: dict[Field, list[Tag]] = field(default_factory=dict)
    printed: dict[Field, list[Tag]] = field(default_factory=dict)

    def take(self, other: Names) -> None:
        """Add what ``other`` has."""
        for own, theirs in ((self.mentioned, other.mentioned), (self.printed, other.printed)):
            for name, tags in theirs.items():
                own.setdefault(name, []).extend(tags)


class Checked(Struct, frozen=True):
    """A template that was checked: facts of its layout, its paragraphs; those of the body, their names."""

    facts: TemplateFacts
    spots: tuple[Spot, ...]
    body: tuple[Spot, ...]
    names: Names


def check_template(template: bytes, template_name: str) -> None:
    """Check a template before anything is rendered with it.

    Raises InvalidInput with all problems found: a file that is no .docx (M101, M131), tags misspelt or torn
    (M102), unknown names (M103), pairs that do not match (M104), tags that would take other text with
    them (M105), names printed in the wrong way (M106), what templates may not do (M107, M134, M135), names
    never
    printed (M108, M122, M123), styles or sections missing (M109, M110), macros and links (M111), tags
    where they cannot work (M112, M121), footnotes of its own (M128), broken tables (M130).
    """
    checked_template(template, template_name)


@functools.lru_cache(maxsize=8)
def checked_template(template: bytes, template_name: str) -> Checked:
    """Check a template as :func:`check_template` does; return what documents need to know of it."""
    parts = unpack(cleaned(template, template_name), shown_as=template_name)
    roots, facts = check_parts(parts, template_name)
    found = {label: spots_of({label: root}) for label, root in tagged_parts(roots).items()}
    problems = _Problems(template_name)
    names = {label: _check_spots(part, problems) for label, part in found.items()}
    problems.stop()
    spots = tuple(spot for part in found.values() for spot in part)
    everywhere = Names()
    for own in names.values():
        everywhere.take(own)
    _check_missing(everywhere, spots, problems)
    problems.stop()
    body = tuple(spot for spot in found[""] if not spot.is_fallback)
    return Checked(facts, spots, body, names[""])


def _check_spots(spots: list[Spot], problems: _Problems) -> Names:
    """Check the tags of a part; return the names they mention and print."""
    tags = [tag for spot in spots for tag in tags_of(spot)]
    before = len(problems.found)
    for tag in tags:
        _check_tag(tag, problems)
    told = {one.where for one in problems.found}
    texts = ["", *(spot.text for spot in spots), ""]
    for spot, previous, following in zip(spots, texts, texts[2:], strict=False):
        fault = torn_fault(spot.text, previous, following)
        if fault is not None and spot.where not in told:
            problems.add(fault.code, spot, tag=spot.text, reason=fault.reason, hint=fault.hint)
    code = [tag for tag in tags if not tag.is_comment]
    if len(problems.found) == before:
        for pair in pair_faults(code):
            problems.add("M104", pair.tag.spot, tag=pair.tag.source, reason=pair.reason, hint=pair.hint)
        deep = _nested_too_deep(code)
        if deep is not None:
            problems.add("M135", deep.spot, tag=deep.source, most=_MOST_NESTED)
    return _check_names(code, problems) if len(problems.found) == before else Names()


def _nested_too_deep(tags: list[Tag]) -> Tag | None:
    depth = 0
    for tag in tags:
        depth += (tag.keyword in ("if", "for")) - (tag.keyword in ("endif", "endfor"))
        if depth > _MOST_NESTED:
            return tag
    return None


def _check_missing(names: Names, spots: tuple[Spot, ...], problems: _Problems) -> None:
    """Check that every name is printed somewhere; what only looks like it is told where it stands."""
    missing = []
    for shape, key, name in required_names():
        if (shape, key) in names.printed:
            continue
        tags = names.mentioned.get((shape, key))
        typed, place = NAME_PLACES[name]
        like = _like_a_tag(key, spots)
        if tags:
            problems.add("M122", tags[0].spot, tag=tags[0].source, name=name, type=typed)
        elif like:
            problems.add("M123", like[0], text=like[1], type=typed)
        else:
            missing.append((name, f"{typed} ({place})"))
    if missing:
        shown, how = (", ".join(dict.fromkeys(texts)) for texts in zip(*missing, strict=True))
        problems.add("M108", None, names=shown, how=how)


def _like_a_tag(key: str, spots: tuple[Spot, ...]) -> tuple[Spot, str] | None:
    for spot in spots:
        for piece in static_pieces(spot.text):
            for found in _LIKE_A_TAG.finditer(piece):
                if suggest(found[1].rpartition(".")[2], [key], cutoff=0.9):
                    return spot, found[0]
    return None


def _check_tag(tag: Tag, problems: _Problems) -> None:
    """Check one tag by itself: its syntax, and what it would take away."""
    if not tag.is_comment and (len(tag.code) > LONGEST_SOURCE or is_too_deep(tag.code)):
        problems.add("M134", tag.spot, tag=f"{tag.source[:_SHOWN].rstrip()}…")
        return
    pattern = _ALONE.get(tag.keyword, "{t}")
    if not tag.is_comment and tag.code[2:-2].strip() not in ("else", "endif", "endfor"):
        try:
            environment().parse(pattern.format(t=tag.code))
        except TemplateSyntaxError:
            problems.add_fault(fault_of(tag, fields_of(Context)), tag)
            return
    if tag.homeless:
        inside = tag.code[2:-2].strip()
        other = f"{tag.source[:2]}p {inside} {tag.source[-2:]}"
        problems.add("M121", tag.spot, tag=tag.source, level=tag.level, type=other)
    elif tag.neighbours:
        problems.add("M105", tag.spot, tag=tag.source, text=tag.neighbours)
    elif tag.level and tag.carries_section:
        problems.add("M105", tag.spot, tag=tag.source, text="ngắt phần")


def _check_names(tags: list[Tag], problems: _Problems) -> Names:
    """Check the names and types of all tags of a part together, one tag a line."""

    def report(code: str, line: int, **values: Any) -> None:
        tag = tags[line - 1]
        if code == "M103":
            values["hint"] = _name_hint(tag, values["name"], values.pop("known"))
        elif code == "M106" and "wanted" in values:
            wanted = values.pop("wanted")
            values["hint"] = f"gõ {tag.source[:2]}{wanted} {tag.code[2:-2].strip()} {tag.source[-2:]}"
        problems.add(code, tag.spot, tag=tag.source, **values)

    checker = NameChecker(report, lambda line: tags[line - 1].level)
    try:
        checker.check(environment().parse("\n".join(tag.code for tag in tags)))
    except TemplateSyntaxError as error:  # each tag and pair is right, but not their order: two else
        tag = tags[min(error.lineno, len(tags)) - 1]
        problems.add_fault(fault_of(tag, ()), tag)
    return Names(
        *(
            {
                name: own
                for name, lines in found.items()
                if (own := [tags[line - 1] for line in lines if not tags[line - 1].spot.is_fallback])
            }
            for found in (checker.mentioned, checker.printed)
        )
    )


def _name_hint(tag: Tag, name: str, known: tuple[str, ...]) -> str | None:
    if name in BLOCK_KINDS:
        return f"là chữ thì đặt trong nháy: '{name}'"
    if tag.prints and not tag.level and name[:1] in "pr" and name[1:] in known:
        return f"gõ {{{{{name[0]} {tag.code[2:-2].strip()[1:]} }}}}"
    guess = suggest(name, known)
    if guess:
        return f"ý bạn là {guess}?"
    return f"dùng một trong: {', '.join(known)}" if known else None
