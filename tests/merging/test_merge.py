"""What comes in, what stays, and how the file looks afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from nq57gen.merging import Outcome, merge

SPECS = sorted((Path(__file__).resolve().parents[2] / "specs").glob("*/*.yaml"))


def office(name: str, text: str) -> str:
    """What an office has to do."""
    return f"  - don_vi_chu_tri: {name}\n    nhiem_vu: |\n      {text}.\n"


#: name: (base, theirs, mine, result, codes and places of the changes)
CASES: dict[str, tuple[str, str, str, str, list[str]]] = {
    "a new key comes behind the key it follows, with the comment above it": (
        "a: 1\nb: 2\n",
        "# tệp của tỉnh\n\na: 1\n\n# ghi chú của khóa mới\nmoi: 3   # cạnh\nb: 2\n",
        "b: 2\na: 1   # của tôi\nrieng: x\n",
        "b: 2\n# tệp của tỉnh\na: 1   # của tôi\n\n# ghi chú của khóa mới\nmoi: 3   # cạnh\nrieng: x\n",
        ["G001 moi", "G210 a"],
    ),
    "a removed key goes, the ward's comment on it stays": (
        "a: 1\n\n# tỉnh\nb: 2\nc: 3\n",
        "a: 1\nc: 3\n",
        "a: 1\n\n# tỉnh\n# của phường\nb: 2   # cạnh\nc: 3\n",
        "a: 1\n# của phường\n# cạnh\nc: 3\n",
        ["G003 b"],
    ),
    "the same change on both sides is no conflict": (
        "a: 1\nb:\n  - x\n",
        "a: 2\nb:\n  - x\n  - y\n",
        "a: '2'\nb: [x, y]\n",
        "a: '2'\nb: [x, y]\n",
        [],
    ),
    "other quotes are no change": (
        'a: 1\nb: "2"\n',
        "a: '1'\nb: 3\n",
        'a: "1"\nb: "2"\n',
        'a: "1"\nb: "3"\n',
        ["G002 b"],
    ),
    "what the clone filled in is the ward's": (
        "don_vi: {loai: phường, ten: ''}\n",
        "don_vi: {loai: phường, ten: '', tinh: Hải Phòng}\n",
        "don_vi: {loai: xã,  ten: An Bình}   # điền\n",
        "don_vi: {loai: xã, ten: An Bình, tinh: Hải Phòng}   # điền\n",
        ["G001 don_vi.tinh"],
    ),
    "a value in brackets changes in its place": (
        "a: {k: x, l: y}\n",
        "a:\n  k: có, phẩy\n  l: y\n",
        "a: {  k: x ,  l: y}   # ghi\n",
        'a: {  k: "có, phẩy" ,  l: y}   # ghi\n',
        ["G002 a.k"],
    ),
    "prose before a comment is put in quotes": (
        "a: 100%\nb: 1\n",
        "a: từ 80% trở lên\nb: 2\n",
        "a: 100%   # xem lại\nb: 1  # x\n",
        'a: "từ 80% trở lên"   # xem lại\nb: 2  # x\n',
        ["G002 a", "G002 b"],
    ),
    "blanks are filled and emptied": (
        "so:\nngay: 1/1/2026\nky:\n",
        "so: 57\nngay:\nky: KH\n",
        "so:      # để trống\nngay: 1/1/2026   # ngày\nky:\n",
        "so: 57      # để trống\nngay:    # ngày\nky: KH\n",
        ["G002 so", "G002 ngay", "G002 ky"],
    ),
    "texts of a list come and go, the ward's own stay where they are": (
        "can_cu: [a, b, c]\nnoi_nhan:\n  - Đảng ủy\n  - Sở\n",
        "can_cu: [a, c, d]\nnoi_nhan:\n  - Sở\n  - Ban Chỉ đạo\n",
        "can_cu: [a, b, cua_toi, c]\nnoi_nhan:\n  - Đảng ủy\n  # riêng\n  - Trường học\n  - Sở\n",
        "can_cu: [a, cua_toi, c, d]\nnoi_nhan:\n  # riêng\n  - Trường học\n  - Sở\n  - Ban Chỉ đạo\n",
        ["G001 can_cu[d]", "G003 can_cu[b]", "G001 noi_nhan[Ban Chỉ đạo]", "G003 noi_nhan[Đảng ủy]"],
    ),
    "an item may be a key alone or a mapping": (
        "bo_cuc:\n  - muc_tieu\n  - giai_phap\n",
        "bo_cuc:\n  - muc_tieu\n  - {khoa: giai_phap, tieu_de: Nhiệm vụ}\n  - kinh_phi\n",
        "bo_cuc:\n- muc_tieu\n# riêng\n- giai_phap\n",
        "bo_cuc:\n- muc_tieu\n# riêng\n- {khoa: giai_phap, tieu_de: Nhiệm vụ}\n- kinh_phi\n",
        ["G001 bo_cuc[kinh_phi]", "G002 bo_cuc[giai_phap]"],
    ),
    "items of another list are known by their office or title": (
        "tc:\n" + office("a", "Một") + office("b", "Hai"),
        "tc:\n" + office("b", "Hai sửa") + office("c", "Ba"),
        "tc:\n" + office("b", "Hai") + "    danh_so: 1\n  - tieu_de: Riêng\n",
        "tc:\n" + office("b", "Hai sửa") + "    danh_so: 1\n" + office("c", "Ba") + "  - tieu_de: Riêng\n",
        ["G001 tc[c]", "G002 tc[b].nhiem_vu"],
    ),
    "a renamed section is the same section": (
        "gp:\n  - tieu_de: Về tuyên truyền\n    noi_dung: |\n      - Sâu rộng.\n      - Thường xuyên.\n",
        "gp:\n  - tieu_de: Truyền thông\n    noi_dung: |\n      - Sâu rộng.\n      - Thường xuyên.\n",
        "gp:\n  - tieu_de: Về tuyên truyền\n    noi_dung: |\n      - Sâu rộng.\n      - Của phường.\n",
        "gp:\n  - tieu_de: Truyền thông\n    noi_dung: |\n      - Sâu rộng.\n      - Của phường.\n",
        ["G002 gp[Về tuyên truyền].tieu_de"],
    ),
    "items put in a new order": (
        "l:\n  - ma: a\n  - ma: b\n  - ma: c\n",
        "l:\n  - ma: c\n  - ma: a\n  - ma: b\n",
        "l:\n  - ma: a\n    # trong a\n    ten: A\n  - ma: b\n  # trên riêng\n  - ma: rieng\n  - ma: c\n",
        "l:\n  - ma: c\n  - ma: a\n    # trong a\n    ten: A\n  - ma: b\n  # trên riêng\n  - ma: rieng\n",
        ["G005 l"],
    ),
    "cells of a row have places": (
        'hang:\n  - ["1", Tiếp nhận, "20", "20"]\n',
        'hang:\n  - ["1", Tiếp nhận, "21", "20"]\n  - ["2", Trả, "5", "5"]\n',
        'hang:\n  - ["1", Tiếp nhận, "20", "25"]\n',
        'hang:\n  - ["1", Tiếp nhận, "21", "25"]\n  - ["2", Trả, "5", "5"]\n',
        ["G001 hang[2 Trả 5 5]", "G002 hang[1 Tiếp nhận 20 20][3]"],
    ),
    "a list that loses all items stays a list": (
        "l:   # đầu\n  - a\nb: 1\n",
        "l: []\nb: 1\n",
        "l:   # đầu\n  - a\nb: 2\n",
        "l: []\nb: 2\n",
        ["G003 l[a]"],
    ),
    "a key new on both sides is merged inside": (
        "a: 1\n",
        "a: 1\nphong_ban:\n  x: {ten: X}\n",
        "a: 1\nphong_ban:\n  y: {ten: Y}\n",
        "a: 1\nphong_ban:\n  x: {ten: X}\n  y: {ten: Y}\n",
        ["G001 phong_ban.x"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_comes_in(name: str) -> None:
    base, theirs, mine, result, changes = CASES[name]
    merged = merge(base, theirs, mine)
    assert merged.text == result
    assert sorted(f"{change.code} {change.where}" for change in merged.changes) == sorted(changes)
    assert all(change.outcome is Outcome.TAKEN for change in merged.changes)


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem + "-" + path.parent.name)
@pytest.mark.parametrize("form", ["lf", "crlf", "bom", "cr", "no end"])
def test_a_province_that_changes_nothing_gives_the_file_back(path: Path, form: str) -> None:
    text = path.read_text(encoding="utf-8")
    ours = {
        "lf": text,
        "crlf": text.replace("\n", "\r\n"),
        "bom": "\ufeff" + text,
        "cr": text.replace("\n", "\r"),
        "no end": text.rstrip("\n"),
    }[form]
    merged = merge(text, text.replace("\n", "\r\n"), ours.replace("Đảng ủy", "Đảng bộ"))
    assert merged.text == ours.replace("Đảng ủy", "Đảng bộ")
    assert merged.changes == ()


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem + "-" + path.parent.name)
def test_lines_that_no_change_touches_stay_byte_for_byte(path: Path) -> None:
    base = path.read_text(encoding="utf-8")
    theirs = base.replace("ubnd>>", "ubnd.ngan>>") + "khoa_moi:\n  - một\n"
    mine = "\ufeff" + base.replace("\n", "\r\n").replace("chu_tri: phong_vhxh", "chu_tri:   phong_khac")
    result = merge(base, theirs, mine).text
    assert result == mine.replace("ubnd>>", "ubnd.ngan>>") + "khoa_moi:\r\n  - một\r\n"


def test_the_line_says_where_in_the_spec_of_the_ward() -> None:
    merged = merge("a: 1\nb: 1\n", "a: 1\nb: 2\n", "a: 1\n\n\nb: 1\n", mine_name="x.yaml")
    (change,) = merged.changes
    assert change.diagnostic.path == "x.yaml"
    assert change.diagnostic.position is not None
    assert change.diagnostic.position.line == 4
    assert change.diagnostic.source_line == "b: 1"
    assert change.diagnostic.message == "Sửa “b” theo bản mới của tỉnh."


def test_mixed_line_ends_stay_and_new_lines_get_the_usual_one() -> None:
    merged = merge("a: 1\nb: 1\n", "a: 1\nb: 1\nc: 1\n", "a: 1\r\nb: 1\nx: |\r\n  y")
    assert merged.text == "a: 1\r\nb: 1\nc: 1\r\nx: |\r\n  y"
