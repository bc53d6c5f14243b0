"""VB: other documents, as they are cited."""
