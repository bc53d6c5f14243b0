"""The straightforward script of the trade: PyYAML, cerberus and docxtpl, a spec in, a Word file out.

    python -m bench.straight FOLDER SPEC...

It loads with ``yaml.safe_load``, validates with cerberus, fills in names with Jinja2, and renders through
docxtpl the program's own template. What it writes says the same as the program's document of that spec,
paragraph by paragraph and cell by cell (a test holds it to that), but for the footnote. It tells no line of
a mistake, knows only what the sample uses, draws no rules, sets no widths, and checks nothing of what comes
out.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml
from cerberus import Validator
from docxtpl import DocxTemplate, RichText

from bench.straight_names import Names, names_of
from bench.straight_template import template
from bench.wards import ROOT

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
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
BLANK = " " * 6


def packs_of(name: str) -> list[dict[str, Any]]:
    """The pack ``name`` and those it extends, the innermost first."""
    pack = yaml.safe_load((ROOT / "templates" / name / "pack.yaml").read_text(encoding="utf-8"))
    return [*packs_of(pack["ke_thua"]), pack] if "ke_thua" in pack else [pack]


def context(spec: dict[str, Any], packs: list[dict[str, Any]]) -> dict[str, Any]:
    """What the template prints, from a valid spec."""
    names = names_of(spec, packs)
    unit, year = names["don_vi"], spec["nam_ke_hoach"]
    body = str(names["ubnd"])
    parts = {part["ma"]: (f"Phụ lục {ROMAN[at]}", part) for at, part in enumerate(spec["phu_luc"])}
    counts = {ma: sum(len(group[ma]) for group in part[ma]) for ma, (_, part) in parts.items()}
    names["phu_luc"] = {
        ma: _Counted(label, tong=counts[ma], so_nhiem_vu=counts[ma]) for ma, (label, _) in parts.items()
    }
    number = f"Số: {spec['so_van_ban']:02d}/KH-UBND"
    date = f"ngày{BLANK}tháng{BLANK}năm {year}"
    subject = names.fill(spec["trich_yeu"])
    bases = [f"Căn cứ {names[key]}" for key in spec["can_cu"]]
    marks = [*[";"] * (len(bases) - 1), "."]
    blocks = [
        *(_block("can_cu", base + mark) for base, mark in zip(bases, marks, strict=True)),
        *_lines(spec["mo_dau"], names),
        *_outline(spec, packs[0]["loai_van_ban"]["ke_hoach"]["bo_cuc"], names),
        *_lines(spec["ket_thuc"].strip().removesuffix(".") + "./.", names),
    ]
    attached = f"(Kèm theo Kế hoạch {number[0].lower()}{number[1:].replace(':', '')} {date} của {body})"
    recipients = [names.fill(item) for item in spec["noi_nhan"]]
    ends = [*[";"] * (len(recipients) - 1), "."]
    rules = dict.fromkeys(("co_quan", "tieu_ngu", "trich_yeu"), "")
    return {
        "quoc_hieu_co_nho": False,
        "co_quan": {"chu_quan": "", "co_chu_nho": False,
                    "ban_hanh": ["ỦY BAN NHÂN DÂN", str(unit).upper()]},
        "so_ky_hieu": number,
        "dia_danh_thoi_gian": f"{unit.ten}, {date}",
        "du_thao": "DỰ THẢO" if spec["du_thao"] == "có" else "",
        "ten_loai": "KẾ HOẠCH",
        "trich_yeu": RichText(subject),
        "kinh_gui": [],
        "noi_dung": blocks,
        "nguoi_ky": spec["nguoi_ky"],
        "noi_nhan": [f"- {text}{end}" for text, end in zip(recipients, ends, strict=True)],
        "cac_phu_luc": [
            {
                "nhan": label,
                "tieu_de": RichText(names.fill(part["tieu_de"]).upper()),
                "dong_kem_theo": attached,
                "ngang": part.get("huong") == "ngang",
                "noi_dung": [{"kieu": "bang", "chu": "", "bang": _table(part, ma, packs[0], names)}],
                "dau_het": "./.",
            }
            for ma, (label, part) in parts.items()
        ],
        "duong_ke": rules,
    }  # fmt: skip


class _Counted(str):
    """A label with counts: ``<<phu_luc.chi_tieu>>``, ``<<phu_luc.chi_tieu.tong>>``."""

    def __new__(cls, label: str, **counts: int) -> _Counted:
        made = super().__new__(cls, label)
        made.__dict__.update(counts)
        return made


def _block(kind: str, text: str) -> dict[str, Any]:
    return {"kieu": kind, "chu": RichText(text), "bang": None}


def _lines(text: str, names: Names) -> list[dict[str, Any]]:
    filled = [names.fill(line.replace("[^1]", "")) for line in text.strip().split("\n")]
    return [_block("gach_dau_dong" if line.startswith("- ") else "doan", line) for line in filled]


def _outline(spec: dict[str, Any], outline: list[dict[str, Any]], names: Names) -> list[dict[str, Any]]:
    blocks = []
    for at, part in enumerate(outline):
        blocks.append(_block("la_ma", f"{ROMAN[at]}. {part['tieu_de'].upper()}"))
        value = spec[part["khoa"]] if "khoa" in part else spec
        if isinstance(value, str):
            blocks += _lines(value, names)
        elif isinstance(value, list):
            blocks += _items(value, names, letters=False)
        else:
            for number, inner in enumerate(part["muc"], 1):
                blocks.append(_block("so", f"{number}. {inner['tieu_de']}"))
                blocks += _lines(value[inner["khoa"]], names)
    return blocks


def _items(items: list[dict[str, Any]], names: Names, *, letters: bool) -> list[dict[str, Any]]:
    blocks = []
    for number, item in enumerate(items):
        title = item.get("tieu_de") or str(names["phong_ban"][item["don_vi_chu_tri"]])
        label = f"{'abcd'[number]})" if letters else f"{number + 1}."
        blocks.append(_block("chu" if letters else "so", f"{label} {names.fill(title)}"))
        if "muc" in item:
            blocks += _items(item["muc"], names, letters=True)
        else:
            blocks += _lines(item.get("noi_dung") or item["nhiem_vu"], names)
    return blocks


def _table(part: dict[str, Any], key: str, pack: dict[str, Any], names: Names) -> dict[str, Any]:
    known = {column["truong"]: column for column in pack["bang"][part["bang"]]}
    columns = [
        {**known.get(column, {}), "truong": column} if isinstance(column, str)
        else {**known.get(column["truong"], {}), **column}
        for column in part["cot"]
    ]  # fmt: skip
    rows = []
    for at, group in enumerate(part[key]):
        inside = Names({**names, "nhom": {"tong": len(group[key])}})
        title = inside.fill(group["nhom"])
        if "ke_hoach" in group:
            rows.append(_row({**group, "ten": title}, ROMAN[at], columns, names))
        elif columns[0]["truong"] == "stt":
            rows.append([_cell(ROMAN[at]), _cell(title, len(columns) - 1)])
        else:
            rows.append([_cell(f"{ROMAN[at]}. {title}", len(columns))])
        rows += [_row(item, str(number), columns, names) for number, item in enumerate(group[key], 1)]
    return {"dau": [names.fill(column["tieu_de"]) for column in columns], "hang": rows}


def _row(
    item: dict[str, Any], number: str, columns: list[dict[str, Any]], names: Names
) -> list[dict[str, Any]]:
    cells = []
    for column in columns:
        field = column["truong"]
        text = number if field == "stt" else str(item[field])
        if field in ("chu_tri", "phoi_hop") and text in names["phong_ban"]:
            text = names["phong_ban"][text].ngan
        text = names.fill(text)
        cells.append(_cell(f"{number}. {text}" if column.get("kem_stt") else text))
    return cells


def _cell(text: str, width: int = 1) -> dict[str, Any]:
    return {"chu": text, "rong": width}


def main(folder: str, *specs: str) -> None:
    """Render each spec; the template is drawn the first time."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    path = Path(folder) / "mau.docx"
    if not path.exists():
        path.write_bytes(template())
    packs: dict[str, list[dict[str, Any]]] = {}
    for name in specs:
        spec = yaml.safe_load(Path(name).read_text(encoding="utf-8"))
        validator = Validator(SCHEMA)
        if not validator.validate(spec):
            sys.exit(f"{name}: {validator.errors}")
        if spec["mau"] not in packs:
            packs[spec["mau"]] = packs_of(spec["mau"])
        document = DocxTemplate(path)
        document.render(context(spec, packs[spec["mau"]]), autoescape=True)
        document.save(Path(folder) / f"{Path(name).stem}.docx")


if __name__ == "__main__":
    main(*sys.argv[1:])
