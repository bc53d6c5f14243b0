"""``python -m nq57gen`` is the command ``nq57gen``."""

from nq57gen.cli import command

if __name__ == "__main__":
    command()
