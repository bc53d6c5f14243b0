"""Measurements, not tests: ``python -m bench`` prints times and ratios side by side."""
