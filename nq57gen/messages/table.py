"""All messages by code; imported when there is one to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nq57gen.messages import (
    batch,
    cloning,
    comparing,
    files,
    kept,
    merging,
    names,
    packs,
    printing,
    reading,
    schema,
    tables,
    units,
    word_files,
)

if TYPE_CHECKING:
    from nq57gen.messages.entry import Message

MESSAGES: dict[str, Message] = {
    **reading.MESSAGES,
    **schema.MESSAGES,
    **names.MESSAGES,
    **tables.MESSAGES,
    **packs.MESSAGES,
    **files.MESSAGES,
    **word_files.MESSAGES,
    **printing.MESSAGES,
    **units.MESSAGES,
    **batch.MESSAGES,
    **kept.MESSAGES,
    **merging.MESSAGES,
    **cloning.MESSAGES,
    **comparing.MESSAGES,
}
