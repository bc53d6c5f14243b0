"""Documents in which nothing is wrong: ours, those of other hands, and ours as LibreOffice saves them."""

from __future__ import annotations

import functools
import itertools
import shutil
import subprocess
from pathlib import Path

from nq57gen.operations.check_template import PROBES
from nq57gen.operations.document import understand
from nq57gen.operations.render import render_bytes
from tests.checks.maker import Formatting, Letterhead, Lines, Way, make_file
from tests.checks.texts import DECISION, LETTER, PLAN, PROPOSAL, REPORT

ROOT = Path(__file__).resolve().parents[2]
#: The probes of a template: between them every component of a document.
OWN_SPECS = tuple(sorted(PROBES.glob("*.yaml")))
_PROJECT_SPECS = ("specs", "docs/vi-du")
_WORDS = {
    "ke_hoach": PLAN,
    "bao_cao": REPORT,
    "cong_van": LETTER,
    "quyet_dinh": DECISION,
    "to_trinh": PROPOSAL,
}

#: The ways of other hands: each kind of formatting with each kind of letterhead and of drawn lines.
_FORMATTING: tuple[Formatting, ...] = ("styles", "defaults", "direct")
_LAYOUT: tuple[tuple[Letterhead, Lines], ...] = (
    ("table", "border"),
    ("table", "drawing"),
    ("table", "vml"),
    ("tabs", "drawing"),
    ("tabs", "vml"),
)
WAYS = {
    f"{formatting}-{letterhead}-{lines}": Way(
        formatting=formatting,
        letterhead=letterhead,
        lines=lines,
        small=formatting == "direct",
        old_tones=lines == "vml",
        blanks=letterhead == "tabs" or formatting == "direct",
    )
    for formatting, (letterhead, lines) in itertools.product(_FORMATTING, _LAYOUT)
}
OTHERS = tuple(f"{kind}-{way}" for kind in _WORDS for way in WAYS)


@functools.cache
def ours(spec: Path) -> bytes:
    """The document of a spec, as the command writes it."""
    understood = understand(spec, spec.name, ROOT)
    return render_bytes(understood.spec, understood.document)


@functools.cache
def other(name: str) -> bytes:
    """One of ``OTHERS``: a correct file made with python-docx."""
    kind, _, way = name.partition("-")
    return make_file(_WORDS[kind], WAYS[way])


def project_specs() -> list[Path]:
    """Every spec the project shows to others."""
    return sorted(path for folder in _PROJECT_SPECS for path in (ROOT / folder).rglob("*.yaml"))


@functools.cache
def bases() -> dict[str, bytes]:
    """The documents that bad examples change, by type; the first that fits is taken."""
    own = {kind: ours(PROBES / f"{kind.replace('_', '-')}.yaml") for kind in ("ke_hoach", "bao_cao")}
    return own | {
        kind: other(f"{kind}-styles-table-border") for kind in ("cong_van", "quyet_dinh", "to_trinh")
    }


def saved_by_libreoffice(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """The files as LibreOffice saves them again; LookupError where it is not installed."""
    if shutil.which("soffice") is None:
        raise LookupError("soffice")
    (folder / "in").mkdir()
    paths = []
    for name, data in files.items():
        paths.append(folder / "in" / f"{name}.docx")
        paths[-1].write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--norestore", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run(
        [*command, "--outdir", str(folder / "out"), *map(str, paths)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {path.stem: (folder / "out" / path.name).read_bytes() for path in paths}
