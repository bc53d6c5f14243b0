"""Hands documents out to worker processes or to a cluster, and takes the outcomes back.

They go out in small chunks of which only a few are under way, so that memory does not grow with their number.
When a worker dies, what was under way is made again, each document alone: the one whose worker dies a second
time is told as our own fault (B001), the others are made.
"""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from nq57gen import caching
from nq57gen.diagnostics import make
from nq57gen.operations.batch import one_by_one, our_fault
from nq57gen.operations.outcome import Outcome, State, Wanted
from nq57gen.operations.paths import Job
from nq57gen.operations.workers import Workers

#: Enough to make the way to a worker cheap, few enough to be done soon after a Ctrl-C.
_LARGEST_CHUNK = 16
#: Chunks under way for each worker: one in its hands, one ready.
_CHUNKS_A_WORKER = 2

#: What is under way, and what it was asked to make.
_Flight = dict[Future[list[Outcome]], tuple[Job, ...]]


def make_chunk(jobs: Sequence[Job], wanted: Wanted, kept: Path | None) -> list[Outcome]:
    """What a worker does: the documents of ``jobs``, one after the other.

    ``kept`` is the folder of results kept on disk, for a worker that does not know it yet.
    """
    if kept and caching.current() is None:
        caching.use_folder(kept)
    return list(one_by_one(jobs, wanted))


class Handout(Struct):
    """One batch; the fields are the arguments of :func:`nq57gen.operations.batch.render_all`."""

    jobs: Sequence[Job]
    wanted: Wanted
    workers: int
    lent: Executor | None
    begun: Callable[[Job], None]
    stopped: Callable[[], bool]

    def outcomes(self) -> Iterator[Outcome]:
        """An outcome for each job, in the order they are done."""
        chunks = _chunks(self.jobs, self._chunk_size())
        lost: list[Job] | None = None
        while lost is None or lost:
            with self._hands(min(self.workers, len(self.jobs))) as executor:
                lost = yield from self._until_lost(chunks, executor)
            yield from self._each_alone(lost)

    def _until_lost(
        self, chunks: Iterator[tuple[Job, ...]], executor: Executor
    ) -> Generator[Outcome, None, list[Job]]:
        """Make ``chunks`` until there are no more or a worker died; return the jobs that have no outcome."""
        flight: _Flight = {}
        lost: list[Job] = []
        while True:
            if self.stopped():
                flight = {future: jobs for future, jobs in flight.items() if not future.cancel()}
            elif not lost:
                lost += self._hand_out(chunks, executor, flight)
            if not flight:
                return lost
            for future in wait(flight, return_when=FIRST_COMPLETED).done:
                jobs = flight.pop(future)
                try:
                    outcomes = future.result()
                except Exception:  # whatever became of the worker, its documents are not made
                    lost += jobs
                else:
                    yield from outcomes

    def _hand_out(
        self, chunks: Iterator[tuple[Job, ...]], executor: Executor, flight: _Flight
    ) -> tuple[Job, ...]:
        """Fill ``flight``; return the jobs that could not be handed out because the workers are gone."""
        for jobs in itertools.islice(chunks, self.workers * _CHUNKS_A_WORKER - len(flight)):
            try:
                flight[executor.submit(make_chunk, jobs, self.wanted, _kept())] = jobs
            except BrokenExecutor:
                return jobs
            for job in jobs:
                self.begun(job)
        return ()

    def _each_alone(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        left = iter(jobs)
        job = next(left, None)
        while job and not self.stopped():
            with self._hands(1) as executor:
                alive = True
                while job and alive and not self.stopped():
                    try:
                        (outcome,) = executor.submit(make_chunk, (job,), self.wanted, _kept()).result()
                    except Exception:
                        alive = False
                        outcome = our_fault(job, make("B001", path=job.shown_as))
                    if outcome.state is State.CURRENT:
                        outcome = replace(outcome, state=State.MADE)  # by the worker that died after it
                    yield outcome
                    job = next(left, None)

    @contextlib.contextmanager
    def _hands(self, count: int) -> Iterator[Executor]:
        """Who makes the documents: the executor that was lent, or processes that end with the work."""
        if self.lent:
            yield self.lent
            return
        own = Workers(count)
        try:
            yield own
        finally:
            own.shutdown(wait=True, cancel_futures=True)

    def _chunk_size(self) -> int:
        if self.wanted.pdf:
            return 1  # a document takes seconds: nothing to win, and the other workers would wait
        return max(1, min(_LARGEST_CHUNK, len(self.jobs) // (self.workers * 4)))


def _kept() -> Path | None:
    store = caching.current()
    return store.folder if store else None


def _chunks(jobs: Sequence[Job], size: int) -> Iterator[tuple[Job, ...]]:
    for start in range(0, len(jobs), size):
        yield tuple(jobs[start : start + size])
