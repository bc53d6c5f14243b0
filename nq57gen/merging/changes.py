"""What a merge did and did not do, as data."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from msgspec import Struct, field

from nq57gen.diagnostics import Diagnostic, Position, make


class Outcome(enum.Enum):
    """What became of a change of the province."""

    TAKEN = "taken"
    #: both sides changed the same; the ward's words stay, the province's are recorded in the spec
    CONFLICT = "conflict"
    #: the ward's arrangement stays and nothing is recorded in the spec
    NOT_TAKEN = "not taken"


class Change(Struct, frozen=True):
    """One change of the province's new edition.

    ``diagnostic`` holds code (G...), wording, place as the user sees it (``where``) and the line of the
    ward's spec as it was before the merge (``position``; for something new, of what it was put into).
    ``theirs`` and ``mine`` are the words of both sides, ``None`` where a side has none;
    for a part of a text only ``mine`` is given too.
    """

    outcome: Outcome
    diagnostic: Diagnostic
    theirs: str | None = None
    mine: str | None = None

    @property
    def code(self) -> str:
        """The code of the message."""
        return self.diagnostic.code

    @property
    def where(self) -> str:
        """The place, e.g. ``phu_luc[chi_tieu].chi_tieu[Hạ tầng].chi_tieu[phu_song_5g].ke_hoach``."""
        return self.diagnostic.where


#: By the first digit of the code.
_OUTCOMES = {"0": Outcome.TAKEN, "1": Outcome.CONFLICT, "2": Outcome.NOT_TAKEN}


class Log(Struct):
    """Collects changes; ``name`` is the file of the ward, ``lines`` its lines."""

    name: str
    lines: Sequence[str]
    changes: list[Change] = field(default_factory=list)

    def add(
        self,
        code: str,
        where: str,
        at: tuple[int, int],
        *,
        theirs: str | None = None,
        mine: str | None = None,
        **values: str | int,
    ) -> None:
        """Record ``code`` about ``where``, which is ``at`` line and column (from 0) of the ward's spec."""
        line, column = at
        source_line = self.lines[line].rstrip("\r\n") if line < len(self.lines) else ""
        diagnostic = make(
            code,
            path=self.name,
            position=Position(line + 1, column + 1),
            where=where,
            source_line=source_line,
            place=where,
            **values,  # type: ignore[arg-type]  # the fields of the wording
        )
        self.changes.append(Change(_OUTCOMES[code[1]], diagnostic, theirs, mine))
