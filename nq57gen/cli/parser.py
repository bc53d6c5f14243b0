"""The table of commands and options, with argparse speaking Vietnamese."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

from nq57gen import __version__

#: What argparse says, and how we say it.
_WORDING = (
    (r"the following arguments are required: (.*)", r"còn thiếu: \1"),
    (r"unrecognized arguments: (.*)", r"không có tùy chọn \1"),
    (r"argument (.*): invalid choice: '?(.*?)'? \(choose from (.*)\)", r"\1: không có “\2”; dùng: \3"),
    (r"argument (.*): expected one argument", r"\1: còn thiếu giá trị"),
    (r"argument (.*): ignored explicit argument '?(.*?)'?", r"\1: không nhận giá trị \2"),
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
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "cách dùng: " if prefix is None else prefix)


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
        title="lệnh", dest="command", required=True, metavar="LỆNH", parser_class=Parser
    )
    render = commands.add_parser(
        "render",
        help="tạo văn bản Word từ đặc tả",
        description=(
            "Tạo văn bản Word từ đặc tả YAML. Có lỗi thì không ghi gì và chỉ rõ tệp, dòng, cột.\n"
            "Mã thoát: 0 tốt, 1 có đặc tả lỗi, 2 gọi sai, 3 lỗi của chương trình."
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
    _format(render)
    check = commands.add_parser(
        "check",
        help="tìm lỗi trong đặc tả và tệp Word",
        description=(
            "Tìm mọi lỗi của đặc tả (.yaml), và lỗi thể thức theo Nghị định 30/2020/NĐ-CP của tệp Word\n"
            "bất kỳ (.docx). Không ghi tệp nào, trừ khi có --fix. Thư mục thì xem cả đặc tả và tệp Word.\n"
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
    check.add_argument("--ignore", metavar="MÃ,...", default="", help="bỏ qua các mã này")
    check.add_argument("--select", metavar="MÃ,...", default="", help="chỉ xem các mã này")
    _format(check)
    return parser


def _paths(parser: argparse.ArgumentParser, said: str) -> None:
    parser.add_argument("paths", nargs="*", metavar="ĐƯỜNG_DẪN", help=said)


def _format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text: cho người đọc; json: cho chương trình",
    )
