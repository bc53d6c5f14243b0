"""Regular expressions that are compiled when they are first used (the floor: standard library only).

To compile a large set of letters takes milliseconds, and a run needs few of the program's patterns.
"""

from __future__ import annotations

import re
from typing import Any, cast


def lazily(source: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, compiled when one of its methods is first asked for.

    The functions of ``re`` do not take it; raises ``re.error`` for a wrong ``source`` only then.
    """
    return cast("re.Pattern[str]", _Lazily(source, flags))


class _Lazily:
    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Asked for once a name: from then on the instance has it."""
        found = getattr(re.compile(self._source, self._flags), name)
        self.__dict__[name] = found
        return found
