"""``nq57gen check``: every problem of a spec, without writing anything."""

from __future__ import annotations

from pathlib import Path

from nq57gen.diagnostics import Diagnostic
from nq57gen.errors import InvalidInput
from nq57gen.operations.document import understand
from nq57gen.operations.paths import Job


def check(job: Job, project: Path) -> tuple[Diagnostic, ...]:
    """The problems of one spec, in file order."""
    try:
        return understand(job.spec, job.shown_as, project).warnings
    except InvalidInput as error:
        return error.diagnostics
