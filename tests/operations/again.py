"""A small project in which documents are made again and again."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from docx import Document

from nq57gen.operations.outcome import Outcome, Wanted
from nq57gen.operations.paths import find_jobs
from nq57gen.operations.regenerate import regenerate
from tests.schema.snippets import PLAN, changed

SPEC, OUTPUT = "specs/xa/a.yaml", "output/xa/a.docx"
#: Long enough ago that times of files are taken for what they are.
LONG_AGO = 1_600_000_000_000_000_000
#: The time of a run, as copies are named by it.
RUN = "20260305-081500.123456789"


def codes(outcome: Outcome) -> list[str]:
    """The codes of what an outcome tells."""
    return [one.code for one in outcome.diagnostics]


class Project:
    """A project with one plan; ``folder`` is its top."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.spec = folder / SPEC
        self.output = folder / OUTPUT
        self.aside = folder / "output/xa/a.moi.docx"
        self.record = folder / "output/.nq57gen/xa/a.docx.json"
        self._saves = 0
        self.write(PLAN)

    def write(self, text: str) -> None:
        """Save the spec, with a time long gone."""
        self.spec.parent.mkdir(parents=True, exist_ok=True)
        self.spec.write_text(text, encoding="utf-8")
        self._saves += 1
        saved = LONG_AGO + self._saves * 60_000_000_000
        os.utime(self.spec, ns=(saved, saved))

    def change(self) -> None:
        """Change the spec so that the document changes."""
        text = self.spec.read_text(encoding="utf-8")
        number = int(text.split("so_luot: ")[1].split("\n")[0])
        self.write(changed(text, (f"so_luot: {number}\n", f"so_luot: {number + 1}\n")))

    def edit(self, path: Path | None = None) -> bytes:
        """Edit the Word file by hand; return its bytes."""
        name = str(path or self.output)
        document = Document(name)
        document.paragraphs[-1].add_run("Sửa tay")
        document.save(name)
        return Path(name).read_bytes()

    def render(self, *, run: str = "", force: bool = False, dry_run: bool = False) -> Outcome:
        """Bring the one document up to date."""
        (job,) = find_jobs([], self.folder, self.folder / "output")
        return regenerate(job, Wanted(self.folder, force=force, dry_run=dry_run, run=run))

    def files(self) -> dict[str, str]:
        """All files of the output folder but the records: name and digest."""
        return {
            path.relative_to(self.folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted((self.folder / "output").rglob("*"))
            if path.is_file() and ".nq57gen" not in path.parts
        }
