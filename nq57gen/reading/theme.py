"""Fonts and colours of the theme, by the keys other parts use for them."""

from __future__ import annotations

from lxml import etree

from nq57gen.reading.xml import A, attribute, tag, w

#: Key of a theme font without "major" or "minor" -> the element under ``a:majorFont`` or ``a:minorFont``.
_FONT_ELEMENTS = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}
#: Keys of colours in text and shapes that go through ``w:clrSchemeMapping``: key -> its attribute.
_MAPPED = {
    "dark1": "t1",
    "text1": "t1",
    "tx1": "t1",
    "light1": "bg1",
    "background1": "bg1",
    "bg1": "bg1",
    "dark2": "t2",
    "text2": "t2",
    "tx2": "t2",
    "light2": "bg2",
    "background2": "bg2",
    "bg2": "bg2",
}
_USUAL_MAPPING = {"t1": "dk1", "bg1": "lt1", "t2": "dk2", "bg2": "lt2"}
_SHORT = {"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2"}
_OTHER = {"hyperlink": "hlink", "followedHyperlink": "folHlink"}


class Theme:
    """The theme of a file; empty where the file has none."""

    def __init__(self, theme: etree._Element | None, settings: etree._Element | None) -> None:
        self._fonts: dict[str, str] = {}
        self._colors: dict[str, str] = {}
        self._mapping = settings.find(w("clrSchemeMapping")) if settings is not None else None
        if theme is None:
            return
        for size in ("major", "minor"):
            fonts = next(theme.iter(tag(A, f"{size}Font")), None)
            for ending, element in _FONT_ELEMENTS.items():
                font = fonts.find(tag(A, element)) if fonts is not None else None
                self._fonts[size + ending] = str(font.get("typeface", "")) if font is not None else ""
        for scheme in theme.iter(tag(A, "clrScheme")):
            for entry in scheme:
                if len(entry):
                    value = entry[0].get("lastClr") or entry[0].get("val", "")
                    self._colors[etree.QName(entry).localname] = str(value).upper()

    def font(self, key: str) -> str:
        """Return the font of a key such as "minorHAnsi"; "" for an unknown key or an empty place."""
        return self._fonts.get(key, "")

    def color(self, key: str) -> str:
        """Return the colour of a key such as "text1" or "accent1" as RRGGBB; "" for an unknown key."""
        slot = _MAPPED.get(key)
        if slot:
            mapped = attribute(self._mapping, slot)
            key = _SHORT.get(mapped, mapped) if mapped else _USUAL_MAPPING[slot]
        return self._colors.get(_OTHER.get(key, key), "")
