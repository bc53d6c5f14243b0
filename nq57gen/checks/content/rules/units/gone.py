"""What is no more: agencies, districts, provinces, with the act that ended each."""

from __future__ import annotations

import datetime
import functools
from dataclasses import dataclass
from importlib import resources

from msgspec import json


@dataclass(frozen=True, slots=True)
class Gone:
    """What is no more: its last day, what took over, which work went ``elsewhere``, by which act."""

    name: str
    also: tuple[str, ...]
    last_day: datetime.date
    successor: str
    elsewhere: str
    source: str

    @property
    def heirs(self) -> str:
        """What took over: "Bộ Nội vụ, riêng trẻ em về Bộ Y tế"."""
        return f"{self.successor}, riêng {self.elsewhere}" if self.elsewhere else self.successor


@functools.cache
def gone() -> tuple[Gone, ...]:
    """Everything of ``data/gone.json``, act by act."""
    file = resources.files("nq57gen.checks.content").joinpath("data/gone.json")
    return tuple(
        Gone(
            row["name"],
            tuple(row.get("also", ())),
            datetime.date.fromisoformat(act["last_day"]),
            row["successor"],
            row.get("elsewhere", ""),
            act["source"],
        )
        for act in json.decode(file.read_bytes())["acts"]
        for row in act["gone"]
    )
