"""Every rule over the content finds its bad examples and keeps silent at its good ones."""

from __future__ import annotations

import pytest

from nq57gen.checks.content.engine import check_content, findings_of
from nq57gen.checks.content.from_text import paper_of
from nq57gen.checks.content.rule import FAMILIES, RULES, Rule

BAD = [
    pytest.param(rule, text, id=f"{rule.code}-{at}")
    for rule in RULES.values()
    for at, text in enumerate(rule.bad)
]
GOOD = [
    pytest.param(rule, text, id=f"{rule.code}-{at}")
    for rule in RULES.values()
    for at, text in enumerate(rule.good)
]


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_a_bad_example_has_one_finding_of_its_rule(rule: Rule, text: str) -> None:
    found = findings_of(rule, paper_of(text), "ví dụ")
    assert len(found) == 1, [one.message for one in found]
    assert found[0].where
    assert found[0].hint


@pytest.mark.parametrize(("rule", "text"), GOOD)
def test_a_good_example_has_no_finding_of_its_rule(rule: Rule, text: str) -> None:
    found = findings_of(rule, paper_of(text), "ví dụ")
    assert not found, [one.message for one in found]


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_is_of_a_family_and_has_examples(rule: Rule) -> None:
    assert rule.code.partition("-")[0] in FAMILIES
    assert rule.bad
    assert rule.good


def test_an_empty_paper_has_no_findings() -> None:
    assert not check_content(paper_of("Để thực hiện có kết quả nhiệm vụ được giao."), "ví dụ")
