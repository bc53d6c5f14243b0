"""The sandbox: whatever somebody writes between << and >>, it is refused quickly and with a message."""

from __future__ import annotations

import time

import pytest

from tests.model.show import spec
from tests.schema.snippets import findings

SECONDS = 5  # for a machine under load; each takes some thousandths of one

HOSTILE = [
    # attributes and methods of Python
    ("don_vi.__class__", "N006"),
    ("don_vi.__class__.__mro__", "N006"),
    ("''.__class__.__mro__[1].__subclasses__()", "N004"),
    ("don_vi.ten.__len__", "N006"),
    ("don_vi['__class__']", "N006"),
    ("don_vi['_attributes']", "N006"),
    ("don_vi._text", "N006"),
    ("don_vi.get", "N006"),
    ("don_vi.get('ten')", "N004"),
    ("don_vi.ten.upper()", "N004"),
    ("'{0.__class__}'.format(don_vi)", "N004"),
    ("don_vi()", "N004"),
    ("ubnd.ngan.join(['a'])", "N004"),
    ("(1).real", "N006"),
    ("nam_ke_hoach.bit_length()", "N004"),
    ("don_vi.ten[0]", "N006"),
    ("[1, 2][0]", "N006"),
    ("{'a': 1}.a", "N006"),
    # what Jinja usually offers
    ("range(999999999)", "N004"),
    ("lipsum()", "N004"),
    ("cycler", "N001"),
    ("namespace(a=1)", "N004"),
    ("joiner", "N001"),
    ("dict(a=1)", "N004"),
    ("self", "N005"),
    ("self.__init__", "N006"),
    ("loop", "N001"),
    ("caller()", "N004"),
    ("don_vi | attr('__class__')", "N003"),
    ("don_vi | map('upper')", "N003"),
    ("don_vi | safe", "N003"),
    ("don_vi | replace('a', 'b')", "N003"),
    ("'%s' | format(1)", "N003"),
    ("khong | default('x')", "N003"),
    # costly operators
    ("9 ** 9 ** 9 ** 9", "N004"),
    ("2 ** 3", "N004"),
    ("999999999999 * 999999999999", "N004"),
    ("'x' * 999999999", "N005"),
    ("'%999999999d' % 1", "N004"),
    ("5 % 3", "N004"),
    ("don_vi.ten % 3", "N004"),
    ("[0] * 999999999", "N005"),
    ("(1, 2) + (3, 4)", "N005"),
    # results that are no text
    ("1 == 1", "N005"),
    ("[1]", "N005"),
    ("(1, 2)", "N005"),
    ("{'a': 1}", "N005"),
    ("none", "N005"),
    ("don_vi is defined", "N005"),
    ("bien ~ 'x'", "N005"),
    ("1 / 0", "N005"),
    ("1 // 0", "N005"),
    ("5 is divisibleby(0)", "N005"),
    ("don_vi.ten - 1", "N005"),
    ("-don_vi.ten", "N005"),
    ("1e400 + 1", "N005"),
    ("1e400", "N005"),
    ("'x' | la_ma", "N005"),
    ("0 | la_ma", "N005"),
    ("'99999999999999999999999' | la_ma", "N005"),
    # no expression at all
    ("", "N003"),
    ("don_vi.", "N003"),
    ("don_vi don_vi", "N003"),
    ("a b", "N003"),
    ("'", "N003"),
    ("don_vi }} x", "N003"),
    ("set a = 1", "N003"),
    ("for x in y", "N003"),
    # long and deep ones
    ("(" * 240 + "1" + ")" * 240, "N004"),
    ("1" + "+1" * 300, "N004"),
    ("-" * 480 + "1", "N004"),
    ("'" + "x" * 600 + "'", "N004"),
    ("not " * 120 + "1", "N005"),
]


@pytest.mark.parametrize(("expression", "code"), HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_plain_name_figure_or_filter_is_refused(expression: str, code: str) -> None:
    started = time.perf_counter()
    found = findings(spec(f"viec: |\n  <<{expression}>>"))
    assert [finding.code for finding in found] == [code]
    assert time.perf_counter() - started < SECONDS


@pytest.mark.parametrize("code", ["N003", "N005"])
def test_the_reason_is_told_in_vietnamese(code: str) -> None:
    english = ("error", "expected", "unexpected", "operand", "division", "No filter", "object", "invalid")
    for expression, of in HOSTILE:
        if of == code:
            (found,) = findings(spec(f"viec: |\n  <<{expression}>>"))
            reason = found.message.replace(expression, "")
            assert not any(word in reason for word in english), reason


@pytest.mark.parametrize("statement", ["{% for x in range(9) %}", "{{ 7 * 7 }}", "{# ghi chú #}", "{%raw%}"])
def test_statements_are_refused(statement: str) -> None:
    assert [found.code for found in findings(spec(f"viec: |\n  Chữ {statement}"))] == ["N008"]


def doubling(levels: int, leaf: str) -> str:
    calls = "".join(f"  a{n}: <<bien.a{n + 1}>><<bien.a{n + 1}>>\n" for n in range(levels))
    return f"bien:\n{calls}  a{levels}: {leaf}\n"


@pytest.mark.parametrize("leaf", ["x", "\"<<''>>\"", "x" * 1000])
def test_texts_that_double_at_every_call_do_not_eat_the_machine(leaf: str) -> None:
    started = time.perf_counter()
    found = findings(spec(doubling(22, leaf), "viec: <<bien.a0>>"))
    assert {finding.code for finding in found} <= {"N004", "N016"}
    assert found
    assert time.perf_counter() - started < 4 * SECONDS


def test_a_long_chain_of_calls_is_refused_and_a_short_one_is_not() -> None:
    def chain(length: int) -> str:
        calls = "".join(f"  a{n}: <<bien.a{n + 1}>>\n" for n in range(length))
        return spec(f"bien:\n{calls}  a{length}: x\n", "viec: <<bien.a0>>")

    assert findings(chain(20)) == ()
    assert [found.code for found in findings(chain(500))] == ["N016"]


@pytest.mark.parametrize(
    "circle",
    [
        "bien: {a: <<bien.a>>}",
        "bien: {a: <<bien.b>>, b: <<bien.a>>}",
        "bien: {a: <<kh.day_du>>}\nvan_ban: {kh: {loai: Kế hoạch, so: '1', trich_yeu: <<bien.a>>}}",
        "bien: {a: <<phong_ban.x>>}\nphong_ban: {x: {ten: <<bien.a>>}}",
        "bien: {a: <<chi_tieu.x.ten>>}\nchi_tieu: [{ma: x, ten: <<bien.a>>}]",
    ],
)
def test_texts_that_call_each_other_in_a_circle_are_refused(circle: str) -> None:
    assert "N007" in [found.code for found in findings(spec(circle, "viec: <<bien.a>>"))]


def test_a_text_of_a_pack_may_stand_inside_a_text_of_the_same_pack() -> None:
    assert findings(spec("viec: <<kh91_tinh>> <<nq71>>")) == ()
