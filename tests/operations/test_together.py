"""Files written together: a link to somebody's own file stays a link."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nq57gen.errors import InvalidInput
from nq57gen.operations.together import New, write_together


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights of their own")
def test_what_a_link_leads_to_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    real, link = tmp_path / "that.yaml", tmp_path / "lien-ket.yaml"
    real.write_bytes(b"a: 1\n")
    link.symlink_to(real)
    write_together([New(link, "lien-ket.yaml", b"a: 2\n", b"a: 1\n")])
    assert link.is_symlink()
    assert real.read_bytes() == b"a: 2\n"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights of their own")
def test_it_is_taken_back_behind_the_link_too(tmp_path: Path) -> None:
    real, link = tmp_path / "that.yaml", tmp_path / "lien-ket.yaml"
    real.write_bytes(b"a: 1\n")
    link.symlink_to(real)
    changed_meanwhile = New(tmp_path / "b.yaml", "b.yaml", b"b: 2\n", b"b: 1\n")
    with pytest.raises(InvalidInput):
        write_together([New(link, "lien-ket.yaml", b"a: 2\n", b"a: 1\n"), changed_meanwhile])
    assert link.is_symlink()
    assert real.read_bytes() == b"a: 1\n"
