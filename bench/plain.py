"""A plain docxtpl script: a template and a ready context in, a document out, nothing checked.

    python bench/plain.py TEMPLATE CONTEXT.pickle OUT.docx [TIMES]

It is given the context ready made, so it neither reads YAML nor validates nor reads back what came out.
With TIMES it renders that often in one process and prints the seconds a document.
"""

from __future__ import annotations

import pickle
import sys
import time
from pathlib import Path

from docxtpl import DocxTemplate


def main(template: str, context: str, out: str, times: str = "") -> None:
    """Render once, or TIMES times."""
    names = pickle.loads(Path(context).read_bytes())  # noqa: S301  # written by the benchmark itself
    started = time.perf_counter()
    for _ in range(int(times or 1)):
        document = DocxTemplate(template)
        document.render(names, autoescape=True)
        document.save(out)
    if times:
        print((time.perf_counter() - started) / int(times))


if __name__ == "__main__":
    main(*sys.argv[1:])
