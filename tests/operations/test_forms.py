"""Names in any Unicode form mean the same; two files or packs that differ by it alone are refused."""

from __future__ import annotations

import datetime
import os
import unicodedata
from pathlib import Path

import pytest

from nq57gen.errors import InvalidInput, UsageError
from nq57gen.forms import Stored, stored
from nq57gen.operations.clone import Wish, clone
from nq57gen.operations.document import understand
from nq57gen.operations.pack_new import pack_new
from nq57gen.operations.paths import find_given, find_jobs, word_files
from nq57gen.packs.find import find_pack, pack_folders, pack_names
from nq57gen.packs.load import load_pack
from tests.model.show import PLAN, spec
from tests.schema.snippets import changed

FORMS = ("NFC", "NFD")
TODAY = datetime.date(2026, 12, 1)
PARTLY = "kê\u0301"  # the vowel composed, its tone apart


def form(name: str, of: str) -> str:
    return unicodedata.normalize(of, name)  # type: ignore[arg-type]  # one of FORMS


def put(project: Path, name: str, text: str = "x: 1\n") -> Path:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def tells_forms_apart(folder: Path) -> bool:
    put(folder, form("thử/ế", "NFC"))
    return not os.path.exists(folder / form("thử/ế", "NFD"))


@pytest.fixture(autouse=True)
def _a_disk_that_tells_forms_apart(tmp_path_factory: pytest.TempPathFactory) -> None:
    if not tells_forms_apart(tmp_path_factory.mktemp("forms")):
        pytest.skip("this disk does not tell the forms apart")


@pytest.mark.parametrize("on_disk", FORMS)
@pytest.mark.parametrize("typed", [*FORMS, "partly"])
def test_a_path_finds_the_file_that_lies_there_in_another_form(
    tmp_path: Path, on_disk: str, typed: str
) -> None:
    file = put(tmp_path, form("xã/kế.yaml", on_disk))
    named = f"{form('xã', 'NFD')}/{PARTLY}.yaml" if typed == "partly" else form("xã/kế.yaml", typed)
    (job,) = find_jobs([named], tmp_path, tmp_path / "ra")
    assert (job.spec, job.shown_as) == (file, named)
    assert job.output == tmp_path / "ra" / form("kế.docx", "NFC")
    (given,) = find_given([named], tmp_path)
    assert given.path == file
    (below,) = find_jobs([form("xã", typed if typed in FORMS else "NFC")], tmp_path, tmp_path / "ra")
    assert below.spec == file


def test_a_spec_named_in_two_forms_is_one(tmp_path: Path) -> None:
    put(tmp_path, form("kế.yaml", "NFC"))
    assert len(find_jobs([form("kế.yaml", of) for of in FORMS], tmp_path, tmp_path / "ra")) == 1


@pytest.mark.parametrize("of", FORMS)
def test_an_output_that_is_there_keeps_its_form(tmp_path: Path, of: str) -> None:
    put(tmp_path, "kế.yaml")
    document = put(tmp_path, form("kết quả/kế.docx", of))
    for typed in FORMS:
        (job,) = find_jobs(["kế.yaml"], tmp_path, tmp_path / form("kết quả", typed))
        assert job.output == document
        assert word_files([form("kết quả/kế.docx", typed)], tmp_path, []) == [form("kết quả/kế.docx", typed)]
        assert stored(tmp_path, form("kết quả/kế.docx", typed)) == document


@pytest.mark.parametrize("paths", [["specs"], [form("specs/kế.yaml", "NFC")], [form("specs/kế.yaml", "NFD")]])
def test_two_files_that_differ_by_form_alone_are_refused_with_both_shown(
    tmp_path: Path, paths: list[str]
) -> None:
    for of in FORMS:
        put(tmp_path, form("specs/kế.yaml", of))
    for find in (lambda: find_jobs(paths, tmp_path, tmp_path / "ra"), lambda: find_given(paths, tmp_path)):
        with pytest.raises(UsageError) as caught:
            find()
        (found,) = caught.value.diagnostics
        assert found.code == "U030"
        assert all(form("kế.yaml", of) in found.message for of in FORMS)
        assert "dựng sẵn" in found.message
        assert "tổ hợp" in found.message


def test_two_folders_that_differ_by_form_alone_are_refused(tmp_path: Path) -> None:
    put(tmp_path, form("specs/xã/a.yaml", "NFC"))
    put(tmp_path, form("specs/xã/b.yaml", "NFD"))
    with pytest.raises(UsageError) as caught:
        find_jobs([], tmp_path, tmp_path / "ra")
    assert [found.code for found in caught.value.diagnostics] == ["U030"]


def test_names_that_differ_by_more_are_two(tmp_path: Path) -> None:
    for name in ("kế.yaml", "kê.yaml", "ke.yaml", "kề.yaml"):
        put(tmp_path, f"specs/{name}")
    assert len(find_jobs([], tmp_path, tmp_path / "ra")) == 4


def test_each_folder_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        put(tmp_path, f"specs/kế {number}.yaml")
    read: list[str] = []
    listdir = os.listdir

    def counted(folder: Path) -> list[str]:
        read.append(str(folder))
        return listdir(folder)

    monkeypatch.setattr(os, "listdir", counted)
    find_jobs([], tmp_path, tmp_path / "ra")
    assert len(read) == len(set(read))
    assert Stored().names(tmp_path / "không có") == {}


# --- packs


def pack(project: Path, name: str, text: str = "") -> Path:
    head = "phien_ban_dac_ta: 1\nten: Riêng\nan_ban: 3\n"
    return put(project, f"templates/{name}/pack.yaml", head + (text or "ke_thua: chung\n")).parent


@pytest.mark.parametrize("on_disk", FORMS)
@pytest.mark.parametrize("typed", FORMS)
def test_a_pack_is_found_in_either_form(tmp_path: Path, on_disk: str, typed: str) -> None:
    folder = pack(tmp_path, form("thử-nghiệm", on_disk))
    pack(tmp_path, "con", f"ke_thua: {form('thử-nghiệm', typed)}\n")
    folders = pack_folders(tmp_path)
    assert find_pack(form("thử-nghiệm", typed), folders) == folder
    assert form("thử-nghiệm", "NFC") in pack_names(folders)
    assert load_pack(form("thử-nghiệm", typed), folders).name == form("thử-nghiệm", "NFC")
    assert load_pack("con", folders).files[1] == folder / "pack.yaml"
    file = put(tmp_path, "a.yaml", spec(plan=changed(PLAN, ("dong-nai", form("thử-nghiệm", typed)))))
    assert understand(file, "a.yaml", tmp_path).spec.pack.files[0] == folder / "pack.yaml"
    made = pack_new("con-nua", form("thử-nghiệm", typed), 1, tmp_path)
    assert any(f"ke_thua: {form('thử-nghiệm', 'NFC')}".encode() in one.data for one in made.files)


def test_two_packs_that_differ_by_form_alone_are_refused_with_both_shown(tmp_path: Path) -> None:
    for of in FORMS:
        pack(tmp_path, form("thử", of))
    for of in FORMS:
        with pytest.raises(InvalidInput) as caught:
            find_pack(form("thử", of), pack_folders(tmp_path))
        (found,) = caught.value.diagnostics
        assert found.code == "U030"
        assert all(form("thử", one) in found.message for one in FORMS)


@pytest.mark.parametrize("on_disk", FORMS)
@pytest.mark.parametrize("typed", FORMS)
def test_a_word_template_is_found_in_either_form(tmp_path: Path, on_disk: str, typed: str) -> None:
    kinds = f"loai_van_ban: {{ke_hoach: {{tep_mau: {form('mẫu.docx', typed)}}}}}\n"
    folder = pack(tmp_path, "rieng", f"ke_thua: chung\n{kinds}")
    template = put(folder, form("mẫu.docx", on_disk))
    assert load_pack("rieng", pack_folders(tmp_path)).document_types["ke_hoach"].template == template
    put(folder, form("mẫu.docx", "NFD" if on_disk == "NFC" else "NFC"))
    with pytest.raises(InvalidInput) as caught:
        load_pack("rieng", pack_folders(tmp_path))
    assert [found.code for found in caught.value.diagnostics] == ["U030"]


# --- units


@pytest.mark.parametrize("of", FORMS)
def test_a_unit_is_the_same_in_either_form(tmp_path: Path, of: str) -> None:
    wish = Wish(
        "dong-nai", form("phường Minh Hưng", of), form("Đồng Nai", of), 2026, TODAY, form("đặc tả", of)
    )
    made = clone(wish, tmp_path)
    assert made.files[0].shown_as == form("đặc tả/minh-hung/ke-hoach-2026.yaml", "NFC")
    assert all(unicodedata.is_normalized("NFC", file.data.decode()) for file in made.files)


@pytest.mark.parametrize("of", FORMS)
def test_a_unit_that_is_not_in_the_register_is_the_same_in_either_form(tmp_path: Path, of: str) -> None:
    wish = Wish("dong-nai", form("xã Mới Đặt", of), "", 2026, TODAY, force_unit=True)
    assert clone(wish, tmp_path).unit == "xã Mới Đặt"


# --- names that no disk takes


@pytest.mark.parametrize(
    "name", ["a" * 300, "a" * 61, "con", "nul", "com1", "a/b", "..", "a\0b", "A", "a.b", ""]
)
def test_a_name_that_no_pack_can_have_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        pack_new(name, "chung", 1, tmp_path)
    assert caught.value.diagnostics[0].code in ("C040", "C050")


@pytest.mark.parametrize("name", ["a" * 300, "ế" * 300, "a/b", "../chung", "a\0b", "con", ".", "chung."])
def test_a_pack_that_cannot_be_there_is_not_found(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        find_pack(name, pack_folders(tmp_path))
    assert [found.code for found in caught.value.diagnostics] == ["M001"]


@pytest.mark.parametrize("name", ["A" * 300, "Ế" * 300, "a/b", "a\0b", ".."])
def test_a_name_that_no_unit_can_have_is_told(tmp_path: Path, name: str) -> None:
    wish = Wish("dong-nai", f"xã {name}", "", 2026, TODAY, force_unit=True)
    with pytest.raises(UsageError) as caught:
        clone(wish, tmp_path)
    assert [found.code for found in caught.value.diagnostics] == ["C006"]


def test_a_folder_whose_name_is_too_long_is_told(tmp_path: Path) -> None:
    wish = Wish("dong-nai", "phường Minh Hưng", "", 2026, TODAY, "a" * 300)
    with pytest.raises(InvalidInput) as caught:
        clone(wish, tmp_path).write()
    assert [found.code for found in caught.value.diagnostics] == ["F105"]
    assert list(tmp_path.iterdir()) == []


# --- locks


def test_a_lock_of_word_is_passed_over_when_it_is_named(tmp_path: Path) -> None:
    for name in ("a.yaml", "~$a.yaml", "~$a.docx"):
        put(tmp_path, name)
    assert [job.shown_as for job in find_jobs(["a.yaml", "~$a.yaml"], tmp_path, tmp_path / "ra")] == [
        "a.yaml"
    ]
    assert [one.shown_as for one in find_given(["~$a.docx", "./~$a.yaml", "a.yaml"], tmp_path)] == ["a.yaml"]
    with pytest.raises(UsageError) as caught:
        find_given(["~$a.docx"], tmp_path)
    assert [found.code for found in caught.value.diagnostics] == ["U031"]
