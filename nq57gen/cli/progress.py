"""How far a batch is: one line that is written over in a terminal, plain lines elsewhere."""

from __future__ import annotations

import collections
import contextlib
import os
import sys
import time
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from nq57gen.operations.outcome import Outcome
    from nq57gen.operations.paths import Job

#: Seconds between two drawings: more often only flickers.
_BETWEEN = 0.1
#: The rate is that of the last seconds: documents that are up to date pass a hundred times faster.
_LOOKED_BACK = 10.0


class Progress:
    """Told what begins and what is done, it keeps one line on ``stream`` up to date if that is a terminal."""

    def __init__(
        self, total: int, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._total = total
        self._stream = stream or sys.stderr
        self._clock = clock
        self._draws = total > 1 and self._stream.isatty()
        self._width = 0  # of the line that stands there now
        self._drawn_at = -_BETWEEN
        self._done = 0
        self._under_way: dict[str, None] = {}
        self._samples = collections.deque([(clock(), 0)])

    def begun(self, job: Job) -> None:
        """A document is being made."""
        self._under_way[job.shown_as] = None
        self._draw()

    def done(self, outcome: Outcome) -> None:
        """A document is done, in any order."""
        self._done += 1
        self._under_way.pop(outcome.job.shown_as, None)
        now = self._clock()
        self._samples.append((now, self._done))
        while self._samples[0][0] < now - _LOOKED_BACK:
            self._samples.popleft()
        self._draw()

    def clear(self) -> None:
        """Make room for other lines; the next step draws again."""
        if self._width:
            self._write("")
        self._drawn_at = -_BETWEEN

    def _draw(self) -> None:
        now = self._clock()
        if self._draws and now - self._drawn_at >= _BETWEEN:
            self._drawn_at = now
            self._write(self._line(now))

    def _line(self, now: float) -> str:
        line = f"[{self._done}/{self._total}]"
        (since, before), (_, done) = self._samples[0], self._samples[-1]
        if done > before and now > since:
            rate = (done - before) / (now - since)
            shown = f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}".replace(".", ",")
            line += f" {shown} văn bản/giây, còn {duration((self._total - self._done) / rate)}"
        return line + "".join(f"  {name}" for name in list(self._under_way)[:1])

    def _write(self, line: str) -> None:
        """Put ``line`` over the one that stands there; no wider than the terminal, or it would scroll."""
        room = 0
        with contextlib.suppress(OSError, ValueError):
            room = os.get_terminal_size(self._stream.fileno()).columns
        line = unicodedata.normalize("NFC", line)[: (room or 80) - 1]
        blanks = " " * (self._width - len(line))
        self._stream.write(f"\r{line}{blanks}" if line else f"\r{blanks}\r")
        self._stream.flush()
        self._width = len(line)


def duration(seconds: float) -> str:
    """A time left, as people say it: "8 giây", "3 phút 20 giây", "2 giờ 5 phút"."""
    whole = max(0, round(seconds))
    hours, minutes = divmod(whole // 60, 60)
    if hours:
        return f"{hours} giờ {minutes} phút"
    return f"{minutes} phút {whole % 60} giây" if minutes else f"{whole} giây"
