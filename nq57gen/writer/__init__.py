"""Zip packages and files on disk: the last step, which knows bytes and not documents."""

from nq57gen.writer.files import write_whole
from nq57gen.writer.package import QUICK, Entry, entry, entry_of, join, pack, unpack

__all__ = ["QUICK", "Entry", "entry", "entry_of", "join", "pack", "unpack", "write_whole"]
