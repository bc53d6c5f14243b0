"""The rooms of the house and who may import whom: the table of docs/architecture.md, enforced."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "nq57gen"
FLOOR = {
    *("blanks", "diagnostics", "errors", "forms", "long_text", "nesting", "patterns", "regular", "terms"),
    *("messages", "vietnamese"),
}
#: What any room may make its values of.
EVERYWHERE = {"msgspec"}

#: room: (rooms it may import, third-party packages it may import)
ALLOWED: dict[str, tuple[set[str], set[str]]] = {
    "messages": ({"messages"}, set()),
    "blanks": ({"patterns"}, set()),
    "forms": ({"diagnostics", "errors"}, set()),
    "regular": ({"messages"}, set()),
    "long_text": ({"patterns"}, set()),
    "nesting": ({"patterns"}, set()),
    "diagnostics": ({"messages"}, set()),
    "errors": ({"diagnostics"}, set()),
    "patterns": (set(), set()),
    "terms": ({"diagnostics"}, set()),
    "vietnamese": ({"vietnamese", "patterns"}, {"num2words"}),
    "spec": (FLOOR, {"yaml"}),
    "merging": (FLOOR | {"spec"}, set()),
    "cloning": (FLOOR | {"spec", "merging"}, set()),
    "shape": (FLOOR | {"spec"}, {"cerberus"}),
    "packs": (FLOOR | {"spec", "shape"}, set()),
    "schema": (FLOOR | {"spec", "shape", "packs"}, set()),
    "model": (FLOOR | {"spec", "packs", "schema"}, {"jinja2"}),
    "units": (FLOOR, set()),
    "writer": (FLOOR, set()),
    "manifest": (FLOOR | {"writer"}, set()),
    "caching": ({"patterns"}, set()),
    "engine": (FLOOR | {"writer", "caching"}, {"docx", "docxtpl", "jinja2", "lxml", "markupsafe"}),
    "rendering": (FLOOR | {"model", "writer", "engine", "caching"}, {"jinja2", "lxml", "markupsafe"}),
    "reading": (FLOOR | {"writer"}, {"lxml"}),
    "checks": (FLOOR | {"reading", "units"}, set()),
    "fixing": (FLOOR | {"reading", "checks", "writer"}, {"lxml"}),
    "printing": (FLOOR | {"reading", "checks"}, set()),
    "operations": (
        FLOOR
        | {"spec", "merging", "packs", "schema", "model", "rendering", "writer", "manifest", "caching"}
        | {"reading", "checks", "fixing", "printing", "units", "merging", "cloning"},
        {"distributed"},
    ),
    "cli": (FLOOR | {"spec", "operations", "caching"}, {"watchfiles"}),
    "__main__": ({"cli"}, set()),
    "__init__": (set(), set()),
}
#: Third-party packages that only one module may touch.
ONE_MODULE = {
    "distributed": "operations/cluster.py",
    "docxtpl": "engine/docxtpl_adapter.py",
    "num2words": "vietnamese/_reader.py",
    "watchfiles": "cli/watch.py",
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Every module named by an import statement of ``path``, wherever it stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the room"
            found.add(node.module or "")
            if node.module == "nq57gen":
                found |= {f"nq57gen.{alias.name}" for alias in node.names if alias.name != "__version__"}
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_room_allows(path: Path) -> None:
    import sys

    room = room_of(path)
    rooms, packages = ALLOWED[room]
    for name in imported(path):
        top, *rest = name.split(".")
        if top == "nq57gen":
            assert not rest or rest[0] in rooms | {room}, f"{room} must not import {name}"
        elif top not in sys.stdlib_module_names and top not in EVERYWHERE:
            assert top in packages, f"{room} must not import {name}"


@pytest.mark.parametrize(("package", "only"), ONE_MODULE.items())
def test_a_package_is_touched_by_one_module(package: str, only: str) -> None:
    users = {
        str(path.relative_to(PACKAGE))
        for path in modules()
        if any(name.split(".")[0] == package for name in imported(path))
    }
    assert users == {only}


def test_modules_stay_small() -> None:
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in modules()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 330
    }
    assert not long, "is there a seam?"


def test_only_the_command_line_prints_or_reads_clock_and_environment() -> None:
    forbidden = {"time", "random", "uuid", "secrets"}
    for path in modules():
        if room_of(path) == "cli":
            continue
        assert not imported(path) & forbidden, path
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "print", path
            if isinstance(node, ast.Attribute):
                assert node.attr not in {"environ", "getenv", "utcnow", "now", "today"}, path
