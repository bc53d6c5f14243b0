"""Where the YAML parser stopped, and what is concluded from it. Lines and columns count from 0."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import yaml
from msgspec import Struct, field

from nq57gen.spec.edits import Edits

Spot: TypeAlias = tuple[int, int]


class Trouble(Struct, frozen=True):
    """One cause: its code and place, and the edits that hide it (none: we cannot go on)."""

    code: str
    at: Spot
    edits: Edits = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)


class Stop(Struct, frozen=True):
    """Where the parser stopped (``at``), doing what since where (``context``), after which event."""

    lines: Sequence[str]
    at: Spot
    problem: str
    context: str
    context_at: Spot | None
    last: yaml.Event | None
    open_flows: Sequence[Spot]
    closed_flow: Spot | None

    @property
    def line(self) -> str:
        """The line at which the parser stopped."""
        return self.line_at(self.at[0])

    @property
    def char(self) -> str:
        """The character at which the parser stopped; empty at the end of a line."""
        return self.line[self.at[1] : self.at[1] + 1]

    @property
    def begins_line(self) -> bool:
        """Whether nothing stands before that character on its line."""
        return not self.line[: self.at[1]].strip()

    def line_at(self, number: int) -> str:
        """Line ``number``; empty behind the last."""
        return self.lines[number] if number < len(self.lines) else ""

    def last_scalar(self, *styles: str) -> yaml.ScalarEvent | None:
        """The last thing read, if it is a scalar in one of ``styles``."""
        last = self.last
        return last if isinstance(last, yaml.ScalarEvent) and (last.style or "") in styles else None


def start_of(event: yaml.Event) -> Spot:
    """Where ``event`` begins."""
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)


def end_of(event: yaml.Event) -> Spot:
    """The place behind ``event``."""
    mark = event.end_mark
    return (mark.line, mark.column) if mark else (0, 0)
