"""Tests of the rules over the content."""
