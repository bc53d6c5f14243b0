"""What is found out about one thing that was read, kept with it."""

from __future__ import annotations

from typing import Any


class Memo(dict[str, Any]):
    """Results by name. They follow from the thing and are no part of it: any two memos are equal."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Memo)

    def __ne__(self, other: object) -> bool:
        return not isinstance(other, Memo)

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none
        return 0

    def __repr__(self) -> str:
        return "Memo()"


class _Forgetful(Memo):
    """Keeps nothing: whatever is found out is found out again when it is asked for."""

    __slots__ = ()

    def __setitem__(self, key: str, value: Any) -> None:
        pass


#: The memo of things that are too many to keep anything with each of them.
FORGETFUL = _Forgetful()
