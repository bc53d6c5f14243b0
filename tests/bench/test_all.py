"""``python -m bench`` runs every measurement that something is claimed by."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import pytest

from bench.__main__ import PARTS, QUICK
from tests.schema.snippets import ROOT


def test_one_command_measures_all() -> None:
    assert set(PARTS) == {"whole", "engine", "memory", "long", "kill", "together"}
    assert set(PARTS) == QUICK.keys()
    assert all(find_spec(f"bench.{part}") for part in PARTS)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_the_memory_of_the_parent_is_measured_too() -> None:
    command = [sys.executable, "-m", "bench.memory", "50"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False).stdout
    assert "a worker: growth from document 20 to 49" in said
    assert "the parent: growth from document 20 to 49" in said
