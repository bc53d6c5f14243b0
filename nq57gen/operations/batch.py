"""Many documents brought up to date, one failure never stops the others.

First every document is looked at, which is quick and needs nothing that makes documents. Only what is due
goes to workers, and only then is imported what starts them.
"""

from __future__ import annotations

import collections
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.operations import regenerate
from nq57gen.operations.outcome import Outcome, State, Wanted
from nq57gen.operations.paths import Job

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

#: Finished documents that wait for the disk; it takes in many together as fast as one.
_WAITING = 8


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
    if workers == 1 and executor is None:
        yield from one_by_one(jobs, wanted, begun, stopped)
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
        yield from one_by_one(due, wanted, begun, stopped)
    elif due:
        from nq57gen.operations.handout import Handout  # imports what starts processes

        yield from Handout(due, wanted, workers, executor, begun, stopped).outcomes()


def one_by_one(
    jobs: Sequence[Job],
    wanted: Wanted,
    begun: Callable[[Job], None] = lambda job: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """The documents of ``jobs``, made in this process in their order; a bug of ours (B002) costs only one.

    While the disk is waited for, the next documents are made: threads wait, for several at once.
    """
    if len(jobs) == 1:
        begun(jobs[0])
        yield _put(jobs[0], _begin(jobs[0], wanted))
        return
    from concurrent.futures import ThreadPoolExecutor  # slow to import for a single document

    flight: collections.deque[Future[Outcome]] = collections.deque()
    with ThreadPoolExecutor(_WAITING) as disk:
        for job in jobs:
            if stopped():
                break
            begun(job)
            flight.append(disk.submit(_put, job, _begin(job, wanted)))
            while flight and (len(flight) > _WAITING or flight[0].done()):
                yield flight.popleft().result()
        yield from (one.result() for one in flight)


def _begin(job: Job, wanted: Wanted) -> Callable[[], Outcome]:
    try:
        return regenerate.begin(job, wanted)
    except Exception as error:
        outcome = _bug(job, error)
        return lambda: outcome


def _put(job: Job, rest: Callable[[], Outcome]) -> Outcome:
    try:
        return rest()
    except Exception as error:
        return _bug(job, error)


def _bug(job: Job, error: Exception) -> Outcome:
    import os
    import traceback  # slow to import, and hardly ever needed

    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(last.filename)}:{last.lineno}"
    reason = f"{type(error).__name__} ở {place}: {error}"
    return our_fault(job, make("B002", path=job.shown_as, reason=reason))


def our_fault(job: Job, told: Diagnostic) -> Outcome:
    """The outcome of a document that is not made by our own fault."""
    return Outcome(job, State.FAILED, (told,), internal=True)
