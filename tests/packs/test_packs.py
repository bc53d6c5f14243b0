"""Packs: where they are found, what they inherit, and what is said of broken ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nq57gen.errors import InvalidInput
from nq57gen.operations.document import understand
from nq57gen.packs.find import find_pack, pack_folders, pack_names
from nq57gen.packs.load import load_pack
from nq57gen.packs.types import Office, Pack
from tests.schema.snippets import PLAN, ROOT, changed

HEAD = "phien_ban_dac_ta: 1\nten: Riêng\nan_ban: 3\n"
CHILD = f"{HEAD}ke_thua: chung\n"


def put(folder: Path, name: str, text: str) -> Path:
    pack = folder / "templates" / name
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text(text, encoding="utf-8")
    return pack


def load(folder: Path, text: str) -> Pack:
    put(folder, "rieng", text)
    return load_pack("rieng", pack_folders(folder))


def codes(folder: Path, text: str) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        load(folder, text)
    assert all(found.message for found in caught.value.diagnostics)
    return [found.code for found in caught.value.diagnostics]


def test_the_bundled_packs_are_found() -> None:
    assert pack_names(pack_folders(None)) == ["chung", "dong-nai", "hai-phong"]


@pytest.mark.parametrize("name", ["chung", "dong-nai", "hai-phong"])
def test_the_bundled_packs_are_whole(name: str) -> None:
    pack = load_pack(name, pack_folders(ROOT))
    assert set(pack.document_types) == {"ke_hoach", "bao_cao"}
    assert all(kind.template.is_file() for kind in pack.document_types.values())
    assert set(pack.layouts) == {"chi_tieu", "giai_doan", "nhiem_vu", "danh_gia"}
    for kind in ("xã", "phường", "đặc khu"):
        assert all(pack.word(word, kind) for word in pack.words)
        assert all(pack.office(office, kind) for office in pack.offices)


def test_a_pack_of_the_project_goes_before_the_bundled_one(tmp_path: Path) -> None:
    own = put(tmp_path, "dong-nai", CHILD)
    assert find_pack("dong-nai", pack_folders(tmp_path)) == own
    assert load_pack("dong-nai", pack_folders(tmp_path)).edition == "3"


@pytest.mark.parametrize("name", ["dong-mai", "../dong-nai", "/etc", "", "."])
def test_a_pack_that_is_not_there_is_told_with_those_that_are(name: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        find_pack(name, pack_folders(None))
    (found,) = caught.value.diagnostics
    assert found.code == "M001"
    assert "dong-nai" in found.hint


def test_a_child_replaces_entry_by_entry_what_its_parents_say(tmp_path: Path) -> None:
    pack = load(
        tmp_path,
        f"""{CHILD}
tinh: {{ten: Huế, loai: thành phố}}
thuat_ngu: {{khu_dan_cu: {{xa: bản}}, rieng: chữ}}
phong_ban:
  cong_an: {{ten: Đồn Công an}}
  moi: {{ten: {{xa: Phòng X, phuong: Phòng P}}, ngan: {{xa: PX}}}}
van_ban: {{nq57: {{loai: Nghị quyết, so: 1/NQ}}}}
bang: {{chi_tieu: [stt, ten]}}
cau_chi_tieu: <<chi_tieu_nay.ten>>
loai_van_ban: {{ke_hoach: {{ten_loai: ĐỀ ÁN}}}}
""",
    )
    parent = load_pack("chung", pack_folders(None))
    assert (pack.name, pack.title, pack.edition, pack.province) == ("rieng", "Riêng", "3", "Huế")
    assert (pack.word("khu_dan_cu", "xã"), pack.word("khu_dan_cu", "phường")) == ("bản", None)
    assert pack.word("rieng", "đặc khu") == "chữ"
    assert pack.office("cong_an", "xã") == Office("Đồn Công an", "Đồn Công an")
    assert pack.office("moi", "xã") == Office("Phòng X", "PX")
    assert pack.office("moi", "phường") == Office("Phòng P", "Phòng P")
    assert pack.office("moi", "đặc khu") is None
    assert pack.offices["van_phong"] == parent.offices["van_phong"]
    assert pack.citations["nq57"].number == "1/NQ"
    assert pack.citations["nq71"] == parent.citations["nq71"]
    assert [column.field for column in pack.layouts["chi_tieu"]] == ["stt", "ten"]
    assert pack.layouts["nhiem_vu"] == parent.layouts["nhiem_vu"]
    assert pack.target_sentences.with_result == "<<chi_tieu_nay.ten>>"
    assert pack.target_sentences.without_result == parent.target_sentences.without_result
    assert pack.document_types["ke_hoach"].type_name == "ĐỀ ÁN"
    assert pack.document_types["ke_hoach"].outline == parent.document_types["ke_hoach"].outline
    assert pack.document_types["bao_cao"] == parent.document_types["bao_cao"]


def test_the_word_file_is_taken_from_the_nearest_pack_that_has_it(tmp_path: Path) -> None:
    own = put(tmp_path, "rieng", CHILD) / "van_ban.docx"
    own.write_bytes(b"PK")
    assert load_pack("rieng", pack_folders(tmp_path)).document_types["ke_hoach"].template == own


@pytest.mark.parametrize("ending", [".dotx", ".docm", ".dotm"])
def test_a_word_file_of_another_kind_is_used_by_its_name(tmp_path: Path, ending: str) -> None:
    own = put(tmp_path, "rieng", CHILD) / f"van_ban{ending}"
    own.write_bytes(b"PK")
    assert load_pack("rieng", pack_folders(tmp_path)).document_types["ke_hoach"].template == own
    own.with_suffix(".docx").write_bytes(b"PK")
    assert load_pack("rieng", pack_folders(tmp_path)).document_types["ke_hoach"].template.suffix == ".docx"


def test_a_pack_edited_between_two_documents_is_read_anew(tmp_path: Path) -> None:
    file = put(tmp_path, "rieng", CHILD) / "pack.yaml"
    before = load_pack("rieng", pack_folders(tmp_path))
    assert load_pack("rieng", pack_folders(tmp_path)) is before
    stat = file.stat()
    file.write_text(CHILD.replace("3", "4"), encoding="utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # saved within the grain of the clock
    assert load_pack("rieng", pack_folders(tmp_path)).edition == "4"
    own = file.parent / "van_ban.docx"
    own.write_bytes(b"PK")
    assert load_pack("rieng", pack_folders(tmp_path)).document_types["ke_hoach"].template == own
    own.unlink()
    assert load_pack("rieng", pack_folders(tmp_path)).document_types == before.document_types


def test_a_parent_edited_between_two_documents_is_read_anew(tmp_path: Path) -> None:
    put(tmp_path, "rieng", f"{HEAD}ke_thua: cha\n")
    parent = put(tmp_path, "cha", f"{CHILD}thuat_ngu: {{khu_dan_cu: bản}}\n") / "pack.yaml"
    assert load_pack("rieng", pack_folders(tmp_path)).word("khu_dan_cu", "xã") == "bản"
    parent.write_text(f"{CHILD}thuat_ngu: {{khu_dan_cu: làng}}\n", encoding="utf-8")
    assert load_pack("rieng", pack_folders(tmp_path)).word("khu_dan_cu", "xã") == "làng"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["Y010"]),
        ("a: [\n", ["Y061"]),
        ("ten: X\n", ["S003", "S003"]),
        (f"{CHILD}tenn: x\n", ["S001"]),
        (f"{CHILD}tinh: {{ten: Huế, loai: bang}}\n", ["S008"]),
        (f"{CHILD}van_ban: {{kh: {{loai: Kế hoạch, ngay: 31/4/2026}}}}\n", ["S026"]),
        (f"{CHILD}phong_ban: {{X1: {{ten: Phòng}}}}\n", ["S020"]),
        (f"{CHILD}loai_van_ban: {{ke_hoach: {{danh_so_cac_cap: [mot]}}}}\n", ["S028"]),
        (f"{HEAD}ke_thua: khong-co\n", ["M001"]),
        (f"{HEAD}ke_thua: rieng\n", ["M002"]),
        (f"{CHILD}loai_van_ban: {{ke_hoach: {{tep_mau: khac.docx}}}}\n", ["M004"]),
        (f"{CHILD}loai_van_ban: {{ke_hoach: {{tep_mau: ../chung/van_ban.docx}}}}\n", ["M004"]),
        (f"{CHILD}loai_van_ban: {{to_trinh: {{ten_loai: TỜ TRÌNH}}}}\n", ["M003"]),
        (HEAD, ["S003"]),
    ],
)
def test_a_broken_pack_is_told_and_never_half_loaded(tmp_path: Path, text: str, found: list[str]) -> None:
    assert codes(tmp_path, text) == found


def test_a_circle_of_packs_is_told(tmp_path: Path) -> None:
    put(tmp_path, "mot", f"{HEAD}ke_thua: hai\n")
    put(tmp_path, "hai", f"{HEAD}ke_thua: mot\n")
    with pytest.raises(InvalidInput) as caught:
        load_pack("mot", pack_folders(tmp_path))
    assert [found.code for found in caught.value.diagnostics] == ["M002"]


def test_a_mistake_in_a_pack_is_shown_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as caught:
        load(tmp_path, f"{CHILD}tinh: {{ten: Huế, loai: bang}}\n")
    (found,) = caught.value.diagnostics
    assert found.path == str(tmp_path / "templates/rieng/pack.yaml")
    assert found.position is not None
    assert found.position.line == 5


def test_texts_of_a_pack_that_call_each_other_in_a_circle_are_told(tmp_path: Path) -> None:
    put(
        tmp_path,
        "rieng",
        f"""{CHILD}tinh: {{ten: Huế, loai: tỉnh}}
van_ban:
  mot: {{loai: Kế hoạch, so: '1', trich_yeu: <<hai.day_du>>}}
  hai: {{loai: Kế hoạch, so: '2', trich_yeu: <<mot.day_du>>}}
""",
    )
    spec = tmp_path / "a.yaml"
    text = changed(PLAN, ("mau: dong-nai", "mau: rieng"), ("Phổ biến cho", "<<mot>>"))
    spec.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        understand(spec, "a.yaml", tmp_path)
    assert "N007" in [found.code for found in caught.value.diagnostics]


def test_a_document_that_the_pack_does_not_have_is_told_with_those_it_has(tmp_path: Path) -> None:
    put(
        tmp_path,
        "rieng",
        f"""{HEAD}
cau_chi_tieu: x
cau_chua_co_ket_qua: x
loai_van_ban:
  to_trinh: {{ten_loai: TỜ TRÌNH, viet_tat: TTr, tep_mau: a.docx, danh_so_cac_cap: [so], bo_cuc: [viec]}}
""",
    )
    (tmp_path / "templates/rieng/a.docx").write_bytes(b"PK")
    spec = tmp_path / "a.yaml"
    spec.write_text(changed(PLAN, ("mau: dong-nai", "mau: rieng")), encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        understand(spec, "a.yaml", tmp_path)
    (found,) = caught.value.diagnostics
    assert (found.code, found.source_line, found.hint) == (
        "S008",
        "loai_van_ban: ke_hoach",
        "chỉ dùng được: to_trinh",
    )
