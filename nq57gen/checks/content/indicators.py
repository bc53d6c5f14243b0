"""Targets as a document states them: name, stage, value; read from its tables and its sentences."""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nq57gen.checks.content.paper import Grid, Kind, Paper, RowKind
from nq57gen.checks.content.quantities import quantities
from nq57gen.checks.once import once_a_document
from nq57gen.patterns import lazily
from nq57gen.vietnamese.syllables import fold
from nq57gen.vietnamese.values import Target, TargetKind, UnreadableValue, parse_target

_YEAR = lazily(r"(?<!\d)(20\d\d)(?!\d)")
_FOR_WHOM = lazily(r"(?<=[;.]) +(?=[≥>≤<]|\d)|(?<=\S) (?=[≥>≤<] ?\d)")
#: Words that say nothing of what is measured, folded.
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        "ty ti le cac cua duoc va hoac tren dia ban trong phuong xa thanh pho tinh dat theo cho "
        "nhung so voi tai"
        " la do doi thuoc den tu mot phan dau bao dam it nhat tro len phai ve co",
    )
)
#: Ways of one thing, folded, before the words are compared.
_SAME = [
    (r"\bcds\b", "chuyen doi so"),
    (r"\bdmst\b", "doi moi sang tao"),
    (r"\bkhcn\b", "khoa hoc cong nghe"),
    (r"\btthc\b", "thu tuc hanh chinh"),
    (r"\btai su dung\b", "su dung lai"),
    (r"\btruy nhap\b", "truy cap"),
    (r"\bnguoi dan\b|\bcong dan\b", "dan so"),
    (r"\b0?1 ?gb/?p?s\b", "gbps"),
    (r"\bso hoa\b", "sohoa"),
    (r"\bky so\b", "kyso"),
    (r"\bchu kyso\b", "chu kyso"),
    (r"\bdac khu\b", " "),
]


@dataclass(frozen=True, slots=True)
class Roles:
    """Which column of a table holds what; None when there is none. ``stages`` are (year, column)."""

    name: int | None
    unit: int | None
    values: tuple[int, ...]
    stages: tuple[tuple[int, int], ...]
    plan: int | None
    result: int | None
    verdict: int | None
    lead: int | None
    helper: int | None
    product: int | None
    deadline: int | None


@functools.lru_cache(maxsize=256)
def roles(grid: Grid) -> Roles:
    """The roles of the columns, by the words of their heads."""
    heads = [fold(head).lower() for head in grid.columns]

    def first(*words: str, but: tuple[str, ...] = ()) -> int | None:
        return next(
            (
                at
                for at, head in enumerate(heads)
                if any(word in head for word in words) and not any(word in head for word in but)
            ),
            None,
        )

    offices = ("co quan", "don vi chu", "don vi phoi", "nguoi", "chu tri", "phoi hop")
    stages = tuple(
        (int(found[1]), at)
        for at, head in enumerate(heads)
        if (found := _YEAR.search(head))
        and len(head) < 40
        and not any(word in head for word in ("danh gia", "noi dung"))
    )
    unit = next(
        (at for at, head in enumerate(heads) if head in ("don vi", "don vi tinh", "dvt", "dv tinh")), None
    )
    lead = first("chu tri", "thuc hien chinh", but=("phoi hop",))
    helper = first("phoi hop")
    product = first("san pham", "ket qua dau ra", "dau ra")
    deadline = first("thoi gian", "thoi han", "tien do", but=offices)
    name = first(
        "chi tieu", "muc tieu", "nhiem vu", "noi dung", "cong viec", "ten", but=("san pham", "chi tieu giao")
    )
    result = next((at for at, head in enumerate(heads) if "ket qua" in head and at != product), None)
    plan = next(
        (
            at
            for at, head in enumerate(heads)
            if at not in (name, result) and head.startswith(("ke hoach", "muc tieu", "chi tieu", "kh "))
        ),
        None,
    )
    verdict = first("danh gia", but=offices)
    if len(stages) > 1 or unit is not None or plan is not None:
        values = (
            tuple(at for _, at in stages)
            if len(stages) > 1
            else tuple(at for at in (plan, result, *(at for _, at in stages)) if at is not None)
        )
    else:
        values = ()
    return Roles(
        name,
        unit,
        tuple(dict.fromkeys(values)),
        stages if len(stages) > 1 else (),
        plan,
        result,
        verdict,
        lead,
        helper,
        product,
        deadline,
    )


def office_columns(grid: Grid) -> tuple[int, ...]:
    """The columns that name who leads and who helps."""
    columns = roles(grid)
    return tuple(at for at in (columns.lead, columns.helper) if at is not None)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One value of one target: ``year`` is 0 when no stage is said, ``source`` its table or paragraph."""

    name: str
    year: int
    value: Target
    place: str
    source: str
    lead: str = ""


def read_value(text: str) -> Target | None:
    """A value that is a figure, or None."""
    try:
        value = parse_target(text)
    except UnreadableValue:
        return None
    return value if value.kind is TargetKind.NUMBER else None


@once_a_document
def indicators(paper: Paper) -> list[Indicator]:
    """All values of targets in the tables of a paper."""
    found: list[Indicator] = []
    for grid in paper.grids:
        found += _of_grid(grid, paper)
    return found


def _of_grid(grid: Grid, paper: Paper) -> Iterator[Indicator]:
    columns = roles(grid)
    if columns.name is None or not columns.values:
        return
    stage = _stage(grid.columns[columns.name]) or _stage(grid.title) or paper.year
    for row in grid.rows:
        if row.kind is RowKind.GROUP:
            stage = _stage(row.text) or stage
            continue
        if row.kind is not RowKind.DATA or row.cells[columns.name].covered:
            continue
        years = {at: year for year, at in columns.stages}
        for at in columns.values:
            if at == columns.result and columns.plan is not None:
                continue
            for value, whom in _values(row.cells[at].shown):
                name = f"{row.cells[columns.name].text} {whom}".replace("\n", " ").strip()
                lead = row.cells[columns.lead].shown if columns.lead is not None else ""
                yield Indicator(name, years.get(at, stage), value, row.cells[at].place, grid.place, lead)


def _stage(text: str) -> int:
    match = re.search(r"(?:[Đđ]ến|ĐẾN)(?: hết| cuối)?(?: năm| NĂM)? (20\d\d)", text)
    return int(match[1]) if match else 0


def _values(text: str) -> Iterator[tuple[Target, str]]:
    """The values of a cell with for whom each is: "> 95% đối với mầm non; > 90% đối với phổ thông"."""
    for piece in _FOR_WHOM.split(text.replace("\n", " ")):
        value = read_value(piece.strip(" ;."))
        if value:
            whom = re.search(r"(?:đối với|cho) (.+)", piece)
            yield value, whom[1].strip(" ;.") if whom else ""


@functools.lru_cache(maxsize=4096)
def words(name: str) -> frozenset[str]:
    """The telling words of a name, folded."""
    text = re.sub(r"\([^()]*\)", " ", fold(name).lower())
    for pattern, same in _SAME:
        text = re.sub(pattern, same, text)
    return frozenset(word for word in re.findall(r"[a-z0-9]+", text) if word not in _EMPTY)


class Likeness:
    """How alike two names are, 0 to 1: rare words of the document count more than frequent ones."""

    def __init__(self, names: Iterable[str]) -> None:
        sets = {words(name) for name in names}
        counts = Counter(word for one in sets for word in one)
        self._weights = {word: math.log((len(sets) + 1) / count) + 0.2 for word, count in counts.items()}
        self._most = math.log(len(sets) + 1) + 0.2

    def weight(self, some: Iterable[str]) -> float:
        """The weight of words together."""
        return sum(self._weights.get(word, self._most) for word in some)

    def alike(self, one: str, other: str) -> float:
        """The weight of the words in common against that of all."""
        first, second = words(one), words(other)
        return self.weight(first & second) / (self.weight(first | second) or 1)

    def inside(self, short: str, long: str) -> float:
        """How much of the words of ``short`` stands in ``long``."""
        first, second = words(short), words(long)
        return self.weight(first & second) / (self.weight(first) or 1)


#: Before a figure that a report says was reached.
_REACHED = lazily(r"(?<!phấn đấu )(?<!phải )(?<!cần )(?<!\w)đạt\s*$")


@once_a_document
def said_in_text(paper: Paper) -> list[Indicator]:
    """Percentages of the running text and of tables of tasks, with the clause that names what they are of."""
    found: list[Indicator] = []
    is_report = paper.document_type == "bao_cao"
    grids = [grid for grid in paper.grids if not roles(grid).values]
    places = {cell.place for grid in grids for row in grid.data for cell in row.cells}
    for passage in paper.passages:
        in_task = passage.kind is Kind.CELL and passage.place in places
        if passage.kind is Kind.NOTE or not (passage.running or in_task):
            continue
        for figure in quantities(passage.text):
            reached = is_report and _REACHED.search(passage.text[: figure.start])
            if figure.percent and not reached:  # what a report says was reached is no planned value
                start, end = _clause(passage.text, figure.start, figure.end)
                value = read_value(passage.text[figure.start : figure.end].strip())
                name = f"{passage.text[start : figure.start]} {passage.text[figure.end : end]}".strip()
                if value:
                    found.append(Indicator(name, 0, value, passage.quoted(start, end), passage.place))
    return found


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    before = max((match.end() for match in re.finditer(r"[;,:.](?=\s)|^", text[:start])), default=0)
    after = re.search(r"[;,:.](?=\s|$)|$| để ", text[end:])
    return before, end + (after.start() if after else 0)
