"""What every command prints the same way, and what becomes of it where nothing can be printed."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import TYPE_CHECKING, Any, TextIO, cast

from nq57gen.patterns import lazily

if TYPE_CHECKING:
    import re

#: What a terminal obeys or turns around, and halves of letters, as names of files that are not UTF-8 have.
_COMMANDS = lazily(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def visible(text: str) -> str:
    r"""Show what commands a terminal, or turns the direction of writing, as escapes: ``\x1b``, ``\u202e``.

    Tabs and line ends stay, and returns at the ends, with which progress is drawn. In the strings of JSON,
    which has escapes of its own for signs below U+0020, the others mean what they replace.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    inner = text.strip("\r")
    start = len(text) - len(text.lstrip("\r"))
    shown = _COMMANDS.sub(_escape, inner)
    return text[:start] + shown + text[start + len(inner) :]


def one_line(text: str) -> str:
    """Show the line ends in a name or a message, too, as escapes."""
    return text.replace("\r", "\\x0d").replace("\n", "\\x0a") if "\n" in text or "\r" in text else text


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x20 else f"\\u{code:04x}"


def say(text: str) -> None:
    """Print prose or progress, for people, to stderr."""
    print(text, file=sys.stderr, flush=True)


class Lenient:
    """``stream``, which at the first failure becomes a place that takes everything: the work goes on.

    ``failed``: whether that has happened. On stdout it is told on stderr; that a pipe has no reader is not
    told but raised, once, since nobody is left to work for.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.failed = False

    def write(self, text: str) -> int:
        """Print ``text`` as :func:`visible` shows it, or drop it. Raises BrokenPipeError."""
        try:
            return self._stream.write(visible(text))
        except OSError as error:
            self._give_up(error)
            return len(text)

    def flush(self) -> None:
        """Bring out what was printed, or drop it. Raises BrokenPipeError."""
        try:
            self._stream.flush()
        except OSError as error:
            self._give_up(error)

    def __getattr__(self, name: str) -> Any:
        """Everything else is the stream's."""
        return getattr(self._stream, name)

    def _give_up(self, error: OSError) -> None:
        known = self.failed
        self.failed = True
        with contextlib.suppress(OSError, ValueError):  # what waits to be written fails no more either
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)
        if isinstance(error, BrokenPipeError):
            raise error
        if self is sys.stdout and not known:
            why = "ổ đĩa đã đầy" if error.errno in _FULL else "hệ thống từ chối"
            say(f"nq57gen: không in được kết quả ra nơi đã chọn: {why} ({error.strerror})")
            say("  gợi ý: việc vẫn làm tiếp, chỉ không in ra nữa; dọn chỗ hoặc in ra nơi khác rồi chạy lại")


def make_lenient() -> None:
    """Let stdout and stderr fail, or be closed from the beginning, without ending the program."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            stream = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # open until the end
        setattr(sys, name, cast("TextIO", Lenient(stream)))


def all_printed() -> bool:
    """Whether all results printed so far arrived; what is told beside them, on stderr, may be lost."""
    return not (isinstance(sys.stdout, Lenient) and sys.stdout.failed)
