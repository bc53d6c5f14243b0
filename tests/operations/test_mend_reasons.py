"""A finding that ``--fix`` leaves has the reason in its hint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nq57gen.diagnostics import make
from nq57gen.fixing.mend import MENDS, Done, Mend
from nq57gen.fixing.opened import Opened
from nq57gen.operations.check_word import Mended, MendJob, mend_word
from nq57gen.operations.chosen import Chosen
from nq57gen.operations.paths import Given
from nq57gen.writer import pack
from tests.fixing.other_hands import letterhead, opening, plan, signature
from tests.reading.build import r

_WRONG, _RIGHT = "Độc lập – Tự do – Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"
_PLAN = plan(letterhead(_WRONG), opening(), signature())
_MOTTO = "ND30-TN-01"


def mended(folder: Path, parts: dict[str, bytes], code: str) -> Mended:
    """What ``check --fix`` makes of a file, only by the rule ``code``."""
    path = folder / "ke-hoach.docx"
    path.write_bytes(pack(parts))
    job = MendJob(Given(path, path.name, True), folder / "ra.docx", "ra.docx")
    return mend_word(job, Chosen(select=frozenset({code})))


def hints(done: Mended) -> str:
    return "\n".join(one.hint for one in done.left)


def spoiling(monkeypatch: pytest.MonkeyPatch, old: str, new: str, *, behind: str = "") -> None:
    """Let the mend of the motto alone write ``new`` for ``old``, and put ``behind`` behind its letters."""
    words = next(one.words for one in MENDS[_MOTTO] if one.words.becomes)

    def run(opened: Opened) -> Iterator[Done]:
        for element in opened.main.iter("{*}t"):
            if old in (element.text or ""):
                element.text = str(element.text).replace(old, new)
                if behind:
                    element.addnext(element.makeelement(behind))
                yield Done("", old, new)

    monkeypatch.setitem(MENDS, _MOTTO, [Mend(run, words)])


def test_words_that_would_become_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoiling(monkeypatch, _WRONG, "Độc lập - Tự do")
    reason = make("D120", before=_WRONG, after="Độc lập - Tự do").message
    assert reason in hints(mended(tmp_path, _PLAN, _MOTTO))


def test_a_component_that_is_not_sure(tmp_path: Path) -> None:
    lines = signature().replace("- Như trên;", "- Các phòng: Kinh tế").replace("- Lưu: VT.", "Văn hóa;")
    done = mended(tmp_path, plan(letterhead(), opening(), lines), "ND30-NN-02")
    assert make("D121").message in hints(done)


def test_a_paragraph_with_a_field(tmp_path: Path) -> None:
    field = '<w:fldSimple w:instr=" DOCPROPERTY a "><w:r><w:t>Hạnh phúc</w:t></w:r></w:fldSimple>'
    head = letterhead(_WRONG).replace(r(_WRONG, "<w:b/>"), r("Độc lập – Tự do – ", "<w:b/>") + field)
    assert field in head
    done = mended(tmp_path, plan(head, opening(), signature()), _MOTTO)
    assert make("D122").message in hints(done)


def test_a_paragraph_that_would_be_another_component(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoiling(monkeypatch, _WRONG, "Xã An Khê xin thông báo")
    monkeypatch.setattr("nq57gen.fixing.declared.Words.allow", lambda *_: True)
    assert make("D123").message in hints(mended(tmp_path, _PLAN, _MOTTO))


def test_an_order_the_format_forbids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    spoiling(monkeypatch, _WRONG, _RIGHT, behind=f"{w}rPr")
    assert make("D124").message in hints(mended(tmp_path, _PLAN, _MOTTO))
