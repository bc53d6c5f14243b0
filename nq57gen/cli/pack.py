"""The command ``pack``: a pack to begin with."""

from __future__ import annotations

import argparse
import datetime
import json
from pathlib import Path

from nq57gen.cli.console import say
from nq57gen.cli.report import as_text, finding
from nq57gen.errors import InvalidInput
from nq57gen.operations.pack_new import pack_new

OK, FOUND = 0, 1


def run(options: argparse.Namespace) -> int:
    """Write a new pack; return the exit status. Raises UsageError."""
    today = datetime.date.today()
    edition = today.year * 100 + today.month
    try:
        made = pack_new(options.name, options.ke_thua, edition, Path.cwd(), word=options.word)
        made.write()
    except InvalidInput as error:
        if options.format == "json":
            found = [finding(one) for one in error.diagnostics]
            print(json.dumps({"findings": found, "files": []}, ensure_ascii=False, indent=2))
        for one in error.diagnostics:
            say(as_text(one))
        return FOUND
    files = [file.shown_as for file in made.files]
    if options.format == "json":
        print(json.dumps({"findings": [], "files": files}, ensure_ascii=False, indent=2))
    else:
        print("\n".join(files), flush=True)
    whose = f" của {made.province}" if made.province else ""
    say(f"Đã tạo bộ mẫu {made.name}{whose}; sửa khung rồi chạy nq57gen clone {made.name} --unit ...")
    return OK
