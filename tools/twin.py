"""Keep a Word template and its readable unpacked twin equal.

    python tools/twin.py unpack templates/chung/van_ban.docx    the .docx was changed in Word
    python tools/twin.py pack   templates/chung/van_ban.docx    the twin was changed in an editor
    python tools/twin.py check  templates/chung/van_ban.docx    exit status 1 when they differ

The twin of ``van_ban.docx`` is the folder ``van_ban`` beside it: one file a part, XML indented.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from lxml import etree

from nq57gen.writer import pack, unpack, write_whole

_XML = (".xml", ".rels")


def readable(name: str, data: bytes) -> bytes:
    """Return a part as the twin holds it: XML indented by two spaces, other parts as they are."""
    if not name.endswith(_XML):
        return data
    root = _without_blanks(data)
    etree.indent(root, space="  ")
    return _serialised(root) + b"\n"


def compact(name: str, data: bytes) -> bytes:
    """Return a part of the twin as it goes into the .docx: XML without white space between elements."""
    return _serialised(_without_blanks(data)) if name.endswith(_XML) else data


def parts_of_twin(folder: Path) -> dict[str, bytes]:
    """Read the twin's files by part name."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def differences(template: Path) -> list[str]:
    """Return the names of the parts that differ between a template and its twin, sorted."""
    inside = {name: readable(name, data) for name, data in unpack(template.read_bytes()).items()}
    beside = {name: readable(name, data) for name, data in parts_of_twin(template.with_suffix("")).items()}
    return sorted(name for name in inside.keys() | beside.keys() if inside.get(name) != beside.get(name))


def unpack_template(template: Path) -> None:
    """Write the twin anew from the .docx."""
    folder = template.with_suffix("")
    parts = unpack(template.read_bytes(), shown_as=str(template))
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in parts.items():
        write_whole(folder / name, readable(name, data), shown_as=name)


def pack_template(template: Path) -> None:
    """Write the .docx anew from the twin."""
    parts = parts_of_twin(template.with_suffix(""))
    packed = pack({name: compact(name, data) for name, data in parts.items()})
    write_whole(template, packed, shown_as=str(template))


def main(arguments: list[str]) -> int:
    """Run one of the three commands; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("command", choices=("pack", "unpack", "check"))
    parser.add_argument("template", type=Path)
    options = parser.parse_args(arguments)
    if options.command == "pack":
        pack_template(options.template)
    elif options.command == "unpack":
        unpack_template(options.template)
    else:
        different = differences(options.template)
        print("\n".join(different))
        return 1 if different else 0
    return 0


def _without_blanks(data: bytes) -> etree._Element:
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in root.iter():
        if len(element) and not (element.text or "").strip():
            element.text = None
        if not (element.tail or "").strip():
            element.tail = None
    return root


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
