"""Every key of every sample, misspelt and deleted: a finding on the right line, or a document.

All keys of one depth are misspelt at once, and all declared ids; that covers every key. One key a
record is also misspelt and deleted alone, where no other finding can help.
"""

from __future__ import annotations

import copy
import functools
import re
from collections.abc import Callable, Iterator

import pytest

from nq57gen.diagnostics import Diagnostic, Severity, format_key_path
from nq57gen.errors import InvalidInput
from nq57gen.operations.render import render_bytes
from nq57gen.packs.find import pack_folders
from nq57gen.packs.load import load_pack
from nq57gen.schema import read as reading
from nq57gen.spec.reader import SpecData
from tests.samples.walk import ROOT, SAMPLES, Key, Sample, dump, keys, put, read
from tests.schema.snippets import findings, understood

_SAMPLES = {path.parent.name: read(path) for path in SAMPLES}


@pytest.fixture(autouse=True)
def _packs_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "load_pack", _load_pack)


_load_pack = functools.cache(load_pack)


def all_keys(sample: Sample) -> list[Key]:
    return list(keys(sample.shape, sample.data.data))


def is_declaration(key: Key) -> bool:
    """Whether the user chose the key: an id, or a footnote (the years of a target are chosen too)."""
    return not key.record and len(key.path) == 2


def alone() -> Iterator[tuple[str, Key]]:
    """One key of each record and name, in the smallest sample that has it."""
    seen = set()
    for name, sample in _SAMPLES.items():
        for key in all_keys(sample):
            if not is_declaration(key) and (key.record, key.path[-1]) not in seen:
                seen.add((key.record, key.path[-1]))
                yield name, key


ALONE = list(alone())
#: Several mutants a test: a test for each would cost more than the mutants.
BATCH = 12
BATCHES = [ALONE[start : start + BATCH] for start in range(0, len(ALONE), BATCH)]


def misspelt(data: SpecData, mutants: list[Key]) -> str:
    """The text of the sample with "x" behind each of the keys."""
    lines = list(data.source.lines)
    places = sorted(((data.key_position(key.path), key.path[-1]) for key in mutants), reverse=True)
    for position, name in places:
        line = lines[position.line - 1]
        found = re.compile(rf"[\"']?{re.escape(str(name))}").match(line, position.column - 1)
        assert found, (line, name)
        lines[position.line - 1] = f"{line[: found.end()]}x{line[found.end() :]}"
    return "\n".join(lines)


def deleted(data: SpecData, mutants: list[Key]) -> str:
    changed = copy.deepcopy(data.data)
    for key in mutants:
        parent: object = changed
        for step in key.path[:-1]:
            parent = parent[step]  # type: ignore[index]  # the path leads through it
        del parent[key.path[-1]]  # type: ignore[attr-defined]
    return dump(changed)


def declarations(name: str) -> list[Key]:
    """All ids and footnotes declared, but for offices and documents that the pack has too, in other words."""
    pack = _load_pack(str(_SAMPLES[name].data.data["mau"]), pack_folders(ROOT))
    in_pack = {("phong_ban", key) for key in pack.offices} | {("van_ban", key) for key in pack.citations}
    return [key for key in all_keys(_SAMPLES[name]) if is_declaration(key) and key.path not in in_pack]


def lines_of(found: tuple[Diagnostic, ...]) -> set[int]:
    return {finding.position.line for finding in found if finding.position}


def assert_well_formed(found: tuple[Diagnostic, ...]) -> None:
    for finding in found:
        assert re.fullmatch(r"[A-Z]\d{3}", finding.code)
        assert finding.hint, finding
        assert finding.message, finding
        assert finding.position is not None, finding
        assert finding.position.line >= 1


def test_there_are_enough_mutants() -> None:
    assert sum(len(all_keys(sample)) for sample in _SAMPLES.values()) > 2000
    assert len({key.record for _, key in ALONE}) > 15
    assert sum(len(declarations(name)) for name in _SAMPLES) > 90


@pytest.mark.parametrize("name", _SAMPLES)
def test_every_misspelt_key_is_reported_on_its_line(name: str) -> None:
    sample = _SAMPLES[name]
    known = [key for key in all_keys(sample) if key.record]
    for depth in {len(key.path) for key in known}:
        mutants = [key for key in known if len(key.path) == depth]
        found = findings(misspelt(sample.data, mutants))
        assert_well_formed(found)
        reported = {(finding.where, finding.position.line) for finding in found if finding.position}
        for key in mutants:
            where = format_key_path((*key.path[:-1], f"{key.path[-1]}x"))
            assert (where, sample.data.key_position(key.path).line) in reported


@pytest.mark.parametrize("batch", BATCHES, ids=range(len(BATCHES)))
def test_a_misspelt_key_alone_stops_the_document(batch: list[tuple[str, Key]]) -> None:
    for name, key in batch:
        data = _SAMPLES[name].data
        found = findings(misspelt(data, [key]))
        assert any(finding.severity is Severity.ERROR for finding in found), key
        assert_well_formed(found)
        assert data.key_position(key.path).line in lines_of(found), (key, found)


@pytest.mark.parametrize("batch", BATCHES, ids=range(len(BATCHES)))
def test_a_deleted_key_is_missed_or_the_document_does_without_it(batch: list[tuple[str, Key]]) -> None:
    for name, key in batch:
        try:
            made = understood(deleted(_SAMPLES[name].data, [key]))
        except InvalidInput as error:
            assert_well_formed(error.diagnostics)
            codes = {finding.code for finding in error.diagnostics}
            assert not key.required or codes & {"S003", "S044"}, (key, codes)
        else:
            assert not key.required, key
            assert render_bytes(made.spec, made.document)


def named(found: tuple[Diagnostic, ...], key: Key, text: str) -> bool:
    """Whether a finding names the id of ``key``, on a line that holds it."""
    word = re.compile(rf"\b{re.escape(str(key.path[-1]))}\b")
    lines = text.split("\n")
    return any(
        word.search(finding.message) and finding.position and word.search(lines[finding.position.line - 1])
        for finding in found
    )


@pytest.mark.parametrize("change", [misspelt, deleted])
@pytest.mark.parametrize("name", _SAMPLES)
def test_every_lost_declaration_is_missed_where_it_is_used(name: str, change: Callable[..., str]) -> None:
    data = _SAMPLES[name].data
    mutants = declarations(name)
    text = change(data, mutants)
    found = findings(text)
    assert_well_formed(found)
    # what only a lost declaration calls is not called at all: such a one is lost alone
    for key in [key for key in mutants if not named(found, key, text)]:
        lost = change(data, [key])
        assert named(findings(lost), key, lost), key


@pytest.mark.parametrize("name", _SAMPLES)
def test_a_required_section_is_missed(name: str) -> None:
    sample = _SAMPLES[name]
    required = {"ke_hoach": "giai_phap", "bao_cao": "ket_qua"}[str(sample.data.data["loai_van_ban"])]
    found = findings(deleted(sample.data, [Key((required,), "Đặc tả", required=False)]))
    assert "S044" in {finding.code for finding in found}


@pytest.mark.parametrize("name", list(_SAMPLES)[:2])
def test_an_emptied_key_is_reported_or_the_document_does_without_it(name: str) -> None:
    sample = _SAMPLES[name]
    for key in all_keys(sample):
        if len(key.path) == 1:
            data = copy.deepcopy(sample.data.data)
            put(data, key.path, None)
            found = findings(dump(data))
            assert_well_formed(found)
            if not any(finding.severity is Severity.ERROR for finding in found):
                assert key.path[0] in ("so_van_ban", "ngay_ban_hanh"), key
