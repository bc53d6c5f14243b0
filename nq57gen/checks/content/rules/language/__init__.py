"""NN: spelling, marks, capitals, names and abbreviations."""
