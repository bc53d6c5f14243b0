"""Results kept on disk between runs; losing them costs time only."""

from nq57gen.caching.folder import current, default_folder, use_folder
from nq57gen.caching.store import Store

__all__ = ["Store", "current", "default_folder", "use_folder"]
