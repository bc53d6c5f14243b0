"""Values as YAML, for what has no text of its own that could be copied."""

from __future__ import annotations

from nq57gen.merging.tree import Node, paragraphs_of
from nq57gen.patterns import lazily

_PLAIN_KEY = lazily(r"[A-Za-z_][A-Za-z0-9_]*")
_PLAIN_START = lazily(r"[^\W_]|[≥≤<(“]")
_NOT_PLAIN = lazily(r": |:$| #|[\t\n]")
_NOT_IN_FLOW = lazily(r"[,\[\]{}:#?]")
_NULLS = ("null", "Null", "NULL")


def quoted(text: str) -> str:
    """``text`` in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def scalar(text: str | None, *, flow: bool = False, style: str = "") -> str:
    """A text on one line, in the quotes of ``style`` if it has any, else plain where that is safe."""
    if text is None:
        return "~" if flow else ""
    if style == "'" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    plain = (
        style != '"'
        and _PLAIN_START.match(text)
        and text == text.strip()
        and not _NOT_PLAIN.search(text)
        and text not in _NULLS
        and not (flow and _NOT_IN_FLOW.search(text))
    )
    return text if plain else quoted(text)


def key_text(key: str) -> str:
    """A key, in quotes where it needs them."""
    return key if _PLAIN_KEY.fullmatch(key) else quoted(key)


def content(node: Node) -> str | None:
    """The paragraphs of a text as it is now."""
    if node.paragraphs is not None:
        return "\n".join(text for text, _ in node.paragraphs)
    paragraphs = paragraphs_of(node.text)
    return None if paragraphs is None else "\n".join(paragraphs)


def inline(node: Node) -> str:
    """The value of ``node`` inside brackets, on one line."""
    if node.kind == "text":
        return scalar(content(node), flow=True)
    live = [child for child in node.children if child.kind != "note"]
    if node.kind == "list":
        return f"[{', '.join(inline(child) for child in live)}]"
    return "{" + ", ".join(f"{key_text(child.key or '')}: {inline(child)}" for child in live) + "}"


def block(node: Node, indentation: str = "") -> list[str]:
    """The lines of ``node`` as a reader would type them, without its key or dash."""
    if node.kind == "text":
        return [indentation + line for line in (content(node) or "").split("\n")]
    lines = []
    for child in (child for child in node.children if child.kind != "note"):
        if node.kind == "map":
            lines += entry(key_text(child.key or ""), child, indentation)
        elif child.is_container and child.children:
            inner = block(child, indentation + "  ")
            lines += [indentation + "- " + inner[0][len(indentation) + 2 :], *inner[1:]]
        else:
            lines.append(indentation + "- " + inline(child))
    return lines


def entry(key: str, node: Node, indentation: str) -> list[str]:
    """The lines of a key and its value."""
    if node.is_container:
        if not node.children:
            return [f"{indentation}{key}: {inline(node)}"]
        return [f"{indentation}{key}:", *block(node, indentation + "  ")]
    return text_entry(key, content(node), indentation)


def text_entry(key: str, text: str | None, indentation: str, *, literal: bool = False) -> list[str]:
    """The lines of a key and a text; several paragraphs, or ``literal``, make a block."""
    if text and (literal or "\n" in text):
        return [f"{indentation}{key}: |", *(indentation + "  " + line for line in text.split("\n"))]
    return [f"{indentation}{key}: {scalar(text)}".rstrip()]
