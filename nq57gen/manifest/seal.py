"""The seal in a .docx: custom properties that say what it was made from, and prove it untouched.

They hold the digests of spec and template, the version, and a digest over that and the content of all other
parts.
Word and LibreOffice keep custom properties when they save; the last digest then no longer fits.
ISO/IEC 29500-1, 15.2.12.2 (custom file properties part) and 22.3.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from nq57gen.errors import InvalidInput
from nq57gen.manifest.entries import Entries
from nq57gen.patterns import lazily
from nq57gen.writer.package import unpack

PART = "docProps/custom.xml"
_TYPES, _RELS = "[Content_Types].xml", "_rels/.rels"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of all user-defined properties
#: Names of the properties; an accepted finding each has a number behind.
_SPEC, _TEMPLATE, _VERSION, _CONTENT = (
    "nq57gen.dac_ta",
    "nq57gen.mau",
    "nq57gen.phien_ban",
    "nq57gen.noi_dung",
)
_IGNORED, _ACCEPTED = "nq57gen.bo_qua", "nq57gen.chap_nhan_"
_PROPERTY = lazily(
    rb'<property\b[^>]*\bname="nq57gen\.(\w+)"[^>]*>\s*<vt:lpwstr>([^<]*)</vt:lpwstr>\s*</property>'
)


class Facts(Struct, frozen=True):
    """What a document was made from: SHA-256 of the spec's text and of pack and template, and the version.

    ``ignored``: the codes of layout rules that were not applied. ``accepted``: findings of content rules
    that were accepted, each a code and words of its place.
    """

    spec: str
    template: str
    version: str
    ignored: tuple[str, ...] = ()
    accepted: tuple[tuple[str, str], ...] = ()


class Seal(Struct, frozen=True):
    """The seal of a file; ``intact``: the file is as it was when it was sealed."""

    facts: Facts
    intact: bool


def seal(data: bytes, facts: Facts) -> bytes:
    """The finished .docx ``data`` with its seal; the parts that stay are copied without unpacking them.

    Custom properties that the template brought are replaced. ``data``: as ``writer.pack`` makes it.
    """
    entries = Entries.read(data)
    types, rels = entries.content(_TYPES), entries.content(_RELS)
    if _CONTENT_TYPE.encode() not in types:
        entries.put(_TYPES, _with_last(types, f'Override PartName="/{PART}" ContentType="{_CONTENT_TYPE}"'))
    if _RELATION.encode() not in rels:
        relation = f'Relationship Id="nq57gen" Type="{_RELATION}" Target="{PART}"'
        entries.put(_RELS, _with_last(rels, relation))
    contents = {name: (entries.size(name), entries.pieces(name)) for name in entries.names() if name != PART}
    entries.put(PART, _part(facts, _digest(facts, contents)))
    return entries.as_bytes()


def read_seal(data: bytes) -> Seal | None:
    """The seal of any file; None when it has none (or is no .docx at all)."""
    try:
        parts = unpack(data)
    except InvalidInput:
        return None
    custom = parts.pop(PART, b"")
    texts = {
        f"nq57gen.{name.decode()}": _unescaped(value.decode("utf-8", "replace"))
        for name, value in _PROPERTY.findall(custom)
    }
    if not {_SPEC, _TEMPLATE, _VERSION, _CONTENT} <= texts.keys():
        return None
    facts = Facts(texts[_SPEC], texts[_TEMPLATE], texts[_VERSION], *set_aside(texts))
    contents = {name: (len(content), (content,)) for name, content in parts.items()}
    return Seal(facts, custom == _part(facts, _digest(facts, contents)))


def set_aside(properties: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """What the custom ``properties`` of a file, name to value, say of :class:`Facts`: ignored, accepted."""
    accepted: list[tuple[str, str]] = []
    while text := properties.get(f"{_ACCEPTED}{len(accepted) + 1}"):
        code, _, words = text.partition(" ")
        accepted.append((code, words))
    return tuple(properties.get(_IGNORED, "").split()), tuple(accepted)


def is_untouched(data: bytes) -> bool:
    """Whether ``data`` is a .docx that nq57gen made and nobody changed since."""
    found = read_seal(data)
    return found is not None and found.intact


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _unescaped(xml: str) -> str:
    return xml.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _with_last(xml: bytes, element: str) -> bytes:
    """``xml`` with one more element at the end of its root, in the namespace of the root."""
    prefix, root = re.findall(rb"</(\w+:)?(\w+)>\s*$", xml)[0]
    body = xml[: xml.rindex(b"</")]
    return b"".join((body, b"<", prefix, element.encode(), b"/></", prefix, root, b">"))


def _digest(facts: Facts, parts: Mapping[str, tuple[int, Iterable[bytes]]]) -> str:
    """A digest over the facts and over names and contents of ``parts``, whatever their order in the file.

    Each content comes as its size and its pieces.
    """
    total = hashlib.sha256()

    def add(size: int, pieces: Iterable[bytes]) -> None:
        total.update(size.to_bytes(8))
        for piece in pieces:
            total.update(piece)

    for text in _values(facts).values():
        add(len(text.encode()), (text.encode(),))
    for name in sorted(parts):
        add(len(name.encode()), (name.encode(),))
        add(*parts[name])
    return total.hexdigest()


def _values(facts: Facts) -> dict[str, str]:
    """The facts as properties, by name."""
    values = {_SPEC: facts.spec, _TEMPLATE: facts.template, _VERSION: facts.version}
    if facts.ignored:
        values[_IGNORED] = " ".join(facts.ignored)
    pairs = enumerate(facts.accepted, 1)
    return values | {f"{_ACCEPTED}{number}": f"{code} {words}" for number, (code, words) in pairs}


def _part(facts: Facts, content: str) -> bytes:
    values = _values(facts) | {_CONTENT: content}
    properties = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{_escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)  # 0 and 1 are reserved
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}">{properties}</Properties>'.encode()
