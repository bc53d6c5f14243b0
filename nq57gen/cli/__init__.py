"""The command line: the only place with print, clock, environment and exit statuses.

Exit status: 0 fine, 1 findings of severity error or a failed document, 2 wrong usage, 3 our own fault.
"""

from nq57gen.cli.main import command, main

__all__ = ["command", "main"]
