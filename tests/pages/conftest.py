"""Draws every sample once; skips, and says why, where LibreOffice or the PDF tools are missing."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from nq57gen.operations.outcome import Wanted
from nq57gen.operations.paths import find_jobs
from nq57gen.operations.regenerate import regenerate

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("soffice", "pdftotext", "pdfinfo")


@dataclass(frozen=True)
class Printed:
    """A document as pages: the lines of each page, top to bottom, and its width and height."""

    name: str
    pages: list[list[str]]
    sizes: list[tuple[float, float]]


def need_tools() -> None:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"the pages were not looked at: install LibreOffice and poppler ({', '.join(missing)})")


def print_files(files: list[Path], folder: Path) -> list[Path]:
    """Convert .docx files to PDF with a LibreOffice profile of their own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
    return [folder / file.with_suffix(".pdf").name for file in files]


def read_pages(pdf: Path) -> Printed:
    def run(*command: str) -> str:
        return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout

    text = run("pdftotext", "-layout", "-enc", "UTF-8", str(pdf), "-")
    pages = [[line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f")[:-1]]
    info = run("pdfinfo", "-l", str(len(pages)), str(pdf))
    sizes = []
    for line in info.splitlines():
        if "size:" in line and line.startswith("Page"):
            width, _, height = line.split(":")[1].split()[:3]
            sizes.append((float(width), float(height)))
    return Printed(pdf.stem, pages, sizes)


@pytest.fixture(scope="session")
def printed_samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """Every sample under specs/, by its path below specs/."""
    need_tools()
    folder = tmp_path_factory.mktemp("pages")
    files = {}
    for job in find_jobs([], ROOT, folder / "docx"):
        outcome = regenerate(job, Wanted(ROOT))
        assert outcome.made, outcome.diagnostics
        name = str(job.output.relative_to(folder / "docx").with_suffix(""))
        files[name] = job.output.rename(folder / f"{name.replace('/', '--')}.docx")
    pdfs = print_files(list(files.values()), folder)
    return {name: read_pages(pdf) for name, pdf in zip(files, pdfs, strict=True)}
