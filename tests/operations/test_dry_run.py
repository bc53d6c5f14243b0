"""A dry run says what the real run would do, and writes nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nq57gen.cli import main
from nq57gen.manifest.pdf_seal import seal_pdf
from nq57gen.operations.batch import render_all
from nq57gen.operations.outcome import Outcome, State, Wanted
from nq57gen.operations.paths import Job, find_jobs
from nq57gen.operations.regenerate import regenerate
from tests.operations.again import RUN, Project, codes
from tests.schema.snippets import PLAN, changed

BAD = changed(PLAN, ("<<bien.so_luot>>", "<<bien.so_luott>>"))
BLANK = changed(PLAN, ("so_luot: 75", "so_luot: <<?số lượt>>"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose document was made."""
    made = Project(tmp_path)
    made.render()
    return made


def asked(project: Project, *, force: bool = False, pdf: bool = False, final: bool = False) -> Outcome:
    """The outcome of a dry run, which left everything as it was."""
    before = project.files()
    (job,) = find_jobs([], project.folder, project.folder / "output")
    outcome = regenerate(job, Wanted(project.folder, pdf, force, dry_run=True, run=RUN, final=final))
    assert project.files() == before
    return outcome


def test_a_broken_spec_fails_as_it_will(project: Project) -> None:
    project.write(BAD)
    foreseen = asked(project)
    assert (foreseen.state, codes(foreseen)) == (State.FAILED, ["N006"])
    assert project.render().diagnostics == foreseen.diagnostics


def test_an_unfinished_document_that_is_to_be_final_fails_as_it_will(project: Project) -> None:
    project.write(BLANK)
    assert asked(project).state is State.DUE
    foreseen = asked(project, final=True)
    assert (foreseen.state, codes(foreseen)) == (State.FAILED, ["N033"])


@pytest.mark.parametrize("workers", [1, 2])
def test_broken_specs_of_many_are_all_told(tmp_path: Path, workers: int) -> None:
    jobs = []
    for name, text in (("a", PLAN), ("b", BAD), ("c", PLAN), ("d", BAD)):
        spec = tmp_path / f"{name}.yaml"
        spec.write_text(text, encoding="utf-8")
        jobs.append(Job(spec, spec.name, tmp_path / "ra" / f"{name}.docx"))
    outcomes = render_all(jobs, Wanted(tmp_path, dry_run=True), workers=workers)
    states = {one.job.shown_as: one.state for one in outcomes}
    assert states == {
        "a.yaml": State.DUE,
        "b.yaml": State.FAILED,
        "c.yaml": State.DUE,
        "d.yaml": State.FAILED,
    }
    assert not (tmp_path / "ra").exists()


def test_its_exit_status_is_that_of_the_run(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project.folder)
    project.change()
    project.spec.with_name("b.yaml").write_text(BAD, encoding="utf-8")
    assert main(["render", "--dry-run"]) == 1
    out, err = capsys.readouterr()
    assert out == f"output{os.sep}xa{os.sep}a.docx\n"
    assert "N006" in err
    assert "Cần tạo 1/2 văn bản; 1 đặc tả có lỗi, chưa tạo." in err
    project.write(BAD)
    assert main(["render", "--dry-run", "specs/xa/a.yaml"]) == 1


def test_by_force_it_tells_of_the_copy_of_a_hand_edit(project: Project) -> None:
    project.edit()
    foreseen = asked(project, force=True)
    assert (foreseen.state, codes(foreseen)) == (State.DUE, ["K105"])
    assert foreseen.diagnostics[0].severity.value == "warning"
    assert str(Path("output/.luu")) in foreseen.diagnostics[0].message
    assert project.render(force=True, run=RUN).beside is not None


def test_it_tells_of_the_copy_of_a_file_that_is_not_the_recorded_one(project: Project) -> None:
    earlier = project.output.read_bytes()
    project.change()
    project.render()
    project.output.write_bytes(earlier)
    foreseen = asked(project)
    assert (foreseen.state, codes(foreseen)) == (State.DUE, ["K106"])
    assert codes(project.render(run=RUN)) == ["K113"]


def test_a_run_that_was_killed_is_no_reason_to_tell(project: Project) -> None:
    project.record.unlink()
    foreseen = asked(project)
    assert (foreseen.state, foreseen.diagnostics) == (State.DUE, ())


def test_two_edited_files_are_told_as_the_run_tells_them(project: Project) -> None:
    project.edit()
    project.render()
    project.edit(project.aside)
    project.change()
    foreseen = asked(project)
    assert (foreseen.state, codes(foreseen)) == (State.EDITED, ["K102"])
    outcome = project.render()
    assert (outcome.state, outcome.diagnostics) == (foreseen.state, foreseen.diagnostics)


def test_so_are_edited_pages(project: Project) -> None:
    pdf = project.output.with_suffix(".pdf")
    pdf.write_bytes(b"%PDF-1.4 scan")
    foreseen = asked(project, pdf=True)
    assert (foreseen.state, codes(foreseen)) == (State.EDITED, ["K103"])
    assert codes(asked(project, pdf=True, force=True)) == ["K105"]
    pdf.write_bytes(seal_pdf(b"%PDF-1.4 of another document"))
    foreseen = asked(project, pdf=True)
    assert (foreseen.state, codes(foreseen)) == (State.DUE, ["K106"])


@pytest.mark.parametrize("force", [False, True])
def test_what_was_never_made_is_said_so(tmp_path: Path, force: bool) -> None:
    never = Project(tmp_path)
    (tmp_path / "output").mkdir()
    assert asked(never, force=force).reasons == ("chưa có tệp kết quả",)
    assert never.render(force=force).reasons == ("chưa có tệp kết quả",)
