"""The process ends without taking itself apart; nothing that was printed is lost, no failure is hidden."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from tests.cli.test_commands import put
from tests.schema.snippets import PLAN, ROOT

_COMMAND = (sys.executable, "-m", "nq57gen")


def run(*arguments: str, folder: Path, out: int | IO[bytes]) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    environment.pop("PYTHONUNBUFFERED", None)
    return subprocess.run(
        [*_COMMAND, *arguments], cwd=folder, env=environment, stdout=out, stderr=subprocess.PIPE, check=False
    )


@pytest.mark.parametrize(("arguments", "status"), [(["--help"], 0), (["render"], 2), (["check", "specs"], 1)])
def test_the_status_is_that_of_the_command(arguments: list[str], status: int, tmp_path: Path) -> None:
    put(tmp_path, "specs/a.yaml", PLAN.replace("loai_van_ban", "loai_vanban"))
    done = run(*arguments[:1], *(arguments[1:] or ["khong-co"]), folder=tmp_path, out=subprocess.PIPE)
    assert done.returncode == status


def test_all_that_was_printed_arrives(tmp_path: Path) -> None:
    for number in range(20):
        put(tmp_path, f"specs/{number}.yaml", PLAN.replace("loai_van_ban", "loai_vanban"))
    with (tmp_path / "out").open("wb") as file:
        run("check", folder=tmp_path, out=file)
    assert (tmp_path / "out").read_text(encoding="utf-8").count("specs/19.yaml".replace("/", os.sep)) >= 1


def test_workers_are_waited_for(tmp_path: Path) -> None:
    for number in range(4):
        put(tmp_path, f"specs/{number}.yaml", PLAN)
    done = run("render", "--jobs", "2", folder=tmp_path, out=subprocess.PIPE)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().split() == [os.path.join("output", f"{number}.docx") for number in range(4)]


#: Runs the program as its entry does, and presses Ctrl-C when the module named first is about to be imported.
_PRESSED = """
import _signal, sys
from nq57gen.__main__ import command

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == wanted:
            _signal.raise_signal(_signal.SIGINT)

wanted = sys.argv.pop(1)
sys.meta_path.insert(0, Finder())
command()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
@pytest.mark.parametrize(
    ("module", "status", "told"),
    [
        ("nq57gen.cli", -signal.SIGINT, ""),
        ("argparse", -signal.SIGINT, ""),
        ("nq57gen.cli.parser_cloning", -signal.SIGINT, ""),
        ("nq57gen.errors", 1, "Đã dừng.\n"),
        ("nq57gen.cli.render", 1, "Đã dừng.\n"),
        ("nq57gen.cli.batch", 1, "Đã dừng.\n"),
    ],
)
def test_a_ctrl_c_while_the_program_is_imported_shows_no_traceback(
    module: str, status: int, told: str, tmp_path: Path
) -> None:
    put(tmp_path, "specs/a.yaml", PLAN)
    done = subprocess.run(
        [sys.executable, "-c", _PRESSED, module, "render"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (status, "", told)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no file that is always full")
def test_a_place_that_takes_no_text_is_a_failure(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run("--help", folder=tmp_path, out=full)
    assert done.returncode != 0
    assert b"No space left" in done.stderr
