"""The store on disk: what is put comes back, whatever else lies there does not."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from nq57gen import caching
from nq57gen.caching import Store, default_folder


def only_file(folder: Path) -> Path:
    [path] = folder.iterdir()
    return path


def test_what_is_put_comes_back_also_to_another_process(tmp_path: Path) -> None:
    folder = tmp_path / "mới" / "sâu"
    Store(folder).put("khóa", b"\0gi\xff")
    assert Store(folder).get("khóa") == b"\0gi\xff"
    assert Store(folder).get("khóa khác") is None
    Store(folder).put("khóa", b"")
    assert Store(folder).get("khóa") == b""


@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda data: data + b"x", lambda data: b"",
                                    lambda data: b"x" + data[1:], lambda data: data[:20]])  # fmt: skip
def test_a_damaged_or_foreign_file_is_as_good_as_missing(tmp_path: Path, change) -> None:  # type: ignore[no-untyped-def]
    store = Store(tmp_path)
    store.put("a", b"value")
    path = only_file(tmp_path)
    path.write_bytes(change(path.read_bytes()))
    assert store.get("a") is None
    store.put("a", b"new")
    assert store.get("a") == b"new"


def test_a_file_under_the_name_of_another_key_is_not_believed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("a", b"of a")
    content = only_file(tmp_path).read_bytes()
    store.put("b", b"of b")
    for path in tmp_path.iterdir():
        path.write_bytes(content)
    assert store.get("a") == b"of a"
    assert store.get("b") is None


@pytest.mark.skipif(sys.platform == "win32", reason="owners and modes of POSIX")
def test_what_others_can_write_is_not_believed(tmp_path: Path) -> None:
    store = Store(tmp_path / "folder")
    store.put("a", b"value")
    path = only_file(tmp_path / "folder")
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o622)
    assert store.get("a") is None
    assert (tmp_path / "folder").stat().st_mode & 0o777 == 0o700


def test_a_disk_that_does_not_want_it_is_left_in_peace(tmp_path: Path) -> None:
    blocked = tmp_path / "tệp"
    blocked.write_text("not a folder")
    Store(blocked / "folder").put("a", b"value")
    assert Store(blocked / "folder").get("a") is None
    (tmp_path / "folder").mkdir()
    store = Store(tmp_path / "folder")
    store.put("a", b"value")
    path = only_file(tmp_path / "folder")
    path.unlink()
    path.mkdir()
    store.put("a", b"value")
    assert store.get("a") is None
    assert list(tmp_path.joinpath("folder").iterdir()) == [path]


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path, max_files=3)
    for number, name in enumerate("abc"):
        store.put(name, name.encode())
        newest = max(tmp_path.iterdir(), key=lambda path: path.stat().st_ctime_ns)
        os.utime(newest, (number, number))
    (tmp_path / "của người khác.txt").write_text("x")
    assert store.get("a") == b"a"  # used just now
    store.put("d", b"d")
    assert [name for name in "abcd" if store.get(name)] == ["a", "c", "d"]
    small = Store(tmp_path, max_bytes=200)
    small.put("e", b"e" * 150)
    assert small.get("e") == b"e" * 150
    assert sum(small.get(name) is not None for name in "abcd") == 0
    assert (tmp_path / "của người khác.txt").exists()


def test_only_names_of_its_own_form_are_counted_and_deleted(tmp_path: Path) -> None:
    letters = "0123456789abcdef" * 4
    own = [tmp_path / f"{letters}.nq57", tmp_path / f"{letters}-{letters[:16]}.tmp"]
    others = [
        tmp_path / name
        for name in (
            "~WRD0001.tmp",
            "so-lieu.nq57",
            f"{letters}.tmp",
            f"{letters}-1.tmp",
            f"{letters}-12-0.tmp",
            f"{letters}-{letters[:16]}0.tmp",
            f"{letters}-{letters[:16]}.nq57",
            f"{letters.upper()}.nq57",
            f"{letters[1:]}.nq57",
            f"{letters}0.nq57",
            f"{letters}.nq57.tmp",
        )
    ]
    for path in (*own, *others):
        path.write_bytes(b"x" * 1000)
        os.utime(path, (1, 1))
    store = Store(tmp_path, max_files=2, max_bytes=2000)
    store.put("a", b"a")
    store.put("b", b"b")
    assert (store.get("a"), store.get("b")) == (b"a", b"b")  # what is not ours takes no room
    assert [path.exists() for path in own] == [False, False]
    assert all(path.read_bytes() == b"x" * 1000 for path in others)


def _fill(folder: str, number: int) -> bool:
    store = Store(Path(folder), max_files=20)
    for turn in range(60):
        name = str((turn * 7 + number) % 30)
        found = store.get(name)
        if found is not None and found != name.encode() * 5000:
            return False
        store.put(name, name.encode() * 5000)
    return True


def test_several_processes_at_once(tmp_path: Path) -> None:
    with ProcessPoolExecutor(4) as pool:
        assert all(pool.map(_fill, [str(tmp_path)] * 4, range(4)))
    assert not list(tmp_path.glob("*.tmp"))
    assert len(list(tmp_path.iterdir())) <= 24


@pytest.mark.parametrize(
    ("environment", "system", "wanted"),
    [
        ({}, "linux", Path("/h/.cache/nq57gen")),
        ({"XDG_CACHE_HOME": "/x"}, "linux", Path("/x/nq57gen")),
        ({"XDG_CACHE_HOME": "relative"}, "linux", Path("/h/.cache/nq57gen")),
        ({}, "darwin", Path("/h/Library/Caches/nq57gen")),
        ({"LOCALAPPDATA": "/l"}, "win32", Path("/l/nq57gen/cache")),
        ({}, "win32", Path("/h/AppData/Local/nq57gen/cache")),
        ({"NQ57GEN_CACHE": "/own"}, "win32", Path("/own")),
        ({"NQ57GEN_CACHE": " "}, "linux", None),
        ({"NQ57GEN_CACHE": "~/kho tạm"}, "linux", Path("/h/kho tạm")),
        ({"NQ57GEN_CACHE": "~"}, "darwin", Path("/h")),
        ({"NQ57GEN_CACHE": "~không-ai/kho"}, "linux", None),
        ({"NQ57GEN_CACHE": "./~/kho"}, "linux", Path("~/kho")),
    ],
)
def test_the_folder_by_the_customs_of_the_system(
    environment: dict[str, str], system: str, wanted: Path | None
) -> None:
    assert default_folder(environment, Path("/h"), system) == wanted


def test_the_folder_in_use(tmp_path: Path) -> None:
    before = caching.current()
    try:
        caching.use_folder(tmp_path)
        found = caching.current()
        assert found is not None
        assert found.folder == tmp_path
        caching.use_folder(None)
        assert caching.current() is None
    finally:
        caching.use_folder(before.folder if before else None)
