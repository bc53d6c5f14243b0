"""Merge triples made at random, and the real specs: what became of the province's changes, and the time.

    python -m bench.merges [COUNT]

Every third triple has up to 25 edits a side, the others up to 8. Each result is read again, merged again with
the same editions and with the new one as the old; any result that changes is counted.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from pathlib import Path

from nq57gen.merging import Outcome, merge
from nq57gen.spec.reader import read_spec
from nq57gen.spec.source import SourceFile
from tests.merging.triples import triple

ROOT = Path(__file__).resolve().parents[1]
MANY, FEW = 25, 8


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    seconds, outcomes, codes, unstable, with_conflicts = [], Counter[Outcome](), Counter[str](), 0, 0
    for seed in range(count):
        base, theirs, mine = triple(seed, MANY if seed % 3 == 0 else FEW)
        started = time.process_time()
        merged = merge(base, theirs, mine)
        seconds.append(time.process_time() - started)
        read_spec(SourceFile("", merged.text))
        outcomes.update(change.outcome for change in merged.changes)
        codes.update(change.code for change in merged.changes)
        with_conflicts += bool(merged.conflicts)
        unstable += merge(base, theirs, merged.text).text != merged.text
        unstable += merge(theirs, theirs, merged.text).text != merged.text
    print(f"{count} triples, all results read; changed by a second merge: {unstable}")
    print(f"with conflicts: {with_conflicts}; " + _counts({o.value: n for o, n in outcomes.items()}))
    print(_counts(codes))
    print(_times("a triple", seconds))
    for path in sorted((ROOT / "specs").glob("*/*.yaml")):
        base = path.read_text(encoding="utf-8")
        theirs = base.replace("100%", "95%").replace("ubnd>>", "ubnd.ngan>>") + "khoa_moi: một\n"
        mine = base.replace("phong_vhxh", "phong_khac")
        times = []
        for _ in range(5):
            started = time.process_time()
            merged = merge(base, theirs, mine)
            times.append(time.process_time() - started)
        print(_times(f"{path.parent.name}/{path.name}, {len(merged.changes)} changes", times))


def _counts(counts: Counter[str] | dict[str, int]) -> str:
    return ", ".join(f"{name} {counts[name]}" for name in sorted(counts))


def _times(what: str, seconds: list[float]) -> str:
    middle, high = statistics.median(seconds) * 1000, max(seconds) * 1000
    return f"{what:<48} {middle:6.0f} ms of processor (at most {high:.0f})"


if __name__ == "__main__":
    main()
