"""The way into this room: the bytes of a .docx in, what Word shows out."""

from __future__ import annotations

from typing import Literal

from lxml import etree

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput
from nq57gen.long_text import MOST_LETTERS, is_too_long
from nq57gen.reading.formatting import Formatting
from nq57gen.reading.known import Known, Shared
from nq57gen.reading.memory import Memory
from nq57gen.reading.notices import has_marks, notices
from nq57gen.reading.numbering import Numbering
from nq57gen.reading.package import Package, open_package
from nq57gen.reading.places import note_place
from nq57gen.reading.plain import NotPlain, PlainBody, cut
from nq57gen.reading.sections import read_sections, section_elements, text_width
from nq57gen.reading.story import StoryReader
from nq57gen.reading.styles import Styles
from nq57gen.reading.tables import TableReader
from nq57gen.reading.theme import Theme
from nq57gen.reading.types import NoteView, WordFile
from nq57gen.reading.xml import attribute, is_on, w

__all__ = ["WordFile", "custom_properties", "forget", "read_word_file"]

#: Sets of styles, settings, theme and lists that are remembered, by their bytes and the head of the body.
_SETTINGS: Memory[tuple[bytes, ...], Known] = Memory(4)


def read_word_file(data: bytes, shown_as: str) -> WordFile:
    """Read a Word file; ``shown_as`` is how the user named it.

    Raises InvalidInput with one diagnostic, D001 to D009: no Word file, an old, locked, broken or
    dangerous one.
    """
    package = open_package(data, shown_as, unparsed=True)
    return _read_plain(package) or _read_whole(Package(shown_as, package.parts, package.main))


def _read_plain(package: Package) -> WordFile | None:
    """Read a file whose body is written plainly: only blocks that are new are parsed; None for any other.

    What is wrong with a file is found, and told, where it is read as a whole.
    """
    plain = cut(package.parts[package.main])
    if plain is None:
        return None
    try:
        known = _known(package, plain.head)
        body = plain.parse(known.has, part=package.main, shown_as=package.shown_as)
        return None if body is None or has_marks(body) else _read(package, body, Shared(known), plain)
    except (InvalidInput, NotPlain):
        return None


def _read_whole(package: Package) -> WordFile:
    body = package.root(package.main).find(w("body"))
    if body is None:
        raise InvalidInput([make("D007", path=package.shown_as)])
    return _read(package, body, Shared(_known(package, b""), remember=not has_marks(body)), None)


def _read(package: Package, body: etree._Element, shared: Shared, plain: PlainBody | None) -> WordFile:
    """Read everything; ``body`` holds all of it, or what is new of ``plain``."""
    shown_as = package.shown_as
    elements = section_elements(body, unmarked=shared.remember)
    rooms = [text_width(element) for element in elements]
    reader = StoryReader(shared, body, "body", 1, rooms)
    blocks = reader.read(body, "") if plain is None else reader.read_plain(plain, package.main, shown_as)
    sections = read_sections(package, elements, shared)
    notes = _notes(package, shared, rooms)
    file = WordFile(shown_as, tuple(sections), blocks, notes, ())
    for paragraph in file.all_paragraphs():
        if is_too_long(paragraph.text):
            letters = f"{MOST_LETTERS:,}".replace(",", ".")
            refusal = make("D136", path=shown_as, place=paragraph.place, letters=letters, word="1.000")
            raise InvalidInput([refusal])
    found = notices(package, shared.places, file)
    return WordFile(shown_as, tuple(sections), blocks, notes, tuple(found))


def custom_properties(data: bytes, shown_as: str) -> dict[str, str]:
    """Return the properties of a Word file that are not Word's own: name -> value as text.

    Raises InvalidInput as :func:`read_word_file` does.
    """
    return open_package(data, shown_as).custom_properties()


def _known(package: Package, head: bytes) -> Known:
    """What the file's styles, theme, lists and settings give; files of one origin share them.

    ``head`` is that of a plain body, with the namespaces its pieces are in.
    """
    parts = (package.bytes_of(kind) for kind in ("styles", "settings", "theme", "numbering"))
    key = (*parts, head)
    return _SETTINGS.get(key) or _SETTINGS.put(key, _read_known(package))


def _read_known(package: Package) -> Known:
    settings = package.related("settings")
    styles = Styles(package.related("styles"), settings)
    theme = Theme(package.related("theme"), settings)
    numbering = Numbering(package.related("numbering"), styles)
    switch = settings.find(w("evenAndOddHeaders")) if settings is not None else None
    return Known(
        Formatting(styles, theme, numbering),
        theme,
        numbering,
        TableReader(styles),
        even_differs=switch is not None and is_on(switch),
    )


def forget() -> None:
    """Forget all that was read before; what is read afterwards is the same."""
    _SETTINGS.clear()


def _notes(package: Package, shared: Shared, rooms: list[int]) -> tuple[NoteView, ...]:
    """Read the notes the body refers to, each kind numbered in the order of its marks."""
    kinds: tuple[Literal["footnote", "endnote"], ...] = ("footnote", "endnote")
    found = []
    for kind in kinds:
        root = package.related(f"{kind}s")
        elements = {attribute(element, "id"): element for element in root} if root is not None else {}
        marks = [(identifier, section) for name, identifier, section in shared.notes if name == kind]
        for number, (identifier, section) in enumerate(marks, 1):
            element = elements.get(identifier)
            if element is not None:
                shared.remember = not has_marks(element)
                reader = StoryReader(shared, element, "note", section, rooms)
                found.append(NoteView(kind, number, reader.read(element, note_place(kind, number))))
    return tuple(found)
