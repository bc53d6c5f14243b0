"""What a search by name found wrong, as a diagnostic (messages V)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.units.match import Match, Outcome, P
from nq57gen.units.places import Place, Province, Unit
from nq57gen.units.register import register
from nq57gen.vietnamese.dates import short_date

#: How many of the units that bear a name are listed.
_LISTED = 10


def unit_problem(match: Match[Unit], **place: Any) -> Diagnostic | None:
    """The problem with a unit, None when it was found.

    ``place`` is path, position and where, as for :func:`nq57gen.diagnostics.make`.
    """
    if match.outcome is Outcome.UNKNOWN_PROVINCE:
        return province_problem(register().find_province(match.province, match.on), **place)
    values: dict[str, Any] = {
        "name": match.text.strip(),
        "count": len(match.candidates),
        "candidates": _listed(match.candidates, match.on),
        "suggestions": _listed(match.suggestions, match.on),
        "as_of": short_date(register().as_of),
    }
    match match.outcome:
        case Outcome.UNKNOWN:
            return make("V001" if match.suggestions else "V002", **values, **place)
        case Outcome.AMBIGUOUS:
            return make("V003", **values, **place)
        case Outcome.ELSEWHERE:
            province = register().find_province(match.province, match.on).meant
            shown = province.full_name if province else match.province
            return make("V009" if match.suggestions else "V004", province=shown, **values, **place)
    return _wrong_form(match, **place)


def province_problem(match: Match[Province], **place: Any) -> Diagnostic | None:
    """The problem with a province, None when it was found; ``place`` as for units."""
    if match.outcome is not Outcome.UNKNOWN:
        return _wrong_form(match, **place)
    if match.suggestions:
        return make(
            "V010", name=match.text.strip(), suggestions=_listed(match.suggestions, match.on), **place
        )
    known = ", ".join(province.name for province in register().provinces(match.on))
    return make("V011", name=match.text.strip(), known=known, **place)


def _wrong_form(match: Match[P], **place: Any) -> Diagnostic | None:
    """The name exists, but its kind or the day is wrong."""
    other = match.other
    if match.outcome is Outcome.WRONG_KIND:
        return make("V005", name=match.text.strip(), candidates=_listed(match.candidates, match.on), **place)
    if other is None:
        return None
    instead = match.candidates[0] if match.candidates else None
    if match.outcome is Outcome.NO_LONGER and instead is not None:
        return make("V006", name=other.full_name, now=instead.full_name, **_since(instead), **place)
    values: dict[str, Any] = {
        "name": other.full_name,
        "on": short_date(match.on) if match.on else "",
        **_since(other),
    }
    if instead is not None:
        return make("V007", then=instead.full_name, **values, **place)
    return make("V008", **values, **place)


def _since(form: Place) -> dict[str, Any]:
    day = short_date(form.valid_from) if form.valid_from else ""
    return {"day": day, "resolution": f"Nghị quyết số {form.resolution}"}


def _listed(places: Sequence[Place], on: datetime.date | None) -> str:
    """The first of ``places``, each with its province: "“phường Chu Văn An” (thành phố Hải Phòng); …"."""
    names = []
    for place in places[:_LISTED]:
        province = register().province(place.province_code, on) if isinstance(place, Unit) else None
        names.append(f"“{place.full_name}”" + (f" ({province.full_name})" if province else ""))
    return "; ".join(names) + ("; …" if len(places) > _LISTED else "")
