"""docxtpl's templates compiled once: a document is then a Jinja string, guards, deflate, join."""

from nq57gen.engine.engine import Engine

__all__ = ["Engine"]
