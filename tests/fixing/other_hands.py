"""Small plans and letters as other programs and other hands write them, with mistakes in the looks."""

from __future__ import annotations

import re

from nq57gen.writer import pack
from tests.reading.build import PAGE, field, p, package, r, row, tbl

_MIDDLE, _RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
_BOLD, _BIG = "<w:b/>", '<w:b/><w:sz w:val="36"/>'
_SECTION = f"<w:sectPr>{PAGE}</w:sectPr>"
_LETTER = '<w:pgSz w:w="12240" w:h="15840"/>'
_NARROW = f'<w:sectPr>{_LETTER}<w:pgMar w:top="720" w:bottom="720" w:left="720" w:right="720"/>'
_SENTENCE = (
    "Ủy ban nhân dân xã giao các cơ quan, đơn vị xây dựng lịch làm việc hằng tuần, niêm yết tại trụ sở "
    "và báo cáo kết quả về Văn phòng trước ngày 25 hằng tháng"
)
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def letterhead(motto: str = MOTTO, *, row_props: str = "") -> str:
    """The letterhead in a table."""
    left = p("ỦY BAN NHÂN DÂN", _MIDDLE, _BOLD) + p("XÃ AN KHÊ", _MIDDLE, _BOLD)
    right = p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", _MIDDLE, _BIG) + p(motto, _MIDDLE, _BOLD)
    number, date = p("Số: 12/KH-UBND", _MIDDLE), p("An Khê, ngày 15 tháng 4 năm 2026", _MIDDLE, "<w:i/>")
    return tbl(row(_c(left), _c(right), props=row_props), row(_c(number), _c(date)), grid=(3600, 5400))


def _c(content: str, props: str = "") -> str:
    """A cell with ``content``, and its ``w:tcPr`` only where there is something in it."""
    return f"<w:tc>{f'<w:tcPr>{props}</w:tcPr>' if props else ''}{content}</w:tc>"


def opening() -> str:
    """Type, subject, what it rests on and the text."""
    basis = "Căn cứ Nghị quyết số 05/NQ-HĐND ngày 10 tháng 3 năm 2026 của Hội đồng nhân dân xã"
    return (
        p("KẾ HOẠCH", _MIDDLE, _BIG)
        + p("Tiếp công dân năm 2026", _MIDDLE, _BOLD)
        + p(f"{basis} về tiếp công dân.", run_props="<w:i/>")
        + p("Ủy ban nhân dân xã ban hành Kế hoạch tiếp công dân năm 2026 như sau:")
        + p("I. MỤC ĐÍCH", run_props=_BOLD)
        + p(f"1. {_SENTENCE}.")
        + p(f"{_SENTENCE}./.", '<w:jc w:val="left"/>', '<w:sz w:val="24"/>')
    )


def left_of_signature() -> str:
    """The recipients."""
    return (
        p("Nơi nhận:", run_props='<w:b/><w:i/><w:sz w:val="24"/>')
        + p("- Như trên;", run_props='<w:sz w:val="28"/>')
        + p("- Lưu: VT.", run_props='<w:sz w:val="22"/>')
    )


def right_of_signature(authority: str = "TM. ỦY BAN NHÂN DÂN", props: str = _MIDDLE) -> str:
    """Who signs."""
    lines = ((authority, _BOLD), ("CHỦ TỊCH", _BOLD), ("Trần Văn Khánh", ""))
    return "".join(p(text, props, look) for text, look in lines)


def signature(authority: str = "TM. ỦY BAN NHÂN DÂN") -> str:
    """The signature in a table whose rows and cells have no properties."""
    cells = _c(left_of_signature()) + _c(right_of_signature(authority))
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"


def plan(*blocks: str, section: str = _SECTION, numbering: str = "") -> dict[str, bytes]:
    """The parts of a file with these blocks."""
    parts = {"numbering": numbering} if numbering else {}
    return package("".join(blocks) + section, None, **parts)


def in_control(content: str) -> str:
    """``content`` in a content control."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def tabbed_letterhead() -> str:
    """The letterhead set with tabs."""
    stops = '<w:tabs><w:tab w:val="center" w:pos="1800"/><w:tab w:val="center" w:pos="6500"/></w:tabs>'
    lines = (
        ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("XÃ AN KHÊ", MOTTO),
        ("Số: 12/KH-UBND", "An Khê, ngày 15 tháng 4 năm 2026"),
    )
    tab = "<w:r><w:tab/></w:r>"
    return "".join(p(f"{tab}{r(left)}{tab}{r(right, _BIG)}", stops) for left, right in lines)


def text_box(content: str) -> str:
    """A paragraph with a text box as old programs write it."""
    box = f"<v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape>"
    return f"<w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>"


def table_with_gaps() -> str:
    """A table of numbers with rows that begin later and cells merged downwards."""
    merged = (
        _c(p("1"), '<w:tcW w:w="1000" w:type="dxa"/><w:vMerge w:val="restart"/>')
        + _c(p("Thứ hai"))
        + _c(p("2"))
    )
    below = _c(p(""), '<w:tcW w:w="1000" w:type="dxa"/><w:vMerge/>') + _c(p("Thứ ba")) + _c(p("3"))
    late = '<w:trPr><w:gridBefore w:val="1"/><w:wBefore w:w="1000" w:type="dxa"/></w:trPr>'
    rows = f"<w:tr>{merged}</w:tr><w:tr>{below}</w:tr><w:tr>{late}{_c(p('Cộng'))}{_c(p('5'))}</w:tr>"
    grid = '<w:gridCol w:w="1000"/>' * 3
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def tracked() -> str:
    """A sentence with words put in and taken out."""
    ins = f'<w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">{r(" và báo cáo", "<w:b/>")}</w:ins>'
    gone = '<w:r><w:delText xml:space="preserve"> ngay</w:delText></w:r>'
    removed = f'<w:del w:id="2" w:author="A" w:date="2026-01-01T00:00:00Z">{gone}</w:del>'
    return f"<w:p>{r(f'+ {_SENTENCE}')}{ins}{removed}{r('.')}</w:p>"


def with_other_prefix(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The same file with ``ns0`` for ``w``."""
    text = re.sub(r"(</?|\s)w:(?=[A-Za-z])", r"\1ns0:", parts["word/document.xml"].decode())
    return {**parts, "word/document.xml": text.replace("xmlns:w=", "xmlns:ns0=").encode()}


def without_header_part(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The same file, whose header is named and not there."""
    return {name: part for name, part in parts.items() if not name.startswith("word/rId")}


_NUMBERED = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_LISTED = p("- Phòng Kinh tế;") + p("- Các trường học trên địa bàn xã.")
_ADDRESSEES = f"<w:tr>{_c(p('Kính gửi:', _RIGHT))}{_c(_LISTED)}</w:tr>"
_LETTER_HEAD = letterhead().replace("/KH-UBND", "/UBND-VP")
_LETTER_SUBJECT = f"<w:tr>{_c(p('V/v báo cáo lịch tiếp công dân', _MIDDLE))}{_c(p(''))}</w:tr>"
_LETTER_TABLE = _LETTER_HEAD.replace("</w:tbl>", f"{_LETTER_SUBJECT}{_ADDRESSEES}</w:tbl>")
_WHOLE = letterhead() + opening() + signature()

#: name -> parts; none has styles, so that fonts and sizes are to be mended.
FILES: dict[str, dict[str, bytes]] = {
    "no styles, no settings, no row properties": plan(_WHOLE),
    "no section": plan(_WHOLE, section=""),
    "paper and margins of another country": plan(_WHOLE, section=f"{_NARROW}<w:titlePg/></w:sectPr>"),
    "letterhead in a content control": plan(in_control(letterhead()), opening(), signature()),
    "letterhead with tabs": plan(tabbed_letterhead(), opening(), signature()),
    "signature as paragraphs to the right": plan(
        letterhead(), opening(), right_of_signature(props=_RIGHT), left_of_signature()
    ),
    "signature in a table in a table": plan(
        letterhead(), opening(), tbl(row(_c(signature() + "<w:p/>"))), "<w:p/>"
    ),
    "text box with words": plan(letterhead(), text_box(p("KHẨN", _MIDDLE, _BOLD)), opening(), signature()),
    "addressees in the letterhead": plan(_LETTER_TABLE, p(f"{_SENTENCE}./."), signature()),
    "list of numbering.xml": plan(
        letterhead(),
        opening().replace(p(f"1. {_SENTENCE}."), p(f"{_SENTENCE}.", _IN_LIST)),
        signature(),
        numbering=_NUMBERED,
    ),
    "tracked changes": plan(letterhead(), opening(), tracked(), signature("T/M ỦY BAN NHÂN DÂN")),
    "rows that begin late and merged cells": plan(
        letterhead(row_props='<w:trHeight w:val="400"/>'), opening(), table_with_gaps(), signature()
    ),
    "header of another writer": package(
        _WHOLE + f'<w:sectPr><w:headerReference w:type="default" r:id="rId9"/>{PAGE}</w:sectPr>',
        {"rId9": f"<w:hdr>{p(field('PAGE', '2') + r(' - Tiếp công dân'), _RIGHT)}</w:hdr>"},
    ),
    "header that is not there": without_header_part(
        package(
            _WHOLE + f'<w:sectPr><w:headerReference w:type="default" r:id="rId9"/>{PAGE}</w:sectPr>',
            {"rId9": f"<w:hdr>{p(field('PAGE', '2'))}</w:hdr>"},
        )
    ),
    "no relationships": {
        name: part for name, part in plan(_WHOLE).items() if name != "word/_rels/document.xml.rels"
    },
    "letters for two directions": plan(
        letterhead("Độc lập – Tự do – Hạnh phúc"),
        opening().replace("<w:pPr>", "<w:pPr><w:bidi w:val='0'/>"),
        signature().replace("<w:rPr>", '<w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="SimSun"/>'),
    ),
    "another prefix": with_other_prefix(plan(_WHOLE)),
    "blanks, notes and a recipient on two lines": plan(
        letterhead().replace("Số: 12/", "Số: ......./"),
        opening().replace("Tiếp công dân năm 2026", "Tiếp công dân năm ...(3)..."),
        p("PHẦN THỨ HAI", _MIDDLE, _BOLD),
        p("(Ghi chú: ghi rõ đơn vị chủ trì)"),
        signature()
        .replace("- Như trên;", "- Chủ tịch, các Phó Chủ tịch")
        .replace("- Lưu: VT.", "Ủy ban nhân dân xã;"),
    ),
}


def data_of(name: str) -> bytes:
    """The file."""
    return pack(FILES[name])
