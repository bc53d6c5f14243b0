"""Tests of the spec language: what it accepts, and what it says of every mistake."""
