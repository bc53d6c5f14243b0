"""A record comes back as it was written, and one that cannot be used is as good as none."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from nq57gen.diagnostics import Diagnostic, Position, Severity
from nq57gen.manifest import fingerprint
from nq57gen.manifest.looks import Looks, Stamp, look, looks_of
from nq57gen.manifest.record import Input, Kept, Printed, Record, as_bytes, read_record

WARNING = Diagnostic(
    "N021", "thừa “x”", "bỏ", Severity.WARNING, "specs/a.yaml", Position(3, 7), "bien.x", "x: 1"
)
ELSEWHERE = replace(WARNING, path="templates/p/pack.yaml", position=None)
STAMP = Stamp(12, 1_700_000_000_123_456_789, "f" * 64, 1_700_000_000_987_654_321, 77)
RECORD = Record(
    version="1.0",
    program="p",
    spec="specs/a.yaml",
    inputs=(Input("spec", "specs/a.yaml", STAMP),),
    absent=("templates/p/pack.yaml",),
    document=Kept(STAMP, beside=True),
    warnings=(WARNING, ELSEWHERE),
    printed=Printed(Kept(STAMP), "e" * 64, (WARNING,)),
)


def put(folder: Path, data: bytes) -> str:
    path = folder / "a.json"
    path.write_bytes(data)
    return str(path)


def read(path: str, spec: str = "specs/a.yaml") -> Record | None:
    found = read_record(path, spec)
    return found and replace(found, written_ns=0)


def test_a_record_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = put(tmp_path, as_bytes(RECORD))
    assert read(path) == RECORD
    assert read(put(tmp_path, as_bytes(replace(RECORD, printed=None)))) == replace(RECORD, printed=None)
    found = read_record(path, "specs/a.yaml")
    assert found is not None
    assert found.written_ns == os.stat(path).st_mtime_ns


def test_warnings_are_told_of_the_spec_as_it_is_called_now(tmp_path: Path) -> None:
    found = read(put(tmp_path, as_bytes(RECORD)), "../a.yaml")
    assert found is not None
    assert [one.path for one in found.warnings] == ["../a.yaml", "templates/p/pack.yaml"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b"{}",
        as_bytes(RECORD)[:-20],
        as_bytes(RECORD).replace(b'"format":1', b'"format":99'),
        as_bytes(RECORD).replace(b'["spec","specs/a.yaml",12,', b'["spec",12,'),
        as_bytes(RECORD).replace(b'"warning"', b'"x"'),
        as_bytes(RECORD).replace(b'"version":"1.0"', b'"version":1'),
        as_bytes(RECORD).replace(b'"spec":"specs/a.yaml"', b'"spec":["specs/a.yaml"]'),
        as_bytes(RECORD).replace(b'["spec","specs/a.yaml",12,', b'["spec","specs/a.yaml","12",'),
        as_bytes(RECORD).replace(b'["spec","specs/a.yaml",12,', b'["spec","specs/../../b.yaml",12,'),
        as_bytes(RECORD).replace(b'["spec","specs/a.yaml",12,', b'["spec","specs/a\\u0000.yaml",12,'),
        as_bytes(RECORD).replace(b'["templates/p/pack.yaml"]', b'["../p/pack.yaml"]'),
        as_bytes(RECORD).replace(b'["templates/p/pack.yaml"]', b'["a\\u0000b"]'),
        as_bytes(RECORD).replace(b'["templates/p/pack.yaml"]', b'"templates"'),
        as_bytes(RECORD).replace(b",true", b',"true"'),
        b"[" * 100_000,
        as_bytes(RECORD)[:-1] + b',"more":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        as_bytes(RECORD)[:-1] + b" " * 10_000_000 + b"}",
    ],
)
def test_a_record_that_cannot_be_used_is_none(tmp_path: Path, data: bytes) -> None:
    assert data != as_bytes(RECORD)
    assert read(put(tmp_path, data)) is None
    assert read(str(tmp_path / "khong-co.json")) is None


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_what_is_no_file_is_no_record(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.json")
    assert read(str(tmp_path / "a.json")) is None
    (tmp_path / "b.json").symlink_to("/dev/zero")
    assert read(str(tmp_path / "b.json")) is None
    (tmp_path / "c.json").mkdir()
    assert read(str(tmp_path / "c.json")) is None


def test_a_record_of_an_older_version_is_read(tmp_path: Path) -> None:
    """It knows neither of ctime nor of inodes."""
    old = as_bytes(RECORD)
    for long, short in (
        (b",1700000000987654321,77]", b"]"),
        (b",true,1700000000987654321,77]", b",true]"),
        (b",false,1700000000987654321,77]", b",false]"),
    ):
        old = old.replace(long, short)
    assert b"987654321" not in old
    found = read(put(tmp_path, old))
    assert found is not None
    assert found.inputs[0].stamp == Stamp(STAMP.size, STAMP.mtime_ns, STAMP.digest)
    assert found.document == Kept(Stamp(STAMP.size, STAMP.mtime_ns, STAMP.digest), beside=True)


# --- how files look


def test_a_file_with_the_same_size_and_time_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    known = replace(look(str(path)) or STAMP, digest="as it was known")
    later = known.mtime_ns + 10_000_000_000
    assert look(str(path), known, later) == known
    path.write_bytes(b"two!")
    assert (look(str(path), known, later) or STAMP).digest != known.digest


def test_a_file_as_young_as_its_record_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    known = look(str(path))
    assert known is not None
    path.write_bytes(b"two")
    os.utime(path, ns=(known.mtime_ns, known.mtime_ns))
    found = look(str(path), known, known_since=known.mtime_ns + 1_000_000_000)
    assert found is not None
    assert found.digest != known.digest


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no time of the last change that stays")
def test_a_file_changed_at_the_same_size_and_time_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    os.utime(path, ns=(10**18, 10**18))
    known = look(str(path))
    assert known is not None
    later = known.ctime_ns + 10_000_000_000
    assert look(str(path), known, later) is known
    time.sleep(0.02)  # the clock of a disk goes by ticks
    path.write_bytes(b"two")
    os.utime(path, ns=(10**18, 10**18))
    found = look(str(path), known, later)
    assert found is not None
    assert (found.size, found.mtime_ns) == (known.size, known.mtime_ns)
    assert found.digest != known.digest


def test_a_file_put_in_its_place_at_the_same_size_and_time_is_opened(tmp_path: Path) -> None:
    path, other = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"one")
    other.write_bytes(b"two")
    for one in (path, other):
        os.utime(one, ns=(10**18, 10**18))
    known = look(str(path))
    assert known is not None
    os.replace(other, path)
    found = look(str(path), known, known.ctime_ns + 10_000_000_000)
    assert found is not None
    assert found.digest != known.digest


def test_what_is_no_file_has_no_looks(tmp_path: Path) -> None:
    assert look(str(tmp_path)) is None
    assert look(str(tmp_path / "a")) is None


def test_a_run_looks_once_and_the_next_run_again(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    first = looks_of("1").at(str(path))
    path.write_bytes(b"other")
    assert looks_of("1").at(str(path)) == first
    assert looks_of("2").at(str(path)) != first
    assert looks_of("") is not looks_of("")
    assert isinstance(looks_of(""), Looks)


# --- which program


def test_the_mark_of_the_program_changes_with_its_code(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    code = tmp_path / "room" / "a.py"
    code.write_text("a = 1\n", encoding="utf-8")
    before = fingerprint.tree_digest(str(tmp_path))
    assert fingerprint.tree_digest(str(tmp_path)) == before
    (tmp_path / "room" / "__pycache__").mkdir()
    (tmp_path / "room" / "__pycache__" / "a.pyc").write_bytes(b"x")
    assert fingerprint.tree_digest(str(tmp_path)) == before
    code.write_text("a = 12\n", encoding="utf-8")
    after = fingerprint.tree_digest(str(tmp_path))
    assert after != before
    (tmp_path / "b.py").write_text("", encoding="utf-8")
    assert fingerprint.tree_digest(str(tmp_path)) != after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"document":[12,', b'"document":[1e999,'),
        (b'[["spec","specs/a.yaml",12,', b'[["spec","specs/a.yaml",1e999,'),
    ],
)
def test_a_record_with_an_impossible_number_is_damaged(tmp_path: Path, old: bytes, new: bytes) -> None:
    data = as_bytes(RECORD)
    assert old in data
    assert read(put(tmp_path, data.replace(old, new))) is None


def test_a_record_without_inputs_is_damaged(tmp_path: Path) -> None:
    assert read(put(tmp_path, as_bytes(replace(RECORD, inputs=())))) is None
