"""Small documents built in Python, for the tests of this room."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nq57gen.model.document import (
    Appendix,
    Block,
    Cell,
    Column,
    Document,
    Footnote,
    Heading,
    HeadingKind,
    Letterhead,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Run,
    Runs,
    SignatureBlock,
    Table,
)
from nq57gen.rendering import Properties

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "templates" / "chung" / "van_ban.docx"
PROPERTIES = Properties(title="Kế hoạch", subject="Chuyển đổi số", author="UBND phường", keywords="57-NQ/TW")

SUBJECT = (
    "Triển khai Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, "
    "công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia trên địa bàn phường Minh Hưng năm 2026"
)
ATTACHMENT = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân phường Minh Hưng)"
LONG = (
    "Mỗi cơ quan, đơn vị của phường tự chọn những việc cần làm trước trong năm, ghi tên người làm, ngày xong "
    "và kết quả phải có; cuối mỗi quý gửi số liệu về Phòng Văn hóa - Xã hội để gộp chung, so với kỳ trước, "
    "nêu rõ việc chậm, cách làm nhanh hơn; việc nào cần tiền thì lập dự toán cùng lúc với kế hoạch của mình."
)


def runs(text: str | Runs) -> Runs:
    """Plain runs of a text; runs stay as they are."""
    return (Run(text),) if isinstance(text, str) else text


def paragraph(text: str | Runs, kind: ParagraphKind = ParagraphKind.BODY) -> Paragraph:
    return Paragraph(runs(text), kind)


def heading(kind: HeadingKind, label: str, title: str) -> Heading:
    return Heading(kind, label, runs(title))


def cell(text: str | Runs = "", **options: object) -> Cell:
    paragraphs = (runs(text),) if text else ()
    return Cell(paragraphs, **options)  # type: ignore[arg-type]  # the options are Cell's own


def row(*cells: str | Cell, kind: RowKind = RowKind.DATA) -> Row:
    return Row(tuple(item if isinstance(item, Cell) else cell(item) for item in cells), kind)


def table(shares: Sequence[float], *rows: Row) -> Table:
    return Table(tuple(Column(share / sum(shares)) for share in shares), rows)


def targets(count: int, columns: int = 5) -> Table:
    """A table of a header row, a group row every tenth row, and ``count`` data rows."""
    titles = [
        "STT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Kế hoạch",
        "Đơn vị chủ trì",
        "Phối hợp",
        "Sản phẩm",
        "Thời hạn",
    ]
    rows = [row(*titles[:columns], kind=RowKind.HEADER)]
    for number in range(1, count + 1):
        if number % 10 == 1:
            group = cell(f"Nhóm {number // 10 + 1}: phát triển hạ tầng", column_span=columns - 1, bold=True)
            rows.append(row(cell("I", bold=True), group, kind=RowKind.GROUP))
        values = [
            str(number),
            f"Chỉ tiêu số {number} về dịch vụ công & hạ tầng",
            "%",
            f"≥ {number}",
            "Phòng VH-XH",
        ]
        rows.append(row(*values, *["Công an phường"] * (columns - 5)))
    return table([1, 5, 2, 2, 3, 2, 2, 2][:columns], *rows)


def appendix(label: str, *blocks: Block, landscape: bool = False, end_mark: str = "./.") -> Appendix:
    return Appendix(
        label=label,
        title=runs("DANH MỤC CÁC CHỈ TIÊU CỤ THỂ NĂM 2026"),
        attachment_line=ATTACHMENT,
        landscape=landscape,
        blocks=blocks,
        end_mark=end_mark,
    )


def document(
    *body: Block,
    letterhead: Letterhead | None = None,
    addressees: tuple[str, ...] = (),
    subject: str | Runs = SUBJECT,
    appendices: tuple[Appendix, ...] = (),
    footnotes: tuple[str | Runs, ...] = (),
    full_name: str = "Nguyễn Văn Diễn",
) -> Document:
    return Document(
        document_type="ke_hoach",
        type_name="KẾ HOẠCH",
        subject=runs(subject),
        letterhead=letterhead
        or Letterhead(
            issuing_body=("ỦY BAN NHÂN DÂN", "PHƯỜNG MINH HƯNG"),
            number_line="Số: 05/KH-UBND",
            date_line="Minh Hưng, ngày 05 tháng 3 năm 2026",
        ),
        addressees=addressees,
        body=body or (paragraph("Nội dung văn bản./."),),
        signature=SignatureBlock(
            authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
            position="PHÓ CHỦ TỊCH",
            full_name=full_name,
            recipients=("- Thường trực Đảng ủy phường;", "- Các phòng, ban;", "- Lưu: VT, VHXH."),
        ),
        appendices=appendices,
        footnotes=tuple(Footnote((runs(text),)) for text in footnotes),
    )


def full_document() -> Document:
    """Everything at once: all kinds of headings and paragraphs, footnotes, tables, three appendices."""
    body: list[Block] = [
        paragraph(
            "Căn cứ Kế hoạch số 91/KH-UBND ngày 12 tháng 02 năm 2026 của UBND tỉnh;", ParagraphKind.BASIS
        ),
        paragraph("Căn cứ chức năng, nhiệm vụ được giao.", ParagraphKind.BASIS),
        paragraph(
            (
                Run(LONG),
                Run("", note=1),
                Run(" Nhấn "),
                Run("đậm", bold=True),
                Run(", "),
                Run("nghiêng", italic=True),
            )
        ),
        heading(HeadingKind.PART_LABEL, "", "Phần I"),
        heading(HeadingKind.PART, "", "KẾT QUẢ THỰC HIỆN"),
        heading(HeadingKind.ROMAN, "I.", "MỤC ĐÍCH, YÊU CẦU"),
        heading(HeadingKind.ARABIC, "1.", "Mục đích"),
        paragraph(f"- {LONG}", ParagraphKind.BULLET),
        paragraph((Run("+ Gắn với cải cách hành chính."), Run("", note=2)), ParagraphKind.BULLET),
        heading(HeadingKind.DECIMAL, "1.1.", "Nhiệm vụ trọng tâm"),
        heading(HeadingKind.LETTER, "a)", "Hạ tầng số"),
        paragraph(f"b) {LONG}", ParagraphKind.LABELLED),
        heading(HeadingKind.PLAIN, "", "Kết quả cụ thể như sau"),
        table(
            [1, 4, 2, 2],
            row(
                cell("TT", row_span=2),
                cell("Nội dung", row_span=2),
                cell("Hồ sơ", column_span=2),
                kind=RowKind.HEADER,
            ),
            row(Cell(covered=True), Cell(covered=True), "Tiếp nhận", "Giải quyết", kind=RowKind.HEADER),
            row("1", "Tiếp nhận trực tiếp", "2.032", "2.030"),
            row("2", cell("Gộp hai cột", column_span=2), "15"),
            row(
                cell("Tổng cộng", column_span=2, bold=True),
                cell("2.047", bold=True),
                "2.045",
                kind=RowKind.TOTAL,
            ),
        ),
        *(paragraph(LONG) for _ in range(12)),
        paragraph("Trên đây là Kế hoạch của Ủy ban nhân dân phường; yêu cầu các đơn vị thực hiện./."),
    ]
    return document(
        *body,
        letterhead=Letterhead(
            issuing_body=("ỦY BAN NHÂN DÂN", "PHƯỜNG MINH HƯNG"),
            number_line="Số:      /KH-UBND",
            date_line="Minh Hưng, ngày      tháng      năm 2026",
            draft_mark="DỰ THẢO",
        ),
        appendices=(
            appendix("Phụ lục I", targets(45)),
            appendix("Phụ lục II", paragraph("Các nhiệm vụ:"), targets(30, 8), landscape=True),
            appendix("Phụ lục III", paragraph(LONG), paragraph("Hết./."), end_mark=""),
        ),
        footnotes=("Theo Kế hoạch số 91/KH-UBND ngày 12/02/2026 của UBND tỉnh.", LONG),
    )
