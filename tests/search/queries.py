"""The questions of queries.yml, and how well a list of results answers them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "queries.yml"


@dataclass(frozen=True)
class Query:
    """What somebody types, and what ought to come up.

    Attributes:
        text: As it is typed.
        kind: What it puts to the test.
        asker: Who asks such a thing.
        expected: The practices that ought to come up; empty when something else ought to.
        address: Else the chapter, the term or the route that ought to.
        held_aside: Whether the search was never tuned on it.
    """

    text: str
    kind: str
    asker: str
    expected: frozenset[str]
    address: str
    held_aside: bool

    def reciprocal_rank(self, found: list[str]) -> float:
        """One divided by the place of the first that was expected; nothing when none came."""
        places = (place for place, practice in enumerate(found, 1) if practice in self.expected)
        return 1 / next(places, float("inf"))

    def recall(self, found: list[str], most: int = 5) -> float:
        """How many of the first results were expected, out of as many as could be."""
        return len(self.expected & set(found[:most])) / min(most, len(self.expected))


def load_queries() -> list[Query]:
    """Read the questions."""
    return [
        Query(
            str(told["vraag"]),
            told["soort"],
            told["wie"],
            frozenset(told.get("verwacht", ())),
            told.get("adres", ""),
            told.get("apart", False),
        )
        for told in yaml.safe_load(FILE.read_text(encoding="utf-8"))
    ]


def mean(values: list[float]) -> float:
    """Give the mean of some numbers."""
    return sum(values) / len(values)
