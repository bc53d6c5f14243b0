"""Strings, the slow path and docxtpl give the same parts, byte for byte."""

from __future__ import annotations

import datetime
import io
import struct
import subprocess
import sys
import time
import zlib
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate, InlineImage, Listing, RichText
from jinja2 import Environment, StrictUndefined, TemplateError
from jinja2.exceptions import UndefinedError
from markupsafe import Markup
from msgspec import Struct

from bench.report_template import report_template, report_values
from nq57gen.engine.engine import Engine
from nq57gen.errors import InvalidInput
from nq57gen.rendering.context import build_context
from nq57gen.rendering.environment import environment
from nq57gen.rendering.markup import BlockXml, RunsXml
from nq57gen.rendering.template_check import checked_template
from nq57gen.writer import pack, unpack
from tests.engine.compare import rendered, same
from tests.rendering.build import ROOT, full_document

REPORT = report_template()


def word_file(*lines: str, table: tuple[tuple[str, ...], ...] = (), title: str = "") -> bytes:
    """A .docx of paragraphs, a table behind them, and a title."""
    made = Document()
    made.core_properties.title = title
    for line in lines:
        made.add_paragraph(line)
    if table:
        grid = made.add_table(rows=len(table), cols=max(map(len, table)))
        for row, texts in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def given(_template: object, **values: Any) -> dict[str, Any]:
    """The values, whatever the template."""
    return values


def edited(template: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    parts = unpack(template)
    text = parts[part].decode()
    assert old in text
    return pack({**parts, part: text.replace(old, new, 1).encode()})


@pytest.mark.parametrize("path", sorted(ROOT.glob("templates/*/*.docx")), ids=lambda path: path.parent.name)
def test_the_templates_of_the_project(path: Path) -> None:
    template = path.read_bytes()
    facts = checked_template(template, path.name).facts
    context, _tables = build_context(full_document(), facts)
    names = {name: getattr(context, name) for name in context.__struct_fields__}
    # Our own pieces of XML are for docxtpl to finish; as text they are for strings.
    assert not same(template, lambda _: names, jinja_env=environment, autoescape=True)
    assert same(template, lambda _: _as_text(names), autoescape=True)


def _as_text(value: Any) -> Any:
    if isinstance(value, (RunsXml, BlockXml)):
        return "chữ & <dấu> \"kép\" 'đơn'"
    if isinstance(value, Struct):
        return {name: _as_text(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, dict):
        return {key: _as_text(item) for key, item in value.items()}
    return [_as_text(item) for item in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("autoescape", [True, False])
def test_a_report_is_made_of_strings(autoescape: bool) -> None:
    values = report_values(12)
    if not autoescape:
        values["cac_muc"] = [{**one, "cac_doan": ["không dấu"]} for one in values["cac_muc"]]
    assert same(REPORT, lambda _: values, autoescape=autoescape)
    assert same(REPORT, lambda _: {**values, "cac_hang": [], "cac_muc": []}, autoescape=autoescape)


#: (value, whether strings can carry it, escaped or not)
AWKWARD = [
    ("", True, True),
    (" ", True, True),
    ("  hai  khoảng trắng  ", True, True),
    ("KH&CN", True, False),
    ("a < b > c", True, False),
    ("nháy \"kép\" và 'đơn'", True, True),
    ("&amp; &lt;w:p&gt;", True, True),
    ("&#34; &#x1F600; &quot;", True, False),
    ("]]> <!-- --> <?x?>", True, False),
    ("{{ so }} {% if x %} {# y #}", True, True),
    ("{_{ a }_}", False, False),
    ("{_% b %_}", False, False),
    ("{ _ }", True, True),
    ("a\tb", False, False),
    ("a\nb", False, False),
    ("a\n", False, False),
    ("a\r\nb", False, False),
    ("a\ab", False, False),
    ("a\fb", False, False),
    ("a\x0bb", False, False),
    ("a\x01b", False, False),
    ("a\x7fb\x85c\u2028d", True, True),
    ("ngắt\u00a0dòng\u00ad mềm\u200b", True, True),
    ("\U0001f600 \U00020000", True, True),
    ("tiê\u0301ng Viê\u0323t", True, True),
    ("docPr w:tbl xmlns", True, True),
    (7, True, True),
    (1.5, True, True),
    (True, True, True),
    (None, True, True),
    (Decimal("1.10"), True, True),
    (datetime.date(2026, 3, 5), True, True),
    (["a", "b"], False, False),
    (Markup("<b>"), False, False),
    (Markup("a &amp; b"), True, True),
    (Markup("<w:br/>"), False, False),
    (RichText("đậm", bold=True), False, False),
    (Listing("a\nb\ac"), False, False),
    ("dài" * 3000, True, True),
]  # fmt: skip


@pytest.mark.parametrize(("value", "escaped", "plain"), AWKWARD, ids=lambda value: repr(value)[:20])
def test_awkward_values(value: object, escaped: bool, plain: bool) -> None:
    template = word_file(
        "Trước {{ v }} sau", "{{ v }}", "{{r v }}", "{{ v }}{{ v }}", table=(("{{ v }}", "b"),)
    )
    assert same(template, lambda _: {"v": value}, autoescape=True) is escaped
    assert same(template, lambda _: {"v": value}) is plain


#: XML in a value that is not escaped: docxtpl's parser recovers from what is wrong with it.
LOOSE = [
    "<W:P/>",
    "<x:y>",
    "<w:p:q/>",
    "<w:é/>",
    '<w:br z:a="1"/>',
    '<w:br xml:id="1"/>',
    "<q:br xmlns:q='u'/>",
    "<br xmlns = 'u'/>",
    "<b>&nbsp;</b>",
    "&bad;",
    "<unclosed",
    "</w:t>",
    "</w:t></w:r></w:p></w:body><w:body><w:p><w:r><w:t>",
    "</w:body >",
    "<!-- ghi chú -->",
    "<![CDATA[<w:p/>]]>",
    "</w:t><w:br/><w:t>",
]


@pytest.mark.parametrize("value", LOOSE)
def test_xml_in_a_value_that_is_not_escaped(value: str) -> None:
    assert not same(word_file("{{ a }}", "giữa {{ a }} sau", table=(("{{ a }}",),)), lambda _: {"a": value})
    assert not same(word_file("{{ a|upper }}", "sau"), lambda _: {"a": value})


def test_capitals_of_a_tag_in_a_value_are_no_error() -> None:
    assert not same(word_file("{{ a|upper }}", "sau"), lambda _: {"a": "<w:p/>"})


@pytest.mark.parametrize("letter", ["\ufffe", "\uffff", "\ud800"])
@pytest.mark.parametrize("autoescape", [True, False])
def test_a_letter_no_word_file_can_hold_is_refused(letter: str, autoescape: bool) -> None:
    for value in (f"trước{letter}sau", f"\t{letter}", RichText(f"a{letter}")):
        with pytest.raises(InvalidInput) as caught:
            rendered(Engine(word_file("{{ v }}")), partial(given, v=value), autoescape=autoescape)
        assert caught.value.diagnostics[0].code == "M114"


def test_values_of_two_tags_that_meet_make_no_brace() -> None:
    assert not same(word_file("{{ a }}{{ b }}{{ a }}"), lambda _: {"a": "{", "b": "_{"}, autoescape=True)
    assert not same(word_file("{{ a }}{{ b }}"), lambda _: {"a": Markup("{"), "b": "_{"}, autoescape=True)


LOOP = "{%tr for x in rows %}"
END = "{%tr endfor %}"


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        (word_file(table=((LOOP, ""), ("{{ x }}", "b"), (END, ""))), "columns depend"),
        (word_file(table=(("a", "{%tc for x in rows %}", "{{ x }}", "{%tc endfor %}"),)), "cells of a table"),
        (word_file(table=(("{% cellbg so %}a", "b"),)), "inside an element's own tag"),
        (word_file(table=(("{% colspan so %}a", "b"), ("c", "d"))), "inside an element's own tag"),
        (word_file(table=(("a", "b"), (LOOP, ""), ("{% vm %}{{ x }}", "b"), (END, ""))), "own tag"),
        (word_file(table=(("{%tc for x in rows %}", "{% hm %}{{ x }}", "{%tc endfor %}"),)), "own tag"),
        (word_file("{% for x in rows %}đầu {{ x }}", "cuối{% endfor %}"), "block of Jinja"),
        (word_file("{% set y = so %}{{ y }}{% macro m() %}z{% endmacro %}{{ m() }}"), "Macro"),
        (word_file("{% filter upper %}{{ so }}{% endfilter %}"), "FilterBlock"),
        (word_file("a {_{ b }_} c"), "not written as lxml"),
        (word_file("a\tb", "c\nd {{ so }}"), ""),
        (edited(word_file("{{ so }}"), "<w:p>", "<!-- x --><w:p>"), "comment"),
        (edited(word_file("{{ so }}"), "<w:p>", "\n  <w:p>\n  "), ""),
        (edited(word_file("{{ so }}"), "<w:p>", '<w:p xmlns:q="u" q:a="b">'), ""),
    ],
)
def test_what_templates_alone_decide(template: bytes, reason: str) -> None:
    for rows in (["một", "hai", "ba"], []):
        on_strings = same(template, partial(given, rows=rows, so="2"), autoescape=True)
        assert on_strings is not bool(reason)
    found = Engine(template).reasons
    assert any(reason in one for one in found) if reason else not found


def test_properties_with_tags() -> None:
    template = word_file("{{ a }}", title="Tên {{ a }} & {{ b }}")
    assert same(template, lambda _: {"a": "x", "b": "y & <z>"}, autoescape=True)
    assert same(template, lambda _: {"a": "x", "b": ""}, autoescape=False)
    with pytest.raises(ValueError, match="255"):
        rendered(Engine(template), lambda _: {"a": "x" * 300, "b": ""})


def test_a_caller_s_environment() -> None:
    def own(**settings: Any) -> Environment:
        made = Environment(autoescape=True, **settings)
        made.filters["xin_chao"] = lambda text: f"chào {text}"
        return made

    assert same(word_file("{{ v | xin_chao }}"), lambda _: {"v": "<a>"}, jinja_env=own)
    assert same(
        word_file("{{ v }}"), lambda _: {"v": 5}, jinja_env=lambda: own(finalize=lambda one: f"[{one}]")
    )
    assert not same(
        word_file("[[ v ]]"),
        lambda _: {"v": 5},
        jinja_env=lambda: own(variable_start_string="[[", variable_end_string="]]"),
    )
    assert not same(word_file("{{ v }}"), lambda _: {"v": 5}, jinja_env=lambda: own(trim_blocks=True))
    shared = own()
    template = word_file("{{ v | xin_chao }}")
    first = rendered(Engine(template), lambda _: {"v": "a"}, jinja_env=shared)
    shared.filters["xin_chao"] = str.upper
    second = rendered(Engine(template), lambda _: {"v": "a"}, jinja_env=shared)
    assert b"ch\xc3\xa0o a" in first["word/document.xml"]
    assert b">A<" in second["word/document.xml"]


def test_errors_are_docxtpl_s_own_with_its_lines() -> None:
    template = word_file("đầu", "{{ v.w.x }}")
    with pytest.raises(UndefinedError):
        rendered(Engine(template), lambda _: {"v": {}})
    with pytest.raises(TemplateError) as plain:
        rendered(DocxTemplate(io.BytesIO(word_file("đầu", "{% if %}"))), lambda _: {})
    with pytest.raises(TemplateError) as ours:
        rendered(Engine(word_file("đầu", "{% if %}")), lambda _: {})
    assert str(ours.value) == str(plain.value)
    assert list(ours.value.docx_context) == list(plain.value.docx_context)  # type: ignore[attr-defined]
    strict = Environment(undefined=StrictUndefined)  # noqa: S701
    with pytest.raises(UndefinedError):
        rendered(Engine(word_file("{{ v }}")), lambda _: {}, jinja_env=strict)


def test_values_are_asked_once() -> None:
    once = (str(number) for number in range(3))
    data = rendered(Engine(word_file("{% for x in xs %}{{ x }}\t{% endfor %}")), lambda _: {"xs": once})
    assert b'<w:t xml:space="preserve">2</w:t>' in data["word/document.xml"]
    again = (f"{number}\n" for number in range(3))
    data = rendered(Engine(word_file("{% for x in xs %}{{ x }}{% endfor %}")), lambda _: {"xs": again})
    assert data["word/document.xml"].count(b"<w:br/>") == 3


def test_one_engine_makes_many_documents() -> None:
    engine = Engine(REPORT)
    for number in (1, 2, 1):
        values = report_values(3, 2, number)
        assert rendered(engine, partial(given, **values), autoescape=True) == rendered(
            DocxTemplate(io.BytesIO(REPORT)), partial(given, **values), autoescape=True
        )
    assert rendered(engine, lambda _: {"tieu_de": "a\tb"}) == rendered(
        DocxTemplate(io.BytesIO(REPORT)), lambda _: {"tieu_de": "a\tb"}
    )
    assert rendered(engine, lambda _: report_values(1, 1), autoescape=True)
    assert engine.on_strings


def test_docxtpl_s_other_services_are_there(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(word_file("{{ a }} {{ b }}"))
    engine = Engine(path)
    assert engine.get_undeclared_template_variables() == {"a", "b"}
    engine.render({"a": 1, "b": 2})
    assert [paragraph.text for paragraph in engine.docx.paragraphs] == ["1 2"]
    engine.save(tmp_path / "ra.docx")
    assert Document(str(tmp_path / "ra.docx")).paragraphs[0].text == "1 2"


def png() -> io.BytesIO:
    """A picture of one dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    head, dot = struct.pack(">LLBBBBB", 1, 1, 8, 2, 0, 0, 0), zlib.compress(b"\0\1\2\3")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dot) + chunk(b"IEND", b""))


def test_pictures_in_body_and_header_go_into_docxtpl_s_document() -> None:
    def values(template: Any) -> dict[str, Any]:
        once = iter(["một", "hai"])
        return {
            "a": "chữ",
            "xs": once,
            "hinh": InlineImage(template, png()),
            "hai": InlineImage(template, png()),
        }

    made = Document()
    made.add_paragraph("{{ a }} {% for x in xs %}{{ x }}{% endfor %} {{ hinh }}")
    made.sections[0].header.paragraphs[0].text = "{{ a }} {{ hai }}"
    target = io.BytesIO()
    made.save(target)
    plain = rendered(DocxTemplate(io.BytesIO(target.getvalue())), values)
    ours = rendered(Engine(target.getvalue()), values)
    assert "word/media/image1.png" in ours
    assert plain == ours


def test_the_slow_path_is_linear_where_docxtpl_is_not() -> None:
    def seconds(template: Any, rows: int) -> float:
        values = report_values(rows, 1)
        values["cac_hang"][0]["ten"] = "ngắt\ndòng"
        started = time.perf_counter()
        template.render(values, autoescape=True)
        template.save(io.BytesIO())
        return time.perf_counter() - started

    engine = Engine(REPORT)
    seconds(engine, 10)
    assert not engine.on_strings
    ratio = min(seconds(engine, 6000) for _ in range(2)) / min(seconds(engine, 600) for _ in range(3))
    assert ratio < 20  # docxtpl: moving the body alone makes it 40 and more


def test_what_is_kept_on_disk_needs_no_docxtpl_and_changes_nothing(tmp_path: Path) -> None:
    script = (
        "import hashlib, io, sys; from pathlib import Path; from nq57gen import caching; "
        "caching.use_folder(Path(sys.argv[1]) / 'kept'); from nq57gen.engine.engine import Engine; "
        "engine = Engine(sys.argv[2]); target = io.BytesIO(); "
        "engine.render({'cac_muc': [{'ten': '<a>', 'cac_doan': ['b']}]}, autoescape=sys.argv[3] == '1'); "
        "engine.save(target); "
        "print(engine.on_strings, hashlib.sha256(target.getvalue()).hexdigest(), "
        "*(name for name in ('docx', 'docxtpl', 'lxml') if name in sys.modules))"
    )
    template = tmp_path / "mau.docx"
    template.write_bytes(REPORT)

    def run(escaped: str) -> list[str]:
        command = [sys.executable, "-c", script, str(tmp_path), str(template), escaped]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()

    first, again, raw = run("1"), run("1"), run("0")
    assert first == ["True", again[1], "docx", "docxtpl", "lxml"]
    assert again == first[:2]
    assert raw[0] == "False"  # "<" not escaped is for docxtpl's recovering parser
    for kept in (tmp_path / "kept").iterdir():
        kept.write_bytes(b"something else")
    assert run("1") == first
