"""What an item of a list is known by."""

from __future__ import annotations

from collections import Counter

from nq57gen.merging.sequences import Item, word_counts
from nq57gen.merging.tree import Node, paragraphs_of

#: The keys that name an item, the strongest first.
NAMING = ("ma", "khoa", "truong", "don_vi_chu_tri", "nhom", "tieu_de", "ten", "nhan")
#: The key of an id, and of a group's name: two items with different ones are never the same.
ID, GROUP = "ma", "nhom"
_LABEL_LENGTH = 60


def text_of(node: Node, key: str) -> str:
    """The text under ``key`` on one line; empty if there is none."""
    child = node.child(key)
    return " ".join(paragraphs_of(child.text) or ()) if child is not None and child.kind == "text" else ""


def identity(node: Node) -> str:
    """The id or name of an item; of one without a name, all its words."""
    if node.pinned is not None:
        return node.pinned
    if node.kind == "map":
        for key in NAMING:
            if name := text_of(node, key):
                return name
    return " ".join(_texts(node))


def item(node: Node) -> Item:
    """``node`` as it is compared with the items of the other lists."""
    return Item(
        identity(node),
        word_counts(" ".join(_texts(node))),
        fixed=node.pinned is not None or bool(text_of(node, ID) or text_of(node, GROUP)),
        loose=node.kind == "text",
    )


def label(node: Node) -> str:
    """The name of an item as messages show it, shortened at a word."""
    name = identity(node)
    if len(name) <= _LABEL_LENGTH:
        return name
    return name[:_LABEL_LENGTH].rpartition(" ")[0].rstrip(" ,;:.") + "…"


def words_in(node: Node) -> Counter[str]:
    """All words of the texts inside ``node``."""
    return word_counts(" ".join(_texts(node)))


def _texts(node: Node) -> list[str]:
    if node.kind == "text":
        return [" ".join(paragraphs_of(node.text) or ())]
    return [text for child in node.children for text in _texts(child)]
