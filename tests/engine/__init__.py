"""Tests of the engine: against docxtpl, part by part."""
