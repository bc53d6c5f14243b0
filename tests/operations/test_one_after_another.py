"""What was read before changes nothing: documents made one after another are as if made alone."""

from __future__ import annotations

import functools
import gc
import random
import sys
import tracemalloc
from pathlib import Path
from typing import Any

from bench.wards import SAMPLE, ward_spec
from nq57gen.diagnostics import Diagnostic
from nq57gen.errors import InvalidInput
from nq57gen.model.document import Document
from nq57gen.operations.document import understand
from nq57gen.operations.paths import Job
from nq57gen.operations.render import finish
from tests.samples.walk import ROOT, SAMPLES
from tests.schema.snippets import PLAN, changed
from tests.schema.test_broken import BROKEN

#: What these are asked for stands in the program itself, never in a spec.
OF_OUR_OWN = ("_letters", "fields_of", "words", "_compiled", "_known", "_broken", "_comma", "_gap")
WARD = (ROOT / SAMPLE).read_text(encoding="utf-8")


def made(folder: Path, spec: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """The document of ``spec`` with all that is said of it."""
    path = folder / "a.yaml"
    path.write_text(spec, encoding="utf-8")
    try:
        understood = understand(path, "a.yaml", ROOT)
    except InvalidInput as error:
        return None, error.diagnostics
    return understood.document, understood.warnings


def remembering() -> list[Any]:
    """Every function of the program that remembers its results, as far as it is loaded."""
    modules = [module for name, module in sys.modules.items() if name.startswith("nq57gen.")]
    kind = functools._lru_cache_wrapper
    found = {id(one): one for module in modules for one in vars(module).values() if isinstance(one, kind)}
    return list(found.values())


def test_all_that_is_remembered_is_bounded() -> None:
    finish(Job(SAMPLES[0], "a.yaml", Path("a.docx")), ROOT)  # all that a document needs is loaded
    functions = remembering()
    assert len(functions) > 30
    for function in functions:
        asked_for = getattr(function.__wrapped__, "__code__", None)
        if (asked_for is None or asked_for.co_argcount) and function.__name__ not in OF_OUR_OWN:
            size = function.cache_info().maxsize
            assert size is not None, function.__qualname__
            assert size <= 20_000, function.__qualname__


def test_documents_are_the_same_whatever_was_made_before(tmp_path: Path) -> None:
    specs = [path.read_text(encoding="utf-8") for path in SAMPLES]
    specs += [changed(PLAN, change) for change, *_ in BROKEN]
    specs += [ward_spec(WARD, number) for number in range(0, 60, 7)]
    alone = []
    functions = remembering()
    for spec in specs:
        for function in functions:
            function.cache_clear()
        alone.append(made(tmp_path, spec))
    assert {document is None for document, _ in alone} == {True, False}
    order = random.Random(57).sample(range(len(specs)), k=len(specs))  # noqa: S311  # any order will do
    for number in order:
        assert made(tmp_path, specs[number]) == alone[number]


def test_many_documents_need_no_more_memory_than_a_few(tmp_path: Path) -> None:
    for number in range(20):
        made(tmp_path, ward_spec(WARD, number))
    tracemalloc.start()
    try:
        made(tmp_path, ward_spec(WARD, 20))
        gc.collect()
        before, _ = tracemalloc.get_traced_memory()
        for number in range(21, 61):
            made(tmp_path, ward_spec(WARD, number))
        gc.collect()  # what waits for the collector is not kept
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 3_000_000
