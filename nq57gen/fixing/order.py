"""The one way in which fixing writes elements: each child in the place the schema gives it.

The sequences are those of ISO 29500-1 (transitional), annex A. ``*`` stands for all content that is in no
fixed order, ``|`` joins elements that may stand in any order among themselves and more than once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from nq57gen.reading.xml import w

_RUN = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow "
    "emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
    "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
    "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_ROW = (
    "cnfStyle|divId|gridBefore|gridAfter|wBefore|wAfter|cantSplit|trHeight|tblHeader|tblCellSpacing|jc|hi "
    "dden"
)
_TABLE = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
)
_CELL = (
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
    "hideMark headers cellIns|cellDel|cellMerge tcPrChange"
)
_SECTION = (
    "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
    "printerSettings sectPrChange"
)
_STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
    "locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr|tblStylePr"
)
_SETTINGS = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
    "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData "
    "embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
    "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors "
    "hideGrammaticalErrors activeWritingStyle|activeWritingStyle proofState formsDesign attachedTemplate "
    "linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView "
    "trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride "
    "styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
    "doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders "
    "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin "
    "doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne "
    "strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture "
    "doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText "
    "doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
    "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids "
    "mathPr attachedSchema|attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
    "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType|smartTagType "
    "schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
)
_LEVEL = "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"
_ORDERS = {
    "body": "* sectPr",
    "hdr": "*",
    "ftr": "*",
    "tbl": "tblPr tblGrid *",
    "tr": "tblPrEx trPr *",
    "tc": "tcPr *",
    "p": "pPr *",
    "r": "rPr *",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "fldSimple": "fldData *",
    "rPr": _RUN,
    "pPr": _PARAGRAPH,
    "numPr": "ilvl numId numberingChange ins",
    "pBdr": "top left bottom right between bar",
    "trPr": f"{_ROW} ins del trPrChange",
    "tblPr": _TABLE,
    "tcPr": _CELL,
    "sectPr": _SECTION,
    "settings": _SETTINGS,
    "styles": "docDefaults latentStyles style|style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "style": _STYLE,
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "numbering": "numPicBullet|numPicBullet abstractNum|abstractNum num|num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl|lvl",
    "num": "abstractNumId lvlOverride|lvlOverride",
    "lvlOverride": "startOverride lvl",
    "lvl": _LEVEL,
}
#: Marks that may stand before the properties of a table (EG_RangeMarkupElements); else they are content.
_RANGES = frozenset(
    map(
        w,
        "bookmarkStart bookmarkEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd "  # noqa: SIM905
        "commentRangeStart commentRangeEnd permStart permEnd proofErr".split(),
    )
)
_REST, _TABLE_TAG = "*", w("tbl")


def _ranked(names: str) -> dict[str, int]:
    return {
        _REST if name == _REST else w(name): rank
        for rank, group in enumerate(names.split())
        for name in group.split("|")
    }


_RANKS = {w(parent): _ranked(names) for parent, names in _ORDERS.items()}
#: The ranks that elements share, or have more than once.
_SHARED = {
    w(parent): {rank for rank, group in enumerate(names.split()) if "|" in group or group == _REST}
    for parent, names in _ORDERS.items()
}


def rank_of(parent: str, name: str) -> int:
    """The place of an element named ``name`` among the children of one named ``parent`` (full names).

    What the table does not name is content, or stands at the end, where extensions of the format do.
    """
    ranks = _RANKS.get(parent, {})
    return ranks.get(name, ranks.get(_REST, len(ranks)))


def _is_passed(parent: etree._Element, element: etree._Element) -> bool:
    return parent.tag == _TABLE_TAG and element.tag in _RANGES


def insert(parent: etree._Element, made: etree._Element) -> etree._Element:
    """Put ``made`` into ``parent``, in its place: before the first of a higher rank."""
    rank = rank_of(parent.tag, made.tag)
    later = (
        at
        for at, other in enumerate(parent)
        if rank_of(parent.tag, other.tag) > rank and not _is_passed(parent, other)
    )
    parent.insert(next(later, len(parent)), made)
    return made


def insert_first(parent: etree._Element, made: etree._Element) -> etree._Element:
    """Put content into ``parent``, before all other content."""
    rank = rank_of(parent.tag, made.tag)
    at = next((at for at, other in enumerate(parent) if rank_of(parent.tag, other.tag) >= rank), len(parent))
    parent.insert(at, made)
    return made


def insert_after(sibling: etree._Element, made: etree._Element) -> etree._Element:
    """Put content behind other content, in the same parent. Raises ValueError where it may not stand."""
    parent = sibling.getparent()
    if parent is None or rank_of(parent.tag, made.tag) != rank_of(parent.tag, sibling.tag):
        raise ValueError(f"{made.tag} may not stand behind {sibling.tag}")
    sibling.addnext(made)
    return made


def child(parent: etree._Element, name: str) -> etree._Element:
    """Return the child ``w:name`` of ``parent``, made in its place where it is missing."""
    found = parent.find(w(name))
    return insert(parent, etree.Element(w(name))) if found is None else found


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


def out_of_order(root: etree._Element) -> Counter[tuple[str, str, str]]:
    """Count what stands wrongly in ``root``: (parent, child, child behind it that should not be there)."""
    return Counter(found for parent in root.iter(*_RANKS) for found in _wrong_in(parent))


def _wrong_in(parent: etree._Element) -> Iterator[tuple[str, str, str]]:
    before, highest = "", -1
    for element in parent:
        if _is_passed(parent, element):
            continue
        rank = rank_of(parent.tag, element.tag)
        known = rank < len(_RANKS[parent.tag])
        if rank < highest or (rank == highest and known and rank not in _SHARED[parent.tag]):
            yield parent.tag, before, element.tag
        before, highest = element.tag, rank
