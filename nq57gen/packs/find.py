"""Where template packs are: one function, three places, the first that has the pack wins."""

from __future__ import annotations

from pathlib import Path

from nq57gen.diagnostics import make
from nq57gen.errors import InvalidInput
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
    found = {path.parent.name for folder in folders for path in folder.glob(f"*/{PACK_FILE}")}
    return sorted(found)


def find_pack(name: str, folders: tuple[Path, ...]) -> Path:
    """The folder of pack ``name``. Raises InvalidInput (M001) when no folder has it."""
    if name not in ("", "..") and Path(name).name == name:  # no way to another place
        for folder in folders:
            if (folder / name / PACK_FILE).is_file():
                return folder / name
    known = pack_names(folders)
    guess = suggest(name, known)
    hint = f"ý bạn là {guess}?" if guess else None
    raise InvalidInput([make("M001", name=name, known=", ".join(known), hint=hint)])
