"""The step that turns the marks of blanks into highlighted runs."""

from __future__ import annotations

import pytest

from nq57gen.blanks import CLOSE, OPEN
from nq57gen.rendering.blanks import highlighted

YELLOW = '<w:highlight w:val="yellow"/>'


def step(text: str) -> str:
    """The step on ``text``, in which { and } stand for the marks."""
    return b"".join(highlighted([text.replace("{", OPEN).replace("}", CLOSE).encode()])).decode()


def test_a_run_is_split_around_the_blank_and_keeps_its_looks() -> None:
    looks = '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>'
    assert step(f"<w:p><w:r>{looks}<w:t>Mở {{số}} lớp</w:t></w:r></w:p>") == (
        f'<w:p><w:r>{looks}<w:t xml:space="preserve">Mở </w:t></w:r>'
        f'<w:r><w:rPr><w:b/><w:sz w:val="28"/>{YELLOW}</w:rPr><w:t>[số]</w:t></w:r>'
        f'<w:r>{looks}<w:t xml:space="preserve"> lớp</w:t></w:r></w:p>'
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"<w:rPr>{YELLOW}</w:rPr>"),
        ("<w:rPr/>", f"<w:rPr>{YELLOW}</w:rPr>"),
        ("<w:rPr><w:b/></w:rPr>", f"<w:rPr><w:b/>{YELLOW}</w:rPr>"),
        (
            '<w:rPr><w:szCs w:val="28"/><w:u w:val="single"/><w:lang w:val="vi-VN"/></w:rPr>',
            f'<w:rPr><w:szCs w:val="28"/>{YELLOW}<w:u w:val="single"/><w:lang w:val="vi-VN"/></w:rPr>',
        ),
        ('<w:rPr><w:highlight w:val="red"/><w:rtl/></w:rPr>', f"<w:rPr>{YELLOW}<w:rtl/></w:rPr>"),
    ],
)
def test_the_highlight_stands_at_its_place_among_the_looks(before: str, after: str) -> None:
    assert step(f"<w:r>{before}<w:t>{{a}}</w:t></w:r>") == f"<w:r>{after}<w:t>[a]</w:t></w:r>"


def test_what_else_is_in_the_run_stays_where_it_is() -> None:
    run = '<w:r w:rsidR="1"><w:t>a</w:t><w:tab/><w:t>{b}{c}</w:t><w:br/></w:r>'
    start, yellow = '<w:r w:rsidR="1">', f"<w:rPr>{YELLOW}</w:rPr>"
    assert step(run) == (
        f"{start}<w:t>a</w:t><w:tab/></w:r>{start}{yellow}<w:t>[b]</w:t></w:r>"
        f"{start}{yellow}<w:t>[c]</w:t></w:r>{start}<w:br/></w:r>"
    )


def test_each_of_several_runs_is_split_and_all_between_them_stays() -> None:
    text = "<w:r><w:t>x</w:t></w:r><w:r><w:t>{a}</w:t></w:r><w:pPr/><w:r><w:t>{b &amp; c}</w:t></w:r><w:r/>"
    yellow = f"<w:r><w:rPr>{YELLOW}</w:rPr><w:t>"
    assert step(text) == (
        f"<w:r><w:t>x</w:t></w:r>{yellow}[a]</w:t></w:r><w:pPr/>{yellow}[b &amp; c]</w:t></w:r><w:r/>"
    )


def test_a_part_without_blanks_is_the_same_object() -> None:
    parts = ["<w:r><w:t>không có gì [để điền]</w:t></w:r>".encode()]
    assert highlighted(parts) is parts
