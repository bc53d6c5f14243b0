"""Known mistakes of real documents are found, and nothing is said where nothing is wrong."""

from __future__ import annotations

import functools
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from nq57gen.cli import main
from nq57gen.diagnostics import Diagnostic
from tests.corpus.defects import ROOT, Result, render, results, score
from tests.corpus.entries import MISSED, Entry, fits, quoted
from tests.corpus.silent import SILENT
from tests.corpus.source import read_corpus
from tests.corpus.to_spec import to_spec

SHARED = ROOT.parent / "shared"
DOCUMENTS = ("000", "001", "002")
needs_shared = pytest.mark.skipif(
    not (SHARED / "defects").is_dir(), reason="no worked lists and real documents in ../shared"
)


@functools.cache
def compared() -> tuple[Result, ...]:
    return tuple(results(SHARED))


def finding(code: str, where: str, message: str = "") -> Diagnostic:
    return Diagnostic(code=code, message=message, where=where)


def entry(category: str, *quotes: str) -> Entry:
    return Entry("D000-01", category, certain=True, quotes=quotes, why="")


@pytest.mark.parametrize(
    ("found", "known"),
    [
        (finding("NN-07", "đoạn 3: “…trang fanpage xã hội”"), entry("typo", "trang fanpage")),
        (finding("NN-07", "đoạn 3: “…hối hợp với TTCN tỉnh Đồng…”"), entry("typo", "TTCN tỉnh Đồng Nai")),
        (finding("DV-01", "x", "y; ở đây: “Trạm y tế xã”"), entry("unit-leftover", "Trạm y tế xã")),
        (finding("ND30-NN-03", "đoạn 9: “-Lưu VT-VX.”"), entry("nd30", "-Lưu VT-VX.")),
        (finding("NN-13", "đoạn 9: “…di tích xoá bỏ…”"), entry("spelling", "xoá")),
    ],
)
def test_a_finding_of_the_same_words_and_kind_is_about_an_entry(found: Diagnostic, known: Entry) -> None:
    assert fits(found, known)


@pytest.mark.parametrize(
    ("found", "known"),
    [
        (finding("NN-07", "đoạn 3: “trang fanpage”"), entry("legal-form", "trang fanpage")),
        (finding("NN-03", "đoạn 3: “-Lưu VT-VX.”"), entry("nd30", "-Lưu VT-VX.")),
        (finding("NN-13", "đoạn 9: “di tích xóa bỏ”"), entry("spelling", "xoá")),
        (finding("NN-13", "đoạn 9: “tuyên truyền”", "uỷ"), entry("spelling", "uỷ", "uy")),
        (finding("NN-14", "đoạn 9: “trong toàn phường”"), entry("naming", "Công an phường")),
        (finding("NV-01", "ô 3: “80”"), entry("cross-appendix", "Tỷ lệ hồ sơ ≥ 80")),
        (finding("NN-24", "ô 3: “x”", "y; ở đây: “.”"), entry("body-appendix", "triển khai tiếp cận.")),
    ],
)
def test_a_finding_of_other_words_or_kind_is_not(found: Diagnostic, known: Entry) -> None:
    assert not fits(found, known)


@needs_shared
def test_most_certain_mistakes_are_found() -> None:
    for result in compared():
        found, known = result.count(certain=True)
        assert found >= 0.8 * known, result.document
    matched = [pair for result in compared() for pair in result.matched]
    found, known = score(matched, certain=True)
    assert known > 100
    assert found >= 0.8 * known


@needs_shared
def test_few_findings_are_in_no_list() -> None:
    for result in compared():
        assert len(result.strange) <= len(result.found) / 5, result.document


@needs_shared
def test_every_miss_has_its_reason() -> None:
    missed = {one.key for result in compared() for one, ones in result.matched if not ones}
    assert missed <= set(MISSED)


@needs_shared
@pytest.mark.parametrize(("document", "words", "families"), SILENT)
def test_nothing_is_said_where_nothing_is_wrong(document: str, words: str, families: str) -> None:
    result = next(one for one in compared() if one.document == document)
    codes = tuple(families.split())
    said = [
        one for one in result.found if one.code.startswith(codes) and words in f"{one.where} {quoted(one)}"
    ]
    assert not said, [f"{one.code} {one.where} {one.message}" for one in said]


@needs_shared
@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_spec_and_its_document_have_the_same_content_findings(
    document: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = SHARED / "corpus" / f"{document}.json"
    spec, word = tmp_path / "spec.yaml", tmp_path / "word.docx"
    spec.write_text(to_spec(read_corpus(corpus)), encoding="utf-8")
    word.write_bytes(render(corpus))
    of_spec, of_word = (_content(checked(path, capsys)) for path in (spec, word))
    assert of_spec == of_word
    assert of_spec.total() > 10


def checked(path: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What the command says of a file."""
    main(["check", str(path), "--format", "json"])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
    return found


def _content(found: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    """Codes and hints of the content rules: the places are lines in one and paragraphs in the other."""
    families = ("SO-", "DEM-", "VB-", "DV-", "CT-", "NV-", "NN-")
    return Counter((one["code"], one["hint"]) for one in found if one["code"].startswith(families))
