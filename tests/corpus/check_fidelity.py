"""Render every corpus file and compare: ``python -m tests.corpus.check_fidelity SHARED_DIR``.

``SHARED_DIR`` holds ``corpus/*.json``, ``tools/fidelity.py`` (is every paragraph, row and footnote
there, in order, and nothing else?) and ``ooxml/check_docx.py`` (is the package sound?). Prints a
table; exit status 1 when a file fails, 2 when there is nothing to check.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.corpus.source import read_corpus
from tests.corpus.to_spec import to_spec

#: Figures of fidelity.py that the table shows.
FIGURES = (
    "paragraphs",
    "found",
    "order",
    "rows",
    "rows_found",
    "heads",
    "footnotes",
    "tail",
    "words_lost",
    "words_extra",
)


def render(source: Path, folder: Path) -> Path:
    """Convert the corpus file ``source`` and render it into ``folder``; return the document.

    ``RuntimeError`` with the messages of the program when it writes no document.
    """
    spec = folder / f"{source.stem}.yaml"
    spec.write_text(to_spec(read_corpus(source)), encoding="utf-8")
    done = _run("-m", "nq57gen", "render", str(spec), "-o", str(folder))
    documents = sorted(folder.glob("*.docx"))
    if done.returncode or len(documents) != 1:
        raise RuntimeError(f"{done.stdout}{done.stderr}".strip() or f"{len(documents)} documents")
    return documents[0]


def check(source: Path, shared: Path) -> tuple[list[str], str]:
    """Return the cells of the table for ``source`` and what is wrong ("" for nothing)."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            document = render(source, Path(folder))
        except (RuntimeError, ValueError) as error:
            return ["-"] * len(FIGURES), str(error)
        fidelity = _run(str(shared / "tools" / "fidelity.py"), str(document), str(source), "--verbose")
        package = _run(str(shared / "ooxml" / "check_docx.py"), str(document))
    *details, last = fidelity.stdout.strip().splitlines() or ["{}"]
    figures = json.loads(last) if last.startswith("{") else {}
    wrong = [*details, fidelity.stderr] if fidelity.returncode else []
    wrong += [package.stdout, package.stderr] if package.returncode else []
    return [str(figures.get(name, "-")) for name in FIGURES], "\n".join(wrong).strip()


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)


def main(arguments: Sequence[str]) -> int:
    """Check all files; return the exit status."""
    sources = sorted(Path(arguments[0], "corpus").glob("*.json")) if len(arguments) == 1 else []
    if not sources:
        print("usage: python -m tests.corpus.check_fidelity SHARED_DIR (with corpus/*.json)", file=sys.stderr)
        return 2
    failures = []
    print(" | ".join(("file", *FIGURES, "verdict")))
    for source in sources:
        cells, wrong = check(source, Path(arguments[0]))
        print(" | ".join((source.stem, *cells, "FAILED" if wrong else "ok")))
        if wrong:
            failures.append(f"{source.stem}:\n{wrong}")
    print(*failures, sep="\n", file=sys.stderr, end="\n" if failures else "")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
