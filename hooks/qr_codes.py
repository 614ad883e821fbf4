"""QR codes as drawings that a template can put in a page."""

from __future__ import annotations

from dataclasses import dataclass

import segno

_QUIET = 4
"""The white edge that readers of codes need, in squares."""


@dataclass(frozen=True)
class QrCode:
    """A code that holds an address.

    Attributes:
        size: Its width and its height in squares, with the white edge.
        path: Its black squares, as the path of an SVG drawing.
    """

    size: int
    path: str


def qr_code(address: str) -> QrCode:
    """Make the code of an address; it stays readable when a seventh of it is smudged."""
    rows = segno.make(address, micro=False, error="m", boost_error=False).matrix
    return QrCode(len(rows) + 2 * _QUIET, "".join(_runs(tuple(map(tuple, rows)))))


def _runs(rows: tuple[tuple[int, ...], ...]) -> list[str]:
    """Draw each row as its runs of black squares."""
    drawn = []
    for y, row in enumerate(rows, _QUIET):
        start = 0
        for x in range(1, len(row) + 1):
            if x < len(row) and row[x] == row[start]:
                continue
            if row[start]:
                drawn.append(f"M{start + _QUIET} {y}h{x - start}v1h-{x - start}z")
            start = x
    return drawn
