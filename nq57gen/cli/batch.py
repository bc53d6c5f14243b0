"""Runs a batch from the command line: who works, what Ctrl-C does, what is told in which order."""

from __future__ import annotations

import collections
import contextlib
import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from nq57gen.cli.progress import Progress
from nq57gen.operations.batch import render_all
from nq57gen.operations.outcome import Outcome, Wanted
from nq57gen.operations.paths import Job

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from types import FrameType

#: How seldom garbage is looked for when there are many documents: what is left of each must not pile up.
_OFTENER = (20_000, 5, 3)
_STOPPING = "\nĐang dừng, chờ văn bản đang làm dở (bấm Ctrl-C lần nữa để dừng ngay)...\n"
_STOPPED = "\nĐã dừng ngay; văn bản đã làm xong vẫn còn, chạy lại lệnh này để làm tiếp.\n"


class Stop:
    """While it is open, the first Ctrl-C asks for a stop and the second ends the program at once.

    Ending at once is safe: files are renamed into place whole, and the workers end with their parent.
    """

    def __init__(self) -> None:
        self._asked = False
        self.working = False  # whether there is something to wait for

    def __enter__(self) -> Stop:
        self._before = signal.signal(signal.SIGINT, self._interrupted)
        return self

    def __exit__(self, *failure: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def is_set(self) -> bool:
        """Whether a stop was asked for."""
        return self._asked

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        if self._asked:
            _write(_STOPPED)
            os._exit(1)
        self._asked = True
        if self.working:
            _write(_STOPPING)


def _write(text: str) -> None:
    """Say ``text`` from a signal's handler: the signal may have come in the middle of a print()."""
    with contextlib.suppress(OSError):
        os.write(2, text.encode(sys.stderr.encoding, sys.stderr.errors or "replace"))


class Hands(Struct, frozen=True):
    """Who makes the documents: ``workers`` at a time, by ``executor`` (a cluster) or processes of ours."""

    workers: int
    executor: Executor | None = None


@contextlib.contextmanager
def hands(jobs: Sequence[Job], workers: int | None, address: str | None) -> Iterator[Hands]:
    """What the options ask for; by default a process for each processor, none for one document.

    Raises UsageError: no Dask, or no cluster at ``address`` that can do the work (B010-B014).
    """
    if address is None:
        yield Hands(min(workers or _processors(), len(jobs)))
        return
    from nq57gen.operations.cluster import cluster

    with cluster(address, jobs[0].spec.resolve()) as (executor, threads):
        yield Hands(threads, executor)


def make_all(
    jobs: Sequence[Job], wanted: Wanted, by: Hands, stop: Stop, tell: Callable[[int, Outcome], None]
) -> list[Outcome]:
    """Make the documents and ``tell`` of each with its number, in the order of ``jobs``; fewer if stopped."""
    progress = Progress(len(jobs))
    if len(jobs) > 1:
        gc.set_threshold(*_OFTENER)

    def watched() -> Iterator[Outcome]:
        for outcome in render_all(
            jobs,
            wanted,
            workers=by.workers,
            executor=by.executor,
            begun=progress.begun,
            stopped=stop.is_set,
        ):
            progress.done(outcome)
            yield outcome

    outcomes = []
    stop.working = True
    for number, outcome in _in_order(jobs, watched()):
        progress.clear()
        tell(number, outcome)
        outcomes.append(outcome)
    stop.working = False
    progress.clear()
    return outcomes


def _in_order(jobs: Sequence[Job], outcomes: Iterable[Outcome]) -> Iterator[tuple[int, Outcome]]:
    """The outcomes in the order of ``jobs``, numbered from 1, as soon as all before it are there."""
    ready: dict[Job, Outcome] = {}
    waiting = collections.deque(enumerate(jobs, 1))
    for outcome in outcomes:
        ready[outcome.job] = outcome
        while waiting and waiting[0][1] in ready:
            number, job = waiting.popleft()
            yield number, ready.pop(job)
    yield from ((number, ready[job]) for number, job in waiting if job in ready)


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
