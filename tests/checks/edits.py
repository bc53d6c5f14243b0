"""Applies the bad examples of the rules to a good document.

What :mod:`tests.checks.components` finds is changed, or, by ``Edit.of``: "section", "appendix_section": the
page; "header", "first_header": the paragraph in the header of most pages, of the first; "note": a footnote.
``Edit.xml`` names a change of :mod:`tests.checks.xml_edits`.
"""

from __future__ import annotations

import copy

from lxml import etree

from nq57gen.checks.layout.rule import Edit
from nq57gen.fixing.opened import Opened
from nq57gen.reading.xml import w
from tests.checks import table_edits as table_edits  # registers its changes
from tests.checks.components import NotFoundError, component
from tests.checks.edited_xml import change_letters, change_page, change_paragraph, only_text
from tests.checks.xml_edits import XML_CHANGES

PAGES = ("section", "appendix_section")
OTHER_STORIES = {"header": "default", "first_header": "first"}
#: The unit of other examples, and that of the documents here.
UNITS = ("Hạc Thành", "Minh Hưng")


def apply(data: bytes, change: Edit) -> bytes:
    """Return the document with the edit. Raises NotFoundError when it has no such component.

    Each line of ``Edit.insert`` becomes a paragraph. Formatting goes to the paragraph itself, or to the first
    inserted one when the words of the other stay.
    """
    opened = Opened(data, "sua.docx")
    if change.xml:
        XML_CHANGES[change.xml](opened, change)
        return opened.save()
    if change.of in PAGES:
        change_page(section(opened, change.of), dict(change.changes))
        return opened.save()
    paragraph = changed = find(opened, change)
    if change.insert is not None:
        for line in reversed(change.insert.replace(*UNITS).split("\n")):
            new = copy.deepcopy(paragraph)
            only_text(new, line)
            paragraph.addnext(new)
        changed = paragraph if change.text is not None else new
    if change.text == "":
        remove(paragraph)
    elif change.text is not None:
        only_text(paragraph, change.text.replace(*UNITS))
    change_paragraph(changed, dict(change.changes))
    change_letters(changed, dict(change.changes))
    return opened.save()


def find(opened: Opened, change: Edit) -> etree._Element:
    """The ``w:p`` an edit is about."""
    if change.of in OTHER_STORIES:
        return header(opened, OTHER_STORIES[change.of])
    if change.of == "note":
        return note(opened)
    paragraph = opened.behind(component(opened.parts, change))
    assert paragraph is not None
    return paragraph.elements[-1]


def section(opened: Opened, of: str) -> etree._Element:
    """The ``w:sectPr`` of the text or of the first appendix."""
    if of == "section":
        return opened.sections[0]
    if not opened.parts.appendices:
        raise NotFoundError(of)
    return opened.sections[opened.parts.appendices[0].section - 1]


def header(opened: Opened, pages: str) -> etree._Element:
    """The first paragraph of a header of the first section."""
    found = opened.own(opened.sections[0], "header").get(pages)
    paragraph = found.find(w("p")) if found is not None else None
    if paragraph is None:
        raise NotFoundError("header")
    return paragraph


def note(opened: Opened) -> etree._Element:
    """The first paragraph of the first footnote."""
    for root in opened.roots("footnotes"):
        for paragraph in root.iter(w("p")):
            if "".join(text.text or "" for text in paragraph.iter(w("t"))).strip():
                return paragraph
    raise NotFoundError("note")


def remove(paragraph: etree._Element) -> None:
    """Take a paragraph away; the last one of a cell stays, empty."""
    parent = paragraph.getparent()
    assert parent is not None
    if parent.tag == w("tc") and len(parent.findall(w("p"))) == 1:
        only_text(paragraph, "")
    else:
        parent.remove(paragraph)
