"""The samples as documents; tests that draw pages skip, and say why, where the tools are missing."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from nq57gen.operations.document import understand
from nq57gen.operations.render import render_bytes
from nq57gen.printing.convert import pdf_tools_missing

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted(
    str(path.relative_to(ROOT / "specs").with_suffix("")) for path in (ROOT / "specs").rglob("*.yaml")
)


@functools.cache
def sample(name: str) -> bytes:
    """The document of a spec under specs/."""
    understood = understand(ROOT / "specs" / f"{name}.yaml", name, ROOT)
    return render_bytes(understood.spec, understood.document)


@pytest.fixture
def tools() -> None:
    missing = pdf_tools_missing()
    if missing:
        pytest.skip(
            f"no pages were drawn: {', '.join(missing)} not found (install LibreOffice, poppler-utils)"
        )
