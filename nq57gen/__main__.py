"""``python -m nq57gen`` is the command ``nq57gen``."""

import sys

from nq57gen.cli import main

if __name__ == "__main__":
    sys.exit(main())
