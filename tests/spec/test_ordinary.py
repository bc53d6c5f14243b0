"""Read quickly, in parts and from memory, or slowly as one whole: the same data, places and findings."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.damage import chance, damaged_spec
from nq57gen.diagnostics import Diagnostic, KeyPath
from nq57gen.errors import InvalidInput
from nq57gen.spec import ordinary, reader
from nq57gen.spec.ordinary import read_ordinary
from nq57gen.spec.places import Place
from nq57gen.spec.reader import SpecData, Value, read_with_problems
from nq57gen.spec.source import SourceFile
from tests.samples.walk import SAMPLES
from tests.spec.test_random import PIECES

Found = tuple[object, list[tuple[KeyPath, Place]], list[Diagnostic]]
TEXTS = {path.parent.name: path.read_text(encoding="utf-8") for path in SAMPLES}


def found(text: str) -> Found:
    """All that reading ``text`` gives, places in their order."""
    try:
        data, problems = read_with_problems(SourceFile("thu.yaml", text))
    except InvalidInput as error:
        return None, [], list(error.diagnostics)
    return list_of(data.data), list(data.places.items()), problems


def list_of(value: Value) -> object:
    """``value`` with mappings as lists, so that the order of keys counts."""
    if isinstance(value, dict):
        return [(key, list_of(inner)) for key, inner in value.items()]
    return [list_of(inner) for inner in value] if isinstance(value, list) else value


def found_slowly(text: str, monkeypatch: pytest.MonkeyPatch) -> Found:
    with monkeypatch.context() as patched:
        patched.setattr(reader, "read_ordinary", lambda _: None)
        return found(text)


@pytest.mark.parametrize("name", TEXTS)
def test_a_sample_is_ordinary_and_reads_the_same_slowly(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXTS[name]
    assert read_ordinary(text) is not None
    first, from_memory = found(text), found(text)
    assert first == from_memory == found_slowly(text, monkeypatch)
    assert len(first[1]) > 100


@pytest.mark.parametrize("name", TEXTS)
def test_a_spoilt_sample_reads_the_same_slowly(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ordinary_ones = 0
    for seed in range(60):
        text = damaged_spec(TEXTS[name], chance(seed))
        assert found(text) == found_slowly(text, monkeypatch), seed
        ordinary_ones += read_ordinary(text) is not None
    assert 10 < ordinary_ones < 50


@settings(max_examples=800, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(st.sampled_from([*PIECES, "\nb: ", "\nc:\n", "\nd: |\n  x", "\n- e", " \n"]), max_size=25)
)
def test_whatever_is_in_a_file_reads_the_same_slowly(
    pieces: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "a: 1\n" + "".join(pieces)
    assert found(text) == found_slowly(text, monkeypatch)


# What a cut between two keys could spoil, were it made at the wrong place or the line ends not kept.
CUTS = [
    "a: |\n  x\nb: 1",
    "a: |\n  x",
    "a: |+\n  x\n\n\nb: |+\n  y\n\n",
    "a: |+\n  x\n\n\n# y\n\nb: |+\n  y\n  ",
    "a:\n- x\n- y\nb:\n  - z\n",
    "a:\n# x\nb:\n\nc:",
    "# x\n\n# y: z\na: 1\n",
    "\n\n  \na: 1\nb: 2\n",
    "a: x\n  y\n  z\n\nb: 2\n",
    "a: {b: 1,\n c: 2}\nd: [x,\n  y]\n",
    "a: \"x\n  y\"\nb: 'x'\n",
    'a: "x\nb: y"\nc: 1\n',
    "a: [x,\nb: y]\nc: 1\n",
    "{a: 1,\nb: 2}\n",
    "---\na: 1\nb: 2\n",
    "a: 1\n...\n",
    "a: 1\n---\nb: 2\n",
    "a: 1\nb: 2\na: 3\n",
    '"a": 1\nb: 2\nc : 3\n',
    "a: <<?ghi>> # x\nb: 1\n",
    "? a\nb: 1\n",
    " a: 1\nb: 2\n",
    "- a\nb: 2\n",
    "%x\na: 1\n",
    "a: 1\n%x\n",
    "a: {2025: x?, ? b}\n",
    'a: "\\u0065\\u0302"\nb: "e\\u0302"\n',
    "a: e\u0302\n",
    "a: ~\nb: null\nc: ''\nd: \"~\"\n",
]


@pytest.mark.parametrize("text", CUTS)
def test_a_cut_changes_nothing(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(text) == found_slowly(text, monkeypatch)


def test_some_of_these_are_read_in_parts() -> None:
    assert sum(read_ordinary(text) is not None for text in CUTS) == 14


def read(text: str) -> SpecData:
    return read_with_problems(SourceFile("thu.yaml", text))[0]


def test_a_part_is_remembered_wherever_it_stands() -> None:
    one, other = read("a: 1\nb:\n  - x: y\n"), read("# x\na: 2\n\nb:\n  - x: y\n")
    assert one.data["b"] is other.data["b"]
    path: KeyPath = ("b", 0, "x")
    assert [(data.position(path).line, data.key_position(path).line) for data in (one, other)] == [
        (3, 3),
        (5, 5),
    ]


def test_a_long_part_is_not_kept() -> None:
    text = "a: 1\nb:\n  - " + "x" * ordinary.LONGEST_REMEMBERED + "\n"
    assert read(text).data["b"] is not read(text).data["b"]


def test_what_is_known_of_a_value_is_known_of_the_same_value_only() -> None:
    given, text = object(), "a: 1\nb: [x]\n"
    data = read(text)
    assert data.recall("b", "x", given) is None
    data.remember("b", "x", given, "found")
    assert read("c: 1\nb: [x]\n").recall("b", "x", given) == "found"
    assert read("c: 1\nb: [y]\n").recall("b", "x", given) is None
    assert data.recall("b", "y", given) is None
    assert data.recall("b", "x", object()) is None
    assert data.recall("c", "x", given) is None
    changed = SpecData(data.source, {**data.data, "b": ["y"]}, data.places, data.memos)
    assert changed.recall("b", "x", given) is None
    changed.remember("b", "x", given, "other")
    assert data.recall("b", "x", given) == "found"


def test_no_place_is_made_up() -> None:
    places = read("a: 1\nb: [x, {y: z}]\n").places
    assert list(places) == [(), ("a",), ("b",), ("b", 0), ("b", 1), ("b", 1, "y")]
    assert len(places) == 6
    wrong: list[KeyPath] = [
        ("c",),
        (0,),
        ("a", 0),
        ("b", 2),
        ("b", -1),
        ("b", "0"),
        ("b", 1, "z"),
        ("b", 1, 0),
    ]
    assert [path for path in wrong if path in places] == []
