"""The engine beside docxtpl and beside the least that any engine could do, in one interleaved run.

    python -m bench.engine [--rounds 10] [--rows 120]

Warm: a context becomes a file, on the floor (Jinja's compiled template rendered to a string, deflated at
level 6, all other parts copied ready-made, nothing checked), on the engine, and on docxtpl used plainly.
Rows: one process each, the least time of several documents after a first one, and the largest memory.
Ours: a Document of specs becomes finished bytes.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment

from bench.marks import mark
from bench.report_template import report_template, report_values
from bench.wards import ROOT, write_wards
from nq57gen.engine.compile import compile_plan
from nq57gen.engine.engine import Engine
from nq57gen.operations.document import understand
from nq57gen.rendering.context import build_context
from nq57gen.rendering.prepared import prepared
from nq57gen.rendering.properties import Properties
from nq57gen.rendering.reference import reference_parts
from nq57gen.rendering.render import render_document
from nq57gen.writer import entry, join, pack

PER_ROUND = 5
_REPEATS = 7
FLOOR, FASTER, ROWS_RATIO, ROWS_MEGABYTES = 1.3, 10, 12, 200


def main() -> int:
    """Measure, print, and return 1 when a figure misses its mark."""
    parser = argparse.ArgumentParser(prog="python -m bench.engine", description=__doc__)
    parser.add_argument("--rounds", type=int, default=10, help="rounds of the warm comparison")
    parser.add_argument("--rows", type=int, default=120, help="rows of the table in the warm comparison")
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(_rows(options.child)))
        return 0
    marks = [*_warm(options.rows, options.rounds), *_growth(), *_ours(options.rounds)]
    return 0 if all(marks) else 1


def _warm(rows: int, rounds: int) -> list[bool]:
    template, values = report_template(), [report_values(rows, number=number) for number in range(PER_ROUND)]
    floor, engine = _floor(template), Engine(template)

    def ours(number: int) -> None:
        engine.render(values[number], autoescape=True)
        engine.save(io.BytesIO())
        assert engine.on_strings  # noqa: S101  # or the comparison would be of something else

    def plain(number: int) -> None:
        document = DocxTemplate(io.BytesIO(template))
        document.render(values[number], autoescape=True)
        document.save(io.BytesIO())

    times = _interleaved(rounds, floor=lambda number: floor(values[number]), engine=ours, docxtpl=plain)
    print(f"warm, context to file: {rows} rows of 6 columns, 150 paragraphs; ms a document, median")
    for name, found in times.items():
        print(f"  {name:<10} {statistics.median(found) * 1000:8.2f}")
    to_floor, to_docxtpl = _ratio(times, "engine", "floor"), _ratio(times, "docxtpl", "engine")
    return [
        mark("engine to floor", to_floor, at_most=FLOOR),
        mark("docxtpl to engine", to_docxtpl, at_least=FASTER),
    ]


def _floor(template: bytes) -> Callable[[dict[str, object]], bytes]:
    """The least: Jinja, deflate, copy. The pieces are those of the engine's own plan."""
    plan = compile_plan(template, properties=False)
    jinja = Environment(autoescape=True)
    compiled = [(part, jinja.from_string(part.source)) for part in plan.parts]

    def render(values: dict[str, object]) -> bytes:
        texts = [(part.name, part.before + one.render(values) + part.after) for part, one in compiled]
        return join((*plan.static, *(entry(name, text.encode()) for name, text in texts)))

    return render


def _interleaved(rounds: int, **ways: Callable[[int], object]) -> dict[str, list[float]]:
    """Seconds a document of every round and way, the ways in turn, after a round that does not count.

    Seconds of the processor, which other programs of the machine disturb least. What one way leaves for the
    garbage collector (docxtpl leaves much) is collected before the clock of the next starts.
    """
    times: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds + 1):
        spent = dict.fromkeys(ways, 0.0)
        for number in range(PER_ROUND):
            for name, way in ways.items():
                gc.collect()
                started = time.process_time()
                way(number)
                spent[name] += time.process_time() - started
        if turn:
            for name, seconds in spent.items():
                times[name].append(seconds / PER_ROUND)
    return times


def _ratio(times: dict[str, list[float]], over: str, under: str) -> float:
    return statistics.median(a / b for a, b in zip(times[over], times[under], strict=True))


def _growth() -> list[bool]:
    print("rows: one process each, least seconds of several documents, largest memory")
    small, large = _child(1000), _child(10_000)
    for rows, (seconds, megabytes) in ((1000, small), (10_000, large)):
        print(f"  {rows:>6} {seconds:8.3f} s {megabytes:8.0f} MB")
    return [
        mark("10,000 rows to 1,000", large[0] / small[0], at_most=ROWS_RATIO),
        mark("memory of 10,000 rows, MB", large[1], at_most=ROWS_MEGABYTES),
    ]


def _child(rows: int) -> tuple[float, float]:
    command = [sys.executable, "-m", "bench.engine", "--child", str(rows)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    first, second = json.loads(done.stdout)
    return first, second


def _rows(rows: int) -> tuple[float, float]:
    """The least seconds a document of ``rows`` rows takes, and the largest memory of the process in MB."""
    engine, values = Engine(report_template()), report_values(rows)
    seconds = []
    for _ in range(1 + _REPEATS):
        started = time.perf_counter()
        engine.render(values, autoescape=True)
        engine.save(io.BytesIO())
        seconds.append(time.perf_counter() - started)
    assert engine.on_strings  # noqa: S101
    return min(seconds[1:]), _status("VmHWM")


def _status(name: str) -> float:
    """A line of Linux's account of this process, in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


_PROPERTIES = Properties(title="a", subject="b", author="c", keywords="d")


def _ours(rounds: int) -> list[bool]:
    with tempfile.TemporaryDirectory() as folder:
        paths = write_wards(Path(folder), PER_ROUND)
        wards = [understand(path, path.name, ROOT) for path in paths]
    template = wards[0].spec.pack.document_types[wards[0].spec.document_type].template
    content, name = template.read_bytes(), template.name
    facts = prepared(content, name).facts

    def quick(number: int) -> None:
        render_document(wards[number].document, content, template_name=name, properties=_PROPERTIES)

    def reference(number: int) -> None:
        document = wards[number].document
        context, tables = build_context(document, facts)
        pack(reference_parts(content, context, tables, document.footnotes, facts, template_name=name))

    times = _interleaved(rounds, quick=quick, reference=reference)
    print("ours: Document to finished bytes, read back; the reference (docxtpl and lxml) not read back; ms")
    for way, found in times.items():
        print(f"  {way:<10} {statistics.median(found) * 1000:8.2f}")
    return [mark("reference to quick", _ratio(times, "reference", "quick"), at_least=4)]


if __name__ == "__main__":
    sys.exit(main())
