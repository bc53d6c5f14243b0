"""Triples to merge: a spec-like old edition, and what a province and a ward made of it at random.

Every text holds words of its own (``x`` and a number), so that a test can follow each through the merge.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable

from tests.merging.trees import (
    Entry,
    Items,
    Keys,
    Text,
    Tree,
    containers_of,
    entries_of,
    lists_of,
    mappings_of,
    own_entries,
    texts_of,
    yaml_of,
)

WORDS = re.findall(
    r"\w+",
    "xây dựng nền tảng số dữ liệu dùng chung phục vụ người dân doanh nghiệp trên địa bàn hoàn thiện hạ tầng "
    "an toàn thông tin cán bộ công chức kỹ năng dịch vụ công trực tuyến tỷ lệ hồ sơ giải quyết đúng hạn",
)


class Maker:
    """Makes and edits trees; the same seed makes the same."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  # not for secrets
        self.side, self.count = "g", 0

    def word(self) -> str:
        """A word that is nowhere else."""
        self.count += 1
        return f"x{self.side}{self.count}"

    def sentence(self) -> str:
        """Some words and one of its own."""
        words = self.random.choices(WORDS, k=self.random.randint(4, 14))
        words.insert(self.random.randrange(len(words) + 1), self.word())
        return " ".join(words)

    def short(self) -> Text:
        """A text on one line."""
        return Text([self.sentence()], self.random.choice(["", "", "", '"', "'"]))

    def block(self) -> Text:
        """A text of paragraphs."""
        return Text([self.sentence() for _ in range(self.random.randint(1, 6))], self.random.choice("|||>"))

    def row(self) -> Keys:
        """A target."""
        keys: dict[str, Tree] = {"ma": Text([self.word()]), "ten": self.short()}
        for key in ("don_vi_tinh", "ke_hoach", "chu_tri", "ghi_chu"):
            if self.random.random() < 0.7:
                keys[key] = self.short()
        return Keys({key: Entry(value) for key, value in keys.items()}, flow=self.random.random() < 0.25)

    def group(self, depth: int = 0) -> Keys:
        """Rows under a name; now and then groups in it."""
        rows = [self.row() for _ in range(self.random.randint(2, 4))]
        if depth == 0 and self.random.random() < 0.3:
            rows.insert(1, self.group(1))
        return Keys({"nhom": Entry(self.short()), "chi_tieu": Entry(Items([Entry(row) for row in rows]))})

    def section(self) -> Keys:
        """A section with a title or without one."""
        keys = {"noi_dung": Entry(self.block())}
        if self.random.random() < 0.7:
            keys = {"tieu_de": Entry(self.short()), **keys}
        return Keys(keys)

    def texts(self, flow: bool) -> Items:
        """A list of texts."""
        return Items([Entry(self.short()) for _ in range(self.random.randint(2, 5))], flow)

    def spec(self) -> Keys:
        """A whole spec."""
        keys: dict[str, Tree] = {
            "mau": Text(["dong-nai"]),
            "don_vi": Keys({"loai": Entry(Text(["phường"])), "ten": Entry(self.short())}, flow=True),
            "so_van_ban": Text([]),
            "trich_yeu": self.short(),
            "bien": Keys({key: Entry(self.short()) for key in ("mot", "hai", "ba")}),
            "can_cu": self.texts(flow=True),
            "muc_dich": self.block(),
            "muc_tieu": Keys({"chung": Entry(self.block()), "cu_the": Entry(self.block())}),
            "giai_phap": Items([Entry(self.section()) for _ in range(3)]),
            "phu_luc": Items([Entry(self.appendix(name)) for name in ("mot", "hai")]),
            "noi_nhan": self.texts(flow=False),
        }
        spec = Keys({key: Entry(value) for key, value in keys.items()})
        for entry in entries_of(spec):
            if self.random.random() < 0.1:
                entry.above = f"ghi chú {self.word()}"
        return spec

    def appendix(self, name: str) -> Keys:
        """A table of targets."""
        groups = Items([Entry(self.group()) for _ in range(self.random.randint(2, 3))])
        return Keys({"ma": Entry(Text([name])), "tieu_de": Entry(self.short()), "chi_tieu": Entry(groups)})

    # --- edits

    def edited(self, tree: Keys, side: str, count: int) -> Keys:
        """A copy with ``count`` edits; the words that come in begin with ``x`` and ``side``."""
        self.side = side
        result = copy.deepcopy(tree)
        edits: list[Callable[[Keys], None]] = [
            self.change_text, self.change_text, self.change_text, self.add_key, self.remove_key,
            self.add_item, self.add_item, self.remove_item, self.move_row, self.swap_items,
        ]  # fmt: skip
        if side == "m":
            edits += [self.comment, self.restyle]
        for _ in range(count):
            self.random.choice(edits)(result)
        return result

    def change_text(self, tree: Keys) -> None:
        """Reword, add or remove one paragraph, or write all anew."""
        text = self.random.choice(
            [text for text in texts_of(tree) if len(text.lines) and " " in text.lines[0]]
        )
        at = self.random.randrange(len(text.lines))
        kind = self.random.random()
        if kind < 0.5:
            words = [word for word in text.lines[at].split() if not word.startswith("x")]
            text.lines[at] = " ".join([*words, self.word()])
        elif kind < 0.65 or len(text.lines) == 1:
            text.lines[at] = self.sentence()
        elif kind < 0.85:
            text.lines.insert(at, self.sentence())
        else:
            del text.lines[at]

    def add_key(self, tree: Keys) -> None:
        """A key that was not there."""
        keys = self.random.choice([keys for keys in mappings_of(tree) if "loai" not in keys.entries])
        order = list(keys.entries.items())
        value = self.short() if keys.flow or self.random.random() < 0.6 else self.block()
        above = f"ghi chú {self.word()}" if not keys.flow and self.random.random() < 0.3 else ""
        name = self.random.choice(["them_a", "them_b", "them_c"])
        if name not in keys.entries:
            order.insert(self.random.randint(1, len(order)), (name, Entry(value, above)))
            keys.entries = dict(order)

    def remove_key(self, tree: Keys) -> None:
        """A key less; ids and names stay."""
        keys = self.random.choice(list(mappings_of(tree)))
        free = [
            key for key in keys.entries if key not in ("ma", "ten", "nhom", "chi_tieu", "noi_dung", "mau")
        ]
        if free:
            del keys.entries[self.random.choice(free)]

    def add_item(self, tree: Keys) -> None:
        """One more item of the same sort."""
        items = self.random.choice([items for items in lists_of(tree) if items.entries])
        like = items.entries[0].value
        value: Tree = self.short()
        if isinstance(like, Keys):
            value = self.row() if "ten" in like.entries else self.section()
            value = self.group(1) if "nhom" in like.entries else value
            if "tieu_de" in like.entries and "chi_tieu" in like.entries:
                value = self.appendix(self.word())
        items.entries.insert(self.random.randint(0, len(items.entries)), Entry(value))

    def remove_item(self, tree: Keys) -> None:
        """One item less."""
        items = self.random.choice(list(lists_of(tree)))
        if len(items.entries) > 1:
            del items.entries[self.random.randrange(len(items.entries))]

    def move_row(self, tree: Keys) -> None:
        """A row to another group of its appendix."""
        phu_luc = tree.entries.get("phu_luc")
        if phu_luc is None:
            return
        appendix = self.random.choice(phu_luc.value.entries).value
        groups = [
            items for items in lists_of(appendix) if any("ten" in row.value.entries for row in items.entries)
        ]
        if len(groups) > 1:
            source, target = self.random.sample(groups, 2)
            rows = [entry for entry in source.entries if "ten" in entry.value.entries]
            if len(source.entries) > 1:
                entry = self.random.choice(rows)
                source.entries.remove(entry)
                entry.value.flow = False
                target.entries.insert(self.random.randint(0, len(target.entries)), entry)

    def swap_items(self, tree: Keys) -> None:
        """Two items change places."""
        items = self.random.choice(list(lists_of(tree)))
        if len(items.entries) > 1:
            i, j = self.random.sample(range(len(items.entries)), 2)
            items.entries[i], items.entries[j] = items.entries[j], items.entries[i]

    def comment(self, tree: Keys) -> None:
        """A comment of the ward above or beside something."""
        if self.random.random() < 0.5:
            blocks = [each for each in containers_of(tree) if not each.flow]
            self.random.choice(list(own_entries(self.random.choice(blocks)))).above = f"riêng {self.word()}"
        else:
            sure = [text for text in texts_of(tree) if text.style]  # behind plain prose it is refused
            self.random.choice(sure).comment = f"riêng {self.word()}"

    def restyle(self, tree: Keys) -> None:
        """Other quotes, the same words."""
        short = [text for text in texts_of(tree) if text.style in ("", "'", '"') and text.lines]
        text = self.random.choice(short)
        text.style = self.random.choice(["'", '"'] if text.comment else ["", "'", '"'])


def triple(seed: int, edits: int = 8) -> tuple[str, str, str]:
    """Base, theirs and mine; up to ``edits`` edits a side."""
    maker = Maker(seed)
    base = maker.spec()
    theirs = maker.edited(base, "t", maker.random.randint(1, edits))
    mine = maker.edited(base, "m", maker.random.randint(0, edits))
    return yaml_of(base), yaml_of(theirs), yaml_of(mine)
