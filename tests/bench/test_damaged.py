"""Damaged specs, Word files and templates get an answer; over thousands: ``python -m bench.damaged``."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile

import pytest

from bench.damage import XML_DAMAGES, chance, damaged_spec
from bench.damaged import words_of
from tests.schema.snippets import ROOT


@pytest.mark.skipif(sys.platform == "win32", reason="each case is a forked process")
def test_no_traceback_no_status_3_and_no_lost_words() -> None:
    command = [sys.executable, "-m", "bench.damaged", "--specs", "40", "--words", "12", "--templates", "20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.strip() == "72 damaged files, seed 57: 0 failures", done.stdout + done.stderr
    assert done.returncode == 0


def test_the_same_seed_gives_the_same_damage_and_most_damages_change_something() -> None:
    text = (ROOT / "docs/vi-du/ke-hoach.yaml").read_text(encoding="utf-8")
    assert damaged_spec(text, chance(1)) == damaged_spec(text, chance(1))
    assert sum(damaged_spec(text, chance(number)) != text for number in range(50)) > 40
    xml = '<w:body><w:p w:a="1"><w:r><w:t>Kế hoạch</w:t></w:r></w:p></w:body>'
    for damage in XML_DAMAGES:
        assert any(damage(xml, chance(number)) != xml for number in range(20))


def test_words_are_counted_across_runs() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        runs = "<w:r><w:t>Kế ho</w:t></w:r><w:r><w:t>ạch</w:t><w:tab/><w:t>năm</w:t></w:r>"
        package.writestr("word/document.xml", f"<w:document><w:p>{runs}</w:p></w:document>")
    assert dict(words_of(out.getvalue())) == {"kế": 1, "hoạch": 1, "năm": 1}
