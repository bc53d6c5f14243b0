"""The straightforward script of the trade: PyYAML, cerberus and docxtpl, a spec in, a Word file out.

    python -m bench.straight FOLDER SPEC...

It loads with ``yaml.safe_load``, validates with cerberus, replaces the names it knows in the texts, and
fills a template with nested loops through docxtpl. It checks nothing of what comes out, knows no line of a
mistake, no footnotes, no citations, no computed figures: the least that does the same job.
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import Any

import yaml
from cerberus import Validator
from docx import Document
from docxtpl import DocxTemplate

TEXT = {"type": "string"}
NUMBER = {"type": ["string", "number"]}
LIST = {"type": "list", "schema": TEXT}
ITEM: dict[str, Any] = {
    "type": "dict",
    "schema": {
        "tieu_de": TEXT, "kieu_danh_so": TEXT, "don_vi_chu_tri": TEXT, "noi_dung": TEXT, "nhiem_vu": TEXT,
        "muc": {"type": "list", "schema": {"type": "dict", "schema": {"tieu_de": TEXT, "noi_dung": TEXT}}},
    },
}  # fmt: skip
ROW = {"type": "dict", "schema": {"ma": TEXT, "ten": TEXT, "ke_hoach": NUMBER}, "allow_unknown": True}
SCHEMA: dict[str, Any] = {
    "phien_ban_dac_ta": {"type": "integer"},
    "loai_van_ban": {"type": "string", "allowed": ["ke_hoach", "bao_cao"]},
    "mau": TEXT,
    "don_vi": {"type": "dict", "schema": {"loai": TEXT, "ten": TEXT}},
    "nam_ke_hoach": {"type": "integer"},
    "du_thao": TEXT,
    "so_van_ban": {"type": ["integer", "string"], "nullable": True},
    "ngay_ban_hanh": {"type": "string", "nullable": True},
    "trich_yeu": TEXT,
    "van_ban": {"type": "dict", "valuesrules": {"type": "dict", "allow_unknown": True}},
    "phong_ban": {"type": "dict", "valuesrules": {"type": "dict", "schema": {"ten": TEXT, "ngan": TEXT}}},
    "bien": {"type": "dict", "valuesrules": NUMBER},
    "can_cu": LIST, "mo_dau": TEXT, "muc_dich": TEXT, "yeu_cau": TEXT, "kinh_phi": TEXT, "ket_thuc": TEXT,
    "muc_tieu": {"type": "dict", "schema": {"chung": TEXT, "cu_the": TEXT}},
    "giai_phap": {"type": "list", "schema": ITEM},
    "to_chuc_thuc_hien": {"type": "list", "schema": ITEM},
    "chu_thich": {"type": "dict", "keysrules": NUMBER, "valuesrules": TEXT},
    "phu_luc": {
        "type": "list",
        "schema": {
            "type": "dict",
            "allow_unknown": True,
            "schema": {
                "ma": TEXT,
                "tieu_de": TEXT,
                "chi_tieu": {"type": "list", "schema": ROW},
                "nhiem_vu": {"type": "list", "schema": ROW},
            },
        },
    },
    "kiem_tra": {"type": "dict", "allow_unknown": True},
    "noi_nhan": LIST,
    "nguoi_ky": {"type": "dict", "allow_unknown": True},
}  # fmt: skip
TITLES = {
    "muc_dich": "Mục đích", "yeu_cau": "Yêu cầu", "muc_tieu": "Mục tiêu", "giai_phap": "Giải pháp",
    "kinh_phi": "Kinh phí thực hiện", "to_chuc_thuc_hien": "Tổ chức thực hiện",
}  # fmt: skip
COLUMNS = 7
_NAME = re.compile(r"<<([\w.]+)[^>]*>>")


def template() -> bytes:
    """The content of the template: letterhead, title, sections, signature, tables."""
    made = Document()
    head = made.add_table(rows=2, cols=2)
    for cell, text in zip(
        [cell for row in head.rows for cell in row.cells],
        ("ỦY BAN NHÂN DÂN\n{{ don_vi }}", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
         "Số: {{ so }}/KH-UBND", "{{ ten }}, ngày      tháng      năm {{ nam }}"),
        strict=True,
    ):  # fmt: skip
        cell.text = text
    for line in (
        "KẾ HOẠCH", "{{ trich_yeu }}", "{%p for dong in can_cu %}", "{{ dong }}", "{%p endfor %}",
        "{%p for muc in cac_muc %}", "{{ loop.index }}. {{ muc.ten }}", "{%p for dong in muc.dong %}",
        "{{ dong }}", "{%p endfor %}", "{%p endfor %}", "Nơi nhận:", "{%p for dong in noi_nhan %}",
        "- {{ dong }};", "{%p endfor %}", "{{ nguoi_ky }}", "{%p for phu_luc in cac_phu_luc %}",
        "PHỤ LỤC {{ loop.index }}", "{{ phu_luc.ten }}",
    ):  # fmt: skip
        made.add_paragraph(line)
    table = made.add_table(rows=4, cols=COLUMNS)
    table.rows[1].cells[0].text = "{%tr for hang in phu_luc.hang %}"
    for number, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ hang[{number}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    made.add_paragraph("{%p endfor %}")
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def context(spec: dict[str, Any]) -> dict[str, Any]:
    """What the template prints, from a valid spec."""
    unit = spec["don_vi"]
    names: dict[str, str] = {
        "don_vi": f"{unit['loai']} {unit['ten']}",
        "don_vi.loai": unit["loai"],
        "nam_ke_hoach": str(spec["nam_ke_hoach"]),
        **{key: f"{value.get('loai')} số {value.get('so')}" for key, value in spec["van_ban"].items()},
        **{key: str(value) for key, value in spec.get("bien", {}).items()},
    }

    def lines(text: Any) -> list[str]:
        return [
            _NAME.sub(lambda name: str(names.get(name[1], name[1])), line) for line in str(text).splitlines()
        ]

    def deep(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [line for item in value.values() for line in deep(item)]
        if isinstance(value, list):
            return [line for item in value for line in deep(item)]
        return lines(value)

    def rows(items: list[dict[str, Any]]) -> list[list[str]]:
        found = []
        for number, item in enumerate(items, 1):
            inside = item.get("chi_tieu") or item.get("nhiem_vu")
            if isinstance(inside, list):
                found += [[str(number), " ".join(lines(item.get("nhom", ""))), *[""] * 5], *rows(inside)]
            else:
                found.append(
                    ([str(number), *(" ".join(deep(value)) for value in item.values())] + [""] * 7)[:7]
                )
        return found

    return {
        "don_vi": names["don_vi"].upper(),
        "ten": unit["ten"],
        "so": spec["so_van_ban"] or "",
        "nam": spec["nam_ke_hoach"],
        "trich_yeu": " ".join(lines(spec["trich_yeu"])),
        "can_cu": [f"Căn cứ {names.get(key, key)};" for key in spec["can_cu"]],
        "cac_muc": [{"ten": title, "dong": deep(spec[key])} for key, title in TITLES.items() if key in spec],
        "noi_nhan": [line for item in spec["noi_nhan"] for line in lines(item)],
        "nguoi_ky": " ".join(deep(spec["nguoi_ky"])),
        "cac_phu_luc": [
            {"ten": " ".join(lines(part["tieu_de"])), "hang": rows(part.get("chi_tieu") or part["nhiem_vu"])}
            for part in spec["phu_luc"]
        ],
    }


def main(folder: str, *specs: str) -> None:
    """Render each spec."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    path = Path(folder) / "mau.docx"
    path.write_bytes(template())
    for name in specs:
        spec = yaml.safe_load(Path(name).read_text(encoding="utf-8"))
        validator = Validator(SCHEMA)
        if not validator.validate(spec):
            sys.exit(f"{name}: {validator.errors}")
        document = DocxTemplate(path)
        document.render(context(spec), autoescape=True)
        document.save(Path(folder) / f"{Path(name).stem}.docx")


if __name__ == "__main__":
    main(*sys.argv[1:])
