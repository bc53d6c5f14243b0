"""``clone`` and ``new``: what is written, what is asked, what is refused."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from nq57gen.cli import main
from nq57gen.cloning import own_of
from nq57gen.model.document import plain
from nq57gen.operations import together
from nq57gen.operations.document import understand
from nq57gen.operations.paths import Job
from nq57gen.operations.render import finish
from nq57gen.writer.files import write_whole

WARD = ("clone", "hai-phong", "--unit", "phường Chu Văn An", "--nam", "2026")
PLAN, REPORT = "specs/chu-van-an/ke-hoach-2026.yaml", "specs/chu-van-an/bao-cao-2026.yaml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project as the working folder, nobody at the keyboard."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return tmp_path


def files(project: Path) -> list[str]:
    return sorted(path.relative_to(project).as_posix() for path in project.rglob("*") if path.is_file())


def test_plan_and_report_are_written_with_what_later_updates_begin_with(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(WARD) == 0
    assert capsys.readouterr().out.splitlines() == [str(Path(PLAN)), str(Path(REPORT))]
    base = "specs/chu-van-an/.mau"
    assert files(project) == sorted([PLAN, REPORT, f"{base}/ke-hoach-2026.yaml", f"{base}/bao-cao-2026.yaml"])
    for name in (PLAN, REPORT):
        path = project / name
        text = path.read_text(encoding="utf-8")
        own = [line for line in text.splitlines() if line.startswith("ke_hoach_goc: ke-hoach-2026.yaml ")]
        assert len(own) == (name == REPORT)
        shared = "".join(line for line in text.splitlines(keepends=True) if line.strip() not in own)
        assert shared == (path.parent / ".mau" / path.name).read_text(encoding="utf-8")
        assert "an_ban_mau: 202509\n" in text


@pytest.mark.parametrize("name", [PLAN, REPORT])
def test_a_fresh_clone_renders(project: Path, name: str) -> None:
    assert main(WARD) == 0
    finished = finish(Job(project / name, name, project / "out.docx"), project)
    assert {one.code for one in finished.warnings} == {"N033"}


def test_nothing_is_overwritten_and_nothing_written_beside_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = project / REPORT
    mine.parent.mkdir(parents=True)
    mine.write_text("của tôi", encoding="utf-8")
    assert main(WARD) == 1
    assert f"{Path(REPORT)}: lỗi C002" in capsys.readouterr().err
    assert files(project) == [REPORT]
    assert mine.read_text(encoding="utf-8") == "của tôi"


@pytest.mark.parametrize("number", range(4))
def test_when_one_file_cannot_be_written_none_is(
    project: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    count = iter(range(10))

    def fails(path: Path, *arguments: object, **options: object) -> object:
        if next(count) == number:
            raise OSError("đĩa đầy")
        return write_whole(path, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(together, "write_whole", fails)
    assert main(WARD) == 3
    assert [path for path in project.rglob("*") if path.is_file()] == []


def test_a_dry_run_tells_and_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*WARD, "--dry-run"]) == 0
    said = capsys.readouterr()
    assert str(Path(PLAN)) in said.out
    assert said.err.startswith("Sẽ ghi 2 đặc tả")
    assert files(project) == []


@pytest.mark.parametrize(("option", "written"), [("--ke-hoach", PLAN), ("--bao-cao", REPORT)])
def test_one_of_the_two_may_be_asked_for(
    project: Path, capsys: pytest.CaptureFixture[str], option: str, written: str
) -> None:
    assert main([*WARD, option, "-o", "noi/khac"]) == 0
    expected = written.replace("specs", "noi/khac")
    assert capsys.readouterr().out == f"{Path(expected)}\n"


def test_a_province_that_became_a_city_is_written_into_the_unit(project: Path) -> None:
    assert main(["clone", "dong-nai", "--unit", "xã Phú Riềng", "--nam", "2026"]) == 0
    for name in ("ke-hoach", "bao-cao"):
        text = (project / f"specs/phu-rieng/{name}-2026.yaml").read_text(encoding="utf-8")
        own = own_of(text)
        assert (own.province, own.province_kind) == ("Đồng Nai", "thành phố")


def test_a_unit_of_a_former_year_may_bear_its_name_of_then(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    former = ["clone", "dong-nai", "--unit", "xã Xuân Lộc"]
    assert main([*former, "--nam", "2025"]) == 0
    for name in ("ke-hoach", "bao-cao"):
        own = own_of((project / f"specs/xuan-loc/{name}-2025.yaml").read_text(encoding="utf-8"))
        assert (own.kind, own.name, own.province) == ("xã", "Xuân Lộc", "")
    assert "xã Xuân Lộc (tỉnh Đồng Nai)" in capsys.readouterr().err
    assert main(["clone", "chung", "--unit", "xã Xuân Lộc, Đồng Nai", "--nam", "2025", "-o", "khac"]) == 0
    assert main(["clone", "dong-nai", "--unit", "phường Xuân Lộc", "--nam", "2025", "-o", "nay"]) == 0
    assert "phường Xuân Lộc (thành phố Đồng Nai)" in capsys.readouterr().err


@pytest.mark.parametrize("year", ["2024", "2026", "2027"])
def test_no_other_year_knows_a_former_name(
    project: Path, capsys: pytest.CaptureFixture[str], year: str
) -> None:
    former = ["clone", "dong-nai", "--unit", "xã Xuân Lộc", "--nam", year]
    assert main(former) == 2
    said = capsys.readouterr().err
    assert "V006" in said
    assert "--force-unit" in said
    assert main([*former, "--force-unit"]) == 0


def test_the_neutral_pack_serves_any_province(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clone", "chung", "--unit", "P. hac thanh", "--nam", "2026"]) == 0
    own = own_of((project / "specs/hac-thanh/ke-hoach-2026.yaml").read_text(encoding="utf-8"))
    assert (own.kind, own.name, own.province, own.province_kind) == (
        "phường",
        "Hạc Thành",
        "Thanh Hóa",
        "tỉnh",
    )
    assert "C012" not in capsys.readouterr().err
    assert main(["clone", "chung", "--unit", "phường Chu Văn An"]) == 0
    assert "C012: thành phố Hải Phòng có bộ mẫu riêng: hai-phong" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["hai-phong", "--unit", "xã Phú Riềng"], "V009"),
        (["hai-phong", "--unit", "xã Phú Riềng", "--tinh", "Đồng Nai"], "C001"),
        (["hai-phong", "--unit", "xã Phú Riềng, Đồng Nai"], "C001"),
        (["hai-phong", "--unit", "phường A", "--tinh", "Hải Phon"], "V010"),
        (["hai-phong", "--unit", "phường Chu Văn Ann"], "V001"),
        (["chung", "--unit", "xã Tân Tiến"], "V003"),
        (["chung", "--unit", "xã Hoàn Toàn Mới", "--force-unit"], "C003"),
        (["hai-phong", "--unit", "Hoàn Toàn Mới", "--force-unit"], "C005"),
        (["hai-phong", "--unit", "phường A<<b>>", "--force-unit"], "C006"),
        (["hai-phong"], "C007"),
        (["--unit", "phường Chu Văn An"], "C007"),
        (["hai-phong", "--unit", "phường Chu Văn An", "--nam", "26"], "C008"),
    ],
)
def test_what_makes_no_sense_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: str
) -> None:
    assert main(["clone", *arguments]) == 2
    assert f"lỗi {code}: " in capsys.readouterr().err
    assert files(project) == []


def test_a_unit_newer_than_the_register_is_taken_as_typed(project: Path) -> None:
    arguments = ["--unit", "phường  Hoàn Toàn Mới", "--force-unit", "--nam", "2027"]
    assert main(["clone", "hai-phong", *arguments]) == 0
    text = (project / "specs/hoan-toan-moi/ke-hoach-2027.yaml").read_text(encoding="utf-8")
    assert "  loai: phường\n  ten: Hoàn Toàn Mới\n" in text


def test_a_pack_whose_skeleton_is_wrong_writes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "new", "cua-toi"]) == 0
    skeleton = project / "templates/cua-toi/khung/ke_hoach.yaml"
    skeleton.write_text(skeleton.read_text(encoding="utf-8") + "khoa_la: 1\n", encoding="utf-8")
    assert main(["clone", "cua-toi", "--unit", "phường Chu Văn An"]) == 1
    said = capsys.readouterr().err
    assert "C011" in said
    assert "khoa_la" in said
    assert not (project / "specs").exists()


class Keyboard(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


def test_what_is_missing_is_asked_in_a_terminal(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Keyboard("chung\nxã Tân Tiến\nĐồng Nai\n"))
    assert main(["clone", "--nam", "2026"]) == 0
    said = capsys.readouterr().err
    for question in ("Bộ mẫu (chung, dong-nai, hai-phong): ", "Đơn vị (", "Tỉnh, thành phố: "):
        assert question in said
    own = own_of((project / "specs/tan-tien/ke-hoach-2026.yaml").read_text(encoding="utf-8"))
    assert own.province == "Đồng Nai"


def test_the_end_of_the_answers_is_a_clear_error(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Keyboard(""))
    assert main(["clone"]) == 2
    assert "C007: Còn thiếu: tên bộ mẫu, --unit" in capsys.readouterr().err


def test_json_tells_the_unit_and_the_files(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*WARD, "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said == {
        "findings": [],
        "written": True,
        "unit": "phường Chu Văn An",
        "province": "thành phố Hải Phòng",
        "pack": "hai-phong",
        "edition": "202509",
        "files": [str(Path(PLAN)), str(Path(REPORT))],
    }
    assert main([*WARD, "--format", "json"]) == 1
    assert [one["code"] for one in json.loads(capsys.readouterr().out)["findings"]] == ["C002", "C002"]


@pytest.mark.parametrize(
    ("unit", "written", "printed"),
    [
        ("phường Chu Văn An, Hải Phòng", True, "Phường Chu Văn An"),
        ("xã Lê Lợi, Lai Châu", True, "Xã Lê Lợi"),
        ("phường Hạc Thành", False, "phường Hạc Thành"),
        ("phường 1 Bảo Lộc", False, "Phường 1 Bảo Lộc"),  # a number is seen without being told
    ],
)
def test_the_kind_of_a_unit_named_after_a_person_is_a_capital_one(
    project: Path, unit: str, written: bool, printed: str
) -> None:
    assert main(["clone", "chung", "--unit", unit, "--nam", "2026", "--ke-hoach"]) == 0
    (plan,) = project.glob("specs/*/*.yaml")
    assert ("viet_hoa_loai: có   # tên người" in plan.read_text(encoding="utf-8")) is written
    document = understand(plan, plan.name, project).document
    assert plain(document.subject).endswith(f"trên địa bàn {printed} năm 2026")


# --- new bao-cao


def test_a_report_is_written_beside_its_plan_with_the_plans_own_targets(project: Path) -> None:
    assert main([*WARD, "--ke-hoach"]) == 0
    plan = project / PLAN
    text = plan.read_text(encoding="utf-8").replace("ke_hoach: ≥ 80\n", "ke_hoach: ≥ 96\n", 1)
    text = text.replace("viet_hoa_loai: có ", "viet_hoa_loai: không ")
    plan.write_text(text, encoding="utf-8")
    assert main(["new", "bao-cao", "--from", PLAN]) == 0
    report = (project / REPORT).read_text(encoding="utf-8")
    assert report.count("ket_qua: <<?kết quả>>") == 58
    assert "ke_hoach: ≥ 96\n" in report
    assert "viet_hoa_loai: không\n" in report
    base = (project / "specs/chu-van-an/.mau/bao-cao-2026.yaml").read_text(encoding="utf-8")
    assert "≥ 96" not in base
    assert "viet_hoa_loai: có\n" in base
    assert finish(Job(project / REPORT, REPORT, project / "out.docx"), project).data


@pytest.mark.parametrize("sample", ["chu-van-an/ke-hoach-2025", "minh-hung/ke-hoach-2026"])
def test_the_report_on_a_plan_that_was_never_cloned_renders(project: Path, sample: str) -> None:
    source = Path(__file__).resolve().parents[2] / "specs" / f"{sample}.yaml"
    (project / "kh.yaml").write_bytes(source.read_bytes())
    assert main(["new", "bao-cao", "--from", "kh.yaml", "-o", "bc.yaml"]) == 0
    assert finish(Job(project / "bc.yaml", "bc.yaml", project / "out.docx"), project).data


def test_the_mistakes_of_a_plan_are_told_at_their_lines(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*WARD, "--ke-hoach"]) == 0
    text = (
        (project / PLAN).read_text(encoding="utf-8").replace("chu_tri: van_phong\n", "chu_tri: van_phog\n", 1)
    )
    (project / PLAN).write_text(text, encoding="utf-8")
    assert main(["new", "bao-cao", "--from", PLAN]) == 1
    line = text[: text.index("van_phog")].count("\n") + 1
    said = capsys.readouterr().err
    assert f"{Path(PLAN)}:{line}:" in said
    assert "C011" not in said


def test_only_a_plan_gives_a_report_and_none_is_overwritten(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(WARD) == 0
    before = (project / REPORT).read_bytes()
    assert main(["new", "bao-cao", "--from", PLAN]) == 1
    assert main(["new", "bao-cao", "--from", REPORT]) == 2
    assert main(["new", "bao-cao", "--from", "khong-co.yaml"]) == 2
    said = capsys.readouterr().err
    assert [code for code in ("C002", "C004", "U001") if code in said] == ["C002", "C004", "U001"]
    assert (project / REPORT).read_bytes() == before
