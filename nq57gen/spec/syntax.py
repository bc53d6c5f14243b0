"""Why the YAML parser stopped, in words of the writer, and how to get past it.

The parser says where it stopped and what it was doing; the cause is often elsewhere (a quote never
closed, a colon inside a value). :func:`diagnose` asks one question after another; the first that
knows the answer gives a :class:`Trouble`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from nq57gen.patterns import lazily
from nq57gen.spec.characters import name_of
from nq57gen.spec.edits import hide_lines, hide_tabs, hide_text, hide_value, indentation
from nq57gen.spec.quotes import runaway_quote
from nq57gen.spec.stop import Spot, Stop, Trouble, end_of, start_of
from nq57gen.spec.suggest import quoted, quoted_line, shortened, without_templates
from nq57gen.spec.traps import ODD_BULLET, ODD_SPACES, is_structure, looks_unclosed

_ODD_SPACE = lazily(rf"[ ]*(?:-[ ]+)*(?:-|[a-z0-9_]+:)?(?=[{ODD_SPACES}])")
_NO_SPACE = lazily(r"[ ]*(?:-[ ]+)*[a-z][a-z0-9_]*:(?=[^ /])")
_PROPERTIES = ("alias", "anchor", "tag", "directive")


def diagnose(stop: Stop) -> Trouble:
    """Name the cause of ``stop``; without edits when we do not know how to go on."""
    for question in _QUESTIONS:
        trouble = question(stop)
        if trouble is not None:
            return trouble
    number, column = stop.at
    if number >= len(stop.lines) - 1:  # behind the end of the file
        number, column = len(stop.lines) - 2, len(stop.lines[-2])
    return Trouble("Y014", (number, column))


def _odd_space(stop: Stop) -> Trouble | None:
    """A no-break space where YAML wants a space."""
    numbers = {stop.at[0]}
    if stop.context_at:
        numbers.add(stop.context_at[0])
    if scalar := stop.last_scalar(""):
        numbers.add(start_of(scalar)[0])
    for number in sorted(numbers):
        line = stop.line_at(number)
        if match := _ODD_SPACE.match(line):
            edits = hide_lines(stop.lines, number)
            return Trouble("Y019", (number, match.end()), edits, {"character": name_of(line[match.end()])})
    return None


def _tab(stop: Stop) -> Trouble | None:
    """A tab where YAML wants spaces."""
    if "tab character" not in stop.problem and stop.char != "\t":
        return None
    number, line = stop.at[0], stop.line
    match = re.match(r"[ -]*\t", line)
    if match and not stop.open_flows:
        return Trouble("Y018", (number, match.end() - 1), hide_tabs(stop.lines, number))
    # Between a key and its value only PyYAML's slower parser stops at a tab.
    return Trouble("Y018", stop.at, {number: line.replace("\t", " ")})


def _quotes(stop: Stop) -> Trouble | None:
    """Quoted text with a wrong escape, or without end."""
    if stop.context_at is None or "quoted scalar" not in stop.context.replace("double-quoted", "quoted"):
        return None
    start = stop.context_at
    line = stop.line_at(start[0])
    text = line[start[1] + 1 :]
    outermost = _outermost(stop)
    if re.search("unexpected (end|document)", stop.problem):
        fix = _quoted_entry(text) if outermost else quoted_line(line, opening=line[start[1]])
        return Trouble("Y058", start, hide_value(stop.lines, outermost or start), {"fix": fix})
    backslash = max(stop.line.rfind("\\", 0, stop.at[1] + 1), 0)
    values = {"escape": stop.line[backslash : backslash + 2], "fix": quoted_line(line)}
    if outermost:
        values["fix"] = shortened(quoted(text.split('"')[0]))
    edits = hide_value(stop.lines, outermost or start, stop.at[0])
    return Trouble("Y059", (stop.at[0], backslash), edits, values)


def _line_without_colon(stop: Stop) -> Trouble | None:
    """A line where a key belongs and there is none."""
    if stop.context_at is None or "simple key" not in stop.context:
        return None
    number, column = stop.context_at
    line = stop.line_at(number)
    text = line[column:]
    if trouble := _missing_space(stop, number):
        return trouble
    if ODD_BULLET.match(text):
        return _bullet(stop, stop.context_at)
    if _after_block(stop, number):
        return Trouble("Y020", stop.context_at, hide_text(stop.lines, number))
    return Trouble("Y015", stop.context_at, hide_lines(stop.lines, number), {"text": shortened(text.strip())})


def _colon(stop: Stop) -> Trouble | None:
    """A colon where no key can end: inside a value, or behind a line indented too far."""
    if "mapping values are not allowed" not in stop.problem:
        return None
    scalar = stop.last_scalar("")
    if scalar and start_of(scalar)[0] < stop.at[0]:
        return _key_inside_text(stop, start_of(scalar))
    if stop.last_scalar("'", '"') or isinstance(stop.last, yaml.CollectionEndEvent):
        return _after_value(stop)
    values = {"fix": quoted_line(stop.line)}
    code = "Y055" if re.match(r"[ ]*(?:-[ ]+)*(?:[a-z0-9_]+:[ ]+)?[“”‘’]", stop.line) else "Y054"
    start = start_of(scalar) if scalar else (stop.at[0], indentation(stop.line))
    return Trouble(code, stop.at, hide_value(stop.lines, start), values)


def _key_inside_text(stop: Stop, start: Spot) -> Trouble:
    """A key on a later line of what is one plain text from ``start`` on."""
    number, column = start
    if trouble := _missing_space(stop, number):
        return trouble
    depth = indentation(stop.line)
    if not stop.line_at(number)[:column].strip() and depth == column:
        return Trouble("Y022", start, hide_lines(stop.lines, number, siblings=True))
    return Trouble("Y017", (stop.at[0], depth), hide_lines(stop.lines, stop.at[0], siblings=True))


def _block_header(stop: Stop) -> Trouble | None:
    """Text on the line of ``|``, or a value that begins with ``>``."""
    if stop.context_at is None or "block scalar" not in stop.context:
        return None
    number, column = stop.context_at
    line = stop.line_at(number)
    values = {"character": line[column], "fix": quoted_line(line)}
    if line[column] == "|":
        values["text"] = shortened(line[column + 1 :].strip())
    code = "Y021" if line[column] == "|" else "Y050"
    return Trouble(code, stop.context_at, hide_value(stop.lines, stop.context_at), values)


def _first_character(stop: Stop) -> Trouble | None:
    """A value that begins with a sign which means something to YAML."""
    if "sequence entries are not allowed" in stop.problem and not stop.begins_line:
        return Trouble("Y053", stop.at, hide_value(stop.lines, stop.at), {"fix": quoted_line(stop.line)})
    at = stop.at
    if stop.context_at and any(word in stop.context for word in _PROPERTIES):
        at = stop.context_at
    elif not re.search("cannot start any token|mapping keys are not|node content", stop.problem):
        return None
    line = stop.line_at(at[0])
    char = line[at[1] : at[1] + 1]
    outermost = _outermost(stop)
    if not char or (outermost and char in ",]}"):
        return None
    edits = hide_value(stop.lines, outermost or at, stop.at[0])
    if char == "%" and line[max(at[1] - 1, 0)] == "{":
        return Trouble("Y052", (at[0], at[1] - 1), edits)
    fix = _quoted_entry(line[at[1] :]) if outermost else quoted_line(line)
    return Trouble("Y050", at, edits, {"character": char, "fix": fix})


def _in_flow(stop: Stop) -> Trouble | None:
    """Something wrong between brackets."""
    if not stop.open_flows:
        return None
    inner, outer = stop.open_flows[-1], stop.open_flows[0]
    bracket = stop.line_at(inner[0])[inner[1]]
    if stop.char in ("", "]", "}") or _left_brackets(stop, inner):
        closing = {"[": "]", "{": "}"}[bracket]
        edits = hide_value(stop.lines, outer)
        return Trouble("Y061", inner, edits, {"bracket": bracket, "closing": closing})
    edits = hide_value(stop.lines, outer, stop.at[0])
    scalar = stop.last_scalar("")
    if stop.char == ":" and not (scalar and start_of(scalar)[0] < stop.at[0]):
        start = max(stop.line.rfind(sign, 0, stop.at[1]) for sign in "[{,") + 1
        fix = _quoted_entry(re.sub(r"^\s*[a-z0-9_]+:\s+", "", stop.line[start:]))
        return Trouble("Y054", stop.at, edits, {"fix": fix})
    return Trouble("Y063", stop.at, edits)


def _left_brackets(stop: Stop, start: Spot) -> bool:
    """Whether the lines from bracket ``start`` on came back to the indentation of its line."""
    depth = indentation(stop.line_at(start[0]))
    for number in range(start[0] + 1, stop.at[0] + 1):
        line = stop.line_at(number)
        if line.strip() and indentation(line) <= depth and is_structure(line):
            return True
    return False


def _document(stop: Stop) -> Trouble | None:
    """Something in front of the document or behind its end."""
    if "document start" not in stop.problem:
        return None
    last = stop.last
    first = end_of(last)[0] if last else 0
    for number in range(first, min(stop.at[0] + 1, len(stop.lines))):
        if stop.lines[number].startswith("%"):  # a line of text; YAML reads a directive
            values = {"character": "%", "fix": quoted_line(stop.lines[number])}
            return Trouble("Y050", (number, 0), hide_lines(stop.lines, number), values)
    if isinstance(last, yaml.DocumentEndEvent):
        code = "Y012" if last.explicit else "Y017"
        return Trouble(code, stop.at, hide_text(stop.lines, stop.at[0]))
    return None


def _line_start(stop: Stop) -> Trouble | None:
    """A line that fits nowhere."""
    if not stop.problem or not stop.begins_line or not stop.char:
        return None
    number = stop.at[0]
    text = stop.line[stop.at[1] :]
    if ODD_BULLET.match(text):
        return _bullet(stop, stop.at)
    if text.startswith(":"):
        return Trouble("Y031", stop.at, hide_lines(stop.lines, number))
    if _after_block(stop, number):
        return Trouble("Y020", stop.at, hide_text(stop.lines, number))
    if (scalar := stop.last_scalar("")) and not is_structure(stop.line):
        end = end_of(scalar)
        line = stop.line_at(end[0])
        if match := re.match(r"[ ]+#", line[end[1] :]):
            at = (end[0], end[1] + match.end() - 1)
            values = {"lost": shortened(line[at[1] :].rstrip()), "fix": quoted_line(line)}
            return Trouble("Y060", at, hide_lines(stop.lines, number), values)
    return Trouble("Y017", stop.at, hide_lines(stop.lines, number, siblings=True))


def _after_value(stop: Stop) -> Trouble | None:
    """Text behind a closing quote or bracket, or behind an alias."""
    last = stop.last
    if last is None:
        return None
    start = start_of(last)
    if stop.last_scalar("'", '"'):
        line = stop.line_at(start[0])
        if looks_unclosed(stop.lines, start, stop.at[0]):
            fix = quoted_line(line, opening=line[start[1]])
            return Trouble("Y058", start, hide_value(stop.lines, start), {"fix": fix})
        text = shortened(stop.line[stop.at[1] :].strip())
        edits = hide_value(stop.lines, start, stop.at[0])
        return Trouble("Y057", stop.at, edits, {"text": text, "fix": quoted_line(line)})
    if isinstance(last, yaml.CollectionEndEvent) and stop.closed_flow:
        start = stop.closed_flow
    elif not isinstance(last, yaml.AliasEvent):
        return None
    line = stop.line_at(start[0])
    edits = hide_value(stop.lines, start, stop.at[0])
    if line.startswith("{{", start[1]):
        return Trouble("Y051", start, edits, {"fix": without_templates(line)})
    return Trouble("Y050", start, edits, {"character": line[start[1]], "fix": quoted_line(line)})


def _missing_space(stop: Stop, number: int) -> Trouble | None:
    """``khoa:giá trị`` on line ``number``."""
    line = stop.line_at(number)
    match = _NO_SPACE.match(line)
    if match is None:
        return None
    end = match.end()
    fix = shortened(f"{line[:end].strip()} {line[end:].strip()}")
    return Trouble("Y016", (number, end - 1), {number: f"{line[:end]} {line[end + 1 :]}"}, {"fix": fix})


def _bullet(stop: Stop, at: Spot) -> Trouble:
    """A list item whose mark is not ``-`` and a space."""
    text = stop.line_at(at[0])[at[1] :]
    values = {"mark": text[0], "fix": shortened(f"- {text[1:].strip()}")}
    return Trouble("Y056", at, hide_lines(stop.lines, at[0]), values)


def _after_block(stop: Stop, number: int) -> bool:
    """Whether line ``number`` follows the text of a ``|`` block and looks like more of it."""
    block = stop.last_scalar("|", ">")
    if block is None or re.match(r"[ ]*[a-z0-9_]+:(?: |$)", stop.line_at(number)):
        return False
    between = stop.lines[end_of(block)[0] : number]
    return all(not line.strip() or line.lstrip().startswith("#") for line in between)


def _outermost(stop: Stop) -> Spot | None:
    return stop.open_flows[0] if stop.open_flows else None


def _quoted_entry(text: str) -> str:
    """The first entry of ``text``, which stands between brackets, in quotes."""
    return shortened(quoted(re.split(r"[,\]}]", text)[0].strip()))


_QUESTIONS: tuple[Callable[[Stop], Trouble | None], ...] = (
    _odd_space,
    _tab,
    runaway_quote,
    _quotes,
    _line_without_colon,
    _colon,
    _block_header,
    _first_character,
    _in_flow,
    _document,
    _line_start,
    _after_value,
)
