"""What is kept on disk is data: nothing in the package can make code of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import msgpack

from nq57gen import caching
from nq57gen.caching import Store
from nq57gen.engine import compiled
from nq57gen.rendering.prepared import prepared
from tests.schema.snippets import ROOT

_TEMPLATE = ROOT / "templates" / "chung" / "van_ban.docx"
#: Modules that make objects or code of bytes, and the inside of ``re``.
_MODULES = {
    "marshal",
    "pickle",
    "_pickle",
    "shelve",
    "dill",
    "cloudpickle",
    "code",
    "codeop",
    "_sre",
    "ctypes",
}
#: Builtins and methods that make or load code.
_CALLS = {"exec", "eval", "compile", "__import__", "from_code", "ModuleLoader"}


def _forbidden(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (one.name for one in names if one.name.partition(".")[0] in _MODULES)
            case ast.ImportFrom(module=str(module)) if module.partition(".")[0] in _MODULES:
                yield module
            case ast.Name(id=name) if name in _CALLS:
                yield name
            case ast.Attribute(value=of, attr=name) if name in _CALLS and ast.unparse(of) != "re":
                yield name
            case ast.ImportFrom(names=names):
                yield from (one.name for one in names if one.name in _CALLS)


@pytest.mark.parametrize("path", sorted((ROOT / "nq57gen").rglob("*.py")), ids=lambda path: path.stem)
def test_no_module_can_run_what_it_reads(path: Path) -> None:
    assert list(_forbidden(ast.parse(path.read_text()))) == []


@pytest.mark.parametrize(
    "source",
    [
        "import marshal",
        "from pickle import loads",
        "exec(data)",
        "x = eval",
        "jinja.template_class.from_code(jinja, code, {})",
        "import _sre",
        "compile('1', '', 'exec')",
        "__import__('os')",
    ],
)
def test_the_test_above_sees(source: str) -> None:
    assert list(_forbidden(ast.parse(source)))


def test_all_that_a_template_leaves_in_the_folder_is_plain_values(tmp_path: Path) -> None:
    before = caching.current()
    store = Store(tmp_path / "cache")
    try:
        caching.use_folder(store.folder)
        prepared.cache_clear()
        prepared(_TEMPLATE.read_bytes(), "mau.docx")
    finally:
        prepared.cache_clear()
        caching.use_folder(before.folder if before else None)
    compiled.compiled(_TEMPLATE.read_bytes(), store)
    files = list(store.folder.iterdir())
    assert files
    for path in files:
        content = path.read_bytes()
        start = content.index(b"\n") + 1 + 32
        assert _is_plain(msgpack.decode(content[start:]))


def _is_plain(value: object) -> bool:
    if isinstance(value, list):
        return all(map(_is_plain, value))
    if isinstance(value, dict):
        return all(isinstance(key, str) and _is_plain(one) for key, one in value.items())
    return value is None or isinstance(value, str | bytes | int | float | bool)
