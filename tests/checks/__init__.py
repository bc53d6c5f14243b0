"""Tests of the checks over Word files."""
