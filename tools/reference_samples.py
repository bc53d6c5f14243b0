"""Specs that the reference page is worked out from: the two examples, and a bare one for each pack."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nq57gen.model.context import Citations, root_names
from nq57gen.model.document import Runs
from nq57gen.model.expressions import Evaluator
from nq57gen.model.names import Value
from nq57gen.model.resolver import Resolver
from nq57gen.model.targets import Targets
from nq57gen.operations.document import understand
from nq57gen.packs.find import pack_folders
from nq57gen.packs.load import load_pack
from nq57gen.packs.types import Pack
from nq57gen.schema.read import read
from nq57gen.schema.spec_types import ItemTable, Phrase, Spec
from nq57gen.spec.reader import read_spec
from nq57gen.spec.source import SourceFile

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ("docs/vi-du/ke-hoach.yaml", "docs/vi-du/bao-cao.yaml")
#: Texts of a pack have no place of their own.
_NOWHERE = ("mau",)


@dataclass(frozen=True)
class Sample:
    """A spec with everything that answers ``<<...>>``."""

    spec: Spec
    resolver: Resolver
    targets: Targets

    @property
    def citations(self) -> Citations:
        """The citations, none of them mentioned yet."""
        return Citations(self.spec.citations, self.resolver)

    @property
    def names(self) -> dict[str, Value]:
        """All root names, with citations that no text has mentioned yet."""
        return root_names(self.spec, self.resolver, self.citations, self.targets)

    def say(self, expression: str) -> str:
        """What ``<<expression>>`` prints at the first mention."""
        return Evaluator(self.names).evaluate(expression, {})

    def runs(self, text: str) -> Runs:
        """One line of body text as it will be printed."""
        return self.resolver.runs(Phrase(text, _NOWHERE))


def example(path: str) -> Sample:
    """One of the example documents. Raises InvalidInput when it has problems."""
    return _sample(understand(ROOT / path, path, ROOT).spec)


def bare(pack: str, unit_kind: str) -> Sample:
    """A spec of nothing but ``pack`` and a kind of unit."""
    text = (
        f"phien_ban_dac_ta: 1\nloai_van_ban: ke_hoach\nmau: {pack}\nnam_ke_hoach: 2026\n"
        f"don_vi: {{loai: {unit_kind}, ten: Minh Hưng}}\n"
    )
    return _sample(read(read_spec(SourceFile(pack, text)), pack_folders(None)).spec)


def bundled_pack(name: str) -> Pack:
    """A pack of this repository."""
    return load_pack(name, pack_folders(None))


def _sample(spec: Spec) -> Sample:
    resolver = Resolver(spec, [])
    tables = [item.table for item in spec.appendices if isinstance(item.table, ItemTable)]
    rows = [row for table in tables if table.layout != "nhiem_vu" for row in table.items]
    sample = Sample(spec, resolver, Targets((), spec.year, resolver, spec.pack.target_sentences))
    resolver.name(sample.names)
    # Values of targets may name variables: evaluated only now.
    targets = Targets((*spec.targets, *rows), spec.year, resolver, spec.pack.target_sentences)
    sample = Sample(spec, resolver, targets)
    resolver.name(sample.names)
    return sample
