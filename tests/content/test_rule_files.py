"""Every rule over the content has a file of its own, named by its code, in the folder of its family."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from nq57gen.checks.content.engine import rules
from nq57gen.checks.content.rule import FAMILIES, RULES

CONTENT = Path(rules.__path__[0]).parent
FILES = sorted(CONTENT.rglob("*.py"))


@pytest.mark.parametrize("letters", FAMILIES)
def test_a_rule_stands_in_a_file_named_by_its_code(letters: str) -> None:
    package = f"{rules.__name__}.{rules.FOLDERS[letters]}"
    files = (CONTENT / "rules" / rules.FOLDERS[letters]).glob("[a-z]*[0-9][0-9]_*.py")
    named = {
        f"{letters}-{file.stem.removeprefix(letters.lower())[:2]}": f"{package}.{file.stem}" for file in files
    }
    assert named
    assert named == {
        code: rule.check.__module__ for code, rule in RULES.items() if code.startswith(f"{letters}-")
    }


def test_the_rules_come_by_family_and_code() -> None:
    families = list(FAMILIES)
    assert list(rules.FOLDERS) == families
    assert list(RULES) == sorted(RULES, key=lambda code: (families.index(code.partition("-")[0]), code))


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(CONTENT)) for file in FILES])
def test_no_private_name_is_imported(file: Path) -> None:
    private = [
        name.name
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for name in node.names
        if name.name.startswith("_")
    ]
    assert not private
