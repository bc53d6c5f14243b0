"""What is judged good at once is exactly what cerberus finds nothing wrong with."""

from __future__ import annotations

import copy
import itertools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nq57gen.diagnostics import KeyPath
from nq57gen.packs.shape import PACK
from nq57gen.shape.checker import check, fits
from nq57gen.shape.faults import find_faults
from nq57gen.shape.types import Record
from nq57gen.spec.reader import SpecData, read_spec
from nq57gen.spec.source import SourceFile, read_source
from tests.samples.walk import ROOT, SAMPLES, put, read
from tests.schema.snippets import PLAN
from tests.shape.test_shapes import SHAPE

#: Every kind of value, right in one place and wrong in another.
AWKWARD: list[Any] = [
    None,
    "",
    "chữ lạ",
    "2026",
    "có",
    [],
    [""],
    ["la_ma"],
    [None, {}],
    {},
    {"a": "b"},
    {"": ""},
]
GONE, ONE_MORE = object(), object()


def inside(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    """The path of every value inside ``value``."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in steps:
        yield (*path, step)
        yield from inside(child, (*path, step))


def mutants(data: SpecData, every: int = 1) -> Iterator[SpecData]:
    """``data`` with one value replaced by an awkward one, one key gone or one too many; of these, some."""
    changes = ((path, value) for path in inside(data.data) for value in [*AWKWARD, GONE, ONE_MORE])
    for path, value in itertools.islice(changes, 0, None, every):
        changed: Any = copy.deepcopy(data.data)
        if value is ONE_MORE:
            put(changed, (*path[:-1], "khoa_la") if isinstance(path[-1], str) else path, "x")
        elif value is GONE:
            parent = changed
            for step in path[:-1]:
                parent = parent[step]
            del parent[path[-1]]
        else:
            put(changed, path, value)
        yield SpecData(data.source, changed, data.places)


def verdicts(data: SpecData, shape: Record) -> tuple[bool, bool]:
    """Whether ``data`` fits, and whether cerberus lets it through unchanged."""
    found = find_faults(data, shape)
    return fits(shape, data.data), not (found.problems or found.mended or found.data != data.data)


THINGS = {
    "plan": (
        read_spec(SourceFile("thu.yaml", PLAN)),
        read(ROOT / "specs/minh-hung/ke-hoach-2026.yaml").shape,
    ),
    "all kinds": (
        read_spec(
            SourceFile(
                "thu.yaml",
                "chu: a\ntrong:\nchon: trai\nnam: 2026\nghi: [x]\n"
                "bang: {a: b}\nhang: [{ten: x}, {nhom: y, hang: [{ten: z}]}]\n",
            )
        ),
        SHAPE,
    ),
    "pack": (read_spec(read_source(ROOT / "templates/hai-phong/pack.yaml", "pack.yaml")), PACK),
}


@pytest.mark.parametrize("name", THINGS)
def test_a_mutant_is_judged_as_cerberus_judges_it(name: str) -> None:
    data, shape = THINGS[name]
    assert verdicts(data, shape) == (True, True)
    seen = set()
    for mutant in mutants(data):
        at_once, by_cerberus = verdicts(mutant, shape)
        assert at_once == by_cerberus, mutant.data
        seen.add(at_once)
    assert seen == {True, False}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_mutants_of_a_sample_are_judged_as_cerberus_judges_them(path: Path) -> None:
    sample = read(path)
    assert verdicts(sample.data, sample.shape) == (True, True)
    for mutant in mutants(sample.data, every=499):
        at_once, by_cerberus = verdicts(mutant, sample.shape)
        assert at_once == by_cerberus


def test_what_is_wrong_is_told_and_a_copy_mended() -> None:
    data, shape = THINGS["plan"]
    wrong = SpecData(data.source, data.data | {"nam_ke_hoach": "26"}, data.places)
    checked = check(wrong, shape)
    assert [problem.code for problem in checked.problems] == ["S022"]
    assert (checked.data["nam_ke_hoach"], wrong.data["nam_ke_hoach"]) == ("", "26")


def test_a_good_spec_needs_no_cerberus() -> None:
    code = (
        "import sys; from pathlib import Path; from nq57gen.operations.document import understand;"
        f"understand(Path({str(SAMPLES[0])!r}), 'a.yaml', Path({str(ROOT)!r}));"
        "print(sorted({'cerberus', 'num2words'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
