"""Word files that packs of the project's own ``templates/`` have from their parents, kept up to date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import InvalidInput
from nq57gen.operations.skeletons import BASES, shown
from nq57gen.operations.together import New
from nq57gen.packs.find import PACK_FILE, pack_folders
from nq57gen.packs.load import load_pack
from nq57gen.regular import read_regular

_WORD = "*.docx"


class PackFile(Struct, frozen=True):
    """One file of a pack: what is to be written, or what is told instead; ``touched``: changed by hand."""

    shown_as: str
    files: tuple[New, ...] = ()
    told: tuple[Diagnostic, ...] = ()
    touched: bool = False


def own_files(project: Path) -> tuple[PackFile, ...]:
    """The Word files to replace, those left to somebody, and packs that hide a newer edition.

    A file that was copied from a parent lies as it was then in ``.mau`` beside it (``pack new --word``).
    It is replaced while it is equal to that; once it was changed it stays, and a new one is told of (C032).
    """
    own = project / "templates"
    folders = pack_folders(project)
    if not own.is_dir() or len(folders) < 2 or own.resolve() == folders[1].resolve():
        return ()
    found: list[PackFile] = []
    for file in sorted(own.glob(f"*/{PACK_FILE}")):
        found += _hidden_edition(file.parent, folders, project)
        found += _copies(file.parent, folders, project)
    return tuple(found)


def _copies(folder: Path, folders: tuple[Path, ...], project: Path) -> Iterator[PackFile]:
    for base in sorted((folder / BASES).glob(_WORD)):
        mine = folder / base.name
        if not mine.is_file():
            continue  # taken away: the parent's is used
        source = _inherited(folder.name, base.name, folders)
        if source is None:
            continue
        new, old, own = (read_regular(one) for one in (source, base, mine))
        shown_as = shown(mine, project)
        took = New(base, shown(base, project), new, old)
        if new == old:
            continue
        if own == new:
            yield PackFile(shown_as, (took,))
        elif own == old:
            yield PackFile(shown_as, (New(mine, shown_as, new, own), took))
        else:
            told = make(
                "C032",
                path=shown_as,
                pack=source.parent.name,
                new=shown(source, project),
                base=shown(base, project),
            )
            yield PackFile(shown_as, told=(told,), touched=True)


def _inherited(name: str, file: str, folders: tuple[Path, ...]) -> Path | None:
    """The file of this name that pack ``name`` would inherit; None when it has none, or is wrong."""
    try:
        parents = load_pack(name, folders).files[1:]
    except InvalidInput:
        return None  # `check` says what is wrong with it
    return next((path.parent / file for path in parents if (path.parent / file).is_file()), None)


def _hidden_edition(folder: Path, folders: tuple[Path, ...], project: Path) -> Iterator[PackFile]:
    """A newer pack of the same name that comes with the program is not seen behind one of the project."""
    if not any((other / folder.name / PACK_FILE).is_file() for other in folders[1:]):
        return
    try:
        own = load_pack(folder.name, folders)
        bundled = load_pack(folder.name, folders[1:])
    except InvalidInput:
        return  # `check` says what is wrong with it
    if int(bundled.edition) > int(own.edition):
        shown_as = shown(folder, project)
        told = make("C033", path=shown_as, pack=own.name, own=own.edition, bundled=bundled.edition)
        yield PackFile(shown_as, told=(told,))
