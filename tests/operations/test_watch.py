"""Which documents a burst of saves asks for; the changes are handed in, so that nothing waits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nq57gen.errors import UsageError
from nq57gen.operations.watch import Places, Round, rounds


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two specs and a pack of the project's own."""
    for name in ("specs/a.yaml", "specs/b/b.yaml", "templates/rieng/pack.yaml", "templates/rieng/x.docx"):
        put(tmp_path, name)
    return tmp_path


def put(project: Path, name: str, text: str = "x: 1\n") -> Path:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(asked: Round) -> list[str]:
    return [job.spec.name for job in asked.jobs]


def only(project: Path, *bursts: set[Path]) -> list[Round]:
    """The rounds after the first one."""
    return list(rounds((), project, project / "ra", bursts))[1:]


def test_the_first_round_is_all_documents(project: Path) -> None:
    (first,) = rounds((), project, project / "ra", [])
    assert names(first) == ["a.yaml", "b.yaml"]
    assert [job.output for job in first.jobs] == [project / "ra/a.docx", project / "ra/b/b.docx"]


def test_a_saved_spec_asks_for_its_document_only(project: Path) -> None:
    (asked,) = only(project, {project / "specs/b/b.yaml"})
    assert names(asked) == ["b.yaml"]


@pytest.mark.parametrize(
    "changed", ["templates/rieng/pack.yaml", "templates/rieng/x.docx", "specs/b/so-lieu.xlsx", "specs/b"]
)
def test_what_many_documents_share_asks_for_all(project: Path, changed: str) -> None:
    (asked,) = only(project, {project / changed})
    assert names(asked) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize(
    "changed",
    [
        "ra/a.docx",
        "ra/a.pdf",
        "ra/a.moi.docx",
        "ra/.nq57gen/a.docx.json",
        "ra/.luu/a.docx",
        "ra/.nq57gen-12-0.tmp",
        "specs/~$a.docx",
        "specs/.a.yaml.swp",
        "specs/a.yaml~",
        "specs/.#a.yaml",
        "templates/rieng/~$x.docx",
        "specs/ghi-chu.txt",
        "specs/.git/objects/ab/cdef",
        "specs/.luu/cu/a.yaml",
        "specs/~tam/a.yaml",
    ],
)
def test_what_no_document_depends_on_asks_for_nothing(project: Path, changed: str) -> None:
    assert only(project, {project / changed}) == []


def test_a_new_spec_is_seen_and_one_that_went_away_is_told(project: Path) -> None:
    saves = rounds((), project, project / "ra", iter(lambda: {project / "specs/c.yaml"}, None))
    next(saves)
    put(project, "specs/c.yaml")
    new = next(saves)
    assert (names(new), new.gone) == (["c.yaml"], ())
    (project / "specs/c.yaml").unlink()
    gone = next(saves)
    assert names(gone) == []
    assert [job.output for job in gone.gone] == [project / "ra/c.docx"]


def test_a_spec_saved_by_renaming_another_file_over_it_is_one_save(project: Path) -> None:
    (asked,) = only(project, {project / "specs/a.yaml", project / "specs/a.yaml.new", project / "specs/4913"})
    assert "a.yaml" in names(asked)


def test_an_emptied_file_waits_until_it_is_written(project: Path) -> None:
    spec = put(project, "specs/a.yaml", "")
    bursts: Iterator[set[Path]] = iter([{spec}, {spec}])
    saves = rounds((), project, project / "ra", written_between(bursts, spec))
    next(saves)
    asked = next(saves)
    assert names(asked) == ["a.yaml"]
    assert spec.read_text(encoding="utf-8") == "x: 1\n"
    assert list(saves) == []


def written_between(bursts: Iterator[set[Path]], spec: Path) -> Iterator[set[Path]]:
    yield next(bursts)
    spec.write_text("x: 1\n", encoding="utf-8")
    yield next(bursts)


def test_a_file_that_stays_empty_is_looked_at_when_time_has_passed(project: Path) -> None:
    spec = put(project, "specs/a.yaml", "")
    (asked,) = only(project, {spec}, set(), set())
    assert names(asked) == ["a.yaml"]


def test_when_the_specs_cannot_be_told_apart_it_is_said_and_the_next_save_recovers(project: Path) -> None:
    twin = put(project, "specs/a.yml")

    def bursts() -> Iterator[set[Path]]:
        yield {twin}
        twin.unlink()
        yield {twin}
        yield {project / "specs/a.yaml"}

    twin.unlink()
    saves = rounds((), project, project / "ra", bursts())
    next(saves)
    put(project, "specs/a.yml")
    wrong = next(saves)
    assert ([one.code for one in wrong.problems], wrong.jobs) == (["U004"], ())
    assert "a.yaml" in names(next(saves))


def test_nothing_to_watch_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        next(rounds((), tmp_path, tmp_path / "ra", []))


@pytest.mark.parametrize("folder", [".w3", "~w3", ".w3/.sau"])
def test_the_names_of_the_folders_above_do_not_hide_a_spec(tmp_path: Path, folder: str) -> None:
    project = tmp_path / folder
    spec = put(project, "a.yaml")
    hidden = [put(project, name) for name in (".git/b.yaml", ".b.yaml", "~$b.yaml")]
    saves = rounds(["a.yaml"], project, project / "ra", [{spec}, set(hidden), {spec}])
    assert [names(asked) for asked in saves] == [["a.yaml"]] * 3  # the first, and the two saves
    saves = rounds(["."], project, project / "ra", [{spec}, set(hidden)])
    assert [names(asked) for asked in saves] == [["a.yaml"]] * 2


def test_what_is_made_below_the_watched_folder_asks_for_nothing(project: Path) -> None:
    made = [{project / name} for name in ("ra", "ra/moi", "ra/moi/so-lieu.xlsx", "ra/a.docx")]
    assert list(rounds(["."], project, project / "ra", made))[1:] == []
    (asked,) = list(rounds(["."], project, project / "ra", [{project / "specs/so-lieu.xlsx"}]))[1:]
    assert names(asked) == ["a.yaml", "b.yaml", "pack.yaml"]


def test_templates_that_come_later_count(tmp_path: Path) -> None:
    put(tmp_path, "specs/a.yaml")
    saves = rounds((), tmp_path, tmp_path / "ra", iter(lambda: {tmp_path / "templates/rieng/x.docx"}, None))
    next(saves)
    put(tmp_path, "templates/rieng/x.docx")
    assert names(next(saves)) == ["a.yaml"]


def test_a_watched_folder_that_was_made_anew_asks_for_all(tmp_path: Path) -> None:
    put(tmp_path, "đặc tả.2026/a.yaml")
    folder = tmp_path / "đặc tả.2026"
    (asked,) = list(rounds([folder.name], tmp_path, tmp_path / "ra", [{folder}]))[1:]
    assert names(asked) == ["a.yaml"]


# --- where to look


def test_a_folder_is_watched_deeply_with_the_packs(project: Path) -> None:
    watched = Places([], project).now()
    assert {project / "specs", project / "templates"} <= set(watched.deep)
    assert watched.flat == ()


def test_a_single_spec_does_not_make_us_watch_all_below_its_folder(project: Path) -> None:
    put(project, "rieng/c.yaml")
    watched = Places(["specs", "rieng/c.yaml", "specs/a.yaml"], project).now()
    assert watched.flat == (project / "rieng",)
    assert {project / "specs", project / "templates"} <= set(watched.deep)
    assert Places(["specs/a.yaml"], project).now().flat == (project / "specs",)


def test_a_folder_made_anew_or_later_is_another_place_to_watch(project: Path) -> None:
    (project / "templates").rename(project / "mau")
    where = Places([], project)
    before = where.now()
    assert where.now() == before
    (project / "specs").rename(project / "cu")
    gone = where.now()
    assert gone.folders == tuple(folder for folder in before.folders if folder.name != "specs")
    put(project, "specs/a.yaml")
    assert (where.now() != before, where.now().folders) == (True, before.folders)
    (project / "mau").rename(project / "templates")
    assert project / "templates" in where.now().deep


@pytest.mark.parametrize("others", [True, False])
def test_a_spec_that_is_away_for_a_moment_is_not_told_of(project: Path, others: bool) -> None:
    spec = project / "specs/a.yaml"
    if not others:
        (project / "specs/b/b.yaml").unlink()

    def bursts() -> Iterator[set[Path]]:
        spec.unlink()
        yield {spec}
        yield set()
        put(project, "specs/a.yaml", "x: 2\n")
        yield {spec}

    (asked,) = list(rounds((), project, project / "ra", bursts()))[1:]
    assert (names(asked), asked.gone, asked.problems) == (["a.yaml"], (), ())


def test_the_only_spec_is_told_of_when_it_does_not_come_back(project: Path) -> None:
    (project / "specs/b/b.yaml").unlink()
    spec = project / "specs/a.yaml"

    def bursts() -> Iterator[set[Path]]:
        spec.unlink()
        yield {spec}
        yield from [set(), set(), set(), set()]

    told = list(rounds((), project, project / "ra", bursts()))[1:]
    assert [[one.code for one in asked.problems] for asked in told] == [["U002"]]


@pytest.mark.parametrize(
    "changed",
    ["specs/4913", "specs/#a.yaml#", "specs/.~lock.a.yaml#", "specs/a.tmp", "templates/rieng/~$x.docx"],
)
def test_files_that_editors_keep_for_a_moment_ask_for_nothing(project: Path, changed: str) -> None:
    assert only(project, {project / changed}) == []
