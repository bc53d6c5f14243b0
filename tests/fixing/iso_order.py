"""The order of children in WordprocessingML, written down from ISO 29500-1 for the tests alone."""

from __future__ import annotations

import itertools
from collections import Counter

from lxml import etree

from nq57gen.writer.package import unpack

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: 17.3.2.28, 17.3.1.26, 17.6.17, 17.4.59, 17.4.69: properties in their sequence, each once at most.
SEQUENCES = {
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN "
    "bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "sectPr": "footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign "
    "noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
    "hideMark",
}
#: What stands before all other children, in this order.
FIRST = {
    "p": ["pPr"],
    "r": ["rPr"],
    "tc": ["tcPr"],
    "tr": ["tblPrEx", "trPr"],
    "tbl": ["tblPr", "tblGrid"],
    "sectPr": ["headerReference", "footerReference"],
}
#: What stands behind all other children.
LAST = {"body": "sectPr"}


def faults(data: bytes) -> Counter[str]:
    """What is out of order in the parts of a Word file, each kind with how often."""
    found: Counter[str] = Counter()
    for name, part in unpack(data).items():
        if name.startswith("word/") and name.endswith(".xml"):
            for element in etree.fromstring(part).iter():
                found.update(f"{name}: {fault}" for fault in _faults(element))
    return found


def _faults(parent: etree._Element) -> list[str]:
    kind = _local(parent)
    names = [
        _local(child) for child in parent if not _local(child).startswith(("bookmark", "comment", "proof"))
    ]
    found = []
    known = [name for name in SEQUENCES.get(kind, "").split() if name in names]
    in_file = [name for name in names if name in known]
    if in_file != known:
        found.append(f"{kind}: {' '.join(in_file)}")
    first = FIRST.get(kind, [])
    late = itertools.dropwhile(lambda name: name in first, names)
    found += [f"{kind}: {name} too late" for name in late if name in first]
    if LAST.get(kind) in names and names[-1] != LAST[kind]:
        found.append(f"{kind}: {LAST[kind]} is not last")
    return found


def _local(element: etree._Element) -> str:
    return str(element.tag).removeprefix(W)
