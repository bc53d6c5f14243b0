"""The straightforward script that the program is measured against does the same job."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.table import Table

from bench.straight import main
from bench.wards import ROOT, write_wards
from nq57gen.operations.document import understand
from nq57gen.operations.render import render_bytes


def said(path: Path) -> list[str]:
    """The texts of a Word file, paragraph by paragraph and cell by cell, empty ones left out."""

    def texts() -> Iterator[str]:
        for block in Document(str(path)).iter_inner_content():
            if isinstance(block, Table):
                yield from (node.text for row in block.rows for node in row.cells)
            else:
                yield block.text

    return [line for text in texts() for line in text.split("\n") if line.strip()]


def test_its_documents_say_what_ours_say(tmp_path: Path) -> None:
    specs = write_wards(tmp_path / "specs", 9)[2::6]
    main(str(tmp_path / "script"), *map(str, specs))
    for spec in specs:
        understood = understand(spec, spec.name, ROOT)
        ours = tmp_path / "ours.docx"
        ours.write_bytes(render_bytes(understood.spec, understood.document))
        script = said(tmp_path / "script" / f"{spec.stem}.docx")
        assert len(script) > 350
        assert script == said(ours)
