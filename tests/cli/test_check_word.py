"""``check`` of Word files: what is looked at, what is printed, and the mended copy of ``--fix``."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from nq57gen.checks.content.rule import FAMILIES
from nq57gen.checks.layout.rule import edit
from nq57gen.cli import main
from nq57gen.fixing.fix import fix
from nq57gen.writer.package import pack, unpack
from tests.checks.edits import apply
from tests.checks.good import bases, other
from tests.schema.snippets import PLAN

GOOD = "ke_hoach"
#: These documents are right in their layout; what they say is another matter.
LAYOUT_ONLY = ("--ignore", ",".join(FAMILIES))
WIDE = edit("national_name", "cỡ 14", size=14)
NAMED = edit("full_name", "có học vị", text="ThS. Nguyễn Văn Diễn")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a correct document and one with two mistakes, one of them for people."""
    monkeypatch.chdir(tmp_path)
    files = tmp_path / "văn bản"
    files.mkdir()
    (files / "tốt.docx").write_bytes(bases()[GOOD])
    (files / "sai.docx").write_bytes(apply(apply(bases()[GOOD], WIDE), NAMED))
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["check", *arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    status, out, _ = run(capsys, *arguments, "--format", "json")
    return status, json.loads(out)


# --- what is looked at


def test_a_correct_file_has_status_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "văn bản/tốt.docx", *LAYOUT_ONLY) == (0, "", "Đã xem 1 tệp Word: 0 lỗi, 0 lưu ý.\n")


def test_a_finding_is_printed_with_place_clause_and_hint(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "văn bản/sai.docx", "--select", "ND30-QH-01")
    assert status == 1
    assert out == (
        "văn bản/sai.docx: lỗi ND30-QH-01: Quốc hiệu in hoa, đứng, đậm, cỡ 12-13, canh giữa cột phải của "
        "trang đầu; ở đây: cỡ 14 (NĐ 30, PL I, Phần I, Mục II.1.a) "
        "(bảng 1, hàng 1, ô 2, đoạn 1: “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”)\n"
        "  gợi ý: chọn dòng Quốc hiệu, đặt cỡ 13, đậm, đứng, không gạch chân\n"
    )
    assert err == "Đã xem 1 tệp Word: 1 lỗi, 0 lưu ý.\n"


def test_json_gives_the_place_and_no_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = as_json(capsys, "văn bản/sai.docx", "--select", "ND30-KY-02")
    assert status == 1
    (finding,) = found["findings"]
    assert set(finding) == {"code", "severity", "message", "hint", "path", "line", "column", "where"}
    assert (finding["code"], finding["severity"]) == ("ND30-KY-02", "error")
    assert (finding["line"], finding["column"]) == (None, None)
    assert finding["path"] == "văn bản/sai.docx"
    assert finding["where"].startswith("bảng 2, hàng 1, ô 2, ")


def test_a_folder_gives_its_specs_and_its_word_files(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "văn bản" / "a.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "văn bản" / "~$sai.docx").write_bytes(b"lock of Word")
    status, out, err = run(capsys, "văn bản", *LAYOUT_ONLY)
    assert status == 1
    assert err == "Đã xem 1 đặc tả, 2 tệp Word: 2 lỗi, 1 lưu ý.\n"
    assert {line.split(":")[0] for line in out.splitlines() if not line.startswith(" ")} == {
        f"văn bản{os.sep}sai.docx"
    }


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.doc", bytes.fromhex("D0CF11E0A1B11AE1") + "WordDocument".encode("utf-16-le"), "D001"),
        ("a.docx", b"%PDF-1.7", "D003"),
        ("a.docx", b"PK\x03\x04 broken", "D004"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_whatever_is_selected(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, code: str
) -> None:
    (folder / name).write_bytes(data)
    status, out, _ = run(capsys, name, "--select", "ND30-QH-01")
    assert status == 1
    assert out.startswith(f"{name}: lỗi {code}: ")


def test_notices_of_reading_are_warnings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parts = unpack(bases()[GOOD])
    main_part = parts["word/document.xml"].decode()
    tracked = re.sub(r"(<w:r><w:t>)", r'<w:ins w:id="9" w:author="A"><w:r/></w:ins>\1', main_part, count=1)
    assert tracked != main_part
    (folder / "a.docx").write_bytes(pack({**parts, "word/document.xml": tracked.encode()}))
    status, out, _ = run(capsys, "a.docx")
    assert status == 0
    assert out.startswith("a.docx: lưu ý D101: ")


# --- which codes


def test_codes_can_be_ignored(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, found = as_json(capsys, "văn bản/sai.docx", "--ignore", "ND30-QH-01,nd30-ky-02")
    assert {finding["severity"] for finding in found["findings"]} <= {"warning"}


def test_an_unknown_code_is_wrong_usage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "văn bản", "--ignore", "ND30-QH-99", "--select", "ND30-QH-01,ABC")
    assert status == 2
    assert re.findall(r"U007: (.*)", err) == [
        "--ignore: không có mã “ND30-QH-99”",
        "--select: không có mã “ABC”",
    ]


def test_findings_of_specs_are_chosen_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yaml").write_text(PLAN.replace('  - "Lưu: VT"\n', ""), encoding="utf-8")
    assert "N030" in run(capsys, "a.yaml")[1]
    assert run(capsys, "a.yaml", "--ignore", "N030")[1] == ""


# --- the mended copy


def test_fix_writes_a_mended_copy_and_says_what_it_did(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    original = (folder / "văn bản" / "sai.docx").read_bytes()
    status, out, err = run(capsys, "văn bản/sai.docx", "--fix", *LAYOUT_ONLY)
    copy = folder / "văn bản" / "sai.sua.docx"
    assert status == 1
    assert (folder / "văn bản" / "sai.docx").read_bytes() == original
    assert copy.read_bytes() == fix(original, "sai.docx").data
    lines = out.splitlines()
    assert lines[0] == (
        "văn bản/sai.docx: đã sửa ND30-QH-01: cỡ 14 → cỡ 13 "
        "(bảng 1, hàng 1, ô 2, đoạn 1: “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”)"
    )
    assert any(line.startswith("văn bản/sai.sua.docx: lỗi ND30-KY-02: ") for line in lines)
    assert lines[-1] == "văn bản/sai.sua.docx"
    assert err == "văn bản/sai.docx: sửa 1 chỗ, ghi ra văn bản/sai.sua.docx; còn 1 lỗi, 0 lưu ý.\n"


def test_fix_with_everything_mended_has_status_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.docx").write_bytes(apply(bases()[GOOD], WIDE))
    status, found = as_json(capsys, "a.docx", "--fix", "-o", "b.docx")
    assert status == 0
    (copy,) = found["mended"]
    assert (copy["file"], copy["output"], copy["made"]) == ("a.docx", "b.docx", True)
    assert [(change["code"], change["from"], change["to"]) for change in copy["changes"]] == [
        ("ND30-QH-01", "cỡ 14", "cỡ 13")
    ]
    assert (folder / "b.docx").is_file()
    assert run(capsys, "b.docx")[0] == 0


def test_fix_without_anything_to_mend_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "văn bản/tốt.docx", "--fix", *LAYOUT_ONLY)
    assert (status, out) == (0, "")
    assert err == "văn bản/tốt.docx: sửa 0 chỗ, không ghi tệp nào; còn 0 lỗi, 0 lưu ý.\n"
    assert not (folder / "văn bản" / "tốt.sua.docx").exists()


def test_fix_mends_only_what_is_chosen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "văn bản/sai.docx", "--fix", "--ignore", "ND30-QH-01")
    assert status == 1
    assert "không ghi tệp nào" in err


def test_a_copy_that_is_there_is_not_replaced_unless_it_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = folder / "văn bản" / "sai.sua.docx"
    copy.write_bytes(b"somebody's work")
    status, _, err = run(capsys, "văn bản/sai.docx", "--fix")
    assert (status, copy.read_bytes()) == (2, b"somebody's work")
    assert "U008" in err
    assert run(capsys, "văn bản/sai.docx", "--fix", "-o", "văn bản/sai.sua.docx")[0] == 1
    assert copy.read_bytes() != b"somebody's work"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("văn bản/sai.docx", "--fix", "-o", "văn bản/sai.docx"), "U011"),
        (("văn bản/sai.docx", "--fix", "-o", "văn bản/../văn bản/sai.docx"), "U011"),
        (("văn bản", "--fix", "-o", "b.docx"), "U010"),
        (("văn bản/sai.docx", "-o", "b.docx"), "U010"),
        (("a.yaml", "--fix"), "U009"),
        (("a.xlsx",), "U005"),
        (("trống",), "U006"),
        (("không có.docx",), "U001"),
    ],
)
def test_wrong_calls_have_status_2_and_change_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: str
) -> None:
    (folder / "a.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "a.xlsx").write_bytes(b"")
    (folder / "trống").mkdir()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    status, out, err = run(capsys, *arguments)
    assert status == 2
    assert out == ""
    assert f"lỗi {code}: " in err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_file_that_cannot_be_mended_is_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    strict = unpack(other("ke_hoach-styles-table-border"))
    main_part = strict["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    (folder / "a.docx").write_bytes(pack({**strict, "word/document.xml": main_part}))
    status, out, err = run(capsys, "a.docx", "--fix")
    assert status == 1
    assert out.startswith("a.docx: lỗi F132: ")
    assert "không ghi tệp nào" in err
