"""A Dask cluster as the hands that make documents, for those who outgrow one machine.

Every worker must have the same nq57gen and see the project under the same path: specs are read and documents
written there, only the names of files travel.
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

from nq57gen import __version__
from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import UsageError

#: Seconds until an address that does not answer is given up.
_PATIENCE = 10


@contextlib.contextmanager
def cluster(address: str, shared: Path) -> Iterator[tuple[Executor, int]]:
    """An executor over the cluster whose scheduler is at ``address``, and the number of its threads.

    ``shared`` is a file that every worker must see. Raises UsageError: Dask is not installed (B010), the
    address does not answer (B011), no worker (B012), another nq57gen (B013) or no ``shared`` (B014) there.
    """
    with _connected(address) as client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise UsageError([make("B012", address=address)])
        problems = _problems(client, shared)
        if problems:
            raise UsageError(problems)
        yield client.get_executor(), threads


def _connected(address: str) -> Any:
    """A client of the scheduler at ``address``. Raises UsageError (B010, B011)."""
    try:
        from distributed import Client
        from distributed.comm import get_address_host_port
    except ImportError as error:
        raise UsageError([make("B010")]) from error
    try:
        # a client that finds nobody takes long to go away: knock first
        socket.create_connection(get_address_host_port(address), _PATIENCE).close()
        return Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise UsageError([make("B011", address=address, reason=reason)]) from error


def _problems(client: Any, shared: Path) -> list[Diagnostic]:
    """What is wrong with the workers, a finding each."""
    found: list[Diagnostic] = []
    for worker, answer in sorted(client.run(_introduce, str(shared), on_error="return").items()):
        version, sees = answer if isinstance(answer, tuple) else ("?", False)
        if version != __version__:
            found.append(make("B013", worker=worker, found=version, own=__version__))
        elif not sees:
            found.append(make("B014", worker=worker, file=shared))
    return found


def _introduce(shared: str) -> tuple[str, bool]:
    """A worker's version of nq57gen and whether it sees the file ``shared``; runs there."""
    return __version__, Path(shared).is_file()
