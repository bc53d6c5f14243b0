"""Build the specs of three real wards from their packs, and compare their appendices with the originals.

``python -m tests.corpus.inheritance SHARED_DIR [OUT_DIR]``: ``SHARED_DIR`` holds ``corpus/*.json``; the specs
and documents are kept in ``OUT_DIR`` when it is given. Prints the ward's own lines and every difference;
exit status 1 when a cell differs, 2 when there is nothing to compare.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from nq57gen.errors import InvalidInput
from nq57gen.operations.document import understand
from nq57gen.operations.render import render_bytes
from tests.corpus.inheritance.compare import (
    appendices_of,
    cells_in,
    differences,
    lines_by_appendix,
    own_lines,
)
from tests.corpus.inheritance.skeletons import ROOT, on_trial
from tests.corpus.inheritance.ward import cloned, edited, read_edits
from tests.corpus.source import Appendix, read_corpus

WARDS = sorted(Path(__file__).parent.glob("*.yaml"))


def compare(path: Path, shared: Path, out: Path) -> list[str]:
    """Print the figures of one ward; return what differs."""
    edits = read_edits(path)
    originals = read_corpus(shared / "corpus" / f"{path.stem[:3]}.json")["appendices"]
    clone = cloned(edits)
    ward = edited(clone, edits, originals)
    old, new = lines_by_appendix(clone), lines_by_appendix(ward)
    pairs = {name or "outside": (old[name], new[name]) for name in new}
    pairs["whole"] = (clone.splitlines(), ward.splitlines())
    for name, (before, after) in pairs.items():
        count = own_lines(before, after)
        figures = (count.own, count.spelling, count.dropped, count.total)
        print(" | ".join([path.stem, name, *map(str, figures)]))
    spec = out / path.name
    spec.write_text(on_trial(ward), encoding="utf-8")
    try:
        understood = understand(spec, path.name, ROOT)
        data = render_bytes(understood.spec, understood.document)
    except InvalidInput as error:
        return [f"{one.code} {one.message} {one.where} {one.position}" for one in error.diagnostics]
    spec.with_suffix(".docx").write_bytes(data)
    return _compared(data, originals)


def _compared(data: bytes, originals: Sequence[Appendix]) -> list[str]:
    printed = appendices_of(data)
    if len(printed) != len(originals):
        return [f"{len(printed)} appendices, {len(originals)} in the original"]
    wrong = []
    for one, original in zip(printed, originals, strict=True):
        found = [f"{original['label']}, {said}" for said in differences(one, original)]
        print(f"  {original['label']}: {cells_in(original)} cells, {len(found)} different")
        wrong += found
    return wrong


def main(arguments: Sequence[str]) -> int:
    """Compare all wards; return the exit status."""
    if len(arguments) not in (1, 2) or not Path(arguments[0], "corpus").is_dir():
        print("usage: python -m tests.corpus.inheritance SHARED_DIR [OUT_DIR]", file=sys.stderr)
        return 2
    print("ward | appendix | own lines | of them spelling | dropped lines | all lines")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(arguments[1] if len(arguments) == 2 else folder)
        out.mkdir(parents=True, exist_ok=True)
        wrong = [f"{path.stem}: {said}" for path in WARDS for said in compare(path, Path(arguments[0]), out)]
    print(*wrong, sep="\n", file=sys.stderr, end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
