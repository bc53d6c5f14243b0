"""Draws a Word file with LibreOffice and looks at the pages as a reader of the printed paper would.

The way in is ``check_as_printed`` in :mod:`nq57gen.printing.printed`.
"""
