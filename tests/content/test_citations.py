"""Mentions of documents: every part is read, however typed; central ones are as in the packs."""

from __future__ import annotations

import datetime
import itertools
from pathlib import Path

import pytest
import yaml

from nq57gen.checks.content.counted import not_before, run_of
from nq57gen.checks.content.engine import check_content
from nq57gen.checks.content.from_text import paper_of
from nq57gen.checks.content.mentions import Mention, mentions
from nq57gen.checks.content.rules.citations.catalogue import library, misquoted, words_of

DE_AN_06 = (
    "Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử "
    "phục vụ chuyển đổi số quốc gia"
)
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def only(text: str) -> Mention:
    found = mentions(paper_of(text))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nghị quyết số 57-NQ/TW", ("57", "", ("NQ", "TW"))),
        ("Nghị quyết số 66.7/2025/NQ-CP", ("66.7", "2025", ("NQ", "CP"))),
        ("Nghị quyết số 193/2025/QH15", ("193", "2025", ("QH15",))),
        ("Công văn số 153/UBND-VHXH", ("153", "", ("UBND", "VHXH"))),
        ("Nghị quyết số 57- NQ/TW", ("57", "", ("NQ", "TW"))),
        ("Nghị quyết số: 57-NQ-TW", ("57", "", ("NQ", "TW"))),
        ("Kế hoạch số 17/KH-SKHCN", ("17", "", ("KH", "SKHCN"))),
        ("Văn bản số 12/UBND", ("12", "", ("UBND",))),
    ],
)
def test_a_number_is_taken_apart(text: str, parts: tuple[str, str, tuple[str, ...]]) -> None:
    mention = only(text)
    assert (mention.number, mention.year, mention.parts) == parts
    assert mention.word


@pytest.mark.parametrize(
    "text",
    [
        "tốc độ trên 01 Gb/s",
        "TCVN ISO 9001:2015",
        "ngày 22/12/2024",
        "từ 7/2025-11/2025",
        "24/7",
        "12/UBND",
        "mạng 5G/LTE",
    ],
)
def test_what_is_no_number_of_a_document_is_left_alone(text: str) -> None:
    assert not mentions(paper_of(text))


@pytest.mark.parametrize(
    ("day", "date", "long"),
    [
        ("ngày 22/12/2024", datetime.date(2024, 12, 22), False),
        ("ngày22/12/2024", datetime.date(2024, 12, 22), False),
        ("Ngày 22-12-2024", datetime.date(2024, 12, 22), False),
        ("ngày 22 tháng 12 năm 2024", datetime.date(2024, 12, 22), True),
        ("ban hành ngày 05/3/2025", datetime.date(2025, 3, 5), False),
        ("ngày 31/9/2025", None, False),
    ],
)
def test_both_forms_of_a_date_are_read(day: str, date: datetime.date | None, long: bool) -> None:
    mention = only(f"Nghị quyết số 57-NQ/TW {day} của Bộ Chính trị về đột phá")
    assert (mention.date, mention.long) == (date, long)
    assert mention.issuer_key == ("Bộ Chính trị", "")
    assert mention.title == "đột phá"


@pytest.mark.parametrize(
    ("issuer", "key"),
    [
        ("Uỷ ban nhân dân tỉnh Đồng Nai", ("Ủy ban nhân dân", "tỉnh")),
        ("UBND thành phố Hải Phòng", ("Ủy ban nhân dân", "tỉnh")),
        ("Chủ tịch UBND phường", ("Ủy ban nhân dân", "phường")),
        ("Ban Thường vụ Thành ủy", ("Tỉnh ủy", "")),
        ("Đảng ủy phường Minh Hưng", ("Đảng ủy", "phường")),
        ("Thường trực HĐND xã", ("Hội đồng nhân dân", "xã")),
        ("Thủ tướng Chính phủ", ("Thủ tướng Chính phủ", "")),
        ("Sở Khoa học và Công nghệ", ("Sở", "")),
        ("Ban Chỉ đạo Trung ương", ("Ban Chỉ đạo Trung ương", "")),
    ],
)
def test_issuers_are_told_apart(issuer: str, key: tuple[str, str]) -> None:
    assert only(f"Kế hoạch số 12/KH-ABC ngày 05/3/2025 của {issuer} về chuyển đổi số").issuer_key == key


def test_commas_and_a_missing_word_are_seen() -> None:
    mention = only("Kế hoạch hành động 469-KH/TU, ngày 16/5/2025, của Tỉnh ủy")
    assert (mention.kind, mention.lead, mention.word) == ("kế hoạch", "hành động", False)
    assert mention.comma
    assert mention.comma_by


def test_a_title_ends_where_the_next_document_begins() -> None:
    first, second = mentions(
        paper_of("Kế hoạch số 17/KH-UBND ngày 14/8/2025 về thực hiện Nghị quyết số 57-NQ/TW")
    )
    assert (first.title, second.kind) == ("thực hiện", "nghị quyết")


def test_a_verb_with_words_behind_it_is_no_kind() -> None:
    assert only("theo quy định tại số 30/2020/NĐ-CP").kind == ""
    assert only("Quy định số 114-QĐ/TW").kind == "quy định"


def test_numbers_begin_anew_with_the_communes_of_july_2025() -> None:
    def of(text: str) -> object:
        return run_of(only(text))

    spring, autumn = of("Kế hoạch số 12/KH-UBND ngày 05/3/2025"), of("Kế hoạch số 12/KH-UBND ngày 05/9/2025")
    assert spring != autumn
    assert autumn == of("Kế hoạch số 90/KH-UBND ngày 05/12/2025")
    assert of("Kế hoạch số 12-KH/ĐU ngày 05/9/2025") is None


def test_a_draft_is_not_older_than_what_it_cites() -> None:
    draft = "@ phường Minh Hưng; kế hoạch\nCăn cứ Kế hoạch số 91/KH-UBND ngày 12/02/2026 của UBND tỉnh."
    assert not_before(paper_of(draft)) == datetime.date(2026, 2, 12)
    signed = "@ phường Minh Hưng; ngày 05/3/2026; kế hoạch\nKế hoạch số 91/KH-UBND ngày 12/02/2026"
    assert not_before(paper_of(signed)) == datetime.date(2026, 3, 5)


def test_the_list_of_central_documents_says_what_the_packs_say() -> None:
    checked = set()
    for file in TEMPLATES.glob("*/pack.yaml"):
        for row in yaml.safe_load(file.read_text(encoding="utf-8")).get("van_ban", {}).values():
            known = library().get(row["so"])
            if known is None:
                continue
            checked.add(known.symbol)
            day, month, year = map(int, str(row["ngay"]).split("/"))
            assert (row["loai"].lower(), row["co_quan"]) == (known.kind, known.issuer)
            assert datetime.date(year, month, day) == known.date
            title = row.get("trich_yeu", "").replace("<<nq57.ngan>>", "Nghị quyết số 57-NQ/TW")
            assert set(known.words) <= set(words_of(title)) or not title
    assert len(checked) == len(library()) - 1  # the decree on clerical work is cited by no pack


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("giai đoạn 2022-2026, tầm nhìn đến năm 2030", "2026", "2025"),
        ("giai đoạn 2022-2025, tầm nhìn năm 2035", "2035", "2030"),
    ],
)
def test_a_year_that_differs_in_a_title_is_found(text: str, wrong: str, right: str) -> None:
    (found,) = misquoted(f"{DE_AN_06} {text}")
    assert wrong in found.wrong
    assert right in found.right


def test_rules_take_mentions_of_which_any_part_is_missing() -> None:
    parts = (
        ("Kế hoạch ", ""),
        ("số ", ""),
        ("12-KH/TU", "12/2025/QH15", "12/UBND-VP", "12-NQ-CP"),
        (" ngày 26/8/2025", ", ngày 31/9/2025", ""),
        (" của Tỉnh ủy", " của ABC", ""),
        (" về chuyển đổi số", ""),
    )
    texts = ["".join(chosen) for chosen in itertools.product(*parts)]
    for text in texts:
        check_content(paper_of(f"Theo {text}."), "ví dụ")
    found = check_content(paper_of("\n".join(texts)), "ví dụ")
    assert {"VB-01", "VB-02", "VB-10", "VB-12", "VB-16"} <= {one.code for one in found}


def test_spelling_and_signs_are_no_misquotation() -> None:
    assert not misquoted("đột phá phát triễn khoa học công nghệ, đối mới sáng tạo và chuyển đổi số quốc gia")
