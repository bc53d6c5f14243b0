"""``render --watch`` as a process, with real saves as editors make them."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.test_commands import BAD, put
from tests.schema.snippets import PLAN, ROOT, changed

OTHER = changed(PLAN, ("\ntrich_yeu: ", "\ntrich_yeu: Khác hẳn, "))
PACK = "phien_ban_dac_ta: 1\nten: Riêng\nan_ban: 1\nke_thua: dong-nai\n"
WAITING = "Đang chờ lưu tệp"
PATIENCE = 60


class Watched:
    """A running ``render --watch`` over two specs; what it says is read line by line."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "nq57gen", "render", "--watch"],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._lines.put(line.rstrip("\n"))

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join()
        assert self.process.stderr is not None
        self.process.stderr.close()

    def round(self) -> list[str]:
        """What it said until it waits again."""
        said: list[str] = []
        while not said or WAITING not in said[-1]:
            said.append(self._lines.get(timeout=PATIENCE))
        return said[:-1]

    def is_quiet(self) -> bool:
        try:
            self._lines.get(timeout=2)
        except queue.Empty:
            return True
        return False

    def text(self, name: str) -> str:
        return zipfile.ZipFile(self.project / "output" / name).read("word/document.xml").decode()


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    """A project with two specs, brought up to date and watched."""
    put(tmp_path, "specs/a.yaml", PLAN)
    put(tmp_path, "specs/b.yaml", PLAN)
    (tmp_path / "templates").mkdir()
    running = Watched(tmp_path)
    try:
        first = running.round()
        assert first[-1].startswith("Đã tạo 2/2 văn bản")
        yield running
    finally:
        running.end()


def made(said: list[str]) -> list[str]:
    """The specs whose documents were looked at because they are due."""
    return [line.partition("] ")[2].partition(":")[0] for line in said if line.startswith("[")]


def by_renaming(path: Path, text: str) -> None:
    """As Vim and Word save: a new file beside, then renamed over the old one."""
    new = path.with_name("4913.tmp")
    new.write_text(text, encoding="utf-8")
    os.replace(new, path)


def by_emptying(path: Path, text: str) -> None:
    """As Notepad saves: the file is emptied, and written a little later."""
    with path.open("w", encoding="utf-8") as file:
        file.flush()
        threading.Event().wait(0.3)
        file.write(text)


def at_once(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("save", [at_once, by_renaming, by_emptying])
def test_a_save_makes_the_document_of_that_spec_once(
    watched: Watched, save: Callable[[Path, str], None]
) -> None:
    save(watched.project / "specs/a.yaml", OTHER)
    said = watched.round()
    assert made(said) == [f"specs{os.sep}a.yaml"]
    assert said[-1].startswith("Đã tạo 1/1 văn bản")
    assert "Khác hẳn" in watched.text("a.docx")
    assert "Khác hẳn" not in watched.text("b.docx")
    assert watched.is_quiet()  # what it wrote itself is no reason to look again


def test_an_error_is_shown_and_the_next_good_save_recovers(watched: Watched) -> None:
    spec = watched.project / "specs/a.yaml"
    spec.write_text(BAD, encoding="utf-8")
    said = watched.round()
    assert any("lỗi N006" in line for line in said)
    assert said[-1].endswith("1 đặc tả có lỗi, chưa tạo.")
    spec.write_text(OTHER, encoding="utf-8")
    assert watched.round()[-1].startswith("Đã tạo 1/1 văn bản")
    assert "Khác hẳn" in watched.text("a.docx")


def test_a_burst_of_saves_is_one_round(watched: Watched) -> None:
    for number in range(5):
        for name in ("a", "b"):
            put(
                watched.project,
                f"specs/{name}.yaml",
                changed(PLAN, ("\ntrich_yeu: ", f"\ntrich_yeu: L{number} ")),
            )
    rounds = [watched.round()]
    while not watched.is_quiet():  # takes the first line of a further round
        rounds.append(watched.round())
    assert len(rounds) <= 2  # of ten saves; a slow machine may part them once
    assert rounds[0][-1].startswith("Đã tạo")
    assert "L4" in watched.text("a.docx")
    assert "L4" in watched.text("b.docx")


def test_new_and_deleted_specs_are_seen(watched: Watched) -> None:
    spec = put(watched.project, "specs/mới/c.yaml", PLAN)
    assert watched.round()[-1].startswith("Đã tạo 1/")
    assert (watched.project / "output/mới/c.docx").is_file()
    spec.unlink()
    said = "\n".join(watched.round())
    assert f"c.yaml: không còn đặc tả này; {Path('output/mới/c.docx')} được giữ nguyên." in said
    assert (watched.project / "output/mới/c.docx").is_file()


def test_a_pack_asks_for_the_documents_that_use_it(watched: Watched) -> None:
    pack = put(watched.project, "templates/rieng/pack.yaml", PACK)
    watched.round()
    put(watched.project, "specs/a.yaml", changed(PLAN, ("mau: dong-nai", "mau: rieng")))
    said = watched.round()
    assert said[-1].startswith("Đã tạo 1/1 văn bản"), said
    pack.write_text(PACK + "# sửa\n", encoding="utf-8")
    said = watched.round()
    assert made(said) == [f"specs{os.sep}a.yaml"]
    assert said[0].endswith("mẫu rieng đã đổi: pack.yaml")


def test_what_is_found_in_a_document_is_not_repeated_while_it_stays_as_it_is(watched: Watched) -> None:
    blank = changed(PLAN, ("Số hóa hồ sơ", "Số hóa <<?số>> hồ sơ"))
    put(watched.project, "specs/b.yaml", blank)
    assert any("N033" in line for line in watched.round())
    put(watched.project, "templates/rieng/pack.yaml", PACK)  # all documents are looked at, none is due
    said = watched.round()
    assert said[-1].startswith("Đã tạo 0/2 văn bản")
    assert said[-1].endswith("2 văn bản không đổi.")
    assert not any("N033" in line for line in said)
    put(watched.project, "specs/b.yaml", blank.replace("hồ sơ", "giấy tờ"))
    assert any("N033" in line for line in watched.round())


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
def test_ctrl_c_ends_with_status_0(watched: Watched) -> None:
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(PATIENCE) == 0
