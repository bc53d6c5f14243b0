"""What is remembered of texts changes nothing that is said, is bounded, and no document lingers."""

from __future__ import annotations

import gc
import itertools
from pathlib import Path

import pytest

from nq57gen.diagnostics import Position
from nq57gen.model import resolver, tables, texts
from nq57gen.model.build import build, listed_targets
from nq57gen.model.document import Place
from nq57gen.model.resolver import SpecPlace
from nq57gen.operations.document import understand
from nq57gen.packs.find import pack_folders
from nq57gen.schema.read import read
from nq57gen.schema.spec_types import Spec
from nq57gen.spec.reader import read_spec
from nq57gen.spec.source import SourceFile
from nq57gen.vietnamese import labels, values
from tests.model.show import spec
from tests.samples.walk import ROOT, SAMPLES

REMEMBERED = (
    *(texts.parsed, texts.plain_runs, texts.plain_cell),
    *(tables._text_cell, values.evaluate, labels.roman),
)
#: What may begin something else than plain text, and what stands around it.
SIGNS = (
    *(
        "",
        " ",
        "chữ",
        "5%",
        "\t",
        "\\",
        "*",
        "**",
        "[",
        "[^x]",
        "[^y]",
        "{",
        "{{ a }}",
        "{% a %}",
        "<",
        "< 5",
        ">",
    ),
    *(
        "<<",
        ">>",
        "<<don_vi>>",
        "<<don_vi.ten | hoa>>",
        "<< nam_ke_hoach >>",
        "<<khong_co>>",
        "<ubnd>>",
        "<<>>",
    ),
    *("<<?số liệu>>", "<<?>>", "<<?a <<don_vi>> b>>", "\\<<don_vi>>", "<<1 + 2>>", "- ", "a) ", "1.1. "),
)
#: All pairs of signs with words between and around, a line each.
AWKWARD = [f"Một {first}hai{second} ba" for first, second in itertools.product(SIGNS, SIGNS)]
AWKWARD += [f"{first}{second}" for first, second in itertools.product(SIGNS, SIGNS)]


def spec_of(text: str) -> Spec:
    return read(read_spec(SourceFile("a.yaml", text)), pack_folders(ROOT)).spec


def awkward() -> Spec:
    """Every awkward line in a body text, a cell, a heading and a basis."""
    body = "".join(f"  {line}\n" for line in AWKWARD if line.strip())
    quoted = [line.replace("'", "''") for line in AWKWARD if line.strip()]
    rows = "".join(f"  - {{ten: '{line}', san_pham: '{line}', chu_tri: '{line}'}}\n" for line in quoted)
    return spec_of(
        spec(
            f"viec: |\n{body}",
            "chu_thich: {x: Một <<don_vi>>}",
            "can_cu:\n" + "".join(f"  - '{line}'\n" for line in quoted),
            "phu_luc:\n- ma: pl\n  tieu_de: Bảng\n  bang: nhiem_vu\n  nhiem_vu:\n" + rows,
        )
    )


def read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """No text counts as plain, and nothing is remembered."""
    for function in (texts.plain_runs, texts.plain_cell):
        monkeypatch.setattr(resolver, function.__name__, lambda _text: None)
    monkeypatch.setattr(resolver, "is_plain", lambda _text: False)
    monkeypatch.setattr(resolver, "parsed", texts.parsed.__wrapped__)


def test_awkward_texts_say_the_same_remembered_or_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    given = awkward()
    first, again = build(given), build(given)
    assert len({problem.code for problem in first.problems}) > 8
    read_anew(monkeypatch)
    anew = build(given)
    assert first == again == anew
    assert repr(first.document) == repr(anew.document)  # equal, and each of the same kind


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_a_sample_says_the_same_remembered_or_read_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered = understand(path, path.name, ROOT)
    read_anew(monkeypatch)
    anew = understand(path, path.name, ROOT)
    assert (remembered.document, remembered.warnings) == (anew.document, anew.warnings)
    assert listed_targets(remembered.spec) == listed_targets(anew.spec)


def test_a_text_taken_apart_is_whole() -> None:
    for text in AWKWARD:
        pieces, expressions, _, _ = texts.parsed(text)
        last = 0
        for piece, (source, start, is_blank) in zip(pieces, expressions, strict=False):
            assert text[last:start] == piece
            last = text.index(">>", start) + 2
            said = text[start + 2 : last - 2]
            assert said == f"?{source}" if is_blank else said.strip() == source
        assert text[last:] == pieces[-1]
        assert len(pieces) == len(expressions) + 1


def test_all_that_is_remembered_is_bounded() -> None:
    for function in REMEMBERED:
        size = function.cache_info().maxsize
        assert size is not None
        assert size <= 1000


@pytest.mark.parametrize("work", [build, listed_targets])
def test_nothing_of_a_document_waits_for_the_garbage_collector(work: object) -> None:
    assert callable(work)
    path = next(path for path in SAMPLES if "phu_luc:" in path.read_text(encoding="utf-8"))
    given = understand(path, path.name, ROOT).spec
    work(given)
    gc.collect()
    gc.disable()
    try:
        made = work(given)
        del made
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_blank_typed_with_an_escape_is_found() -> None:
    quoted = spec('ket_thuc: "Có \\x3c<?số liệu>> đây"')
    assert "<<?" not in quoted
    found = [(one.code, one.where) for one in build(spec_of(quoted)).problems]
    assert found == [("N033", "ket_thuc")]


def test_a_place_looked_for_is_equal_to_one_that_is_known() -> None:
    data = read_spec(SourceFile("a.yaml", "a: |\n  Một.\n\n  Hai.\nb: [Ba]\n"))
    known = Place("a", Position(4, 3))
    looked_for = SpecPlace(data, ("a",), len("Một.\n\n"))
    assert looked_for == known
    assert hash(looked_for) == hash(known)
    assert repr(looked_for) == repr(known)
    assert SpecPlace(data, ("b", 0)) == Place("b.0", Position(5, 5))
    assert looked_for != Place()
