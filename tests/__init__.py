"""Tests of nq57gen."""
