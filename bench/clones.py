"""Clone every unit of the register, validate, render and look for words of other units; seconds a unit.

    python -m bench.clones [--all | --sample COUNT] [--jobs COUNT]

Each unit gets the pack of its province, or ``chung``: plan and report. A sample takes units evenly from the
whole register. ``render`` here is all of the command but the writing: build, fill, read back, gate.
"""

from __future__ import annotations

import argparse
import datetime
import statistics
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from nq57gen.errors import Nq57Error
from nq57gen.operations.clone import Wish, clone
from nq57gen.operations.document import understand_source
from nq57gen.operations.render import gate_document, render_bytes
from nq57gen.spec.source import SourceFile
from nq57gen.units.places import Unit
from nq57gen.units.register import register
from tests.cloning.leftovers import leftovers

#: The day whose names and kinds count, so that every run clones the same.
ON = datetime.date(2026, 10, 10)
YEAR = 2026
_OF_PROVINCES = {"Hải Phòng": "hai-phong", "Đồng Nai": "dong-nai"}
_SAMPLE = 300
_SHOWN = 20


class Result(NamedTuple):
    """One unit: the pack, what went wrong, and the seconds for the clone and for both documents."""

    pack: str
    kind: str
    faults: tuple[str, ...]
    cloning: float
    rendering: float


def main() -> int:
    """Measure and print; status 1 when anything was found."""
    parser = argparse.ArgumentParser(prog="python -m bench.clones", description=__doc__)
    parser.add_argument("--all", action="store_true", help="every unit")
    parser.add_argument("--sample", type=int, default=_SAMPLE, help="how many units")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    options = parser.parse_args()
    units = list(register().units(on=ON))
    if not options.all:
        units = [units[number * len(units) // options.sample] for number in range(options.sample)]
    started = time.perf_counter()
    with ProcessPoolExecutor(options.jobs) as pool:
        results = list(pool.map(tried, units, chunksize=8))
    _print(results, time.perf_counter() - started)
    return 1 if any(result.faults for result in results) else 0


def tried(unit: Unit) -> Result:
    """Clone, validate and render plan and report of ``unit``."""
    province = register().province(unit.province_code, ON)
    assert province is not None  # noqa: S101  # every unit is in one
    pack = _OF_PROVINCES.get(province.name, "chung")
    faults: list[str] = []
    rendering = 0.0
    started = time.perf_counter()
    cloning = started
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        try:
            made = clone(Wish(pack, f"{unit.full_name}, {province.full_name}", "", YEAR, ON), project)
            cloning = time.perf_counter()
            for file in made.files:
                lines, found = _document(SourceFile(file.shown_as, file.data.decode()), project)
                rendering = time.perf_counter() - cloning
                faults += found + leftovers(lines, unit, province)
                faults += leftovers(_own_lines(file.data.decode()), unit, province)
        except Nq57Error as error:
            faults += [f"{one.code} {one.message}" for one in error.diagnostics]
    said = tuple(f"{unit.code} {unit.full_name}: {fault}" for fault in faults)
    return Result(pack, unit.kind, said, cloning - started, rendering)


def _document(source: SourceFile, project: Path) -> tuple[list[str], list[str]]:
    """The lines as printed, and the layout rules they break."""
    understood = understand_source(source, project)
    data = render_bytes(understood.spec, understood.document)
    gated = gate_document(understood, data, source.path)
    warned = [one for one in understood.warnings if one.code != "N033"]  # blanks to fill
    lines = [paragraph.text for paragraph in gated.file.all_paragraphs()]
    return lines, [f"{one.code} {one.message}" for one in (*warned, *gated.errors)]


def _own_lines(text: str) -> list[str]:
    """The lines of a spec that a reader sees as words: no comments, no keys."""
    return [
        line.partition(": ")[2] or line for line in text.splitlines() if not line.lstrip().startswith("#")
    ]


def _print(results: list[Result], seconds: float) -> None:
    faults = [fault for result in results for fault in result.faults]
    kinds = Counter((result.pack, result.kind) for result in results)
    for (pack, kind), count in sorted(kinds.items()):
        print(f"{pack:<10} {kind:<8} {count:6}")
    print(f"units with faults  {sum(bool(result.faults) for result in results)} of {len(results)}")
    cloned, rendered = ([r.cloning for r in results], [r.rendering for r in results])
    for name, times in (("clone", cloned), ("both documents", rendered)):
        middle, high = statistics.median(times) * 1000, sorted(times)[int(len(times) * 0.95)] * 1000
        print(f"{name:<15} median {middle:6.0f} ms a unit, 95 % below {high:.0f} ms")
    print(f"whole              {seconds:.0f} s, {seconds / len(results) * 1000:.0f} ms a unit")
    for fault in faults[:_SHOWN]:
        print(f"  {fault}")
    if len(faults) > _SHOWN:
        print(f"  ... {len(faults) - _SHOWN} more")


if __name__ == "__main__":
    sys.exit(main())
