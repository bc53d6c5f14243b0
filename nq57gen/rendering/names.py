"""Namespaces and units of WordprocessingML; needs nothing, so that the usual path imports no XML library."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

#: Twentieths of a point, Word's unit of length.
DXA_PER_MM = 1440 / 25.4

DOCUMENT = "word/document.xml"
FOOTNOTES = "word/footnotes.xml"
#: How every part written by us begins.
DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
