"""Under the final name is the old file or the new one, and nothing is left lying about."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from nq57gen.errors import InvalidInput
from nq57gen.writer import write_whole
from nq57gen.writer.files import lock_of

ROOT = Path(__file__).resolve().parents[2]


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
    assert failure(tmp_path / "a" / "b.docx") == "F108"
    assert failure(tmp_path / "a" / "b" / "c.docx") == "F108"


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


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_links_at_temporary_names_are_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    victim = tmp_path / "của tôi.txt"
    victim.write_bytes(b"mine")
    folder = tmp_path / "output"
    folder.mkdir()
    given = iter((b"\0" * 8, b"\1" * 8))
    monkeypatch.setattr(os, "urandom", lambda count: next(given))
    foreseen = [
        f".nq57gen-{'00' * 8}.tmp",
        *(f".nq57gen-{os.getpid()}-{number}.tmp" for number in range(300)),
    ]
    for name in foreseen:
        (folder / name).symlink_to(victim)
    write_whole(folder / "a.docx", b"new", shown_as="x")
    assert victim.read_bytes() == b"mine"
    assert (folder / "a.docx").read_bytes() == b"new"
    assert not (folder / "a.docx").is_symlink()
    assert {path.name for path in folder.iterdir()} == {"a.docx", *foreseen}


def test_a_disk_that_is_full_is_told_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    path, real = tmp_path / "a.docx", os.open
    path.write_bytes(b"old")

    def full(name: str, flags: int, *rest: int) -> int:
        return real("/dev/full", os.O_WRONLY) if flags & os.O_CREAT else real(name, flags, *rest)

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", full)
        patched.setattr(os, "fchmod", lambda *_: None)  # the device is everybody's
        assert failure(path, b"new" * 100_000) == "F104"
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["a.docx"]


def test_a_folder_that_nobody_may_write_to_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Path, "mkdir", _refuse(errno.EACCES, PermissionError))
        assert failure(tmp_path / "moi" / "a.docx") == "F102"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_set_read_only_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    path.chmod(0o400)
    real = os.access
    with monkeypatch.context() as patched:  # the superuser may write to it
        patched.setattr(os, "access", lambda name, mode: mode != os.W_OK and real(name, mode))
        assert failure(path) == "F107"
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["a.docx"]


def test_what_is_not_wanted_any_more_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    assert write_whole(path, b"new", shown_as="x", still_wanted=lambda: False) is None
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["a.docx"]


def test_how_the_new_file_looks_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    written = write_whole(path, b"new", shown_as="x", lasting=False)
    assert written is not None
    seen = path.stat()
    for name in ("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino"):
        assert getattr(written, name) == getattr(seen, name)


def test_only_what_has_to_last_waits_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synchronised: list[int] = []
    monkeypatch.setattr(os, "fsync", synchronised.append)
    write_whole(tmp_path / "a.json", b"new", shown_as="x", lasting=False)
    assert synchronised == []
    write_whole(tmp_path / "a.docx", b"new", shown_as="x")
    assert len(synchronised) == (1 if os.name == "nt" else 2), "the file, and its folder"


def test_what_a_killed_run_left_is_cleared_away_when_it_is_old(tmp_path: Path) -> None:
    old, young, other = (tmp_path / name for name in (".nq57gen-1-0.tmp", ".nq57gen-2-0.tmp", "của tôi.tmp"))
    for path in (old, young, other):
        path.write_bytes(b"part")
    for path in (old, other):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    write_whole(tmp_path / "a.docx", b"new", shown_as="x")
    assert not old.exists()
    assert young.exists(), "another run may be writing it"
    assert other.exists()


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("ke-hoach.docx", "~$-hoach.docx"),
        ("kehoach.docx", "~$ehoach.docx"),
        ("a.docx", "~$a.docx"),
        ("kế hoạch 2026.docx", ".~lock.kế hoạch 2026.docx#"),
    ],
)
def test_the_lock_of_an_open_file_is_found(tmp_path: Path, name: str, lock: str) -> None:
    path = tmp_path / name
    assert lock_of(path) is None
    (tmp_path / "~$khac.docx").write_bytes(b"")
    assert lock_of(path) is None
    (tmp_path / lock).write_bytes(b"")
    assert lock_of(path) == tmp_path / lock


_KILLED = """
import os, sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from nq57gen.writer import write_whole
path = Path(sys.argv[1])
print("ready", flush=True)
for number in range(100_000):
    write_whole(path, str(number % 10).encode() * 200_000, shown_as="x", lasting=False)
"""


def test_a_run_that_is_killed_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"0" * 200_000)
    for round_ in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", _KILLED, str(path)], stdout=subprocess.PIPE, cwd=ROOT
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.01 + 0.013 * round_)
            process.kill()
        data = path.read_bytes()
        assert len(data) == 200_000
        assert len(set(data)) == 1


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


def test_threads_that_write_to_one_folder_do_not_take_each_others_files(tmp_path: Path) -> None:
    def write(number: int) -> bool:
        path = tmp_path / f"{number % 20}.docx"
        return write_whole(path, b"%d" % number * 500, shown_as=path.name, lasting=False) is not None

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(write, range(400)))
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{n}.docx" for n in range(20))
