"""What was made from what: a record beside each output, and a seal inside each file."""
