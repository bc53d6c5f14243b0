"""Which labels of an original our language would not give by itself."""

from __future__ import annotations

from collections.abc import Sequence

from nq57gen.vietnamese.labels import NumberStyle, label, next_after


def explicit(style: NumberStyle, labels: Sequence[str], parent: str) -> list[str | None]:
    """Return, for each of the siblings' ``labels``, the ``danh_so`` to type, None where none is needed.

    ``parent`` is the label of the heading above. A typed label is counted on from; "" (no label) is
    not counted. After a label that has no place in ``style``, every label is typed.
    """
    typed: list[str | None] = []
    number: int | None = 1
    for original in labels:
        if number is not None and original == _automatic(style, number, parent):
            typed.append(None)
            number += 1
            continue
        typed.append(original)
        if original:
            found = next_after(style, original)
            number = None if found is None else found + 1
    return typed


def style_for(labels: Sequence[str], parent: str, default: NumberStyle) -> NumberStyle:
    """Return the style that makes the fewest of ``labels`` explicit; ``default`` when it is as good."""
    others = (NumberStyle.ARABIC, NumberStyle.DECIMAL, NumberStyle.LETTER, NumberStyle.ROMAN)
    return min(
        (default, *others),
        key=lambda style: sum(typed is not None for typed in explicit(style, labels, parent)),
    )


def _automatic(style: NumberStyle, number: int, parent: str) -> str | None:
    try:
        return label(style, number, parent)
    except ValueError:  # the style has no such label: the 24th letter
        return None
