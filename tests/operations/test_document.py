"""From a file to its document: what a caller of the library gets, and what he is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from nq57gen.errors import InvalidInput
from nq57gen.operations.document import understand
from nq57gen.operations.render import render_bytes
from tests.schema.snippets import PLAN, REPORT, ROOT, changed, findings, understood


def test_a_spec_without_errors_comes_with_its_document_and_its_warnings() -> None:
    made = understood(
        changed(
            PLAN, ("truong_hoc: {ten: Các trường học}", "truong_hoc: {ten: Các trường học, ngan: Các trường}")
        )
    )
    assert made.document.type_name == "KẾ HOẠCH"
    assert [warning.code for warning in made.warnings] == ["N021"]
    assert made.spec.year == 2026


def test_all_errors_are_told_in_file_order() -> None:
    spec = changed(PLAN, ('  - "Lưu: VT"\n', ""), ("KT. CHỦ TỊCH", "KT.CHỦ TỊCH"))
    assert [found.code for found in findings(spec)] == ["N030", "S029"]


@pytest.mark.parametrize("name", ["khong-co.yaml", "thư mục.yaml"])
def test_a_file_that_cannot_be_read_is_named_as_the_user_named_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "thư mục.yaml").mkdir()
    with pytest.raises(InvalidInput) as caught:
        understand(tmp_path / name, f"specs/{name}", ROOT)
    assert [found.path for found in caught.value.diagnostics] == [f"specs/{name}"]


@pytest.mark.parametrize("spec", [PLAN, REPORT])
def test_the_same_spec_gives_equal_documents_and_equal_bytes(spec: str) -> None:
    first, second = understood(spec), understood(spec)
    assert first.document == second.document
    assert render_bytes(first.spec, first.document) == render_bytes(second.spec, second.document)


def test_documents_of_different_specs_differ() -> None:
    one, other = understood(PLAN), understood(changed(PLAN, ("so_luot: 75", "so_luot: 76")))
    assert render_bytes(one.spec, one.document) != render_bytes(other.spec, other.document)


def test_a_word_template_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    pack = tmp_path / "templates/hong"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text(
        "phien_ban_dac_ta: 1\nten: H\nan_ban: 1\nke_thua: dong-nai\n", encoding="utf-8"
    )
    (pack / "van_ban.docx").write_bytes(b"not a zip")
    spec = tmp_path / "a.yaml"
    spec.write_text(changed(PLAN, ("mau: dong-nai", "mau: hong")), encoding="utf-8")
    made = understand(spec, "a.yaml", tmp_path)
    with pytest.raises(InvalidInput) as caught:
        render_bytes(made.spec, made.document)
    assert caught.value.diagnostics[0].code == "D003"  # as check says of such a file


def test_a_trap_of_yaml_does_not_hide_the_mistakes_of_other_lines() -> None:
    spec = changed(PLAN, ('- "Lưu: VT"', "- Lưu: VT"), ("<<bien.so_luot>>", "<<bien.so_luott>>"))
    assert [found.code for found in findings(spec)] == ["N006", "Y032"]


def test_addressees_without_recipients_are_a_finding_and_no_crash() -> None:
    at = REPORT.index("noi_nhan:")
    spec = REPORT[:at] + "kinh_gui: [UBND tỉnh]\nnoi_nhan: []\n" + REPORT[REPORT.index("nguoi_ky:") :]
    assert "S006" in [found.code for found in findings(spec)]
