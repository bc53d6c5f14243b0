"""Zip packages: the same parts give the same bytes; what is no sound package is refused."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nq57gen.errors import InvalidInput
from nq57gen.writer import pack, package, unpack

PARTS = {"word/b.xml": b"b" * 500, "[Content_Types].xml": b"<t/>", "a.xml": b"", "_rels/.rels": b"<r/>"}


def codes(data: bytes) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        unpack(data, shown_as="mau.docx")
    assert [found.path for found in caught.value.diagnostics] == ["mau.docx"]
    return [found.code for found in caught.value.diagnostics]


def zipped(*entries: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of the doubled names we want
        for name, data in entries:
            file.writestr(name, data)
    return target.getvalue()


def test_what_word_reads_first_comes_first_the_rest_by_name() -> None:
    assert list(unpack(pack(PARTS))) == ["[Content_Types].xml", "_rels/.rels", "a.xml", "word/b.xml"]


def test_the_order_of_the_parts_given_does_not_matter() -> None:
    assert pack(dict(reversed(PARTS.items()))) == pack(PARTS)


def test_entries_carry_no_date_and_no_trace_of_the_system() -> None:
    for entry in zipfile.ZipFile(io.BytesIO(pack(PARTS))).infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert (entry.create_system, entry.external_attr) == (0, 0x20)
        assert entry.compress_type == zipfile.ZIP_DEFLATED


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,8}(/[a-zđ]{1,8})?\.xml", fullmatch=True), st.binary(max_size=200))
)
def test_parts_come_back_as_they_went_in(parts: dict[str, bytes]) -> None:
    assert unpack(pack(parts)) == parts


@pytest.mark.parametrize("data", [b"", b"hello", pack(PARTS)[:-30], pack(PARTS)[:40]])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    assert codes(data) == ["F120"]


def test_damaged_content_is_refused() -> None:
    data = bytearray(pack({"a.xml": bytes(range(256)) * 4}))
    data[60] ^= 0xFF
    assert codes(bytes(data)) == ["F120"]


def test_an_encrypted_entry_is_refused() -> None:
    data = bytearray(zipped(("a.xml", b"x")))
    central = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[central + 8] |= 1
    assert codes(bytes(data)) == ["F120"]


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_BYTES", 1000)
    assert codes(zipped(("a.xml", b"0" * 1001))) == ["F121"]
    monkeypatch.setattr(package, "MAX_PARTS", 2)
    assert codes(zipped(("a", b""), ("b", b""), ("c", b""))) == ["F121"]


@pytest.mark.parametrize("name", ["../a.xml", "a/../../b.xml", "/etc/passwd", "C:/a.xml", "a//b.xml"])
def test_names_that_lead_outside_are_refused(name: str) -> None:
    assert codes(zipped((name, b"x"))) == ["F122"]


def test_doubled_names_are_refused_whatever_their_case() -> None:
    assert codes(zipped(("a.xml", b"1"), ("A.xml", b"2"))) == ["F122"]


def test_folders_are_left_out() -> None:
    assert unpack(zipped(("word/", b""), ("word/a.xml", b"x"))) == {"word/a.xml": b"x"}
