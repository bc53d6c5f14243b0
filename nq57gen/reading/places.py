"""Places in a Word file as a person would say them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct


class Container(Struct, frozen=True):
    """Something that holds paragraphs and tables: the body (``name`` ""), a cell, a header, a note ..."""

    name: str
    is_cell: bool = False

    def paragraphs(self, filled: Sequence[bool]) -> Iterator[str]:
        """Yield the place of each paragraph; ``filled`` tells which have text, and only those count."""
        alone = bool(self.name) and sum(filled) <= 1
        number = 0
        for has_text in filled:
            number += has_text
            if has_text:
                yield self.name if alone else self._with(f"đoạn {number}")
            elif alone:
                yield self.name if len(filled) == 1 else self._with("đoạn trống")
            else:
                yield self._with(f"đoạn trống {f'sau đoạn {number}' if number else 'trước đoạn 1'}")

    def table(self, number: int) -> str:
        """Return the place of the table ``number`` in here, counted from 1."""
        return self._with(f"bảng con {number}" if self.is_cell else f"bảng {number}")

    def _with(self, part: str) -> str:
        return f"{self.name}, {part}" if self.name else part


def row_place(table: str, row: int) -> str:
    """Return the place of a row, counted from 1."""
    return f"{table}, hàng {row}"


def cell_place(table: str, row: int, cell: int) -> str:
    """Return the place of a cell, both counted from 1."""
    return f"{table}, hàng {row}, ô {cell}"


def box_place(number: int) -> str:
    """Return the place of a text box."""
    return f"khung chữ {number}"


def note_place(kind: str, number: int) -> str:
    """Return the place of a footnote or endnote."""
    return f"chú thích {number}" if kind == "footnote" else f"chú thích cuối {number}"


def header_place(kind: str, section: int, pages: str) -> str:
    """Return the place of a header or footer; ``pages`` is "default", "first" or "even"."""
    name = "đầu trang" if kind == "header" else "chân trang"
    some = {"first": ", trang đầu", "even": ", trang chẵn"}.get(pages, "")
    return f"{name} (phần {section}{some})"
