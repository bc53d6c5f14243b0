"""What a reader of the result must know: marks of editing, parts that were not read, old encodings."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.patterns import lazily
from nq57gen.reading.blocks import ParagraphView, RunView
from nq57gen.reading.content import P
from nq57gen.reading.package import Package
from nq57gen.reading.types import WordFile
from nq57gen.reading.walk import Gathered
from nq57gen.reading.xml import O, attribute, tag, w

#: Marks of tracked changes: text, rows and cells, and old formatting.
_CHANGES = tuple(
    w(name)
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "numberingChange"),
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
    )
)
#: Parts with text that is printed, by their root.
_TEXTS = frozenset(map(w, ("document", "hdr", "ftr", "footnotes", "endnotes")))
#: Fonts of the encodings before Unicode, by the beginning of their names.
_OLD_FONTS = ((".vn", "TCVN3 (ABC)"), ("vni-", "VNI"))
#: Letters and signs of TCVN3 and of VNI as they look in another font: no Vietnamese word has them so.
_SIGNS = "".join(map(chr, (*range(0xA8, 0xAD), 0xAE, *range(0xB5, 0xBF))))
_TCVN3 = lazily(
    rf"[A-Za-z][{_SIGNS}][a-z]"  # inside a word: nh©n
    r"|[A-Za-z][\xac\xb5\xb6\xb8\xbb-\xbe](?!\w)"  # at its end: v\xb5
    rf"|\xae[a-zÀ-ÿ{_SIGNS}]"  # at its beginning: ®iÒu
)
_VNI = lazily(
    r"[ae][ùøûõïâáàåãäêéèúüë]|[AE][ÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[ou][øûïåäëü]|[OU][ØÛÏÅÄËÜ]|ñ[aeiouöô]|Ñ[AEIOUÖÔ]"
)
#: A text without any of these has no such letters: to look for one sign takes less time than for pairs.
_OLD_SIGNS = lazily(
    r"[\xa8-\xac\xae\xb5-\xbeñÑ]"
    r"|[ùøûõïâáàåãäêéèúüëö](?<=[aeou].)|[ÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜËÖ](?<=[AEOU].)"
)
#: (encoding, what shows it, how many of them in one paragraph are no accident)
_OLD_TEXT = (("TCVN3 (ABC)", _TCVN3, 2), ("VNI", _VNI, 3))
_SAMPLE = 40
_OLD_CODES = ("D106", "D107")


#: What there is to say of, where it stands in a text.
_MARKS = (
    ("D101", _CHANGES),
    ("D102", (w("commentReference"),)),
    ("D103", (tag(O, "OLEObject"),)),
    ("D104", (w("altChunk"), w("subDoc"))),
)
_ALL_MARKS = tuple(name for _, names in _MARKS for name in names)


def has_marks(root: etree._Element) -> bool:
    """Whether there is something to say of the elements of a part, so that their places are needed."""
    return next(root.iter(*_ALL_MARKS), None) is not None


def notices(package: Package, places: Mapping[etree._Element, str], file: WordFile) -> list[Diagnostic]:
    """Return what there is to know of ``file``, each kind once, at its first place.

    ``places`` are those of the paragraphs that were read.
    """
    found = [one for code, names in _MARKS for one in _marks(package, code, names, places)]
    if any(kind == "vbaProject" for kind, _ in package.targets.values()):
        found.append(make("D105", path=package.shown_as))
    return [*found, *_old_encodings(file)]


def _marks(
    package: Package, code: str, names: tuple[str, ...], places: Mapping[etree._Element, str]
) -> Iterator[Diagnostic]:
    """Yield what there is to say of elements with these names in the text of the file, at the first."""
    marks = [mark for root in package.read_roots() if root.tag in _TEXTS for mark in root.iter(*names)]
    if marks:
        where = next((place for mark in marks if (place := _place(mark, places))), "")
        yield make(code, path=package.shown_as, where=where, count=_count(marks))


def _count(marks: list[etree._Element]) -> int:
    """Count marks by their ids: one change may be written as several elements."""
    return len({attribute(mark, "id") or mark for mark in marks})


def _place(mark: etree._Element, places: Mapping[etree._Element, str]) -> str:
    return next((places[element] for element in mark.iterancestors(P) if element in places), "")


class _Old(Struct, frozen=True):
    """Letters of an old encoding: in one of its fonts (D106), by their looks (D107), or in pieces (D125)."""

    code: str
    encoding: str
    font: str


class _Seen(Struct):
    """Where something was first seen, and in how many paragraphs."""

    place: str
    sample: str
    paragraphs: int = 0


def _old_encodings(file: WordFile) -> Iterator[Diagnostic]:
    found: dict[_Old, _Seen] = {}
    for old, place, sample in file.gather(_OLDS):
        found.setdefault(old, _Seen(place, sample)).paragraphs += 1
    for old, seen in found.items():
        yield make(
            old.code,
            path=file.shown_as,
            where=seen.place,
            count=seen.paragraphs,
            encoding=old.encoding,
            font=old.font,
            sample=seen.sample,
        )


def is_mostly_old(file: WordFile) -> bool:
    """Whether at least half of the paragraphs are in an old encoding, so that nobody can read the words."""
    if not any(notice.code in _OLD_CODES for notice in file.notices):
        return False
    old = {place for found, place, _ in file.gather(_OLDS) if found.code in _OLD_CODES}
    return 2 * len(old) >= sum(bool(paragraph.text.strip()) for paragraph in file.all_paragraphs())


def _old(paragraph: ParagraphView) -> Iterator[tuple[_Old, str]]:
    """Yield what is old in one paragraph, with a sample of the text."""
    other: list[RunView] = []
    for run in paragraph.runs:
        is_old = False
        for font in run.fonts_shown:
            if encoding := _encoding(font):
                is_old = True
                yield _Old("D106", encoding, font), ""
        if not is_old:
            other.append(run)
    if paragraph.decomposed:
        yield _Old("D125", "Unicode tổ hợp", ""), " ".join(paragraph.text.split())[:_SAMPLE].rstrip()
    text = "".join(run.text for run in other)
    if text.isascii() or not _OLD_SIGNS.search(text):
        return
    for encoding, pattern, enough in _OLD_TEXT:
        spots = [match.start() for match in pattern.finditer(text)]
        if len(spots) >= enough:
            first = text[spots[0] : spots[0] + 2]
            font = next((name for run in other if first in run.text for name in run.fonts_shown), "")
            sample = text[text.rfind(" ", 0, spots[0]) + 1 :][:_SAMPLE].strip()
            yield _Old("D107", encoding, font), sample
            return


def _olds(paragraph: ParagraphView) -> tuple[tuple[_Old, str, str], ...]:
    """What is old in one paragraph, each once: (what, place, sample)."""
    found = dict(_old(paragraph))
    return tuple((old, paragraph.place, sample) for old, sample in found.items()) if found else ()


_OLDS = Gathered(_olds)


@functools.lru_cache(maxsize=256)
def _encoding(font: str) -> str:
    return next((name for start, name in _OLD_FONTS if font.lower().startswith(start)), "")
