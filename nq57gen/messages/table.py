"""All messages by code, for what tells of all of them; one is found by :mod:`nq57gen.messages.find`."""

from __future__ import annotations

from nq57gen.messages.entry import Message
from nq57gen.messages.find import FAMILIES, family

MESSAGES: dict[str, Message] = {
    code: one for name in dict.fromkeys(FAMILIES.values()) for code, one in family(name).items()
}
