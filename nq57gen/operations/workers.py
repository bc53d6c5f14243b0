"""Worker processes: they start safely, leave Ctrl-C to their parent, and end when it is gone.

They start by ``forkserver`` where there is one, else by ``spawn`` (Windows): a fork of a process that has
threads is not safe. The fork server imports the program once for all workers.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")
#: Windows cannot wait for more processes.
_MOST = 61
#: Python clears up what a program that ends at once leaves behind, in a process that takes over this filter;
#: what it would say of that, in English, helps nobody.
_QUIET = "ignore::UserWarning:multiprocessing.resource_tracker"
_PRELOADED = ["nq57gen.operations.render", "nq57gen.operations.handout"]
#: How seldom garbage is looked for: a document makes many objects and next to no cycles.
_SELDOM = (10_000, 5, 3)


class Workers(ProcessPoolExecutor):
    """``count`` processes; they start when work comes, and a Ctrl-C in the terminal does not reach them."""

    def __init__(self, count: int) -> None:
        forks = "forkserver" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if forks else "spawn")
        if forks:
            if _QUIET not in sys.warnoptions:
                sys.warnoptions.append(_QUIET)
            context.set_forkserver_preload(_PRELOADED)
        super().__init__(min(count, _MOST), mp_context=context, initializer=_settle_in)

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Hand out work; a worker that starts now inherits that Ctrl-C is held back."""
        with _interrupts_held():
            return super().submit(fn, *args, **kwargs)


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back, where the system can: it comes after the block, never to children born here."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _settle_in() -> None:
    """The first thing a worker does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()  # the program itself is never garbage
    gc.set_threshold(*_SELDOM)
    threading.Thread(target=_end_with_parent, name="end-with-parent", daemon=True).start()


def _end_with_parent() -> None:
    """End at once when the parent was killed: nobody is left to hand out work or to wait for it."""
    parent = multiprocessing.parent_process()
    if parent:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)
