"""A PDF is kept like its document: made when due, in step with it, never over somebody's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from nq57gen.diagnostics import make
from nq57gen.manifest.pdf_seal import is_untouched_pdf
from nq57gen.operations import render as making
from nq57gen.operations.outcome import Outcome, State, Wanted
from nq57gen.operations.paths import find_jobs
from nq57gen.operations.regenerate import regenerate
from tests.operations.again import RUN, Project


class Printer:
    """Stands for LibreOffice: each drawing differs from the last, as its dates do."""

    def __init__(self) -> None:
        self.count = 0
        self._finish = making.finish

    def __call__(self, *given: object, pdf: bool, final: bool) -> making.Finished:
        finished = self._finish(*given, final=final)  # type: ignore[arg-type]  # passed through
        if not pdf:
            return finished
        self.count += 1
        drawn = f"%PDF-1.7\n{self.count}\n%%EOF\n".encode()
        return replace(finished, drawn=drawn, drawn_warnings=(make("P007", path="specs/xa/a.yaml"),))


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> Printer:
    """What draws the pages."""
    drawing = Printer()
    monkeypatch.setattr(making, "finish", drawing)
    return drawing


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose document was never made."""
    return Project(tmp_path)


def render(project: Project, *, pdf: bool = True, force: bool = False) -> Outcome:
    (job,) = find_jobs([], project.folder, project.folder / "output")
    return regenerate(job, Wanted(project.folder, pdf=pdf, force=force, run=RUN))


def pdf_of(project: Project) -> Path:
    return project.output.with_suffix(".pdf")


def test_a_pdf_is_drawn_once_and_its_warnings_are_told_again(project: Project, printer: Printer) -> None:
    first = render(project)
    assert first.state is State.MADE
    assert is_untouched_pdf(pdf_of(project).read_bytes())
    second = render(project)
    assert (second.state, printer.count) == (State.CURRENT, 1)
    assert [one.code for one in second.diagnostics] == [one.code for one in first.diagnostics] == ["P007"]
    assert render(project, pdf=False).diagnostics == ()


def test_a_pdf_that_is_missing_or_was_never_wanted_is_made(project: Project, printer: Printer) -> None:
    render(project, pdf=False)
    assert render(project).reasons == ("chưa có bản PDF",)
    pdf_of(project).unlink()
    assert render(project).reasons == ("chưa có bản PDF",)
    assert printer.count == 2
    assert pdf_of(project).is_file()


def test_a_pdf_left_behind_by_its_document_is_told_until_it_is_made(
    project: Project, printer: Printer
) -> None:
    render(project)
    project.change()
    for state in (State.MADE, State.CURRENT):
        outcome = render(project, pdf=False)
        assert (outcome.state, [one.code for one in outcome.diagnostics]) == (state, ["K111"])
    assert printer.count == 1
    assert render(project).reasons == ("bản PDF cũ hơn văn bản",)
    assert render(project, pdf=False).diagnostics == ()


def test_without_a_record_our_own_pdf_is_replaced_after_a_copy_and_nothing_asked(
    project: Project, printer: Printer
) -> None:
    render(project)
    shutil.rmtree(project.folder / "output/.nq57gen")
    outcome = render(project)
    assert (outcome.state, printer.count) == (State.MADE, 2)
    copy = "output/.luu/xa/a.20260305-081500.pdf"
    assert sorted(project.files()) == [copy, "output/xa/a.docx", "output/xa/a.pdf"]
    assert {one.code for one in outcome.diagnostics} == {"K113", "P007"}


@pytest.mark.parametrize("kind", ["signed", "unknown"])
def test_a_pdf_that_is_not_ours_stays(project: Project, printer: Printer, kind: str) -> None:
    if kind == "signed":
        render(project)
        with pdf_of(project).open("ab") as file:
            file.write(b"signature\n%%EOF\n")
    else:
        pdf_of(project).parent.mkdir(parents=True)
        pdf_of(project).write_bytes(b"%PDF-1.4 scan")
    theirs = pdf_of(project).read_bytes()
    for _ in range(2):
        outcome = render(project)
        assert outcome.state is State.EDITED
        assert "K101" in [one.code for one in outcome.diagnostics]
        assert outcome.beside == pdf_of(project).with_suffix(".moi.pdf")
        assert pdf_of(project).read_bytes() == theirs
    assert project.output.is_file(), "the document itself is nobody's work"
    assert printer.count == (2 if kind == "signed" else 1)
    assert render(project, force=True).state is State.MADE
    assert (project.folder / "output/.luu/xa/a.20260305-081500.pdf").read_bytes() == theirs
    assert is_untouched_pdf(pdf_of(project).read_bytes())
    assert not pdf_of(project).with_suffix(".moi.pdf").exists()


def test_the_pdf_of_a_new_version_stands_beside_with_it(project: Project, printer: Printer) -> None:
    render(project)
    old = pdf_of(project).read_bytes()
    project.edit()
    project.change()
    assert render(project).state is State.EDITED
    assert pdf_of(project).read_bytes() == old
    assert sorted(project.files()) == [
        "output/xa/a.docx",
        "output/xa/a.moi.docx",
        "output/xa/a.moi.pdf",
        "output/xa/a.pdf",
    ]
    assert render(project).state is State.EDITED
    assert printer.count == 2
