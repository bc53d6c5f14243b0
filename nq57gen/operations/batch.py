"""Many documents brought up to date, one failure never stops the others.

First every document is looked at, which is quick and needs nothing that makes documents. Only what is due
goes to workers, and only then is imported what starts them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.operations import regenerate
from nq57gen.operations.outcome import Outcome, State, Wanted
from nq57gen.operations.paths import Job

if TYPE_CHECKING:
    from concurrent.futures import Executor


def render_all(
    jobs: Sequence[Job],
    wanted: Wanted,
    *,
    workers: int,
    executor: Executor | None = None,
    begun: Callable[[Job], None] = lambda job: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """Bring the documents of ``jobs`` up to date; an outcome each, in the order they are done.

    ``workers``: how many documents are made at a time; 1 without an ``executor`` works in this process.
    ``executor``: who makes them instead of processes of ours (a cluster); it stays open. ``begun`` is told of
    each job handed out. Once ``stopped`` is true nothing more is handed out, what is under way is finished,
    and the outcomes end early. Never raises for bad input: our own faults are outcomes too (B001, B002).
    """
    if wanted.dry_run or (workers == 1 and executor is None):
        yield from _one_by_one(jobs, wanted, begun, stopped)
        return
    due = []
    for job in jobs:
        if stopped():
            return
        try:
            outcome = regenerate.settled(job, wanted)
        except Exception:  # a bug of ours: a worker will tell of it
            outcome = None
        if outcome:
            yield outcome
        else:
            due.append(job)
    if len(due) == 1 and executor is None:
        yield from _one_by_one(due, wanted, begun, stopped)
    elif due:
        from nq57gen.operations.handout import Handout  # imports what starts processes

        yield from Handout(due, wanted, workers, executor, begun, stopped).outcomes()


def make_one(job: Job, wanted: Wanted) -> Outcome:
    """The document of ``job``; a bug of ours in one document (B002) does not cost the others."""
    try:
        return regenerate.regenerate(job, wanted)
    except Exception as error:
        import os
        import traceback  # slow to import, and hardly ever needed

        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{os.path.basename(last.filename)}:{last.lineno}"
        reason = f"{type(error).__name__} ở {place}: {error}"
        return our_fault(job, make("B002", path=job.shown_as, reason=reason))


def our_fault(job: Job, told: Diagnostic) -> Outcome:
    """The outcome of a document that is not made by our own fault."""
    return Outcome(job, State.FAILED, (told,), internal=True)


def _one_by_one(
    jobs: Sequence[Job], wanted: Wanted, begun: Callable[[Job], None], stopped: Callable[[], bool]
) -> Iterator[Outcome]:
    for job in jobs:
        if stopped():
            return
        begun(job)
        yield make_one(job, wanted)
