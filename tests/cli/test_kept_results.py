"""Compiled templates are kept between runs where the user says; without them nothing but time is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nq57gen import caching
from nq57gen.cli import main
from nq57gen.operations.handout import make_chunk
from nq57gen.operations.outcome import Wanted
from nq57gen.operations.paths import Job
from nq57gen.rendering.prepared import prepared
from tests.cli.test_commands import put
from tests.schema.snippets import PLAN


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    put(tmp_path, "specs/a.yaml", PLAN)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    prepared.cache_clear()
    return tmp_path


def templates_in(folder: Path) -> int:
    """How many compiled templates lie there."""
    return sum(b"word/document.xml" in path.read_bytes() for path in folder.iterdir())


def test_a_template_is_kept_where_the_variable_says(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(caching.VARIABLE, "kept")
    assert main(["render"]) == 0
    first = (project / "output/a.docx").read_bytes()
    assert templates_in(project / "kept") == 1
    shutil.rmtree(project / "kept")
    prepared.cache_clear()
    assert main(["render", "--force"]) == 0
    assert (project / "output/a.docx").read_bytes() == first
    assert templates_in(project / "kept") == 1


def test_an_empty_variable_keeps_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(caching.VARIABLE, "")
    before = {path.name for path in project.iterdir()}
    assert main(["render"]) == 0
    assert {path.name for path in project.iterdir()} == before | {"output"}


def test_a_worker_keeps_results_where_its_batch_does(project: Path) -> None:
    caching.use_folder(None)
    job = Job(project / "specs/a.yaml", "specs/a.yaml", project / "output/a.docx")
    (outcome,) = make_chunk([job], Wanted(project), project / "kept")
    assert outcome.made
    assert templates_in(project / "kept") == 1
