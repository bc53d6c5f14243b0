"""What the pages say is what the program does: examples render, commands, codes and links exist."""

from __future__ import annotations

import argparse
import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from nq57gen.cli import main
from nq57gen.cli.parser import build_parser
from nq57gen.messages.table import MESSAGES
from nq57gen.model.expressions import FILTERS
from nq57gen.operations.document import understand
from nq57gen.operations.outcome import Wanted
from nq57gen.operations.paths import Job
from nq57gen.operations.regenerate import regenerate
from nq57gen.schema.language_tables import LAYOUTS
from nq57gen.vietnamese.labels import NumberStyle
from tests.test_imports import ALLOWED, FLOOR
from tools.reference import outdated
from tools.reference_keys import spec_keys
from tools.reference_samples import EXAMPLES, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "output" / "README.md"])
CODE = re.compile(r"[A-Z]\d{3}")
#: Only bodies below another one print the first; `clone` and `update` write others; nothing is accepted, and
#: the examples are of two years.
NOT_IN_EXAMPLES = {"chu_quan", "an_ban_mau", "xung_dot", "cua_don_vi", "cua_tinh"} | {
    "chap_nhan",
    "cho",
    "ly_do",
    "ke_hoach_goc",
}


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of ``language`` in ``page``."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)


def test_generated_pages_are_up_to_date() -> None:
    assert outdated() == [], "run: make docs"


# --- the examples


@pytest.mark.parametrize("path", EXAMPLES)
def test_an_example_renders_without_a_word(path: str, tmp_path: Path) -> None:
    outcome = regenerate(Job(ROOT / path, path, tmp_path / "out.docx"), Wanted(ROOT))
    assert outcome.diagnostics == ()
    assert outcome.made
    assert (tmp_path / "out.docx").is_file()


def test_the_examples_show_every_key_layout_style_and_filter() -> None:
    texts = [(ROOT / path).read_text(encoding="utf-8") for path in EXAMPLES]
    documents = [yaml.load(text, yaml.BaseLoader) for text in texts]  # noqa: S506  # plain texts only
    keys = {key for document in documents for key in keys_in(document)}
    assert spec_keys() - keys == NOT_IN_EXAMPLES
    values = {value for document in documents for value in values_in(document)}
    assert set(LAYOUTS) <= values
    assert {style.value for style in NumberStyle} <= values
    assert set(FILTERS) <= set(re.findall(r"\| (\w+)", "".join(texts)))


def keys_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for inner in inside(value):
        yield from keys_in(inner)


def values_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in inside(value):
        yield from values_in(inner)


def inside(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []


# --- README and guide


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, as the working folder."""
    (tmp_path / "specs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_spec_of_the_readme_renders_and_prints_what_the_readme_says(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (spec,), (said, _) = blocks(README, "yaml"), blocks(README, "text")
    (project / "specs" / "ke-hoach.yaml").write_text(spec, encoding="utf-8")
    assert main(["render", "specs/ke-hoach.yaml"]) == 0
    printed = capsys.readouterr()
    expected = untimed(said).splitlines()
    assert printed.out.splitlines() == [expected[1]]
    assert untimed(printed.err).splitlines() == [expected[0], expected[2]]
    assert (project / expected[1]).is_file()


@pytest.mark.parametrize("page", [README, GUIDE], ids=["README", "guide"])
def test_nothing_is_found_in_the_first_spec_of_a_page(
    page: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = project / "specs" / "ke-hoach.yaml"
    spec.write_text(blocks(page, "yaml")[0], encoding="utf-8")
    assert main(["check", "specs/ke-hoach.yaml"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["render", "specs/ke-hoach.yaml"]) == 0
    capsys.readouterr()
    assert main(["check", "output/ke-hoach.docx"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("page", "heading"), [(README, "## Nhân bộ mẫu"), (GUIDE, "## 13. Bộ mẫu")], ids=["README", "guide"]
)
def test_the_commands_of_cloning_work_one_after_another_as_printed(
    page: str, heading: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    section = page[page.index(heading) :].partition("\n## ")[0]
    commands = re.findall(r"^nq57gen (.+)$|`nq57gen ([^`]+)`", section, re.MULTILINE)
    assert len(commands) >= 3
    for command in ("".join(found) for found in commands):
        status = main(shlex.split(command))
        assert status == 0, f"{command}: {capsys.readouterr().err}"


def untimed(text: str) -> str:
    return re.sub(r"\d+,\d giây", "… giây", text)


def test_the_mistake_of_the_readme_is_reported_as_the_readme_says(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (spec,), (_, said) = blocks(README, "yaml"), blocks(README, "text")
    wrong = spec.replace("<<nam_ke_hoach>>", "<<nam_ke_hoch>>")
    assert wrong != spec
    (project / "specs" / "ke-hoach.yaml").write_text(wrong, encoding="utf-8")
    assert main(["render", "specs/ke-hoach.yaml"]) == 1
    assert said in capsys.readouterr().err
    assert not (project / "output").exists()


@pytest.mark.parametrize("index", range(len(blocks(GUIDE, "yaml"))))
def test_a_piece_of_the_guide_fits_its_first_plan(index: int, tmp_path: Path) -> None:
    first, piece = (
        yaml.load(blocks(GUIDE, "yaml")[number], yaml.BaseLoader)  # noqa: S506  # plain texts only
        for number in (0, index)
    )
    spec = tmp_path / "spec.yaml"
    spec.write_text(yaml.safe_dump({**first, **piece}, allow_unicode=True), encoding="utf-8")
    assert understand(spec, "spec.yaml", ROOT).warnings == ()


def test_every_command_and_option_is_documented() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    for command, parser in parsers():
        assert f"nq57gen {command}".strip() in pages
        for action in parser._actions:
            for option in action.option_strings:
                assert re.search(rf"`{option}\b", pages), f"{command} {option}"


def parsers() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    parser = build_parser()
    yield "", parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def test_every_sample_is_in_the_readme() -> None:
    samples = {path.relative_to(ROOT).as_posix() for path in (ROOT / "specs").rglob("*.yaml")}
    assert samples == set(re.findall(r"\]\((specs/[^)]+)\)", README))


def test_every_make_target_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(
            re.findall(r"\bmake ([a-z]+)`|^make ([a-z]+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
        )
        assert {target for pair in named for target in pair if target} <= targets, page.name


# --- messages


def test_every_message_code_is_used_and_every_code_used_exists() -> None:
    used: dict[str, Path] = {}
    for path in (ROOT / "nq57gen").rglob("*.py"):
        if "messages" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                used[node.value] = path
    assert {code: path for code, path in used.items() if code not in MESSAGES} == {}
    assert sorted(set(MESSAGES) - set(used)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_code_a_page_names_exists(page: Path) -> None:
    letters = "".join({code[0] for code in MESSAGES})
    named = set(re.findall(rf"\b[{letters}]\d{{3}}\b", page.read_text(encoding="utf-8")))
    assert named <= set(MESSAGES)


# --- links and paths


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        if target.startswith("https://"):
            continue
        name, _, anchor = target.partition("#")
        file = page.parent / name if name else page
        assert file.exists(), target
        if anchor:
            assert f'<a id="{anchor}">' in file.read_text(encoding="utf-8"), target


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_every_file_a_developer_page_names_exists(page: str) -> None:
    files = [
        path.as_posix() for path in ROOT.rglob("*") if not path.relative_to(ROOT).parts[0].startswith(".")
    ]
    text = (ROOT / page).read_text(encoding="utf-8")
    for name in re.findall(r"`([\w./-]+\.(?:py|md|docx|yaml|toml))`", text):
        assert any(file.endswith(f"/{name}") for file in files), name


def test_the_architecture_page_has_the_rooms_that_are_enforced() -> None:
    rows = re.findall(r"^\| `(\w+)/` \|.*\| (.*) \|$", ARCHITECTURE, re.MULTILINE)
    said = {room: set(re.findall(r"`(\w+)`", allowed)) & set(ALLOWED) for room, allowed in rows}
    enforced = {room: rooms - FLOOR for room, (rooms, _) in ALLOWED.items()}
    rooms = {room for room in enforced if not room.startswith("__") and room not in FLOOR}
    assert said == {room: enforced[room] for room in rooms}
    for room in FLOOR:
        assert f"`{room}`" in ARCHITECTURE or f"`{room}/`" in ARCHITECTURE
