"""``nq57gen render --watch``: waits for saves and brings the documents up to date, until Ctrl-C."""

from __future__ import annotations

import argparse
import itertools
import time
from collections.abc import Generator, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from nq57gen.cli.batch import Stop, hands
from nq57gen.cli.console import say
from nq57gen.cli.report import as_text
from nq57gen.diagnostics import make
from nq57gen.errors import UsageError
from nq57gen.operations.outcome import Wanted
from nq57gen.operations.paths import find_jobs
from nq57gen.operations.watch import Places, Round, Watched, rounds

#: Milliseconds: a burst of saves is over after that much silence,
_SILENCE = 100
#: or at the latest after that; and so long is waited before time is said to have passed.
_LONGEST_BURST, _PAUSE = 2000, 300
_OK = 0


def watch(options: argparse.Namespace, wanted: Wanted) -> int:
    """Bring the documents up to date now and after every save; return the exit status. Raises UsageError."""
    with Stop() as stop:
        output = wanted.project / options.output
        find_jobs(options.paths, wanted.project, output)  # a wrong call is told before anything is watched
        bursts = _saves(Places(options.paths, wanted.project), stop)
        # watching begins here: what is saved while the first documents are made is seen
        saves = itertools.chain([next(bursts, set())], bursts)
        for number, asked in enumerate(rounds(options.paths, wanted.project, output, saves)):
            _do(asked, options, replace(wanted, force=wanted.force and number == 0), stop, again=number > 0)
            if not stop.is_set():
                say(f"[{datetime.now():%H:%M:%S}] Đang chờ lưu tệp; bấm Ctrl-C để thôi.")
    say("Đã thôi chờ.")
    return _OK


def _do(asked: Round, options: argparse.Namespace, wanted: Wanted, stop: Stop, *, again: bool) -> None:
    from nq57gen.cli.render import bring_up_to_date, started_now

    for problem in asked.problems:
        say(as_text(problem))
    for job in asked.gone:
        kept = wanted.shown(job.output)
        say(f"{job.shown_as}: không còn đặc tả này; {kept} được giữ nguyên.")
    if asked.jobs:
        with hands(asked.jobs, options.jobs, options.cluster) as by:
            now = replace(wanted, run=started_now())
            bring_up_to_date(asked.jobs, now, by, stop, options.format, again=again)


def _saves(where: Places, stop: Stop) -> Iterator[set[Path]]:
    """The files saved, a burst at a time; an empty burst after a pause without any.

    A folder that is deleted and made again is another one to the system, which says nothing more of it, and a
    folder that is not there yet cannot be watched. So we look after every burst and pause which folders there
    are, and watch anew if they are others. What was saved meanwhile is not known: the folders themselves are
    then in the burst.
    """
    watched = where.now()
    bursts = _bursts(watched, stop)
    while True:
        burst = next(bursts, set(watched.folders))
        now = where.now()
        if now != watched or not burst.isdisjoint(watched.folders):
            bursts.close()
            bursts = _bursts(now, stop)
            burst |= {*watched.folders, *now.folders} | next(bursts, set())
            watched = now
        if stop.is_set():
            return
        yield burst


def _bursts(watched: Watched, stop: Stop) -> Generator[set[Path], None, None]:
    """The files saved in folders that stay as they are; the end when one of them is gone already."""
    both = [(folders, deep) for folders, deep in ((watched.deep, True), (watched.flat, False)) if folders]
    pause = _PAUSE // (len(both) or 1)
    watchers = [_changes(folders, stop, pause, deep=deep) for folders, deep in both]
    try:
        while True:
            if not watchers:
                time.sleep(pause / 1000)
            yield set().union(*map(next, watchers))
    except FileNotFoundError:
        time.sleep(pause / 1000)


def _changes(folders: Sequence[Path], stop: Stop, pause: int, *, deep: bool) -> Iterator[set[Path]]:
    """The files saved in ``folders``, without an end.

    Raises FileNotFoundError when one is not there, UsageError (B015) when the system watches no more.
    """
    import watchfiles

    changes = watchfiles.watch(
        *folders,
        watch_filter=None,  # what matters is decided by the operation
        debounce=_LONGEST_BURST,
        step=_SILENCE,
        stop_event=stop,
        rust_timeout=pause,
        yield_on_timeout=True,
        recursive=deep,
    )
    try:
        for burst in changes:
            yield {Path(name) for _, name in burst}
    except FileNotFoundError:
        raise
    except OSError as error:
        raise UsageError([make("B015", reason=error.strerror or str(error))]) from error
    while True:  # a stop was asked for
        yield set()
