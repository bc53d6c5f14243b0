"""Lines and words longer than anybody writes are refused before rules look at them."""

from __future__ import annotations

from pathlib import Path

import pytest

from nq57gen.errors import InvalidInput
from nq57gen.long_text import is_too_long
from nq57gen.spec.source import read_source
from tests.reading.build import p, read


@pytest.mark.parametrize("text", ["(" * 100_000, "trong đó " * 10_000, "9" * 1_001])
def test_what_nobody_writes_is_refused_in_a_word_file_and_in_a_spec(text: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as word:
        read(p(text))
    (tmp_path / "a.yaml").write_text(f"mo_dau: {text}\n", encoding="utf-8")
    with pytest.raises(InvalidInput) as spec:
        read_source(tmp_path / "a.yaml", "a.yaml")
    codes = [[one.code for one in raised.value.diagnostics] for raised in (word, spec)]
    assert codes == [["D136"], ["Y071"]]


@pytest.mark.parametrize("text", ["9" * 1_000, "a b " * 5_000, "a b\n" * 50_000])
def test_what_people_paste_is_read(text: str) -> None:
    assert not is_too_long(text)
