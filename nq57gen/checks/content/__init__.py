"""What a document says: sums, counts, citations, names, structure, targets, language."""
