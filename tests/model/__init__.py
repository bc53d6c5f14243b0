"""Tests of the document model: what a spec becomes before there is any Word file."""
