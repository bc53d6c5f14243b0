"""Targets: their evaluation and their counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from msgspec import Struct

from nq57gen.blanks import has_blank
from nq57gen.model.names import Names, Value
from nq57gen.model.resolver import PACK_PATH, Resolver
from nq57gen.packs.types import TargetSentences
from nq57gen.schema.columns import STAGE
from nq57gen.schema.spec_types import Item, Phrase
from nq57gen.terms import label_of
from nq57gen.vietnamese.values import Evaluation, UnreadableValue, evaluate

#: Attribute of a count, and the evaluations it counts ("đạt" includes "vượt").
COUNTS: Mapping[str, tuple[Evaluation, ...]] = {
    "dat": (Evaluation.DAT, Evaluation.VUOT),
    "vuot": (Evaluation.VUOT,),
    "chua_dat": (Evaluation.CHUA_DAT,),
    "kho_dat": (Evaluation.KHO_DAT,),
    "chua_danh_gia": (Evaluation.CHUA_DANH_GIA,),
}
_LISTED = {f"liet_ke_{name}": name for name in COUNTS}
#: The field of a value for the year of the plan itself.
PLANNED = "ke_hoach"
#: Names that a target's id may not take.
RESERVED_IDS = frozenset({"tong", *COUNTS, *_LISTED})


class Target(Struct, frozen=True):
    """A target with its evaluation."""

    item: Item
    evaluation: Evaluation


class ListedTarget(NamedTuple):
    """A target as a reader knows it: every text resolved, without marks, blanks still in it.

    ``values``: ``ke_hoach`` and the stages (``giai_doan.2030``) by key; ``leads``: full names.
    """

    item: Item
    name: str
    unit: str
    values: Mapping[str, str]
    leads: tuple[str, ...]


class Planned(NamedTuple):
    """The field with the planned value for a year ("": none); not ``due``: a stage that ends later."""

    key: str
    due: bool


def planned_value(item: Item, year: int) -> Planned:
    """What a result of ``year`` is measured by: ``ke_hoach``, or the latest stage that ``year`` has reached.

    While every stage ends after ``year`` it is the first of them, which can be met early but not missed.
    """
    if PLANNED in item.fields:
        return Planned(PLANNED, due=True)
    stages = [key for key in item.fields if key.startswith(STAGE)]
    # years have four digits, so that keys compare as years do
    if past := [key for key in stages if key <= f"{STAGE}{year}"]:
        return Planned(max(past), due=True)
    return Planned(min(stages), due=False) if stages else Planned("", due=True)


class Targets:
    """All targets of a document, evaluated once."""

    def __init__(
        self, items: Iterable[Item], year: int, resolver: Resolver, sentences: TargetSentences
    ) -> None:
        self._resolver = resolver
        self._sentences = sentences
        self._year = year
        self.all = tuple(Target(leaf, self._evaluate(leaf)) for item in items for leaf in item.walk())
        self._by_path = {target.item.path: target for target in self.all}

    def evaluation(self, item: Item) -> str:
        """The evaluation of a target, to be printed; a typed one that is a blank as it is; "" for a group."""
        target = self._by_path.get(item.path)
        if target is None:
            return ""
        return self._typed_blank(item) or str(self._shown(target))

    def _typed_blank(self, item: Item) -> str:
        typed = item.fields.get("danh_gia")
        text = self._resolver.value(typed, shown=True) if typed else ""
        return text if has_blank(text) else ""

    def _shown(self, target: Target) -> Evaluation:
        """The evaluation, to be printed: what it was worked out from then is in the document too."""
        for phrase in self._sources(target.item):
            self._resolver.value(phrase, shown=True)
        return target.evaluation

    def _sources(self, item: Item) -> list[Phrase]:
        """What an evaluation is worked out from: the typed one, or plan and result."""
        fields = item.fields
        if "danh_gia" in fields:
            return [fields["danh_gia"]]
        plan = fields.get(planned_value(item, self._year).key)
        return [phrase for phrase in (plan, fields.get("ket_qua")) if phrase]

    def _evaluate(self, item: Item) -> Evaluation:
        texts = {phrase.path: self._resolver.value(phrase, shown=False) for phrase in self._sources(item)}
        if any(map(has_blank, texts.values())):
            return Evaluation.CHUA_DANH_GIA
        if "danh_gia" in item.fields:
            return Evaluation(*texts.values())
        result_path = (*item.path, "ket_qua")
        result = texts.pop(result_path, "")
        plan_path, plan = next(iter(texts.items()), (item.path, ""))
        try:
            evaluation = evaluate(plan, result, lower_is_better=item.lower_is_better)
        except UnreadableValue as error:
            path = result_path if error.text == result else plan_path
            self._resolver.report("T001", path, label=label_of(path), value=error.text)
            return Evaluation.CHUA_DANH_GIA
        if evaluation is Evaluation.CHUA_DAT and not planned_value(item, self._year).due:
            return Evaluation.CHUA_DANH_GIA
        return evaluation

    def names(self) -> Names:
        """What ``<<chi_tieu…>>`` can name: counts, lists and each target by its id."""
        return Names("chi_tieu", None, self._attributes)

    def _attributes(self) -> dict[str, Value]:
        attributes: dict[str, Value] = dict(self.counts(self.all))
        for name, count in _LISTED.items():
            attributes[name] = partial(self._listed, count)
        for target in self.all:
            if target.item.identifier:
                attributes[target.item.identifier] = self._target_names(target)
        return attributes

    def counts_in(self, items: Iterable[Item]) -> dict[str, Value]:
        """Counts over the targets inside ``items``."""
        inside = [
            self._by_path[leaf.path] for item in items for leaf in item.walk() if leaf.path in self._by_path
        ]
        return self.counts(inside)

    def counts(self, targets: Sequence[Target]) -> dict[str, Value]:
        """``tong`` and one count for each evaluation."""
        return {"tong": len(targets), **{name: partial(self._count, targets, name) for name in COUNTS}}

    def _count(self, targets: Sequence[Target], name: str) -> int:
        return sum([self._shown(target) in COUNTS[name] for target in targets])

    def _listed(self, count: str) -> str:
        """One bullet line for each target of that count, ending in ";", the last in "."."""
        said = [
            self._said(target).rstrip(" ;.,") for target in self.all if self._shown(target) in COUNTS[count]
        ]
        return "\n".join(f"- {text}{'.' if n == len(said) else ';'}" for n, text in enumerate(said, 1))

    def _said(self, target: Target) -> str:
        """The target's own sentence, or the pack's for a target with or without a result."""
        fields = target.item.fields
        result = fields.get("ket_qua")
        known = result and not has_blank(self._resolver.value(result, shown=True))
        sentence = self._sentences.with_result if known else self._sentences.without_result
        local = {"chi_tieu_nay": self._target_names(target)}
        return self._resolver.text(fields.get("cau") or Phrase(sentence, PACK_PATH), local)

    def _target_names(self, target: Target) -> Names:
        item = target.item

        def field(phrase: Phrase | None) -> Value:
            return (lambda: self._resolver.text(phrase)) if phrase else "-"

        def attributes() -> dict[str, Value]:
            return {
                "ten": lambda: self._resolver.text(item.name),
                **{name: field(item.fields.get(name)) for name in ("don_vi_tinh", "ket_qua")},
                PLANNED: field(item.fields.get(planned_value(item, self._year).key)),
                "danh_gia": lambda: self.evaluation(item),
            }

        return Names(item.identifier, lambda: self._resolver.text(item.name), attributes)
