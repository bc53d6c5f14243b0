"""Tests of the records beside outputs and the seals inside them."""
