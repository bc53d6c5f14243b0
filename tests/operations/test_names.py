"""Names that stand in each other's way, and names as long as the disk allows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nq57gen.cli import main
from nq57gen.errors import UsageError
from nq57gen.operations.outcome import Outcome, State, Wanted
from nq57gen.operations.paths import Job, beside, find_jobs, name_of
from nq57gen.operations.regenerate import regenerate
from nq57gen.writer.files import lock_of
from tests.operations.again import RUN, Project, codes
from tests.schema.snippets import PLAN, changed

OTHER = changed(PLAN, ("so_luot: 75", "so_luot: 99"))


def render(project: Path, *paths: str, force: bool = False, dry_run: bool = False) -> list[Outcome]:
    jobs = find_jobs(paths, project, project / "output")
    wanted = Wanted(project, force=force, dry_run=dry_run, run=RUN)
    return [regenerate(job, wanted) for job in jobs]


# --- a spec that has the name for new versions


@pytest.mark.parametrize("name", ["a.moi.yaml", "a.moi.yml", "A.MOI.yaml"])
def test_a_spec_with_the_name_for_new_versions_is_refused(tmp_path: Path, name: str) -> None:
    project = Project(tmp_path)
    project.spec.with_name(name).write_text(OTHER, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        find_jobs([], tmp_path, tmp_path / "output")
    (found,) = caught.value.diagnostics
    assert (found.code, found.path) == ("U013", os.path.join("specs", "xa", name))
    assert os.path.join("specs", "xa", "a.yaml") in found.message


def test_it_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.spec.with_name("a.moi.yaml").write_text(OTHER, encoding="utf-8")
    assert main(["render"]) == 2
    assert "U013" in capsys.readouterr().err
    assert not (tmp_path / "output").exists()


def test_alone_it_is_a_name_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs/a.moi.yaml").write_text(PLAN, encoding="utf-8")
    (outcome,) = render(tmp_path)
    assert outcome.job.output.name == "a.moi.docx"
    assert outcome.job.output.is_file()


@pytest.mark.parametrize("same", [True, False])
def test_a_document_of_another_spec_is_never_taken_for_the_new_version(tmp_path: Path, same: bool) -> None:
    project = Project(tmp_path)
    other = project.spec.with_name("a.moi.yaml")
    other.write_text(PLAN if same else OTHER, encoding="utf-8")
    for name in ("specs/xa/a.moi.yaml", "specs/xa/a.yaml"):
        assert render(tmp_path, name)[0].state is State.MADE
    theirs = project.aside.read_bytes()
    project.change()
    assert render(tmp_path, "specs/xa/a.yaml")[0].state is State.MADE
    assert project.aside.read_bytes() == theirs
    edited = project.edit()
    project.change()
    foreseen = render(tmp_path, "specs/xa/a.yaml", dry_run=True)[0]
    outcome = render(tmp_path, "specs/xa/a.yaml")[0]
    assert (outcome.state, codes(outcome)) == (State.EDITED, ["K104"])
    assert foreseen.diagnostics == outcome.diagnostics
    assert "specs/xa/a.moi.yaml" in outcome.diagnostics[0].message
    assert (project.aside.read_bytes(), project.output.read_bytes()) == (theirs, edited)
    project.aside.rename(tmp_path / "elsewhere.docx")
    assert codes(render(tmp_path, "specs/xa/a.yaml")[0]) == ["K101"]


# --- long names


def named(project: Path, length: int, letter: str = "k") -> Job:
    """The job of a spec whose document has a name of ``length`` bytes."""
    stem = letter * ((length - len(".docx")) // len(letter.encode()))
    stem += "x" * (length - len((stem + ".docx").encode()))
    (project / "specs").mkdir(exist_ok=True)
    (project / f"specs/{stem}.yaml").write_text(PLAN, encoding="utf-8")
    (job,) = find_jobs([], project, project / "output")
    assert len(job.output.name.encode()) == length
    return job


@pytest.mark.parametrize("letter", ["k", "ế"])
@pytest.mark.parametrize("length", [238, 243, 247, 250, 251, 254, 255])
def test_a_name_that_the_disk_takes_is_made_edited_replaced(tmp_path: Path, length: int, letter: str) -> None:
    job = named(tmp_path, length, letter)
    project = Project(tmp_path)
    project.spec.unlink()
    project.spec, project.output, project.aside = job.spec, job.output, beside(job.output)
    assert (project.render().state, project.render().state) == (State.MADE, State.CURRENT)
    edited = project.edit()
    outcome = project.render()
    assert (outcome.state, codes(outcome), outcome.beside) == (State.EDITED, ["K101"], project.aside)
    project.change()
    outcome = project.render(force=True, run=RUN)
    assert (outcome.state, codes(outcome)) == (State.MADE, ["K114"])
    assert outcome.beside is not None
    assert outcome.beside.read_bytes() == edited
    assert not project.aside.exists()
    outcome = project.render()
    assert (outcome.state, outcome.diagnostics) == (State.CURRENT, ())


def test_a_name_that_the_disk_does_not_take_is_told(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / f"specs/{'k' * 251}.yml").write_text(PLAN, encoding="utf-8")
    (outcome,) = render(tmp_path)
    assert (outcome.state, codes(outcome)) == (State.FAILED, ["F105"])
    assert not any(path.is_file() for path in (tmp_path / "output").rglob("*"))


def test_two_long_names_that_begin_alike_stay_apart() -> None:
    first, second = (name_of("k" * 250 + end, ".json") for end in ("a", "b"))
    assert first != second
    assert len(first) == len(second) == 255
    assert name_of("a.docx", ".json") == "a.docx.json"


def test_a_long_name_has_no_lock(tmp_path: Path) -> None:
    assert lock_of(tmp_path / ("k" * 250 + ".docx")) is None
