"""Zip packages: packed so that equal parts give equal bytes, unpacked with limits."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput

if TYPE_CHECKING:
    import zipfile

#: 1 January 1980, the earliest date a zip entry can carry; every entry carries it, at midnight.
_DOS_DATE = (0 << 9) | (1 << 5) | 1
#: How hard deflate tries: ``QUICK`` takes two thirds of the time for a tenth more bytes.
_LEVEL, QUICK = 6, 4
_ARCHIVE = 0x20  # the one file attribute an entry carries, that of any file on Windows
_STORED, _DEFLATED = 0, 8
#: The two ways in which a part may be kept (ISO 29500-2, annex B), which alone inflate within bounds.
_METHODS = (_STORED, _DEFLATED)
_AT_ONCE = 1_000_000
_VERSION = 20  # of the zip format: deflated entries
_UTF8 = 0x800  # the flag of a name with letters beyond ASCII
#: What the header of an entry and its line in the directory share: version needed, flags, method, time, date,
#: crc, size deflated, size, lengths of name and of extra fields.
_SHARED = "HHHHHLLLHH"
#: The header of an entry, its line in the directory, and the end of that, each before its names.
_HEADER, _LISTED, _END = f"<4s{_SHARED}", f"<4sBB{_SHARED}HHHLL", "<4sHHHHLLH"
#: Word wants the list of content types first and looks for the package relationships next.
_FIRST = ("[Content_Types].xml", "_rels/.rels")
#: What a document of ours could never need: beyond it the file is an attack or a mistake.
MAX_PARTS = 2000
MAX_BYTES = 100_000_000


class Entry(Struct, frozen=True):
    """One part as it stands in a package: ``data`` deflated, ``size`` and ``crc`` those of its content."""

    name: str
    data: bytes
    size: int
    crc: int


def entry(name: str, content: bytes, level: int = _LEVEL) -> Entry:
    """Make a part ready for any number of packages. ``level``: how hard deflate tries, 1 to 9."""
    return entry_of(name, (content,), level)


def entry_of(name: str, pieces: Iterable[bytes], level: int = _LEVEL) -> Entry:
    """Make a part of ``pieces``, so that a large one need not be in memory as a whole."""
    deflater = zlib.compressobj(level, zlib.DEFLATED, -15)
    data, size, crc = [], 0, 0
    for piece in pieces:
        data.append(deflater.compress(piece))
        size, crc = size + len(piece), zlib.crc32(piece, crc)
    return Entry(name, b"".join((*data, deflater.flush())), size, crc)


def content_of(item: Entry) -> bytes:
    """Return the content of a part."""
    return zlib.decompress(item.data, -15)


def join(entries: Iterable[Entry]) -> bytes:
    """Make a zip package of ready entries; the same entries always give the same bytes.

    Content types first, then the package relationships, then the rest by name, as :func:`pack`.
    """
    return _in_order(sorted(entries, key=lambda one: (_rank(one.name), one.name)))


def _in_order(entries: Iterable[Entry]) -> bytes:
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for item in entries:
        name = item.name.encode()
        flags = 0 if item.name.isascii() else _UTF8
        size = len(item.data)
        shared = (_VERSION, flags, _DEFLATED, 0, _DOS_DATE, item.crc, size, item.size, len(name), 0)
        local = struct.pack(_HEADER, b"PK\3\4", *shared) + name
        # Made by the same version on system 0, as on Windows, whatever wrote it.
        listed = struct.pack(_LISTED, b"PK\1\2", _VERSION, 0, *shared, 0, 0, 0, _ARCHIVE, offset)
        directory.append(listed + name)
        pieces += (local, item.data)
        offset += len(local) + len(item.data)
    central = b"".join(directory)
    count = len(directory)
    end = struct.pack(_END, b"PK\5\6", 0, 0, count, count, len(central), offset, 0)
    return b"".join((*pieces, central, end))


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Make a zip package of ``parts`` (name -> content); the same parts always give the same bytes.

    Content types first, then the package relationships, then the rest by name.
    """
    return join(entry(name, content) for name, content in parts.items())


def unpack(data: bytes, *, shown_as: str = "") -> dict[str, bytes]:
    """Return the parts of a zip package by name, in the order of the file, without folders.

    Raises InvalidInput for what is not a sound zip file (F120), is too big or holds too many
    parts (F121), or has a part whose name is doubled or leads outside (F122).
    """
    return _unpack_own(data) or _unpack_any(data, shown_as)


def _unpack_own(data: bytes) -> dict[str, bytes] | None:
    """Return the parts of a sound package as :func:`join` writes one, in any order; None for any other.

    Nothing is guessed: what is found is joined again and must give the same bytes.
    """
    try:
        entries = list(_own_entries(data))
        too_big = sum(item.size for item in entries) > MAX_BYTES
        if too_big or _odd_name(item.name for item in entries) is not None or _in_order(entries) != data:
            return None
        parts = {item.name: zlib.decompressobj(-15).decompress(item.data, item.size + 1) for item in entries}
    except (struct.error, ValueError, zlib.error):
        return None
    for item in entries:
        if len(parts[item.name]) != item.size or zlib.crc32(parts[item.name]) != item.crc:
            return None
    return parts


def _own_entries(data: bytes) -> Iterator[Entry]:
    """Yield what the directory at the end of a package names.

    Raises ValueError for too many parts, and where they do not follow one another from the first byte on: no
    byte is taken twice, whatever the directory says.
    """
    mark, _, _, _, count, _, at, _ = struct.unpack(_END, data[-struct.calcsize(_END) :])
    if mark != b"PK\5\6" or count > MAX_PARTS:
        raise ValueError(count)
    end = 0
    for _ in range(count):
        _, _, _, *shared, _, _, _, _, offset = struct.unpack_from(_LISTED, data, at)
        crc, packed, size, name_size = shared[5:9]
        name_at = at + struct.calcsize(_LISTED)
        start = offset + struct.calcsize(_HEADER) + name_size
        if offset != end or start + packed > len(data):
            raise ValueError(offset)
        end = start + packed
        yield Entry(data[name_at : name_at + name_size].decode(), data[start : start + packed], size, crc)
        at = name_at + name_size


def _unpack_any(data: bytes, shown_as: str) -> dict[str, bytes]:
    import zipfile  # few documents that are made need it

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_BYTES:
                most = MAX_BYTES // 1_000_000
                raise InvalidInput([make("F121", path=shown_as, megabytes=most, parts=MAX_PARTS)])
            odd = _odd_name(entry.filename if "\\" not in entry.orig_filename else "" for entry in entries)
            if odd is not None:
                raise InvalidInput([make("F122", path=shown_as, part=entries[odd].filename)])
            if any(entry.compress_type not in _METHODS for entry in entries):
                raise InvalidInput([make("F120", path=shown_as)])
            return {entry.filename: _content(package, entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise InvalidInput([make("F120", path=shown_as)]) from error


def _content(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Inflate one part bit by bit: no more than it says to be is ever in memory."""
    with package.open(entry) as file:
        return b"".join(iter(lambda: file.read(_AT_ONCE), b""))


def _rank(name: str) -> int:
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)


def _odd_name(names: Iterable[str]) -> int | None:
    """Return which name is doubled or leads outside, if one does."""
    seen: set[str] = set()
    for number, name in enumerate(names):
        steps = name.split("/")
        if (
            name.lower() in seen
            or ".." in steps
            or "" in steps
            or ":" in name
            or "\\" in name
            or not name.isprintable()
        ):
            return number
        seen.add(name.lower())
    return None
