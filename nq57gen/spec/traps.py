"""Values and keys that are good YAML and yet not what the writer meant.

Each function looks at one thing already parsed and names what is wrong with it: a code, a place (line
and column from 0) and the fields of the wording. ``lines`` are the lines of the file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from msgspec import Struct

from nq57gen.patterns import lazily
from nq57gen.spec.characters import code_of, name_of
from nq57gen.spec.places import Place, find_offset
from nq57gen.spec.stop import Spot
from nq57gen.spec.suggest import quoted, quoted_line, shortened, without_diacritics, without_templates

Values: TypeAlias = dict[str, Any]
Problem: TypeAlias = tuple[str, Spot, Values]

#: Blanks that look like spaces and are not, as pasted from Word and web pages.
ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

_BULLETS = "\u2013\u2014\u2212\u2022\u25cf\u25aa\u25e6\u2023\u00b7"
#: The start of a line that is a list item to its writer and not to YAML.
ODD_BULLET = lazily(rf"[{_BULLETS}+*][ {ODD_SPACES}]|[-{_BULLETS}][^\s\d.,\-{_BULLETS}]|[{_BULLETS}]$")

#: The start of a line of a spec: a list item, or a key in our spelling.
_STRUCTURE = lazily(r"[ ]*(?:-(?: |$)|[a-z0-9_]+:(?: |$))")

_ODD_SPACE = lazily(f"[{ODD_SPACES}]")
_COMMENT = lazily(r"[ \t]+#")
_WORD = lazily(r"[\w-]+")
_COLON = lazily(r"\s*:")

# Words that are settings rather than prose; a comment behind them loses nothing.
_SETTINGS = frozenset({"có", "không"})


class Key(Struct):
    """One key of a mapping; ``style`` is ``"?"`` for what stands in for a key that was refused."""

    text: str
    start: Spot
    end: Spot
    style: str = "?"
    value_end: Spot = (0, 0)


class Scalar(NamedTuple):
    """One value: its text as parsed and where it stands."""

    raw: str
    place: Place
    in_flow: bool


def looks_like_prose_key(key: str) -> bool:
    """Whether ``key`` is words of a sentence rather than a (perhaps misspelt) key of a spec.

    Prose has spaces or punctuation (``Nơi nhận``), or is one capitalised word (``Lưu``, from
    ``- Lưu: VT``). ``căn_cứ``, ``Trích_yếu``, ``can-cu`` and ``tên`` are misspelt keys.
    """
    if _is_name(key):
        return "_" not in key and key[0].isupper()
    key = unicodedata.normalize("NFC", key)
    if not _WORD.fullmatch(key):
        return bool(key)
    return "_" not in key and key[0].isupper()


def odd_keys(
    lines: Sequence[str], keys: Mapping[str, Key], *, in_list: bool, in_flow: bool
) -> Iterator[tuple[Key, str, Values]]:
    """Keys of one mapping that were meant as text, with code and values."""
    for key in keys.values():
        if key.style == "?" or not looks_like_prose_key(key.text) or _bullet(key) or key.text == "<<":
            continue
        line = lines[key.start[0]]
        end = key.value_end[1] if in_flow and key.value_end[0] == key.start[0] else len(line)
        text = line[key.start[1] : end].strip()
        if in_list and len(keys) == 1:
            item = text if in_flow else f"- {text}"
            fix = quoted(text) if in_flow else quoted_line(line[key.start[1] :], item=True)
            yield key, "Y032", {"item": shortened(item), "key": shortened(key.text), "fix": fix}
        elif re.search(r"\W", key.text):
            known = without_diacritics(key.text)
            is_sentence = known.count("_") > 3 or not known
            values = {"key": shortened(key.text), "fix": known, "quoted": shortened(quoted(text))}
            yield key, "Y034" if is_sentence else "Y033", values


def key_problem(lines: Sequence[str], key: Key) -> tuple[str, Values] | None:
    """What is wrong with one scalar key, looked at alone."""
    line = lines[key.start[0]]
    if _is_name(key.text) and "?" not in line:
        return None
    if not key.text:
        return "Y031", {}
    if key.text == "<<" and not key.style:
        return "Y036", {}
    if _after_question_mark(line, key.start[1]):
        return "Y035", {"fix": quoted_line(line.replace("? ", "", 1))}
    if _ODD_SPACE.match(key.text):
        return "Y019", {"character": name_of(key.text[0])}
    if _bullet(key):
        return "Y056", {"mark": key.text[0], "fix": shortened(f"- {line[key.start[1] + 1 :].strip()}")}
    return None


def key_of_nodes(lines: Sequence[str], start: Spot) -> Problem:
    """What is wrong with a list or mapping that stands where a key belongs."""
    line = lines[start[0]]
    if start[1] and line[start[1] - 1 : start[1] + 1] == "{{":
        return "Y051", (start[0], start[1] - 1), {"fix": without_templates(line)}
    return "Y035", start, {"fix": quoted_line(line.replace("? ", "", 1))}


def is_ordinary(lines: Sequence[str], raw: str, place: Place) -> bool:
    """Whether a value is plain text behind something on its line, and nothing but a comma or bracket follows.

    Nearly all are; nothing that :func:`scalar_problems` looks for can be wrong with them.
    """
    (first, begin), (last, end) = place.start, place.end
    if place.style or not raw or first != last:
        return False
    line = lines[first]
    return line[end : end + 1] not in (" ", "\t") and bool(line[:begin].strip(" "))


def scalar_problems(lines: Sequence[str], scalar: Scalar, key: Key | None) -> Iterable[Problem]:
    """What is wrong with one value; ``key`` is the key it belongs to, if any."""
    style = scalar.place.style
    if style == "":
        yield from _plain(lines, scalar, key)
    elif style == '"':
        yield from _escaped_characters(lines, scalar)
    if style in ("'", '"') and looks_unclosed(lines, scalar.place.start, scalar.place.end[0]):
        line = lines[scalar.place.start[0]]
        yield "Y058", scalar.place.start, {"fix": quoted_line(line, opening=style)}
    elif style in ("|", ">") and not scalar.raw.strip():
        line, (number, column) = lines[scalar.place.start[0]], scalar.place.start
        if re.match(r"[|>][0-9]", line[column:]):
            yield "Y050", (number, column), {"character": style, "fix": quoted_line(line)}


def _plain(lines: Sequence[str], scalar: Scalar, key: Key | None) -> Iterator[Problem]:
    end_line, end_column = scalar.place.end
    line = lines[end_line]
    if scalar.in_flow and key is not None and _lacks_colon(lines, scalar, key):
        yield "Y062", key.start, {"text": shortened(key.text), "fix": quoted_line(line)}
        return
    comment = _COMMENT.match(line, end_column)
    if comment and _loses_text(scalar.raw, line[comment.end() :]):
        at = comment.end() - 1
        yield "Y060", (end_line, at), {"lost": shortened(line[at:].rstrip()), "fix": quoted_line(line)}
    if not scalar.in_flow:
        yield from _swallowed_items(lines, scalar.place)


def _lacks_colon(lines: Sequence[str], scalar: Scalar, key: Key) -> bool:
    """Whether ``key`` stands alone between brackets, as in {phường, ten: x}."""
    return not scalar.raw and key.style != "?" and not _COLON.match(lines[key.end[0]], key.end[1])


def _loses_text(value: str, comment: str) -> bool:
    """Whether a comment behind ``value`` may be text of the document: behind prose, or a number as in #5."""
    if not value:
        return comment[:1].isdigit()
    return (" " in value or not value.isascii()) and unicodedata.normalize(
        "NFC", value
    ).casefold() not in _SETTINGS


def _swallowed_items(lines: Sequence[str], place: Place) -> Iterator[Problem]:
    """List items that YAML takes for one text, because of their mark or their indentation."""
    (first, column), (last, _) = place.start, place.end
    for number in range(first, last + 1):
        line = lines[number]
        text = line.lstrip(" ")
        at = (number, len(line) - len(text))
        if number == first and column != at[1]:
            continue
        if ODD_BULLET.match(text):
            yield "Y056", at, {"mark": text[0], "fix": shortened(f"- {text[1:].strip()}")}
            return
        if number > first and re.match(r"-(?: |$)", text):
            yield "Y017", at, {}
            return


def _escaped_characters(lines: Sequence[str], scalar: Scalar) -> Iterator[Problem]:
    """The first character that no document may hold and that is written as an escape."""
    place = scalar.place
    (first, begin), (last, end) = place.start, place.end
    written = lines[first][begin:end] if first == last else "\n".join(lines[first : last + 1])
    if "\\" not in written:
        return
    for offset, char in enumerate(scalar.raw):
        code = None if char in "\t\n" else code_of(scalar.raw, offset)
        if code is not None and char not in written:
            position = find_offset(lines, place._replace(raw=None), scalar.raw, offset)
            yield code, (position.line - 1, position.column - 1), {"character": name_of(char)}
            return


def looks_unclosed(lines: Sequence[str], start: Spot, last_line: int) -> bool:
    """Whether the quoted text from ``start`` to ``last_line`` ran over the next keys or list items.

    YAML lets quoted text go on over lines; a line that is not indented below the key and looks
    like a key or an item was not meant to be part of it.
    """
    if start[0] == last_line:
        return False
    line = lines[start[0]]
    before = line[: start[1]]
    own_line = not before.strip()
    column = start[1] - 1 if own_line else len(before) - len(before.lstrip(" "))
    dashes = re.match(r"[ ]*(?:-[ ]+)*", before)
    if dashes and dashes.end() < len(before):  # a key stands before the text
        column = dashes.end()
    for number in range(start[0] + 1, last_line + 1):
        following = lines[number]
        indentation = len(following) - len(following.lstrip(" "))
        if indentation <= column and _STRUCTURE.match(following):
            return True
    return False


def is_structure(line: str) -> bool:
    """Whether ``line`` begins like a line of a spec: a list item, or a key in our spelling."""
    return bool(_STRUCTURE.match(line))


def _is_name(key: str) -> bool:
    """Whether ``key`` is ASCII letters, digits and ``_`` alone, as nearly all keys are."""
    return key.isascii() and key.isidentifier()


def _after_question_mark(line: str, column: int) -> bool:
    """Whether the key at ``column`` stands behind the mark of a complex key."""
    while column and line[column - 1] == " ":
        column -= 1
    return line[max(column - 2, 0) : column] in ("?", " ?", "[?", "{?", ",?")


def _bullet(key: Key) -> bool:
    return not key.style and bool(ODD_BULLET.match(key.text))
