"""The command ``render``: what is out of date is made, and said why."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from nq57gen.cli.batch import Hands, Stop, hands, make_all
from nq57gen.cli.console import one_line, say
from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import UsageError
from nq57gen.operations.outcome import Outcome, State, Wanted
from nq57gen.operations.paths import Job, find_jobs

OK, FOUND, INTERNAL = 0, 1, 3
#: A draft may have dozens of blanks: more than a few are counted, and listed by ``check``.
_BLANK, _FEW_BLANKS = "N033", 3


def run(options: argparse.Namespace) -> int:
    """Bring the documents up to date; return the exit status. Raises UsageError."""
    _refuse_together(options)
    if Path(options.output).suffix.lower() in (".docx", ".pdf"):
        raise UsageError([make("U014", name=options.output)])
    project = Path.cwd()
    wanted = Wanted(project, options.pdf, options.force, options.dry_run, started_now(), options.final)
    if options.watch:
        from nq57gen.cli.watch import watch

        return watch(options, wanted)
    jobs = find_jobs(options.paths, project, project / options.output)
    with Stop() as stop, hands(jobs, options.jobs, options.cluster) as by:
        return bring_up_to_date(jobs, wanted, by, stop, options.format)


def bring_up_to_date(
    jobs: Sequence[Job], wanted: Wanted, by: Hands, stop: Stop, form: str, *, again: bool = False
) -> int:
    """Bring the documents of ``jobs`` up to date and tell of them; return the exit status.

    ``again``: all was told once; what is found in documents that are as they were is not repeated.
    """
    started = time.monotonic()
    drawn = len(jobs) > 1 and sys.stderr.isatty() and not wanted.dry_run

    shared: set[Diagnostic] = set()

    def told(number: int, outcome: Outcome) -> None:
        if again and outcome.state is State.CURRENT:
            return
        new = tuple(one for one in outcome.diagnostics if one not in shared)
        shared.update(one for one in new if one.path != outcome.job.shown_as)  # a pack is wrong for many
        tell(replace(outcome, diagnostics=new), wanted, form, None if drawn else f"[{number}/{len(jobs)}] ")

    outcomes = make_all(jobs, wanted, by, stop, told)
    if form == "json":
        from nq57gen.cli.report import as_json

        found = dict.fromkeys(d for outcome in outcomes for d in outcome.diagnostics)
        print(as_json(found, outcomes), flush=True)
    if len(jobs) > 1:
        from nq57gen.cli.summary import reasons, table

        for line in (*(reasons(outcomes) if drawn else ()), *table(outcomes, wanted)):
            say(line)
    say(summary(outcomes, jobs, time.monotonic() - started, dry_run=wanted.dry_run))
    if len(outcomes) < len(jobs):
        say(f"Đã dừng: còn {len(jobs) - len(outcomes)} văn bản chưa xem đến; chạy lại lệnh này để làm tiếp.")
        return max(status(outcomes), FOUND)
    return status(outcomes)


def _refuse_together(options: argparse.Namespace) -> None:
    """Raises UsageError (B020) for options that make no sense together."""
    pairs = (
        ("--cluster", options.cluster, "--jobs", options.jobs),
        ("--watch", options.watch, "--format json", options.format == "json"),
        ("--watch", options.watch, "--dry-run", options.dry_run),
    )
    wrong = [make("B020", first=first, second=second) for first, one, second, two in pairs if one and two]
    if wrong:
        raise UsageError(wrong)


def started_now() -> str:
    """The local time as :class:`Wanted` has it."""
    now = time.time_ns()
    return f"{time.strftime('%Y%m%d-%H%M%S', time.localtime(now // 10**9))}.{now % 10**9:09}"


def tell(outcome: Outcome, wanted: Wanted, form: str, count: str | None) -> None:
    """Say what became of one document, if anything did: new files on stdout, all else on stderr.

    ``count``: how far the run is, before the name; None: that is shown elsewhere.
    """
    if outcome.state is not State.CURRENT and count is not None:
        why = "; ".join(outcome.reasons)
        name = one_line(outcome.job.shown_as)
        say(f"{count}{name}: {why}" if why else f"{count}{name}")
    if form == "json":
        return
    if outcome.diagnostics:
        from nq57gen.cli.report import as_text  # most runs have nothing to show

        blanks = [
            one for one in outcome.diagnostics if one.code == _BLANK and one.severity.value == "warning"
        ]
        folded = blanks if len(blanks) > _FEW_BLANKS else []
        for diagnostic in outcome.diagnostics:
            if diagnostic not in folded:
                say(as_text(diagnostic))
        if folded:
            name = one_line(outcome.job.shown_as)
            say(f"{name}: còn {len(folded)} chỗ chưa điền ({_BLANK}); xem từng chỗ: nq57gen check {name}")
    if outcome.state in (State.MADE, State.DUE):
        print(one_line(wanted.shown(outcome.job.output)), flush=True)
        if wanted.pdf:
            print(one_line(wanted.shown(outcome.job.output.with_suffix(".pdf"))), flush=True)
    if outcome.beside:
        print(one_line(wanted.shown(outcome.beside)), flush=True)


def summary(outcomes: Sequence[Outcome], jobs: Sequence[Job], seconds: float, *, dry_run: bool) -> str:
    """The last line: how many documents, and what became of them."""
    count = {state: sum(outcome.state is state for outcome in outcomes) for state in State}
    taken = f"{seconds:.1f}".replace(".", ",")
    if dry_run:
        done = f"Cần tạo {count[State.DUE]}/{len(jobs)} văn bản"
    else:
        done = f"Đã tạo {count[State.MADE]}/{len(jobs)} văn bản trong {taken} giây"
    others = (
        (State.CURRENT, "{} văn bản không đổi"),
        (State.EDITED, "{} văn bản đã sửa tay, giữ nguyên"),
        (State.FAILED, "{} đặc tả có lỗi, chưa tạo"),
    )
    return "; ".join([done, *(said.format(count[state]) for state, said in others if count[state])]) + "."


def status(outcomes: Sequence[Outcome]) -> int:
    """The exit status of a run."""
    if any(outcome.internal for outcome in outcomes):
        return INTERNAL
    return FOUND if any(outcome.state in (State.FAILED, State.EDITED) for outcome in outcomes) else OK
