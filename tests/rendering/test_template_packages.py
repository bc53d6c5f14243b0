"""Templates as people keep them: other kinds of Word files, parts that are missing, links to what is gone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from nq57gen.errors import InvalidInput
from nq57gen.rendering.names import W
from nq57gen.rendering.template_package import cleaned, fillable
from nq57gen.writer import pack, unpack
from tests.rendering.build import TEMPLATE, document, full_document
from tests.rendering.opened import DOCUMENT, rendered

TYPES, LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-office.vbaProject"
Parts = dict[str, bytes]
Change = Callable[[Parts], object]


def made(*changes: Change) -> bytes:
    """The common template with its parts changed."""
    parts = dict(unpack(TEMPLATE.read_bytes()))
    for change in changes:
        change(parts)
    return pack(parts)


def put(name: str, old: str, new: str) -> Change:
    def change(parts: Parts) -> None:
        assert old.encode() in parts[name], old
        parts[name] = parts[name].replace(old.encode(), new.encode(), 1)

    return change


def add(name: str, content: str) -> Change:
    return lambda parts: parts.__setitem__(name, content.encode())


def without(*names: str) -> Change:
    return lambda parts: [parts.pop(name) for name in names]


def link(target: str, kind: str = "image", name: str = LINKS, more: str = "") -> Change:
    relationship = f'<Relationship Id="rId70" Type="{OFFICE}/{kind}" Target="{target}"{more}/>'
    return put(name, "</Relationships>", f"{relationship}</Relationships>")


def kind(content_type: str) -> Change:
    return put(TYPES, WORD, content_type)


def macros(parts: Parts) -> None:
    """What Word writes for a VBA project."""
    declared = '<Override PartName="/word/vbaData.xml" ContentType="application/vnd.ms-word.vbaData+xml"/>'
    put(TYPES, "</Types>", f'<Default Extension="bin" ContentType="{MACROS}"/>{declared}</Types>')(parts)
    parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"
    add(
        "word/vbaData.xml", '<a:vbaSuppData xmlns:a="http://schemas.microsoft.com/office/word/2006/wordml"/>'
    )(parts)
    data = f'<Relationship Id="rId1" Type="{OFFICE}/wordVbaData" Target="vbaData.xml"/>'
    add("word/_rels/vbaProject.bin.rels", f'<Relationships xmlns="{PACKAGE}">{data}</Relationships>')(parts)
    project = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    put(
        LINKS,
        "</Relationships>",
        f'<Relationship Id="rId90" Type="{project}" Target="vbaProject.bin"/></Relationships>',
    )(parts)


def renamed(parts: Parts) -> None:
    """As some programs call the main part."""
    parts["word/document2.xml"] = parts.pop(DOCUMENT)
    parts["word/_rels/document2.xml.rels"] = parts.pop(LINKS)
    put("_rels/.rels", "word/document.xml", "word/document2.xml")(parts)
    put(TYPES, "/word/document.xml", "/word/document2.xml")(parts)


def from_another_template(parts: Parts) -> None:
    """What Word writes into a document made from a template of somebody's disk."""
    target = 'Target="file:///C:/a.dotm" TargetMode="External"'
    away = f'<Relationship Id="rId1" Type="{OFFICE}/attachedTemplate" {target}/>'
    add("word/_rels/settings.xml.rels", f'<Relationships xmlns="{PACKAGE}">{away}</Relationships>')(parts)
    node = f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rId1"/>'
    put("word/settings.xml", "</w:settings>", f"{node}</w:settings>")(parts)


SAME: dict[str, bytes] = {
    "dotx": made(kind("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")),
    "docm": made(kind("application/vnd.ms-word.document.macroEnabled.main+xml"), macros),
    "dotm": made(kind("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"), macros),
    "a main part without a type of its own": made(
        lambda parts: parts.__setitem__(
            TYPES, re.sub(rb'<Override PartName="/word/document.xml"[^>]*/>', b"", parts[TYPES])
        )
    ),
    "a main part of another name": made(renamed),
    "a link to a part that is not there": made(link("../customXml/item1.xml", "customXml")),
    "a link to NULL": made(link("NULL")),
    "a link to NULL above": made(link("../NULL")),
    "a link to nothing": made(
        put(LINKS, "</Relationships>", f'<Relationship Id="rId70" Type="{OFFICE}/image"/></Relationships>')
    ),
    "a link without a name": made(
        put(
            LINKS, "</Relationships>", f'<Relationship Type="{OFFICE}/image" Target="a.png"/></Relationships>'
        )
    ),
    "a link in other letters": made(put(LINKS, '"header1.xml"', '"Header1.xml"')),
    "a link from the root": made(put(LINKS, '"header1.xml"', '"/word/header1.xml"')),
    "no thumbnail": made(link("docProps/thumbnail.jpeg", "metadata/thumbnail", "_rels/.rels")),
    "no properties": made(without("docProps/core.xml", "docProps/app.xml")),
    "a template of its own": made(from_another_template),
    "footnotes in UTF-16": made(
        lambda parts: parts.__setitem__(
            "word/footnotes.xml",
            parts["word/footnotes.xml"].decode().replace("UTF-8", "UTF-16", 1).encode("utf-16"),
        )
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_other_kinds_of_files_give_the_same_document(name: str) -> None:
    found, wanted = (unpack(rendered(full_document(), template)) for template in (SAME[name], None))
    # Relationships get new numbers where the properties had none.
    links = {part: found.pop(part) for part in [*found] if part == "_rels/.rels" and "properties" in name}
    assert found == {part: content for part, content in wanted.items() if part not in links}
    assert all(content.count(b"Relationship ") == 3 for content in links.values())


def test_properties_of_another_name_are_written_once() -> None:
    parts = unpack(rendered(document(), made(_other_properties)))
    assert "docProps/core2.xml" not in parts
    assert parts["_rels/.rels"].count(b'core.xml"') == 1
    assert b"docProps/core.xml" in parts[TYPES]


def _other_properties(parts: Parts) -> None:
    parts["docProps/core2.xml"] = parts.pop("docProps/core.xml")
    put("_rels/.rels", "docProps/core.xml", "docProps/core2.xml")(parts)
    put(TYPES, "docProps/core.xml", "docProps/core2.xml")(parts)


def test_macros_go_with_all_that_names_them() -> None:
    parts = unpack(cleaned(SAME["dotm"], "mau.dotm"))
    assert not any(b"vba" in name.lower().encode() for name in parts)
    assert b"vbaProject.bin" not in parts[LINKS]
    assert b"vbaData" not in parts[TYPES]
    assert WORD.encode() in parts[TYPES]


def test_an_ordinary_template_keeps_its_bytes() -> None:
    template = TEMPLATE.read_bytes()
    assert cleaned(template, "mau.docx") is template
    assert fillable(template, "mau.docx") is template


def test_settings_that_are_gone_are_done_without() -> None:
    parts = unpack(rendered(document(), made(without("word/settings.xml"))))
    assert b"settings" not in parts[LINKS]


def test_a_header_that_is_gone_is_no_longer_named() -> None:
    parts = unpack(rendered(document(), made(without("word/header2.xml"))))
    assert b'r:id="rId6"' not in parts[DOCUMENT]
    assert b"rId6" not in parts[LINKS]


def _used(parts: Parts) -> None:
    link("media/image9.png")(parts)
    shape = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="rId70"/></v:shape>'
    picture = f"<w:r><w:pict>{shape}</w:pict></w:r>"
    title = '<w:p><w:pPr><w:pStyle w:val="TenLoai"/>'
    put(DOCUMENT, title, f"<w:p><w:r><w:t>Huy hiệu</w:t></w:r>{picture}</w:p>{title}")(parts)


def _endnotes(parts: Parts) -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    note = '<w:endnote w:id="1"><w:p><w:r><w:t>{{ ten_loai }}</w:t></w:r></w:p></w:endnote>'
    add("word/endnotes.xml", f'<w:endnotes xmlns:w="{w}">{note}</w:endnotes>')(parts)
    link("endnotes.xml", "endnotes")(parts)


def _other_header(parts: Parts) -> None:
    parts["word/dau.xml"] = parts.pop("word/header2.xml")
    put(LINKS, '"header2.xml"', '"dau.xml"')(parts)
    put(TYPES, "/word/header2.xml", "/word/dau.xml")(parts)
    put("word/dau.xml", "</w:pPr>", "</w:pPr><w:r><w:t>{{ don_vi }}</w:t></w:r>")(parts)


def _strict(parts: Parts) -> None:
    for name in (DOCUMENT, "word/styles.xml"):
        parts[name] = parts[name].replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )


_NUMBER = "<w:t>{{ so_ky_hieu }}</w:t>"


def _foreign(part: str) -> Change:
    """A part whose root is of another kind."""
    return add(f"word/{part}.xml", f'<w:comments xmlns:w="{W}"/>')


def _unlinked(attribute: str) -> bytes:
    """A template with a picture whose relationship is not there at all."""
    r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    picture = f'<w:pict><x xmlns:r="{r}" r:{attribute}="rId99"/></w:pict>'
    return made(put(DOCUMENT, "<w:p>", f"<w:p><w:r><w:t>Huy hiệu</w:t>{picture}</w:r></w:p><w:p>"))


REFUSED: dict[str, tuple[bytes, str, str, str]] = {
    "the strict variety": (made(_strict), "M131", "", "Strict Open XML"),
    **{
        f"a picture without a relationship, by r:{name}": (
            _unlinked(name),
            "M129",
            "bảng 1, hàng 1, ô 1, đoạn 1 “Huy hiệu”",
            "rId99",
        )
        for name in ("embed", "link", "id")
    },
    "a picture that is not there": (made(_used), "M129", "đoạn 1 “Huy hiệu”", "word/media/image9.png"),
    "a part of no known kind": (made(add("word/a.abc", "x"), link("a.abc")), "M101", "", "word/a.abc"),
    "no relationships": (made(without(LINKS)), "M101", "", f"thiếu phần {LINKS}"),
    "broken relationships": (made(add(LINKS, "<a")), "M101", "", f"phần {LINKS} có XML hỏng ở dòng 1"),
    "relationships that are something else": (made(add(LINKS, "<a/>")), "M101", "", f"phần {LINKS} bị hỏng"),
    "no styles": (made(without("word/styles.xml")), "M101", "", "thiếu phần word/styles.xml"),
    "a broken header": (
        made(add("word/header1.xml", "<w:hdr")),
        "M101",
        "",
        "phần word/header1.xml có XML hỏng",
    ),
    "footnotes of its own": (
        made(
            put(
                "word/footnotes.xml",
                "</w:footnotes>",
                '<w:footnote w:id="1"><w:p><w:r><w:t>Ghi</w:t></w:r></w:p></w:footnote></w:footnotes>',
            )
        ),
        *("M128", "chú thích (footnotes.xml), đoạn 3", "“Ghi”"),
    ),
    "a tag in an endnote": (
        made(
            _endnotes,
            put(TYPES, "</Types>", '<Override PartName="/word/endnotes.xml" ContentType="a/b"/></Types>'),
        ),
        "M112",
        "chú thích cuối (endnotes.xml), đoạn 1 “{{ ten_loai }}”",
        "{{ ten_loai }}",
    ),
    "a wrong tag in a header of any name": (
        made(_other_header),
        "M103",
        "đầu trang (dau.xml), đoạn 1 “{{ don_vi }}”",
        "{{ don_vi }}",
    ),
    "a tag in the title of the file": (
        made(put("docProps/core.xml", "Mẫu văn bản", "{{ ten_loai }}")),
        *("M112", "thuộc tính của tệp (Tệp > Thông tin), mục title", "{{ ten_loai }}"),
    ),
    "a tag in deleted text": (
        made(
            put(
                DOCUMENT,
                "{{ so_ky_hieu }}</w:t></w:r>",
                "{{ so_ky_hieu }}</w:t></w:r><w:del><w:r><w:delText>{{ a }}</w:delText></w:r></w:del>",
            )
        ),
        *("M136", "bảng 1, hàng 2, ô 1, đoạn 1 “{{ so_ky_hieu }}”", "{{ a }}"),
    ),
    "an inserted tag": (
        made(put(DOCUMENT, f"<w:r>{_NUMBER}</w:r>", f"<w:ins><w:r>{_NUMBER}</w:r></w:ins>")),
        *("M136", "bảng 1, hàng 2, ô 1, đoạn 1 “{{ so_ky_hieu }}”", "{{ so_ky_hieu }}"),
    ),
    "a tag of which a part is deleted": (
        made(
            put(
                DOCUMENT,
                f"<w:r>{_NUMBER}</w:r>",
                "<w:r><w:t>{{ so_</w:t></w:r><w:del><w:r><w:delText>van_ban</w:delText></w:r></w:del>"
                "<w:ins><w:r><w:t>ky_hieu</w:t></w:r></w:ins><w:r><w:t> }}</w:t></w:r>",
            )
        ),
        *("M136", "bảng 1, hàng 2, ô 1, đoạn 1 “{{ so_ky_hieu }}”", "{{ so_van_banky_hieu }}"),
    ),
    "settings that are none": (made(_foreign("settings")), "M101", "", "phần word/settings.xml bị hỏng"),
    "styles that are none": (made(_foreign("styles")), "M101", "", "phần word/styles.xml bị hỏng"),
    "a header that is none": (made(_foreign("header2")), "M101", "", "phần word/header2.xml bị hỏng"),
    "a table without a grid": (
        made(put(DOCUMENT, '<w:tblGrid><w:gridCol w:w="3742"/><w:gridCol w:w="5613"/></w:tblGrid>', "")),
        *("M130", "bảng 1", "tblGrid"),
    ),
    "a column without a width": (
        made(put(DOCUMENT, 'w:w="3742"/><w:gridCol', 'w:w="auto"/><w:gridCol')),
        "M130",
        "bảng 1",
        "bề rộng",
    ),
    "a cell over no number of columns": (
        made(put(DOCUMENT, "</w:tcPr>", '<w:gridSpan w:val="hai"/></w:tcPr>')),
        *("M130", "bảng 1", "gộp"),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_exact_is_refused_at_its_place(name: str) -> None:
    template, code, where, words = REFUSED[name]
    with pytest.raises(InvalidInput) as caught:
        rendered(document(), template)
    found = caught.value.diagnostics[0]
    assert (found.code, found.path, found.where) == (code, "van_ban.docx", where)
    assert words in found.message
    assert found.hint
