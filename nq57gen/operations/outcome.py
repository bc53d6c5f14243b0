"""What was asked of ``render``, and what became of each document."""

from __future__ import annotations

import enum
from pathlib import Path

from msgspec import Struct

from nq57gen.diagnostics import Diagnostic
from nq57gen.operations.paths import Job


class State(enum.Enum):
    """What became of one document."""

    MADE = "made"
    CURRENT = "current"  # up to date, left as it is
    EDITED = "edited"  # changed by hand: left as it is, the new version stands beside it
    FAILED = "failed"
    DUE = "due"  # out of date, and only asked (dry run)


class Wanted(Struct, frozen=True):
    """How documents are to be made. ``project``: the folder all shown paths start from.

    ``pdf``: pages drawn, looked at and kept too; ``force``: made even if up to date, a file changed by hand
    is replaced after a dated copy was kept; ``dry_run``: nothing is written. ``final``: a document with
    blanks or open conflicts fails.

    ``run``: local time at the start of the run as YYYYMMDD-HHMMSS.fraction. It dates those copies, and
    packs and templates are looked at once a run: whoever watches files gives each burst of saves a new one.
    Blank: each document looks for itself.
    """

    project: Path
    pdf: bool = False
    force: bool = False
    dry_run: bool = False
    run: str = ""
    final: bool = False

    def shown(self, path: Path) -> str:
        """The path as the user knows it: below the project when it is there."""
        return str(path.relative_to(self.project)) if path.is_relative_to(self.project) else str(path)


class Outcome(Struct, frozen=True):
    """What became of one job. ``internal``: it failed by our own fault.

    ``reasons``: why it was (or would be) made, in Vietnamese; ``beside``: the other file, which holds the new
    version of a document changed by hand, or the copy of one that was replaced.
    """

    job: Job
    state: State
    diagnostics: tuple[Diagnostic, ...] = ()
    internal: bool = False
    reasons: tuple[str, ...] = ()
    beside: Path | None = None

    @property
    def made(self) -> bool:
        """Whether a new file stands under the final name."""
        return self.state is State.MADE
