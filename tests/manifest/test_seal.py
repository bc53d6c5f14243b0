"""A sealed file says what it was made from, proves that it is untouched, and is still a sound package."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from nq57gen.manifest.entries import Entries
from nq57gen.manifest.pdf_seal import is_untouched_pdf, seal_pdf
from nq57gen.manifest.seal import PART, Facts, is_untouched, read_seal, seal
from nq57gen.writer.package import pack, unpack

FACTS = Facts("a" * 64, "b" * 64, "1.2.3")
TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELS = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="x" Target="word/document.xml"/></Relationships>'
)
PARTS = {
    "[Content_Types].xml": TYPES,
    "_rels/.rels": RELS,
    "word/document.xml": b"<a>" + b"nghi quyet " * 5000 + b"</a>",
    "word/styles.xml": b"<b/>",
}


def test_a_seal_is_read_as_it_was_written() -> None:
    found = read_seal(seal(pack(PARTS), FACTS))
    assert found is not None
    assert found.facts == FACTS
    assert found.intact


@pytest.mark.parametrize("size", [0, 1, 999_999, 1_000_000, 1_000_001, 5_000_000])
def test_parts_of_any_size_are_sealed(size: int) -> None:
    content = random.Random(size).randbytes(size // 2).ljust(size, b" ")  # noqa: S311  # no secret
    sealed = seal(pack({**PARTS, "word/media/a.bin": content}), FACTS)
    entries = Entries.read(sealed)
    assert entries.size("word/media/a.bin") == size
    assert b"".join(entries.pieces("word/media/a.bin")) == content
    assert is_untouched(sealed)
    assert not is_untouched(pack({**unpack(sealed), "word/media/a.bin": content + b" "}))


def test_rules_that_were_set_aside_are_named() -> None:
    facts = Facts("a" * 64, "b" * 64, "1.2.3", ("ND30-BC-07", "ND30-TN-01"))
    sealed = seal(pack(PARTS), facts)
    assert b'name="nq57gen.bo_qua"><vt:lpwstr>ND30-BC-07 ND30-TN-01<' in unpack(sealed)[PART]
    found = read_seal(sealed)
    assert found is not None
    assert found.facts == facts
    assert b"bo_qua" not in unpack(seal(pack(PARTS), FACTS))[PART]


def test_findings_that_were_accepted_are_named_whatever_their_words() -> None:
    accepted = (("SO-03", "21 thủ tục = 5,31%"), ("NN-12", "R&D <số> “một”"), ("CT-10", "&lt; nhóm"))
    facts = Facts("a" * 64, "b" * 64, "1.2.3", ("ND30-BC-07",), accepted)
    found = read_seal(seal(pack(PARTS), facts))
    assert found is not None
    assert found.facts == facts
    assert found.intact


def test_other_parts_are_copied_and_the_new_one_is_declared() -> None:
    sealed = seal(pack(PARTS), FACTS)
    with zipfile.ZipFile(io.BytesIO(sealed)) as package:
        assert package.testzip() is None
        assert package.namelist()[0] == "[Content_Types].xml"
    parts = unpack(sealed)
    assert {name: parts[name] for name in ("word/document.xml", "word/styles.xml")} == {
        name: PARTS[name] for name in ("word/document.xml", "word/styles.xml")
    }
    assert parts["[Content_Types].xml"].endswith(b'custom-properties+xml"/></Types>')
    assert parts["_rels/.rels"].endswith(b'Target="docProps/custom.xml"/></Relationships>')


def test_a_root_with_a_prefix_gets_its_new_child_in_the_same_namespace() -> None:
    types = TYPES.replace(b"<Types xmlns=", b"<c:Types xmlns:c=").replace(b"</Types>", b"</c:Types>\n")
    parts = unpack(seal(pack({**PARTS, "[Content_Types].xml": types}), FACTS))
    assert b"<c:Override " in parts["[Content_Types].xml"]
    assert parts["[Content_Types].xml"].endswith(b"</c:Types>")


def test_the_same_file_gets_the_same_seal_and_sealing_twice_changes_nothing() -> None:
    once = seal(pack(PARTS), FACTS)
    assert seal(pack(PARTS), FACTS) == once
    assert seal(once, FACTS) == once


def test_custom_properties_of_a_template_are_replaced() -> None:
    parts = unpack(seal(pack(PARTS), FACTS)) | {PART: b"<Properties>ma noi bo</Properties>"}
    sealed = seal(pack(parts), FACTS)
    assert is_untouched(sealed)
    assert unpack(sealed)[PART].count(b"<property ") == 4
    assert unpack(sealed)["_rels/.rels"].count(b"custom-properties") == 1


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_a_part_that_changed_breaks_the_seal(part: str) -> None:
    parts = unpack(seal(pack(PARTS), FACTS))
    changed = pack({**parts, part: parts[part] + b" "})
    found = read_seal(changed)
    assert found is not None
    assert found.facts == FACTS
    assert not found.intact
    assert not is_untouched(changed)


def test_a_part_more_a_part_less_or_another_name_breaks_the_seal() -> None:
    parts = unpack(seal(pack(PARTS), FACTS))
    styles = parts.pop("word/styles.xml")
    assert not is_untouched(pack(parts))
    assert not is_untouched(pack({**parts, "word/styles2.xml": styles}))
    assert not is_untouched(pack({**parts, "word/styles.xml": styles, "x.xml": b""}))
    assert is_untouched(pack({**parts, "word/styles.xml": styles}))


def test_a_change_of_the_properties_themselves_breaks_the_seal() -> None:
    parts = unpack(seal(pack(PARTS), FACTS))
    assert not is_untouched(pack({**parts, PART: parts[PART].replace(b"1.2.3", b"1.2.4")}))
    more = parts[PART].replace(b"</Properties>", b'<property name="khac"/></Properties>')
    assert not is_untouched(pack({**parts, PART: more}))


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", pack(PARTS), pack({PART: b"<Properties/>"})])
def test_what_was_never_sealed_has_no_seal(data: bytes) -> None:
    assert read_seal(data) is None
    assert not is_untouched(data)


def test_a_pdf_proves_itself_too() -> None:
    sealed = seal_pdf(b"%PDF-1.7\n...\n%%EOF\n")
    assert sealed.startswith(b"%PDF-1.7\n...\n%%EOF\n%nq57gen ")
    assert is_untouched_pdf(sealed)
    assert is_untouched_pdf(seal_pdf(b"%%EOF"))
    for changed in (sealed + b"x", sealed.replace(b"...", b"..,"), b"%PDF-1.7\n%%EOF\n", b""):
        assert not is_untouched_pdf(changed)
