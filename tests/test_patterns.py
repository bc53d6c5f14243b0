"""A pattern that waits to be used does what a compiled one does."""

from __future__ import annotations

import re

import pytest

from nq57gen.patterns import lazily


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
