"""What specs share is checked and built once; that never shows in what is said of a spec or made of it."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from msgspec.structs import asdict

from bench.damage import chance, damaged_spec
from bench.wards import ward_spec
from nq57gen.diagnostics import Diagnostic
from nq57gen.errors import InvalidInput
from nq57gen.model.document import Document
from nq57gen.operations.document import understand_source
from nq57gen.operations.render import render_bytes
from nq57gen.spec import ordinary
from nq57gen.spec.reader import read_with_problems
from nq57gen.spec.source import SourceFile
from tests.samples.walk import ROOT, SAMPLES
from tests.schema.snippets import PLAN, REPORT

WARDS = [ward_spec(path.read_text(encoding="utf-8"), number) for path in SAMPLES for number in (1, 2, 9)]


def made(text: str) -> tuple[object, Document | None, list[Diagnostic]]:
    """What is understood of ``text``: the spec but for where it stands, the document, the findings."""
    try:
        understood = understand_source(SourceFile("thu.yaml", text), ROOT)
    except InvalidInput as error:
        return None, None, list(error.diagnostics)
    spec = asdict(understood.spec)
    data = spec.pop("data")
    return (data.data, spec), understood.document, list(understood.warnings)


def made_anew(text: str) -> tuple[object, Document | None, list[Diagnostic]]:
    ordinary.remembered_part.cache_clear()
    return made(text)


def test_a_ward_after_other_wards_is_as_if_it_were_the_first() -> None:
    from_memory = [made(text) for text in [*WARDS, *WARDS]]
    assert from_memory == [made_anew(text) for text in WARDS] * 2
    assert all(document for _, document, _ in from_memory)


@pytest.mark.parametrize("good", [PLAN, REPORT], ids=["plan", "report"])
def test_a_mistake_is_told_where_it_stands_after_good_specs(good: str) -> None:
    texts = ["# x\n" * (seed % 3) + damaged_spec(good, chance(seed)) for seed in range(150)]
    anew = [made_anew(text) for text in texts]
    made(good)
    for text, expected in zip(texts, anew, strict=True):
        assert made(text) == expected
        made(good)
    assert 20 < sum(document is None for _, document, _ in anew) < 145


def test_sections_and_appendices_are_shared_by_specs_of_one_kind() -> None:
    ordinary.remembered_part.cache_clear()
    one, other = (understand_source(SourceFile("a.yaml", text), ROOT).spec for text in (PLAN, "# x\n" + PLAN))
    assert one.sections[0] == other.sections[0]
    assert one.sections[-1] is other.sections[-1]
    assert one.appendices is other.appendices


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_making_a_document_changes_no_value_that_others_share(path: Path) -> None:
    source = SourceFile("thu.yaml", path.read_text(encoding="utf-8"))
    before = copy.deepcopy(read_with_problems(source)[0].data)
    understood = understand_source(source, ROOT)
    assert understood.spec.data.data["noi_nhan"] is read_with_problems(source)[0].data["noi_nhan"]
    render_bytes(understood.spec, understood.document)
    assert read_with_problems(source)[0].data == before
