"""Turn a corpus file into a spec of our language: ``python -m tests.corpus.to_spec FILE.json SPEC.yaml``.

The text is kept as it is, wrong numbers and typing errors included; a label is typed (``danh_so``)
only where the automatic one would differ. The authority of the signer alone is written in the form
of the decree, the only one the language accepts.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.corpus.emit import Body, Inline, to_yaml
from tests.corpus.outline import line_of, outline, tree
from tests.corpus.source import Block, Corpus, Signature, escape, read_corpus
from tests.corpus.tables import appendices

#: Provinces with a pack of their own; the others take the common one and name the province.
PACKS = {"Đồng Nai": "dong-nai", "Hải Phòng": "hai-phong"}

HEADER = "# Dựng lại từ một văn bản đã ban hành: giữ nguyên câu chữ, số thứ tự và cả lỗi của bản gốc.\n"


BROKEN_BY_THE_ORIGINALS = (
    "ND30-BC-02",
    "ND30-BC-05",
    "ND30-BC-06",
    "ND30-CC-01",
    "ND30-CC-02",
    "ND30-CC-03",
    "ND30-ND-01",
    "ND30-NN-03",
    "ND30-PL-01",
    "ND30-PL-02",
    "ND30-PL-05",
    "ND30-VH-06",
    "ND30-VH-08",
    "ND30-VH-09",
    "ND30-VH-12",
)


def to_spec(corpus: Corpus) -> str:
    """Return the spec of ``corpus`` as YAML; ``ValueError`` when a text cannot be written."""
    comments: dict[str, str] = {}
    spec = _head(corpus) | _body(corpus, comments)
    if corpus["appendices"]:
        spec["phu_luc"] = appendices(corpus["appendices"])
    # The originals break these rules of the layout decree in their own words, and must stay verbatim.
    spec["kiem_tra"] = {"bo_qua": list(BROKEN_BY_THE_ORIGINALS)}
    spec["noi_nhan"] = [escape(line).rstrip(";,. ") for line in corpus["recipients"]]
    spec["nguoi_ky"], changed = signature(corpus["signature"])
    if changed:
        comments["nguoi_ky"] = changed
    return HEADER + to_yaml(spec, comments)


def signature(original: Signature) -> tuple[dict[str, Any], str]:
    """Return ``nguoi_ky`` and the comment that says what was changed ("" for nothing)."""
    lines = [line for line in (original["on_behalf_of"], original["acting_for"]) if line]
    authority = [re.sub(r"^(TM|KT|TL|TUQ|Q)\b\.?\s*", r"\1. ", line) for line in lines]
    value: dict[str, Any] = {"quyen_han": authority} if authority else {}
    value |= {"chuc_vu": original["title"], "ho_ten": original["name"]}
    changed = [f"“{old}”" for old, new in zip(lines, authority, strict=True) if old != new]
    comment = f"Bản gốc ghi {', '.join(changed)}; viết lại theo Nghị định 30/2020/NĐ-CP." if changed else ""
    return value, comment


def year(corpus: Corpus) -> int:
    """Return the year the document is about: named in its subject, else the latest date before the body."""
    before = []
    for block in corpus["blocks"]:
        if block["kind"] == "heading":
            break
        before.append(block)
    subject = " ".join(block["text"] for block in before if block["kind"] == "summary")
    named = re.search(r"năm (20\d\d)", subject)
    if named:
        return int(named[1])
    dates = re.findall(r"/(20\d\d)\b", " ".join(block["text"] for block in before))
    if not dates:
        raise ValueError("no year in the opening of the document")
    return max(map(int, dates))


def _head(corpus: Corpus) -> dict[str, Any]:
    unit, doc_type = corpus["unit"], corpus["doc_type"]
    place: dict[str, Any] = {"loai": unit["type"], "ten": unit["name"]}
    if unit["province"] not in PACKS:
        place |= {"tinh": unit["province"], "loai_tinh": unit["province_type"]}
    return {
        "phien_ban_dac_ta": 1,
        "loai_van_ban": doc_type,
        "mau": PACKS.get(unit["province"], "chung"),
        "don_vi": Inline(place),
        "nam_ke_hoach" if doc_type == "ke_hoach" else "nam_bao_cao": year(corpus),
        "trich_yeu": escape(_texts(corpus["blocks"], "summary")[0]),
    }


def opening(corpus: Corpus, paragraphs: Sequence[str], comments: dict[str, str]) -> dict[str, Any]:
    """Return ``can_cu`` and ``mo_dau``; ``paragraphs`` are those before the first heading.

    Our language ends the bases as the decree does, ";" and at last ".", and prints no dash. Bases
    that end otherwise stay as they are, as paragraphs of ``mo_dau``.
    """
    bases = [block for block in corpus["blocks"] if block["kind"] == "basis"]
    marks = [block["text"].rstrip()[-1:] for block in bases]
    if not bases or marks == [";"] * (len(bases) - 1) + ["."]:
        if any(block["number"] for block in bases):
            comments["can_cu"] = (
                "Bản gốc có gạch đầu dòng trước mỗi căn cứ; bỏ đi theo Nghị định 30/2020/NĐ-CP."
            )
        value: dict[str, Any] = (
            {"can_cu": [escape(block["text"]).rstrip(";,. ") for block in bases]} if bases else {}
        )
        lines = list(paragraphs)
    else:
        comments["mo_dau"] = "Các căn cứ của bản gốc không kết thúc đúng mẫu (; và .) nên giữ nguyên ở đây."
        value = {}
        lines = [line_of(block) for block in bases] + list(paragraphs)
    return value | ({"mo_dau": Body("\n".join(lines))} if lines else {})


def _body(corpus: Corpus, comments: dict[str, str]) -> dict[str, Any]:
    blocks = [block for block in corpus["blocks"] if block["kind"] in ("para", "heading", "item", "bullet")]
    root = tree(blocks)
    parts = outline(root, corpus["doc_type"])
    spec: dict[str, Any] = {"danh_so_cac_cap": parts.styles} if parts.styles else {}
    spec["bo_cuc"] = parts.bo_cuc
    spec |= opening(corpus, root.lines, comments)
    spec |= parts.sections
    closing = [escape(text) for text in _texts(corpus["blocks"], "closing")]
    if closing:
        closing[-1] = closing[-1].removesuffix("./.")
        spec["ket_thuc"] = Body("\n".join(closing))
    if corpus["footnotes"]:
        spec["chu_thich"] = {note["mark"]: escape(note["text"]) for note in corpus["footnotes"]}
    return spec


def _texts(blocks: Sequence[Block], kind: str) -> list[str]:
    return [block["text"] for block in blocks if block["kind"] == kind]


def main(arguments: Sequence[str]) -> int:
    """Convert; return the exit status."""
    if len(arguments) != 2:
        print("usage: python -m tests.corpus.to_spec FILE.json SPEC.yaml", file=sys.stderr)
        return 2
    Path(arguments[1]).write_text(to_spec(read_corpus(Path(arguments[0]))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
