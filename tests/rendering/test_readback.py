"""The finished file is compared with the model; a template that loses or adds text is found out."""

from __future__ import annotations

import pytest

from nq57gen.errors import InternalError, InvalidInput
from nq57gen.model.document import Run
from nq57gen.rendering.readback import check_result
from nq57gen.rendering.template_check import checked_template
from nq57gen.writer import unpack
from tests.rendering.build import TEMPLATE, appendix, document, full_document, paragraph, row, table
from tests.rendering.opened import edited, rendered, texts


def found(*replacements: tuple[str, str], part: str = "word/document.xml") -> list[tuple[str, str]]:
    """Change the text of a finished file; return the (code, message) of what the read-back finds."""
    model = document(
        paragraph("Một"),
        paragraph("Hai"),
        table([1, 1], row("ô một", "ô hai")),
        paragraph((Run("Ba"), Run("", note=1), Run(" bốn"))),
        appendices=(appendix("Phụ lục", paragraph("Hết./."), end_mark=""),),
        footnotes=("Chú thích",),
    )
    parts = unpack(rendered(model))
    text = parts[part].decode()
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new, 1)
    checked = checked_template(TEMPLATE.read_bytes(), "van_ban.docx")
    try:
        changed = {name: (content,) for name, content in {**parts, part: text.encode()}.items()}
        check_result(changed, model, checked.facts, tuple(spot.text for spot in checked.spots))
    except InternalError as error:
        return [(problem.code, problem.message) for problem in error.diagnostics]
    return []


def test_a_right_file_has_nothing_to_report() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ([("<w:t>Một</w:t>", "<w:t></w:t>")], {"R101", "R102"}),  # lost: what follows stands out of order
        ([("<w:t>Hết./.</w:t>", "<w:t></w:t>")], {"R101"}),
        ([("<w:t>Một</w:t>", "<w:t>x</w:t>"), ("<w:t>Hai</w:t>", "<w:t>Một</w:t>")], {"R101", "R102"}),
        (
            [
                (
                    "<w:t>Một</w:t></w:r></w:p>",
                    "<w:t>Một</w:t></w:r></w:p><w:p><w:r><w:t>Một</w:t></w:r></w:p>",
                )
            ],
            {"R102"},
        ),
        ([("<w:t>Hai</w:t>", "<w:t>Hai </w:t>")], {"R101", "R102"}),
        ([("<w:t>ô hai</w:t>", "<w:t>ô</w:t>")], {"R101", "R102"}),
        ([(">Phụ lục</w:t>", ">Phụ lục I</w:t>")], {"R101", "R102"}),
        ([('xml:space="preserve">Số: 05/KH-UBND', ">")], {"R101"}),
        ([("<w:t>Hai</w:t>", "<w:t>Hai</w:t><w:tab/>")], {"R101", "R102"}),
        ([('footnoteReference w:id="1"', 'footnoteReference w:id="2"')], {"R101", "R102"}),
    ],
)
def test_what_is_lost_doubled_moved_or_changed_is_found(
    change: list[tuple[str, str]], codes: set[str]
) -> None:
    assert {code for code, _message in found(*change)} == codes


def test_footnotes_are_compared_too() -> None:
    problems = found(("Chú thích", "Chú"), part="word/footnotes.xml")
    assert problems == [
        ("R101", "Tệp Word vừa tạo thiếu: “Chú thích”"),
        ("R102", "Tệp Word vừa tạo thừa, hoặc đặt sai chỗ: “Chú”"),
    ]


def test_broken_xml_is_found() -> None:
    assert [code for code, _message in found(("</w:body>", ""))] == ["R103"]


def test_a_template_that_drops_a_kind_of_block_is_found_out() -> None:
    template = edited(("{%p elif khoi.kieu == 'can_cu' %}", "{%p elif khoi.kieu == 'doan' %}"))
    with pytest.raises(InvalidInput) as caught:
        rendered(full_document(), template)
    [problem] = caught.value.diagnostics
    assert (problem.code, problem.path) == ("M125", "van_ban.docx")
    assert problem.where == "đoạn 12 “{%p for khoi in noi_dung %}”"
    assert "Căn cứ Kế hoạch số 91" in problem.message
    assert "{%p elif khoi.kieu == 'can_cu' %}" in problem.hint


def test_a_template_that_prints_twice_is_found_out() -> None:
    template = edited(("{{ so_ky_hieu }}", "{{ so_ky_hieu }} {{ so_ky_hieu }}"))
    with pytest.raises(InvalidInput) as caught:
        rendered(document(), template)
    assert [problem.code for problem in caught.value.diagnostics] == ["M124"]


def test_a_file_that_says_less_than_its_template_is_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the template prints is compared with what came out, not only with the document."""
    monkeypatch.setattr(
        "nq57gen.rendering.render.highlighted",
        lambda pieces: [piece.replace("Nội dung văn bản".encode(), b"") for piece in pieces],
    )
    with pytest.raises(InternalError) as caught:
        rendered(document())
    assert {problem.code for problem in caught.value.diagnostics} == {"R101", "R102"}


@pytest.mark.parametrize(
    ("old", "new", "printed"),
    [
        ("{{ so_ky_hieu }}", "Ký hiệu: {{ so_ky_hieu }}.", "Ký hiệu: Số: 05/KH-UBND."),
        ("{{r khoi.chu }}", "→ {{r khoi.chu }}", "→ Nội dung văn bản./."),
        ("{{ ten_loai }}", "{% if du_thao %}Bản nháp {% endif %}{{ ten_loai }}", "KẾ HOẠCH"),
        ("{{ ten_loai }}", "{{ ten_loai }} ({{ nguoi_ky.chuc_vu | lower }})", None),
        ("Nơi nhận:", "Nơi nhận văn bản:", "Nơi nhận văn bản:"),
    ],
)
def test_text_of_the_template_around_a_tag_is_allowed_foreign_text_is_not(
    old: str, new: str, printed: str | None
) -> None:
    template = edited((old, new))
    if printed is None:
        with pytest.raises(InvalidInput):
            rendered(document(), template)
    else:
        assert printed in texts(rendered(document(), template))
