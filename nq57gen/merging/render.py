"""A merged tree as text: what was not changed exactly as it was typed, the rest put in its place."""

from __future__ import annotations

from nq57gen.merging.tree import Node, paragraphs_of, split_lines
from nq57gen.merging.writing import content, inline, key_text, scalar

_BLOCKS = ("|", ">")
_QUOTES = ("'", '"')


def render(root: Node, line_end: str) -> str:
    """The text of the file; lines that come from elsewhere end with ``line_end``."""
    lines = [*_entries(root, root.column), *root.doc.lines[root.end[0] + 1 : -1]]
    ended = root.doc.lines[-2][-1:] in ("\r", "\n")
    for n, line in enumerate(lines):
        if not line.endswith(("\r", "\n")) and (ended or n + 1 < len(lines)):
            lines[n] = line + line_end
    return "".join(lines)


def _entries(node: Node, column: int) -> list[str]:
    """The lines of all entries of a block list or mapping, with what stands above each."""
    lines: list[str] = []
    for child in node.children:
        if child.written is not None:
            lines += [" " * column + line if line.strip() else line for line in child.written]
            continue
        lines += [_shift(line, column - child.lead_column) for line in child.lead]
        lines += _entry(child, column)
    return lines


def _entry(node: Node, column: int) -> list[str]:
    """The lines of one entry whose key or dash stands in ``column``."""
    if node.in_flow:
        return [" " * column + _head(node) + inline(node)]
    shift = column - node.entry[1]
    if not node.changed:
        return _raw(node, node.entry[0], node.end[0] + 1, shift, column)
    if node.kind == "text":
        return _text_entry(node, column)
    if node.flow:
        return _spliced(node, _flow(node), column)
    if all(child.kind == "note" for child in node.children):
        return [" " * column + _head(node) + inline(node), *_entries(node, column)]
    head = _raw(node, node.entry[0], node.entry[0] + 1, shift, column)
    inner = node.column + shift
    body = _entries(node, inner)
    first = node.original[0] if node.original else node.children[0]
    if first.entry[0] != node.entry[0]:
        return head + body
    return [head[0][:inner].ljust(inner) + body[0].lstrip(" "), *body[1:]]


def _head(node: Node) -> str:
    return "- " if node.key is None else f"{key_text(node.key)}: "


def _raw(node: Node, first: int, end: int, shift: int, column: int) -> list[str]:
    """Lines of the file, the first from the entry on."""
    lines = node.doc.lines[first:end]
    return [" " * column + lines[0][node.entry[1] :], *(_shift(line, shift) for line in lines[1:])]


def _shift(line: str, by: int) -> str:
    """``line`` moved to the right, or to the left as far as it is blank."""
    if by >= 0:
        return " " * by + line if line.strip() else line
    return line[min(-by, len(line) - len(line.lstrip(" "))) :]


def _spliced(node: Node, value: str, column: int) -> list[str]:
    """The entry with ``value`` in place of what was typed; what stands behind it on the line stays."""
    doc = node.doc
    before = doc.between(node.entry, node.start)
    if value and before.endswith((":", "-")):
        before += " "
    rest = doc.lines[node.end[0]][node.end[1] :]
    if not value and not rest.strip():
        before = before.rstrip()
    lines = split_lines(before + value + rest)
    shift = column - node.entry[1]
    return [" " * column + lines[0], *(_shift(line, shift) for line in lines[1:])]


# --- texts


def _text_entry(node: Node, column: int) -> list[str]:
    if node.taken is not None:
        return _spliced(node, _taken(node, node.taken), column)
    wanted = [text for text, _ in node.paragraphs or ()]
    if node.style not in _BLOCKS and len(wanted) <= 1:
        return _spliced(node, _one_line(node, "".join(wanted)), column)
    shift = column - node.entry[1]
    rest = node.doc.lines[node.end[0]][node.end[1] :]
    if node.style not in _BLOCKS:
        head = " " * column + node.doc.between(node.entry, node.start).rstrip() + " |" + rest
        return [head, *(" " * (column + 2) + text for text in wanted)]
    lines = node.doc.lines[node.start[0] + 1 : node.end[0] + 1]
    pieces = _literal(lines) if node.style == "|" else _folded(lines)
    if len(pieces) != len(paragraphs_of(node.text) or ()):
        pieces = []  # folded in a way of its own: written anew
    filled = next((line for line in lines if line.strip()), None)
    indentation = " " * (len(filled) - len(filled.lstrip(" ")) if filled else node.entry[1] + 2)
    result = _raw(node, node.entry[0], node.start[0] + 1, shift, column)
    for number, (text, old) in enumerate(node.paragraphs or ()):
        if number and node.style == ">" and result[-1].strip():
            result.append("")
        piece = pieces[old] if old is not None and pieces else [indentation + text]
        result += [_shift(line, shift) for line in piece]
    return result


def _literal(lines: list[str]) -> list[list[str]]:
    """The lines of each paragraph of a literal block; blank lines belong to the paragraph above."""
    pieces: list[list[str]] = []
    for line in lines:
        if line.strip():
            pieces.append([line])
        elif pieces:
            pieces[-1].append(line)
    return pieces


def _folded(lines: list[str]) -> list[list[str]]:
    """The lines of each paragraph of a folded block, with the blank lines that divide it from the next."""
    pieces: list[list[str]] = []
    blank = True
    for line in lines:
        if blank and line.strip():
            pieces.append([line])
        elif pieces:
            pieces[-1].append(line)
        blank = not line.strip()
    return pieces


def _taken(mine: Node, theirs: Node) -> str:
    """A one-line text of the province in the quotes of the ward, or as the province typed it."""
    text = content(theirs)
    if text is None:
        return "~" if mine.in_flow else ""
    same_line = theirs.start[0] == theirs.end[0]
    quoted = mine.style in _QUOTES or (_could_lose(mine, text) and theirs.style not in _QUOTES)
    if not quoted and same_line and text and (theirs.in_flow or not mine.in_flow):
        return theirs.doc.between(theirs.start, theirs.end)
    return _one_line(mine, text)


def _one_line(node: Node, text: str) -> str:
    """``text`` where ``node`` stands."""
    return scalar(text, flow=node.in_flow, style=node.style or ('"' if _could_lose(node, text) else ""))


def _could_lose(node: Node, text: str) -> bool:
    """Whether the comment behind ``node`` could be taken for lost text behind prose without quotes (Y060)."""
    commented = node.doc.comments.get(node.end[0], (-1, ""))[0] >= node.end[1]
    return commented and (" " in text or not text.isascii())


# --- lists and mappings in brackets


def _flow(node: Node) -> str:
    """The value of a node as it stands inside brackets."""
    if not node.changed:
        return node.doc.between(node.start, node.end)
    if node.kind == "text":
        if node.taken is not None:
            return _taken(node, node.taken)
        return _one_line(node, content(node) or "")
    if len(node.children) == len(node.original) and all(
        one is other for one, other in zip(node.children, node.original, strict=True)
    ):
        text, at = "", node.start
        for child in node.children:
            text += node.doc.between(at, child.start)
            value = _flow(child)
            text += (" " if value and text.endswith(":") else "") + value
            at = child.end
        return text + node.doc.between(at, node.end)
    heads = [f"{key_text(child.key or '')}: " if node.kind == "map" else "" for child in node.children]
    values = [_flow(child) if child.doc is node.doc else inline(child) for child in node.children]
    inside = ", ".join(head + value for head, value in zip(heads, values, strict=True))
    return f"[{inside}]" if node.kind == "list" else "{" + inside + "}"
