"""From the tree of sections to numbered headings and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from nq57gen.model.document import Block, Heading, HeadingKind, Paragraph, ParagraphKind, Run, Runs, plain
from nq57gen.model.offices import Offices
from nq57gen.model.resolver import Resolver
from nq57gen.model.tables import TableBuilder
from nq57gen.patterns import lazily
from nq57gen.schema.spec_types import Phrase, Section
from nq57gen.vietnamese.labels import NumberStyle, label, next_after

_HEADINGS = {
    NumberStyle.PART: HeadingKind.PART,
    NumberStyle.ROMAN: HeadingKind.ROMAN,
    NumberStyle.ARABIC: HeadingKind.ARABIC,
    NumberStyle.DECIMAL: HeadingKind.DECIMAL,
    NumberStyle.LETTER: HeadingKind.LETTER,
    NumberStyle.NONE: HeadingKind.PLAIN,
}
_UPPER = (NumberStyle.PART, NumberStyle.ROMAN)
_TYPED_NUMBER = lazily(r"(?:\d+(?:\.\d+)*[.)]|[IVXLC]+\.|[a-zđ]\)) ")
_BULLET = lazily(r"[-+*] ")
_LABEL = lazily(r"(?:\d+(?:\.\d+)*[.)]|[a-zđ]\)) ")


class SectionWriter:
    """Writes the sections of one document."""

    def __init__(
        self, numbering: Sequence[str], resolver: Resolver, tables: TableBuilder, offices: Offices
    ) -> None:
        self._numbering = tuple(NumberStyle(style) for style in numbering)
        self._resolver = resolver
        self._tables = tables
        self._offices = offices

    def write(self, sections: Sequence[Section]) -> tuple[Block, ...]:
        """All blocks of ``sections``, numbered from the first level."""
        return tuple(self._level(sections, 0, "", ""))

    def paragraphs(self, phrase: Phrase | None) -> list[Block]:
        """The paragraphs of a body text."""
        if phrase is None:
            return []
        return [Paragraph(runs, paragraph_kind(runs), place) for runs, place in self._resolver.lines(phrase)]

    def _level(
        self, sections: Sequence[Section], depth: int, child_style: str, parent: str
    ) -> Iterator[Block]:
        style = (
            NumberStyle(child_style) if child_style else self._numbering[min(depth, len(self._numbering) - 1)]
        )
        count = 0
        for section in sections:
            if section.explicit_label is None:
                count += 1
                number = self._label(style, count, parent, section)
            else:
                number = section.explicit_label
                count = next_after(style, number) or count
            yield from self._section(section, depth, style, number)

    def _label(self, style: NumberStyle, count: int, parent: str, section: Section) -> str:
        try:
            return label(style, count, parent)
        except ValueError:
            self._resolver.report("N040", section.path, count=count)
            return ""

    def _section(self, section: Section, depth: int, style: NumberStyle, number: str) -> Iterator[Block]:
        title = self._title(section)
        body = self.paragraphs(section.body)
        if title is not None:
            yield from self._headings(section, style, number, title)
        elif body and number:
            first = body[0]
            if isinstance(first, Paragraph):
                runs = (Run(f"{number} "), *first.runs)
                body[0] = replace(first, runs=runs, kind=ParagraphKind.LABELLED)
        yield from body
        if section.table:
            yield self._tables.free(section.table)
        yield from self._level(section.children, depth + 1, section.child_style, number)

    def _title(self, section: Section) -> Runs | None:
        if section.office is not None:
            return (Run(self._offices.full(section.office)),)
        return self._resolver.runs(section.title) if section.title is not None else None

    def _headings(self, section: Section, style: NumberStyle, number: str, title: Runs) -> Iterator[Heading]:
        place = self._resolver.place(section.path)
        typed = _TYPED_NUMBER.match(plain(title))
        if typed and number and section.title is not None:
            self._resolver.report("S012", section.title.path, label=typed.group().strip())
        runs = upper(title) if style in _UPPER else title
        if style is NumberStyle.PART and number:
            yield Heading(HeadingKind.PART_LABEL, "", (Run(number),), place)
            number = ""
        kind = _HEADINGS[style] if number or style is NumberStyle.PART else HeadingKind.PLAIN
        yield Heading(kind, number, runs, place)


def upper(runs: Runs) -> Runs:
    """``runs`` in upper case."""
    return tuple(run._replace(text=run.text.upper()) for run in runs)


def paragraph_kind(runs: Runs) -> ParagraphKind:
    """What a body line is, by the mark it begins with."""
    text = runs[0].text if runs else ""
    if _BULLET.match(text):
        return ParagraphKind.BULLET
    return ParagraphKind.LABELLED if _LABEL.match(text) else ParagraphKind.BODY
