"""Documents of one section, written as lines, for the tests of this folder."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from nq57gen.model.document import Block, Cell, Document, Heading, Paragraph, Run, Runs, Table
from tests.schema.snippets import changed, understood

PLAN = """\
phien_ban_dac_ta: 1
loai_van_ban: ke_hoach
mau: dong-nai
don_vi: {loai: phường, ten: Minh Hưng}
nam_ke_hoach: 2026
trich_yeu: Chuyển đổi số
bo_cuc: [{khoa: viec, tieu_de: Công việc}]
noi_nhan: ["Lưu: VT"]
nguoi_ky: {quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH, ho_ten: Nguyễn Văn A}
"""
REPORT = changed(PLAN, ("ke_hoach\n", "bao_cao\n"), ("nam_ke_hoach: 2026", "nam_bao_cao: 2025"))
FILLERS = {"viec": "viec: Chữ\n", "ket_thuc": "ket_thuc: Hết\n"}


def spec(*parts: str, plan: str = PLAN) -> str:
    """``plan`` with more top-level keys, each part dedented; fillers for the section and the closing."""
    text = plan + "".join(textwrap.dedent(part).strip("\n") + "\n" for part in parts)
    return text + "".join(line for key, line in FILLERS.items() if f"\n{key}:" not in text)


def document(*parts: str, plan: str = PLAN) -> Document:
    return understood(spec(*parts, plan=plan)).document


def section(*parts: str, plan: str = PLAN) -> list[str]:
    """The blocks between the heading "I. CÔNG VIỆC" and the closing, as lines."""
    heading, *lines, closing = shown(document(*parts, plan=plan).body)
    assert (heading, closing) == ("I. CÔNG VIỆC", "Hết./.")
    return lines


def text_of(expression: str, *parts: str, plan: str = PLAN) -> str:
    """What a section that holds only ``expression`` prints."""
    body = f"viec: |\n  |{expression}|\n"
    (line,) = section(*parts, body, plan=plan)
    return line.strip("|")


def shown(blocks: Iterable[Block]) -> list[str]:
    """One line a paragraph, heading or table row."""
    return [line for block in blocks for line in _lines(block)]


def _lines(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{block.label} {marked(block.runs)}".strip()]
        case Paragraph():
            return [marked(block.runs)]
        case Table():
            return rows(block)


def rows(table: Table) -> list[str]:
    """Rows as "STT | Chỉ tiêu": merged cells end in →2 or ↓2, covered ones are "^"."""
    return [" | ".join(_cell(cell) for cell in row.cells) for row in table.rows]


def _cell(cell: Cell) -> str:
    if cell.covered:
        return "^"
    text = " / ".join(marked(paragraph) for paragraph in cell.paragraphs)
    across = f" →{cell.column_span}" if cell.column_span > 1 else ""
    down = f" ↓{cell.row_span}" if cell.row_span > 1 else ""
    return text + across + down


def marked(runs: Runs) -> str:
    """Runs as text: bold <b>, italic <i>, both <bi>, footnotes [1]."""
    return "".join(_marked(run) for run in runs)


def _marked(run: Run) -> str:
    if run.note is not None:
        return f"[{run.note}]"
    look = "b" * run.bold + "i" * run.italic
    return f"<{look}>{run.text}</{look}>" if look else run.text
