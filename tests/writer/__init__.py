"""Tests of nq57gen.writer."""
