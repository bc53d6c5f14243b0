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
