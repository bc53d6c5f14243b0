"""Write the pages that are generated from the code, or say that they are out of date.

    python -m tools.reference            write docs/dac-ta.md, ma-loi.md, quy-tac.md, quy-tac-noi-dung.md
    python -m tools.reference --check    write nothing; exit status 1 when one of them is not as it would be

Keys come from the shapes that check a spec, names and values from the program's own answers, messages
from the table of messages, so that the pages cannot say anything else than the program does.
"""

from __future__ import annotations

import argparse
import string
import sys
from collections.abc import Sequence
from pathlib import Path

from nq57gen.messages.entry import Message
from nq57gen.messages.table import MESSAGES
from tools.markdown import heading, link, prose, table
from tools.reference_content import content_page
from tools.reference_keys import kinds_table, pack_records, spec_records
from tools.reference_packs import layouts, outlines, packs
from tools.reference_rules import rules_page
from tools.reference_samples import ROOT
from tools.reference_values import evaluation_table, filters_table, marks_table, names_table, numbering_table

_FAMILIES = {
    "Y": "Cách ghi tệp YAML",
    "S": "Các khóa của đặc tả",
    "N": "Biến, viện dẫn, cơ quan, chú thích",
    "T": "Chỉ tiêu, nhiệm vụ, bảng",
    "M": "Bộ mẫu và tệp Word mẫu",
    "D": "Đọc tệp Word",
    "F": "Ghi và mở tệp",
    "R": "Tệp Word vừa tạo",
    "P": "Xem như bản in",
    "V": "Danh mục xã, phường, đặc khu",
    "B": "Nhiều văn bản một lúc",
    "K": "Tệp đã tạo từ trước",
    "C": "Nhân bộ mẫu, cập nhật, bộ mẫu mới",
    "G": "Nhận bản mới của tỉnh vào đặc tả",
    "L": "So báo cáo với kế hoạch",
    "U": "Lệnh đã gọi",
}
_SEVERITIES = {"error": "lỗi", "warning": "lưu ý"}
_GENERATED = "<!-- Trang này do lệnh `python -m tools.reference` tạo ra từ mã nguồn. Đừng sửa tay. -->"

_SECTIONS = (
    (
        "Cách ghi",
        "Mỗi văn bản là một tệp **đặc tả**: các dòng `khóa: giá trị`. Khóa viết không dấu, đúng như trong "
        "trang này. Giá trị là chữ có dấu, in ra nguyên như đã gõ. Ghi chú bắt đầu bằng dấu `#`, đặt trên "
        "một dòng riêng, không in ra.\n\nCột “Kiểu” trong các bảng dưới đây nghĩa là:",
        kinds_table,
    ),
    ("Các khóa", "Khóa không ghi “Bắt buộc” thì bỏ được.", spec_records),
    (
        "Bố cục",
        "Mỗi khóa trong bố cục là một mục lớn, ghi ở ngoài cùng của đặc tả. Nội dung của một mục ghi theo "
        "một trong ba cách: khối chữ; danh sách mục con; hoặc các khóa của "
        f"{link('Mục nội dung')}. Mục không bắt buộc mà không ghi thì không in. Muốn khác bố cục có sẵn thì "
        f"ghi `bo_cuc` (xem {link('Mục trong bố cục')}).",
        outlines,
    ),
    (
        "Chữ trong bài",
        "Mỗi dòng của khối chữ là một đoạn văn; dòng trống bỏ qua. Ở đâu ghi được chữ, số, ngày thì cũng ghi "
        "được `<<?lời nhắc>>`: [chỗ cần điền](huong-dan.md#cho-can-dien), in trong ngoặc vuông, tô vàng.",
        marks_table,
    ),
    (
        "Tên gọi trong << >>",
        "Chữ “mã” là mã do đặc tả hoặc bộ mẫu đặt ra. Gõ nhầm tên thì chương trình báo lỗi, không in chỗ "
        "trống. Cột “In ra” lấy từ hai văn bản ví dụ: [kế hoạch](vi-du/ke-hoach.yaml), "
        "[báo cáo](vi-du/bao-cao.yaml). Phần chưa khai của một văn bản viện dẫn (số, ngày…) thì không gọi "
        "được. Năm cộng, trừ được: `<<nam_bao_cao + 1>>`. Chia không hết thì làm tròn, lấy hai chữ số sau "
        "dấu phẩy: `<<1/3>>` in 0,33; kết quả nhỏ hơn 0,01 thì lấy hai chữ số khác 0 đầu tiên: 0,0033."
        "\n\nNgoài ra, trong tên nhóm của bảng có "
        "`<<nhom.tong>>` (số hàng trong nhóm); trong khóa `cau` có `<<chi_tieu_nay>>` (chỉ tiêu đang liệt "
        "kê, có các phần như `<<chi_tieu.mã>>`).",
        names_table,
    ),
    (
        "Bộ lọc",
        "Bộ lọc đứng sau dấu `|`, đổi cách in một giá trị. Dùng được nhiều bộ lọc liền nhau.",
        filters_table,
    ),
    ("Cách đánh số", "Dùng ở `danh_so_cac_cap`, `kieu_danh_so`.", numbering_table),
    (
        "Kiểu bảng",
        "Ghi ở khóa `bang` của phụ lục. Khóa `cot` chọn cột, đổi tiêu đề, đổi độ rộng, hoặc thêm cột in một "
        f"khóa khác của {link('Chỉ tiêu, nhiệm vụ')}, như `kpi`, `ghi_chu`, `giai_doan.2030`. Bảng `tu_do` "
        f"không có cột sẵn: tự ghi `cot` và `hang`, xem {link('Bảng tự do')}.",
        layouts,
    ),
    (
        "Đánh giá chỉ tiêu",
        "Không ghi `danh_gia` thì chương trình so kết quả với kế hoạch (không ghi `ke_hoach` mà "
        "ghi `giai_doan` thì so với giai đoạn gần nhất đã đến, tính theo năm báo cáo; mọi giai đoạn đều còn "
        "ở phía trước thì so với giai đoạn đầu, chưa đạt nó thì là “Chưa đánh giá”). "
        "Số đứng một mình trong kế hoạch nghĩa là “ít nhất”; có `chieu: giam` thì là “nhiều nhất”. “Vượt” "
        "và “Khó đạt” chỉ có khi tự ghi.",
        evaluation_table,
    ),
    ("Bộ mẫu", "Tên trong ngoặc là tên ngắn, in trong bảng.", packs),
    (
        "Tệp pack.yaml của bộ mẫu",
        "Dành cho người làm bộ mẫu của tỉnh. Các khóa chung với đặc tả xem ở trên. Tên cơ quan, trích yếu "
        "trong bộ mẫu cũng dùng được `<<don_vi.loai>>` và các tên khác.",
        pack_records,
    ),
)


def reference_page() -> str:
    """The reference of the spec language."""
    parts = [_GENERATED, "# Tra cứu cách viết đặc tả"]
    parts.append(
        "Mới dùng lần đầu thì đọc [Hướng dẫn](huong-dan.md) trước. Gặp mã lỗi thì xem [Mã lỗi](ma-loi.md)."
    )
    parts.append("\n".join(f"- {link(title)}" for title, _, _ in _SECTIONS))
    for title, intro, body in _SECTIONS:
        parts += [heading(2, title), intro, body()]
    return "\n\n".join(parts) + "\n"


def messages_page() -> str:
    """All message codes with wording and hint; what a message fills in stands as an ellipsis."""
    parts = [_GENERATED, "# Mã lỗi"]
    parts.append(
        "Mỗi dòng báo gồm: tệp, dòng, cột, mức, mã, lời báo và gợi ý. **Lỗi** thì văn bản không được tạo; "
        "**lưu ý** thì vẫn tạo. Dấu … là chỗ chương trình điền tên khóa, giá trị của tệp đang xét."
    )
    letters = {key[0] for key in MESSAGES}
    if not letters <= set(_FAMILIES):
        raise SystemExit(f"no title in _FAMILIES of {__file__} for {sorted(letters - set(_FAMILIES))}")
    for letter in (letter for letter in _FAMILIES if letter in letters):
        rows = [_message_row(key, MESSAGES[key]) for key in sorted(MESSAGES) if key[0] == letter]
        parts.append(heading(2, f"{letter}: {_FAMILIES[letter]}"))
        parts.append(table(("Mã", "Mức", "Lời báo", "Gợi ý"), rows))
    return "\n\n".join(parts) + "\n"


def _message_row(key: str, message: Message) -> tuple[str, ...]:
    return (
        key,
        _SEVERITIES[message.severity],
        prose(_unfilled(message.message)),
        prose(_unfilled(message.hint)),
    )


def _unfilled(wording: str) -> str:
    return "".join(
        text + ("…" if field is not None else "") for text, field, _, _ in string.Formatter().parse(wording)
    )


def layout_page() -> str:
    """The rules of the layout decree."""
    return f"{_GENERATED}\n\n{rules_page()}"


def said_page() -> str:
    """The rules over what a document says."""
    return f"{_GENERATED}\n\n{content_page()}"


PAGES = {
    "docs/dac-ta.md": reference_page,
    "docs/ma-loi.md": messages_page,
    "docs/quy-tac.md": layout_page,
    "docs/quy-tac-noi-dung.md": said_page,
}


def outdated(root: Path = ROOT) -> list[str]:
    """The generated pages that are missing or not as they would be written now."""
    return [name for name, page in PAGES.items() if not _is(root / name, page())]


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, exit status 1 when out of date")
    options = parser.parse_args(arguments)
    if options.check:
        late = outdated()
        print("\n".join(f"{name} is out of date: run python -m tools.reference" for name in late), end="")
        return 1 if late else 0
    for name, page in PAGES.items():
        (ROOT / name).write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
