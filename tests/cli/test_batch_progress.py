"""The progress line: what it says, that it stays one line, and that it is for terminals only."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from nq57gen.cli.progress import Progress, duration
from nq57gen.operations.outcome import Outcome, State
from nq57gen.operations.paths import Job
from tests.cli.test_commands import BAD, put
from tests.schema.snippets import PLAN, ROOT


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def job(name: str) -> Job:
    return Job(Path(name), name, Path(name).with_suffix(".docx"))


def shown(stream: io.StringIO) -> str:
    """What a terminal shows at the end of what was written."""
    return stream.getvalue().split("\r")[-1].rstrip()


def test_it_says_how_many_how_fast_how_long_and_which() -> None:
    stream, clock = Terminal(), Clock()
    progress = Progress(20, stream, clock)
    names = [job(f"specs/{n}.yaml") for n in range(3)]
    for one in names:
        progress.begun(one)
    for one in names[:2]:
        clock.now += 0.5
        progress.done(Outcome(one, State.MADE))
    assert shown(stream) == "[2/20] 2,0 văn bản/giây, còn 9 giây  specs/2.yaml"


def test_the_rate_forgets_the_quick_beginning() -> None:
    stream, clock = Terminal(), Clock()
    progress = Progress(1000, stream, clock)
    for n in range(500):  # up to date: a thousand a second
        clock.now += 0.001
        progress.done(Outcome(job(f"{n}"), State.CURRENT))
    for n in range(30):  # made: one a second
        clock.now += 1
        progress.done(Outcome(job(f"{n}"), State.MADE))
    assert shown(stream).startswith("[530/1000] 1,0 văn bản/giây, còn 7 phút ")


def test_a_long_or_decomposed_name_does_not_break_the_line() -> None:
    stream, clock = Terminal(), Clock()
    progress = Progress(2, stream, clock)
    progress.begun(job(unicodedata.normalize("NFD", "thư mục/" * 7)))
    assert shown(stream) == "[0/2]  " + "thư mục/" * 7
    clock.now += 1
    progress.done(Outcome(job("x"), State.MADE))
    progress.begun(job("thư mục/" * 30))
    assert len(shown(stream)) <= 79
    assert "\n" not in stream.getvalue()


def test_a_shorter_line_leaves_nothing_of_a_longer_one_and_clearing_leaves_nothing() -> None:
    stream, clock = Terminal(), Clock()
    progress = Progress(2, stream, clock)
    progress.begun(job("một tên rất dài.yaml"))
    longest = len(stream.getvalue().lstrip("\r"))
    clock.now += 1
    progress.done(Outcome(job("một tên rất dài.yaml"), State.MADE))
    assert len(stream.getvalue().split("\r")[-1]) >= longest
    progress.clear()
    assert shown(stream) == ""
    assert stream.getvalue().endswith("\r")


def test_it_is_drawn_ten_times_a_second_at_most() -> None:
    stream, clock = Terminal(), Clock()
    progress = Progress(1000, stream, clock)
    for n in range(1000):
        clock.now += 0.001
        progress.done(Outcome(job(f"{n}"), State.MADE))
    assert 5 <= stream.getvalue().count("\r") <= 12


@pytest.mark.parametrize(("total", "stream"), [(5, io.StringIO()), (1, Terminal())])
def test_nothing_is_drawn_elsewhere_or_for_one_document(total: int, stream: io.StringIO) -> None:
    progress = Progress(total, stream)
    progress.begun(job("a.yaml"))
    progress.done(Outcome(job("a.yaml"), State.MADE))
    progress.clear()
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 giây"),
        (59.4, "59 giây"),
        (60, "1 phút 0 giây"),
        (200, "3 phút 20 giây"),
        (7500, "2 giờ 5 phút"),
    ],
)
def test_a_time_left_is_said_as_people_say_it(seconds: float, said: str) -> None:
    assert duration(seconds) == said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_real_terminal_shows_one_line_then_findings_table_and_counts(tmp_path: Path) -> None:
    import pty

    for name, text in (("a", PLAN), ("b", BAD), ("c", PLAN), ("d", PLAN)):
        put(tmp_path, f"specs/{name}.yaml", text)
    terminal, inside = pty.openpty()
    batch = subprocess.Popen(
        [sys.executable, "-m", "nq57gen", "render", "--jobs", "2"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=inside,
        stdout=inside,
        stderr=inside,
    )
    os.close(inside)
    raw = b""
    with contextlib.suppress(OSError):  # so Linux says that nobody writes any more
        while piece := os.read(terminal, 65536):
            raw += piece
    os.close(terminal)
    assert batch.wait() == 1
    text = raw.decode()
    assert re.search(r"\r\[\d/4\].*specs/[abcd]\.yaml", text)
    lines = [line.rpartition("\r")[2].rstrip() for line in text.replace("\r\n", "\n").split("\n")][:-1]
    assert lines[0] == "output/a.docx"
    assert [line for line in lines if line.endswith(".docx")] == [
        "output/a.docx",
        "output/c.docx",
        "output/d.docx",
    ]
    assert "tạo 3 văn bản: chưa có tệp kết quả" in lines
    assert lines[-1].startswith("Đã tạo 3/4 văn bản trong ")
    assert not [line for line in lines if line.startswith("[")]
