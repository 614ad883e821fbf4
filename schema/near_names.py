"""Names that differ in one letter, which is mostly a slip: found without comparing every name with every other."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHORTEST = 8
_LETTERS = re.compile(r"\w+")


def near_pairs(names: Iterable[str], places: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Find pairs of names that one letter more, less, other or in another place makes equal.

    Names that are equal but for capitals and punctuation are no pair: those are told as an error. Neither are names
    that differ in a number, or in two words that are both a place (Balen and Halen are not a slip).

    Args:
        names: The names, each once.
        places: Names of places, in small letters.

    Returns:
        The pairs, sorted.
    """
    by_rest: dict[str, set[str]] = defaultdict(set)
    for name in names:
        bare = _bare(name)
        if len(bare) >= _SHORTEST:
            for rest in {bare, *(bare[:index] + bare[index + 1 :] for index in range(len(bare)))}:
                by_rest[rest].add(name)
    pairs = {pair for group in by_rest.values() if len(group) > 1 for pair in combinations(sorted(group), 2)}
    return sorted(pair for pair in pairs if _is_slip(*pair, places))


def _is_slip(one: str, other: str, places: frozenset[str]) -> bool:
    left, right = _bare(one), _bare(other)
    if left == right or not _one_letter_apart(left, right):
        return False
    changed = [pair for pair in _different_words(one, other) if pair]
    numbers = any(character.isdigit() for words in changed for word in words for character in word)
    return not numbers and not any(words <= places for words in changed)


def _one_letter_apart(one: str, other: str) -> bool:
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    swapped = one[1:2] + one[:1] + one[2:] == other
    return swapped or other[1:] == one[1:] or other[1:] == one or other == one[1:]


def _different_words(one: str, other: str) -> Iterator[frozenset[str]]:
    left, right = _LETTERS.findall(one.casefold()), _LETTERS.findall(other.casefold())
    if len(left) == len(right):
        for pair in zip(left, right, strict=True):
            if pair[0] != pair[1]:
                yield frozenset(pair)


def _bare(name: str) -> str:
    return "".join(_LETTERS.findall(name.casefold().replace("&", "en")))
