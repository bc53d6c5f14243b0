"""Tests of shapes, and of how they are checked."""
