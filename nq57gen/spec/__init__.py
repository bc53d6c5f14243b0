"""Reads a YAML file into plain data plus the place of every key and value."""
