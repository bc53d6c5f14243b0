"""A pattern that waits to be used does what a compiled one does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from nq57gen.patterns import lazily
from tests.schema.snippets import ROOT


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
