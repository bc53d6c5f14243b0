"""A rendered document that breaks the layout decree is not written: somebody changed the template."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nq57gen.checks.content.rule import FAMILIES
from nq57gen.diagnostics import Severity
from nq57gen.operations.check import check
from nq57gen.operations.chosen import Chosen
from nq57gen.operations.outcome import Outcome, Wanted
from nq57gen.operations.paths import Given, Job, find_given
from nq57gen.operations.regenerate import regenerate
from nq57gen.writer.package import pack, unpack
from tests.schema.snippets import PLAN

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
#: ``render`` has nothing to say of the content.
LAYOUT_ONLY = Chosen(ignore=frozenset(FAMILIES))
#: A plan whose words break a rule, whatever its template.
BAD_WORDS = PLAN.replace("Số hóa hồ sơ", "Số hóa hồ sơ của Ủy Ban Nhân Dân tỉnh Đồng Nai")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a template of its own."""
    shutil.copytree(TEMPLATES / "chung", tmp_path / "templates" / "chung")
    return tmp_path


def change_template(project: Path, part: str, old: str, new: str, times: int = -1) -> None:
    template = project / "templates" / "chung" / "van_ban.docx"
    parts = unpack(template.read_bytes())
    text = parts[part].decode()
    assert old in text
    template.write_bytes(pack({**parts, part: text.replace(old, new, times).encode()}))


def rendered(project: Path, text: str = PLAN) -> Outcome:
    spec = project / "a.yaml"
    spec.write_text(text, encoding="utf-8")
    return regenerate(Job(spec, "a.yaml", project / "a.docx"), Wanted(project))


def test_the_template_as_it_is_passes(project: Path) -> None:
    outcome = rendered(project)
    assert outcome.made
    assert outcome.diagnostics == ()


@pytest.mark.parametrize(
    ("part", "old", "new", "code", "place"),
    [
        ("word/document.xml", 'w:left="1701"', 'w:left="1134"', "ND30-TRANG-03", "phần 1, theo ngắt phần"),
        ("word/document.xml", 'w:w="11906"', 'w:w="12240"', "ND30-TRANG-01", "phần 1, theo ngắt phần"),
        (
            "word/document.xml",
            "Độc lập - Tự do",
            "Độc lập – Tự do",
            "ND30-TN-01",
            "bảng 1, hàng 1, ô 2, đoạn 6 “Độc lập – Tự do - Hạnh phúc”, kiểu “Tiêu ngữ”",
        ),
        ("word/styles.xml", 'w:ascii="Times New Roman"', 'w:ascii="Arial"', "ND30-FONT-01", "{{ dong }}"),
    ],
)
def test_a_template_changed_against_the_decree_stops_the_document(
    project: Path, part: str, old: str, new: str, code: str, place: str
) -> None:
    change_template(project, part, old, new)
    outcome = rendered(project)
    assert not outcome.made
    assert not outcome.internal
    assert not (project / "a.docx").exists()
    found = [one for one in outcome.diagnostics if one.code == code]
    assert found
    assert {one.path for one in found} == {"templates/chung/van_ban.docx"}
    assert place in found[0].where


def test_the_words_of_the_spec_stay_the_fault_of_the_spec(project: Path) -> None:
    change_template(project, "word/document.xml", 'w:left="1701"', 'w:left="1134"')
    outcome = rendered(project, BAD_WORDS)
    assert {one.path for one in outcome.diagnostics} == {"templates/chung/van_ban.docx", "a.yaml"}


@pytest.mark.parametrize(
    "recipient",
    [
        '"Lưu VT"',
        '"- Lưu VT;"',
        '"Lưu VT, VHXH, phòng Kinh tế"',
        "Lưu VT, <<don_vi.loai>>",
        "Lưu <<bien.vt>>",
    ],
)
def test_a_wrong_recipient_is_found_at_its_line(project: Path, recipient: str) -> None:
    text = PLAN.replace('  - "Lưu: VT"', f"  - <<don_vi.ten>>\n  - {recipient}")
    if "bien.vt" in recipient:
        text = text.replace("bien:\n", "bien:\n  vt: VT\n")
    (found,) = [one for one in rendered(project, text).diagnostics if one.code == "ND30-NN-03"]
    assert found.source_line == f"  - {recipient}"


def test_a_spec_passes_check_only_if_render_accepts_it(project: Path) -> None:
    spec = project / "a.yaml"
    given = Given(spec, "a.yaml", is_word=False)
    assert rendered(project).diagnostics == check(given, project, LAYOUT_ONLY)
    bad = rendered(project, BAD_WORDS)
    assert not bad.made
    assert bad.diagnostics == check(given, project, LAYOUT_ONLY)
    change_template(project, "word/document.xml", 'w:left="1701"', 'w:left="1134"')
    broken = rendered(project)
    assert not broken.made
    assert broken.diagnostics == check(given, project, LAYOUT_ONLY)


def test_warnings_of_the_layout_are_left_to_check(project: Path) -> None:
    change_template(project, "word/styles.xml", '<w:sz w:val="26"/>', '<w:sz w:val="24"/>', times=1)
    outcome = rendered(project)
    assert outcome.made
    assert all(one.severity is Severity.WARNING for one in outcome.diagnostics)
    assert not any(one.code.startswith("ND30") for one in outcome.diagnostics)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (bytes.fromhex("D0CF11E0A1B11AE1") + "WordDocument".encode("utf-16-le"), "D001"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"), "D002"),
        (b"%PDF-1.7", "D003"),
        (b"", "D003"),
        (b"PK\x03\x04 broken", "D004"),
        (pack({"a.txt": b"x"}), "D003"),
    ],
)
def test_a_template_that_is_no_word_file_is_told_as_check_tells_it(
    project: Path, content: bytes, code: str
) -> None:
    template = project / "templates" / "chung" / "van_ban.docx"
    template.write_bytes(content)
    outcome = rendered(project)
    assert [(one.code, one.path) for one in outcome.diagnostics] == [(code, "templates/chung/van_ban.docx")]


@pytest.mark.parametrize("name", ["mau.dotx", "mau.docm", "mau.dotm"])
def test_a_pack_may_have_a_template_of_another_kind(project: Path, name: str) -> None:
    pack_file = project / "templates" / "chung" / "pack.yaml"
    pack_file.write_text(pack_file.read_text("utf-8").replace("van_ban.docx", name), "utf-8")
    template = project / "templates" / "chung" / "van_ban.docx"
    content = unpack(template.read_bytes())
    kind = {
        "mau.dotx": b"openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "mau.docm": b"ms-word.document.macroEnabled.main+xml",
        "mau.dotm": b"ms-word.template.macroEnabledTemplate.main+xml",
    }[name]
    content["[Content_Types].xml"] = content["[Content_Types].xml"].replace(
        b"openxmlformats-officedocument.wordprocessingml.document.main+xml", kind
    )
    template.with_name(name).write_bytes(pack(content))
    template.unlink()
    assert rendered(project).diagnostics == ()
    assert b"document.main+xml" in unpack((project / "a.docx").read_bytes())["[Content_Types].xml"]
    (given,) = find_given([f"templates/chung/{name}"], project)
    assert check(given, project, LAYOUT_ONLY) == ()
