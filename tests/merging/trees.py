"""A spec as the maker of triples sees it, and as YAML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

#: A text with its style (plain, ', ", |, >) and the comment beside it; a list; a mapping.
Tree: TypeAlias = Any


@dataclass
class Text:
    """A scalar: its paragraphs and how it is written."""

    lines: list[str]
    style: str = ""
    comment: str = ""


@dataclass
class Entry:
    """A key or an item with the comment above it."""

    value: Tree
    above: str = ""


@dataclass
class Items:
    """A list."""

    entries: list[Entry] = field(default_factory=list)
    flow: bool = False


@dataclass
class Keys:
    """A mapping."""

    entries: dict[str, Entry] = field(default_factory=dict)
    flow: bool = False


def own_entries(tree: Tree) -> Iterator[Entry]:
    """The entries of a list or mapping."""
    yield from tree.entries if isinstance(tree, Items) else tree.entries.values()


def containers_of(tree: Tree) -> Iterator[Tree]:
    """The list or mapping and all inside it."""
    if not isinstance(tree, Text):
        yield tree
        for entry in own_entries(tree):
            yield from containers_of(entry.value)


def entries_of(tree: Tree) -> Iterator[Entry]:
    """All entries that stand on lines of their own."""
    for each in containers_of(tree):
        if not each.flow:
            yield from own_entries(each)


def mappings_of(tree: Tree) -> Iterator[Keys]:
    """All mappings."""
    return (each for each in containers_of(tree) if isinstance(each, Keys) and each.entries)


def lists_of(tree: Tree) -> Iterator[Items]:
    """All lists."""
    return (each for each in containers_of(tree) if isinstance(each, Items))


def texts_of(tree: Tree) -> Iterator[Text]:
    """All texts."""
    return (
        entry.value
        for each in containers_of(tree)
        for entry in own_entries(each)
        if isinstance(entry.value, Text)
    )


def yaml_of(spec: Keys) -> str:
    """The text of a spec."""
    return "# đặc tả\n\n" + "\n".join(_block(spec, "")) + "\n"


def _block(tree: Tree, indentation: str) -> list[str]:
    lines = []
    heads = ["-"] * len(tree.entries) if isinstance(tree, Items) else [f"{key}:" for key in tree.entries]
    for head, entry in zip(heads, own_entries(tree), strict=True):
        if entry.above:
            lines += ["", f"{indentation}# {entry.above}"]
        value = entry.value
        if isinstance(value, Text):
            note = f"   # {value.comment}" if value.comment else ""
            if value.style in ("|", ">"):
                gap = [""] if value.style == ">" else []
                lines.append(f"{indentation}{head} {value.style}{note}")
                for number, text in enumerate(value.lines):
                    lines += [*(gap if number else []), f"{indentation}  {text}"]
            else:
                lines.append(f"{indentation}{head} {_flow(value)}".rstrip() + note)
        elif value.flow or not value.entries:
            lines.append(f"{indentation}{head} {_flow(value)}")
        else:
            inner = _block(value, indentation + "  ")
            first = inner[0].lstrip()
            if head == "-" and first and not first.startswith("#"):
                lines += [f"{indentation}- {first}", *inner[1:]]
            else:
                lines += [indentation + head, *inner]
    return lines


def _flow(tree: Tree) -> str:
    if isinstance(tree, Items):
        return f"[{', '.join(_flow(entry.value) for entry in tree.entries)}]"
    if isinstance(tree, Keys):
        return "{" + ", ".join(f"{key}: {_flow(entry.value)}" for key, entry in tree.entries.items()) + "}"
    text = " ".join(tree.lines)
    return f"{tree.style}{text}{tree.style}" if tree.style in ("'", '"') else text
