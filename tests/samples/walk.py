"""Walks a sample along the shape of its spec: every key with the record that knows it, every text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from nq57gen.diagnostics import KeyPath
from nq57gen.packs.find import pack_folders
from nq57gen.packs.load import load_pack, outline_entries
from nq57gen.schema.language import spec_shape
from nq57gen.schema.outline import outline_in_force, top_sections
from nq57gen.shape.types import ListOf, Record, Shape, Table, Text, settle
from nq57gen.spec.reader import SpecData, read_spec
from nq57gen.spec.source import read_source

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted(ROOT.glob("specs/*/*.yaml"), key=lambda path: path.stat().st_size)


@dataclass(frozen=True)
class Sample:
    """A sample as read, and the shape that rules it."""

    path: Path
    data: SpecData
    shape: Record


@dataclass(frozen=True)
class Key:
    """One key of a sample. ``record`` is "" for keys that the user chooses (ids, years, footnotes)."""

    path: KeyPath
    record: str
    required: bool


def read(path: Path) -> Sample:
    data = read_spec(read_source(path, path.name))
    pack = load_pack(str(data.data["mau"]), pack_folders(ROOT))
    kind = pack.document_types[str(data.data["loai_van_ban"])]
    own = data.data.get("bo_cuc")
    outline = outline_in_force(outline_entries(own) if isinstance(own, list) else None, kind.outline)
    names = {key: value.type_name for key, value in pack.document_types.items()}
    return Sample(path, data, spec_shape(kind.key, names, top_sections(outline)))


def texts(shape: Shape, value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Text, str]]:
    """Every text with its shape; blanks are left out."""
    settled = settle(shape, value)
    if isinstance(settled, Text) and value:
        yield path, settled, value
    for step, inner, child in _children(settled, value):
        yield from texts(inner, child, (*path, step))


def keys(shape: Shape, value: Any, path: KeyPath = ()) -> Iterator[Key]:
    """Every key, outer before inner."""
    settled = settle(shape, value)
    for step, inner, child in _children(settled, value):
        if isinstance(step, str):
            known = settled if isinstance(settled, Record) else None
            required = known is not None and known.fields[step].required
            yield Key((*path, step), known.name if known else "", required)
        yield from keys(inner, child, (*path, step))


def _children(shape: Shape, value: Any) -> Iterator[tuple[str | int, Shape, Any]]:
    match shape:
        case ListOf():
            yield from ((index, shape.item, item) for index, item in enumerate(value or ()))
        case Record():
            yield from ((key, shape.fields[key].shape, item) for key, item in (value or {}).items())
        case Table():
            yield from ((key, shape.value, item) for key, item in (value or {}).items())


def put(data: Any, path: KeyPath, value: Any) -> None:
    """Replace the value at ``path``."""
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value


class _Dumper(yaml.SafeDumper):
    """Writes what our reader reads: no anchors, blanks as blanks."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def dump(data: Any) -> str:
    """``data`` as YAML, with every key on a line of its own."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**9)
