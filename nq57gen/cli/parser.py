"""The table of commands and options, with argparse speaking Vietnamese."""

from __future__ import annotations

import argparse
import contextlib
import functools
import os
import re
import sys
from typing import Any, NoReturn

from nq57gen import __version__
from nq57gen.cli.parser_cloning import add_cloning

#: What argparse says, and how we say it.
_WORDING = (
    (r"the following arguments are required: (.*)", r"còn thiếu: \1"),
    (r"unrecognized arguments: (.*)", r"không có tùy chọn \1"),
    (r"argument (.*): invalid choice: '?(.*?)'? \(choose from (.*)\)", r"\1: không có “\2”; dùng: \3"),
    (r"argument (--jobs): (“.*)", r"\1: \2"),
    (r"argument (.*): expected one argument", r"\1: còn thiếu giá trị"),
    (r"argument (.*): ignored explicit argument '?(.*?)'?", r"\1: không nhận giá trị \2"),
    (r"argument (.*): not allowed with argument (.*)", r"\1 không đi cùng \2"),
    (r"ambiguous option: (.*) could match (.*)", r"tùy chọn \1 chưa rõ: \2"),
)


class Parser(argparse.ArgumentParser):
    """An argument parser whose help and errors are Vietnamese; a wrong call exits with status 2."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Formatter, **options)
        self._positionals.title = "tham số"
        self._optionals.title = "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in hướng dẫn này rồi thoát")

    def error(self, message: str) -> NoReturn:
        """Print the error with the way to the help, and exit with status 2."""
        for english, vietnamese in _WORDING:
            if re.fullmatch(english, message):
                message = re.sub(english, vietnamese, message)
                break
        self.exit(2, f"{self.prog}: lỗi: {message}\n  gợi ý: xem {self.prog} --help\n")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "cách dùng: " if prefix is None else prefix)


@functools.cache
def _columns() -> int:
    """The width of the terminal. argparse asks for it at every argument, from ``shutil``, slow to load."""
    with contextlib.suppress(KeyError, ValueError):
        return int(os.environ["COLUMNS"]) or 80
    with contextlib.suppress(OSError, ValueError):
        return (os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 0) or 80
    return 80


def build_parser() -> Parser:
    """The parser of all commands."""
    parser = Parser(
        prog="nq57gen",
        description=(
            "Sinh Kế hoạch, Báo cáo thực hiện Nghị quyết 57-NQ/TW từ YAML ra Word "
            "theo Nghị định 30/2020/NĐ-CP."
        ),
    )
    parser.add_argument(
        "--version", action="version", version=f"nq57gen {__version__}", help="in số phiên bản"
    )
    commands = parser.add_subparsers(
        title="lệnh", dest="command", required=True, metavar="LỆNH", parser_class=Parser, prog=parser.prog
    )
    render = commands.add_parser(
        "render",
        help="tạo văn bản Word từ đặc tả",
        description=(
            "Tạo văn bản Word từ đặc tả YAML. Chỉ tạo văn bản nào đã cũ, và nói vì sao.\n"
            "Có lỗi thì không ghi gì và chỉ rõ tệp, dòng, cột. Tệp Word đã sửa tay thì giữ nguyên,\n"
            "bản mới ghi ra TÊN.moi.docx bên cạnh.\n"
            "Mã thoát: 0 tốt, 1 có đặc tả lỗi hoặc tệp đã sửa tay, 2 gọi sai, 3 lỗi của chương trình."
        ),
    )
    _paths(render, "tệp .yaml hoặc thư mục (mặc định: specs)")
    render.add_argument(
        "-o", "--output", metavar="THƯ_MỤC", default="output", help="nơi ghi văn bản (mặc định: output)"
    )
    render.add_argument(
        "--pdf",
        action="store_true",
        help="ghi thêm bản PDF, xem từng trang như bản in (cần LibreOffice)",
    )
    render.add_argument(
        "--final",
        action="store_true",
        help="bản chính thức: còn chỗ <<?…>> chưa điền, xung_dot chưa chọn hoặc du_thao: có thì báo lỗi, "
        "không tạo; số và ngày có thể để trống",
    )
    render.add_argument(
        "--force",
        action="store_true",
        help="tạo lại tất cả; tệp đã sửa tay thì thay, sau khi chép bản cũ vào THƯ_MỤC/.luu",
    )
    render.add_argument(
        "--dry-run", action="store_true", help="chỉ nói văn bản nào sẽ được tạo và vì sao, không ghi gì"
    )
    render.add_argument(
        "--jobs",
        type=_at_least_one,
        metavar="SỐ",
        help="số văn bản làm cùng lúc (mặc định: bằng số bộ xử lý của máy)",
    )
    render.add_argument(
        "--cluster",
        metavar="ĐỊA_CHỈ",
        help="giao việc cho cụm máy Dask ở địa chỉ này, ví dụ tcp://may-chu:8786",
    )
    render.add_argument(
        "--watch",
        action="store_true",
        help="chờ và tạo lại mỗi khi lưu đặc tả hoặc bộ mẫu; bấm Ctrl-C để thôi",
    )
    _format(render)
    check = commands.add_parser(
        "check",
        help="tìm lỗi trong đặc tả và tệp Word",
        description=(
            "Tìm mọi lỗi của đặc tả (.yaml), và lỗi thể thức theo Nghị định 30/2020/NĐ-CP của tệp Word\n"
            "bất kỳ (.docx). Cả hai đều được soát nội dung: phép tính, số đếm, viện dẫn, tên gọi, cấu\n"
            "trúc, chỉ tiêu, chính tả. Không ghi tệp nào, trừ khi có --fix. Thư mục thì xem cả đặc tả\n"
            "và tệp Word.\n"
            "Mã thoát: 0 tốt, 1 có lỗi, 2 gọi sai, 3 lỗi của chương trình."
        ),
    )
    _paths(check, "tệp .yaml, tệp .docx hoặc thư mục (mặc định: specs)")
    check.add_argument(
        "--fix",
        action="store_true",
        help="sửa những lỗi thể thức sửa được bằng máy vào một bản sao, rồi kiểm tra lại bản sao",
    )
    check.add_argument(
        "-o",
        "--output",
        metavar="TỆP",
        help="nơi ghi bản sao của --fix (mặc định: TÊN.sua.docx cạnh tệp gốc)",
    )
    check.add_argument(
        "--pdf", action="store_true", help="xem cả từng trang của tệp Word như bản in (cần LibreOffice)"
    )
    check.add_argument(
        "--ignore", metavar="MÃ,...", default="", help="bỏ qua các mã (SO-03), các nhóm (NN) này"
    )
    check.add_argument("--select", metavar="MÃ,...", default="", help="chỉ xem các mã này, các nhóm này")
    _format(check)
    _verify(commands)
    add_cloning(commands, _format)
    return parser


def _verify(commands: Any) -> None:
    verify = commands.add_parser(
        "verify",
        help="xem tệp Word có đúng là do đặc tả, bộ mẫu này tạo ra không",
        description=(
            "Tạo lại văn bản trong bộ nhớ rồi so từng phần với tệp. Nếu khác thì nói rõ khác ở đâu: đặc tả,\n"
            "bộ mẫu, phiên bản chương trình, hay nội dung đã bị sửa. Không ghi tệp nào.\n"
            "Mã thoát: 0 đúng, 1 khác, 2 gọi sai, 3 lỗi của chương trình."
        ),
    )
    verify.add_argument(
        "files", nargs="+", metavar="TỆP", help="tệp .docx do nq57gen render tạo, hoặc thư mục"
    )
    verify.add_argument(
        "--spec", metavar="ĐẶC_TẢ", help="đặc tả đã tạo ra tệp (mặc định: tự tìm theo tên và ghi chép)"
    )
    _format(verify)


def _at_least_one(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” không phải là số nguyên từ 1 trở lên")
    return int(text)


def _paths(parser: argparse.ArgumentParser, said: str) -> None:
    parser.add_argument("paths", nargs="*", metavar="ĐƯỜNG_DẪN", help=said)


def _format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text: cho người đọc; json: cho chương trình",
    )
