"""The only module that touches docxtpl, which defines the syntax and finishes what strings alone cannot."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import docx.oxml.parser
from docxtpl import DocxTemplate
from lxml import etree

from nq57gen.patterns import lazily

if TYPE_CHECKING:
    from jinja2 import Environment

_NAMESPACES = lazily(r'\sxmlns(?::[\w.-]+)?="[^"]*"')
#: The same as a value may write it.
_DECLARES = lazily(r"\sxmlns(?::[^\s=]+)?\s*=")
_FIRST_TAG = lazily(r"<[^>]*>")
_BODY_ENDS = lazily(r"</w:body\s*>")


class Ready:
    """Stands for a Jinja environment whose templates all give ``text``, or fail as they did before."""

    def __init__(self, text: str = "", error: Exception | None = None) -> None:
        self.source = ""
        self._text = text
        self._error = error

    def from_string(self, source: str) -> Ready:
        """Keep what docxtpl would have compiled."""
        self.source = source
        return self

    def render(self, _context: object = None) -> str:
        """Return the text, or raise the error."""
        if self._error is not None:
            raise self._error
        return self._text


class Finisher(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """docxtpl, for parts whose strings are ``ready``: it does all that comes after Jinja, in linear time.

    ``ready``: by the name of the part. What is missing there docxtpl patches, compiles and renders itself.
    """

    def __init__(self, template: bytes, ready: Mapping[str, str] | None = None) -> None:
        super().__init__(io.BytesIO(template))
        self.ready: Mapping[str, str] = ready or {}
        self._whole = False

    def enter(self, name: str) -> None:
        """Open the document, if it is not, and say which part is rendered, for values that add to it."""
        if self.docx is None:
            self.render_init()
        parts = self.docx._part.package.parts
        self.current_rendering_part = next(part for part in parts if part_name(part) == name)

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        """Take the string that is ready, else do as docxtpl does."""
        text = self.ready.get(part_name(part))
        environment = jinja_env if text is None else Ready(text)
        return str(super().render_xml_part(src_xml, part, context, environment))

    def build_xml(self, context: Any, jinja_env: Any = None) -> str:
        """Leave out the patching where the string is ready."""
        part = self.docx._part
        if part_name(part) not in self.ready:
            return str(super().build_xml(context, jinja_env))
        return self.render_xml_part("", part, context, jinja_env)

    def fix_tables(self, xml: str) -> etree._Element:
        """As docxtpl, on the whole document where the body is sound and declares no namespace of its own.

        docxtpl moves the body into the document, which takes lxml quadratic time; a document parsed as a
        whole need not be moved.
        """
        whole = self._document_with(xml)
        self._whole = whole is not None
        tree: etree._Element = super().fix_tables(xml if whole is None else whole)
        return tree

    def _document_with(self, body: str) -> str | None:
        first = _FIRST_TAG.match(body)
        if first is None or _DECLARES.search(body, first.end()) or len(_BODY_ENDS.findall(body)) != 1:
            return None
        old = str(etree.tostring(self.docx._element, encoding="unicode"))
        start, end = old.index("<w:body"), old.rindex("</w:body>") + len("</w:body>")
        whole = "".join((old[:start], _NAMESPACES.sub("", first[0]), body[first.end() :], old[end:]))
        # What recovery makes of a broken body depends on where it starts, so it is left to docxtpl.
        return whole if _is_sound(whole) else None

    def map_tree(self, tree: etree._Element) -> None:
        """Put the filled body, or the whole document, in its place."""
        if not self._whole:
            super().map_tree(tree)
            return
        parser = etree.XMLParser(huge_tree=True)
        parser.set_element_class_lookup(docx.oxml.parser.element_class_lookup)
        root = etree.fromstring(etree.tostring(tree, encoding="utf-8"), parser)
        self.docx._part._element = self.docx._element = root
        self.docx._Document__body = None  # python-docx makes it anew


def _is_sound(document: str) -> bool:
    """Whether lxml, which docxtpl lets recover from everything, has nothing to recover from."""
    try:
        etree.fromstring(document.encode(), etree.XMLParser())
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        return False
    return True


def part_name(part: Any) -> str:
    """Return the name of a part of python-docx as in the package, without the slash."""
    return str(part.partname).removeprefix("/")


def sources(template: DocxTemplate) -> dict[str, tuple[str, int]]:
    """Return, in docxtpl's order, what it would give Jinja for each part, and how often it has the part."""
    found: dict[str, tuple[str, int]] = {}
    parts = [(template.docx._part, template.get_xml())]
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        parts += [(part, template.get_part_xml(part)) for _key, part in template.get_headers_footers(uri)]
    for part, xml in parts:
        asked = Ready()
        DocxTemplate.render_xml_part(template, template.patch_xml(xml), part, {}, asked)
        name = part_name(part)
        found[name] = asked.source, found.get(name, ("", 0))[1] + 1
    return found


class _WithoutProperties(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """docxtpl's template, leaving alone the core properties, which it escapes twice."""

    def render_properties(self, *_arguments: object) -> None:
        """Do nothing."""


def fill(template: bytes, context: Mapping[str, object], environment: Environment) -> bytes:
    """Fill ``template`` (the content of a .docx) by docxtpl alone, escaping, all but the core properties.

    Raises what docxtpl, python-docx and Jinja raise.
    """
    target = io.BytesIO()
    document = _WithoutProperties(io.BytesIO(template))
    document.render(dict(context), environment, autoescape=True)
    document.save(target)
    return target.getvalue()
