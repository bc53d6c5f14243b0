"""``render`` again, after hand edits, by force, only asked; and ``verify``: statuses and what is printed."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from nq57gen.cli import main
from tests.cli.test_commands import BAD, WARNED, made, put
from tests.operations.again import Project
from tests.schema.snippets import PLAN, changed

SPEC = f"specs{os.sep}xa{os.sep}a.yaml"
OUTPUT = f"output{os.sep}xa{os.sep}a.docx"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Project:
    """A project whose document was made, the working folder of the test."""
    monkeypatch.chdir(tmp_path)
    found = Project(tmp_path)
    assert main(["render"]) == 0
    capsys.readouterr()
    return found


def test_what_is_up_to_date_is_counted_and_not_listed(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert project.output.is_file()
    assert main(["render"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(r"Đã tạo 0/1 văn bản trong \d+,\d giây; 1 văn bản không đổi\.\n", err)


def test_why_a_document_is_made_is_said(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.change()
    assert main(["render"]) == 0
    out, err = capsys.readouterr()
    assert out == f"{OUTPUT}\n"
    assert err.startswith(f"[1/1] {SPEC}: đặc tả đã sửa\nĐã tạo 1/1 văn bản")


def test_only_asked_nothing_is_written(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.change()
    put(project.folder, "specs/b.yaml", PLAN)
    before = project.files()
    assert main(["render", "--dry-run"]) == 0
    out, err = capsys.readouterr()
    assert sorted(out.split()) == sorted([f"output{os.sep}b.docx", OUTPUT])
    assert f"{SPEC}: đặc tả đã sửa\n" in err
    assert "Cần tạo 2/2 văn bản" in err
    assert project.files() == before


def test_a_hand_edit_has_status_1_until_it_is_settled(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    edited = project.edit()
    aside = OUTPUT.replace(".docx", ".moi.docx")
    for _ in range(2):
        assert main(["render"]) == 1
        out, err = capsys.readouterr()
        assert out == f"{aside}\n"
        assert f"{OUTPUT}: lỗi K101: " in err
        assert "1 văn bản đã sửa tay, giữ nguyên" in err
    assert main(["render", "--force"]) == 0
    out, _ = capsys.readouterr()
    name, copy = out.split()
    assert name == OUTPUT
    assert re.fullmatch(r"output.\.luu.xa.a\.\d{8}-\d{6}\.docx", copy)
    assert (project.folder / copy).read_bytes() == edited
    assert made(project.folder) == sorted([copy, OUTPUT])
    assert main(["render"]) == 0


def test_an_edit_does_not_stop_the_others(project: Project) -> None:
    project.edit()
    put(project.folder, "specs/b.yaml", PLAN)
    put(project.folder, "specs/c.yaml", BAD)
    assert main(["render"]) == 1
    assert f"output{os.sep}b.docx" in made(project.folder)


def test_states_and_reasons_are_in_the_json(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.edit()
    project.change()
    put(project.folder, "specs/b.yaml", PLAN)
    put(project.folder, "specs/c.yaml", BAD)
    assert main(["render", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    documents = {Path(one["output"]).name: one for one in found["documents"]}
    assert [(one["state"], one["made"]) for _, one in sorted(documents.items())] == [
        ("edited", False),
        ("made", True),
        ("failed", False),
    ]
    assert documents["a.docx"]["reasons"] == ["đặc tả đã sửa"]
    assert documents["a.docx"]["beside"] == str(project.aside)
    assert documents["b.docx"]["beside"] is None
    assert {one["code"] for one in found["findings"]} == {"K101", "N006"}


def test_warnings_are_said_again(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.write(WARNED)
    for _ in range(2):
        assert main(["render"]) == 0
        assert "lưu ý N021" in capsys.readouterr().err


def test_check_of_the_output_folder_sees_documents_only(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.edit()
    assert main(["render"]) == 1
    capsys.readouterr()
    main(["check", "output"])
    assert "0 đặc tả" not in (err := capsys.readouterr().err)
    assert "1 tệp Word" in err


# --- verify


def test_an_exact_file_is_said_to_be(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert project.output.is_file()
    assert main(["verify", OUTPUT]) == 0
    out, err = capsys.readouterr()
    assert out == f"{OUTPUT}: đúng như specs/xa/a.yaml tạo ra\n"
    assert err.startswith("1/1 tệp đúng")


def test_a_file_that_differs_has_status_1_and_says_where(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.edit()
    other = project.folder / "khac.docx"
    other.write_bytes(b"PK")
    assert main(["verify", OUTPUT, "khac.docx"]) == 1
    out, err = capsys.readouterr()
    assert f"{OUTPUT}: lỗi K202" in out
    assert "khac.docx: lỗi F120" in out
    assert err.startswith("0/2 tệp đúng")


def test_verify_prints_one_json_object(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", OUTPUT, "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["verified"]
    assert (found["file"], found["spec"], found["exact"]) == (OUTPUT, "specs/xa/a.yaml", True)
    project.write(changed(PLAN, ("so_luot: 75", "so_luot: 76")))
    assert main(["verify", OUTPUT, "--format", "json", "--spec", SPEC]) == 1
    printed = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in printed["findings"]] == ["K204"]
    assert not printed["verified"][0]["exact"]


@pytest.mark.parametrize(
    "arguments", [["verify"], ["verify", "khong-co.docx"], ["verify", OUTPUT, OUTPUT, "--spec", SPEC]]
)
def test_a_wrong_call_of_verify_has_status_2(project: Project, arguments: list[str]) -> None:
    assert project.output.is_file()
    assert main(arguments) == 2
