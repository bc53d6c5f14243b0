"""A document model and a Word template become the bytes of a .docx, in memory."""

from nq57gen.rendering.properties import Properties
from nq57gen.rendering.render import render_document

__all__ = ["Properties", "render_document"]
