"""Results kept on disk between runs; losing them costs time only."""

from nq57gen.caching.folder import VARIABLE, current, default_folder, use_folder
from nq57gen.caching.store import Store

__all__ = ["VARIABLE", "Store", "current", "default_folder", "use_folder"]
