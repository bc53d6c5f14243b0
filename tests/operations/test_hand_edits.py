"""Somebody's own work under the name of an output is never overwritten without a copy and a word."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from nq57gen.manifest.looks import digest_of
from nq57gen.operations import render as making
from nq57gen.operations.outcome import State
from nq57gen.operations.paths import find_given
from tests.operations.again import RUN, Project, codes


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose document was made."""
    made = Project(tmp_path)
    assert made.render().state is State.MADE
    return made


def test_an_edited_file_stays_and_the_new_version_stands_beside_it(project: Project) -> None:
    original = project.output.read_bytes()
    edited = project.edit()
    outcome = project.render()
    assert (outcome.state, codes(outcome), outcome.beside) == (State.EDITED, ["K101"], project.aside)
    assert project.output.read_bytes() == edited
    assert project.aside.read_bytes() == original
    hint = outcome.diagnostics[0].hint
    assert "--force" in hint
    assert str(Path("output/.luu")) in hint


def test_it_is_told_again_but_not_made_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.edit()
    project.render()
    before = project.files(), os.stat(project.aside)

    def forbidden(*_: object, **__: object) -> object:
        raise AssertionError("made again")

    monkeypatch.setattr(making, "finish", forbidden)
    outcome = project.render()
    assert (outcome.state, codes(outcome), outcome.beside) == (State.EDITED, ["K101"], project.aside)
    assert (project.files(), os.stat(project.aside)) == before


def test_a_later_spec_replaces_the_new_version_beside(project: Project) -> None:
    edited = project.edit()
    project.render()
    before = project.aside.read_bytes()
    project.change()
    outcome = project.render()
    assert (outcome.state, outcome.reasons) == (State.EDITED, ("đặc tả đã sửa",))
    assert project.aside.read_bytes() != before
    assert project.output.read_bytes() == edited


@pytest.mark.parametrize("kind", ["edited", "unknown", "another program's", "empty"])
def test_without_a_record_a_file_that_is_not_ours_is_not_overwritten(project: Project, kind: str) -> None:
    shutil.rmtree(project.folder / "output/.nq57gen")
    if kind == "edited":
        project.edit()
    else:
        text = {"unknown": b"PK\3\4 something", "another program's": b"%PDF-1.7", "empty": b""}
        project.output.write_bytes(text[kind])
    theirs = project.output.read_bytes()
    outcome = project.render()
    assert (outcome.state, codes(outcome)) == (State.EDITED, ["K101"])
    assert project.output.read_bytes() == theirs


def test_force_keeps_a_dated_copy(project: Project) -> None:
    original = project.output.read_bytes()
    edited = project.edit()
    outcome = project.render(force=True, run=RUN)
    copy = project.folder / "output/.luu/xa/a.20260305-081500.docx"
    assert (outcome.state, outcome.beside) == (State.MADE, copy)
    assert copy.read_bytes() == edited
    assert project.output.read_bytes() == original
    assert project.render().state is State.CURRENT


def test_two_copies_of_one_second_are_both_kept(project: Project) -> None:
    texts = []
    for _ in range(2):
        texts.append(project.edit())
        assert project.render(force=True, run=RUN).state is State.MADE
    copies = sorted((project.folder / "output/.luu/xa").iterdir())
    assert [path.name for path in copies] == ["a.20260305-081500-2.docx", "a.20260305-081500.docx"]
    assert [path.read_bytes() for path in reversed(copies)] == texts


def test_nothing_is_replaced_when_the_copy_cannot_be_kept(project: Project) -> None:
    edited = project.edit()
    (project.folder / "output/.luu").write_text("in the way", encoding="utf-8")
    outcome = project.render(force=True, run=RUN)
    assert outcome.state is State.FAILED
    assert codes(outcome)[0].startswith("F1")
    assert project.output.read_bytes() == edited


def test_force_on_an_untouched_file_keeps_no_copy(project: Project) -> None:
    assert project.render(force=True, run=RUN).beside is None
    assert not (project.folder / "output/.luu").exists()


def test_a_dry_run_tells_of_the_edit_and_writes_nothing(project: Project) -> None:
    project.edit()
    before = project.files()
    outcome = project.render(dry_run=True)
    assert (outcome.state, codes(outcome)) == (State.EDITED, ["K103"])
    assert project.files() == before
    assert project.render(dry_run=True, force=True).state is State.DUE


# --- the ways on


def test_keep_it_elsewhere_and_the_name_is_made_again(project: Project) -> None:
    original = project.output.read_bytes()
    edited = project.edit()
    project.render()
    mine = project.output.with_name("bản của tôi.docx")
    project.output.rename(mine)
    outcome = project.render()
    assert (outcome.state, codes(outcome)) == (State.MADE, [])
    assert project.output.read_bytes() == original
    assert mine.read_bytes() == edited
    assert not project.aside.exists(), "the new version has its own name now"
    assert project.render().state is State.CURRENT


def test_the_new_version_given_the_name_is_the_document(project: Project) -> None:
    project.edit()
    project.change()
    project.render()
    project.aside.replace(project.output)
    assert project.render().state is State.CURRENT
    project.edit()
    assert project.render().state is State.EDITED


def test_the_new_version_that_was_edited_too_is_left_as_well(project: Project) -> None:
    project.edit()
    project.render()
    project.edit(project.aside)
    project.change()
    before = project.files()
    outcome = project.render()
    assert (outcome.state, codes(outcome)) == (State.EDITED, ["K102"])
    assert project.files() == before
    assert project.render(force=True, run=RUN).state is State.MADE
    assert project.aside.read_bytes() != project.output.read_bytes(), "an edited one is not removed"


def test_a_file_saved_by_hand_while_the_new_one_is_made_stays(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, edited = making.finish, list[bytes]()

    def edited_meanwhile(*given: object, **options: object) -> object:
        finished = real(*given, **options)  # type: ignore[arg-type]  # passed through
        edited.append(project.edit())
        return finished

    project.change()
    monkeypatch.setattr(making, "finish", edited_meanwhile)
    assert project.render().state is State.EDITED
    assert project.output.read_bytes() == edited[0]


def test_a_file_saved_by_hand_at_the_last_moment_stays(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, edited = os.fsync, list[bytes]()

    def edited_meanwhile(handle: int) -> None:
        real(handle)
        if not edited:
            edited.append(project.edit())

    project.change()
    monkeypatch.setattr(os, "fsync", edited_meanwhile)
    assert project.render().state is State.EDITED
    assert project.output.read_bytes() == edited[0]
    assert project.aside.is_file()


# --- where files are searched for


def test_new_versions_copies_and_records_are_not_searched(project: Project) -> None:
    project.edit()
    project.render()
    project.render(force=True, run=RUN)
    project.edit()
    project.render()
    assert project.aside.is_file()
    found = find_given(["output"], project.folder)
    assert [Path(one.shown_as).as_posix() for one in found] == ["output/xa/a.docx"]
    assert [one.shown_as for one in find_given([str(project.aside)], project.folder)] == [str(project.aside)]


def test_a_forged_record_does_not_make_a_hand_made_file_one_of_ours(project: Project) -> None:
    project.output.write_bytes(b"made by hand")
    seen = os.stat(project.output)
    said = json.loads(project.record.read_text(encoding="utf-8"))
    said["document"][:3] = seen.st_size, seen.st_mtime_ns, digest_of(b"made by hand")
    said["document"][4:] = seen.st_ctime_ns, seen.st_ino
    project.record.write_text(json.dumps(said), encoding="utf-8")
    project.change()
    outcome = project.render()
    assert (outcome.state, codes(outcome)) == (State.EDITED, ["K101"])
    assert project.output.read_bytes() == b"made by hand"
