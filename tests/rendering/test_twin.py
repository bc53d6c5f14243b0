"""Every Word template and its unpacked twin are equal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nq57gen.writer import unpack
from tests.rendering.build import ROOT, TEMPLATE

TEMPLATES = sorted((ROOT / "templates").glob("*/*.docx"))


def twin(command: str, template: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "tools" / "twin.py"), command, str(template)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_template_and_twin_are_equal(template: Path) -> None:
    done = twin("check", template)
    assert (done.returncode, done.stdout.strip()) == (0, ""), "run: python tools/twin.py pack|unpack"


def test_a_changed_template_goes_round(tmp_path: Path) -> None:
    template = tmp_path / "van_ban.docx"
    template.write_bytes(TEMPLATE.read_bytes())
    assert twin("check", template).returncode == 1
    assert twin("unpack", template).returncode == 0
    assert twin("check", template).returncode == 0

    part = tmp_path / "van_ban" / "word" / "document.xml"
    part.write_text(part.read_text(encoding="utf-8").replace("Nơi nhận:", "Nơi  nhận:"), encoding="utf-8")
    done = twin("check", template)
    assert (done.returncode, done.stdout.split()) == (1, ["word/document.xml"])
    assert twin("pack", template).returncode == 0
    assert twin("check", template).returncode == 0
    assert "Nơi  nhận:" in unpack(template.read_bytes())["word/document.xml"].decode()


def test_packing_the_twin_gives_the_template_s_own_bytes(tmp_path: Path) -> None:
    template = tmp_path / "van_ban.docx"
    template.write_bytes(TEMPLATE.read_bytes())
    twin("unpack", template)
    template.unlink()
    twin("pack", template)
    assert template.read_bytes() == TEMPLATE.read_bytes()
