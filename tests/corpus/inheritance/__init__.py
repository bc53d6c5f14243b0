"""What a real ward's appendices have from its pack: ``python -m tests.corpus.inheritance SHARED_DIR``."""
