"""``verify`` says whether a file is what its inputs give, and which of them differ."""

from __future__ import annotations

import json
import shutil
import zipfile
import zlib
from pathlib import Path

import pytest

from nq57gen.errors import UsageError
from nq57gen.operations import render as making
from nq57gen.operations.outcome import Wanted
from nq57gen.operations.paths import find_jobs
from nq57gen.operations.regenerate import regenerate
from nq57gen.operations.verify import Verified, verify, verify_all
from nq57gen.rendering.prepared import prepared
from nq57gen.writer import package
from nq57gen.writer.package import Entry, entry, pack, unpack
from tests.operations.again import OUTPUT, SPEC, Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose document was made."""
    made = Project(tmp_path)
    made.render()
    return made


def verified(project: Project, path: Path | None = None, spec: str | None = None) -> Verified:
    return verify(path or project.output, "x.docx", project.folder, spec)


def codes(found: Verified) -> list[str]:
    assert all(one.path in ("x.docx", found.spec) for one in found.findings)
    return [one.code for one in found.findings]


def test_a_file_as_it_was_made_is_exact(project: Project) -> None:
    found = verified(project)
    assert found.exact
    assert found.same_bytes
    assert (found.spec, found.findings) == (SPEC, ())
    assert found.facts is not None


def test_an_edited_file_is_not_and_the_parts_are_named(project: Project) -> None:
    project.edit()
    found = verified(project)
    assert codes(found) == ["K202", "K207"]
    assert "khác ở: lời văn và bảng" in found.findings[1].message
    assert ".xml" not in found.findings[1].message


def test_a_changed_spec_is_named(project: Project) -> None:
    project.change()
    assert codes(verified(project)) == ["K204"]
    project.edit()
    assert codes(verified(project)) == ["K202", "K204"]


def test_a_comment_in_the_spec_is_a_change_of_the_spec(project: Project) -> None:
    project.write(project.spec.read_text(encoding="utf-8") + "# ghi chú\n")
    assert codes(verified(project)) == ["K204"]


def test_line_ends_and_byte_order_mark_are_none(project: Project) -> None:
    text = project.spec.read_text(encoding="utf-8")
    project.spec.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert verified(project).exact


def test_a_changed_pack_is_named(project: Project) -> None:
    folder = project.folder / "templates/dong-nai"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(
        "phien_ban_dac_ta: 1\nten: R\nan_ban: 1\nke_thua: chung\ntinh: {ten: Đồng Nai, loai: tỉnh}\n",
        encoding="utf-8",
    )
    assert codes(verified(project)) == ["K205"]


def test_another_version_is_named(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "__version__", "99.1")
    found = verified(project)
    assert codes(found) == ["K206"]
    assert "99.1" in found.findings[0].message


def _deflated(content: bytes, level: int, strategy: int) -> bytes:
    deflater = zlib.compressobj(level, zlib.DEFLATED, -15, 9, strategy)
    return deflater.compress(content) + deflater.flush()


@pytest.mark.parametrize(
    ("level", "strategy"),
    [(9, zlib.Z_DEFAULT_STRATEGY), (1, zlib.Z_FILTERED), (6, zlib.Z_HUFFMAN_ONLY), (0, zlib.Z_FIXED)],
)
def test_a_file_deflated_by_another_zlib_is_exact_but_not_in_its_bytes(
    project: Project, level: int, strategy: int
) -> None:
    before = project.output.read_bytes()
    entries = [
        Entry(name, _deflated(content, level, strategy), len(content), zlib.crc32(content))
        for name, content in unpack(before).items()
    ]
    project.output.write_bytes(package._in_order(entries))
    assert project.output.read_bytes() != before
    found = verified(project)
    assert (found.exact, found.same_bytes, found.findings) == (True, False, ())


def test_a_program_with_another_zlib_finds_a_file_exact(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Other:
        """As zlib, but it deflates otherwise."""

        def __getattr__(self, name: str) -> object:
            return getattr(zlib, name)

        def compressobj(self, level: int, method: int, bits: int) -> object:
            return zlib.compressobj(level, method, bits, 9, zlib.Z_FILTERED)

    monkeypatch.setattr(package, "zlib", Other())
    prepared.cache_clear()
    found = verified(project)
    prepared.cache_clear()
    assert (found.exact, found.same_bytes) == (True, False)


@pytest.mark.parametrize("date", [(2026, 3, 5, 8, 15, 0), (1980, 1, 1, 0, 0, 0)])
def test_stored_parts_with_their_dates_are_the_same_parts(
    project: Project, date: tuple[int, int, int, int, int, int]
) -> None:
    parts = unpack(project.output.read_bytes())
    with zipfile.ZipFile(project.output, "w") as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name, date), content)
    assert codes(verified(project)) == ([] if date[0] == 1980 else ["K208"])


def test_parts_in_another_order_or_with_more_around_them_are_not_the_same(project: Project) -> None:
    before = project.output.read_bytes()
    first, *others = unpack(before).items()
    entries = [entry(name, content) for name, content in (*others, first)]
    project.output.write_bytes(package._in_order(entries))
    assert codes(verified(project)) == ["K208"]
    for around in (b"before" + before, before + b"behind"):
        project.output.write_bytes(around)
        assert codes(verified(project)) == ["K208"]
    project.output.write_bytes(before)
    with zipfile.ZipFile(project.output, "a") as made:
        made.comment = b"more"
    assert codes(verified(project)) == ["K208"]


def test_a_changed_word_is_found_whatever_deflated_it(project: Project) -> None:
    parts = unpack(project.output.read_bytes())
    parts["word/document.xml"] = parts["word/document.xml"].replace("phường".encode(), "xã".encode())
    entries = [
        Entry(name, _deflated(content, 9, zlib.Z_FILTERED), len(content), zlib.crc32(content))
        for name, content in parts.items()
    ]
    project.output.write_bytes(package._in_order(entries))
    assert codes(verified(project)) == ["K202", "K207"]


def test_a_file_packed_anew_has_the_content_but_not_the_bytes(project: Project) -> None:
    parts = unpack(project.output.read_bytes())
    with zipfile.ZipFile(project.output, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    assert codes(verified(project)) == ["K208"]


def test_a_file_without_a_seal_is_not_ours(project: Project) -> None:
    project.output.write_bytes(pack({"word/document.xml": b"<w:document/>"}))
    found = verified(project)
    assert (codes(found), found.facts) == (["K201"], None)


@pytest.mark.parametrize("content", [b"", b"PK", b"plain text"])
def test_a_broken_file_is_said_to_be_broken(project: Project, content: bytes) -> None:
    project.output.write_bytes(content)
    assert codes(verified(project)) == ["F120"]


def test_a_folder_is_verified_with_all_word_files_in_it(project: Project) -> None:
    (one,) = verify_all(["output"], project.folder, None)
    assert (one.shown_as, one.exact) == (OUTPUT, True)
    (project.folder / "empty").mkdir()
    with pytest.raises(UsageError) as refused:
        verify_all(["empty", "nowhere"], project.folder, None)
    assert [one.code for one in refused.value.diagnostics] == ["U006", "U001"]


def test_a_spec_that_is_wrong_now_tells_its_errors(project: Project) -> None:
    project.write("a: [\n")
    found = verified(project)
    assert not found.exact
    assert any(one.path == SPEC for one in found.findings)


# --- which spec


def test_the_spec_is_found_without_a_record_too(project: Project) -> None:
    shutil.rmtree(project.folder / "output/.nq57gen")
    assert verified(project).spec == SPEC


def test_the_record_knows_a_spec_that_lies_elsewhere(project: Project, tmp_path: Path) -> None:
    elsewhere = tmp_path / "Đặc tả/a.yaml"
    elsewhere.parent.mkdir()
    project.spec.rename(elsewhere)
    (job,) = find_jobs(["Đặc tả"], project.folder, project.folder / "ra")
    regenerate(job, Wanted(project.folder))
    found = verified(project, project.folder / "ra/a.docx")
    assert (found.spec, found.exact) == ("Đặc tả/a.yaml", True)


def test_the_new_version_beside_an_edited_file_is_exact(project: Project) -> None:
    project.edit()
    project.render()
    found = verified(project, project.aside)
    assert (found.spec, found.exact) == (SPEC, True)


def test_a_file_under_another_name_is_found_by_the_spec_its_seal_names(project: Project) -> None:
    sent = project.folder / "gui-di.docx"
    shutil.copy(project.output, sent)
    found = verified(project, sent)
    assert (found.exact, found.spec) == (True, SPEC)
    project.edit(sent)
    found = verified(project, sent)
    assert (codes(found), found.spec) == (["K202", "K207"], SPEC)


@pytest.mark.parametrize("kind", ["two alike", "changed", "outside"])
def test_a_file_that_no_single_spec_fits_needs_its_spec_named(project: Project, kind: str) -> None:
    sent = project.folder / "gui-di.docx"
    shutil.copy(project.output, sent)
    if kind == "two alike":
        shutil.copy(project.spec, project.spec.with_name("b.yaml"))
        (project.folder / "specs/hong.yaml").write_bytes(b"\xff\xfe\xff")
    elif kind == "changed":
        project.change()
    else:
        shutil.copy(project.spec, project.folder / "a.yaml")
        shutil.rmtree(project.folder / "specs")
    assert codes(verified(project, sent)) == ["K203"]
    named = {"two alike": SPEC, "changed": SPEC, "outside": "a.yaml"}[kind]
    assert verified(project, sent, named).exact is (kind != "changed")


def test_a_record_without_inputs_is_none(project: Project) -> None:
    text = json.loads(project.record.read_text(encoding="utf-8"))
    project.record.write_text(json.dumps({**text, "inputs": []}), encoding="utf-8")
    assert verified(project).exact
    assert project.render().reasons == ("không có ghi chép của lần tạo trước",)


def test_a_document_whose_spec_has_the_name_for_new_versions_is_its_own(project: Project) -> None:
    other = project.spec.with_name("a.moi.yaml")
    other.write_text(project.spec.read_text(encoding="utf-8") + "# khác\n", encoding="utf-8")
    (job,) = find_jobs(["specs/xa/a.moi.yaml"], project.folder, project.folder / "output")
    regenerate(job, Wanted(project.folder))
    found = verified(project, job.output)
    assert (found.spec, found.exact) == ("specs/xa/a.moi.yaml", True)


def test_wrong_calls_are_refused(project: Project) -> None:
    for paths, spec, code in (
        (["khong-co.docx"], None, "U001"),
        ([OUTPUT], "khong-co.yaml", "U001"),
        ([OUTPUT, OUTPUT], SPEC, "U012"),
    ):
        with pytest.raises(UsageError) as caught:
            verify_all(paths, project.folder, spec)
        assert [one.code for one in caught.value.diagnostics] == [code]
    (found,) = verify_all([OUTPUT], project.folder, None)
    assert found.exact
