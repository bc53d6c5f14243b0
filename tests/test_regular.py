"""What the user names is read when it is a regular file within bounds, and never waited for."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from nq57gen.errors import InvalidInput
from nq57gen.regular import read_regular
from nq57gen.spec.source import MAX_BYTES, read_source

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="without pipes in folders")


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"a\r\nb\x1ac")
    assert read_regular(file, 6) == b"a\r\nb\x1ac"


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"a")
    (tmp_path / "b.docx").symlink_to("a.docx")
    assert read_regular(tmp_path / "b.docx") == b"a"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.docx")
    with pytest.raises(OSError, match="không phải tệp thường"):
        read_regular(tmp_path / "a.docx")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/full"])
def test_a_device_is_refused(device: str, tmp_path: Path) -> None:
    (tmp_path / "a.docx").symlink_to(device)
    with pytest.raises(OSError, match="không phải tệp thường"):
        read_regular(tmp_path / "a.docx")


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the names of sockets are short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("a.docx")
        with pytest.raises(OSError):  # noqa: PT011  # the system's own words
            read_regular("a.docx")


def test_a_file_larger_than_anybody_needs_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.docx").open("wb") as file:
        file.truncate(20_000_000_000)
    with pytest.raises(OSError, match="lớn hơn 100 MB"):
        read_regular(tmp_path / "a.docx")


def test_a_spec_that_is_a_pipe_is_told_of_as_one(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    with pytest.raises(InvalidInput) as raised:
        read_source(tmp_path / "a.yaml", "a.yaml")
    assert [one.code for one in raised.value.diagnostics] == ["Y070"]


def test_a_spec_that_is_a_file_of_20_gb_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(20_000_000_000)
    with pytest.raises(InvalidInput) as raised:
        read_source(tmp_path / "a.yaml", "a.yaml")
    assert [one.code for one in raised.value.diagnostics] == ["Y004"]
    assert MAX_BYTES < 20_000_000_000
