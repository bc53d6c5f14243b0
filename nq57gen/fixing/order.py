"""Children of property elements, kept in the order the format demands (ISO 29500-1, annex A)."""

from __future__ import annotations

from lxml import etree

from nq57gen.reading.xml import w

_ORDERS = {
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
    "printerSettings sectPrChange",
}
#: The place of each child in the elements whose children are kept in order.
RANKS = {
    w(parent): {w(name): rank for rank, name in enumerate(names.split())} for parent, names in _ORDERS.items()
}
#: Properties that stand first in their parent.
_FIRST = frozenset({w("rPr"), w("pPr")})


def child(parent: etree._Element, name: str) -> etree._Element:
    """Return the child ``w:name`` of ``parent``, made in its place where it is missing."""
    found = parent.find(w(name))
    if found is not None:
        return found
    made = etree.Element(w(name))
    ranks = RANKS.get(parent.tag)
    if ranks is None:
        parent.insert(0 if made.tag in _FIRST else len(parent), made)
        return made
    rank = ranks[made.tag]
    after = sum(1 for other in parent if ranks.get(other.tag, len(ranks)) <= rank)
    parent.insert(after, made)
    return made


def put(parent: etree._Element, name: str, **attributes: object) -> None:
    """Give ``parent`` a child ``w:name`` with just these attributes (of the namespace w)."""
    element = child(parent, name)
    element.attrib.clear()
    for key, value in attributes.items():
        element.set(w(key), str(value))


def unset(element: etree._Element, *names: str) -> None:
    """Remove the attributes ``w:name``, if there."""
    for name in names:
        if w(name) in element.attrib:
            del element.attrib[w(name)]


def drop(parent: etree._Element | None, *names: str) -> None:
    """Remove the children of ``parent`` with these names, if any."""
    if parent is not None:
        for name in names:
            for found in parent.findall(w(name)):
                parent.remove(found)
