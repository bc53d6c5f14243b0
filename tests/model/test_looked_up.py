"""A name with attributes and filters is looked up without Jinja, and gives just what Jinja gives."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nq57gen.model import expressions
from nq57gen.model.expressions import FILTERS, Evaluator, ExpressionProblem
from nq57gen.model.names import Names
from nq57gen.operations.document import understand
from tests.model.test_expressions import HOSTILE
from tests.samples.walk import ROOT, SAMPLES

NAMES: dict[str, Any] = {
    "ten": "Minh Hưng",
    "so_dan": "29061000",
    "nam": 2026,
    "ngay": "5/3/2026",
    "rong": "",
    "don_vi": Names("don_vi", lambda: "phường Minh Hưng", {"ten": "Minh Hưng", "so": lambda: 7}),
    "bien": Names("bien", None, {"x": lambda: "75,2", "sau": Names("sau", lambda: "chữ", {"ngan": "C"})}),
    # ids that mean something to Jinja or to Python
    **dict.fromkeys(("not", "in", "self", "loop", "super", "true", "none"), "giá trị"),
    **dict.fromkeys(("class", "x", "_", "range", "a1"), "chữ"),
}
PATHS = [
    *NAMES,
    *("don_vi.ten", "don_vi.so", "don_vi.khong", "don_vi.ten.khong", "bien.x", "bien.sau", "bien.sau.ngan"),
    *(
        "khong",
        "ten.khong",
        "nam.khong",
        "bien.khong",
        "don_vi.",
        ".ten",
        "don_vi .ten",
        "don_vi. ten",
        "1",
        "",
    ),
]
TAILS = [
    "",
    *(f" | {name}" for name in FILTERS),
    *(
        "|hoa",
        "|hoa|hoa_dau",
        "  |  thuong | hoa",
        " | la",
        " |",
        " | hoa()",
        " + 1",
        "\t| hoa",
        " | so | so",
    ),
]


def outcome(source: str) -> object:
    """The text of an expression, or what is said of it."""
    try:
        return Evaluator(NAMES).evaluate(source, {})
    except ExpressionProblem as problem:
        return problem.code, problem.values


def by_jinja(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_look_up", lambda _source, _names: None)


def test_an_expression_gives_the_same_either_way(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [path + tail for path, tail in itertools.product(PATHS, TAILS)] + [one for one, _ in HOSTILE]
    looked_up = {source: outcome(source) for source in sources}
    for source in ("don_vi", "bien.sau.ngan", "ten | hoa", "nam | la_ma"):
        assert expressions._look_up(source, NAMES) is not None
    by_jinja(monkeypatch)
    assert {source: outcome(source) for source in sources} == looked_up


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_a_sample_gives_the_same_document_either_way(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = understand(path, path.name, ROOT)
    by_jinja(monkeypatch)
    made = understand(path, path.name, ROOT)
    assert (made.document, made.warnings) == (looked_up.document, looked_up.warnings)


def test_an_ordinary_spec_needs_no_jinja() -> None:
    code = (
        "import sys; from pathlib import Path; from nq57gen.operations.document import understand;"
        f"understand(Path({str(SAMPLES[0])!r}), 'a.yaml', Path({str(ROOT)!r}));"
        "print('jinja2' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "False"
