"""A template as an office would draw it for docxtpl alone, and values for it: for measuring and for tests.

Nested loops of paragraphs, a table with a row a loop, header, footer and a title with tags.
"""

from __future__ import annotations

import io
from typing import Any

from docx import Document

COLUMNS = ("tt", "ten", "don_vi", "ke_hoach", "chu_tri", "han")


def report_template() -> bytes:
    """The content of the .docx."""
    made = Document()
    made.core_properties.title = "{{ tieu_de }}"
    section = made.sections[0]
    section.header.paragraphs[0].text = "{{ co_quan }}"
    section.footer.paragraphs[0].text = "Trang cuối của {{ tieu_de }}"
    made.add_heading("{{ tieu_de }}", 1)
    for line in (
        "{%p for muc in cac_muc %}", "{{ loop.index }}. {{ muc.ten }}", "{%p for doan in muc.cac_doan %}",
        "- {{ doan }}", "{%p endfor %}", "{%p if muc.ghi_chu %}", "Ghi chú: {{ muc.ghi_chu }}",
        "{%p endif %}", "{%p endfor %}",
    ):  # fmt: skip
        made.add_paragraph(line)
    table = made.add_table(rows=4, cols=len(COLUMNS))
    for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = name.upper()
    table.rows[1].cells[0].text = "{%tr for hang in cac_hang %}"
    for cell, name in zip(table.rows[2].cells, COLUMNS, strict=True):
        cell.text = f"{{{{ hang.{name} }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    made.add_paragraph("{{ co_quan }}, hết.")
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def report_values(rows: int, sections: int = 30, number: int = 1) -> dict[str, Any]:
    """Values of one report: ``rows`` of the table, ``sections`` of five paragraphs, by ``number``."""
    text = "Rà soát, nâng cấp hạ tầng số; bảo đảm KH&CN, đổi mới sáng tạo và chuyển đổi số, báo cáo hằng quý"
    return {
        "tieu_de": f"Kế hoạch số {number}",
        "co_quan": f"UBND phường {number}",
        "cac_muc": [
            {
                "ten": f"Nhiệm vụ {place} của phường {number}",
                "cac_doan": [f"{text}, lần {part} trong năm {2026 + part}." for part in range(5)],
                "ghi_chu": "" if place % 3 else "theo dõi hằng tháng",
            }
            for place in range(sections)
        ],
        "cac_hang": [
            {
                "tt": str(place + 1),
                "ten": f"Tỷ lệ hồ sơ trực tuyến của đơn vị {place}",
                "don_vi": "%",
                "ke_hoach": str(50 + (place + number) % 50),
                "chu_tri": "Phòng Văn hóa - Xã hội",
                "han": "30/11/2026",
            }
            for place in range(rows)
        ],
    }
