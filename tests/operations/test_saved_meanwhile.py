"""What is saved while a document is made is seen: no document stays out of date and is called up to date."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from nq57gen.operations import render as making
from nq57gen.operations.handout import make_chunk
from nq57gen.operations.outcome import State, Wanted
from nq57gen.operations.paths import find_jobs
from nq57gen.writer.package import pack, unpack
from tests.operations.again import LONG_AGO, Project
from tests.schema.snippets import PLAN, ROOT, changed

PACK = "phien_ban_dac_ta: 1\nten: R\nan_ban: 1\nke_thua: dong-nai\nphong_ban:\n  phong_vhxh: {ten: %s}\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a pack of its own, whose document was never made; all files are old."""
    made = Project(tmp_path)
    made.write(changed(PLAN, ("mau: dong-nai", "mau: rieng")))
    folder = tmp_path / "templates/rieng"
    folder.mkdir(parents=True)
    save_pack(tmp_path, "Phòng Văn hóa", LONG_AGO)
    shutil.copy(ROOT / "templates/chung/van_ban.docx", folder)
    os.utime(folder / "van_ban.docx", ns=(LONG_AGO, LONG_AGO))
    return made


def save_pack(project: Path, office: str, time: int) -> None:
    file = project / "templates/rieng/pack.yaml"
    file.write_text(PACK % office, encoding="utf-8")
    os.utime(file, ns=(time, time))


def other_pack(project: Path) -> None:
    save_pack(project, "Phòng Xã hội", LONG_AGO + 10**9)


def other_template(project: Path) -> None:
    file = project / "templates/rieng/van_ban.docx"
    parts = unpack(file.read_bytes())
    file.write_bytes(pack({**parts, "word/styles.xml": parts["word/styles.xml"] + b"\n"}))


def nearer_pack(project: Path) -> None:
    """A pack of the project takes the place of a bundled one."""
    folder = project / "templates/dong-nai"
    folder.mkdir()
    text = "phien_ban_dac_ta: 1\nten: R\nan_ban: 1\nke_thua: chung\ntinh: {ten: Đồng Nai, loai: tỉnh}\n"
    office = "phong_ban:\n  cong_an: {ten: Công an địa phương}\n"
    (folder / "pack.yaml").write_text(text + office, encoding="utf-8")


def saved_by(monkeypatch: pytest.MonkeyPatch, step: str, save: Callable[[], object], *, before: bool) -> None:
    """Let ``save`` happen once, ``before`` or after a step of making."""
    real, left = getattr(making, step), [save]

    def stepped(*given: object, **options: object) -> object:
        if before and left:
            left.pop()()
        done = real(*given, **options)
        if left:
            left.pop()()
        return done

    monkeypatch.setattr(making, step, stepped)


def ends_up_right(project: Project) -> None:
    """The next run leaves what a run by force would make, and then nothing is due."""
    project.render()
    found = project.output.read_bytes()
    assert project.render().state is State.CURRENT
    project.render(force=True)
    assert project.output.read_bytes() == found


@pytest.mark.parametrize("save", [other_pack, other_template, nearer_pack])
@pytest.mark.parametrize(
    ("step", "before"),
    [("understand", True), ("understand", False), ("render_bytes", True), ("gate", False)],
)
@pytest.mark.parametrize("known", [False, True])
def test_a_pack_saved_while_a_document_is_made_is_not_lost(
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    save: Callable[[Path], None],
    step: str,
    before: bool,
    known: bool,
) -> None:
    if known:
        project.render()
        project.change()
    with monkeypatch.context() as patched:
        saved_by(patched, step, lambda: save(project.folder), before=before)
        assert project.render(run="1").state is State.MADE
    ends_up_right(project)


@pytest.mark.parametrize("save", [other_pack, other_template])
def test_nor_by_the_first_document_of_a_worker(
    project: Project, monkeypatch: pytest.MonkeyPatch, save: Callable[[Path], None]
) -> None:
    second = project.spec.with_name("b.yaml")
    second.write_bytes(project.spec.read_bytes())
    jobs = find_jobs([], project.folder, project.folder / "output")
    with monkeypatch.context() as patched:
        saved_by(patched, "gate", lambda: save(project.folder), before=True)
        outcomes = make_chunk(jobs, Wanted(project.folder, run="worker"), None)
    assert [one.state for one in outcomes] == [State.MADE, State.MADE]
    second.unlink()
    ends_up_right(project)


def test_a_pack_that_changes_is_taken_as_it_is_in_the_end(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        saved_by(patched, "understand", lambda: other_pack(project.folder), before=False)
        project.render()
    assert "Phòng Xã hội".encode() in unpack(project.output.read_bytes())["word/document.xml"]
    assert project.render().state is State.CURRENT


def test_a_pack_that_breaks_in_the_meantime_is_told(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = project.folder / "templates/rieng/pack.yaml"
    saved_by(monkeypatch, "understand", lambda: file.write_text("ten: [", encoding="utf-8"), before=False)
    outcome = project.render()
    assert outcome.state is State.FAILED
    assert not outcome.internal
