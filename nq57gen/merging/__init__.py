"""Takes a province's new edition of a spec into a ward's own, by key and by id."""

from nq57gen.merging.changes import Change, Outcome
from nq57gen.merging.conflicts import open_conflicts
from nq57gen.merging.merger import Merged, merge

__all__ = ["Change", "Merged", "Outcome", "merge", "open_conflicts"]
