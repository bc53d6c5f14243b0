"""The num2words reader for Vietnamese, put right.

Apart from :mod:`nq57gen.vietnamese.words` because num2words loads every language it knows: this
module is imported only when a number is really read out.

What num2words 0.5.14 gets wrong, and this class mends:

- groups: 29061000 lost "không trăm", 1010 became "một nghìn lẻ mười";
- "hai mươi bốn" for "hai mươi tư", "lẻ" (southern, spoken) for "linh";
- above 10^12 "trăm nghìn tỷ" for 10^15, then English names;
- decimals were cut to two places, and 58.09 was read as 58.9;
- negative numbers picked words from the end of a list (-4 was "mười sáu").
"""

from __future__ import annotations

from decimal import Decimal

from num2words.lang_VI import Num2Word_VI, denom, to_19

_THOUSAND, _MILLION, _BILLION = denom[1:4]
_ZERO: str = to_19[0]


class VietnameseReader(Num2Word_VI):  # type: ignore[misc]  # num2words ships no types
    """``Num2Word_VI`` with whole groups, linh and tư, any size, exact decimals and a sign."""

    def _convert_nn(self, val: int) -> str:
        """Read 0..99; the digit 4 after "mươi" is "tư"."""
        words: str = super()._convert_nn(val)
        if val > 20 and val % 10 == 4:
            return words.removesuffix(to_19[4]) + "tư"
        return words

    def _convert_nnn(self, val: int, full: bool = False) -> str:
        """Read 0..999; a ``full`` group, one after a higher group, names its zeros."""
        hundreds, rest = divmod(val, 100)
        parts = [f"{to_19[hundreds]} trăm"] if hundreds or full else []
        if parts and 0 < rest < 10:
            parts.append("linh")
        if rest or not parts:
            parts.append(self._convert_nn(rest))
        return " ".join(parts)

    def vietnam_number(self, val: int) -> str:
        """Read a whole number >= 0: tỷ is the highest word and repeats (10^12 is "một nghìn tỷ")."""
        billions, rest = divmod(val, 10**9)
        parts = [self.vietnam_number(billions), _BILLION] if billions else []
        for unit, name in ((10**6, _MILLION), (10**3, _THOUSAND), (1, "")):
            group = rest // unit % 1000
            if group:
                parts += [self._convert_nnn(group, full=bool(parts)), name]
        return " ".join(part for part in parts if part) or _ZERO

    def number_to_text(self, number: Decimal | int) -> str:
        """Read any finite number; the decimals are read as they are written."""
        value = Decimal(number)
        whole, _, fraction = format(value.copy_abs(), "f").partition(".")
        words = self.vietnam_number(int(whole))
        if fraction:
            words = f"{words} phẩy {self._fraction_to_text(fraction)}"
        return f"âm {words}" if value < 0 else words

    def _fraction_to_text(self, digits: str) -> str:
        """Read the digits after the comma as primary schools teach it (Toán 5).

        They are read as one number: 0,25 "hai mươi lăm", 0,1985 "một nghìn chín trăm tám mươi lăm".
        Three digits are a full group: 0,032 "không trăm ba mươi hai". Other leading zeros are read
        one by one: 58,09 "không chín".
        """
        number = int(digits)
        if len(digits) == 3 and number:
            return self._convert_nnn(number, full=True)
        zeros = len(digits) - len(digits.lstrip("0"))
        parts = [_ZERO] * zeros
        if number:
            parts.append(self.vietnam_number(number))
        return " ".join(parts)
