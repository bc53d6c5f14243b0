"""Measure the letters of Times New Roman and write ``nq57gen/vietnamese/times_widths.json``.

The widths come from Liberation Serif 2, which is made to have the same ones (Debian package
fonts-liberation2; the older Liberation 1 lacks most Vietnamese letters). Run it again only when letters
are missing::

    python tools/font_metrics.py [--fonts FOLDER] [--output FILE]
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FONTS = Path("/usr/share/fonts/truetype/liberation2")
OUTPUT = Path(__file__).parents[1] / "nq57gen" / "vietnamese" / "times_widths.json"
STYLES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold_italic": "BoldItalic"}
#: Latin with all Vietnamese letters, and the signs office documents use.
RANGES = (
    range(0x20, 0x7F),
    range(0xA0, 0xAD),
    range(0xAE, 0x250),
    range(0x1E00, 0x1F00),
    range(0x2010, 0x2027),
)
SIGNS = "‰€₫№™→←↑↓∞≈≠≤≥◊■□▪▫●○\u2032\u2033\u2039\u203a\u2044\u2212"
#: The fonts have no glyph for the no-break hyphen; it looks like the hyphen.
SAME_AS = {"\u2011": "-"}
#: Name records of a font (OpenType, table "name").
COPYRIGHT, FAMILY, VERSION, LICENCE, LICENCE_URL = 0, 1, 5, 13, 14


def measure(font: Any) -> dict[str, Any]:
    """Group the letters of one font by advance width, and give the average width."""
    letters = sorted({chr(code) for codes in RANGES for code in codes} | set(SIGNS))
    glyphs = font.getBestCmap()
    by_width: defaultdict[int, list[str]] = defaultdict(list)
    for letter in letters:
        glyph = glyphs.get(ord(SAME_AS.get(letter, letter)))
        if glyph is not None:
            advance, _ = font["hmtx"][glyph]
            by_width[advance].append(letter)
    count = sum(len(group) for group in by_width.values())
    average = round(sum(width * len(group) for width, group in by_width.items()) / count)
    widths = {str(width): "".join(by_width[width]) for width in sorted(by_width)}
    return {"average": average, "widths": widths}


def build(folder: Path) -> str:
    """Make the text of the data file from the four fonts in ``folder``."""
    fonts = {style: TTFont(folder / f"LiberationSerif-{name}.ttf") for style, name in STYLES.items()}
    names = fonts["regular"]["name"]
    data = {
        "about": "Advance widths of letters, grouped by width, in units of 1/units_per_em of the size.",
        "source": {
            "font": f"{names.getDebugName(FAMILY)}, {names.getDebugName(VERSION)}",
            "note": "Same widths as Times New Roman; measured by tools/font_metrics.py, no outlines taken.",
            "copyright": " ".join(names.getDebugName(COPYRIGHT).split()),
            "licence": f"{names.getDebugName(LICENCE)} ({names.getDebugName(LICENCE_URL)})",
        },
        "units_per_em": fonts["regular"]["head"].unitsPerEm,
        "styles": {style: measure(font) for style, font in fonts.items()},
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fonts", type=Path, default=FONTS, help="folder of the Liberation fonts")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="the JSON file to write")
    options = parser.parse_args(arguments)
    options.output.write_text(build(options.fonts), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
