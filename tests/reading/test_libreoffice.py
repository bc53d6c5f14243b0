"""Files of ours that LibreOffice opened and saved again read as before, though it writes them its own way.

It renames styles, fills in defaults, splits and joins runs, and writes start and end for left and right.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from nq57gen.operations.outcome import Wanted
from nq57gen.operations.paths import find_jobs
from nq57gen.operations.regenerate import regenerate
from nq57gen.reading.types import ParagraphView, RunView, Section, WordFile
from nq57gen.reading.word_file import read_word_file

ROOT = Path(__file__).resolve().parents[2]
#: LibreOffice counts in hundredths of a millimetre: lengths come back a little off.
CLOSE = 2


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[WordFile, WordFile]]:
    """Every sample: as we made it, and as LibreOffice saved it."""
    if shutil.which("soffice") is None:
        pytest.skip("no file saved by LibreOffice was read: soffice not found (install LibreOffice)")
    folder = tmp_path_factory.mktemp("libreoffice")
    made = []
    for job in find_jobs([], ROOT, folder / "made"):
        outcome = regenerate(job, Wanted(ROOT))
        assert outcome.made, outcome.diagnostics
        name = str(job.output.relative_to(folder / "made")).replace("/", "--")
        made.append(job.output.rename(folder / name))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir"]
    subprocess.run(
        [*command, str(folder / "saved"), *map(str, made)], check=True, capture_output=True, timeout=300
    )
    return {file.stem: (read_file(file), read_file(folder / "saved" / file.name)) for file in made}


def read_file(path: Path) -> WordFile:
    return read_word_file(path.read_bytes(), path.name)


def look(run: RunView) -> tuple[object, ...]:
    return (
        run.font.high_ansi,
        run.size_pt,
        run.bold,
        run.italic,
        run.underline,
        run.color,
        run.superscript,
        run.hidden,
    )


def letters(paragraph: ParagraphView) -> list[tuple[object, str]]:
    """The text in stretches of one look, wherever the runs begin and end."""
    stretches = groupby((run for run in paragraph.runs if run.text), key=look)
    return [(kind, "".join(run.shown_text for run in runs)) for kind, runs in stretches]


def printed(file: WordFile) -> Iterator[ParagraphView]:
    return (paragraph for paragraph in file.paragraphs() if paragraph.text.strip())


def shape(paragraph: ParagraphView) -> tuple[object, ...]:
    """What must come back exactly."""
    return (
        paragraph.place,
        paragraph.section,
        paragraph.align,
        paragraph.line,
        paragraph.keep_next,
        paragraph.keep_lines,
        paragraph.outline_level,
        paragraph.list_label,
        paragraph.style_name.lower(),
        paragraph.in_table,
    )


def lengths(paragraph: ParagraphView) -> tuple[int, ...]:
    return (
        paragraph.indent_left,
        paragraph.indent_right,
        paragraph.indent_first,
        paragraph.space_before,
        paragraph.space_after,
    )


def test_paragraphs_come_back(pairs: dict[str, tuple[WordFile, WordFile]]) -> None:
    for ours, theirs in pairs.values():
        for one, other in zip(printed(ours), printed(theirs), strict=True):
            assert letters(one) == letters(other)
            assert shape(one) == shape(other)
            assert lengths(one) == pytest.approx(lengths(other), abs=CLOSE)


def test_tables_come_back(pairs: dict[str, tuple[WordFile, WordFile]]) -> None:
    for ours, theirs in pairs.values():
        for one, other in zip(ours.tables(), theirs.tables(), strict=True):
            assert one.grid == pytest.approx(other.grid, abs=CLOSE)
            assert (one.place, one.borders_visible, one.layout) == (
                other.place,
                other.borders_visible,
                other.layout,
            )
            for row, same in zip(one.rows, other.rows, strict=True):
                assert (row.header_repeat, row.cant_split) == (same.header_repeat, same.cant_split)
                for cell, again in zip(row.cells, same.cells, strict=True):
                    assert cell.borders.visible == again.borders.visible
                    assert (cell.column_span, cell.vertical_merge) == (
                        again.column_span,
                        again.vertical_merge,
                    )


def test_sections_notes_and_lines_come_back(pairs: dict[str, tuple[WordFile, WordFile]]) -> None:
    def paper(one: Section) -> tuple[object, ...]:
        numbers = [len(one.page_numbers("header", kind)) for kind in one.headers]
        return (one.landscape, one.title_page, one.number_start, one.number_format, one.starts, numbers)

    def margins(one: Section) -> tuple[int, ...]:
        return (one.width, one.height, one.top, one.bottom, one.left, one.right)

    for ours, theirs in pairs.values():
        for one, other in zip(ours.sections, theirs.sections, strict=True):
            assert paper(one) == paper(other)
            assert margins(one) == pytest.approx(margins(other), abs=CLOSE)
        assert [note.number for note in ours.notes] == [note.number for note in theirs.notes]
        assert [ruled(file) for file in (ours, theirs)] == [ruled(ours)] * 2
        assert not ours.notices
        assert not theirs.notices


def ruled(file: WordFile) -> int:
    """Count the lines drawn as borders of empty paragraphs."""
    return sum(1 for paragraph in file.paragraphs() if not paragraph.text and paragraph.borders.visible)
