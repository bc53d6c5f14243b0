"""Vietnamese figures, dates, labels and letters: pure functions that know nothing of documents."""
