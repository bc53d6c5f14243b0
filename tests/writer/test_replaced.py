"""A file that replaces another has its permissions, and folders made for a lasting file last too."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from nq57gen.writer import files, write_whole


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_are_those_of_the_file_that_is_replaced(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_whole(path, b"new", shown_as="x")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == mode


def test_permissions_may_be_those_of_another_file(tmp_path: Path) -> None:
    private = tmp_path / "a.docx"
    private.write_bytes(b"old")
    private.chmod(0o600)
    write_whole(tmp_path / "b.docx", b"new", shown_as="x", like=private)
    assert (tmp_path / "b.docx").stat().st_mode & 0o777 == 0o600


def test_a_file_is_private_before_anything_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, seen = tmp_path / "a.docx", list[tuple[int, int]]()
    path.write_bytes(b"old")
    path.chmod(0o600)
    real = os.fdopen

    def opened(handle: int, mode: str) -> object:
        found = os.fstat(handle)
        seen.append((found.st_mode & 0o777, found.st_size))
        return real(handle, mode)

    monkeypatch.setattr(os, "fdopen", opened)
    write_whole(path, b"new", shown_as="x")
    assert seen == [(0o600, 0)]


def test_permissions_that_the_system_cannot_set_stop_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fchmod", refuse)
    write_whole(path, b"new", shown_as="x")
    assert path.read_bytes() == b"new"


# --- folders


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were synchronised, in their order."""
    found: list[Path] = []
    real = files._settle

    def settle(folder: Path) -> None:
        found.append(folder)
        real(folder)

    monkeypatch.setattr(files, "_settle", settle)
    return found


def test_folders_made_for_a_lasting_file_last(tmp_path: Path, settled: list[Path]) -> None:
    write_whole(tmp_path / "output/.luu/xa/a.docx", b"new", shown_as="x")
    made = [tmp_path, tmp_path / "output", tmp_path / "output/.luu"]
    assert sorted(settled[:-1]) == made
    assert settled[-1] == tmp_path / "output/.luu/xa"
    settled.clear()
    write_whole(tmp_path / "output/.luu/xa/b.docx", b"new", shown_as="x")
    assert settled == [tmp_path / "output/.luu/xa"], "nothing was made: nothing else has to wait"


def test_those_of_a_file_that_need_not_last_are_not_waited_for(tmp_path: Path, settled: list[Path]) -> None:
    write_whole(tmp_path / "output/.nq57gen/a.json", b"new", shown_as="x", lasting=False)
    assert settled == []


def test_several_threads_may_make_the_same_folder(tmp_path: Path, settled: list[Path]) -> None:
    def write(number: int) -> None:
        write_whole(tmp_path / "output/xa" / f"{number}.docx", b"new", shown_as="x")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(16)))
    assert len(list((tmp_path / "output/xa").iterdir())) == 16
    assert settled.count(tmp_path) == settled.count(tmp_path / "output") == 1


def test_what_is_written_beside_a_read_only_file_can_be_written_again(tmp_path: Path) -> None:
    kept, beside = tmp_path / "a.docx", tmp_path / "a.moi.docx"
    kept.write_bytes(b"by hand")
    kept.chmod(0o444)
    for data in (b"first", b"second"):
        write_whole(beside, data, shown_as="x", like=kept)
        assert beside.read_bytes() == data
        assert beside.stat().st_mode & 0o777 == 0o644
