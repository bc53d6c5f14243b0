"""Names and quoted lines never command a terminal; names that are no UTF-8 work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nq57gen.cli.console import one_line, visible

ROOT = Path(__file__).resolve().parents[2]

SPEC = ROOT / "specs" / "minh-hung" / "ke-hoach-2026.yaml"


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ("\x1b", "\\x1b"),
        ("\a", "\\x07"),
        ("\x00", "\\x00"),
        ("\x7f", "\\u007f"),
        ("\x9b", "\\u009b"),
        ("\u202e", "\\u202e"),
        ("\u2067", "\\u2067"),
        ("\u200f", "\\u200f"),
        ("\udcff", "\\udcff"),
    ],
)
def test_a_sign_that_commands_is_shown_as_an_escape(sign: str, shown: str) -> None:
    assert visible(f"tệp {sign}a") == f"tệp {shown}a"


@pytest.mark.parametrize(
    "text", ["Đặc tả “ế” – 1/1…\n\tgợi ý\n", "a\u0301🙂\n", "\rdòng tiến độ", "\r   \r", ""]
)
def test_what_people_write_stays(text: str) -> None:
    assert visible(text) == text


def test_a_return_amid_a_line_is_shown() -> None:
    assert visible("\rtệp\rx") == "\rtệp\\x0dx"


def test_escapes_in_json_mean_the_signs(  # what is below U+0020, JSON escapes itself
) -> None:
    given = {"path": "a\x1b\u202e\x9b\x7f\udcff.yaml"}
    assert json.loads(visible(json.dumps(given, ensure_ascii=False))) == given


def test_a_line_end_in_a_name_is_shown() -> None:
    assert one_line("a\r\nb.yaml") == "a\\x0d\\x0ab.yaml"


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes")
@pytest.mark.parametrize(
    ("name", "shown"), [(b"a\xff", "a\\udcff"), (b"b\x1b[31m", "b\\x1b[31m"), (b"d\nx", "d\\x0ax")]
)
def test_a_spec_with_an_odd_name_is_made_and_then_up_to_date(name: bytes, shown: str, tmp_path: Path) -> None:
    spec = os.fsencode(tmp_path) + b"/specs/" + name + b".yaml"
    (tmp_path / "specs").mkdir()
    with open(spec, "wb") as file:
        file.write(SPEC.read_bytes())

    def run() -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "nq57gen", "render", spec],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "NQ57GEN_CACHE": str(tmp_path / "cache")},
            capture_output=True,
            check=False,
        )

    first, second = run(), run()
    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stdout.decode().splitlines() == [f"output/{shown}.docx"]
    assert "Đã tạo 1/1" in first.stderr.decode()
    assert "1 văn bản không đổi" in second.stderr.decode()
    assert b"\x1b" not in first.stdout + first.stderr + second.stderr
