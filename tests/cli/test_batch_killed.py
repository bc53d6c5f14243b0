"""A batch that is stopped, killed, or runs twice at once leaves whole files only; the next goes on."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.kill import contents, members, torture
from bench.together import both
from bench.wards import write_wards
from tests.schema.snippets import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
DOCUMENTS = 40


def started(project: Path, jobs: str) -> subprocess.Popen[str]:
    """A batch as a terminal starts it: a group of processes of its own, which a Ctrl-C reaches as a whole."""
    return subprocess.Popen(
        [sys.executable, "-m", "nq57gen", "render", "--jobs", jobs],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def ends(group: int) -> bool:
    """Whether all processes of the group are gone, soon."""
    for _ in range(100):
        if not members(group):
            return True
        time.sleep(0.1)
    return False


def at_work(project: Path, batch: subprocess.Popen[str]) -> None:
    """Wait until the first document is there; what the batch prints stays to be read."""
    while batch.poll() is None and not any((project / "output").glob("*.docx")):
        time.sleep(0.01)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_whole_files_says_how_far_it_came_and_the_next_run_goes_on(
    tmp_path: Path, jobs: str
) -> None:
    write_wards(tmp_path / "specs", DOCUMENTS)
    batch = started(tmp_path, jobs)
    at_work(tmp_path, batch)
    os.killpg(batch.pid, signal.SIGINT)
    out, err = batch.communicate(timeout=60)
    assert batch.returncode == 1
    assert "Traceback" not in err
    made = out.splitlines()
    left = DOCUMENTS - len(made)
    assert 0 < left < DOCUMENTS
    assert "Đang dừng, chờ văn bản đang làm dở" in err
    assert f"Đã tạo {len(made)}/{DOCUMENTS} văn bản" in err
    assert err.endswith(f"Đã dừng: còn {left} văn bản chưa xem đến; chạy lại lệnh này để làm tiếp.\n")
    assert {f"output{os.sep}{name}" for name in contents(tmp_path / "output")} == set(made)
    assert ends(batch.pid)
    again = started(tmp_path, "2")
    out, err = again.communicate(timeout=120)
    assert again.returncode == 0
    assert len(out.splitlines()) == left
    assert err.rstrip().endswith(f"; {len(made)} văn bản không đổi.")


def test_a_second_ctrl_c_ends_at_once_and_takes_the_workers_along(tmp_path: Path) -> None:
    write_wards(tmp_path / "specs", DOCUMENTS)
    batch = started(tmp_path, "2")
    at_work(tmp_path, batch)
    while batch.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(batch.pid, signal.SIGINT)
        time.sleep(0.02)
    _, err = batch.communicate(timeout=60)
    assert batch.returncode == 1
    told = [line for line in err.splitlines() if line and not line.startswith("[")]
    assert [line.split()[:2] for line in told] == [
        ["Đang", "dừng,"],
        ["Đã", "dừng"],
    ]  # and Python says nothing
    assert told[-1].startswith("Đã dừng ngay; văn bản đã làm xong vẫn còn")
    assert ends(batch.pid)


def test_killed_at_random_moments_nothing_is_partial_or_lost(tmp_path: Path) -> None:
    torture(tmp_path, 4, 6, random.Random(57))  # noqa: S311


def test_two_runs_over_one_folder_at_once_damage_nothing(tmp_path: Path) -> None:
    both(tmp_path, 2, 6)
