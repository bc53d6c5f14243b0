"""A pattern that waits to be used does what a compiled one does, also when it was compiled in another run."""

from __future__ import annotations

import ast
import gc
import importlib
import marshal
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import nq57gen
from nq57gen import patterns
from nq57gen.patterns import lazily
from tests.cli.test_commands import put
from tests.schema.snippets import PLAN, ROOT


def test_it_is_the_compiled_pattern_in_every_method() -> None:
    waiting, compiled = lazily(r"(?P<word>\w+)-(\d)", re.IGNORECASE), re.compile(r"(?P<word>\w+)-(\d)", re.I)
    text = "Mục-1, mục-2"
    assert waiting.findall(text) == compiled.findall(text)
    assert [one.span() for one in waiting.finditer(text)] == [one.span() for one in compiled.finditer(text)]
    assert waiting.sub(r"\2", text) == compiled.sub(r"\2", text)
    assert waiting.split(text) == compiled.split(text)
    assert waiting.fullmatch(text) is None
    assert (waiting.pattern, waiting.flags, waiting.groups) == (compiled.pattern, compiled.flags, 2)
    assert waiting.groupindex == compiled.groupindex


def test_it_is_compiled_once_and_not_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile

    def noted(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return compile_(source, flags)

    monkeypatch.setattr(re, "compile", noted)
    waiting = lazily("a+")
    assert compiled == []
    assert [bool(waiting.match(text)) for text in ("aa", "a", "b")] == [True, True, False]
    assert compiled == ["a+"]


@pytest.fixture
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_known", {})
    monkeypatch.setattr(patterns, "_new", {})


def patterns_of_the_program() -> list[tuple[str | bytes, int]]:
    """Source and flags of every pattern that any module makes."""
    for module in pkgutil.walk_packages(nq57gen.__path__, "nq57gen."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    waiting = [one for one in gc.get_objects() if type(one) is patterns._Lazily]
    return list(dict.fromkeys((one._source, int(one._flags)) for one in waiting))


def test_every_pattern_comes_back_as_it_was_compiled() -> None:
    found = patterns_of_the_program()
    assert len(found) > 400
    for source, flags in found:
        compiled, again = (
            re.compile(source, flags),
            patterns._assembled(source, patterns._taken_apart(source, flags)),
        )
        assert again == compiled, source  # flags, source and every word of code
        assert again.groupindex == compiled.groupindex
        assert again.groups == compiled.groups
        assert type(again) is re.Pattern


@pytest.mark.usefixtures("nothing_known")
def test_what_was_compiled_is_taken_over_by_the_next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    first = lazily(r"(?P<day>\d+)/(?P<month>\d+)|[à-ỹ]+", re.IGNORECASE)
    assert first.fullmatch("2/9")
    content = patterns.kept()
    assert content is not None
    assert patterns.kept() is None  # nothing new since
    monkeypatch.setattr(patterns, "_known", {})
    patterns.remember(content)
    monkeypatch.setattr(re, "compile", None)
    second = lazily(r"(?P<day>\d+)/(?P<month>\d+)|[à-ỹ]+", re.IGNORECASE)
    match = second.fullmatch("20/11")
    assert match is not None
    assert match.groupdict() == {"day": "20", "month": "11"}
    assert second.fullmatch("ẢẶ")
    assert (second.pattern, second.flags) == (first.pattern, first.flags)


@pytest.mark.usefixtures("nothing_known")
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"of another program",
        marshal.dumps(["no table"]),
        marshal.dumps({("a+", 0): (32, b"\xff" * 40, 0, {}, (None,))}),
        marshal.dumps({("a+", 0): (32, b"\1\2\3", 0, {}, (None,))}),
        marshal.dumps({("a+", 0): "too short"}),
        marshal.dumps({("a+", 0): (32, b"", -1, None, None)}),
    ],
)
def test_what_cannot_be_taken_over_is_compiled(content: bytes) -> None:
    patterns.remember(content)
    assert lazily("a+").fullmatch("aaa")
    assert not lazily("a+").fullmatch("b")


@pytest.mark.usefixtures("nothing_known")
def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_MOST", 3)
    for letter in "abcdef":
        lazily(letter).match("")
    content = patterns.kept()
    assert content is not None
    assert len(marshal.loads(content)) == 3  # noqa: S302


@pytest.mark.usefixtures("nothing_known")
def test_another_inside_of_python_costs_time_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_taken_apart", lambda *key: (0, b"", 0, {}, ()))
    assert lazily("a+").fullmatch("aa")
    assert patterns.kept() is None


_COUNTING = """
import re, sys
compile_, counted = re.compile, []
def noted(source, flags=0):
    if sys._getframe(1).f_globals["__name__"] == "nq57gen.patterns":
        counted.append(source)
    return compile_(source, flags)
re.compile = noted
from nq57gen.cli import main
status = main(sys.argv[1:])
print(len(counted), file=sys.stderr)
sys.exit(status)
"""


def test_a_second_run_compiles_nothing(tmp_path: Path) -> None:
    put(tmp_path, "specs/a.yaml", PLAN)

    def compiled(*arguments: str) -> int:
        done = subprocess.run(
            [sys.executable, "-c", _COUNTING, *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "NQ57GEN_CACHE": str(tmp_path / "cache")},
            capture_output=True,
            text=True,
            check=True,
        )
        return int(done.stderr.split()[-1])

    assert compiled("render", "--force") > 50
    assert compiled("render", "--force") == 0


def _module_level(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield node
            yield from _module_level(node)


@pytest.mark.parametrize("path", sorted((ROOT / "nq57gen").rglob("*.py")), ids=lambda path: path.stem)
def test_no_module_compiles_a_pattern_when_it_is_imported(path: Path) -> None:
    calls = [
        ast.unparse(node) for node in _module_level(ast.parse(path.read_text())) if isinstance(node, ast.Call)
    ]
    assert not [call for call in calls if call.startswith("re.compile(")]
