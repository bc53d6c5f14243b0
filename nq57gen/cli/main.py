"""Runs one command: parse, call an operation, turn the answer into text and an exit status."""

from __future__ import annotations

import codecs
import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from nq57gen.cli.console import all_printed, make_lenient, say
from nq57gen.cli.parser import build_parser

if TYPE_CHECKING:
    import argparse

    from nq57gen.errors import UsageError

OK, FOUND, USAGE, INTERNAL = 0, 1, 2, 3
_DEBUG = "NQ57GEN_DEBUG"


def command() -> NoReturn:
    """The program ``nq57gen``: run the command line and end the process.

    Until here a Ctrl-C ends the process (see ``nq57gen/__main__.py``), from here on it is an exception.
    """
    try:
        if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        make_lenient()
        status = main()
    except KeyboardInterrupt:  # before the command began
        status = _stopped()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing is left to be told
    _leave(status)


def _leave(status: int) -> NoReturn:
    """End the process as it stands: to take apart all that it made takes Python longer than many a command.

    Only where this thread is the only one and nothing of ours waits to be told of the end. What could not be
    printed is a failure, whatever became of the rest.
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    if status == OK and not all_printed():
        status = FOUND
    threads = sys.modules.get("threading")
    if "multiprocessing" not in sys.modules and (threads is None or threads.active_count() == 1):
        os._exit(status)
    sys.exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``nq57gen`` with ``arguments`` (default: the command line); return the exit status."""
    _make_printable()
    try:
        options = build_parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    from nq57gen.errors import UsageError  # only now: the help needs nothing of this

    _keep_results()
    try:
        return _COMMANDS[options.command](options)
    except UsageError as error:
        return _usage(error, options)
    except KeyboardInterrupt:
        return _stopped()
    except BrokenPipeError:
        with contextlib.suppress(OSError, ValueError):
            say("Đã dừng: lệnh nhận kết quả (sau dấu |) đã kết thúc; chạy lại để làm tiếp.")
        return FOUND
    except Exception as error:
        return _our_fault(error)


def _stopped() -> int:
    say("Đã dừng.")
    return FOUND


def _keep_results() -> None:
    """Say where compiled templates are kept between runs; nowhere for a user without a home."""
    from pathlib import Path

    from nq57gen import caching

    home = Path(os.path.expanduser("~"))
    if not (home.is_absolute() or caching.VARIABLE in os.environ):
        return
    folder = caching.default_folder(os.environ, home, sys.platform)
    if unsafe := caching.use_folder(folder):
        from nq57gen.cli.report import as_text
        from nq57gen.diagnostics import make

        say(as_text(make("K210", path=str(folder), place=unsafe, variable=caching.VARIABLE)))


def _render(options: argparse.Namespace) -> int:
    from nq57gen.cli.render import run  # imports only what the command needs

    return run(options)


def _check(options: argparse.Namespace) -> int:
    from nq57gen.cli.check import run

    return run(options)


def _verify(options: argparse.Namespace) -> int:
    from nq57gen.cli.verify import run

    return run(options)


def _clone(options: argparse.Namespace) -> int:
    from nq57gen.cli.clone import run

    return run(options)


def _new(options: argparse.Namespace) -> int:
    from nq57gen.cli.clone import run_new

    return run_new(options)


def _update(options: argparse.Namespace) -> int:
    from nq57gen.cli.update import run

    return run(options)


def _pack(options: argparse.Namespace) -> int:
    from nq57gen.cli.pack import run

    return run(options)


_COMMANDS = {
    "render": _render,
    "check": _check,
    "verify": _verify,
    "clone": _clone,
    "new": _new,
    "update": _update,
    "pack": _pack,
}


def _usage(error: UsageError, options: argparse.Namespace) -> int:
    from nq57gen.cli.report import as_json, as_text

    if options.format == "json":
        print(as_json(error.diagnostics))
    for diagnostic in error.diagnostics:
        say(as_text(diagnostic))
    return USAGE


def _our_fault(error: Exception) -> int:
    import traceback  # slow to import, and hardly ever needed

    if os.environ.get(_DEBUG):
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(last.filename)}:{last.lineno}"
    say(f"nq57gen: lỗi của chương trình: {type(error).__name__} ở {place}: {error}")
    say(f"  gợi ý: không phải lỗi của bạn; hãy báo kèm đặc tả ({_DEBUG}=1 để in chi tiết)")
    return INTERNAL


def _make_printable() -> None:
    """Let a console that is not UTF-8 print: letters it lacks lose their marks, nothing crashes."""

    def without_marks(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        from nq57gen.vietnamese.syllables import fold

        text = fold(error.object[error.start : error.end])
        return text.encode("ascii", "replace").decode("ascii"), error.end

    codecs.register_error("nq57gen", without_marks)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="nq57gen")
