"""Tests of nq57gen.rendering."""
