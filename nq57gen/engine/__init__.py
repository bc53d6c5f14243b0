"""docxtpl's templates compiled once: a document is then a string, guards, deflate, join."""
