"""A zip package taken apart into its entries, so that some are replaced and the others copied as they are.

Only for packages of our own making: no comments, no encryption, sizes known in front (PKWARE APPNOTE 4.3).
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Self

from msgspec import Struct

from nq57gen.writer.package import pack

_LOCAL = struct.Struct("<4s5H3L2H")
_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_HEADER_SIZE = _LOCAL.size
_DEFLATED = 8
_PIECE = 1_000_000  # bytes


class _Entry(Struct, frozen=True):
    """One entry: its local header with name and data, its central header, the data alone; size unpacked."""

    local: bytes
    central: bytes
    method: int
    data: bytes
    size: int

    def content(self) -> bytes:
        return zlib.decompress(self.data, -15) if self.method == _DEFLATED else self.data

    def pieces(self) -> Iterator[bytes]:
        """The content, a piece at a time."""
        if self.size <= _PIECE or self.method != _DEFLATED:
            yield self.content()
            return
        inflater, rest = zlib.decompressobj(-15), self.data
        while rest:
            yield inflater.decompress(rest, _PIECE)
            rest = inflater.unconsumed_tail


class Entries:
    """The entries of a package by name, in its order."""

    def __init__(self, entries: dict[str, _Entry]) -> None:
        self._entries = entries

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Take a package apart."""
        *_, count, _, at, _ = _END.unpack(data[-_END.size :])
        entries = {}
        for _ in range(count):
            fields = _CENTRAL.unpack_from(data, at)
            flags, method, packed, size = fields[3], fields[4], fields[8], fields[9]
            name_size, extra_size, comment_size, offset = fields[10], fields[11], fields[12], fields[16]
            name_at = at + _CENTRAL.size
            name = data[name_at : name_at + name_size].decode("utf-8" if flags & 0x800 else "cp437")
            local_name, local_extra = _LOCAL.unpack_from(data, offset)[9:]
            start = offset + _HEADER_SIZE + local_name + local_extra
            end = name_at + name_size + extra_size + comment_size
            entries[name] = _Entry(
                data[offset : start + packed], data[at:end], method, data[start : start + packed], size
            )
            at = end
        return cls(entries)

    def names(self) -> list[str]:
        """The names of all parts, in the order of the package."""
        return list(self._entries)

    def content(self, name: str) -> bytes:
        """The unpacked content of a part."""
        return self._entries[name].content()

    def size(self, name: str) -> int:
        """How many bytes a part has, unpacked."""
        return self._entries[name].size

    def pieces(self, name: str) -> Iterator[bytes]:
        """The unpacked content of a part, so that a large one is never in memory as a whole."""
        return self._entries[name].pieces()

    def put(self, name: str, content: bytes) -> None:
        """Replace a part, or add it behind the others."""
        self._entries |= Entries.read(pack({name: content}))._entries

    def as_bytes(self) -> bytes:
        """The package."""
        target, directory = io.BytesIO(), []
        for entry in self._entries.values():
            offset = struct.pack("<L", target.tell())
            directory.append(entry.central[:42] + offset + entry.central[46:])
            target.write(entry.local)
        start = target.tell()
        for central in directory:
            target.write(central)
        count = len(directory)
        target.write(_END.pack(b"PK\5\6", 0, 0, count, count, target.tell() - start, start, 0))
        return target.getvalue()
