"""A file that is ours but not the recorded one, or only looks like it, is never lost when it is replaced."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from nq57gen.operations import regenerate as whole
from nq57gen.operations import render as making
from nq57gen.operations.outcome import State, Wanted
from nq57gen.operations.paths import find_jobs
from nq57gen.operations.regenerate import regenerate
from tests.operations.again import RUN, Project, codes

COPY = "output/.luu/xa/a.20260305-081500.docx"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose document was made twice."""
    made = Project(tmp_path)
    assert made.render().state is State.MADE
    return made


def test_an_earlier_edition_moved_back_is_kept_as_a_copy(project: Project) -> None:
    earlier = project.output.read_bytes()
    project.change()
    project.render()
    newest = project.output.read_bytes()
    project.output.write_bytes(earlier)
    outcome = project.render(run=RUN)
    copy = project.folder / COPY
    assert (outcome.state, codes(outcome), outcome.beside) == (State.MADE, ["K113"], copy)
    assert COPY in outcome.diagnostics[0].message.replace(os.sep, "/")
    assert copy.read_bytes() == earlier
    assert project.output.read_bytes() == newest
    assert project.render().diagnostics == ()


@pytest.mark.parametrize("recorded", [True, False])
def test_another_document_copied_there_is_kept_as_a_copy(project: Project, recorded: bool) -> None:
    other = project.spec.with_name("b.yaml")
    other.write_text(project.spec.read_text(encoding="utf-8").replace("so_luot: 75", "so_luot: 99"), "utf-8")
    for job in find_jobs([], project.folder, project.folder / "output"):
        regenerate(job, Wanted(project.folder))
    other.unlink()
    theirs = project.output.with_name("b.docx").read_bytes()
    project.output.write_bytes(theirs)
    if not recorded:
        shutil.rmtree(project.folder / "output/.nq57gen")
    outcome = project.render(run=RUN)
    assert (outcome.state, codes(outcome)) == (State.MADE, ["K113"])
    assert (project.folder / COPY).read_bytes() == theirs


def test_a_killed_run_goes_on_without_a_copy(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.change()
    with monkeypatch.context() as patched:
        patched.setattr(whole, "_write", lambda *_: ())
        project.render()
    outcome = project.render(run=RUN)
    assert (outcome.state, outcome.diagnostics, outcome.beside) == (State.CURRENT, (), None)
    assert not (project.folder / "output/.luu").exists()


def test_nothing_is_replaced_when_the_copy_cannot_be_kept(project: Project) -> None:
    earlier = project.output.read_bytes()
    project.change()
    project.render()
    project.output.write_bytes(earlier)
    (project.folder / "output/.luu").write_text("in the way", encoding="utf-8")
    assert project.render(run=RUN).state is State.FAILED
    assert project.output.read_bytes() == earlier


# --- same size, same time


def edited_alike(path: Path) -> bytes:
    """Change a byte of a file by hand, its size and time stay."""
    seen, data = os.stat(path), bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    return bytes(data)


def test_an_edit_that_keeps_size_and_time_is_seen_before_it_is_replaced(project: Project) -> None:
    edited = edited_alike(project.output)
    project.change()
    outcome = project.render()
    assert (outcome.state, codes(outcome), outcome.beside) == (State.EDITED, ["K101"], project.aside)
    assert project.output.read_bytes() == edited


def test_so_is_one_at_the_last_moment(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    real, edited = os.fsync, list[bytes]()

    def edited_meanwhile(handle: int) -> None:
        real(handle)
        if not edited:
            edited.append(edited_alike(project.output))

    project.change()
    monkeypatch.setattr(os, "fsync", edited_meanwhile)
    assert project.render().state is State.EDITED
    assert project.output.read_bytes() == edited[0]


def test_and_one_of_the_new_version_beside(project: Project) -> None:
    project.edit()
    project.render()
    edited = edited_alike(project.aside)
    project.change()
    outcome = project.render()
    assert (outcome.state, codes(outcome)) == (State.EDITED, ["K102"])
    assert project.aside.read_bytes() == edited


def test_force_keeps_a_copy_of_such_an_edit(project: Project) -> None:
    edited = edited_alike(project.output)
    outcome = project.render(force=True, run=RUN)
    assert outcome.beside == project.folder / COPY
    assert outcome.beside.read_bytes() == edited


# --- the name of the new version


def test_an_unrecorded_new_version_of_the_same_spec_is_kept_as_a_copy(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.edit()
    project.render()
    project.aside.rename(project.folder / "b.docx")
    project.change()
    project.render()
    beside = project.aside.read_bytes()
    (project.folder / "output/.nq57gen/xa/a.docx.json").unlink()
    monkeypatch.setattr(making, "__version__", "99.1")
    outcome = project.render(run=RUN)
    assert (outcome.state, sorted(codes(outcome))) == (State.EDITED, ["K101", "K113"])
    assert project.aside.read_bytes() != beside
    assert (project.folder / "output/.luu/xa/a.moi.20260305-081500.docx").read_bytes() == beside


def test_an_edition_of_another_spec_is_not_taken_for_the_new_version(project: Project) -> None:
    first = project.output.read_bytes()
    project.change()
    project.render()
    project.edit()
    project.aside.write_bytes(first)
    outcome = project.render()
    assert (outcome.state, codes(outcome)) == (State.EDITED, ["K104"])
    assert project.aside.read_bytes() == first
    assert project.render(dry_run=True).diagnostics == outcome.diagnostics
    project.output.unlink()
    assert project.render().state is State.MADE
    assert project.aside.read_bytes() == first, "it is not removed either"


def test_a_new_version_that_cannot_be_removed_stays_and_the_document_is_made(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.edit()
    project.render()
    project.output.unlink()
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path == project.aside:
            raise PermissionError  # as on Windows, when Word has it open
        real(path, missing_ok=missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", unlink)
        outcome = project.render()
    assert (outcome.state, outcome.diagnostics) == (State.MADE, ())
    assert project.aside.is_file()
    assert project.render().state is State.CURRENT


# --- permissions


def test_a_private_document_stays_private_with_its_copies_and_new_versions(project: Project) -> None:
    project.output.chmod(0o600)
    project.change()
    assert project.render().state is State.MADE
    assert project.output.stat().st_mode & 0o777 == 0o600
    project.edit()
    project.change()
    project.render()
    assert project.aside.stat().st_mode & 0o777 == 0o600
    copy = project.render(force=True, run=RUN).beside
    assert copy is not None
    assert copy.stat().st_mode & 0o777 == 0o600
    assert project.output.stat().st_mode & 0o777 == 0o600
