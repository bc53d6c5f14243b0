"""What is remembered of earlier files changes nothing: fresh or warm, the findings are equal."""

from __future__ import annotations

import functools
import random
from unittest import mock

from nq57gen.checks.layout.engine import check_layout
from nq57gen.diagnostics import Diagnostic
from nq57gen.reading import plain, word_file
from nq57gen.reading.types import WordFile
from nq57gen.reading.word_file import forget, read_word_file
from tests.checks.good import OTHERS, OWN_SPECS, bases, other, ours, project_specs
from tests.checks.test_edits import EDITS, example

#: Of the bad examples every so many; each rule has several.
_EVERY = 7


@functools.cache
def files() -> dict[str, bytes]:
    """Documents of ours and of others, and bad examples, which differ from them in one thing."""
    good = {str(spec): ours(spec) for spec in (*OWN_SPECS, *project_specs())}
    others = {name: other(name) for name in OTHERS[::15]}
    bad = {f"{rule.code} {edit.says}": example(rule.code, edit)[1] for rule, edit in EDITS[::_EVERY]}
    return {**good, **bases(), **others, **bad}


def seen(data: bytes) -> tuple[WordFile, list[Diagnostic]]:
    file = read_word_file(data, "tep.docx")
    return file, check_layout(file)


@functools.cache
def fresh() -> dict[str, tuple[WordFile, list[Diagnostic]]]:
    found = {}
    for name, data in files().items():
        forget()
        found[name] = seen(data)
    return found


def test_findings_are_those_of_a_fresh_start() -> None:
    fresh()
    order = [*files()]
    random.Random(1).shuffle(order)  # noqa: S311  # an order, no secret
    forget()
    for name in order:
        assert seen(files()[name]) == fresh()[name], name


def test_a_file_read_piece_by_piece_is_as_read_whole() -> None:
    forget()
    plain = {name: seen(data) for name, data in files().items()}
    with mock.patch.object(word_file, "cut", return_value=None):
        for name, data in files().items():
            assert seen(data) == plain[name], name


def test_a_file_whose_tables_are_long_is_as_any_other() -> None:
    """What is found out about the rows of a long table is kept with nothing."""
    forget()
    usual = {name: seen(data) for name, data in files().items()}
    with mock.patch.object(plain, "_LONG", 0), mock.patch.object(plain, "_ROWS_AT_ONCE", 2):
        for name, data in files().items():
            assert seen(data) == usual[name], name


def test_every_paragraph_of_a_file_is_an_object_of_its_own() -> None:
    for name, data in files().items():
        paragraphs = list(read_word_file(data, "tep.docx").all_paragraphs())
        assert len({id(paragraph) for paragraph in paragraphs}) == len(paragraphs), name
