"""The commands about packs and what is made from them, as argparse has them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any


def add_cloning(commands: Any, add_format: Callable[[argparse.ArgumentParser], None]) -> None:
    """Add clone, update, new and pack to ``commands``; ``add_format`` adds the option --format."""
    for add in (_clone, _update, _new, _pack):
        add_format(add(commands))


def _clone(commands: Any) -> argparse.ArgumentParser:
    clone: argparse.ArgumentParser = commands.add_parser(
        "clone",
        help="viết kế hoạch, báo cáo của một đơn vị theo bộ mẫu",
        description=(
            "Viết đặc tả kế hoạch, báo cáo của một xã, phường, đặc khu theo bộ mẫu: lời văn, chỉ tiêu,\n"
            "nhiệm vụ ghi đủ, tên gọi đúng loại đơn vị, chỗ phải điền ghi <<?...>>. Tên đơn vị được tra\n"
            "trong danh mục xã, phường, đặc khu.\n"
            "Không ghi đè tệp nào. Thiếu thông tin mà đang gõ ở cửa sổ lệnh thì chương trình hỏi.\n"
            "Mã thoát: 0 tốt, 1 có lỗi, 2 gọi sai, 3 lỗi của chương trình."
        ),
    )
    clone.add_argument("pack", nargs="?", metavar="BỘ_MẪU", help="bộ mẫu, ví dụ hai-phong, dong-nai, chung")
    clone.add_argument("--unit", metavar="ĐƠN_VỊ", default="", help="đơn vị, ví dụ “phường Chu Văn An”")
    clone.add_argument(
        "--tinh", metavar="TỈNH", default="", help="tỉnh, thành phố, khi nhiều nơi có đơn vị cùng tên"
    )
    clone.add_argument(
        "--nam", metavar="NĂM", default="", help="năm của kế hoạch, báo cáo (mặc định: năm nay)"
    )
    clone.add_argument(
        "-o",
        "--output",
        metavar="THƯ_MỤC",
        default="specs",
        help="nơi ghi; mỗi đơn vị một thư mục ở trong (mặc định: specs)",
    )
    only = clone.add_mutually_exclusive_group()
    only.add_argument("--ke-hoach", action="store_true", help="chỉ viết kế hoạch")
    only.add_argument("--bao-cao", action="store_true", help="chỉ viết báo cáo")
    clone.add_argument(
        "--force-unit",
        action="store_true",
        help="nhận cả đơn vị chưa có trong danh mục (mới thành lập, mới đổi tên)",
    )
    clone.add_argument("--dry-run", action="store_true", help="chỉ nói sẽ ghi tệp nào, không ghi gì")
    return clone


def _update(commands: Any) -> argparse.ArgumentParser:
    update: argparse.ArgumentParser = commands.add_parser(
        "update",
        help="đưa ấn bản mới của bộ mẫu vào các đặc tả đã nhân",
        description=(
            "Đưa chỗ mới của bộ mẫu vào các đặc tả do clone viết. Chữ đơn vị đã sửa thì giữ; chỗ cả hai\n"
            "bên cùng sửa thì dùng chữ của đơn vị, ghi chữ của tỉnh ở khóa xung_dot cuối tệp. Bản cũ được\n"
            "chép vào .luu.\n"
            "Một đặc tả không cập nhật được thì không ghi gì cả.\n"
            "Mã thoát: 0 tốt, 1 còn chỗ phải chọn hoặc có lỗi, 2 gọi sai, 3 lỗi của chương trình."
        ),
    )
    update.add_argument(
        "paths", nargs="*", metavar="ĐƯỜNG_DẪN", help="tệp .yaml hoặc thư mục (mặc định: specs)"
    )
    update.add_argument("--dry-run", action="store_true", help="chỉ nói sẽ đổi gì, không ghi gì")
    return update


def _new(commands: Any) -> argparse.ArgumentParser:
    new: argparse.ArgumentParser = commands.add_parser(
        "new",
        help="viết báo cáo từ một kế hoạch",
        description=(
            "Viết đặc tả báo cáo từ đặc tả kế hoạch: mọi chỉ tiêu, giá trị kế hoạch, chỗ điền kết quả.\n"
            "Không ghi đè tệp nào.\n"
            "Mã thoát: 0 tốt, 1 có lỗi, 2 gọi sai, 3 lỗi của chương trình."
        ),
    )
    new.add_argument("kind", choices=("bao-cao",), metavar="bao-cao", help="loại văn bản: bao-cao")
    new.add_argument("--from", dest="plan", required=True, metavar="KẾ_HOẠCH", help="đặc tả của kế hoạch")
    new.add_argument(
        "-o", "--output", metavar="TỆP", default="", help="tệp báo cáo (mặc định: cạnh kế hoạch)"
    )
    new.add_argument("--dry-run", action="store_true", help="chỉ nói sẽ ghi tệp nào, không ghi gì")
    return new


def _pack(commands: Any) -> argparse.ArgumentParser:
    pack = commands.add_parser("pack", help="làm bộ mẫu mới", description="Làm bộ mẫu mới.")
    actions = pack.add_subparsers(
        title="lệnh", dest="action", required=True, metavar="LỆNH", parser_class=type(pack)
    )
    new: argparse.ArgumentParser = actions.add_parser(
        "new",
        help="tạo thư mục templates/TÊN để bắt đầu một bộ mẫu",
        description=(
            "Tạo thư mục templates/TÊN gồm pack.yaml có ghi chú và khung kế hoạch, báo cáo để sửa.\n"
            "TÊN là tên tỉnh viết không dấu (thanh-hoa) thì bộ mẫu là của tỉnh ấy.\n"
            "Mã thoát: 0 tốt, 1 có lỗi, 2 gọi sai, 3 lỗi của chương trình."
        ),
    )
    new.add_argument("name", metavar="TÊN", help="tên bộ mẫu: chữ thường không dấu, số, gạch nối")
    new.add_argument(
        "--ke-thua", metavar="BỘ_MẪU", default="chung", help="bộ mẫu được kế thừa (mặc định: chung)"
    )
    new.add_argument("--word", action="store_true", help="chép cả tệp Word để sửa riêng phông, lề, đầu trang")
    return new
