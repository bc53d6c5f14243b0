"""What the register is made of: units and provinces, each in the form it has for a time."""

from __future__ import annotations

import datetime

from msgspec import Struct


class Place(Struct, frozen=True, kw_only=True):
    """One form of a unit or province: what it is called from ``valid_from`` to ``valid_to``, both included.

    ``code`` is that of the National Statistics Office, ``name`` is without the kind, in NFC. ``valid_from``
    is None where the source does not say since when, ``valid_to`` is None for the newest form.
    ``resolution`` is the number of the resolution that made the form, blank where the source does not say.
    """

    code: str
    name: str
    kind: str
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    resolution: str = ""

    @property
    def full_name(self) -> str:
        """Kind and name, as inside a sentence: "phường Chu Văn An", "thành phố Hải Phòng"."""
        return f"{self.kind} {self.name}"

    def in_force(self, on: datetime.date | None) -> bool:
        """Whether this form stands on the day ``on``; without a day, whether it is the newest."""
        if on is None:
            return self.valid_to is None
        began = self.valid_from is None or self.valid_from <= on
        return began and (self.valid_to is None or on <= self.valid_to)


class Province(Place, frozen=True, kw_only=True):
    """A province or a city under the central government (``kind`` tỉnh, thành phố); a code of two digits."""


class Unit(Place, frozen=True, kw_only=True):
    """A commune, ward or special zone (``kind`` xã, phường, đặc khu); a code of five digits."""

    province_code: str
