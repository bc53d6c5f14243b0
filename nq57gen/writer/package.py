"""Zip packages: packed so that equal parts give equal bytes, unpacked with limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput

#: The earliest date a zip entry can carry; every entry carries it.
_DATE = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_ARCHIVE = 0x20  # the one file attribute an entry carries, that of any file on Windows
#: Word wants the list of content types first and looks for the package relationships next.
_FIRST = ("[Content_Types].xml", "_rels/.rels")
#: What a document of ours could never need: beyond it the file is an attack or a mistake.
MAX_PARTS = 2000
MAX_BYTES = 200_000_000


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Make a zip package of ``parts`` (name -> content); the same parts always give the same bytes.

    Content types first, then the package relationships, then the rest by name.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name in sorted(parts, key=lambda part: (_rank(part), part)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # as on Windows, whatever wrote it
            entry.external_attr = _ARCHIVE
            package.writestr(entry, parts[name], compresslevel=_LEVEL)
    return target.getvalue()


def unpack(data: bytes, *, shown_as: str = "") -> dict[str, bytes]:
    """Return the parts of a zip package by name, in the order of the file, without folders.

    Raises InvalidInput for what is not a sound zip file (F120), is too big or holds too many
    parts (F121), or has a part whose name is doubled or leads outside (F122).
    """
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
