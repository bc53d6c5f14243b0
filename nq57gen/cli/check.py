"""The command ``check``, with and without ``--fix``."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from nq57gen.cli.console import one_line, say
from nq57gen.cli.report import as_json, as_text, changes_as_text
from nq57gen.diagnostics import Diagnostic, Severity, make
from nq57gen.errors import UsageError
from nq57gen.operations.check import check
from nq57gen.operations.check_word import Mended, mend_jobs, mend_word
from nq57gen.operations.chosen import Chosen, choose
from nq57gen.operations.paths import Given, find_given

OK, FOUND = 0, 1


def run(options: argparse.Namespace) -> int:
    """Check the files; return the exit status. Raises UsageError."""
    project = Path.cwd()
    chosen = choose(options.ignore, options.select, printed=options.pdf)
    files = find_given(options.paths, project)
    if options.fix:
        return _fix(options, files, project, chosen)
    if options.output is not None:
        raise UsageError([make("U010")])
    found = _each_once((file, check(file, project, chosen)) for file in files)
    _print_findings(found, options.format)
    say(f"Đã xem {_counted(files)}: {_counts(found)}.")
    return _status(found)


def _each_once(looked_at: Iterable[tuple[Given, Sequence[Diagnostic]]]) -> list[Diagnostic]:
    """What was found, file by file; what is wrong with a pack is told once, however many specs use it."""
    found: list[Diagnostic] = []
    of_packs: set[Diagnostic] = set()
    for file, diagnostics in looked_at:
        found += (one for one in diagnostics if one not in of_packs)
        of_packs.update(one for one in diagnostics if one.path != file.shown_as)
    return found


def _fix(options: argparse.Namespace, files: Sequence[Given], project: Path, chosen: Chosen) -> int:
    results = [mend_word(job, chosen) for job in mend_jobs(files, project, options.output)]
    left = [diagnostic for result in results for diagnostic in result.left]
    if options.format == "json":
        print(as_json(left, mended=results))
    else:
        for result in results:
            _print_mended(result)
    for result in results:
        where = f"ghi ra {result.job.output_shown}" if result.made else "không ghi tệp nào"
        done = f"{result.job.given.shown_as}: sửa {len(result.changes)} chỗ, {where}"
        say(f"{done}; còn {_counts(result.left)}.")
    return _status(left)


def _print_mended(result: Mended) -> None:
    for line in changes_as_text(result):
        print(line, flush=True)
    for diagnostic in result.left:
        print(as_text(diagnostic), flush=True)
    if result.made:
        print(one_line(result.job.output_shown), flush=True)


def _print_findings(found: Sequence[Diagnostic], form: str) -> None:
    if form == "json":
        print(as_json(found))
    else:
        for diagnostic in found:
            print(as_text(diagnostic), flush=True)


def _counted(files: Sequence[Given]) -> str:
    words = sum(file.is_word for file in files)
    specs = len(files) - words
    parts = [f"{specs} đặc tả"] if specs or not words else []
    return ", ".join([*parts, f"{words} tệp Word"] if words else parts)


def _counts(found: Sequence[Diagnostic]) -> str:
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in found)
    return f"{errors} lỗi, {len(found) - errors} lưu ý"


def _status(found: Sequence[Diagnostic]) -> int:
    return FOUND if any(diagnostic.severity is Severity.ERROR for diagnostic in found) else OK
