"""A Word template against the layout decree: probe documents are made with it and the rules look at them.

Each paragraph and section of the template is marked before a probe is filled in, and the marks come out
with whatever was made of it; so a finding of the probe tells its place in the template.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from nq57gen.checks.layout.engine import check_layout
from nq57gen.diagnostics import Diagnostic
from nq57gen.fixing.opened import Opened
from nq57gen.model.document import Document
from nq57gen.operations.document import understand
from nq57gen.operations.paths import shown_template
from nq57gen.patterns import lazily
from nq57gen.reading.content import Paragraph
from nq57gen.reading.types import ParagraphView, WordFile
from nq57gen.reading.xml import attribute, w
from nq57gen.regular import read_regular
from nq57gen.rendering.properties import Properties
from nq57gen.rendering.render import render_document
from nq57gen.rendering.template_check import checked_template
from nq57gen.rendering.template_package import cleaned

#: Specs without a mistake that print, between them, everything a template can print.
PROBES = Path(__file__).parent / "probes"
#: Attributes in which Word counts its own savings; nothing reads them, so they can carry our marks.
_PARAGRAPH_MARK, _SECTION_MARK = "rsidP", "rsidSect"
_TAG = lazily(r"\{\{.+?\}\}|\{%.+?%\}")
#: A finished document may hold a pair of braces; a template has tags all over.
_TAGGED_PARAGRAPHS = 3
_SECTION_PLACE = lazily(r"trang giấy \(phần (\d+)\)")


def is_template(file: WordFile) -> bool:
    """Whether a Word file holds the tags of a template."""
    return sum(bool(_TAG.search(paragraph.text)) for paragraph in file.paragraphs()) >= _TAGGED_PARAGRAPHS


@functools.lru_cache(maxsize=8)
def check_template(template: bytes, shown_as: str) -> tuple[Diagnostic, ...]:
    """The layout rules that documents break because of ``template``, each with its place in the template.

    Raises InvalidInput: problems of the tags (M1xx), a file that cannot be read (D).
    """
    checked_template(template, shown_as)  # tags first: places in the file as it is
    marked, names = _marked(template, shown_as)
    found: dict[tuple[str, str], Diagnostic] = {}
    for document in _probes():
        data = render_document(
            document, marked, template_name=shown_as, properties=Properties("", "", "", "")
        )
        for one in _findings(data, shown_as, names):
            found.setdefault((one.code, one.where), one)
    return tuple(found.values())


def because_of_template(
    errors: Sequence[Diagnostic], template: Path
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Divide the errors of a document: those of its words, and what of its template stands for the others.

    Raises InvalidInput as :func:`check_template` does.
    """
    codes = {one.code for one in errors}
    shown_as = shown_template(template)
    look = [one for one in check_template(read_regular(template), shown_as) if one.code in codes]
    theirs = {one.code for one in look}
    return [one for one in errors if one.code not in theirs], look


@functools.cache
def _probes() -> tuple[Document, ...]:
    """The probe documents; they use the packs that come with the program, whatever the project has."""
    return tuple(understand(path, path.name, PROBES).document for path in sorted(PROBES.glob("*.yaml")))


def _marked(template: bytes, shown_as: str) -> tuple[bytes, Mapping[str, str]]:
    """The template with its paragraphs and sections marked; mark -> how a person finds it in Word."""
    opened = Opened(cleaned(template, shown_as), shown_as)
    for number, paragraph in enumerate(opened.main.iter(w("p"))):
        paragraph.set(w(_PARAGRAPH_MARK), _mark(number))
    for number, section in enumerate(opened.sections, 1):
        section.set(w(_SECTION_MARK), _mark(number))
    return opened.save(), _places(template, shown_as)


def _places(template: bytes, shown_as: str) -> dict[str, str]:
    """The marks of the paragraphs of the body that have a place."""
    own = checked_template(template, shown_as).body
    elements = own[0].paragraph.getroottree().iter(w("p")) if own else ()
    numbers = {element: number for number, element in enumerate(elements)}
    return {_mark(numbers[spot.paragraph]): spot.where for spot in own}


def _mark(number: int) -> str:
    return f"{number:08X}"


def _findings(data: bytes, shown_as: str, names: Mapping[str, str]) -> Iterator[Diagnostic]:
    """What the rules find in a probe, placed in the template."""
    opened = Opened(data, shown_as)
    views = {view.place: view for view in opened.file.all_paragraphs()}
    for one in check_layout(opened.file):
        section = _SECTION_PLACE.fullmatch(one.where)
        view = views.get(one.where.split(": “")[0])
        if section:
            mark = attribute(opened.sections[int(section[1]) - 1], _SECTION_MARK)
            where = f"phần {int(mark, 16)}, theo ngắt phần (Section Break)" if mark else one.where
        elif view:
            where = _where(view, opened.behind(view), names)
        else:
            where = one.where
        yield replace(one, where=where)


def _where(view: ParagraphView, behind: Paragraph | None, names: Mapping[str, str]) -> str:
    """The paragraph of the template that ``view`` was made of, with its style, where the fault may be."""
    mark = attribute(behind.elements[-1], _PARAGRAPH_MARK) if behind else None
    place = names.get(mark or "", "")
    style = f"kiểu “{view.style_name}”"
    if place:
        return f"{place}, {style}"
    return f"{view.place.split(' (')[0]}, {style}" if view.story != "body" else f"{style}, chữ trong bảng"
