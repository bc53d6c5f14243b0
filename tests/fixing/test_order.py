"""Elements are written in one way, which knows their order."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

import nq57gen.fixing
from nq57gen.fixing.order import child, insert, insert_after, insert_first, out_of_order, put
from nq57gen.reading.xml import W, w

_ROOM = Path(nq57gen.fixing.__file__).parent
MODULES = sorted(path for path in _ROOM.rglob("*.py") if path.name != "order.py")
_WRITES = {"SubElement", "addnext", "addprevious", "insert", "extend", "replace_element"}


def element(xml: str) -> etree._Element:
    return etree.fromstring(f'<w:x xmlns:w="{W}">{xml}</w:x>')[0]


def names(parent: etree._Element) -> str:
    return " ".join(etree.QName(one).localname for one in parent)


@pytest.mark.parametrize(
    ("xml", "made", "order"),
    [
        ("<w:tr><w:tc/><w:tc/></w:tr>", "trPr", "trPr tc tc"),
        ("<w:tr><w:tblPrEx/><w:tc/></w:tr>", "trPr", "tblPrEx trPr tc"),
        ("<w:tr><w:bookmarkStart/><w:tc/></w:tr>", "trPr", "trPr bookmarkStart tc"),
        ("<w:tc><w:p/></w:tc>", "tcPr", "tcPr p"),
        ("<w:p><w:r/></w:p>", "pPr", "pPr r"),
        ("<w:r><w:t/></w:r>", "rPr", "rPr t"),
        ("<w:body><w:p/></w:body>", "sectPr", "p sectPr"),
        ("<w:body><w:p/><w:sectPr/></w:body>", "p", "p p sectPr"),
        ("<w:pPr><w:pStyle/><w:jc/><w:rPr/></w:pPr>", "ind", "pStyle ind jc rPr"),
        ("<w:pPr><w:jc/><w:spacing/></w:pPr>", "ind", "ind jc spacing"),
        ("<w:rPr><w:sz/><w:rPrChange/></w:rPr>", "szCs", "sz szCs rPrChange"),
        ("<w:rPr><w:ins/><w:sz/></w:rPr>", "rFonts", "ins rFonts sz"),
        ("<w:trPr><w:tblHeader/><w:ins/></w:trPr>", "cantSplit", "tblHeader cantSplit ins"),
        ("<w:tbl><w:bookmarkStart/><w:tblGrid/><w:tr/></w:tbl>", "tblPr", "bookmarkStart tblPr tblGrid tr"),
        ("<w:tblPr><w:tblStyle/><w:tblLook/></w:tblPr>", "tblW", "tblStyle tblW tblLook"),
        ("<w:tcPr><w:tcW/><w:vAlign/></w:tcPr>", "vMerge", "tcW vMerge vAlign"),
        (
            "<w:sectPr><w:footerReference/><w:pgSz/></w:sectPr>",
            "headerReference",
            "footerReference headerReference pgSz",
        ),
        ("<w:sectPr><w:pgSz/><w:cols/></w:sectPr>", "pgMar", "pgSz pgMar cols"),
        (
            "<w:settings><w:zoom/><w:compat/></w:settings>",
            "evenAndOddHeaders",
            "zoom evenAndOddHeaders compat",
        ),
        ("<w:styles><w:latentStyles/><w:style/></w:styles>", "docDefaults", "docDefaults latentStyles style"),
        ("<w:docDefaults><w:pPrDefault/></w:docDefaults>", "rPrDefault", "rPrDefault pPrDefault"),
        ("<w:style><w:name/><w:tblPr/></w:style>", "rPr", "name rPr tblPr"),
        ("<w:lvl><w:start/><w:lvlText/><w:rPr/></w:lvl>", "pPr", "start lvlText pPr rPr"),
        ("<w:hdr><w:p/></w:hdr>", "p", "p p"),
    ],
)
def test_an_element_comes_into_its_place(xml: str, made: str, order: str) -> None:
    parent = element(xml)
    before = out_of_order(parent)
    insert(parent, etree.Element(w(made)))
    assert names(parent) == order
    assert not out_of_order(parent) - before


def test_what_stands_behind_content_must_be_content() -> None:
    row = element("<w:tr><w:tc/></w:tr>")
    with pytest.raises(ValueError, match="may not stand"):
        insert_after(row[0], etree.Element(w("trPr")))
    insert_after(row[0], etree.Element(w("tc")))
    assert names(row) == "tc tc"


def test_content_that_is_to_stand_first_stands_behind_properties() -> None:
    paragraph = element("<w:p><w:pPr/><w:r/></w:p>")
    insert_first(paragraph, etree.Element(w("hyperlink")))
    assert names(paragraph) == "pPr hyperlink r"


def test_a_child_that_is_there_is_taken() -> None:
    paragraph = element('<w:pPr><w:jc w:val="left"/></w:pPr>')
    put(paragraph, "jc", val="center")
    assert child(paragraph, "jc").get(w("val")) == "center"
    assert names(paragraph) == "jc"


@pytest.mark.parametrize(
    "xml",
    [
        "<w:tr><w:tc/><w:trPr/></w:tr>",
        "<w:pPr><w:jc/><w:ind/></w:pPr>",
        "<w:pPr><w:jc/><w:jc/></w:pPr>",
        "<w:p><w:r/><w:pPr/></w:p>",
        "<w:body><w:sectPr/><w:p/></w:body>",
    ],
)
def test_what_is_out_of_order_is_seen(xml: str) -> None:
    assert out_of_order(element(xml)).total() == 1


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(_ROOM)))
def test_no_module_writes_elements_otherwise(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    lists = {name for node in ast.walk(tree) for name in _lists(node)}
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Attribute):
            where = f"{module.name}:{call.lineno}"
            assert call.func.attr not in _WRITES, where
            if call.func.attr == "append":
                assert set(_receivers(call.func.value)) <= lists, where


def _lists(node: ast.AST) -> Iterator[str]:
    """The names that a statement gives a list literal to."""
    if isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation).startswith(
        ("list", "dict[str, list")
    ):
        yield ast.unparse(node.target)
    elif isinstance(node, ast.Assign) and isinstance(node.value, (ast.List, ast.Tuple)):
        for target in node.targets:
            yield from map(ast.unparse, target.elts if isinstance(target, ast.Tuple) else [target])


def _receivers(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _receivers(node.body)
        yield from _receivers(node.orelse)
    elif isinstance(node, (ast.Subscript, ast.Call)):
        inner = node.value if isinstance(node, ast.Subscript) else node.func
        yield from _receivers(inner.value if isinstance(inner, ast.Attribute) else inner)
    else:
        yield ast.unparse(node)
