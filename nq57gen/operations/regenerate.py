"""One document brought up to date: made when its inputs changed, never over somebody's own work."""

from __future__ import annotations

from nq57gen.operations.outcome import Outcome, Wanted
from nq57gen.operations.paths import Job
from nq57gen.operations.render import render


def regenerate(job: Job, wanted: Wanted) -> Outcome:
    """Bring the document of ``job`` up to date. Never raises for bad input."""
    return render(job, wanted.project, pdf=wanted.pdf)
