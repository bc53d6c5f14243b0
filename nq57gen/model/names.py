"""Values that ``<<…>>`` can name: a text, attributes, or both, each worked out when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

#: A value behind a name: a text, a number, another name, or a function that gives one.
Value = object
#: The values behind the attributes of a name.
Attributes = Mapping[str, Value | Callable[[], Value]]


class Names:
    """A name that prints as ``text`` (None: cannot be printed itself) and has ``attributes``.

    ``attributes`` may be a function that gives them, called when one is asked for: most names are not used.
    """

    __slots__ = ("_given", "_text", "title")

    def __init__(
        self,
        title: str,
        text: Callable[[], str] | None,
        attributes: Attributes | Callable[[], Attributes],
    ) -> None:
        self.title = title
        self._text = text
        self._given = attributes

    @property
    def _attributes(self) -> Attributes:
        if callable(self._given):
            self._given = self._given()
        return self._given

    @property
    def known(self) -> list[str]:
        """The attribute names, for suggestions."""
        return list(self._attributes)

    def has(self, name: str) -> bool:
        """Whether the attribute exists."""
        return name in self._attributes

    def get(self, name: str) -> Value:
        """The value of an attribute. Raises KeyError for an unknown one."""
        value = self._attributes[name]
        return value() if callable(value) else value

    @property
    def printable(self) -> bool:
        """Whether the name itself stands for a text."""
        return self._text is not None

    def __str__(self) -> str:
        if self._text is None:
            raise TypeError(f"{self.title} has no text of its own")
        return self._text()
