"""Every message and hint, by code (Vietnamese, as officials read it); :mod:`.table` has them all.

One module a family: ``reading`` (Y: YAML), ``schema`` (S: shape of a spec), ``names`` (N: variables,
citations, offices, footnotes), ``tables`` (T: targets, tasks, tables), ``packs`` (M: template packs and
Word templates), ``files`` (F: files and folders, R: what came out, U: usage), ``word_files`` (D: Word
files that are read), ``printing`` (P: the pages as printed), ``batch`` (B: many documents at once),
``kept`` (K: files that were made earlier, and the words for why one is made again), ``merging`` (G: taking
a province's new edition into a spec), ``cloning`` (C: new specs and packs, new editions), ``comparing``
(L: a report and its plan).
Codes are a contract: never reuse one for another meaning.
"""
