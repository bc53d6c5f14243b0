"""Numbers in Vietnamese words.

Choices, where usage varies: nghìn (not ngàn), linh (not lẻ), tỷ (not tỉ); after "mươi" the digits 1, 4, 5
are mốt, tư, lăm (after "mười" một, bốn, lăm; after "linh" một, bốn, năm). Every group of three
digits after a higher group names its zeros: 1003 is "một nghìn không trăm linh ba".
"""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import TYPE_CHECKING

from nq57gen.vietnamese.numbers import NumberError, as_number

if TYPE_CHECKING:
    from nq57gen.vietnamese._reader import VietnameseReader

#: Numbers from here on are refused: three "tỷ" in a row are no longer understood by anyone.
_TOO_BIG = Decimal(10) ** 27


@functools.cache
def _reader() -> VietnameseReader:
    """Load num2words at the first use only: it is slow to import."""
    from nq57gen.vietnamese._reader import VietnameseReader

    return VietnameseReader()


def words(value: int | Decimal | str) -> str:
    """Read a number out in lower case: 29061000 gives "hai mươi chín triệu không trăm sáu mươi mốt nghìn".

    A text is read by :func:`nq57gen.vietnamese.numbers.parse_number`. Zeros at the end of decimals
    are read as typed ("36,60" is "ba mươi sáu phẩy sáu mươi").
    Raises :class:`nq57gen.vietnamese.numbers.NumberError`, also from 10^27 on.
    """
    number = as_number(value)
    if number.copy_abs() >= _TOO_BIG:
        raise NumberError(str(value))
    text: str = _reader().to_cardinal(number)
    return text


def money_words(amount: int | Decimal | str) -> str:
    """Read an amount of money out: 1500000 gives "một triệu năm trăm nghìn đồng".

    Raises as :func:`words` does.
    """
    return f"{words(amount)} đồng"


def capitalise_first(text: str) -> str:
    """Put the first letter in upper case and leave the rest alone."""
    return text[:1].upper() + text[1:]
