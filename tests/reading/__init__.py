"""Tests of nq57gen.reading."""
