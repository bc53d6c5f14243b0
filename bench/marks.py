"""A measured figure beside its mark, as every bench prints it."""

from __future__ import annotations


def mark(label: str, value: float, *, at_most: float | None = None, at_least: float | None = None) -> bool:
    """Print ``value`` and its mark; return whether it is met."""
    good = (at_most is None or value <= at_most) and (at_least is None or value >= at_least)
    wanted = f"at most {at_most:g}" if at_most is not None else f"at least {at_least:g}"
    print(f"  {label:<58} {value:8.2f}   {wanted:<14} {'ok' if good else 'MISSED'}", flush=True)
    return good
