"""Every message is found where its code says."""

from __future__ import annotations

from pathlib import Path

import pytest

import nq57gen.messages
from nq57gen.messages.find import FAMILIES, family, message
from nq57gen.messages.table import MESSAGES

_ROOM = Path(nq57gen.messages.__file__).parent


def test_every_module_with_messages_is_a_family() -> None:
    modules = {path.stem for path in _ROOM.glob("*.py")} - {"__init__", "entry", "find", "table"}
    assert modules == set(FAMILIES.values())


@pytest.mark.parametrize("name", sorted(set(FAMILIES.values())))
def test_a_family_holds_the_codes_of_its_letters(name: str) -> None:
    letters = {letter for letter, module in FAMILIES.items() if module == name}
    assert {code[0] for code in family(name)} == letters


def test_each_is_found() -> None:
    assert len(MESSAGES) > 200
    assert all(message(code) is one for code, one in MESSAGES.items())


@pytest.mark.parametrize("code", ["", "Y", "Q001", "Y999"])
def test_no_other_is_found(code: str) -> None:
    with pytest.raises(KeyError):
        message(code)
