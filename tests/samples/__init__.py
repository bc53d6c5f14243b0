"""Tests of the samples under ``specs/``: nothing is lost, no mistake in them goes unseen."""
