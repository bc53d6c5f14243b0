"""What a reader sees on the printed pages of every sample."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nq57gen.operations.outcome import Wanted
from nq57gen.operations.paths import Job
from nq57gen.operations.regenerate import regenerate
from tests.pages.conftest import ROOT, Printed, need_tools, print_files, read_pages

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DATE = re.compile(r"ngày .*tháng .*năm 20\d\d$")
LABEL = re.compile(r"Phụ lục( [IVX]+)?$")
SAMPLES = sorted(
    str(path.relative_to(ROOT / "specs").with_suffix("")) for path in (ROOT / "specs").rglob("*.yaml")
)


def printed_number(page: list[str]) -> int | None:
    return int(page[0]) if page[0].isdigit() else None


@pytest.mark.parametrize("name", SAMPLES)
class TestASample:
    """Every sample, page by page."""

    def test_national_name_motto_and_date_stand_on_one_line_each(
        self, name: str, printed_samples: dict[str, Printed]
    ) -> None:
        first = printed_samples[name].pages[0]
        assert any(line.endswith(NATIONAL_NAME) for line in first)
        assert any(line.endswith(MOTTO) for line in first)
        assert any(DATE.search(line) for line in first[:8]), first[:8]

    def test_page_numbers_begin_on_page_two_and_again_in_each_appendix(
        self, name: str, printed_samples: dict[str, Printed]
    ) -> None:
        expected = 0
        for page in printed_samples[name].pages:
            begins = LABEL.match(page[0]) or any(NATIONAL_NAME in line for line in page[:3])
            expected = 1 if begins else expected + 1
            assert printed_number(page) == (None if expected == 1 else expected)

    def test_pages_are_a4_and_the_main_part_is_portrait(
        self, name: str, printed_samples: dict[str, Printed]
    ) -> None:
        printed = printed_samples[name]
        assert len(printed.sizes) == len(printed.pages)
        for page, (width, height) in zip(printed.pages, printed.sizes, strict=True):
            assert sorted((round(width), round(height))) == [595, 842]
            if LABEL.match(page[0]):
                break
            assert width < height

    def test_the_signature_never_stands_alone(self, name: str, printed_samples: dict[str, Printed]) -> None:
        signing = [page for page in printed_samples[name].pages if any("Nơi nhận:" in line for line in page)]
        assert len(signing) == 1
        before = signing[0][: next(i for i, line in enumerate(signing[0]) if "Nơi nhận:" in line)]
        assert any(line.endswith("./.") for line in before)

    def test_table_heads_are_repeated(self, name: str, printed_samples: dict[str, Printed]) -> None:
        in_appendix = False
        for page in printed_samples[name].pages:
            in_appendix = in_appendix or bool(LABEL.match(page[0]))
            if in_appendix and (page[-1] != "./." or len(page) > 4):
                assert re.search(r"STT|\bTT\b|\(1\)", " ".join(page[:12])), page[:12]


def test_a_long_unit_name_does_not_break_the_national_name(tmp_path: Path) -> None:
    need_tools()
    text = (ROOT / "specs" / "minh-hung" / "ke-hoach-2026.yaml").read_text(encoding="utf-8")
    spec = tmp_path / "dai.yaml"
    spec.write_text(text.replace("ten: Minh Hưng", "ten: Chân Mây - Lăng Cô Thượng"), encoding="utf-8")
    output = tmp_path / "dai.docx"
    assert regenerate(Job(spec, "dai.yaml", output), Wanted(ROOT)).made

    (pdf,) = print_files([output], tmp_path)

    first = read_pages(pdf).pages[0]
    assert any(line.endswith(NATIONAL_NAME) for line in first)
    assert any(line.endswith(MOTTO) for line in first)
