"""The exceptions of nq57gen, all of them.

::

    Nq57Error              what a caller of the library may want to catch
    ├── InvalidInput       the user's files are wrong; carries diagnostics; exit status 1
    ├── UsageError         the command line or the project is wrong; exit status 2
    └── InternalError      our own fault: the output is not what the model says; exit status 3

A finding is data (:class:`nq57gen.diagnostics.Diagnostic`); an exception only carries
findings to whoever called. Any other exception that reaches the command line is a bug.
"""

from __future__ import annotations

from collections.abc import Sequence

from nq57gen.diagnostics import Diagnostic


class Nq57Error(Exception):
    """Root of everything nq57gen raises on purpose."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(f"{d.code}: {d.message}" for d in self.diagnostics))


class InvalidInput(Nq57Error):
    """A spec, pack, template or output place is wrong; nothing was written."""


class UsageError(Nq57Error):
    """What was asked for makes no sense (unknown option, a folder without specs)."""


class InternalError(Nq57Error):
    """The rendered file does not hold what the document model holds: a bug of ours."""
