"""A template given to check is checked by what comes of it, with places in the template."""

from __future__ import annotations

from pathlib import Path

import pytest

from nq57gen.diagnostics import Diagnostic
from nq57gen.operations.check_template import check_template
from nq57gen.operations.check_word import check_word, mend_jobs, mend_word
from nq57gen.operations.chosen import Chosen
from nq57gen.operations.paths import Given
from nq57gen.writer.package import pack, unpack

TEMPLATE = Path(__file__).resolve().parents[2] / "templates" / "chung" / "van_ban.docx"


def changed(part: str, old: str, new: str, after: str = "") -> bytes:
    """The template with the first ``old`` behind ``after`` replaced."""
    parts = unpack(TEMPLATE.read_bytes())
    text = parts[part].decode()
    at = text.index(old, text.index(after))
    return pack({**parts, part: (text[:at] + new + text[at + len(old) :]).encode()})


def found(data: bytes) -> list[Diagnostic]:
    return list(check_template(data, "van_ban.docx"))


def test_the_template_as_it_is_has_no_finding() -> None:
    assert found(TEMPLATE.read_bytes()) == []


@pytest.mark.parametrize(
    ("tag", "code", "place"),
    [
        ("{{ dia_danh_thoi_gian }}", "ND30-DD-01", "bảng 1, hàng 2, ô 2, đoạn 2"),
        ("{{ ten_loai }}", "ND30-TL-01", "đoạn 1 “{{ ten_loai }}”"),
        ("Kính gửi: {{ kinh_gui | first }}", "ND30-KG-02", "đoạn 5 “Kính gửi: {{ kinh_gui | first }}”"),
        ("Nơi nhận:", "ND30-NN-01", "bảng 2, hàng 1, ô 1, đoạn 1 “Nơi nhận:”"),
        ("{{ nguoi_ky.chuc_vu }}", "ND30-KY-01", "bảng 2, hàng 1, ô 2, đoạn 4 “{{ nguoi_ky.chuc_vu }}”"),
        ("{{ phu_luc.nhan }}", "ND30-PL-03", "đoạn 41 “{{ phu_luc.nhan }}”"),
        ("{{ phu_luc.dong_kem_theo }}", "ND30-PL-05", "đoạn 45 “{{ phu_luc.dong_kem_theo }}”"),
    ],
)
def test_a_paragraph_that_was_made_too_big_is_named(tag: str, code: str, place: str) -> None:
    parts = unpack(TEMPLATE.read_bytes())
    text = parts["word/document.xml"].decode()
    run = f"<w:t>{tag}</w:t>" if f"<w:t>{tag}</w:t>" in text else f'<w:t xml:space="preserve">{tag}</w:t>'
    start = text.rindex("<w:r>", 0, text.index(run))
    big = '<w:r><w:rPr><w:sz w:val="40"/></w:rPr>' + text[start + len("<w:r>") : text.index(run)] + run
    text = text[:start] + big + text[text.index(run) + len(run) :]
    one = next(one for one in found(pack({**parts, "word/document.xml": text.encode()})) if one.code == code)
    assert one.where.startswith(place)
    assert "cỡ 20" in one.message
    assert one.path == "van_ban.docx"


def test_a_style_that_was_spoilt_is_named() -> None:
    data = changed("word/styles.xml", 'w:ascii="Times New Roman"', 'w:ascii="Arial"')
    assert next(one.code for one in found(data)) == "ND30-FONT-01"


def test_broken_tags_are_told_first(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(changed("word/document.xml", "{{ ten_loai }}", "{{ ten_loi }}"))
    assert [one.code for one in check_word(Given(path, "mau.docx", is_word=True), Chosen())] == ["M103"]


def test_a_template_is_recognised_and_never_mended(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(changed("word/document.xml", 'w:left="1701"', 'w:left="1134"'))
    file = Given(path, "mau.docx", is_word=True)
    codes = [one.code for one in check_word(file, Chosen())]
    assert set(codes) == {"ND30-TRANG-03"}
    (job,) = mend_jobs([file], tmp_path, None)
    mended = mend_word(job, Chosen())
    assert not mended.made
    assert [one.code for one in mended.left] == codes
