"""What is found out about a thing is no part of it."""

from __future__ import annotations

from msgspec import Struct, field

from nq57gen.reading.memo import FORGETFUL, Memo


class Thing(Struct, frozen=True):
    """Anything that was read."""

    text: str
    memo: Memo = field(default_factory=Memo)


def test_a_memo_plays_no_part_in_comparing() -> None:
    one, other = Thing("a"), Thing("a")
    one.memo["length"] = 1
    assert one == other
    assert not one != other  # noqa: SIM202  # both operators are our own
    assert hash(one) == hash(other)
    assert Thing("b") != one
    assert Memo() != {}


def test_each_thing_has_a_memo_of_its_own() -> None:
    one, other = Thing("a"), Thing("b")
    one.memo["length"] = 1
    assert "length" not in other.memo
    assert repr(one) == "Thing(text='a', memo=Memo())"


def test_some_memos_keep_nothing() -> None:
    FORGETFUL["length"] = 1
    assert "length" not in FORGETFUL
    assert Memo() == FORGETFUL
