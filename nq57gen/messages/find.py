"""Finds the wording of one code; of the families of messages only that of the code is imported."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

from nq57gen.messages.entry import Message

#: The modules of this room, by the letters their codes begin with.
FAMILIES = {
    "Y": "reading",
    "S": "schema",
    "N": "names",
    "T": "tables",
    "M": "packs",
    "F": "files",
    "U": "files",
    "R": "files",
    "D": "word_files",
    "P": "printing",
    "V": "units",
    "B": "batch",
    "K": "kept",
    "G": "merging",
    "C": "cloning",
    "L": "comparing",
}


def message(code: str) -> Message:
    """The message with ``code``. Raises KeyError for a code there is not."""
    return family(FAMILIES[code[:1]])[code]


def family(name: str) -> Mapping[str, Message]:
    """The messages of one module by their codes."""
    messages: Mapping[str, Message] = importlib.import_module(f"nq57gen.messages.{name}").MESSAGES
    return messages
