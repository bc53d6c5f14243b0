"""The same document and template give the same bytes, wherever and whenever."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

from nq57gen.writer import unpack
from tests.rendering.build import ROOT, full_document
from tests.rendering.opened import rendered

SCRIPT = (
    "import hashlib; from tests.rendering.build import full_document; "
    "from tests.rendering.opened import rendered; "
    "print(hashlib.sha256(rendered(full_document())).hexdigest())"
)


def _digest_elsewhere(**settings: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_bytes_do_not_depend_on_time_zone_language_or_hash_seed() -> None:
    here = hashlib.sha256(rendered(full_document())).hexdigest()
    assert _digest_elsewhere(TZ="Asia/Ho_Chi_Minh", LC_ALL="C", PYTHONHASHSEED="1") == here
    assert _digest_elsewhere(TZ="America/New_York", LC_ALL="C.UTF-8", PYTHONHASHSEED="4711") == here


def test_content_types_come_first() -> None:
    assert next(iter(unpack(rendered(full_document())))) == "[Content_Types].xml"
