"""Whatever is in a file, reading it gives data or findings, never a traceback."""

from __future__ import annotations

import sys

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nq57gen.diagnostics import Diagnostic
from nq57gen.errors import InvalidInput
from nq57gen.spec import characters, traps, tree
from nq57gen.spec.reader import SpecData, Value, read_spec, read_with_problems
from nq57gen.spec.source import SourceFile

PIECES = [
    *[
        "a: ",
        "b:",
        "- ",
        "-",
        "? ",
        ": ",
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n  - ",
        "  ",
        "\t",
        "# x",
        " # hai chữ",
    ],
    *[
        "|\n  ",
        "|",
        ">",
        ">5",
        "|-\n",
        "'",
        '"',
        "\\",
        "\\x",
        "\\u12",
        "{",
        "}",
        "[",
        "]",
        ",",
        "{{ x }}",
        "{%",
    ],
    *[
        "&",
        "*",
        "!",
        "%",
        "@",
        "`",
        "---",
        "...",
        "\n---\n",
        "<<: ",
        "<<x>>",
        "~",
        "null",
        "Lưu: VT",
        "rõ người: rõ việc",
    ],
    *[
        "ế",
        "e\u0302",
        "đ",
        "–",
        "• ",
        "“",
        "”",
        "\u00a0",
        "\u200b",
        "\u2028",
        "\x85",
        "\x00",
        "\x0b",
        "\ufeff",
        "\ufffd",
    ],
    *[
        "\ud800",
        "\ue000",
        "\uffff",
        "👍",
        "khoa: giá trị\n",
        "k: |\n  - một\n  - hai\n",
        "x: [a, b]\n",
        "y: {a: 1}\n",
    ],
]


def read_or_check(source: SourceFile) -> SpecData | None:
    """The data of ``source``; or nothing, when its findings are as findings must be."""
    try:
        return read_spec(source)
    except InvalidInput as error:
        found = error.diagnostics
    assert found
    assert len({d.position for d in found}) == len(found)
    for diagnostic in found:
        assert diagnostic.position is not None
        assert 1 <= diagnostic.position.line <= len(source.lines)
        assert 1 <= diagnostic.position.column <= len(diagnostic.source_line) + 1
        assert diagnostic.source_line == source.line(diagnostic.position.line)
    return None


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
def test_reading_never_fails_otherwise(
    loader: type[yaml.SafeLoader], pieces: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "_LOADER", loader)
    source = SourceFile("thu.yaml", "".join(pieces))
    if spec := read_or_check(source):
        for path in spec.places:
            for offset in range(3):
                assert 1 <= spec.text_position(path, offset).line <= len(source.lines)


def everything_found(text: str) -> list[Diagnostic]:
    """All that is found in ``text``, whether it can be read or not."""
    try:
        return read_with_problems(SourceFile("thu.yaml", text))[1]
    except InvalidInput as error:
        return list(error.diagnostics)


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
def test_what_is_passed_over_as_ordinary_has_no_problem(
    pieces: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "".join(pieces)
    with monkeypatch.context() as patched:
        patched.setattr(traps, "is_ordinary", lambda *_: False)
        looked_at = everything_found(text)
    assert everything_found(text) == looked_at


def test_every_character_that_no_document_may_hold_is_suspected() -> None:
    passed_over = [
        char for char in map(chr, range(sys.maxunicode + 1)) if not characters._SUSPECT.search(char)
    ]
    assert len(passed_over) > 1000
    assert [char for char in passed_over if char not in "\t\n" and characters.code_of(char, 0)] == []


words = st.text(st.sampled_from("abc Nguyễn ế đ 0123456789 ,.;()/-–%≥“”'\"#:&*!{}[]<>|\\"), max_size=40)
values: st.SearchStrategy[Value] = st.recursive(
    st.none() | words,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), inner, max_size=4)
    ),
    max_leaves=15,
)


@settings(deadline=None)
@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), values, min_size=1, max_size=5))
def test_what_a_yaml_writer_writes_comes_back(data: dict[str, Value]) -> None:
    # Quoted and wide: a writer may fold long text, or leave prose plain with a sign in it.
    text = yaml.safe_dump(data, allow_unicode=True, default_style='"', width=10_000)
    text = text.replace('!!null "null"', "null")
    assert read_spec(SourceFile("thu.yaml", text)).data == data


@given(st.text(max_size=200))
def test_any_text_at_all_gives_data_or_findings(text: str) -> None:
    read_or_check(SourceFile("thu.yaml", text))
