"""What the commands print; nothing else in this package does."""

from __future__ import annotations

import sys


def say(text: str = "", end: str = "\n") -> None:
    """Print Dutch, also where the terminal speaks no UTF-8."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, errors="replace").decode(encoding) + end)
    sys.stdout.flush()
