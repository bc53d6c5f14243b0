"""The shape of one entry in the table of messages."""

from __future__ import annotations

from msgspec import Struct


class Message(Struct, frozen=True):
    """Wording of one code; ``{name}`` fields are filled by :func:`nq57gen.diagnostics.make`."""

    message: str
    hint: str = ""
    severity: str = "error"
