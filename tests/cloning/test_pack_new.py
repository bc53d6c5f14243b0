"""``pack new``: a pack of one's own that can be cloned at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nq57gen.cli import main
from nq57gen.packs.find import pack_folders
from nq57gen.packs.load import load_pack


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project as the working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "parent", "province", "unit"),
    [
        ("thanh-hoa", "chung", "Thanh Hóa", "phường Hạc Thành"),
        ("mau-cua-toi", "chung", "", "phường Hạc Thành"),
        ("phuong-toi", "hai-phong", "Hải Phòng", "phường Chu Văn An"),
        ("can-tho", "hai-phong", "Cần Thơ", "phường Ninh Kiều"),
    ],
)
def test_a_new_pack_loads_and_clones(project: Path, name: str, parent: str, province: str, unit: str) -> None:
    assert main(["pack", "new", name, "--ke-thua", parent]) == 0
    pack = load_pack(name, pack_folders(project))
    assert pack.province == province
    assert main(["clone", name, "--unit", unit, "--nam", "2026"]) == 0
    (plan,) = project.glob("specs/*/ke-hoach-2026.yaml")
    assert f"mau: {name}\nan_ban_mau: {pack.edition}\n" in plan.read_text(encoding="utf-8")


def test_a_pack_is_not_written_over_another(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "new", "cua-toi"]) == 0
    (project / "templates/cua-toi/pack.yaml").write_text("của tôi", encoding="utf-8")
    assert main(["pack", "new", "cua-toi"]) == 2
    assert main(["pack", "new", "hai-phong"]) == 2
    assert main(["pack", "new", "Tên có dấu"]) == 2
    assert main(["pack", "new", "khac", "--ke-thua", "khong-co"]) == 1
    said = capsys.readouterr().err
    assert [said.count(code) for code in ("C041", "C040", "M001")] == [2, 1, 1]
    assert (project / "templates/cua-toi/pack.yaml").read_text(encoding="utf-8") == "của tôi"
    assert not (project / "templates/hai-phong").exists()


def test_json_lists_the_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "new", "cua-toi", "--word", "--format", "json"]) == 0
    files = [Path(file).as_posix() for file in json.loads(capsys.readouterr().out)["files"]]
    assert files == [
        "templates/cua-toi/pack.yaml",
        "templates/cua-toi/khung/ke_hoach.yaml",
        "templates/cua-toi/khung/bao_cao.yaml",
        "templates/cua-toi/van_ban.docx",
        "templates/cua-toi/.mau/van_ban.docx",
    ]
    assert main(["pack", "new", "khac", "--ke-thua", "khong-co", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["findings"][0]["code"] == "M001"
