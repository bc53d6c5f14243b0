"""What only the printed pages of a Word file show."""
