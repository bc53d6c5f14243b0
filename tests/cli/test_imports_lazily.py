"""A command loads only what it needs: start-up is most of what an up-to-date document costs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.test_commands import put
from tests.schema.snippets import PLAN, ROOT

#: What none of the quick commands needs: libraries, and the rooms that read or make documents.
_HEAVY = {
    *("cerberus", "docx", "docxtpl", "jinja2", "lxml", "num2words", "yaml"),
    *("nq57gen.checks", "nq57gen.fixing", "nq57gen.model", "nq57gen.packs", "nq57gen.printing"),
    *("nq57gen.reading", "nq57gen.rendering", "nq57gen.schema", "nq57gen.shape", "nq57gen.spec"),
}
#: What a document that is made does not need, once its template is compiled.
_NOT_FOR_A_DOCUMENT = {
    *("cerberus", "distributed", "docx", "docxtpl", "watchfiles"),
    *("nq57gen.checks.content", "nq57gen.cloning", "nq57gen.fixing", "nq57gen.merging", "nq57gen.printing"),
    *("nq57gen.messages.table", "nq57gen.shape.faults", "nq57gen.units"),
    *("dataclasses", "difflib", "email", "importlib.metadata", "importlib.resources", "logging"),
    *("jinja2", "json", "multiprocessing", "pickle", "shutil", "subprocess", "traceback", "zipfile"),
}
_SCRIPT = """
import sys
from nq57gen.cli import main
status = main(sys.argv[1:])
print("\\n" + "\\n".join(sys.modules), file=sys.stderr)
sys.exit(status)
"""


def loaded(arguments: Sequence[str], folder: Path) -> set[str]:
    """The modules that are loaded when the command is done."""
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose one document is up to date."""
    put(tmp_path, "specs/a.yaml", PLAN)
    loaded(["render"], tmp_path)
    return tmp_path


def test_the_help_needs_no_part_of_the_program(tmp_path: Path) -> None:
    found = loaded(["--help"], tmp_path)
    assert not found & (_HEAVY | {"nq57gen.operations", "nq57gen.messages", "json", "zipfile"})


@pytest.mark.parametrize("options", [[], ["--dry-run"], ["--format", "json"]])
def test_an_up_to_date_document_needs_nothing_that_makes_one(project: Path, options: list[str]) -> None:
    if "nq57gen.operations.render" in (found := loaded(["render", *options], project)):
        found = loaded(["render", *options], project)  # the code was changed since: make it once more
    assert "nq57gen.operations.regenerate" in found
    assert not found & (_HEAVY | {"multiprocessing", "traceback", "xml.etree.ElementTree"})


def test_a_document_that_is_due_and_only_asked_for_needs_what_one_that_is_made_does(tmp_path: Path) -> None:
    put(tmp_path, "specs/a.yaml", PLAN)
    loaded(["render", "-o", "truoc"], tmp_path)  # compiles the template
    assert not loaded(["render", "--dry-run", "--pdf"], tmp_path) & _NOT_FOR_A_DOCUMENT
    assert not (tmp_path / "output").exists()


def test_a_document_that_is_made_needs_no_more_than_it_must(tmp_path: Path) -> None:
    put(tmp_path, "specs/a.yaml", PLAN)
    loaded(["render", "-o", "truoc"], tmp_path)  # compiles the template
    assert not loaded(["render"], tmp_path) & _NOT_FOR_A_DOCUMENT
    assert (tmp_path / "output/a.docx").is_file()
