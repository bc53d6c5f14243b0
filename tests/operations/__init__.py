"""Tests of the steps that the commands share."""
