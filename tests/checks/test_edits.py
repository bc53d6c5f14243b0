"""Every rule finds its own bad examples, and little else; its good documents have no error.

``python -m tests.checks.test_edits [CODE ...]`` prints what each example makes the rules say.
"""

from __future__ import annotations

import functools
import sys

import pytest
import yaml

from nq57gen.checks.layout.engine import check_layout
from nq57gen.checks.layout.rule import RULES, Edit, Rule
from nq57gen.checks.layout.rules.left_out import LEFT_OUT
from nq57gen.fixing.opened import Opened
from nq57gen.reading.content import Paragraph
from nq57gen.reading.word_file import read_word_file
from nq57gen.reading.xml import w
from nq57gen.writer.package import unpack
from tests.checks.components import NotFoundError
from tests.checks.edits import apply
from tests.checks.good import OTHERS, ROOT, bases, other

DECREE = ROOT.parent / "shared" / "nd30" / "rules.yaml"
EDITS = [(rule, edit) for rule in RULES.values() for edit in rule.bad]
AT_LEAST = 100
#: Findings of other rules that one example may cause, over all examples.
COLLATERAL = 2.0


def codes(data: bytes) -> frozenset[str]:
    """The codes of all findings."""
    return frozenset(found.code for found in check_layout(read_word_file(data, "tep.docx")))


@functools.cache
def good_codes(kind: str) -> frozenset[str]:
    return codes(bases()[kind])


@functools.cache
def example(code: str, edit: Edit) -> tuple[str, bytes]:
    """The first good document for which the rule is and which has the component, and the edited file."""
    rule = RULES[code]
    for kind, data in bases().items():
        if not rule.types or kind in rule.types:
            try:
                return kind, apply(data, edit)
            except NotFoundError:
                continue
    raise AssertionError(f"no good document has what {edit} changes")


@functools.cache
def broken(code: str, edit: Edit) -> frozenset[str]:
    """The rules that an example breaks, and the good document does not."""
    kind, data = example(code, edit)
    return codes(data) - good_codes(kind)


@pytest.mark.parametrize(("rule", "edit"), EDITS, ids=lambda one: getattr(one, "code", None) or one.says)
def test_a_rule_finds_its_bad_example(rule: Rule, edit: Edit) -> None:
    kind, _ = example(rule.code, edit)
    assert rule.code not in good_codes(kind), "the good document breaks the rule already"
    assert rule.code in broken(rule.code, edit)


def test_there_are_enough_examples_and_every_rule_has_some() -> None:
    assert [rule.code for rule in RULES.values() if not rule.bad] == []
    assert len(EDITS) >= AT_LEAST


def test_an_example_breaks_little_beside_its_own_rule() -> None:
    beside = [len(broken(rule.code, edit) - {rule.code}) for rule, edit in EDITS]
    assert sum(beside) / len(beside) <= COLLATERAL


def test_every_rule_that_a_program_can_check_is_there_or_left_out_with_a_reason() -> None:
    if not DECREE.is_file():
        pytest.skip("the list of the decree's rules is not beside the checkout")
    listed = yaml.safe_load(DECREE.read_text(encoding="utf-8"))
    wanted = {rule["id"] for rule in listed if rule["checkable"] in ("docx", "text")}
    assert wanted - set(RULES) - set(LEFT_OUT) == set()
    assert set(RULES) & set(LEFT_OUT) == set()
    assert set(RULES) | set(LEFT_OUT) <= {rule["id"] for rule in listed}


@pytest.mark.parametrize("name", [*bases(), *OTHERS[::7]])
def test_paragraphs_of_the_file_are_those_the_rules_see(name: str) -> None:
    opened = Opened(bases().get(name) or other(name), "tep.docx")
    views = list(opened.file.paragraphs())
    elements = list(opened.main.iter(w("p")))
    assert [opened.behind(view) for view in views] == [Paragraph((element,)) for element in elements]
    printed = [
        "".join("".join(text.text or "" for text in element.iter(w("t"))).split()) for element in elements
    ]
    assert printed == ["".join(view.text.split()) for view in views]


@pytest.mark.parametrize("kind", bases())
def test_a_file_that_is_opened_and_saved_stays_what_it_is(kind: str) -> None:
    assert unpack(Opened(bases()[kind], "tep.docx").save()) == unpack(bases()[kind])


def main(wanted: list[str]) -> None:
    """Print what each example makes the rules say."""
    for rule, edit in EDITS:
        if wanted and rule.code not in wanted:
            continue
        found = broken(rule.code, edit)
        mark = "finds " if rule.code in found else "MISSES"
        print(mark, rule.code, f"{edit.of}: {edit.says}", sorted(found - {rule.code}) or "")


if __name__ == "__main__":
    main(sys.argv[1:])
