"""Times set-up, one cold document and a hundred warm ones, beside a plain docxtpl script, and a long check.

    python -m bench [--no-setup] [--runs 7] [SPEC]

Cold: one process a document, in turn with the plain script, median and ratio of pairs. Warm: 100 documents
in one process. The plain script uses the same template and gets its context ready made (see plain.py).
Check: ``nq57gen check`` of a Word file of sixty pages, one process a run.
"""

from __future__ import annotations

import argparse
import dataclasses
import pickle
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from markupsafe import Markup

from nq57gen.model.document import ParagraphKind
from nq57gen.operations.document import Understood, understand
from nq57gen.operations.paths import Job
from nq57gen.operations.render import render, render_bytes
from nq57gen.reading.word_file import read_word_file
from nq57gen.rendering.context import BlockContext, build_context
from nq57gen.rendering.tables import table_xml
from nq57gen.rendering.template_check import checked_template

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = 100
#: A long file, and how many letters a page of such text holds.
PAGES, LETTERS = 60, 3200


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("spec", nargs="?", default="specs/minh-hung/ke-hoach-2026.yaml")
    parser.add_argument("--runs", type=int, default=7, help="cold runs of each")
    parser.add_argument("--no-setup", action="store_true", help="do not time a fresh environment")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}; spec: {options.spec}")
    with tempfile.TemporaryDirectory() as folder:
        if not options.no_setup:
            print(f"set-up   new environment from requirements.lock       {_setup(Path(folder)):8.1f} s")
        _compare(options.spec, options.runs, Path(folder))
        _check(options.spec, options.runs, Path(folder))


def _setup(folder: Path) -> float:
    started = time.perf_counter()
    _run(sys.executable, "-m", "venv", str(folder / "venv"))
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    python = folder / "venv" / scripts / Path(sys.executable).name
    lock = str(ROOT / "requirements.lock")
    _run(str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock)
    return time.perf_counter() - started


def _compare(spec: str, runs: int, folder: Path) -> None:
    understood = understand(ROOT / spec, spec, ROOT)
    template = understood.spec.pack.document_types[understood.spec.document_type].template
    pickled = folder / "context.pickle"
    pickled.write_bytes(pickle.dumps(_plain_context(understood, template)))
    ours = [sys.executable, "-m", "nq57gen", "render", spec, "-o", str(folder)]
    plain = [sys.executable, "bench/plain.py", str(template), str(pickled), str(folder / "plain.docx")]

    pairs = [(_timed(ours), _timed(plain)) for _ in range(runs + 1)][1:]
    _row("cold     one document, YAML to checked file", [a for a, _ in pairs])
    _row("         plain docxtpl, context to file", [b for _, b in pairs])
    print(f"         ratio of pairs, median                        {_median(a / b for a, b in pairs):8.2f}")

    whole = _warm(lambda: _whole_job(spec, folder))
    from_model = _warm(lambda: render_bytes(understood.spec, understood.document))
    naive = float(_run(*plain, str(DOCUMENTS)))
    print(
        f"warm     YAML to checked file, {DOCUMENTS} documents            {whole * 1000:8.0f} ms a document"
    )
    print(f"         model to checked bytes                        {from_model * 1000:8.0f} ms a document")
    print(f"         plain docxtpl, context to file                {naive * 1000:8.0f} ms a document")
    print(f"         ratio, YAML to file                           {whole / naive:8.2f}")
    print(f"         ratio, model to bytes                         {from_model / naive:8.2f}")


def _check(spec: str, runs: int, folder: Path) -> None:
    """Time ``check`` of the document of ``spec`` with its text repeated until it fills the pages."""
    understood = understand(ROOT / spec, spec, ROOT)
    document = understood.document
    once = read_word_file(render_bytes(understood.spec, document), spec)
    letters = sum(len(paragraph.text) for paragraph in once.paragraphs())
    bases = [block for block in document.body if getattr(block, "kind", None) is ParagraphKind.BASIS]
    *text, closing = (block for block in document.body if block not in bases)
    longer = dataclasses.replace(document, body=(*bases, *text * -(-PAGES * LETTERS // letters), closing))
    file = folder / "long.docx"
    file.write_bytes(render_bytes(understood.spec, longer))
    seconds = [_timed([sys.executable, "-m", "nq57gen", "check", str(file)]) for _ in range(runs)]
    _row(f"check    a Word file of {PAGES} pages against the decree", seconds)


def _plain_context(understood: Understood, template: Path) -> dict[str, object]:
    """The context our adapter would use, with the tables already drawn, as plain values."""
    facts, _ = checked_template(template.read_bytes(), template.name)
    context, tables = build_context(understood.document, facts)
    section = facts.portrait
    assert section is not None  # noqa: S101  # a checked template has one
    drawn = iter([table_xml(table, section, facts) for table in tables])

    def plain(value: object) -> object:
        """``value`` without our own types: dicts, lists, texts and ready XML."""
        if isinstance(value, BlockContext) and value.kieu == "bang":
            return {"kieu": value.kieu, "chu": "", "bang": Markup(next(drawn))}  # noqa: S704  # our own XML
        if dataclasses.is_dataclass(value):
            return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        if isinstance(value, tuple):
            return [plain(item) for item in value]
        return Markup(value) if isinstance(value, Markup) else value  # noqa: S704

    names = plain(context)
    assert isinstance(names, dict)  # noqa: S101  # the context is a dataclass
    return names


def _whole_job(spec: str, folder: Path) -> None:
    outcome = render(Job(ROOT / spec, spec, folder / "whole.docx"), ROOT)
    assert outcome.made, outcome.diagnostics  # noqa: S101  # a sample renders


def _warm(job: Callable[[], object]) -> float:
    job()
    started = time.perf_counter()
    for _ in range(DOCUMENTS):
        job()
    return (time.perf_counter() - started) / DOCUMENTS


def _timed(command: list[str]) -> float:
    started = time.perf_counter()
    _run(*command)
    return time.perf_counter() - started


def _run(*command: str) -> str:
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def _median(values: Iterable[float]) -> float:
    return statistics.median(values)


def _row(label: str, seconds: list[float]) -> None:
    low, high = min(seconds), max(seconds)
    print(f"{label:<54} {statistics.median(seconds):8.2f} s   ({low:.2f} to {high:.2f})")


if __name__ == "__main__":
    main()
