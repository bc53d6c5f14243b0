"""The command ``verify``."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from nq57gen.cli.console import one_line, say
from nq57gen.cli.report import as_text, finding
from nq57gen.operations.verify import Verified, verify_all

OK, FOUND = 0, 1


def run(options: argparse.Namespace) -> int:
    """Verify the files; return the exit status. Raises UsageError."""
    results = verify_all(options.files, Path.cwd(), options.spec)
    if options.format == "json":
        print(_as_json(results))
    else:
        for result in results:
            _print(result)
    exact = sum(result.exact for result in results)
    say(f"{exact}/{len(results)} tệp đúng như đặc tả, bộ mẫu và chương trình tạo ra.")
    return OK if exact == len(results) else FOUND


def _print(result: Verified) -> None:
    for one in result.findings:
        print(as_text(one), flush=True)
    if result.findings and result.spec:
        print(one_line(f"{result.shown_as}: đã so với {result.spec}"), flush=True)
    if result.exact:
        zlib_too = (
            "" if result.same_bytes else "; từng phần giống hệt, chỉ cách nén khác (như khi bản zlib khác)"
        )
        print(one_line(f"{result.shown_as}: đúng như {result.spec} tạo ra{zlib_too}"), flush=True)


def _as_json(results: list[Verified]) -> str:
    found = {
        "findings": [finding(one) for result in results for one in result.findings],
        "verified": [
            {
                "file": result.shown_as,
                "spec": result.spec or None,
                "exact": result.exact,
                "same_bytes": result.same_bytes,
                "version": result.facts.version if result.facts else None,
                "ignored": list(result.facts.ignored) if result.facts else [],
            }
            for result in results
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)
