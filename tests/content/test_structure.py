"""What the rules on structure rest on: levels, groups, comparisons; and where they must keep silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from nq57gen.checks.content.engine import findings_of
from nq57gen.checks.content.from_text import paper_of
from nq57gen.checks.content.from_word import read_paper
from nq57gen.checks.content.paper import Kind
from nq57gen.checks.content.rule import RULES
from nq57gen.checks.content.rules.structure.outline import outline
from nq57gen.checks.content.rules.structure.rows import groups_of, name_of, number_column
from nq57gen.checks.layout.parts import recognise
from nq57gen.operations.document import understand
from nq57gen.operations.render import render_bytes
from nq57gen.reading.word_file import read_word_file

ROOT = Path(__file__).resolve().parents[2]
TABLE = (
    "| TT | Chỉ tiêu | Kết quả |\n| I | Hạ tầng (02) | |\n| 1 | Phủ sóng 5G | 100% |\n| 2 | Cáp quang | 90% |"
    "\n| II | Dữ liệu (01) | |\n| 3 | Số hóa | 80% |\n| | Tổng | 3 |"
)


def found(code: str, text: str) -> list[str]:
    return [one.message.split("ở đây: ")[1] for one in findings_of(RULES[code], paper_of(text), "ví dụ")]


def test_siblings_are_of_one_parent_and_level() -> None:
    paper = paper_of("I. A\n1. B\n1.1. C\n1.2. D\n2. E\nII. F\n1. G")
    levels = {
        (siblings.parent.text if siblings.parent else ""): [passage.text for passage in siblings.passages]
        for siblings in outline(paper)
    }
    assert levels == {"": ["A", "F"], "A": ["B", "E"], "B": ["C", "D"], "F": ["G"]}


def test_a_part_on_a_line_of_its_own_holds_what_follows() -> None:
    understood = understand(ROOT / "specs/nam-do-son/bao-cao-2025.yaml", "x", ROOT)
    data = render_bytes(understood.spec, understood.document)
    paper = read_paper(recognise(read_word_file(data, "x")))
    parts = [passage for passage in paper.passages if passage.rank == 1]
    assert [passage.number for passage in parts] == [(1,), (2,), (3,)]
    assert all(paper.passages[part.at + 1].kind is Kind.HEADING for part in parts)
    tops = [siblings.passages for siblings in outline(paper) if siblings.parent in parts]
    assert len(tops) == 3
    assert all(passages[0].number == (1,) for passages in tops)


def test_groups_hold_their_rows_and_lose_their_counts() -> None:
    (grid,) = paper_of(TABLE).grids
    assert number_column(grid) == 0
    groups = groups_of(grid)
    assert [(name_of(grid, group.row), len(group.rows)) for group in groups if group.row] == [
        ("Hạ tầng", 2),
        ("Dữ liệu", 1),
    ]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ("1 2 3 4", []),
        ("1 2 4 5", ["sau số “2” là số “4”"]),
        ("1 2 2 3", ["lặp lại số “2”"]),
        ("2 3 4", ["bắt đầu từ số “2”"]),
        ("1 1.1 1.2 2", []),
        ("1 1.1 1.3 2", ["sau số “1.1” là số “1.3”"]),
        ("1 2 I 1 2 II 1", []),
        ("1 2 I 3 4", []),
        ("1 2 I 4 5", ["sau số “2” là số “4”"]),
        ("01 02 03", []),
        ("I 1 2 IV 1", ["sau nhóm 1 là nhóm “IV”"]),
    ],
)
def test_row_numbers_may_begin_again_in_a_group_or_go_on(numbers: str, said: list[str]) -> None:
    rows = [
        f"| {number} | Nhóm {at} | |" if number[0] in "IVX" else f"| {number} | Việc {at} | Phòng {at} |"
        for at, number in enumerate(numbers.split())
    ]
    assert found("CT-08", "\n".join(["| TT | Nhiệm vụ | Chủ trì |", *rows])) == said


@pytest.mark.parametrize(
    "text",
    [
        "Theo Phụ lục I kèm theo Nghị định số 30/2020/NĐ-CP.",
        "Theo phụ lục kèm theo Thông tư số 01/2025/TT-BKHCN.",
        "Các phụ lục kèm theo.\nPhụ lục I\nMỘT\nPhụ lục II\nHAI",
        "Phấn đấu 32 chỉ tiêu tại Phụ lục I, Phụ lục II và 28 nhiệm vụ.\nPhụ lục I\nMỘT\nPhụ lục II\nHAI",
    ],
)
def test_an_appendix_of_another_document_is_not_missed(text: str) -> None:
    assert found("CT-04", text) == []
    assert found("CT-05", text) == []


def test_what_is_said_under_each_office_is_not_said_twice() -> None:
    same = "- Chủ trì, phối hợp các đơn vị thực hiện nhiệm vụ được phân công tại Phụ lục I."
    assert found("CT-13", f"1. Phòng A\n{same}\n2. Phòng B\n{same}") == []
    assert found("CT-13", f"1. Phòng A\n{same}\n{same}\n2. Phòng B") == ["giống đoạn 2"]


def test_an_appendix_by_itself_is_judged_like_any_text() -> None:
    bullets = "- Phủ sóng 5G.\nThành lập Tổ công nghệ số.\n- Cấp chữ ký số."
    assert len(found("CT-02", f"Phụ lục I\nKẾT QUẢ\n1. Kết quả\n{bullets}\n2. Hạn chế")) == 1


def test_a_sentence_after_many_bullets_needs_no_mark() -> None:
    text = (
        "1. Kết quả\n- Ban hành kế hoạch;\n- Thành lập tổ.\nCác văn bản được ban hành kịp thời.\n2. Hạn chế"
    )
    assert found("CT-02", text) == []


def test_a_row_may_have_more_cells_than_the_head() -> None:
    table = (
        "| TT | Tên |\n| 1 | Hồ sơ trực tuyến | 80% |\n| 2 | Phủ sóng | 9% |\n| 3 | Hồ sơ trực tuyến | 90% |"
    )
    assert found("CT-13", table) == ["trùng tên với bảng 1, hàng 2, nhưng khác ở cột thứ 3"]
    (grid,) = paper_of(table).grids
    assert {len(row.cells) for row in grid.rows} == {len(grid.columns)} == {3}
