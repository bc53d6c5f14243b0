"""A skeleton becomes a unit's own spec: names filled in, all other blanks and the comments kept."""

from __future__ import annotations

import pytest

from nq57gen.cloning import Own, fill, own_of
from nq57gen.errors import InvalidInput

SKELETON = """\
# Ghi chú đầu tệp.
loai_van_ban: ke_hoach
mau: hai-phong
don_vi:   # của đơn vị
  loai: <<?don_vi.loai>>
  ten: <<?don_vi.ten>>
nam_ke_hoach: <<?nam>>
muc_dich: |
  - Mở <<?số>> lớp tại <<don_vi>>.
"""
WARD = Own("phường", "Chu Văn An", 2026, "Hải Phòng", "thành phố")


def test_names_are_filled_in_and_other_blanks_and_comments_stay() -> None:
    assert fill(SKELETON, WARD, "hai-phong", "202509") == SKELETON.replace(
        "mau: hai-phong\n", "mau: hai-phong\nan_ban_mau: 202509\n"
    ).replace("<<?don_vi.loai>>", "phường").replace("<<?don_vi.ten>>", "Chu Văn An").replace(
        "<<?nam>>", "2026"
    )


def test_a_skeleton_of_a_parent_says_the_pack_that_is_cloned() -> None:
    text = fill(SKELETON.replace("hai-phong", "chung\nan_ban_mau: 1"), WARD, "cua-toi", "7")
    assert text.count("mau: ") == 2
    assert "mau: cua-toi\nan_ban_mau: 7\n" in text


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (
            "don_vi: {loai: phường, ten: X}",
            "don_vi: {loai: phường, ten: X, tinh: Hải Phòng, loai_tinh: thành phố}",
        ),
        (
            "don_vi:\n  loai: phường\n  ten: X   # tên\n",
            "don_vi:\n  loai: phường\n  ten: X   # tên\n  tinh: Hải Phòng\n  loai_tinh: thành phố\n",
        ),
        ("don_vi: {loai: phường, ten: X, tinh: Y, loai_tinh: tỉnh}", None),
    ],
)
def test_a_province_that_the_pack_calls_otherwise_is_written_into_the_unit(
    unit: str, expected: str | None
) -> None:
    text = fill(f"mau: a\n{unit}\n", WARD, "a", "1", say_province=True)
    assert text.rstrip("\n").endswith((expected or unit).rstrip("\n"))


@pytest.mark.parametrize("name", ["Ea H'Leo", "Đắk: Lắk", "A #1", 'Có "nháy"', "1"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_a_name_is_read_as_it_was_given(name: str, quote: str) -> None:
    own = Own("xã", name, 2027)
    skeleton = SKELETON.replace("<<?don_vi.ten>>", f"{quote}<<?don_vi.ten>>{quote}")
    assert own_of(fill(skeleton, own, "a", "1")) == own


def test_what_a_spec_says_of_its_unit_is_read_back() -> None:
    text = "don_vi: {loai: xã, ten: X, tinh: Y, loai_tinh: tỉnh}\nnam_bao_cao: 2025\n"
    assert own_of(text) == Own("xã", "X", 2025, "Y", "tỉnh")
    assert own_of("a: 1\n") == Own("", "", 0)


def test_a_text_that_is_no_spec_is_told() -> None:
    with pytest.raises(InvalidInput) as caught:
        own_of("a: [", "x.yaml")
    assert caught.value.diagnostics[0].path == "x.yaml"
