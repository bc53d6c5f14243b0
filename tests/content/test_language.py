"""The rules on language: sentences broken one at a time are found, right words stay silent."""

from __future__ import annotations

from importlib import resources

import pytest

from nq57gen.checks.content.engine import findings_of
from nq57gen.checks.content.from_text import paper_of
from nq57gen.checks.content.paper import Kind
from nq57gen.checks.content.rule import RULES
from nq57gen.checks.content.wording import lists
from nq57gen.vietnamese.spelling import is_shape, is_syllable, split_joined, tone_in_place

SPELLING = ("NN-07", "NN-08", "NN-09", "NN-10")

#: A sentence, its broken form, the rule that finds it.
BROKEN = [
    ("Hỗ trợ hộ kinh doanh chuyển đổi số.", "Hổ trợ hộ kinh doanh chuyển đổi số.", "NN-09"),
    ("Các thủ tục hành chính được rà soát.", "Các thủ tục hành chinh được rà soát.", "NN-09"),
    ("Bảo đảm an toàn thông tin mạng.", "Bảo đảm an toàn thông tinh mạng.", "NN-09"),
    ("Sửa chữa thiết bị.", "Sữa chữa thiết bị.", "NN-09"),
    ("Khai thác cơ sở dữ liệu quốc gia.", "Khai thác cơ sỡ dữ liệu quốc gia.", "NN-09"),
    ("Trình độ chuyên môn của đội ngũ.", "Trình dộ chuyên môn của đội ngũ.", "NN-09"),
    ("Phát triển hạ tầng số.", "Phát tiển hạ tầng số.", "NN-09"),
    ("Giai đoạn một đã hoàn thành.", "Gia đoạn một đã hoàn thành.", "NN-09"),
    ("Sáp nhập các khu phố.", "Sát nhập các khu phố.", "NN-09"),
    ("Các việc khác giao cho khu phố.", "Các việcc khác giao cho khu phố.", "NN-07"),
    ("Hiệu quả được nâng lên rõ rệt.", "Hiệu quả được nâng lên rỏ rệtt.", "NN-07"),
    ("Người dân hài lòng.", "Ngườidân hài lòng.", "NN-07"),
    ("Tổ chức tập huấn cho cán bộ.", "Tổ chức tập huấn cho cho cán bộ.", "NN-08"),
    ("Sử dụng tài khoản định danh điện tử.", "Sử dụng tài khoản định danh điện mức 2.", "NN-10"),
    ("Tích hợp trí tuệ nhân tạo.", "Tích hợp trí nhân tạo.", "NN-10"),
    ("Mô hình “Chợ số” của phường.", "Mô hình “Chợ số của phường.", "NN-01"),
    ("Đạt 90% (kế hoạch 80%).", "Đạt 90% (kế hoạch 80%.", "NN-03"),
    ("Hoàn thành việc rà soát.", "Hòan thành việc rà soát.", "NN-07"),
    ("Phát triển toàn diện.", "Phát triển tòan diện.", "NN-07"),
    ("HOÀN THÀNH NHIỆM VỤ", "HÒAN THÀNH NHIỆM VỤ", "NN-07"),
    ("Ngày 15/7/2025, phường họp.", "Ngày15/7/2025, phường họp.", "NN-05"),
    ("Quy chế của Ban Chỉ đạo. Họp Ban Chỉ đạo.", "Quy chế của Ban Chỉ Đạo. Họp Ban Chỉ đạo.", "NN-14"),
    ("Nghị quyết số 57-NQ/TW được quán triệt.", "Nghị Quyết số 57-NQ/TW được quán triệt.", "NN-20"),
    ("Chính sách của Sở Xây dựng.", "Chính sách của sở Xây dựng.", None),
]


def codes(text: str) -> set[str]:
    paper = paper_of(text)
    return {code for code, rule in RULES.items() if code.startswith("NN-") and findings_of(rule, paper, "x")}


@pytest.mark.parametrize(("right", "wrong", "code"), BROKEN, ids=[wrong for _, wrong, _ in BROKEN])
def test_a_broken_sentence_is_found_and_the_right_one_is_not(
    right: str, wrong: str, code: str | None
) -> None:
    assert not codes(right)
    if code is not None:
        assert code in codes(wrong)


@pytest.mark.parametrize(
    "word", ["quyền", "nghiệp", "giặt", "gì", "khuya", "uỷ", "ủy", "xoong", "Quốc", "yếu", "ĐỔI"]
)
def test_real_syllables_are_possible(word: str) -> None:
    assert is_syllable(word)
    assert is_shape(word)


@pytest.mark.parametrize(
    "word", ["nghũ", "viêc", "hoach", "đươc", "nghành", "ngề", "kẫ", "vẫ", "quôc", "chuyễnn"]
)
def test_what_breaks_the_structure_of_a_syllable_is_impossible(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    "word",
    [
        "hòa",
        "hoà",
        "thủy",
        "thuỷ",
        "khỏe",
        "khoẻ",
        "hoàn",
        "khuỷu",
        "ngoài",
        "giếng",
        "gì",
        "già",
        "quý",
        "huế",
        "thuở",
        "của",
        "mía",
        "người",
        "yếu",
        "xoong",
        "Hoàng",
        "TOÀN",
        "Krông",
        "ngoéo",
    ],
)
def test_a_tone_on_its_letter_stays(word: str) -> None:
    assert tone_in_place(word) == word


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("hòan", "hoàn"),
        ("Tòan", "Toàn"),
        ("HÒAN", "HOÀN"),
        ("qúy", "quý"),
        ("qủa", "quả"),
        ("gía", "giá"),
        ("ngừơi", "người"),
        ("cuả", "của"),
        ("hùynh", "huỳnh"),
        ("ngòai", "ngoài"),
        ("húê", "huế"),
    ],
)
def test_a_tone_on_another_letter_is_moved(wrong: str, right: str) -> None:
    assert tone_in_place(wrong) == right


def test_hints_name_the_abbreviations_of_the_finding() -> None:
    table = "Họp tại Phòng Văn hóa - Xã hội.\n| TT | Nhiệm vụ |\n| 1 | Cập nhật CSDL với Phòng VHXH |\n"
    (unknown,) = findings_of(RULES["NN-18"], paper_of(table), "x")
    assert "“… (CSDL)”" in unknown.hint
    assert not findings_of(RULES["NN-12"], paper_of(table), "x")
    (names,) = findings_of(RULES["NN-12"], paper_of(table + "Báo cáo Phòng VHXH."), "x")
    assert "“Phòng Văn hóa - Xã hội (Phòng VHXH)”" in names.hint


def test_joined_words_come_apart_at_the_space_left_out() -> None:
    assert split_joined("độngtrang") == ("động", "trang")
    assert split_joined("nghũ") is None


def test_the_names_of_all_units_are_no_misspelling() -> None:
    lines = (
        resources.files("nq57gen.units").joinpath("data/units.csv").read_text(encoding="utf-8").splitlines()
    )
    names = sorted({" ".join(line.split(",")[1:4]) for line in lines if not line.startswith("#")})
    assert len(names) > 3000
    paper = paper_of("\n".join(f"- Phối hợp với {name};" for name in names))
    found = [found for code in SPELLING for found in findings_of(RULES[code], paper, "x")]
    assert not found, [one.message for one in found]


def test_no_phrase_of_the_lists_is_itself_a_slip() -> None:
    known = lists()
    right = [
        *known["phrases"],
        *known["good_pairs"],
        *known["right_too"],
        *(right for _, right in known["slips"]),
        *(right for _, right in known["left_out"]),
    ]
    paper = paper_of("\n".join(f"- {text};" for text in right))
    found = [found for code in SPELLING for found in findings_of(RULES[code], paper, "x")]
    assert not found, [one.message for one in found]


def test_the_cells_of_an_example_are_passages_as_in_a_word_file() -> None:
    paper = paper_of("| TT | Nhiệm vụ |\n| 1 | Số hóa hồ sơ |\nKết thúc.")
    assert [passage.text for passage in paper.passages if passage.kind is Kind.CELL][-1] == "Số hóa hồ sơ"
    assert [passage.at for passage in paper.passages] == list(range(5))
