"""A closing quote that was forgotten: the next quote of the file ends the text, and stops the parser."""

from __future__ import annotations

import re

from nq57gen.spec.edits import hide_value
from nq57gen.spec.stop import Stop, Trouble
from nq57gen.spec.suggest import quoted, quoted_line, shortened
from nq57gen.spec.traps import is_structure

_QUOTE = '"'


def runaway_quote(stop: Stop) -> Trouble | None:
    """Blame the line above on which a quote was left open, when the stop is just behind a quote.

    The quote before the stop closes what that line opened: an odd number of quotes there, an even
    number on every line between, and the lines between are keys or items.
    """
    number, column = stop.at
    if _quotes(stop.line[:column]) % 2 == 0:
        return None
    opened = next((n for n in range(number - 1, -1, -1) if _quotes(stop.line_at(n)) % 2), None)
    if opened is None or not is_structure(stop.line):
        return None
    line = stop.line_at(opened)
    at = (opened, line.rindex(_QUOTE))
    # in a flow collection on one line everything from its bracket on is hidden, so that brackets stay paired
    bracket = re.search(r"[{\[]", line[: at[1]])
    if bracket is None:
        return Trouble("Y058", at, hide_value(stop.lines, at), {"fix": quoted_line(line, opening=_QUOTE)})
    entry = re.split(r"[,\]}]", line[at[1] + 1 :])[0].strip()
    hidden = (opened, bracket.start())
    return Trouble("Y058", at, hide_value(stop.lines, hidden), {"fix": shortened(quoted(entry))})


def _quotes(text: str) -> int:
    return text.count(_QUOTE) - text.count("\\" + _QUOTE)
