"""``update``: a pack's new edition comes into the specs that were cloned from it, all of them or none."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from nq57gen.cli import main
from nq57gen.operations.update import update

ROOT = Path(__file__).resolve().parents[2]
PLAN, REPORT = "specs/chu-van-an/ke-hoach-2026.yaml", "specs/chu-van-an/bao-cao-2026.yaml"
OTHER = "specs/gia-phuc/ke-hoach-2026.yaml"
MONEY = "- Kinh phí năm <<nam_ke_hoach>> là <<?số tiền>> triệu đồng"
NEW_TARGET = """\
              - ma: chi_tieu_moi
                ten: Tỷ lệ chỉ tiêu mới
                don_vi_tinh: "%"
                ke_hoach: 70
                chu_tri: van_phong
                phoi_hop: co_quan_chuyen_mon
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two clones and the pack they came from, as the working folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "templates/hai-phong", tmp_path / "templates/hai-phong")
    for unit in ("phường Chu Văn An", "xã Gia Phúc"):
        assert main(["clone", "hai-phong", "--unit", unit, "--nam", "2026"]) == 0
    return tmp_path


def change(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_bytes().decode("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_bytes(text.encode("utf-8"))


def new_edition(project: Path) -> None:
    change(project / "templates/hai-phong/pack.yaml", ("an_ban: 202509", "an_ban: 202701"))
    change(
        project / "templates/hai-phong/khung/ke_hoach.yaml",
        ("ke_hoach: ≥ 80\n", "ke_hoach: ≥ 85\n"),
        (MONEY, MONEY.replace("Kinh phí", "Tổng kinh phí")),
        ("              - ma: dvc_toan_trinh\n", NEW_TARGET + "              - ma: dvc_toan_trinh\n"),
    )


def contents(project: Path) -> dict[str, bytes]:
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for path in project.rglob("*")
        if path.is_file()
    }


def text(project: Path, name: str) -> str:
    return (project / name).read_text(encoding="utf-8")


def test_changes_of_both_sides_come_together(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / PLAN, ("muc_dich: |\n", "muc_dich: |   # của tôi\n  - Ý riêng của phường.\n"))
    new_edition(project)
    capsys.readouterr()
    assert main(["update"]) == 0
    said = capsys.readouterr()
    assert said.err == "Đã cập nhật 4/4 đặc tả.\n"
    assert "ấn bản 202509 → 202701" in said.out
    assert "G001: Thêm" in said.out
    for name in (PLAN, REPORT, OTHER):
        now = text(project, name)
        assert "an_ban_mau: 202701\n" in now
        assert "ke_hoach: ≥ 85\n" in now
        assert now.count("- ma: chi_tieu_moi\n") == 1
    assert "muc_dich: |   # của tôi\n  - Ý riêng của phường.\n" in text(project, PLAN)
    added = text(project, REPORT).partition("- ma: chi_tieu_moi\n")[2]
    assert "ket_qua: <<?kết quả>>" in added.partition("- ma:")[0]


def test_the_spec_before_is_kept_with_the_date(project: Path) -> None:
    before = (project / PLAN).read_bytes()
    new_edition(project)
    assert main(["update", PLAN]) == 0
    (copy,) = (project / "specs/chu-van-an/.luu").iterdir()
    assert copy.read_bytes() == before
    assert "an_ban_mau: 202509\n" in text(project, OTHER)


def test_a_second_update_changes_nothing(project: Path) -> None:
    change(project / PLAN, (MONEY, "- Kinh phí là 350 triệu đồng"))
    new_edition(project)
    assert main(["update"]) == 1
    before = contents(project)
    assert main(["update"]) == 1
    assert contents(project) == before


def test_what_both_sides_changed_stays_and_is_told_until_it_is_decided(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project / PLAN, (MONEY, "- Kinh phí là 350 triệu đồng"))
    new_edition(project)
    capsys.readouterr()
    assert main(["update", PLAN]) == 1
    now = text(project, PLAN)
    assert "- Kinh phí là 350 triệu đồng" in now
    line = now.splitlines().index("  - cho: kinh_phi") + 1
    said = capsys.readouterr()
    assert f"{Path(PLAN)}:{line}:5: lưu ý G301" in said.out
    assert "còn 1 chỗ phải chọn" in said.err
    assert main(["check", PLAN]) == 0
    assert "G301" in capsys.readouterr().out
    (project / PLAN).write_text(now.partition("\n# Chỗ tỉnh và đơn vị")[0] + "\n", encoding="utf-8")
    assert main(["update", PLAN]) == 0
    assert "xung_dot" not in text(project, PLAN)


def test_a_dry_run_tells_the_same_and_writes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project / PLAN, (MONEY, "- Kinh phí là 350 triệu đồng"))
    new_edition(project)
    before = contents(project)
    capsys.readouterr()
    assert main(["update", "--dry-run"]) == 1
    said = capsys.readouterr()
    assert "G101: “kinh_phi”" in said.out
    assert said.err.startswith("Sẽ cập nhật 4/4 đặc tả")
    assert contents(project) == before


def test_when_one_spec_cannot_be_updated_none_is(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new_edition(project)
    (project / OTHER).write_text("a: [", encoding="utf-8")
    before = contents(project)
    assert main(["update"]) == 1
    assert contents(project) == before
    assert "Chưa ghi gì: 1/4 đặc tả" in capsys.readouterr().err


def test_a_file_that_changes_meanwhile_stops_all(project: Path) -> None:
    new_edition(project)
    found = update([], project, "20270101-000000")
    change(project / OTHER, ("nam_ke_hoach: 2026", "nam_ke_hoach: 2027"))
    before = contents(project)
    from nq57gen.errors import InvalidInput

    with pytest.raises(InvalidInput) as caught:
        found.write()
    assert [one.code for one in caught.value.diagnostics] == ["C020"]
    assert contents(project) == before


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda project: (project / "specs/chu-van-an/.mau/ke-hoach-2026.yaml").unlink(), "C030"),
        (lambda project: change(project / PLAN, ("mau: hai-phong", "mau: chung")), "C031"),
    ],
)
def test_a_spec_whose_origin_is_unclear_is_told_with_a_way_on(
    project: Path, capsys: pytest.CaptureFixture[str], spoil: Any, code: str
) -> None:
    spoil(project)
    capsys.readouterr()
    assert main(["update", PLAN]) == 1
    assert code in capsys.readouterr().out


def test_a_spec_that_was_never_cloned_is_passed_over(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ROOT / "specs/minh-hung/ke-hoach-2026.yaml", project / "specs/rieng.yaml")
    before = (project / "specs/rieng.yaml").read_bytes()
    new_edition(project)
    capsys.readouterr()
    assert main(["update"]) == 0
    said = capsys.readouterr()
    assert "specs/rieng.yaml".replace("/", str(Path("/"))) + ": bỏ qua, không phải do clone viết" in said.out
    assert said.err == "Đã cập nhật 4/5 đặc tả; bỏ qua 1.\n"
    assert (project / "specs/rieng.yaml").read_bytes() == before


def test_line_ends_and_the_mark_of_windows_stay(project: Path) -> None:
    path = project / PLAN
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    new_edition(project)
    assert main(["update", PLAN]) == 0
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert "≥ 85" in data.decode("utf-8")


def test_errors_of_what_came_together_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / PLAN, (MONEY, "- Kinh phí là 350 triệu đồng"))
    change(project / "templates/hai-phong/pack.yaml", ("an_ban: 202509", "an_ban: 202701"))
    change(
        project / "templates/hai-phong/khung/ke_hoach.yaml",
        ("\nvan_ban:\n", "\nvan_ban:\n  kh_moi:\n    loai: Kế hoạch\n    so: 9/KH-UBND\n"),
        (MONEY, MONEY.replace("- Kinh phí", "- Theo <<kh_moi>>, kinh phí")),
    )
    capsys.readouterr()
    assert main(["update", PLAN]) == 1
    said = capsys.readouterr().out
    assert "lỗi C034" in said
    assert "lỗi N023" in said


def test_json_lists_changes_and_what_is_open(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / PLAN, (MONEY, "- Kinh phí là 350 triệu đồng"))
    new_edition(project)
    capsys.readouterr()
    assert main(["update", PLAN, "--format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    (spec,) = said["specs"]
    assert said["written"] is True
    assert (spec["state"], spec["from"], spec["to"]) == ("updated", "202509", "202701")
    outcomes = [(one["code"], one["outcome"]) for one in spec["changes"]]
    assert ("G101", "conflict") in outcomes
    assert ("G001", "taken") in outcomes
    assert [one["code"] for one in spec["open"]] == ["G301"]
    assert not any(one["where"] == "an_ban_mau" for one in spec["changes"])


# --- Word files of the project's own packs


@pytest.fixture
def own_pack(project: Path) -> Path:
    """A pack with a Word file of its own, whose parent is in the project too."""
    shutil.copytree(ROOT / "templates/chung", project / "templates/goc")
    assert main(["pack", "new", "cua-toi", "--ke-thua", "goc", "--word"]) == 0
    return project / "templates/cua-toi"


def test_a_word_file_nobody_touched_is_replaced(project: Path, own_pack: Path) -> None:
    (project / "templates/goc/van_ban.docx").write_bytes(b"moi")
    assert main(["update", "--dry-run"]) == 0
    assert (own_pack / "van_ban.docx").read_bytes() != b"moi"
    assert main(["update"]) == 0
    assert (own_pack / "van_ban.docx").read_bytes() == b"moi"
    assert (own_pack / ".mau/van_ban.docx").read_bytes() == b"moi"


def test_a_word_file_changed_by_hand_stays_and_is_told(
    project: Path, own_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_pack / "van_ban.docx").write_bytes(b"cua toi")
    assert main(["update"]) == 0
    (project / "templates/goc/van_ban.docx").write_bytes(b"moi")
    capsys.readouterr()
    assert main(["update"]) == 1
    assert "C032" in capsys.readouterr().out
    assert (own_pack / "van_ban.docx").read_bytes() == b"cua toi"
    (own_pack / ".mau/van_ban.docx").write_bytes(b"moi")
    assert main(["update"]) == 0


def test_a_pack_that_hides_a_newer_one_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / "templates/hai-phong/pack.yaml", ("an_ban: 202509", "an_ban: 202501"))
    capsys.readouterr()
    main(["update"])
    assert "lưu ý C033: Bộ mẫu hai-phong" in capsys.readouterr().out
