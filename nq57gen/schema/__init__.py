"""The spec language: its shape, and valid data as typed, frozen objects."""
