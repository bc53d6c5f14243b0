"""Shapes of YAML data: one definition that the validator, the reference and later the editor schema share."""
