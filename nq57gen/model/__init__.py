"""The document model: from a valid spec to what will be printed, with no Word in it."""
