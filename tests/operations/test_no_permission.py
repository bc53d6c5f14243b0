"""What may not be read is told as that: never passed over, never taken for missing."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from nq57gen.cli import main
from nq57gen.errors import UsageError
from nq57gen.operations.outcome import State
from nq57gen.operations.paths import find_given, find_jobs
from tests.operations.again import Project
from tests.schema.snippets import PLAN


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a second folder of specs."""
    made = Project(tmp_path)
    (tmp_path / "specs/sub").mkdir()
    (tmp_path / "specs/sub/b.yaml").write_text(PLAN, encoding="utf-8")
    return made


@pytest.fixture
def close(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Close a folder to everybody, the superuser too: ``listed``, but what is in it may not be looked at."""

    def closed(folder: Path, *, listed: bool = False) -> None:
        look, scan = os.stat, os.scandir

        def refused(path: object) -> OSError:
            return PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

        def stat(path: str | Path | int, **options: bool) -> os.stat_result:
            if not isinstance(path, int) and folder in Path(path).parents:
                raise refused(path)
            return look(path, **options)

        def scandir(path: str) -> object:
            if Path(path) == folder and not listed:
                raise refused(path)
            return scan(path)

        monkeypatch.setattr(os, "stat", stat)
        monkeypatch.setattr(os, "scandir", scandir)

    return closed


@pytest.mark.parametrize("find", [find_given, lambda paths, top: find_jobs(paths, top, top / "output")])
@pytest.mark.parametrize("listed", [False, True])
def test_a_closed_folder_of_specs_is_told(
    project: Project, close: Callable[..., None], find: Callable[..., object], listed: bool
) -> None:
    close(project.folder / "specs/sub", listed=listed)
    for paths in ([], ["specs/sub"]):
        with pytest.raises(UsageError) as caught:
            find(paths, project.folder)
        (found,) = caught.value.diagnostics
        assert found.code == "F133"
        assert found.path == os.path.join("specs", "sub", "b.yaml" if listed else "").rstrip(os.sep)
        assert found.hint


def test_a_closed_spec_or_top_folder_is_told(
    project: Project,
    close: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project.folder)
    close(project.folder / "specs")
    assert main(["render"]) == 2
    assert "F133" in (err := capsys.readouterr().err)
    assert "U002" not in err
    assert main(["render", str(project.spec)]) == 2
    assert "F133" in capsys.readouterr().err
    assert not (project.folder / "output").exists()


def test_a_closed_output_folder_is_not_an_empty_one(project: Project, close: Callable[..., None]) -> None:
    (project.folder / "specs/sub/b.yaml").unlink()
    project.render()
    before = project.output.read_bytes()
    project.change()
    with pytest.MonkeyPatch.context() as patched:
        real = os.stat
        close(project.output.parent)
        for dry_run in (True, False):
            outcome = project.render(dry_run=dry_run)
            assert (outcome.state, outcome.internal) == (State.FAILED, False)
            assert [one.code for one in outcome.diagnostics] == ["F133"]
        patched.setattr(os, "stat", real)
    assert project.output.read_bytes() == before
