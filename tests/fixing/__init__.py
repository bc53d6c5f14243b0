"""Tests of the mended copy."""
