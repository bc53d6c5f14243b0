"""Under the final name is the old file or the new one, and nothing is left lying about."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from nq57gen.errors import InvalidInput
from nq57gen.writer import write_whole


def failure(path: Path, data: bytes = b"new") -> str:
    """Return the code of the one problem of writing to ``path``."""
    with pytest.raises(InvalidInput) as caught:
        write_whole(path, data, shown_as="output/ke_hoach.docx")
    [found] = caught.value.diagnostics
    assert found.path == "output/ke_hoach.docx"
    return found.code


def test_a_file_is_written_whole_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "Phường Minh Hưng" / "kế hoạch.docx"
    write_whole(path, b"one", shown_as="x")
    assert path.read_bytes() == b"one"
    write_whole(path, b"two", shown_as="x")
    assert path.read_bytes() == b"two"
    assert [item.name for item in path.parent.iterdir()] == ["kế hoạch.docx"]


def test_new_files_get_the_usual_permissions(tmp_path: Path) -> None:
    plain, ours = tmp_path / "plain", tmp_path / "ours"
    plain.write_bytes(b"")
    write_whole(ours, b"", shown_as="x")
    assert ours.stat().st_mode == plain.stat().st_mode


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert failure(tmp_path / "a") == "F101"


def test_a_file_where_a_folder_should_be_is_an_error_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert failure(tmp_path / "a" / "b.docx") == "F106"


def test_a_name_that_is_too_long_is_named(tmp_path: Path) -> None:
    assert failure(tmp_path / ("a" * 300)) == "F105"
    assert list(tmp_path.iterdir()) == []


def _refuse(number: int, kind: type[OSError] = OSError, winerror: int | None = None) -> object:
    def refuse(*_arguments: object, **_options: object) -> None:
        error = kind(number, os.strerror(number))
        if winerror:
            error.winerror = winerror  # type: ignore[attr-defined]  # as on Windows
        raise error

    return refuse


@pytest.mark.parametrize(
    ("call", "fault", "code"),
    [
        ("open", _refuse(errno.EACCES, PermissionError), "F102"),
        ("open", _refuse(errno.EROFS), "F102"),
        ("fsync", _refuse(errno.ENOSPC), "F104"),
        ("fsync", _refuse(errno.EIO), "F106"),
        ("replace", _refuse(errno.EACCES, PermissionError), "F103"),
        ("replace", _refuse(errno.EACCES, PermissionError, winerror=32), "F103"),
    ],
)
def test_what_goes_wrong_is_told_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, fault: object, code: str
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    with monkeypatch.context() as patched:
        patched.setattr(os, call, fault)
        assert failure(path) == code
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["a.docx"]


def test_a_stop_from_the_keyboard_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", stop)
        with pytest.raises(KeyboardInterrupt):
            write_whole(tmp_path / "a.docx", b"new", shown_as="x")
    assert list(tmp_path.iterdir()) == []


def test_a_temporary_file_left_by_a_crash_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / f".nq57gen-{os.getpid()}-0.tmp").write_bytes(b"")
    write_whole(tmp_path / "a.docx", b"new", shown_as="x")
    assert (tmp_path / "a.docx").read_bytes() == b"new"


def test_a_system_that_cannot_synchronise_folders_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def windows(path: str, flags: int, *rest: int) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "folder")
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", windows)
    write_whole(tmp_path / "a.docx", b"new", shown_as="x")
    assert (tmp_path / "a.docx").read_bytes() == b"new"
