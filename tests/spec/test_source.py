"""Reading a file as text."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from nq57gen.diagnostics import Diagnostic, Position
from nq57gen.errors import InvalidInput
from nq57gen.spec.reader import read_spec
from nq57gen.spec.source import MAX_BYTES, read_source

TEXT = "ten: Nguyễn Văn Diễn\nghi_chu: |\n  một\n  hai\n"


def text_of(folder: Path, content: bytes) -> str:
    path = folder / "đặc tả 1.yaml"
    path.write_bytes(content)
    return read_source(path, "đặc tả 1.yaml").text


def refusal(path: Path) -> Diagnostic:
    with pytest.raises(InvalidInput) as caught:
        read_source(path, "thu.yaml")
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.path == "thu.yaml"
    return diagnostic


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_of_windows_and_mac_give_the_same_text(
    tmp_path: Path, encoding: str, line_end: str
) -> None:
    assert text_of(tmp_path, TEXT.replace("\n", line_end).encode(encoding)) == TEXT


def test_big_endian_utf16_is_read(tmp_path: Path) -> None:
    assert text_of(tmp_path, b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


def test_positions_do_not_count_the_bom(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(TEXT.encode("utf-8-sig"))
    assert read_spec(read_source(path, "a.yaml")).key_position(("ten",)) == Position(1, 1)


def test_only_a_line_feed_ends_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: x\u2028y\x0bz\nb: 1\n", encoding="utf-8")
    source = read_source(path, "a.yaml")
    assert source.lines == ("a: x\u2028y\x0bz", "b: 1", "")
    assert source.line(2) == "b: 1"
    assert source.line(0) == source.line(9) == ""


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    diagnostic = refusal(tmp_path / "không có.yaml")
    assert diagnostic.code == "Y001"
    assert "thu.yaml" in diagnostic.message


def test_a_folder_is_not_a_spec(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "Y002"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    assert refusal(path).code == "Y003"


def test_a_path_the_system_rejects_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("dài" * 200)).code == "Y003"


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    assert refusal(path).code == "Y004"
    path.write_bytes(b"a\n" * (MAX_BYTES // 2))
    assert len(read_source(path, "a.yaml").text) == MAX_BYTES


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_another_encoding_is_refused_with_its_place(tmp_path: Path, bom: bytes) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(bom + "a: 1\r\nđịa: Qu".encode() + b"\xb6ng\r\nb: 2\r\n")
    diagnostic = refusal(path)
    assert diagnostic.code == "Y005"
    assert diagnostic.position == Position(2, 8)
    assert diagnostic.source_line == "địa: Qu\ufffdng"
    assert "dòng 2, byte 0xB6" in diagnostic.message
    assert "UTF-8" in diagnostic.hint


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfea\x00\x00",  # half a character
        b"\xff\xfe\x00\xd8a\x00",  # half a surrogate pair
        TEXT.encode("utf-16-le"),  # no BOM
    ],
)
def test_broken_utf16_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(content)
    assert refusal(path).code == "Y006"
