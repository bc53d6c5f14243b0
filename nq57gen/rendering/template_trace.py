"""What a template prints of one document, paragraph by paragraph, each value with the tag that prints it.

The tags of the body are filled in without any XML around them, so that the result tells the template's own
share in a finished document from that of the program.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from nq57gen.blanks import bracketed
from nq57gen.model.document import Table
from nq57gen.patterns import lazily
from nq57gen.rendering.context import Context
from nq57gen.rendering.environment import environment
from nq57gen.rendering.markup import TABLE_TARGET, BlockXml, RunsXml
from nq57gen.rendering.names import W
from nq57gen.rendering.readback import texts_of_block
from nq57gen.rendering.result_text import texts_of
from nq57gen.rendering.tag_text import TAG
from nq57gen.rendering.template_tags import Spot, Tag, tags_of

#: Stand around what a tag prints: its number, the number of the value; and before each paragraph.
_TAG, _VALUE, _PARAGRAPH = "\x1c", "\x1d", "\x1e"
_PIECE = lazily(rf"{_TAG}(\d+){_VALUE}(\d+){_VALUE}")
_PLACE = lazily(rf"<\?{TABLE_TARGET} (\d+)\?>")
#: What Jinja calls the file of a template that is none, in the tracebacks that it makes.
_TEMPLATE = "<template>"


class Print(Struct, frozen=True):
    """One text of the document that a tag prints."""

    tag: Tag
    text: str


class Traced(Struct, frozen=True):
    """``texts``: the paragraphs that are not empty, in order; ``prints``: what of the document is in them."""

    texts: tuple[str, ...]
    prints: tuple[Print, ...]


def trace(body: Sequence[Spot], context: Context, tables: Sequence[Table], note_base: int) -> Traced:
    """Fill in the tags of ``body``. Raises whatever Jinja does: see :func:`failing_tag`."""
    tags = [tag for spot in body for tag in tags_of(spot)]
    values: list[object] = []
    filled = _filled(_source(body), context, values)
    texts: list[str] = []
    prints: list[Print] = []
    for paragraph in filled.split(_PARAGRAPH):
        line = ""
        pieces = _PIECE.split(paragraph)
        for at in range(0, len(pieces), 3):
            line += pieces[at]
            if at + 1 == len(pieces):
                break
            tag, value = tags[int(pieces[at + 1])], values[int(pieces[at + 2])]
            if isinstance(value, BlockXml):
                found = list(_block_texts(value, tables))
                texts += [*filter(None, (line, *found))]
                line = ""
            else:
                found = [_text(value, note_base)]
                line += found[0]
            if not isinstance(value, int):
                prints += [Print(tag, text) for text in found if text]
        if line:
            texts.append(line)
    return Traced(tuple(texts), tuple(prints))


def failing_tag(spots: Sequence[Spot], context: Context) -> tuple[Tag, Exception] | None:
    """Return the tag that Jinja cannot evaluate for a document, with what it raised; None where all can be.

    The tags alone are evaluated, each on a line of its own, so that the line of a failure is the tag.
    """
    tags = [tag for spot in spots for tag in tags_of(spot)]
    try:
        _filled("\n".join(tag.code for tag in tags), context, [])
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == _TEMPLATE and frame.lineno]
        return (tags[lines[-1] - 1], error) if lines and lines[-1] <= len(tags) else None
    return None


def _source(body: Sequence[Spot]) -> str:
    """Return the body as a template of Jinja's: texts and tags, no XML."""
    number = 0
    made: list[str] = []
    for spot in body:
        tags = tags_of(spot)
        pieces = TAG.split(spot.text)
        alone = any(tag.level in ("p", "tc", "tr") for tag in tags)
        made.append("" if alone else _PARAGRAPH)
        for piece, tag in zip(pieces, [*tags, None], strict=True):
            made.append("" if alone else piece)
            if tag is not None:
                made.append(f"{_TAG}{number}{_VALUE}{tag.code}{_VALUE}" if tag.prints else tag.code)
                number += 1
    return "".join(made)


def _filled(source: str, context: Context, values: list[object]) -> str:
    jinja = environment()

    def numbered(value: object) -> Markup:
        str(value)  # what is undefined says so
        values.append(value)
        return Markup(len(values) - 1)  # noqa: S704  # a number

    jinja.finalize = numbered
    names: Mapping[str, object] = {name: getattr(context, name) for name in context.__struct_fields__}
    return jinja.from_string(source).render(names)


def _text(value: object, note_base: int) -> str:
    if isinstance(value, RunsXml):
        root = f'<w:p xmlns:w="{W}">{value}</w:p>'.encode()
        return bracketed("".join(texts_of((root,), note_base)))
    return bracketed(value.unescape() if isinstance(value, Markup) else str(value))


def _block_texts(value: BlockXml, tables: Sequence[Table]) -> Iterator[str]:
    for index in _PLACE.findall(value):
        yield from texts_of_block(tables[int(index)])
