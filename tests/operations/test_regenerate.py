"""Only what is out of date is made, and why is said; a lost record costs time and nothing else."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from nq57gen import __version__
from nq57gen.operations import inputs, kept
from nq57gen.operations import render as making
from nq57gen.operations.outcome import State, Wanted
from nq57gen.operations.paths import Job, find_jobs
from nq57gen.operations.regenerate import regenerate, settled
from nq57gen.writer.package import pack, unpack
from tests.operations.again import LONG_AGO, OUTPUT, Project
from tests.schema.snippets import PLAN, ROOT, changed

WARNED = changed(
    PLAN, ("truong_hoc: {ten: Các trường học}", "truong_hoc: {ten: Các trường học, ngan: Các trường}")
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose document was never made."""
    return Project(tmp_path)


def own_pack(project: Project, name: str) -> Path:
    """A pack of the project's own that inherits from the bundled one; its folder."""
    folder = project.folder / "templates" / name
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(
        "phien_ban_dac_ta: 1\nten: R\nan_ban: 1\nke_thua: dong-nai\n", encoding="utf-8"
    )
    return folder


def test_what_was_made_is_not_made_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    first = project.render()
    assert (first.state, first.reasons) == (State.MADE, ("chưa có tệp kết quả",))
    before = os.stat(project.output)

    def forbidden(*_: object, **__: object) -> object:
        raise AssertionError("made again")

    monkeypatch.setattr(making, "finish", forbidden)
    second = project.render()
    assert (second.state, second.reasons, second.diagnostics) == (State.CURRENT, (), ())
    assert os.stat(project.output) == before


def test_a_changed_spec_is_a_reason(project: Project) -> None:
    project.render()
    before = project.files()
    project.change()
    outcome = project.render()
    assert (outcome.state, outcome.reasons) == (State.MADE, ("đặc tả đã sửa",))
    assert project.files().keys() == before.keys()
    assert project.files() != before
    assert project.render().state is State.CURRENT


def test_a_change_that_keeps_the_size_and_the_age_of_the_record_is_seen(project: Project) -> None:
    project.render()
    seen = os.stat(project.record).st_mtime_ns
    project.write(changed(PLAN, ("so_luot: 75", "so_luot: 76")))
    os.utime(project.spec, ns=(seen, seen))
    assert project.render().reasons == ("đặc tả đã sửa",)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no time of the last change that stays")
def test_a_change_that_keeps_size_and_time_is_seen(project: Project) -> None:
    project.render()
    before = os.stat(project.spec)
    project.spec.write_text(changed(PLAN, ("so_luot: 75", "so_luot: 76")), encoding="utf-8")
    os.utime(project.spec, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = os.stat(project.spec)
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert project.render().reasons == ("đặc tả đã sửa",)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no time of the last change that stays")
def test_work_by_hand_that_keeps_size_and_time_is_seen(project: Project) -> None:
    project.render()
    before = os.stat(project.output)
    data = bytearray(project.output.read_bytes())
    data[-30] ^= 1
    project.output.write_bytes(data)
    os.utime(project.output, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert project.render().state is State.EDITED
    assert project.output.read_bytes() == data


def test_what_was_written_is_not_opened_the_next_time(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.render()
    record = project.record.read_bytes()

    def forbidden(data: bytes) -> str:
        raise AssertionError("opened")

    monkeypatch.setattr(kept, "digest_of", forbidden)
    assert project.render().state is State.CURRENT
    assert project.record.read_bytes() == record


def test_a_file_that_was_touched_and_is_the_same_is_no_reason(project: Project) -> None:
    project.render()
    for path in (project.spec, project.output):
        os.utime(path, ns=(LONG_AGO - 1, LONG_AGO - 1))
    assert project.render().state is State.CURRENT
    refreshed = project.record.read_text(encoding="utf-8")
    assert refreshed.count(str(LONG_AGO - 1)) == 2
    record = os.stat(project.record)
    assert project.render().state is State.CURRENT
    assert os.stat(project.record) == record


def test_a_missing_file_is_made(project: Project) -> None:
    project.render()
    before = project.files()
    project.output.unlink()
    outcome = project.render()
    assert (outcome.state, outcome.reasons) == (State.MADE, ("chưa có tệp kết quả",))
    assert project.files() == before


def test_another_version_of_the_program_is_a_reason(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.render()
    monkeypatch.setattr(inputs, "program", lambda: ("99.1", "code"))
    outcome = project.render(dry_run=True)
    assert outcome.reasons == (f"chương trình đổi từ bản {__version__} sang bản 99.1",)


def test_other_code_is_a_reason_and_the_same_bytes_stay(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.render()
    before = os.stat(project.output)
    monkeypatch.setattr(inputs, "program", lambda: ("0.1.0", "other code"))
    outcome = project.render()
    assert (outcome.state, outcome.reasons) == (State.CURRENT, ("mã của chương trình đã đổi",))
    assert os.stat(project.output) == before


def test_a_changed_pack_is_a_reason(project: Project) -> None:
    folder = own_pack(project, "rieng")
    project.write(changed(PLAN, ("mau: dong-nai", "mau: rieng")))
    project.render()
    assert project.render().state is State.CURRENT
    with (folder / "pack.yaml").open("a", encoding="utf-8") as file:
        file.write("# ấn bản sau\n")
    assert project.render().reasons == ("mẫu rieng đã đổi: pack.yaml",)


def test_a_changed_word_template_is_a_reason(project: Project) -> None:
    folder = own_pack(project, "rieng")
    template = folder / "van_ban.docx"
    shutil.copy(ROOT / "templates/chung/van_ban.docx", template)
    project.write(changed(PLAN, ("mau: dong-nai", "mau: rieng")))
    project.render()
    template.write_bytes(template.read_bytes())
    os.utime(template, ns=(LONG_AGO, LONG_AGO))
    assert project.render().state is State.CURRENT
    parts = unpack(template.read_bytes())
    template.write_bytes(pack({**parts, "word/styles.xml": parts["word/styles.xml"] + b"\n"}))
    assert project.render().reasons == ("mẫu rieng đã đổi: van_ban.docx",)


def test_a_pack_that_appears_before_the_bundled_one_is_noticed(project: Project) -> None:
    project.render()
    shutil.copytree(ROOT / "templates/dong-nai", project.folder / "templates/dong-nai")
    assert project.render().reasons == ("mẫu dong-nai đã đổi: có thêm pack.yaml",)
    assert project.render().state is State.CURRENT


@pytest.mark.parametrize("ending", ["docx", "dotx", "docm"])
def test_a_word_template_that_appears_in_a_nearer_pack_is_noticed(project: Project, ending: str) -> None:
    folder = own_pack(project, "rieng")
    project.write(changed(PLAN, ("mau: dong-nai", "mau: rieng")))
    project.render()
    shutil.copy(ROOT / "templates/chung/van_ban.docx", folder / f"van_ban.{ending}")
    assert project.render().reasons == (f"mẫu rieng đã đổi: có thêm van_ban.{ending}",)
    assert project.render().state is State.CURRENT


def test_a_pack_that_is_gone_is_noticed(project: Project) -> None:
    folder = own_pack(project, "rieng")
    project.write(changed(PLAN, ("mau: dong-nai", "mau: rieng")))
    project.render()
    shutil.rmtree(folder)
    outcome = project.render()
    assert outcome.state is State.FAILED
    assert [one.code for one in outcome.diagnostics] == ["M001"]
    assert project.output.is_file()


def test_a_record_of_another_spec_is_no_proof(project: Project) -> None:
    project.render()
    other = project.folder / "specs/xa/b.yaml"
    other.write_text(changed(PLAN, ("so_luot: 75", "so_luot: 80")), encoding="utf-8")
    outcome = regenerate(
        Job(other, "specs/xa/b.yaml", project.output, project.folder / "output"), Wanted(project.folder)
    )
    assert (outcome.state, outcome.reasons) == (State.MADE, ("lần trước tạo từ đặc tả specs/xa/a.yaml",))


@pytest.mark.parametrize("damage", ["gone", "empty", "garbage"])
def test_a_lost_record_costs_time_only(project: Project, damage: str) -> None:
    project.render()
    before, seen = project.files(), os.stat(project.output)
    if damage == "gone":
        shutil.rmtree(project.folder / "output/.nq57gen")
    else:
        project.record.write_text("" if damage == "empty" else '{"format": 1, "inputs": 3}', encoding="utf-8")
    outcome = project.render()
    assert (outcome.state, outcome.diagnostics) == (State.CURRENT, ())
    assert project.files() == before
    assert os.stat(project.output) == seen
    assert project.render().reasons == ()


def test_a_lost_record_and_a_changed_spec_replace_the_untouched_file(project: Project) -> None:
    project.render()
    before = project.output.read_bytes()
    shutil.rmtree(project.folder / "output/.nq57gen")
    project.change()
    outcome = project.render()
    assert outcome.state is State.MADE
    assert outcome.beside is not None, "it may be another document of ours: a copy is kept"
    assert outcome.beside.read_bytes() == before
    assert project.output.read_bytes() != before


def test_an_older_file_that_was_put_back_is_replaced(project: Project) -> None:
    project.render()
    older = project.output.read_bytes()
    project.change()
    project.render()
    newest = project.files()
    project.output.write_bytes(older)
    outcome = project.render()
    assert (outcome.state, outcome.reasons) == (State.MADE, ("tệp kết quả không phải bản mới nhất",))
    assert newest.items() < project.files().items(), "and a copy of the older one"


def test_a_run_that_was_killed_before_its_record_is_taken_up(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.render()
    project.change()
    with monkeypatch.context() as patched:
        patched.setattr("nq57gen.operations.regenerate._write", lambda *_: ())
        assert project.render().state is State.MADE
    made = project.files()
    outcome = project.render()
    assert (outcome.state, outcome.diagnostics) == (State.CURRENT, ())
    assert project.files() == made
    assert project.render().reasons == ()


def test_force_makes_what_is_up_to_date(project: Project) -> None:
    project.render()
    before = project.files()
    outcome = project.render(force=True)
    assert (outcome.state, outcome.reasons, outcome.beside) == (
        State.MADE,
        ("yêu cầu làm lại (--force)",),
        None,
    )
    assert project.files() == before


def test_a_dry_run_tells_and_writes_nothing(project: Project) -> None:
    outcome = project.render(dry_run=True)
    assert (outcome.state, outcome.reasons) == (State.DUE, ("chưa có tệp kết quả",))
    assert not (project.folder / "output").exists()
    project.render()
    project.change()
    before = project.files(), os.stat(project.record)
    assert project.render(dry_run=True).reasons == ("đặc tả đã sửa",)
    assert project.render(dry_run=True, force=True).state is State.DUE
    assert (project.files(), os.stat(project.record)) == before


def test_warnings_are_told_again_when_nothing_is_made(project: Project) -> None:
    project.write(WARNED)
    first, second = project.render(), project.render()
    assert (first.state, second.state) == (State.MADE, State.CURRENT)
    assert [one.code for one in first.diagnostics] == ["N021"]
    assert second.diagnostics == first.diagnostics


def test_a_failed_spec_leaves_file_and_record_and_fails_again(project: Project) -> None:
    project.render()
    before = project.files()
    project.write(changed(PLAN, ("<<bien.so_luot>>", "<<bien.so_luott>>")))
    for _ in range(2):
        outcome = project.render()
        assert outcome.state is State.FAILED
        assert [one.code for one in outcome.diagnostics] == ["N006"]
    assert project.files() == before
    project.write(PLAN)
    assert project.render().state is State.CURRENT


def test_a_spec_saved_while_its_document_is_made_is_due_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = making.finish

    def saved_meanwhile(*given: object, **options: object) -> object:
        finished = real(*given, **options)  # type: ignore[arg-type]  # passed through
        project.change()
        return finished

    with monkeypatch.context() as patched:
        patched.setattr(making, "finish", saved_meanwhile)
        assert project.render().state is State.MADE
    assert project.render().reasons == ("đặc tả đã sửa",)


def test_a_record_that_cannot_be_written_is_a_warning(project: Project) -> None:
    (project.folder / "output").mkdir()
    (project.folder / "output/.nq57gen").write_text("in the way", encoding="utf-8")
    outcome = project.render()
    assert outcome.state is State.MADE
    assert [one.code for one in outcome.diagnostics] == ["K112"]
    assert project.output.is_file()


def test_a_lock_of_word_is_a_warning_when_the_file_was_replaced(project: Project) -> None:
    project.render()
    lock = project.output.with_name("~$a.docx")
    lock.write_bytes(b"")
    assert project.render().diagnostics == ()
    project.change()
    outcome = project.render()
    assert outcome.state is State.MADE
    assert [(one.code, one.path) for one in outcome.diagnostics] == [("K110", str(Path(OUTPUT)))]
    assert lock.name in outcome.diagnostics[0].message


def test_only_what_is_settled_has_an_outcome_without_work(project: Project) -> None:
    job = Job(project.spec, "specs/xa/a.yaml", project.output, project.folder / "output")
    wanted = Wanted(project.folder)
    assert settled(job, wanted) is None
    project.render()
    outcome = settled(job, wanted)
    assert outcome is not None
    assert outcome.state is State.CURRENT


def test_a_moved_project_is_still_up_to_date(project: Project, tmp_path: Path) -> None:
    project.render()
    moved = tmp_path / "chuyển đi"
    moved.mkdir()
    for name in ("specs", "output"):
        shutil.copytree(project.folder / name, moved / name)
    (job,) = find_jobs([], moved, moved / "output")
    assert regenerate(job, Wanted(moved)).state is State.CURRENT
