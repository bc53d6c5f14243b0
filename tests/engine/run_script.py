"""Runs one of docxtpl's own test scripts in the current folder, on docxtpl or on the engine.

    python -m tests.engine.run_script SCRIPT plain|engine

On the engine it prints how each document was made.
"""

from __future__ import annotations

import os
import runpy
import sys
from typing import Any

import docxtpl
import jinja2.utils
import markupsafe

from nq57gen.engine.docxtpl_adapter import Finisher  # takes docxtpl's own class before it is replaced
from nq57gen.engine.engine import Engine


class _Reporting(Engine):
    """The engine, telling how every document was made."""

    def save(self, target: Any) -> None:
        strings = self.on_strings
        super().save(target)
        print("strings" if strings else "docxtpl", file=sys.__stdout__)


if __name__ == "__main__":
    script, which = sys.argv[1:]
    sys.path.insert(0, os.getcwd())
    sys.argv = [script]
    jinja2.utils.Markup = markupsafe.Markup  # type: ignore[attr-defined]  # where old scripts look for it
    assert issubclass(Finisher, docxtpl.DocxTemplate)
    if which == "engine":
        docxtpl.DocxTemplate = docxtpl.template.DocxTemplate = _Reporting
    runpy.run_path(script, run_name="__main__")
