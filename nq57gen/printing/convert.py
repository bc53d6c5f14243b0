"""From .docx to PDF with LibreOffice, in a profile of its own so that a running one is not disturbed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput
from nq57gen.printing.tools import DRAWS, last_line, run
from nq57gen.printing.tools import pdf_tools_missing as pdf_tools_missing

#: Seconds LibreOffice may take.
TIME_LIMIT = 180.0


def to_pdf(data: bytes, folder: Path, seconds: float = TIME_LIMIT) -> Path:
    """Draw the .docx file ``data`` into ``folder`` (which must exist) and return the PDF.

    Raises InvalidInput: LibreOffice is missing (P001), gives no PDF (P002), takes too long (P003).
    """
    program = shutil.which(DRAWS)
    if program is None:
        raise InvalidInput([make("P001")])
    source, pdf = folder / "in.docx", folder / "in.pdf"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--infilter=MS Word 2007 XML"]
    try:
        done = run([*command, "--convert-to", "pdf", "--outdir", str(folder), str(source)], seconds)
    except subprocess.TimeoutExpired as error:
        raise InvalidInput([make("P003", seconds=f"{seconds:g}")]) from error
    if done.returncode or not pdf.is_file() or not pdf.stat().st_size:
        raise InvalidInput([make("P002", reason=last_line(done.stderr or done.stdout))])
    return pdf
