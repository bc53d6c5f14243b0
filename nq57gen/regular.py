"""Reads a file the user named: a regular one of a size within reason, and never waits for one that is not."""

from __future__ import annotations

import errno
import os
import stat

#: A larger file is not read: a Word file may hold so much when unpacked (bytes).
MOST_BYTES = 100_000_000
#: Neither a pipe nor a device keeps whoever opens it waiting, no terminal becomes ours.
_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def read_regular(path: str | os.PathLike[str], most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file.

    Raises OSError as ``open`` does, and with a reason in Vietnamese for a pipe, a socket or a device (EINVAL)
    and a file of more than ``most`` bytes (EFBIG).
    """
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | _WITHOUT_WAITING)) as file:
        seen = os.fstat(file.fileno())
        if not stat.S_ISREG(seen.st_mode):
            raise _refusal(errno.EINVAL)
        data = file.read(most + 1) if seen.st_size <= most else b""
    if len(data) > most or seen.st_size > most:
        raise _refusal(errno.EFBIG, most)
    return data


def _refusal(number: int, most: int = 0) -> OSError:
    from nq57gen.messages.files import NO_FILE, TOO_LARGE  # hardly ever needed

    why = TOO_LARGE.format(megabytes=most // 1_000_000) if number == errno.EFBIG else NO_FILE
    return OSError(number, why)
