"""NV: targets, tasks, and who is responsible for them."""
