"""What a schema cannot say: checks over documents, one small unit each."""
