"""DV: units, agencies and places by their names."""
