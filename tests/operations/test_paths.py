"""Which files a call means, and where their documents, records and new versions go."""

from __future__ import annotations

from pathlib import Path

import pytest

from nq57gen.operations.paths import Job, beside, find_jobs


def test_jobs_of_a_folder_are_sorted_by_folder_and_name(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/z.yml", "a-b/c.yaml", "a/.x/n.yaml", "~t.yaml", "ghi-chu.txt"):
        (tmp_path / "specs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "specs" / name).write_text("", encoding="utf-8")
    (tmp_path / "specs/la-thu-muc.yaml").mkdir()
    jobs = find_jobs([], tmp_path, tmp_path / "output")
    assert [Path(job.shown_as).as_posix() for job in jobs] == [
        "specs/a/z.yml",
        "specs/a-b/c.yaml",
        "specs/b.yaml",
    ]
    assert [job.output.relative_to(tmp_path).as_posix() for job in jobs] == [
        "output/a/z.docx",
        "output/a-b/c.docx",
        "output/b.docx",
    ]
    assert jobs[0].record == tmp_path / "output/.nq57gen/a/z.docx.json"


def test_a_link_to_a_spec_is_the_spec(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs/a.yaml").write_text("", encoding="utf-8")
    (tmp_path / "specs/b.yaml").symlink_to(tmp_path / "specs/a.yaml")
    (tmp_path / "specs/c.yaml").symlink_to(tmp_path / "specs/khong-co.yaml")
    (job,) = find_jobs([], tmp_path, tmp_path / "output")
    assert job.output == tmp_path / "output/a.docx"


@pytest.mark.parametrize("named", [[], ["specs"], ["specs/xa/b.yaml"], ["specs/xa"]])
def test_a_link_to_a_spec_elsewhere_goes_out_under_its_own_name(tmp_path: Path, named: list[str]) -> None:
    project = tmp_path / "dự án"
    (project / "specs/xa").mkdir(parents=True)
    (tmp_path / "ngoài").mkdir()
    (tmp_path / "ngoài/a.yaml").write_text("", encoding="utf-8")
    (project / "specs/xa/b.yaml").symlink_to("../../../ngoài/a.yaml")
    (job,) = find_jobs(named, project, project / "output")
    assert job.output == project / "output/xa/b.docx"
    assert job.record == project / "output/.nq57gen/xa/b.docx.json"


def test_two_links_to_one_spec_elsewhere_are_two_documents(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "specs").mkdir(parents=True)
    (tmp_path / "x.yaml").write_text("", encoding="utf-8")
    for name in "ab":
        (project / f"specs/{name}.yaml").symlink_to(tmp_path / "x.yaml")
    jobs = find_jobs(["specs", "specs/a.yaml"], project, project / "output")
    assert [job.output.name for job in jobs] == ["a.docx", "b.docx"]


@pytest.mark.parametrize("named", ["specs/xa", "specs/xa/a.yaml", "./specs/../specs/xa"])
def test_a_folder_that_is_a_link_keeps_its_own_name(tmp_path: Path, named: str) -> None:
    project = tmp_path / "project"
    (project / "specs").mkdir(parents=True)
    (tmp_path / "ngoài").mkdir()
    (tmp_path / "ngoài/a.yaml").write_text("", encoding="utf-8")
    (project / "specs/xa").symlink_to(tmp_path / "ngoài", target_is_directory=True)
    (job,) = find_jobs([named], project, project / "output")
    assert job.output == project / "output/xa/a.docx"


def test_a_folder_of_specs_that_is_a_link_is_the_folder(tmp_path: Path) -> None:
    (tmp_path / "thật/xa").mkdir(parents=True)
    (tmp_path / "thật/xa/a.yaml").write_text("", encoding="utf-8")
    (tmp_path / "project").mkdir()
    (tmp_path / "project/specs").symlink_to(tmp_path / "thật", target_is_directory=True)
    project, output = tmp_path / "project", tmp_path / "project/output"
    for named in ([], ["specs/xa/a.yaml"], [str(tmp_path / "thật")], [str(tmp_path / "thật/xa/a.yaml")]):
        (job,) = find_jobs(named, project, output)
        assert job.output == output / "xa/a.docx"


def test_a_project_that_is_reached_by_a_link_is_the_project(tmp_path: Path) -> None:
    (tmp_path / "project/specs/xa").mkdir(parents=True)
    (tmp_path / "project/specs/xa/a.yaml").write_text("", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "project", target_is_directory=True)
    (job,) = find_jobs(
        [str(tmp_path / "link/specs/xa/a.yaml"), "specs"], tmp_path / "project", tmp_path / "output"
    )
    assert job.output == tmp_path / "output/xa/a.docx"


@pytest.mark.parametrize(
    "named", ["../khác/a.yaml", "../khác", "../khác/../khác/a.yaml", "khác", "khác/a.yaml"]
)
def test_no_document_leaves_the_output_folder(tmp_path: Path, named: str) -> None:
    project = tmp_path / "project"
    (project / "specs").mkdir(parents=True)
    (tmp_path / "khác").mkdir()
    (tmp_path / "sâu").mkdir()
    (tmp_path / "sâu/x.yaml").write_text("", encoding="utf-8")
    (tmp_path / "khác/a.yaml").symlink_to(tmp_path / "sâu/x.yaml")
    (project / "khác").symlink_to(tmp_path / "khác", target_is_directory=True)
    (job,) = find_jobs([named], project, project / "output")
    assert job.output == project / "output/a.docx"


def test_a_job_without_an_output_folder_keeps_its_record_beside_the_document(tmp_path: Path) -> None:
    job = Job(tmp_path / "a.yaml", "a.yaml", tmp_path / "ra" / "a.docx")
    assert job.record == tmp_path / "ra/.nq57gen/a.docx.json"


def test_the_new_version_keeps_every_part_of_the_name() -> None:
    assert beside(Path("x/ke.hoach 2026.docx")) == Path("x/ke.hoach 2026.moi.docx")
    assert beside(Path("x/a.pdf")) == Path("x/a.moi.pdf")
