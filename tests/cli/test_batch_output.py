"""``render`` of many documents: what is told in which order, the table, options, exit statuses."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nq57gen.cli import main
from nq57gen.operations import regenerate
from nq57gen.operations.outcome import Outcome, Wanted
from nq57gen.operations.paths import Job
from tests.cli.test_commands import BAD, put
from tests.schema.snippets import PLAN, REPORT, line_of


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four specs, the second one wrong; the working folder of the test."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("a", PLAN), ("b", BAD), ("c", REPORT), ("d", PLAN)):
        put(tmp_path, f"specs/{name}.yaml", text)
    return tmp_path


def output(*names: str) -> list[str]:
    return [f"output{os.sep}{name}" for name in names]


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_all_is_told_in_the_order_of_the_specs_whoever_is_done_first(
    project: Path, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    assert main(["render", "--jobs", jobs]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == output("a.docx", "c.docx", "d.docx")
    counted = [line.split(":")[0] for line in err.splitlines() if line.startswith("[")]
    assert counted == [f"[{n}/4] specs{os.sep}{name}.yaml" for n, name in enumerate("abcd", 1)]
    assert err.count("lỗi N006") == 1
    assert project.is_dir()


def test_the_table_gives_the_place_of_the_first_finding(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", "--jobs", "2"]) == 1
    *_, row, last = capsys.readouterr().err.splitlines()
    place = f"specs{os.sep}b.yaml:{line_of(BAD, 'so_luott')}"
    assert row.split("  ")[:2] == ["lỗi", place]
    assert "N006: " in row
    assert last.startswith("Đã tạo 3/4 văn bản trong ")
    assert last.endswith("; 1 đặc tả có lỗi, chưa tạo.")
    assert project.is_dir()


def test_the_table_names_what_was_edited_by_hand_and_where_the_new_version_is(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "specs/b.yaml").unlink()
    assert main(["render", "--jobs", "2"]) == 0
    (project / "output/c.docx").write_bytes("sửa tay".encode())
    assert main(["render", "--jobs", "2"]) == 1
    assert (project / "output/c.docx").read_bytes().decode() == "sửa tay"
    row = capsys.readouterr().err.splitlines()[-2]
    assert row == f"sửa tay  output{os.sep}c.docx  bản mới: output{os.sep}c.moi.docx"


def test_up_to_date_documents_are_counted_not_listed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "specs/b.yaml").unlink()
    assert main(["render"]) == 0
    capsys.readouterr()
    assert main(["render"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert line.startswith("Đã tạo 0/3 văn bản trong ")
    assert line.endswith("; 3 văn bản không đổi.")


def test_json_has_every_document_with_its_state(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "specs/a.yaml"]) == 0
    capsys.readouterr()
    assert main(["render", "--jobs", "2", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [one["spec"] for one in told["documents"]] == [f"specs{os.sep}{name}.yaml" for name in "abcd"]
    assert [one["state"] for one in told["documents"]] == ["current", "failed", "made", "made"]
    assert [set(one) for one in told["documents"]] == [
        {"spec", "output", "made", "state", "reasons", "beside"}
    ] * 4
    assert [one["code"] for one in told["findings"]] == ["N006"]
    assert project.is_dir()


def test_our_own_fault_in_one_document_has_status_3_and_the_others_are_made(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = regenerate.begin

    def broken(job: Job, wanted: Wanted) -> Callable[[], Outcome]:
        if job.spec.name == "b.yaml":
            raise RuntimeError("hỏng")
        return real(job, wanted)

    monkeypatch.setattr(regenerate, "begin", broken)
    assert main(["render", "--jobs", "1"]) == 3
    out, err = capsys.readouterr()
    assert out.splitlines() == output("a.docx", "c.docx", "d.docx")
    assert "lỗi B002: Lỗi của chương trình khi tạo văn bản này: RuntimeError ở test_batch_output.py:" in err
    assert project.is_dir()


@pytest.mark.parametrize("number", ["0", "-1", "hai", "1.5", "²", ""])
def test_a_number_of_jobs_that_is_none_is_a_wrong_call(
    project: Path, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    assert main(["render", f"--jobs={number}"]) == 2
    assert f"--jobs: “{number}” không phải là số nguyên từ 1 trở lên" in capsys.readouterr().err
    assert not (project / "output").exists()


@pytest.mark.parametrize(
    "options",
    [
        ["--cluster", "tcp://127.0.0.1:1", "--jobs", "2"],
        ["--watch", "--format", "json"],
        ["--watch", "--dry-run"],
    ],
)
def test_options_that_make_no_sense_together_are_a_wrong_call(
    project: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    assert main(["render", *options]) == 2
    told: Any = capsys.readouterr()
    assert "B020" in told.err + told.out
    assert not (project / "output").exists()


@pytest.fixture
def wrong_pack(project: Path) -> Path:
    """The four specs, two of them with a pack of the project's own that has a mistake."""
    put(
        project,
        "templates/rieng/pack.yaml",
        "phien_ban_dac_ta: 1\nten: Riêng\nan_ban: 1\nke_thua: chung\nsai: x\n",
    )
    for name in "ad":
        put(project, f"specs/{name}.yaml", PLAN.replace("mau: dong-nai", "mau: rieng"))
    return project


def test_a_mistake_of_a_pack_is_told_once_with_the_number_of_documents_that_wait(
    wrong_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", "--jobs", "2"]) == 1
    err = capsys.readouterr().err
    place = os.path.join("templates", "rieng", "pack.yaml")
    assert str(wrong_pack) not in err
    assert err.count(f"{place}:5:1: lỗi ") == 1
    rows = [line for line in err.splitlines() if line.startswith("lỗi  ")]
    assert len(rows) == 2
    (row,) = [line for line in rows if place in line]
    assert row.split("  ")[:2] == ["lỗi", f"{place}:5"]
    assert row.endswith(" (2 văn bản chờ sửa chỗ này)")


def test_check_tells_a_mistake_of_a_pack_once(wrong_pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert out.count(f"{os.path.join('templates', 'rieng', 'pack.yaml')}:5:1: lỗi ") == 1
    assert str(wrong_pack) not in out
    assert "lỗi N006" in out
