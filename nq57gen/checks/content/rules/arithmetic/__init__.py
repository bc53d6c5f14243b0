"""SO: figures and what is calculated from them."""
