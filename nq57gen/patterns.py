"""Regular expressions, compiled when they are first used (the floor: standard library only)."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def lazily(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, compiled when one of its methods is first asked for.

    For patterns of the program, not for those made of a document's words. The functions of ``re`` do not
    take it; raises ``re.error`` for a wrong ``source`` only then.
    """
    return cast("re.Pattern[AnyStr]", _Lazily(source, flags))


class _Lazily:
    def __init__(self, source: str | bytes, flags: int) -> None:
        self._arguments = source, flags

    def __getattr__(self, name: str) -> Any:
        """Asked for once a name: from then on the instance has it."""
        compiled = self.__dict__.get("_compiled") or re.compile(*self._arguments)
        found = getattr(compiled, name)
        self.__dict__.update({"_compiled": compiled, name: found})
        return found
