"""Which files a call means, and where their documents, records and new versions go."""

from __future__ import annotations

from pathlib import Path

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


def test_a_job_without_an_output_folder_keeps_its_record_beside_the_document(tmp_path: Path) -> None:
    job = Job(tmp_path / "a.yaml", "a.yaml", tmp_path / "ra" / "a.docx")
    assert job.record == tmp_path / "ra/.nq57gen/a.docx.json"


def test_the_new_version_keeps_every_part_of_the_name() -> None:
    assert beside(Path("x/ke.hoach 2026.docx")) == Path("x/ke.hoach 2026.moi.docx")
    assert beside(Path("x/a.pdf")) == Path("x/a.moi.pdf")
