"""Only so many results are remembered, those asked for last."""

from __future__ import annotations

from nq57gen.reading.memory import Memory


def test_what_was_not_asked_for_the_longest_is_forgotten() -> None:
    memory: Memory[str, int] = Memory(2)
    memory.put("a", 1)
    memory.put("b", 2)
    assert memory.get("a") == 1
    memory.put("c", 3)
    assert (memory.get("a"), memory.get("b"), memory.get("c")) == (1, None, 3)


def test_behind_the_room_only_what_comes_again_is_remembered() -> None:
    memory: Memory[str, int] = Memory(3, room=1)
    memory.put("a", 1)
    assert memory.put("b", 2) == 2
    assert memory.get("b") is None
    memory.put("b", 2)
    assert (memory.get("a"), memory.get("b")) == (1, 2)
    assert "a" in memory
    assert "c" not in memory


def test_what_came_once_long_ago_comes_as_for_the_first_time() -> None:
    memory: Memory[int, int] = Memory(2, room=0)
    for number in range(10):
        memory.put(number, number)
    memory.put(1, 1)
    assert memory.get(1) is None
    memory.put(1, 1)
    assert memory.get(1) == 1
    memory.clear()
    memory.put(1, 1)
    assert memory.get(1) is None
