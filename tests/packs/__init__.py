"""Tests of template packs: finding, inheriting, refusing broken ones."""
