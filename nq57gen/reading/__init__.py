"""Reads a Word file the way Word shows it: text, structure and effective formatting, nothing changed.

``read_word_file`` in :mod:`nq57gen.reading.word_file` is the only way in, :mod:`nq57gen.reading.types` says
what comes out. The room knows WordprocessingML and nothing of the decree.
"""
