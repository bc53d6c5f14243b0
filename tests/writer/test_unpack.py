"""A package of our own is unpacked without a zip library, and just as one would."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nq57gen.errors import InvalidInput
from nq57gen.writer import package
from nq57gen.writer.package import pack, unpack
from tests.schema.snippets import ROOT

PARTS = {
    "[Content_Types].xml": b"<Types/>",
    "_rels/.rels": b"<Relationships/>",
    "word/document.xml": "<w:p>Kế hoạch & báo cáo</w:p>".encode() * 50,
    "word/tệp.xml": b"",
}
WHOLE = pack(PARTS)


def own(data: bytes) -> dict[str, bytes] | None:
    return package._unpack_own(data)


@given(
    st.dictionaries(
        st.text("abcđ.é_", min_size=1, max_size=6), st.binary(max_size=40), min_size=1, max_size=6
    )
)
def test_what_was_packed_is_unpacked_as_a_zip_library_does(parts: dict[str, bytes]) -> None:
    parts = {name: content for name, content in parts.items() if name.strip(".")}
    if parts:
        found = own(pack(parts))
        assert found == parts
        assert found is not None
        assert list(found.items()) == list(package._unpack_any(pack(parts), "").items())


@pytest.mark.parametrize("at", range(0, len(WHOLE), 7))
def test_a_changed_byte_is_never_taken_for_sound(at: int) -> None:
    changed = WHOLE[:at] + bytes([WHOLE[at] ^ 0x20]) + WHOLE[at + 1 :]
    found = own(changed)
    assert found is None


@pytest.mark.parametrize("length", [0, 1, 21, 22, 60, len(WHOLE) - 1])
def test_a_package_cut_short_is_left_to_the_library(length: int) -> None:
    assert own(WHOLE[:length]) is None
    assert own(WHOLE[len(WHOLE) - length :]) is None
    with pytest.raises(InvalidInput):
        unpack(WHOLE[:length])


def entry(name: str, content: bytes, size: int | None = None) -> package.Entry:
    made = package.entry(name, content)
    return made if size is None else package.Entry(name, made.data, size, zlib.crc32(content[:size]))


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ([entry("a", b"1"), entry("A", b"2")], "F122"),
        ([entry("../a", b"1")], "F122"),
        ([entry("a//b", b"1")], "F122"),
        ([entry("c:a", b"1")], "F122"),
        ([entry("a", b"1", package.MAX_BYTES + 1)], "F121"),
    ],
)
def test_what_is_dangerous_is_refused_all_the_same(entries: list[package.Entry], code: str) -> None:
    data = package._in_order(entries)
    assert own(data) is None
    with pytest.raises(InvalidInput) as refused:
        unpack(data)
    assert refused.value.diagnostics[0].code == code


def test_more_parts_than_any_document_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PARTS", 3)
    assert own(WHOLE) is None
    with pytest.raises(InvalidInput, match="F121"):
        unpack(WHOLE)


def test_a_package_of_another_program_is_left_to_the_library() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as other:
        for name, content in PARTS.items():
            other.writestr(name, content)
    assert own(target.getvalue()) is None
    assert unpack(target.getvalue()) == PARTS


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.docx")), ids=lambda path: path.stem)
def test_templates_unpack_alike(path: Path) -> None:
    data = path.read_bytes()
    assert unpack(data) == package._unpack_any(data, "")


def test_a_directory_that_takes_bytes_twice_takes_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = struct.pack(
        package._LISTED, b"PK\1\2", 20, 0, 20, 0, 8, 0, 33, 0, 0xFFFFFFFF, 0, 1, 0, 0, 0, 0, 32, 0
    )
    lines = b"".join(listed + b"a" for _ in range(1000))
    data = WHOLE[:200] + lines + struct.pack(package._END, b"PK\5\6", 0, 0, 1000, 1000, len(lines), 200, 0)
    taken: list[object] = []
    monkeypatch.setattr(package, "Entry", lambda *fields: taken.append(fields))
    assert own(data) is None
    assert taken == []


@pytest.mark.parametrize("name", ["a\0b", "PK\6\7" + "\1" * 16, "a\tb"])
def test_a_name_that_cannot_be_printed_is_refused(name: str) -> None:
    data = package._in_order([entry(name, b"1")])
    assert own(data) is None
