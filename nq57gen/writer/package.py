"""Zip packages: packed so that equal parts give equal bytes, unpacked with limits."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable, Mapping
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
_DEFLATED = 8
_VERSION = 20  # of the zip format: deflated entries
_UTF8 = 0x800  # the flag of a name with letters beyond ASCII
#: What the header of an entry and its line in the directory share: version needed, flags, method, time, date,
#: crc, size deflated, size, lengths of name and of extra fields.
_SHARED = "<HHHHHLLLHH"
#: Word wants the list of content types first and looks for the package relationships next.
_FIRST = ("[Content_Types].xml", "_rels/.rels")
#: What a document of ours could never need: beyond it the file is an attack or a mistake.
MAX_PARTS = 2000
MAX_BYTES = 200_000_000


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
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for item in sorted(entries, key=lambda one: (_rank(one.name), one.name)):
        name = item.name.encode()
        flags = 0 if item.name.isascii() else _UTF8
        shared = struct.pack(
            _SHARED, _VERSION, flags, _DEFLATED, 0, _DOS_DATE,
            item.crc, len(item.data), item.size, len(name), 0,
        )  # fmt: skip
        local = b"PK\3\4" + shared + name
        place = struct.pack("<HHHLL", 0, 0, 0, _ARCHIVE, offset)
        # Made by the same version on system 0, as on Windows, whatever wrote it.
        directory.append(b"PK\1\2" + struct.pack("<BB", _VERSION, 0) + shared + place + name)
        pieces += (local, item.data)
        offset += len(local) + len(item.data)
    central = b"".join(directory)
    count = len(directory)
    end = b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, count, count, len(central), offset, 0)
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
    import zipfile  # making a package needs none of it

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            _guard(entries, shown_as)
            return {entry.filename: package.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise InvalidInput([make("F120", path=shown_as)]) from error


def _rank(name: str) -> int:
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)


def _guard(entries: list[zipfile.ZipInfo], shown_as: str) -> None:
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_BYTES:
        raise InvalidInput([make("F121", path=shown_as, megabytes=MAX_BYTES // 1_000_000, parts=MAX_PARTS)])
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        steps = name.split("/")
        if name.lower() in seen or ".." in steps or "" in steps or "\\" in entry.orig_filename or ":" in name:
            raise InvalidInput([make("F122", path=shown_as, part=name)])
        seen.add(name.lower())
