"""Runs the programs of others that draw and read pages: found on PATH, stopped with all they started."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Sequence

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput

DRAWS, READS, FONTS = "soffice", "pdftotext", "pdffonts"


def pdf_tools_missing() -> list[str]:
    """The programs that are needed and not on PATH."""
    return [tool for tool in (DRAWS, READS, FONTS) if shutil.which(tool) is None]


def run(command: Sequence[str], seconds: float) -> subprocess.CompletedProcess[bytes]:
    """Run ``command`` (its first word a full path). Raises TimeoutExpired once it is stopped."""
    with subprocess.Popen(  # noqa: S603  # a list of ours, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            output, errors = process.communicate(timeout=seconds)
        except BaseException:
            _stop(process)
            raise
    return subprocess.CompletedProcess(command, process.returncode, output, errors)


def read_with(tool: str, arguments: Sequence[str], seconds: float = 60) -> str:
    """What a tool of the PDF set prints. Raises InvalidInput: it is missing (P004), it fails (P005)."""
    program = shutil.which(tool)
    if program is None:
        raise InvalidInput([make("P004", tool=tool)])
    try:
        done = run([program, *arguments], seconds)
    except subprocess.TimeoutExpired as error:
        raise InvalidInput([make("P005", tool=tool, reason=f"quá {seconds:g} giây")]) from error
    if done.returncode:
        raise InvalidInput([make("P005", tool=tool, reason=last_line(done.stderr))])
    return done.stdout.decode("utf-8", errors="replace")


def last_line(output: bytes) -> str:
    """The last line a program said, for a message."""
    lines = output.decode("utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "không rõ lý do")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Stop a process and, where the system has groups of processes, what it started."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
