"""A cache folder that somebody else could write is not used, and no link in one is followed."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nq57gen import caching
from nq57gen.caching import Store
from nq57gen.caching.private import open_to_others
from nq57gen.cli import main
from nq57gen.rendering.prepared import prepared
from tests.cli.test_commands import put
from tests.schema.snippets import PLAN

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="owners and modes of POSIX")

#: A user that has nothing on this machine.
STRANGER = 54321


@pytest.fixture(autouse=True)
def usual_folder() -> Iterator[None]:
    before = caching.current()
    prepared.cache_clear()
    yield
    caching.use_folder(before.folder if before else None)


def folder_with(mode: int, path: Path) -> Path:
    path.mkdir(parents=True)
    path.chmod(mode)
    return path


@pytest.mark.parametrize("mode", [0o770, 0o702, 0o777, 0o1777, 0o720])
def test_a_folder_that_others_may_write_is_refused(tmp_path: Path, mode: int) -> None:
    folder = folder_with(mode, tmp_path / "kho")
    assert open_to_others(str(folder)) == str(folder)
    assert caching.use_folder(folder) == str(folder)
    assert caching.current() is None
    Store(folder).put("a", b"value")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("mode", [0o700, 0o755, 0o750, 0o500])
def test_a_folder_of_the_users_own_is_used(tmp_path: Path, mode: int) -> None:
    folder = folder_with(mode, tmp_path / "kho")
    assert caching.use_folder(folder) == ""
    assert caching.current() is not None


@pytest.mark.parametrize("below", ["kho", "sâu/hơn/kho"])
def test_a_folder_in_one_that_others_may_write_is_refused(tmp_path: Path, below: str) -> None:
    parent = folder_with(0o777, tmp_path / "chung")
    assert caching.use_folder(parent / below) == str(parent)  # not there yet
    (parent / below).mkdir(parents=True, mode=0o700)
    assert caching.use_folder(parent / below) == str(parent)


def test_a_folder_of_ones_own_where_entries_belong_to_their_makers_is_used(tmp_path: Path) -> None:
    parent = folder_with(0o1777, tmp_path / "tmp")
    assert caching.use_folder(parent / "kho") == ""
    (parent / "kho").mkdir(mode=0o700)
    assert caching.use_folder(parent / "kho") == ""


def test_the_folder_of_another_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(tmp_path / "kho").put("a", b"of a stranger")
    assert Store(tmp_path / "kho").get("a") == b"of a stranger"
    monkeypatch.setattr(os, "getuid", lambda: STRANGER)
    assert caching.use_folder(tmp_path / "kho") != ""
    assert caching.current() is None
    assert Store(tmp_path / "kho").get("a") is None
    Store(tmp_path / "kho").put("b", b"value")
    assert len(list((tmp_path / "kho").iterdir())) == 1


def test_a_link_of_ones_own_is_followed_to_what_is_ones_own(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("thật", target_is_directory=True)
    folder_with(0o700, tmp_path / "thật" / "kho")
    assert caching.use_folder(tmp_path / "link" / "kho") == ""
    found = caching.current()
    assert found is not None
    found.put("a", b"value")
    assert found.get("a") == b"value"
    (tmp_path / "thật").chmod(0o777)
    assert caching.use_folder(tmp_path / "link" / "kho") == str(tmp_path / "thật")


def test_links_without_end_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert caching.use_folder(tmp_path / "a" / "kho") != ""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_strangers_link_at_the_folder_is_refused(tmp_path: Path) -> None:
    shared, own = folder_with(0o1777, tmp_path / "tmp"), folder_with(0o700, tmp_path / "own")
    (shared / "kho").symlink_to(own, target_is_directory=True)
    os.chown(shared / "kho", STRANGER, STRANGER, follow_symlinks=False)
    assert caching.use_folder(shared / "kho") == str(shared / "kho")
    theirs = folder_with(0o755, tmp_path / "theirs")
    Store(theirs).put("a", b"of a stranger")
    os.chown(theirs, STRANGER, STRANGER)
    assert caching.use_folder(theirs / "kho") == str(theirs)


def test_a_link_put_at_the_folder_after_it_was_looked_at_is_not_followed(tmp_path: Path) -> None:
    other = folder_with(0o700, tmp_path / "khác")
    Store(other).put("a", b"value")
    store = Store(tmp_path / "kho")
    (tmp_path / "kho").symlink_to(other, target_is_directory=True)
    assert store.get("a") is None
    store.put("b", b"value")
    assert len(list(other.iterdir())) == 1


def test_a_link_at_an_entry_is_not_followed(tmp_path: Path) -> None:
    store = Store(tmp_path / "kho")
    store.put("a", b"value")
    [entry] = (tmp_path / "kho").iterdir()
    entry.rename(tmp_path / "moved")
    entry.symlink_to(tmp_path / "moved")
    assert store.get("a") is None
    store.put("a", b"new")
    assert store.get("a") == b"new"
    assert not entry.is_symlink()
    assert b"new" not in (tmp_path / "moved").read_bytes()


def test_links_at_temporary_names_are_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    victim = tmp_path / "của tôi.txt"
    victim.write_bytes(b"mine")
    folder = folder_with(0o700, tmp_path / "kho")
    stem = hashlib.sha256(b"a").hexdigest()
    monkeypatch.setattr(os, "urandom", lambda count: b"\0" * count)
    names = [f"{stem}-{'0' * 16}.tmp", *(f"{stem}-{os.getpid()}-{number}.tmp" for number in range(200))]
    for name in names:
        (folder / name).symlink_to(victim)
    store = Store(folder)
    store.put("a", b"value")
    assert victim.read_bytes() == b"mine"
    assert all((folder / name).is_symlink() for name in names)
    assert store.get("a") is None  # the name was taken: nothing was kept


def test_temporary_names_cannot_be_foreseen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    open_ = os.open

    def noted(path, flags, *rest, **more):  # type: ignore[no-untyped-def]
        if flags & os.O_CREAT:
            assert flags & os.O_EXCL
            assert flags & os.O_NOFOLLOW
            opened.append(os.fspath(path))
        return open_(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", noted)
    for _ in range(3):
        Store(tmp_path / "kho").put("a", b"value")
    assert len(set(opened)) == 3
    assert not any(str(os.getpid()) in name for name in opened)


def test_a_pipe_at_an_entry_is_not_waited_for(tmp_path: Path) -> None:
    store = Store(tmp_path / "kho")
    store.put("a", b"value")
    [entry] = (tmp_path / "kho").iterdir()
    entry.unlink()
    os.mkfifo(entry, 0o600)
    assert store.get("a") is None


def test_render_says_once_that_nothing_is_kept_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "specs/a.yaml", PLAN)
    shared = folder_with(0o777, tmp_path / "chung")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(caching.VARIABLE, "chung")
    assert main(["render"]) == 0
    said = capsys.readouterr().err
    assert said.count("K210") == 1
    assert str(shared) in said
    assert (tmp_path / "output" / "a.docx").is_file()
    assert list(shared.iterdir()) == []


def test_a_tilde_is_the_users_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "du-an/specs/a.yaml", PLAN)
    monkeypatch.chdir(tmp_path / "du-an")
    monkeypatch.setenv("HOME", str(tmp_path / "nhà"))
    monkeypatch.setenv(caching.VARIABLE, "~/kho")
    assert main(["render"]) == 0
    assert list((tmp_path / "nhà" / "kho").iterdir())
    assert not (tmp_path / "du-an" / "~").exists()
