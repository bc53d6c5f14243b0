"""Long documents: a task table of 10,000 rows beside one of 1,000, and the check of sixty pages (Linux).

    python -m bench.long [--runs 3]

Every figure is of a whole process of the program, the least of the runs; memory is the peak of the process.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from msgspec.structs import replace

from bench.marks import mark
from bench.wards import ROOT, SAMPLE
from nq57gen.operations.document import understand
from nq57gen.operations.render import render_bytes
from nq57gen.reading.word_file import read_word_file

FEW, MANY = 1_000, 10_000
RATIO, MEGABYTES = 12, 200
#: A long file, and how many letters a page of such text holds.
PAGES, LETTERS = 60, 3200
_TASKS = "        nhiem_vu:\n"
_TASK = """\
          - ten: Triển khai nội dung thứ {number} của Kế hoạch
            viec: Ban hành văn bản triển khai nội dung thứ {number}
            san_pham: Văn bản
            kpi: Văn bản được ban hành
            chu_tri: phong_vhxh
            phoi_hop: don_vi_phoi_hop
            thoi_han: Quý I/<<nam_ke_hoach>>
"""


def main() -> int:
    """Measure, print, and return 1 when a figure misses its mark."""
    parser = argparse.ArgumentParser(prog="python -m bench.long", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of each")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        print("long     YAML to file, one document a process", flush=True)
        measured = {rows: _rendered(project, rows, runs) for rows in (FEW, MANY)}
        for rows, (seconds, megabytes) in measured.items():
            print(f"  {rows:6} rows {seconds:8.2f} s {megabytes:8.0f} MB")
        few, many = measured[FEW], measured[MANY]
        marks = [
            mark(f"{MANY} rows to {FEW}", many[0] / few[0], at_most=RATIO),
            mark(f"memory of {MANY} rows, MB", many[1], at_most=MEGABYTES),
        ]
        seconds, megabytes = _checked(project, runs)
        print(f"  check of a Word file of {PAGES} pages {seconds:8.2f} s {megabytes:8.0f} MB")
    return 0 if all(marks) else 1


def _rendered(project: Path, rows: int, runs: int) -> tuple[float, float]:
    text = (ROOT / SAMPLE).read_text(encoding="utf-8")
    before, after = text.split(_TASKS, 1)
    tasks = "".join(_TASK.format(number=number) for number in range(1, rows + 1))
    spec = project / "specs" / f"{rows}.yaml"
    spec.parent.mkdir(exist_ok=True)
    spec.write_text(before + _TASKS + tasks + after, encoding="utf-8")
    return _least(project, runs, "render", str(spec), "--force")


def _checked(project: Path, runs: int) -> tuple[float, float]:
    """``check`` of the sample's document with its text repeated until it fills the pages."""
    understood = understand(ROOT / SAMPLE, SAMPLE, ROOT)
    document = understood.document
    once = read_word_file(render_bytes(understood.spec, document), SAMPLE)
    letters = sum(len(paragraph.text) for paragraph in once.paragraphs())
    *text, closing = document.body
    times = -(-PAGES * LETTERS // letters)
    file = project / "long.docx"
    file.write_bytes(render_bytes(understood.spec, replace(document, body=(*text * times, closing))))
    return _least(project, runs, "check", str(file))


def _least(project: Path, runs: int, *arguments: str) -> tuple[float, float]:
    """The least seconds, and the largest memory in MB, of a command of the program."""
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "NQ57GEN_CACHE": str(project / "cache")}
    seconds, megabytes = [], []
    for _ in range(runs):
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "nq57gen", *arguments],
            cwd=project,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode > 1:
            sys.exit(f"{arguments}: status {process.returncode}")
        seconds.append(time.perf_counter() - started)
        megabytes.append(used.ru_maxrss / 1024)
    return min(seconds), max(megabytes)


if __name__ == "__main__":
    sys.exit(main())
