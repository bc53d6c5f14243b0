"""Template packs: outline, offices, words, citations, table layouts and the Word file of a province."""
