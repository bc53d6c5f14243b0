"""``render --watch`` as a process, whose watched folders come, go and come back."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import watchfiles

from nq57gen.cli import main
from tests.cli.test_batch_watch import PACK, PATIENCE, Watched, made
from tests.cli.test_commands import put
from tests.schema.snippets import PLAN, changed


def other(text: str) -> str:
    """A plan that says ``text``."""
    return changed(PLAN, ("\ntrich_yeu: ", f"\ntrich_yeu: {text}, "))


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    """A project with one spec and no packs of its own, brought up to date and watched."""
    put(tmp_path, "specs/a.yaml", PLAN)
    running = Watched(tmp_path)
    try:
        assert running.round()[-1].startswith("Đã tạo 1/1 văn bản")
        yield running
    finally:
        running.end()


def until(watched: Watched, wanted: Callable[[str], bool]) -> str:
    """The first line that is as ``wanted``, of as many rounds as it takes."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        for line in watched.round():
            if wanted(line):
                return line
    raise AssertionError("it was not said")


def is_made(line: str) -> bool:
    return line.startswith("Đã tạo 1/1")


def test_the_folder_of_the_specs_comes_back(watched: Watched) -> None:
    for number in range(3):
        shutil.rmtree(watched.project / "specs")
        until(watched, lambda line: "U001" in line or "U002" in line)
        put(watched.project, "specs/a.yaml", other(f"Lần {number}"))
        until(watched, is_made)
        put(watched.project, "specs/a.yaml", other(f"Sửa {number}"))
        until(watched, is_made)
        assert f"Sửa {number}" in watched.text("a.docx")


def test_the_folder_of_the_specs_is_exchanged_at_once(watched: Watched) -> None:
    put(watched.project, "mới/a.yaml", other("Thay"))
    (watched.project / "specs").rename(watched.project / "cũ")
    (watched.project / "mới").rename(watched.project / "specs")
    until(watched, is_made)
    put(watched.project, "specs/a.yaml", other("Sửa"))
    until(watched, is_made)
    assert "Sửa" in watched.text("a.docx")


def test_templates_are_made_after_the_start(watched: Watched) -> None:
    pack = put(watched.project, "templates/rieng/pack.yaml", PACK)
    until(watched, lambda line: line.startswith("Đã tạo 0/1"))
    put(watched.project, "specs/a.yaml", changed(PLAN, ("mau: dong-nai", "mau: rieng")))
    until(watched, is_made)
    pack.write_text(PACK + "# sửa\n", encoding="utf-8")
    assert until(watched, lambda line: "mẫu rieng đã đổi" in line).startswith("[1/1]")
    shutil.rmtree(watched.project / "templates")
    until(watched, lambda line: "M001" in line)
    put(watched.project, "templates/rieng/pack.yaml", PACK)
    until(watched, lambda line: line.startswith("Đã tạo") and "lỗi" not in line)


def test_what_it_makes_itself_does_not_wake_it(watched: Watched) -> None:
    put(watched.project, "specs/b.yaml", PLAN)
    assert made(watched.round()) != []
    put(watched.project, "output/ghi-chu.yaml", "a: 1\n")
    assert watched.is_quiet()


def test_a_system_that_watches_no_more_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*folders: Path, **options: object) -> Iterator[set[tuple[int, str]]]:
        if folders:
            raise OSError("OS file watch limit reached.")
        yield set()

    monkeypatch.setattr(watchfiles, "watch", refused)
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "specs/a.yaml", PLAN)
    assert main(["render", "--watch"]) == 2
    assert "lỗi B015: Hệ thống không cho theo dõi thư mục" in capsys.readouterr().err
