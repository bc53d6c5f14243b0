"""The seal of a PDF: a comment behind its end, with a digest over all before it.

A PDF reader looks for the end mark in the last 1024 bytes (ISO 32000-1, implementation note on 7.5.5).
"""

from __future__ import annotations

from nq57gen.manifest.looks import digest_of

_MARK = b"%nq57gen "


def seal_pdf(data: bytes) -> bytes:
    """``data`` with its seal."""
    body = data if data.endswith(b"\n") else data + b"\n"
    return body + _MARK + digest_of(body).encode() + b"\n"


def is_untouched_pdf(data: bytes) -> bool:
    """Whether ``data`` is a PDF that nq57gen wrote and nobody changed since."""
    body, mark, digest = data.rpartition(_MARK)
    return bool(mark) and digest == digest_of(body).encode() + b"\n"
