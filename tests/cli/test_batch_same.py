"""Every document of a batch equals its single render byte for byte: one process, several, a cluster."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

from nq57gen import __version__
from nq57gen.cli import main
from nq57gen.operations import cluster as cluster_module
from tests.cli.test_commands import BAD, put
from tests.samples.walk import SAMPLES
from tests.schema.snippets import PLAN, ROOT

COPIES = 2


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A real cluster on this machine: a scheduler and two workers, each a process."""
    # the workers find the program as this process does
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as made:
            yield made.scheduler_address


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copies of all samples, the working folder of the test."""
    monkeypatch.chdir(tmp_path)
    for copy in range(COPIES):
        for sample in SAMPLES:
            text = (ROOT / sample).read_text(encoding="utf-8")
            put(tmp_path, f"specs/{copy}/{Path(sample).parent.name}.yaml", text)
    return tmp_path


def documents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.docx")}


def test_one_job_two_jobs_and_a_cluster_make_the_same_bytes_as_single_renders(
    project: Path, address: str
) -> None:
    for spec in sorted((project / "specs").rglob("*.yaml")):
        assert main(["render", str(spec.relative_to(project)), "-o", "tung-tep"]) == 0
    for output, options in {
        "mot": ["--jobs", "1"],
        "hai": ["--jobs", "2"],
        "cum": ["--cluster", address],
    }.items():
        assert main(["render", "-o", output, *options]) == 0
    single = documents(project / "tung-tep")
    assert len(single) == COPIES * len(SAMPLES)
    for output in ("mot", "hai", "cum"):
        assert documents(project / output) == single


def test_a_cluster_tells_of_a_bad_spec_and_makes_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a", PLAN), ("b", BAD), ("c", PLAN)):
        put(tmp_path, f"specs/{name}.yaml", text)
    assert main(["render", "--cluster", address]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [f"output{os.sep}a.docx", f"output{os.sep}c.docx"]
    assert err.count("lỗi N006") == 1


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "127.0.0.1:9", "khong co", "http://127.0.0.1:9"])
def test_an_address_that_does_not_answer_is_a_wrong_call(
    project: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    assert main(["render", "--cluster", address]) == 2
    err = capsys.readouterr().err
    assert f"B011: Cụm máy ở địa chỉ “{address}” không trả lời" in err
    assert "gợi ý: " in err
    assert not (project / "output").exists()


def test_workers_with_another_version_are_refused(
    project: Path, capsys: pytest.CaptureFixture[str], address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "__version__", "0.0")
    assert main(["render", "--cluster", address]) == 2
    assert f"dùng nq57gen {__version__}, máy này dùng 0.0" in capsys.readouterr().err
    assert not (project / "output").exists()


def test_a_cluster_without_workers_is_a_wrong_call(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0") as empty:
        assert main(["render", "--cluster", empty.scheduler_address]) == 2
    assert "B012" in capsys.readouterr().err
    assert not (project / "output").exists()


def test_without_dask_it_is_said_what_to_install(project: Path) -> None:
    program = "import sys; sys.modules['distributed'] = None; from nq57gen.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program, "render", "--cluster", "tcp://127.0.0.1:9"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "B010: --cluster cần gói distributed (Dask), máy này chưa cài" in done.stderr
    assert 'pip install "nq57gen[cluster]"' in done.stderr
