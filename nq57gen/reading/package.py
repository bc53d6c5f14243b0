"""Opens the zip package of a Word file and finds its parts by their relationships."""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct, field

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput
from nq57gen.reading.memory import Memory
from nq57gen.reading.plain import begins_plainly
from nq57gen.reading.xml import MOST_MARKS, parse, refuse_more
from nq57gen.writer.package import unpack

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_TYPES = "[Content_Types].xml"
#: What a zip without a Word document may be: (beginning of the content type of the main part, name).
_OFFICE_KINDS = (
    ("application/vnd.openxmlformats-officedocument.spreadsheetml", "đây là bảng tính Excel (.xlsx)"),
    ("application/vnd.ms-excel", "đây là bảng tính Excel"),
    (
        "application/vnd.openxmlformats-officedocument.presentationml",
        "đây là tệp trình chiếu PowerPoint (.pptx)",
    ),
    ("application/vnd.ms-powerpoint", "đây là tệp trình chiếu PowerPoint"),
)
_OPEN_KINDS = {
    "application/vnd.oasis.opendocument.text": "đây là văn bản LibreOffice (.odt)",
    "application/vnd.oasis.opendocument.spreadsheet": "đây là bảng tính LibreOffice (.ods)",
    "application/epub+zip": "đây là sách điện tử (.epub)",
}
#: What a file that is no zip may be: (a mark in its first bytes, name).
_OTHER_KINDS = (
    (b"%PDF", "đây là tệp PDF"),
    (b"{\\rtf", "đây là tệp RTF"),
    (b"Word.Document", "đây là tệp Word dạng XML (.xml)"),
    (b"MIME-Version", "đây là trang web lưu một tệp (.mht)"),
    (b"<html", "đây là trang web (.html)"),
    (b"<HTML", "đây là trang web (.html)"),
    (b"<!DOCTYPE", "đây là trang web (.html)"),
)
#: What was read of parts that most files of one origin share, by their bytes.
_LINKS: Memory[tuple[bytes, str], tuple[tuple[str, str, str], ...]] = Memory(32)
_CONTENT_TYPES: Memory[tuple[bytes, str], str] = Memory(32)
#: Codes of the writer for a package it will not open, and ours.
_CODES = {"F120": "D004", "F121": "D005", "F122": "D006"}


class Package(Struct, frozen=True, dict=True):
    """The parts of a Word file; ``main`` is the part with the body."""

    shown_as: str
    parts: Mapping[str, bytes]
    main: str
    _roots: dict[str, etree._Element] = field(default_factory=dict)

    def root(self, part: str) -> etree._Element:
        """Return the parsed part. Raises InvalidInput (D008, D009)."""
        if part not in self._roots:
            self._roots[part] = parse(self.parts[part], part=part, shown_as=self.shown_as)
        return self._roots[part]

    def read_roots(self) -> list[etree._Element]:
        """Return every part parsed so far, in the order of parsing."""
        return list(self._roots.values())

    def related(self, kind: str) -> etree._Element | None:
        """Return the part the main part names as its ``kind`` ("styles", "numbering" ...), None for none."""
        for relation, target in self.targets.values():
            if relation == kind and target in self.parts:
                return self.root(target)
        return None

    def custom_properties(self) -> dict[str, str]:
        """Return the properties that are not Word's own: name -> value as text (ISO 29500-1, 22.3)."""
        for relation, target in _relationships(self, "").values():
            if relation == "custom-properties" and target in self.parts:
                return {
                    str(entry.get("name", "")): "".join(map(str, entry.itertext()))
                    for entry in self.root(target)
                }
        return {}

    def bytes_of(self, kind: str) -> bytes:
        """Return the bytes of the part :meth:`related` would parse, b"" for none."""
        for relation, target in self.targets.values():
            if relation == kind and target in self.parts:
                return self.parts[target]
        return b""

    def by_id(self, identifier: str) -> str | None:
        """Return the name of the part behind a relationship of the main part, None for none."""
        _, target = self.targets.get(identifier, ("", ""))
        return target if target in self.parts else None

    @functools.cached_property
    def targets(self) -> dict[str, tuple[str, str]]:
        """The relationships of the main part: id -> (last word of the type, name of the part)."""
        return _relationships(self, self.main)


def open_package(data: bytes, shown_as: str, *, unparsed: bool = False) -> Package:
    """Open a Word file in memory; ``unparsed``: a body that begins plainly may be left to be parsed later.

    Raises InvalidInput with one code of D001 to D009: an old or locked file, something else than a Word
    file, a broken one, one that is dangerous to open.
    """
    if data.startswith(_OLE):
        raise _refusal(_ole_code(data), shown_as, kind="đây là tệp Office đời cũ (Excel, PowerPoint …)")
    if not data.startswith(b"PK"):
        raise _refusal("D003", shown_as, kind=_other_kind(data))
    try:
        parts = unpack(data, shown_as=shown_as)
    except InvalidInput as error:
        raise _refusal(_CODES[error.diagnostics[0].code], shown_as) from error
    return _find_main(parts, shown_as, unparsed=unparsed)


def _refusal(code: str, shown_as: str, kind: str = "") -> InvalidInput:
    """Return the exception with ``code``; ``kind`` says what the file is instead (D003)."""
    return InvalidInput([make(code, path=shown_as, kind=kind)])


def _ole_code(data: bytes) -> str:
    """Tell apart what one container holds, by the names of its streams (kept in UTF-16)."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "D002"
    return "D001" if "WordDocument".encode("utf-16-le") in data else "D003"


def _other_kind(data: bytes) -> str:
    if not data:
        return "tệp rỗng"
    head = data[:1024]
    return next((kind for mark, kind in _OTHER_KINDS if mark in head), "không rõ là loại tệp gì")


def _find_main(parts: dict[str, bytes], shown_as: str, *, unparsed: bool) -> Package:
    """Find the part with the body, through the relationships of the package."""
    package = Package(shown_as, parts, "")
    if _TYPES not in parts:
        mime = parts.get("mimetype", b"").decode("ascii", "replace").strip()
        raise _refusal("D003", shown_as, kind=_OPEN_KINDS.get(mime, "đây là gói nén zip"))
    for relation, target in _relationships(package, "").values():
        if relation != "officeDocument":
            continue
        content_type = _content_type(package, target)
        kind = next((name for start, name in _OFFICE_KINDS if content_type.startswith(start)), None)
        if kind:
            raise _refusal("D003", shown_as, kind=kind)
        if target in parts:
            if unparsed and begins_plainly(parts[target]):
                # Long tables are parsed in pieces.
                refuse_more(parts[target], 2 * MOST_MARKS, part=target, shown_as=shown_as)
                return Package(shown_as, parts, target)
            root = package.root(target)
            if etree.QName(root).localname == "document":
                return Package(shown_as, parts, target, {target: root})
    raise _refusal("D007", shown_as)


def _content_type(package: Package, part: str) -> str:
    """Look up the content type of a part, by its name or else by its ending."""
    key = (package.parts[_TYPES], part)
    known = _CONTENT_TYPES.get(key)
    return _CONTENT_TYPES.put(key, _find_type(package, part)) if known is None else known


def _find_type(package: Package, part: str) -> str:
    ending = posixpath.splitext(part)[1].lstrip(".").lower()
    by_ending = ""
    for entry in package.root(_TYPES):
        if str(entry.get("PartName", "")).lstrip("/").lower() == part.lower():
            return str(entry.get("ContentType", ""))
        if str(entry.get("Extension", "")).lower() == ending:
            by_ending = str(entry.get("ContentType", ""))
    return by_ending


def _relationships(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Return the relationships of ``part`` ("" for the package): id -> (last word of type, part)."""
    folder, name = posixpath.split(part)
    links = posixpath.join(folder, "_rels", f"{name}.rels")
    if links not in package.parts:
        return {}
    names = {known.lower(): known for known in package.parts}
    key = (package.parts[links], folder)
    listed = _LINKS.get(key) or _LINKS.put(key, tuple(_links(package, links, folder)))
    return {identifier: (kind, names.get(target.lower(), target)) for identifier, kind, target in listed}


def _links(package: Package, links: str, folder: str) -> Iterator[tuple[str, str, str]]:
    """Yield (id, last word of type, part) of the relationships to parts of the package."""
    for link in package.root(links):
        if link.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/", folder, str(link.get("Target", "")))).lstrip("/")
        yield str(link.get("Id", "")), str(link.get("Type", "")).rsplit("/", 1)[-1], target
