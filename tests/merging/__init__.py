"""Tests of the room that takes a new edition into a spec."""
