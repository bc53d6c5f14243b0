"""Mends a copy of a Word file where a rule of the layout decree leaves nothing to decide.

``fix`` in :mod:`nq57gen.fixing.fix` is the only way in. One mend is one small function, registered under the
code of its rule; the words of a document are touched only where the rule is about words.
"""
