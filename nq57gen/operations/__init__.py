"""One function a command, each a visible list of steps."""
