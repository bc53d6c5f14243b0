"""A document model and a Word template become the bytes of a .docx, in memory."""

from nq57gen.rendering.properties import Properties
from nq57gen.rendering.render import render_document
from nq57gen.rendering.template_check import check_template

__all__ = ["Properties", "check_template", "render_document"]
