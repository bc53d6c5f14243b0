"""Builds the :class:`Document` of a spec, in the order in which it will be read."""

from __future__ import annotations

from collections.abc import Container, Iterator

from msgspec import Struct
from msgspec.structs import replace

from nq57gen.diagnostics import Diagnostic
from nq57gen.model.blanks import report_blanks
from nq57gen.model.context import Citations, appendix_labels, root_names, target_names
from nq57gen.model.document import Appendix, Block, Document, Paragraph, ParagraphKind, Run, Table
from nq57gen.model.frame import addressees, attachment_line, bases, ended, letterhead, signature
from nq57gen.model.offices import Offices
from nq57gen.model.resolver import Resolver
from nq57gen.model.sections import SectionWriter, upper
from nq57gen.model.tables import TableBuilder
from nq57gen.model.targets import PLANNED, RESERVED_IDS, ListedTarget, Targets
from nq57gen.model.unprinted import report_unprinted
from nq57gen.schema.columns import STAGE
from nq57gen.schema.spec_types import AppendixSpec, Item, ItemTable, Phrase, Spec

END_MARK = "./."
_LANDSCAPE_FROM = 6


class Built(Struct, frozen=True):
    """The document and what is wrong with it; with errors the document is only a sketch.

    ``unprinted`` are the texts of the spec that no part of the document prints.
    """

    document: Document
    problems: tuple[Diagnostic, ...]
    unprinted: tuple[Diagnostic, ...]


def build(spec: Spec) -> Built:
    """The document of ``spec`` with every problem of names, citations, targets and tables."""
    problems: list[Diagnostic] = []
    resolver = Resolver(spec, problems)
    citations = Citations(spec.citations, resolver)
    resolver.name({})
    document = _Builder(spec, resolver, citations).build()
    report_blanks(spec, resolver)
    found = len(problems)
    report_unprinted(spec, resolver)
    resolver.name({})  # names hold the resolver: else nothing of the document is freed before a collection
    return Built(document, tuple(problems[:found]), tuple(problems[found:]))


def listed_targets(spec: Spec) -> tuple[ListedTarget, ...]:
    """The targets of a spec without errors, in reading order."""
    resolver = Resolver(spec, [])
    resolver.name({})
    targets = tuple(_Builder(spec, resolver, Citations(spec.citations, resolver)).listed())
    resolver.name({})
    return targets


class _Builder:
    """One visible list of steps; each prints into the model what the reader meets next."""

    def __init__(self, spec: Spec, resolver: Resolver, citations: Citations) -> None:
        self._spec = spec
        self._resolver = resolver
        self._citations = citations
        self._type_name = spec.pack.document_types[spec.document_type].type_name
        tables = [item.table for item in spec.appendices if isinstance(item.table, ItemTable)]
        target_tables = [table for table in tables if table.layout != "nhiem_vu"]
        items = [*spec.targets, *(item for table in target_tables for item in table.items)]
        # Values may name variables, which are known only after the targets: two passes of names.
        no_targets = Targets((), spec.year, resolver, spec.pack.target_sentences)
        own = root_names(spec, resolver, Citations({}, resolver), no_targets)
        self._check_ids(items, tables, own)
        cited = citations.names()
        resolver.name({**own, **cited})
        targets = Targets(items, spec.year, resolver, spec.pack.target_sentences)
        resolver.name({**own, **target_names(spec, resolver, targets), **cited})
        self._targets = targets
        self._offices = Offices(spec.offices, resolver)
        self._tables = TableBuilder(resolver, targets, self._offices)
        self._writer = SectionWriter(spec.numbering, resolver, self._tables, self._offices)

    def build(self) -> Document:
        spec, resolver = self._spec, self._resolver
        subject = resolver.runs(spec.subject)
        body: list[Block] = [*bases(spec, resolver, self._citations)]
        body += self._writer.paragraphs(spec.opening)
        body += self._writer.write(spec.sections)
        body += self._writer.paragraphs(spec.closing)
        labels = appendix_labels(spec.appendices)
        appendices = [
            self._appendix(item, label) for item, label in zip(spec.appendices, labels, strict=True)
        ]
        return Document(
            document_type=spec.document_type,
            type_name=self._type_name,
            subject=subject,
            letterhead=letterhead(spec),
            addressees=addressees(spec, resolver),
            body=_with_end_mark(body),
            signature=signature(spec, resolver),
            appendices=tuple(appendices),
            footnotes=resolver.footnotes,
        )

    def listed(self) -> Iterator[ListedTarget]:
        """The targets, without printing anything."""

        def text(phrase: Phrase | None) -> str:
            return self._resolver.value(phrase, shown=False) if phrase else ""

        for target in self._targets.all:
            item = target.item
            fields = item.fields
            values = {key: text(fields[key]) for key in fields if key == PLANNED or key.startswith(STAGE)}
            leads = tuple(self._offices.full(phrase) for phrase in item.offices.get("chu_tri", ()))
            yield ListedTarget(item, text(item.name), text(fields.get("don_vi_tinh")), values, leads)

    def _appendix(self, item: AppendixSpec, label: str) -> Appendix:
        title = upper(self._resolver.runs(item.title))
        attachment = (
            self._resolver.plain(item.attachment)
            if item.attachment
            else attachment_line(self._spec, self._type_name)
        )
        blocks = self._writer.paragraphs(item.body)
        columns = 0
        if item.table is not None:
            blocks.append(
                self._tables.items(item.table)
                if isinstance(item.table, ItemTable)
                else self._tables.free(item.table)
            )
            columns = len(item.table.columns)
        ends_in_table = bool(blocks) and isinstance(blocks[-1], Table)
        return Appendix(
            label=label,
            title=title,
            attachment_line=attachment,
            landscape=item.orientation == "ngang" or (not item.orientation and columns >= _LANDSCAPE_FROM),
            blocks=tuple(blocks) if ends_in_table else _with_end_mark(blocks),
            end_mark=END_MARK if ends_in_table else "",
            place=self._resolver.place(item.path),
        )

    def _check_ids(self, items: list[Item], tables: list[ItemTable], known: Container[str]) -> None:
        """Ids of rows are unique and no words of ours; ids of citations and appendices clash with no name."""
        spec, resolver = self._spec, self._resolver
        tasks = [item for table in tables if table.layout == "nhiem_vu" for item in table.items]
        for rows in (items, tasks):
            seen: dict[str, Item] = {}
            for leaf in (leaf for row in rows for leaf in row.walk() if leaf.identifier):
                if leaf.identifier in RESERVED_IDS:
                    resolver.report("T002", (*leaf.path, "ma"), value=leaf.identifier)
                if leaf.identifier in seen:
                    line = spec.data.position(seen[leaf.identifier].path).line
                    resolver.report("T003", (*leaf.path, "ma"), value=leaf.identifier, line=line)
                seen.setdefault(leaf.identifier, leaf)
        for key, citation in spec.citations.items():
            if citation.own and key in known:
                resolver.report("N014", ("van_ban", key), name=key)
        names = [item.identifier for item in spec.appendices]
        for index, name in enumerate(names):
            if name and name in names[:index]:
                resolver.report("N015", ("phu_luc", index, "ma"), name=name)


def _with_end_mark(blocks: list[Block]) -> tuple[Block, ...]:
    """``blocks`` ending in "./." (ND 30, PL III, every form); a table is followed by a line of its own."""
    if not blocks:
        return ()
    last = blocks[-1]
    if isinstance(last, Paragraph):
        if "".join(run.text for run in last.runs).endswith(END_MARK):
            return tuple(blocks)
        return (*blocks[:-1], replace(last, runs=ended(last.runs, END_MARK)))
    return (*blocks, Paragraph((Run(END_MARK),), ParagraphKind.BODY, last.place))
