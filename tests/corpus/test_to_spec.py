"""The converter keeps every word of the original and types only the numbers it has to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from nq57gen.vietnamese.labels import NumberStyle
from tests.corpus.labels import explicit, style_for
from tests.corpus.source import Block, Corpus, escape, read_corpus
from tests.corpus.tables import LEADING_NUMBER
from tests.corpus.to_spec import main, to_spec

EXAMPLE = Path(__file__).parent / "example.json"
#: The real documents lie beside the project, where there are any.
REAL = Path(__file__).parents[3] / "shared" / "corpus"

found = [pytest.param(path) for path in sorted(REAL.glob("*.json"))]
no_files = pytest.param(REAL, marks=pytest.mark.skip(reason="no corpus files in ../shared/corpus"))
every_source = pytest.mark.parametrize(
    "source", [pytest.param(EXAMPLE), *(found or [no_files])], ids=lambda path: path.stem
)


@pytest.fixture
def example() -> Corpus:
    return read_corpus(EXAMPLE)


def load(corpus: Corpus) -> dict[str, Any]:
    spec = yaml.safe_load(to_spec(corpus))
    assert isinstance(spec, dict)
    return spec


def texts(value: object) -> Iterator[str]:
    """All lines of all texts in a spec, as they would be printed, without footnote marks."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    else:
        for line in str(value).splitlines():
            yield re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)\[\^\w+\]", "", line))


def wanted(block: Block) -> list[str]:
    text = block["text"]
    match block["kind"]:
        case "title":
            return []
        case "heading":
            run_in = block.get("run_in", "")
            return [part for part in (text.removesuffix(run_in).strip(), run_in) if part]
        case "bullet":
            return [f"{block['number']} {text}"]
        case "closing":
            return [text.removesuffix("./.")]
        case _:
            return [text]


def wanted_cells(corpus: Corpus) -> Iterator[str]:
    """Yield the cells of all rows but their numbers, which are mostly automatic."""
    for appendix in corpus["appendices"]:
        numbered = appendix["columns"][0].casefold() in ("stt", "tt")
        for row in appendix["rows"]:
            first, *others = row["cells"]
            if not numbered and not row["group"]:
                found = LEADING_NUMBER.fullmatch(first)
                yield found[2] if found else first
            yield from filter(None, others)


@every_source
def test_every_text_of_the_original_is_in_the_spec(source: Path) -> None:
    corpus = read_corpus(source)
    spec = load(corpus)
    have = Counter(texts(spec))
    bases = [block["text"] for block in corpus["blocks"] if block["kind"] == "basis"]
    if "can_cu" in spec:
        assert list(texts(spec["can_cu"])) == [basis.rstrip(";,. ") for basis in bases]
        have.update(bases)
    else:
        have.update(line.removeprefix("- ") for line in texts(spec["mo_dau"]))
    need = Counter(text for block in corpus["blocks"] for text in wanted(block))
    need.update(wanted_cells(corpus))
    need.update(note["text"] for note in corpus["footnotes"])
    need.update(recipient.rstrip(";,. ") for recipient in corpus["recipients"])
    assert need - have == Counter()


@every_source
def test_footnotes_stand_right_after_their_words(source: Path) -> None:
    corpus = read_corpus(source)
    spec = to_spec(corpus)
    for block in corpus["blocks"]:
        for ref in block.get("footnote_refs", []):
            assert spec.count(f"{ref['after']}[^{ref['mark']}]") == 1
    assert load(corpus).get("chu_thich", {}).keys() == {note["mark"] for note in corpus["footnotes"]}


@every_source
def test_each_section_of_the_outline_has_its_content(source: Path) -> None:
    spec = load(read_corpus(source))
    entries = [inner for entry in spec["bo_cuc"] for inner in entry.get("muc", [entry])]
    keys = [entry["khoa"] for entry in entries]
    assert len(set(keys)) == len(keys)
    assert all(spec[key] for key in keys)


def test_sections_take_the_keys_of_the_pack_where_they_fit(example: Corpus) -> None:
    spec = load(example)
    assert spec["bo_cuc"] == [
        {
            "tieu_de": "MỤC ĐÍCH, YÊU CẦU",
            "muc": [{"khoa": "muc_dich", "tieu_de": "Mục đích"}, {"khoa": "yeu_cau", "tieu_de": "Yêu cầu"}],
        },
        {"khoa": "muc_tieu", "tieu_de": "MỤC TIÊU"},
        {"khoa": "kinh_phi", "tieu_de": "KINH PHÍ:"},
        {"khoa": "muc_4", "tieu_de": "BẢN ĐỒ SỐ", "danh_so": "V."},
    ]
    assert spec["kinh_phi"] == "Từ ngân sách xã.\n"


def test_only_wrong_labels_are_typed(example: Corpus) -> None:
    item, wrong, lettered = load(example)["muc_tieu"]
    assert item == {"noi_dung": "Ban hành 02 Quyết định[^1] và 03 Kế hoạch[^2] trong quý I.\n"}
    assert wrong["danh_so"] == "2-"
    assert wrong["noi_dung"] == "* Nhóm hạ tầng:\n+ Phủ sóng 5G: 60%;\n"
    assert lettered["kieu_danh_so"] == "chu"
    assert [muc.get("danh_so") for muc in lettered["muc"]] == [None, "b)."]


def test_rows_stand_in_their_groups(example: Corpus) -> None:
    table = load(example)["phu_luc"][0]
    assert (table["danh_so"], table["bang"]) == ("1", "chi_tieu")
    first, second = table["chi_tieu"]
    inner, outside = first["chi_tieu"]
    assert [row["ten"] for row in inner["chi_tieu"]] == ["Hồ sơ trực tuyến", "Hồ sơ số hóa"]
    assert outside["ten"] == "Hạ tầng số"
    assert (second["ke_hoach"], second["chu_tri"]) == ("100", "Phòng Kinh tế")
    assert [row.get("danh_so") for row in second["chi_tieu"]] == [None, ""]
    assert table["cot"][3] == {"truong": "ke_hoach", "tieu_de": "Kết quả"}


def test_a_table_without_numbers_prints_them_before_the_text(example: Corpus) -> None:
    table = load(example)["phu_luc"][1]
    assert table["cot"][0] == {"truong": "ten", "tieu_de": "Nhiệm vụ", "kem_stt": "có"}
    (group,) = table["nhiem_vu"]
    assert [(row["ten"], row.get("danh_so")) for row in group["nhiem_vu"]] == [
        ("Ban hành quy chế", None),
        ("Rà soát quy chế", "3."),
    ]


def test_a_table_that_fits_no_layout_becomes_a_general_one(example: Corpus) -> None:
    assert load(example)["phu_luc"][2]["bang"] == "tu_do"  # "Tạm đạt" is no evaluation
    example["appendices"][2]["rows"][1]["cells"][4] = "Đạt"
    assert load(example)["phu_luc"][2]["bang"] == "danh_gia"
    example["appendices"][2]["rows"][1]["cells"][2] = "≥ 6O%"
    table = load(example)["phu_luc"][2]
    assert table["bang"] == "tu_do"
    assert table["hang"] == [
        {"o": ["I", {"chu": "Hạ tầng", "gop_cot": 4}], "dam": "có"},
        ["1", "Phủ sóng 5G", "≥ 6O%", "70%", "Đạt"],
    ]
    example["appendices"][0]["columns"][4] = "Mức độ"
    assert load(example)["phu_luc"][0]["bang"] == "tu_do"


def test_numbers_that_go_on_across_groups(example: Corpus) -> None:
    assert "danh_so_lien_tuc" not in load(example)["phu_luc"][0]
    rows = [{"group": True, "level": 1, "cells": [number, "Nhóm"]} for number in ("I", "II")]
    rows[1:1] = [{"group": False, "cells": [str(n), "Việc", "%", "9", "Công an"]} for n in (1, 2)]
    rows += [{"group": False, "cells": [str(n), "Việc", "%", "9", "Công an"]} for n in (3, 4)]
    example["appendices"] = [{**example["appendices"][0], "rows": rows}]  # type: ignore[typeddict-item]
    (table,) = load(example)["phu_luc"]
    assert table["danh_so_lien_tuc"] == "có"
    assert not any("danh_so" in row for group in table["chi_tieu"] for row in group["chi_tieu"])


def test_the_authority_takes_the_form_of_the_decree_and_a_comment_says_so(example: Corpus) -> None:
    assert load(example)["nguoi_ky"]["quyen_han"] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]
    assert "# Bản gốc ghi “KT.CHỦ TỊCH”" in to_spec(example)
    example["signature"]["acting_for"] = "KT CHỦ TỊCH"
    assert load(example)["nguoi_ky"]["quyen_han"] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]
    example["signature"]["acting_for"] = None
    assert load(example)["nguoi_ky"]["quyen_han"] == ["TM. ỦY BAN NHÂN DÂN"]
    assert "Bản gốc ghi" not in to_spec(example)


def test_bases_that_do_not_end_as_in_the_decree_stay_as_they_are(example: Corpus) -> None:
    last = [block for block in example["blocks"] if block["kind"] == "basis"][-1]
    last["text"] = last["text"].removesuffix(".") + ";"
    spec = load(example)
    assert "can_cu" not in spec
    assert spec["mo_dau"].splitlines()[1] == "Theo đề nghị của Phòng Văn hóa - Xã hội;"
    assert "# Các căn cứ của bản gốc" in to_spec(example)


@pytest.mark.parametrize(
    ("subject", "year"),
    [
        ("Triển khai năm 2027 và năm 2028", 2027),
        ("Kết quả từ 03/12/2025 đến 01/6/2026", 2026),
        ("Triển khai", 2026),
    ],
)
def test_the_year_comes_from_the_subject_or_the_latest_date(example: Corpus, subject: str, year: int) -> None:
    example["blocks"][1]["text"] = subject
    assert load(example)["nam_ke_hoach"] == year


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a * b", r"a \* b"),
        ("a[^1] [1]", r"a\[^1] [1]"),
        ("<<<a>>> < b", r"\<\<<a>>> < b"),
        (r"D:\số", r"D:\\số"),
        ("a \n b", "a b"),
    ],
)
def test_marks_of_the_language_are_escaped(text: str, written: str) -> None:
    assert escape(text) == written
    assert list(texts(written)) == [" ".join(text.split())]


@pytest.mark.parametrize("text", ["{{ a }}", "{% if %}"])
def test_template_marks_cannot_be_written(text: str) -> None:
    with pytest.raises(ValueError, match="cannot print"):
        escape(text)


def test_a_footnote_without_its_words_is_refused(example: Corpus) -> None:
    example["blocks"][4]["footnote_refs"] = [{"mark": "3", "after": "không có"}]
    with pytest.raises(ValueError, match="footnote 3"):
        to_spec(example)


@pytest.mark.parametrize(
    ("style", "labels", "parent", "typed"),
    [
        (NumberStyle.ARABIC, ["1.", "2-", "3."], "I.", [None, "2-", None]),
        (NumberStyle.DECIMAL, ["2.1.", "2.7.", "2.8."], "2.", [None, "2.7.", None]),
        (
            NumberStyle.LETTER,
            ["a)", "b).", "c)", "d)", "e)", "g)"],
            "1.",
            [None, "b).", None, None, "e)", None],
        ),
        (NumberStyle.ROMAN, ["I.", "", "II.", "Phụ", "III."], "", [None, "", None, "Phụ", "III."]),
    ],
)
def test_labels_are_typed_where_they_differ(
    style: NumberStyle, labels: list[str], parent: str, typed: list[str | None]
) -> None:
    assert explicit(style, labels, parent) == typed


def test_the_style_is_the_one_with_the_fewest_typed_labels() -> None:
    assert style_for(["a)", "b)", "2.3."], "2.", NumberStyle.DECIMAL) is NumberStyle.LETTER
    assert style_for(["-", "="], "2.", NumberStyle.DECIMAL) is NumberStyle.DECIMAL


def test_the_command_writes_the_spec(
    tmp_path: Path, example: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "spec.yaml"
    assert main([str(EXAMPLE), str(target)]) == 0
    assert target.read_text(encoding="utf-8") == to_spec(example)
    assert main([str(EXAMPLE)]) == 2
    assert "usage" in capsys.readouterr().err
