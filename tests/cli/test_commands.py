"""``render`` and ``check``: exit statuses, what is written, what is printed where."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from nq57gen.checks.content.rule import FAMILIES
from nq57gen.cli import main
from tests.schema.snippets import PLAN, REPORT, changed, line_of

#: The small specs say things that a reader would question.
NOT_CONTENT = ("--ignore", ",".join(FAMILIES))
BAD = changed(PLAN, ("<<bien.so_luot>>", "<<bien.so_luott>>"))
WARNED = changed(
    PLAN, ("truong_hoc: {ten: Các trường học}", "truong_hoc: {ten: Các trường học, ngan: Các trường}")
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, the working folder of the test."""
    folder = tmp_path / "Dự án của tôi"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def put(project: Path, name: str, text: str) -> Path:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def made(project: Path) -> list[str]:
    """All files below the project but the specs and the records."""
    return sorted(
        str(path.relative_to(project))
        for path in project.rglob("*")
        if path.is_file() and path.suffix != ".yaml" and ".nq57gen" not in path.parts
    )


# --- exit statuses


def test_a_good_spec_is_rendered_with_status_0(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(project, "specs/minh-hung/ke-hoach.yaml", PLAN)
    assert main(["render"]) == 0
    out, err = capsys.readouterr()
    assert out == f"output{os.sep}minh-hung{os.sep}ke-hoach.docx\n"
    spec = f"specs{os.sep}minh-hung{os.sep}ke-hoach.yaml"
    assert err.startswith(f"[1/1] {spec}: chưa có tệp kết quả\nĐã tạo 1/1 văn bản trong ")
    assert zipfile.is_zipfile(project / "output/minh-hung/ke-hoach.docx")


def test_a_bad_spec_has_status_1_and_writes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(project, "specs/a.yaml", BAD)
    assert main(["render"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "Đã tạo 0/1 văn bản" in err
    assert "1 đặc tả có lỗi, chưa tạo" in err
    assert made(project) == []


def test_a_bad_spec_does_not_stop_the_others(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(project, "specs/a.yaml", PLAN)
    put(project, "specs/b.yaml", BAD)
    put(project, "specs/c.yaml", REPORT)
    assert main(["render"]) == 1
    assert made(project) == ["output/a.docx", "output/c.docx"]
    assert capsys.readouterr().out.split() == ["output/a.docx", "output/c.docx"]


def test_warnings_do_not_stop_a_document(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(project, "specs/a.yaml", WARNED)
    assert main(["render"]) == 0
    assert "lưu ý N021" in capsys.readouterr().err
    assert made(project) == ["output/a.docx"]
    assert main(["check", *NOT_CONTENT]) == 0
    assert "0 lỗi, 1 lưu ý" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["rende"],
        ["render", "--khong-co"],
        ["render", "-o"],
        ["render", "--format", "xml"],
        ["check", "-o", "x"],
        ["render", "khong-co.yaml"],
        ["render", "specs"],
        ["check", "trong"],
        ["render", "ghi-chu.txt"],
        ["render", "mot", "hai"],
    ],
)
def test_a_wrong_call_has_status_2_and_writes_nothing(
    project: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "trong").mkdir()
    put(project, "ghi-chu.txt", "chữ")
    put(project, "mot/a.yaml", PLAN)
    put(project, "hai/a.yaml", PLAN)
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "gợi ý: " in err
    assert made(project) == ["ghi-chu.txt"]


def test_help_has_status_0_and_is_vietnamese(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert project.is_dir()
    assert main(["render", "--help"]) == 0
    out = capsys.readouterr().out
    assert "cách dùng: nq57gen render" in out
    assert "tùy chọn:" in out


def test_a_bug_has_status_3_and_no_traceback(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from nq57gen.operations import check as module

    def broken(*_: object) -> object:
        raise RuntimeError("hỏng")

    monkeypatch.setattr(module, "understand", broken)
    put(project, "specs/a.yaml", PLAN)
    assert main(["check"]) == 3
    err = capsys.readouterr().err
    assert "lỗi của chương trình: RuntimeError" in err
    assert "Traceback" not in err


# --- where documents go


def test_a_named_folder_is_rendered_with_its_subfolders(project: Path) -> None:
    put(project, "Xã, phường/Minh Hưng/kế hoạch 2026.yaml", PLAN)
    put(project, "Xã, phường/báo cáo.yml", REPORT)
    put(project, "Xã, phường/.nháp/x.yaml", BAD)
    put(project, "Xã, phường/~tạm.yaml", BAD)
    assert main(["render", "Xã, phường", "-o", "Kết quả"]) == 0
    assert [name for name in made(project) if name.endswith("docx")] == [
        "Kết quả/Minh Hưng/kế hoạch 2026.docx",
        "Kết quả/báo cáo.docx",
    ]


def test_a_spec_named_alone_goes_where_the_whole_folder_would_put_it(project: Path) -> None:
    spec = put(project, "specs/minh-hung/a.yaml", PLAN)
    assert main(["render", "specs/minh-hung/a.yaml", str(spec), "specs"]) == 0
    assert made(project) == ["output/minh-hung/a.docx"]


def test_a_spec_outside_the_project_and_an_output_outside_it(project: Path, tmp_path: Path) -> None:
    put(tmp_path, "nơi khác/a.yaml", PLAN)
    assert main(["render", "../nơi khác/a.yaml", "-o", str(tmp_path / "ra")]) == 0
    assert (tmp_path / "ra/a.docx").is_file()
    assert made(project) == []


def test_two_specs_for_one_document_are_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(project, "specs/a.yaml", PLAN)
    put(project, "specs/A.yml", REPORT)
    assert main(["render"]) == 2
    assert "lỗi U004" in capsys.readouterr().err


def test_an_empty_name_is_no_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "specs/a.yaml", PLAN)
    monkeypatch.chdir(tmp_path)
    assert [main([command, ""]) for command in ("render", "check", "verify")] == [2, 2, 2]
    assert not (tmp_path / "output").exists()


def test_the_output_of_render_is_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "specs/a.yaml", PLAN)
    monkeypatch.chdir(tmp_path)
    assert main(["render", "specs/a.yaml", "-o", "ket-qua.docx"]) == 2
    assert "lỗi U014: -o của render là thư mục" in capsys.readouterr().err
    assert not (tmp_path / "ket-qua.docx").exists()


# --- what is already there


@pytest.mark.parametrize("text", [BAD, "a: [\n", "", changed(PLAN, ("mau: dong-nai", "mau: khong-co"))])
def test_an_existing_document_stays_untouched_when_anything_is_wrong(project: Path, text: str) -> None:
    spec = put(project, "specs/a.yaml", PLAN)
    assert main(["render"]) == 0
    before = (project / "output/a.docx").read_bytes()
    spec.write_text(text, encoding="utf-8")
    assert main(["render"]) == 1
    assert (project / "output/a.docx").read_bytes() == before
    assert made(project) == ["output/a.docx"]


def test_an_existing_document_is_replaced_when_all_is_right(project: Path) -> None:
    spec = put(project, "specs/a.yaml", PLAN)
    assert main(["render"]) == 0
    before = (project / "output/a.docx").read_bytes()
    spec.write_text(changed(PLAN, ("so_luot: 75", "so_luot: 76")), encoding="utf-8")
    assert main(["render"]) == 0
    assert (project / "output/a.docx").read_bytes() != before


def test_a_folder_in_the_way_of_a_document_is_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(project, "specs/a.yaml", PLAN)
    (project / "output/a.docx").mkdir(parents=True)
    assert main(["render"]) == 1
    assert "output/a.docx: lỗi F101" in capsys.readouterr().err.replace(os.sep, "/")
    assert made(project) == []


def test_a_folder_that_cannot_be_written_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(project, "specs/a.yaml", PLAN)
    folder = project / "output"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("this user may write anywhere")
        assert main(["render"]) == 1
        assert "lỗi F102" in capsys.readouterr().err
    finally:
        folder.chmod(0o700)
    assert made(project) == []


def test_a_file_in_place_of_the_output_folder_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(project, "specs/a.yaml", PLAN)
    put(project, "output", "chữ")
    assert main(["render"]) == 1
    assert "lỗi F1" in capsys.readouterr().err
    assert (project / "output").read_text(encoding="utf-8") == "chữ"


# --- how specs may be typed


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_spec_from_notepad_gives_the_same_document(project: Path, encoding: str) -> None:
    put(project, "specs/a.yaml", PLAN)
    (project / "specs/b.yaml").write_bytes(PLAN.replace("\n", "\r\n").encode(encoding))
    assert main(["render"]) == 0
    assert (project / "output/a.docx").read_bytes() == (project / "output/b.docx").read_bytes()


def test_a_mistake_in_a_spec_from_notepad_has_its_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "a.yaml").write_bytes(BAD.replace("\n", "\r\n").encode("utf-8-sig"))
    assert main(["check", "a.yaml", "--format", "json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert BAD.split("\n")[found["line"] - 1].startswith("  Tập huấn <<bien.so_luott>>")


def test_a_project_may_bring_its_own_pack(project: Path) -> None:
    put(
        project,
        "templates/rieng/pack.yaml",
        "phien_ban_dac_ta: 1\nten: Riêng\nan_ban: 1\nke_thua: dong-nai\n",
    )
    put(project, "specs/a.yaml", changed(PLAN, ("mau: dong-nai", "mau: rieng")))
    assert main(["render"]) == 0


# --- what is printed


def test_a_finding_shows_its_place_the_line_a_caret_and_a_hint(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(project, "specs/a.yaml", BAD)
    assert main(["check"]) == 1
    out, err = capsys.readouterr()
    assert out == (
        f"specs{os.sep}a.yaml:17:12: lỗi N006: bien không có phần “so_luott” (yeu_cau)\n"
        "   17 |   Tập huấn <<bien.so_luott>> lượt.[^1]\n"
        "      |            ^\n"
        "  gợi ý: ý bạn là so_luot?\n"
    )
    assert "1 lỗi, 0 lưu ý" in err


def test_a_long_line_is_cut_around_the_mistake(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = "chữ " * 60
    put(
        project,
        "specs/a.yaml",
        changed(BAD, ("Tập huấn <<", f"{long}Tập huấn <<"), ("lượt.[^1]", f"lượt.[^1] {long}")),
    )
    assert main(["check"]) == 1
    excerpt, pointer = capsys.readouterr().out.splitlines()[1:3]
    assert len(excerpt) < 130
    assert excerpt[pointer.index("^") :].startswith("<<bien.so_luott>>")


def test_check_prints_one_json_object(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(project, "specs/a.yaml", BAD)
    put(project, "specs/b.yaml", WARNED)
    assert main(["check", "--format", "json", *NOT_CONTENT]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found == {
        "findings": [
            {
                "code": "N006",
                "severity": "error",
                "message": "bien không có phần “so_luott”",
                "hint": "ý bạn là so_luot?",
                "path": f"specs{os.sep}a.yaml",
                "line": 17,
                "column": 12,
                "where": "yeu_cau",
            },
            {
                "code": "N021",
                "severity": "warning",
                "message": "Tên ngắn khai báo ở đây không được in ở đâu cả",
                "hint": "gọi nó trong bài bằng << >>, hoặc bỏ khai báo",
                "path": f"specs{os.sep}b.yaml",
                "line": line_of(WARNED, "Các trường}"),
                "column": 43,
                "where": "phong_ban.truong_hoc.ngan",
            },
        ]
    }


def test_render_prints_one_json_object_with_its_documents(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(project, "specs/a.yaml", BAD)
    put(project, "specs/b.yaml", PLAN)
    assert main(["render", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [finding["code"] for finding in found["findings"]] == ["N006"]
    assert [(item["spec"], item["made"]) for item in found["documents"]] == [
        (f"specs{os.sep}a.yaml", False),
        (f"specs{os.sep}b.yaml", True),
    ]
    assert Path(found["documents"][1]["output"]) == project / "output" / "b.docx"


def test_a_wrong_call_is_json_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert project.is_dir()
    assert main(["check", "khong-co", "--format", "json"]) == 2
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["code"], found["path"], found["line"]) == ("U001", "khong-co", None)


def test_without_findings_json_is_an_empty_list(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(project, "a.yaml", PLAN)
    assert main(["check", "a.yaml", "--format", "json", *NOT_CONTENT]) == 0
    assert json.loads(capsys.readouterr().out) == {"findings": []}


def test_check_writes_nothing(project: Path) -> None:
    put(project, "specs/a.yaml", PLAN)
    assert main(["check"]) == 0
    assert made(project) == []
    shutil.rmtree(project / "specs")
