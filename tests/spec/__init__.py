"""Tests of the room that reads YAML."""
