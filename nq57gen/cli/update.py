"""The command ``update``: new editions of packs taken into the specs that were cloned from them."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nq57gen.cli.console import say
from nq57gen.cli.report import as_text, finding
from nq57gen.errors import InvalidInput
from nq57gen.operations.update import State, Update, Updated, update

OK, FOUND = 0, 1


def run(options: argparse.Namespace) -> int:
    """Update the specs; return the exit status. Raises UsageError."""
    found = update(options.paths, Path.cwd(), time.strftime("%Y%m%d-%H%M%S"))
    problems: tuple[Any, ...] = ()
    if not options.dry_run:
        try:
            found.write()
        except InvalidInput as error:
            problems = error.diagnostics
    written = not (options.dry_run or found.failed or problems)
    if options.format == "json":
        print(_as_json(found, problems, written=written))
    else:
        for line in _lines(found, dry_run=options.dry_run):
            print(line, flush=True)
    for one in problems:
        say(as_text(one))
    say(_summary(found, written=written, dry_run=options.dry_run))
    return FOUND if found.left or problems else OK


def _lines(found: Update, *, dry_run: bool) -> Iterator[str]:
    for one in found.specs:
        yield from _of_spec(one, dry_run=dry_run)
    for file in found.pack_files:
        if file.files:
            yield f"{file.shown_as}: lấy bản mới (tệp này chưa sửa riêng)"
        yield from (as_text(told) for told in file.told)


def _of_spec(one: Updated, *, dry_run: bool) -> Iterator[str]:
    if one.state is State.SKIPPED:
        yield f"{one.shown_as}: bỏ qua, không phải do clone viết"
    elif one.state is State.CURRENT:
        yield f"{one.shown_as}: không có gì mới (bộ mẫu {one.pack}, ấn bản {one.now})"
    elif one.state is State.UPDATED:
        edition = one.now if one.then == one.now else f"{one.then} → {one.now}"
        yield f"{one.shown_as}: bộ mẫu {one.pack}, ấn bản {edition}; bản cũ: {one.backup}"
    yield from (f"  {taken.code}: {taken.message}" for taken in one.taken)
    left = one.conflicts if dry_run else one.open  # at the lines of the file as it stands now
    yield from (as_text(found) for found in (*one.not_taken, *left, *one.findings))


def _summary(found: Update, *, written: bool, dry_run: bool) -> str:
    count = {state: sum(one.state is state for one in found.specs) for state in State}
    if count[State.FAILED]:
        return f"Chưa ghi gì: {count[State.FAILED]}/{len(found.specs)} đặc tả không cập nhật được."
    verb = "Sẽ cập nhật" if dry_run else "Đã cập nhật" if written else "Chưa ghi được"
    said = [f"{verb} {count[State.UPDATED]}/{len(found.specs)} đặc tả"]
    if count[State.SKIPPED]:
        said.append(f"bỏ qua {count[State.SKIPPED]}")
    if left := sum(len(one.open) for one in found.specs):
        said.append(f"còn {left} chỗ phải chọn, xem khóa xung_dot ở cuối đặc tả")
    return "; ".join(said) + "."


def _as_json(found: Update, problems: tuple[Any, ...], *, written: bool) -> str:
    specs = [
        {
            "spec": one.shown_as,
            "state": one.state.value,
            "pack": one.pack or None,
            "from": one.then or None,
            "to": one.now or None,
            "backup": one.backup or None,
            "changes": [
                {
                    **finding(change.diagnostic),
                    "outcome": change.outcome.value,
                    "theirs": change.theirs,
                    "mine": change.mine,
                }
                for change in one.changes
            ],
            "open": [finding(left) for left in one.open],
        }
        for one in found.specs
    ]
    findings = [finding(wrong) for one in found.specs for wrong in one.findings]
    findings += [finding(told) for file in found.pack_files for told in file.told]
    findings += [finding(problem) for problem in problems]
    replaced = [file.shown_as for file in found.pack_files if file.files]
    return json.dumps(
        {"findings": findings, "written": written, "specs": specs, "pack_files": replaced},
        ensure_ascii=False,
        indent=2,
    )
