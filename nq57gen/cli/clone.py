"""The commands ``clone`` and ``new``: new specs from a pack, a report from a plan."""

from __future__ import annotations

import argparse
import datetime
import json
import re
import sys
from pathlib import Path

from msgspec.structs import replace

from nq57gen.cli.console import say
from nq57gen.cli.report import as_text, finding
from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InvalidInput, UsageError
from nq57gen.operations.clone import Clone, Wish, clone, report_on
from nq57gen.operations.skeletons import PLAN, REPORT, known_packs
from nq57gen.patterns import lazily

OK, FOUND = 0, 1
_BLANK = lazily(r"<<\?")


def run(options: argparse.Namespace) -> int:
    """Clone a pack for a unit; return the exit status. Raises UsageError."""
    project = Path.cwd()
    try:
        done = _cloned(_wish(options, project), project)
        return _finish(done, options)
    except InvalidInput as error:
        return _failed(error, options)


def run_new(options: argparse.Namespace) -> int:
    """Write the report on a plan; return the exit status. Raises UsageError."""
    try:
        return _finish(report_on(options.plan, options.output, Path.cwd()), options)
    except InvalidInput as error:
        return _failed(error, options)


def _cloned(wish: Wish, project: Path) -> Clone:
    """Clone; a name that several units bear is asked about. Raises UsageError, InvalidInput."""
    try:
        return clone(wish, project)
    except UsageError as error:
        several = any(one.code == "V003" for one in error.diagnostics)
        if not several or wish.province or not _asks():
            raise
        for one in error.diagnostics:
            say(as_text(one))
        return clone(replace(wish, province=_ask("Tỉnh, thành phố: ")), project)


def _wish(options: argparse.Namespace, project: Path) -> Wish:
    """What is asked for, what is missing asked back. Raises UsageError."""
    pack, unit = options.pack or "", options.unit
    if _asks():
        if not pack:
            pack = _ask(f"Bộ mẫu ({', '.join(known_packs(project))}): ")
        unit = unit or _ask("Đơn vị (ví dụ: phường Chu Văn An): ")
    missing = [said for said, given in (("tên bộ mẫu", pack), ("--unit", unit)) if not given.strip()]
    if missing:
        raise UsageError([make("C007", missing=", ".join(missing))])
    today = datetime.date.today()
    year = options.nam or str(today.year)
    if not re.fullmatch(r"20\d\d", year):
        raise UsageError([make("C008", year=year)])
    documents = (PLAN,) if options.ke_hoach else (REPORT,) if options.bao_cao else (PLAN, REPORT)
    return Wish(
        pack, unit, options.tinh, int(year), today, options.output, documents, force_unit=options.force_unit
    )


def _asks() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _ask(question: str) -> str:
    """The answer, blank at the end of the input; the question goes to stderr, as all prose."""
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def _finish(done: Clone, options: argparse.Namespace) -> int:
    if not options.dry_run:
        done.write()
    if options.format == "json":
        print(_as_json(done, done.told, written=not options.dry_run))
    else:
        for one in done.told:
            say(as_text(one))
        for file in done.files:
            print(file.shown_as, flush=True)
    blanks = sum(len(_BLANK.findall(file.data.decode())) for file in done.files)
    verb = "Sẽ ghi" if options.dry_run else "Đã ghi"
    say(
        f"{verb} {len(done.files)} đặc tả cho {done.unit} ({done.province}), bộ mẫu {done.pack} "
        f"ấn bản {done.edition}; {blanks} chỗ <<?...>> phải điền."
    )
    return OK


def _failed(error: InvalidInput, options: argparse.Namespace) -> int:
    if options.format == "json":
        print(_as_json(None, error.diagnostics, written=False))
    for one in error.diagnostics:
        say(as_text(one))
    return FOUND


def _as_json(done: Clone | None, told: tuple[Diagnostic, ...], *, written: bool) -> str:
    found = {
        "findings": [finding(one) for one in told],
        "written": written,
        "unit": done.unit if done else None,
        "province": done.province if done else None,
        "pack": done.pack if done else None,
        "edition": done.edition if done else None,
        "files": [file.shown_as for file in done.files] if done else [],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)
