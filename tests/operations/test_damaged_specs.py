"""Specs damaged at random: every one is a document or findings with their places, never a failure of ours."""

from __future__ import annotations

import pytest

from bench.damage import chance, damaged_spec
from nq57gen.diagnostics import Diagnostic
from nq57gen.errors import InvalidInput
from nq57gen.operations.document import understand_source
from nq57gen.operations.render import render_bytes
from nq57gen.spec.source import SourceFile
from tests.schema.snippets import PLAN, REPORT, ROOT

#: Damaged specs in all, and in one test.
_SPECS, _BATCH = 240, 40


@pytest.mark.parametrize("first", range(0, _SPECS, _BATCH))
def test_a_damaged_spec_is_a_document_or_findings(first: int) -> None:
    for seed in range(first, first + _BATCH):
        rng = chance(seed)
        text = damaged_spec(rng.choice((PLAN, REPORT)), rng)
        made = _made(text)
        assert made, seed
        if not isinstance(made, bytes):
            assert all(one.position for one in made if one.code[0] in "YSNT"), (seed, made)


def _made(text: str) -> bytes | tuple[Diagnostic, ...]:
    """The document of ``text``, or what is wrong with it."""
    try:
        made = understand_source(SourceFile("a.yaml", text), ROOT)
    except InvalidInput as error:
        return error.diagnostics
    return render_bytes(made.spec, made.document)
