"""Where template packs are: one function, three places, the first that has the pack wins."""

from __future__ import annotations

import os
from pathlib import Path

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput, UsageError
from nq57gen.forms import composed, stored
from nq57gen.vietnamese.syllables import suggest

PACK_FILE = "pack.yaml"
#: Inside a wheel the templates lie in the package; in a checkout beside it.
_BUNDLED = (
    Path(__file__).resolve().parents[1] / "_templates",
    Path(__file__).resolve().parents[2] / "templates",
)


def pack_folders(project: Path | None) -> tuple[Path, ...]:
    """Folders searched for packs, in order: the project's own ``templates/``, then the bundled ones."""
    own = (project / "templates",) if project else ()
    return tuple(folder for folder in (*own, *_BUNDLED) if folder.is_dir())


def pack_names(folders: tuple[Path, ...]) -> list[str]:
    """Names of all packs that can be found, sorted."""
    found = {composed(path.parent.name) for folder in folders for path in folder.glob(f"*/{PACK_FILE}")}
    return sorted(found)


def find_pack(name: str, folders: tuple[Path, ...]) -> Path:
    """The folder of pack ``name``, in whatever Unicode form.

    Raises InvalidInput: no folder has it (M001), one has two that differ by their form alone (U030).
    """
    if name not in ("", "..") and Path(name).name == name:  # no way to another place
        for folder in folders:
            try:
                pack = stored(folder, name)
            except UsageError as error:
                raise InvalidInput(error.diagnostics) from error
            if os.path.isfile(pack / PACK_FILE):
                return pack
    known = pack_names(folders)
    guess = suggest(name, known)
    hint = f"ý bạn là {guess}?" if guess else None
    raise InvalidInput([make("M001", name=name, known=", ".join(known), hint=hint)])


def file_names(name: str) -> tuple[str, ...]:
    """The names that a pack's Word file ``name`` is looked for by, in order: it may be of another kind."""
    stem = name.rpartition(".")[0]
    return (name, *(f"{stem}{ending}" for ending in (".dotx", ".docm", ".dotm")))
