"""What compiled templates depend on beside the template: those of other versions are not used."""

from __future__ import annotations

import contextlib
import functools
import os
import re
import sys
import zlib
from pathlib import Path

from nq57gen import __version__
from nq57gen.patterns import lazily

#: To be raised whenever what is kept on disk changes its form or its meaning.
_FORM = 3
_PACKAGES = ("docxtpl", "jinja2", "lxml", "markupsafe", "python-docx")
_INSTALLED = lazily(rf"({'|'.join(_PACKAGES).replace('-', '[-_]')})-(.+)\.(?:dist|egg)-info", re.IGNORECASE)
#: Where a template is compiled; what they make is kept.
_ROOMS = ("engine", "rendering", "writer")


@functools.cache
def versions() -> str:
    """Everything a compiled template depends on beside the template itself."""
    return (
        f"{_installed()} nq57gen {__version__}.{_FORM} {_sources()} {sys.version} {zlib.ZLIB_RUNTIME_VERSION}"
    )


def _installed() -> dict[str, str]:
    """The versions of the packages, by the names of their folders; importlib.metadata takes long."""
    found: dict[str, str] = {}
    for folder in sys.path:
        with contextlib.suppress(OSError):
            for name in os.listdir(folder or "."):
                if name.endswith("-info") and (match := _INSTALLED.fullmatch(name)):
                    found.setdefault(match[1].lower().replace("_", "-"), match[2])
    if missing := [name for name in _PACKAGES if name not in found]:
        from importlib.metadata import version

        found |= {name: version(name) for name in missing}
    return dict(sorted(found.items()))


def _sources() -> int:
    """Return when the program's own files last changed, for those who work on it."""
    rooms = Path(__file__).parents[1]
    with contextlib.suppress(OSError):
        return max(
            file.stat().st_mtime_ns for room in _ROOMS for file in os.scandir(rooms / room) if file.is_file()
        )
    return 0
