"""Names of files: in any Unicode form, and those of files that other programs keep for a moment.

"kế" may be typed, and lie on the disk, composed or decomposed, as the system or UniKey has it. To a reader
the names are the same.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from nq57gen.diagnostics import Diagnostic, make
from nq57gen.errors import UsageError

#: What editors call a file of their own beside the one that is saved; vim tries the folder with the first.
_VIM, _TEMPORARY = "4913", ("~", "#", ".tmp", ".temp", ".swp", ".swo", ".swx", ".bak", ".part", ".crdownload")


def composed(name: str) -> str:
    """``name`` in the form in which names are compared and given (NFC)."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def form_of(name: str) -> str:
    """What a Vietnamese typing program calls the form of ``name``."""
    if unicodedata.is_normalized("NFC", name):
        return "dựng sẵn"
    return "tổ hợp" if unicodedata.is_normalized("NFD", name) else "lẫn dựng sẵn và tổ hợp"


def same_but_for_form(names: Iterable[str]) -> list[tuple[str, str]]:
    """Those of different ``names`` that are an earlier one in another form, each with that one."""
    first: dict[str, str] = {}
    return [
        (first[key], name)
        for name in names
        if not name.isascii() and first.setdefault(key := composed(name), name) != name
    ]


class Stored:
    """Finds names in the form in which they lie on the disk; each folder is read once."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, list[str]]] = {}

    def path(self, folder: Path, name: str) -> Path:
        """``folder / name``, the parts of ``name`` as they lie on the disk; what is not there, composed.

        Raises UsageError (U030) where two names that differ by their form alone are meant.
        """
        if name.isascii():
            return folder / name
        given = Path(name)
        at = folder / given.anchor
        for part in given.parts[1:] if given.anchor else given.parts:
            found = [part] if part.isascii() else self.names(at).get(composed(part), [composed(part)])
            if len(found) > 1:
                raise UsageError([two_forms(str(at / found[0]), str(at / found[1]))])
            at /= found[0]
        return at

    def names(self, folder: Path) -> dict[str, list[str]]:
        """The names in ``folder`` that are not ASCII, by their composed form."""
        key = str(folder)
        if key not in self._known:
            names: dict[str, list[str]] = {}
            try:
                for name in sorted(os.listdir(folder)):
                    if not name.isascii():
                        names.setdefault(composed(name), []).append(name)
            except OSError:
                names = {}  # not there, or closed: whoever opens it says so
            self._known[key] = names
        return self._known[key]


def stored(folder: Path, name: str) -> Path:
    """One path, as :meth:`Stored.path`."""
    return Stored().path(folder, name)


def two_forms(first: str, second: str, code: str = "U030") -> Diagnostic:
    """The problem with two names that differ by their form alone."""
    return make(code, path=second, name=first, form=form_of(first), other=second, other_form=form_of(second))


def is_lock(name: str) -> bool:
    """Whether ``name`` is that of the file that Word or Excel keeps beside one that is open (~$)."""
    return os.path.basename(name).startswith("~$")


def is_temporary(name: str) -> bool:
    """Whether a file or folder of this ``name`` is hidden, a lock, or an editor's own for a moment."""
    return name.startswith((".", "~", "#")) or name == _VIM or name.lower().endswith(_TEMPORARY)
