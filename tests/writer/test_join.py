"""Packages joined from ready entries are what zipfile writes."""

from __future__ import annotations

import io
import zipfile

from nq57gen.writer import entry, join, pack, unpack
from nq57gen.writer.package import content_of

PARTS = {
    "word/document.xml": b"<w/>" * 5000,
    "_rels/.rels": b"",
    "word/media/hình ảnh.png": bytes(range(256)) * 20,
    "[Content_Types].xml": b"<Types/>",
}


def by_zipfile(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            item = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            item.compress_type = zipfile.ZIP_DEFLATED
            item.create_system = 0
            item.external_attr = 0x20
            package.writestr(item, content, compresslevel=6)
    return target.getvalue()


def test_the_bytes_are_those_of_zipfile() -> None:
    order = ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/media/hình ảnh.png"]
    assert pack(PARTS) == by_zipfile({name: PARTS[name] for name in order})
    assert unpack(pack(PARTS)) == {name: PARTS[name] for name in order}


def test_entries_are_ready_for_any_number_of_packages() -> None:
    ready = {name: entry(name, content) for name, content in PARTS.items()}
    assert join(ready.values()) == join(reversed(ready.values())) == pack(PARTS)
    assert {name: content_of(item) for name, item in ready.items()} == PARTS
