"""``verify`` of a file that goes by another name says which spec it was compared with."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nq57gen.cli import main
from tests.operations.again import SPEC, Project


def test_the_spec_that_was_found_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.render()
    sent = tmp_path / "gui-di.docx"
    shutil.copy(project.output, sent)
    assert main(["verify", "gui-di.docx"]) == 0
    assert f"gui-di.docx: đúng như {SPEC} tạo ra" in capsys.readouterr().out
    project.edit(sent)
    assert main(["verify", "gui-di.docx"]) == 1
    assert f"gui-di.docx: đã so với {SPEC}" in capsys.readouterr().out
