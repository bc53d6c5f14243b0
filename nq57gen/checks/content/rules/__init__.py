"""Every rule over the content, one a file ``<family>/<code>_<about>.py``; importing this registers them all.

The folders hold other modules too: what several rules of a family share has no code in front of its name.
"""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules

#: The folder of each family of :data:`nq57gen.checks.content.rule.FAMILIES`, in the same order.
FOLDERS = {
    "SO": "arithmetic",
    "DEM": "counts",
    "VB": "citations",
    "DV": "units",
    "CT": "structure",
    "NV": "targets",
    "NN": "language",
}


def _register() -> None:
    """Import the module of every rule, family by family, in the order of the codes."""
    for letters, folder in FOLDERS.items():
        package = import_module(f"{__name__}.{folder}")
        named = re.compile(rf"{letters.lower()}\d\d_\w+")
        for name in sorted(module.name for module in iter_modules(package.__path__)):
            if named.fullmatch(name):
                import_module(f"{package.__name__}.{name}")


_register()
