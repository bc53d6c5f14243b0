"""Finished files are sound packages by the schemas of Word, wherever the checker for them is at hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from nq57gen.model.document import Document, Letterhead, Run
from tests.rendering.build import (
    ROOT,
    TEMPLATE,
    appendix,
    cell,
    document,
    full_document,
    paragraph,
    row,
    table,
    targets,
)
from tests.rendering.opened import rendered

CHECKER = ROOT.parent / "shared" / "ooxml" / "check_docx.py"

DOCUMENTS = {
    "least": document(),
    "full": full_document(),
    "landscape": document(appendices=(appendix("Phụ lục", targets(3, 8), landscape=True),)),
    "tables only": document(targets(1), targets(2)),
    "long names": document(
        letterhead=Letterhead(
            ("PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ",),
            "Số: 05/KH-KTHTĐT",
            "Phường Điện Biên Phủ, ngày 25 tháng 12 năm 2026",
            parent_body="UBND PHƯỜNG ĐIỆN BIÊN PHỦ",
            draft_mark="DỰ THẢO",
        ),
        addressees=("- UBND tỉnh;", "- Sở Khoa học và Công nghệ."),
    ),
    "notes in tables": document(
        table([1, 1], row(cell((Run("a"), Run("", note=1))), "b")),
        paragraph("./."),
        footnotes=("Chú thích & <>",),
    ),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_file_is_sound(name: str, tmp_path: Path) -> None:
    assert problems(DOCUMENTS[name], tmp_path) == []


def problems(model: Document, folder: Path) -> list[object]:
    path = folder / "out.docx"
    path.write_bytes(rendered(model))
    return _check(path)


def test_the_template_is_sound_but_for_its_tags() -> None:
    assert [problem for problem in _check(TEMPLATE) if problem[0] != "jinja"] == []  # type: ignore[index]


def _check(path: Path) -> list[object]:
    if not CHECKER.exists():
        pytest.skip("no schema checker beside the project")
    spec = importlib.util.spec_from_file_location("check_docx", CHECKER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return list(module.check(str(path)))
