"""Drafts with places to fill in: made, highlighted, passed by the gate; refused by ``--final``."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from nq57gen.diagnostics import Diagnostic, Severity
from nq57gen.operations.check import check
from nq57gen.operations.chosen import choose
from nq57gen.operations.outcome import Outcome, State, Wanted
from nq57gen.operations.paths import Given, Job, find_jobs
from nq57gen.operations.regenerate import regenerate, settled
from nq57gen.operations.render import finish
from nq57gen.reading.word_file import read_word_file
from tests.corpus.inheritance.skeletons import BLANK, PACKS, ROOT, Unit
from tests.operations.again import Project
from tests.packs.test_skeletons import DOCUMENTS, UNITS, text_of
from tests.schema.snippets import PLAN, changed

BLANKS = (
    ("Số hóa hồ sơ", "Số hóa <<?số>> hồ sơ"),
    ("ke_hoach: ≥ 60%", "ke_hoach: <<?kế hoạch>>"),
    ("Theo <<nq57.ngan>>", "Theo <<?nguồn>>, <<nq57.ngan>>"),
    ("tieu_de: Các mục tiêu", "tieu_de: Các mục tiêu <<?phạm vi>>"),
    (
        "trich_yeu: Triển",
        "so_van_ban: <<?số>>\nngay_ban_hanh: <<?ngày>>\ndia_danh: <<?nơi>>\ntrich_yeu: <<?việc>> triển",
    ),
    ("ho_ten: Nguyễn Văn A", "ho_ten: <<?họ tên>>"),
)
DRAFT = changed(PLAN, *BLANKS)
CONFLICT = "xung_dot:\n  - cho: muc_dich\n    cua_tinh: Phổ biến cho mọi người.\n"


def project_of(tmp_path: Path, text: str) -> Project:
    project = Project(tmp_path)
    project.write(text)
    return project


def final(project: Project, *, quick: bool = False) -> Outcome | None:
    (job,) = find_jobs([], project.folder, project.folder / "output")
    return (settled if quick else regenerate)(job, Wanted(project.folder, final=True))


def said(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, int]]:
    return [(one.code, one.position.line) for one in diagnostics if one.position]


def test_a_draft_is_made_and_its_blanks_are_told(tmp_path: Path) -> None:
    outcome = project_of(tmp_path, DRAFT).render()
    assert outcome.state is State.MADE
    lines = [number for number, line in enumerate(DRAFT.splitlines(), 1) for _ in BLANK.findall(line)]
    assert said(outcome.diagnostics) == [("N033", number) for number in lines]
    assert {one.severity for one in outcome.diagnostics} == {Severity.WARNING}


def test_every_blank_of_a_draft_is_bracketed_and_alone_in_a_yellow_run(tmp_path: Path) -> None:
    project = project_of(tmp_path, DRAFT)
    project.render()
    paragraphs = [*read_word_file(project.output.read_bytes(), "a.docx").all_paragraphs()]
    texts = [paragraph.text for paragraph in paragraphs]
    for words in ("Số: [số]/KH-UBND", "[nơi], ngày [ngày]", "- Số hóa [số] hồ sơ.", "[kế hoạch]", "[họ tên]"):
        assert words in texts
    assert any("Theo [nguồn]," in text for text in texts)
    assert "CÁC MỤC TIÊU [PHẠM VI]" in texts
    yellow = {run.text for one in paragraphs for run in one.runs if run.highlight}
    assert yellow == {"[số]", "[nơi]", "[ngày]", "[kế hoạch]", "[họ tên]", "[nguồn]", "[PHẠM VI]", "[việc]"}


def test_a_draft_is_told_of_its_blanks_once_and_not_of_their_highlight(tmp_path: Path) -> None:
    project = project_of(tmp_path, DRAFT)
    project.render()
    found = check(Given(project.output, "a.docx", is_word=True), ROOT, choose("", ""))
    assert [one.code for one in found if one.severity is Severity.ERROR or one.code[:2] in ("D1", "ND")] == [
        "D112"
    ]
    assert "Còn 11 chỗ chưa điền" in found[0].message


def test_what_else_is_highlighted_in_a_draft_is_told(tmp_path: Path) -> None:
    project = project_of(tmp_path, DRAFT)
    project.render()
    with zipfile.ZipFile(project.output) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    text = parts["word/document.xml"].decode()
    before = "<w:t>[số]</w:t></w:r>"
    assert text.count(before) > 1
    # the person typed the value into the place, and left its brackets or its ground behind
    parts["word/document.xml"] = text.replace(before, "<w:t>[75] 80</w:t></w:r>", 1).encode()
    with zipfile.ZipFile(project.output, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    found = check(Given(project.output, "a.docx", is_word=True), ROOT, choose("", ""))
    assert {"D112", "ND30-FONT-02"} <= {one.code for one in found}


def test_no_mark_of_ours_is_left_in_the_file(tmp_path: Path) -> None:
    project = project_of(tmp_path, DRAFT)
    project.render()
    with zipfile.ZipFile(project.output) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    assert [
        name for name, part in parts.items() if "\ue000".encode() in part or "\ue001".encode() in part
    ] == []
    assert "[việc] triển khai" in parts["docProps/core.xml"].decode()


def test_final_refuses_each_blank_and_writes_nothing(tmp_path: Path) -> None:
    project = project_of(tmp_path, DRAFT)
    outcome = final(project)
    assert outcome is not None
    assert outcome.state is State.FAILED
    assert len(outcome.diagnostics) == DRAFT.count("<<?")
    assert {(one.code, one.severity) for one in outcome.diagnostics} == {("N033", Severity.ERROR)}
    assert not project.output.exists()


def test_final_refuses_a_draft_that_is_up_to_date_and_leaves_it(tmp_path: Path) -> None:
    project = project_of(tmp_path, DRAFT)
    project.render()
    made = project.output.read_bytes()
    assert project.render().state is State.CURRENT
    assert final(project, quick=True) is None
    outcome = final(project)
    assert outcome is not None
    assert outcome.state is State.FAILED
    assert len(outcome.diagnostics) == DRAFT.count("<<?")
    assert project.output.read_bytes() == made


def test_final_makes_what_has_no_blanks(tmp_path: Path) -> None:
    project = project_of(tmp_path, PLAN)
    assert [outcome.state for outcome in (final(project), final(project)) if outcome] == [
        State.MADE,
        State.CURRENT,
    ]


def test_final_refuses_what_prints_that_it_is_a_draft(tmp_path: Path) -> None:
    """At the line of ``du_thao``, made or not; without ``--final`` there is nothing to say of it."""
    text = changed(PLAN, ("trich_yeu: Triển", "du_thao: có\ntrich_yeu: Triển"))
    line = text.splitlines().index("du_thao: có") + 1
    project = project_of(tmp_path, text)
    refused = final(project)
    assert refused is not None
    assert (refused.state, said(refused.diagnostics)) == (State.FAILED, [("N038", line)])
    assert not project.output.exists()
    for state in (State.MADE, State.CURRENT):
        outcome = project.render()
        assert (outcome.state, outcome.diagnostics) == (state, ())
    assert final(project, quick=True) is None
    refused = final(project)
    assert refused is not None
    assert (refused.state, said(refused.diagnostics)) == (State.FAILED, [("N038", line)])
    assert {one.severity for one in refused.diagnostics} == {Severity.ERROR}


def test_a_final_document_needs_no_number_and_date(tmp_path: Path) -> None:
    blank = "so_van_ban:\nngay_ban_hanh:\ndu_thao: không\ntrich_yeu: Triển"
    project = project_of(tmp_path, changed(PLAN, ("trich_yeu: Triển", blank)))
    outcome = final(project)
    assert outcome is not None
    assert (outcome.state, outcome.diagnostics) == (State.MADE, ())


def test_an_open_conflict_is_told_and_refused_at_last(tmp_path: Path) -> None:
    project = project_of(tmp_path, PLAN + CONFLICT)
    line = PLAN.count("\n") + 2
    outcome = project.render()
    assert (outcome.state, said(outcome.diagnostics)) == (State.MADE, [("G301", line)])
    refused = final(project)
    assert refused is not None
    assert (refused.state, said(refused.diagnostics)) == (State.FAILED, [("G301", line)])


def test_the_gate_still_sees_what_is_wrong_around_a_blank(tmp_path: Path) -> None:
    wrong = changed(DRAFT, ("Số hóa <<?số>> hồ sơ", "Số hóa <<?số>> hồ sơ của Ủy Ban Nhân Dân tỉnh Đồng Nai"))
    outcome = project_of(tmp_path, wrong).render()
    assert outcome.state is State.FAILED
    assert {one.code for one in outcome.diagnostics} == {"ND30-VH-06"}


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.kind)
@pytest.mark.parametrize("pack", PACKS)
def test_a_fresh_clone_renders_at_once(pack: str, unit: Unit, document: str, tmp_path: Path) -> None:
    text = text_of(pack, document, unit)
    spec = tmp_path / "a.yaml"
    spec.write_text(text, encoding="utf-8")
    output = tmp_path / "a.docx"
    finished = finish(Job(spec, "a.yaml", output, tmp_path), ROOT)
    typed = [
        number
        for number, line in enumerate(text.splitlines(), 1)
        if not line.lstrip().startswith("#")
        for _ in BLANK.findall(line)
    ]
    assert typed
    assert said(finished.warnings) == [("N033", number) for number in typed]
    told = check(Given(spec, "a.yaml", is_word=False), ROOT, choose("", "N033"))
    assert said(told) == said(finished.warnings)
