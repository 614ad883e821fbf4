"""Words as the search compares them: without capitals or accents, hyphens tried both ways, in their stem.

`docs/assets/scripts/search-engine.js` does the same to what a visitor types; a test holds the two to one outcome.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from snowballstemmer.dutch_porter_stemmer import DutchPorterStemmer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

STEMMER = "stemmer-nl"
"""The name under which the Dutch stemmer is known to lunr in the browser."""

# Words that stand in any text, and words that a question is put in.
_WORDS_WITHOUT_MEANING = """
aan al alle allemaal als altijd ander andere ben bent bij bijna bijv daar daarbij daarna daarom dan dat de deden
deed der des deze dezelfde die dit doe doen doet door dus echt een eens eerst eigen elk elke en enkel er ervan
ervoor etc even gaan gaat ge geen gegeven gehad geweest geworden graag had hadden hare heb hebben heeft hem hen het
hier hij hoe hoeveel hun iemand iets ik in is ja je jij jou jouw jullie kan konden kon kun kunnen kunt maar mag me
mee meer meest men met mezelf mij mijn minder moest moet moeten mogen na naar net niet niets nog nooit nu of om
omdat onder ons onze ook op over per reeds samen sinds soms steeds te tegen ten ter terwijl toch toen tot tussen u
uit uw van vanuit veel verder vind vinden volgens voor vooral waar waarbij waarin waarmee waarom waarvan wanneer
want waren was wat we weer wel welk welke werd werden wie wij wil willen wilt word worden wordt zal ze zeer zelf
zich zij zijn zo zoals zoek zoeken zonder zou zouden zulke
"""
STOP_WORDS = frozenset(_WORDS_WITHOUT_MEANING.split())

LONGEST_NAME = 6
"""How many words a name can have that is also kept as one word."""

_ACCENTS = re.compile("[\u0300-\u036f\u00ad]")
_WORD = re.compile(r"[a-z0-9]+(?:[-\u2010\u2011'\u2019&][a-z0-9]+)*")
_JOINTS = re.compile(r"[^a-z0-9]")
_LINKS = ("", "s", "e", "n", "en", "er")
"""What Dutch puts between the parts of a compound: `opvoeding-s-winkel`, `kind-er-opvang`."""
_SHORTEST_PART = 4

_stem = DutchPorterStemmer().stemWord


@cache
def stem(word: str) -> str:
    """Give the stem of a folded word: `winkel` for `winkels`."""
    return str(_stem(word))


def fold(text: str) -> str:
    """Write a text in small letters without accents: `coordinatie` for `Coördinatie`."""
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text.lower()))


def words_of(text: str) -> Iterator[str]:
    """Give the words of a text, folded; one with a hyphen also as one word, `speel-o-theek` as `speelotheek`."""
    for match in _WORD.finditer(fold(text)):
        parts = _JOINTS.split(match[0])
        found = ["".join(parts), *parts] if len(parts) > 1 else parts
        for word in found:
            if (len(word) > 1 or word.isdigit()) and word not in STOP_WORDS:
                yield word


def as_one_word(name: str) -> str:
    """Write a name of a few words as one, `kindengezin` for `Kind en Gezin`; nothing for one word or for many.

    This is how a question that holds the whole name is told from one that holds some of its words.
    """
    words = [_JOINTS.sub("", match[0]) for match in _WORD.finditer(fold(name))]
    return "".join(words) if 1 < len(words) <= LONGEST_NAME else ""


class CompoundSplitter:
    """Finds the parts of compounds among the words that a site itself uses: `kinder` and `opvang`."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = {form for word in words for form in (word, stem(word)) if _is_part(form)}

    def parts(self, word: str) -> tuple[str, ...]:
        """Give the parts of a word, those of its parts included; nothing for a word that is no compound."""
        return tuple(dict.fromkeys(self._parts(word)))

    def _parts(self, word: str) -> Iterator[str]:
        # The longest second part is most often the right one: 'speelgoed' + 'bibliotheek', not '…bib' + 'liotheek'.
        cuts = [
            (first, word[place:])
            for place in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
            if (first := self._known_head(word[:place]))
        ]
        for first, rest in cuts:
            if rest in self._known or stem(rest) in self._known:
                yield from (first, rest, *self._parts(rest))
                return
        for first, rest in cuts:
            if inner := tuple(self._parts(rest)):
                yield from (first, *inner)
                return

    def _known_head(self, head: str) -> str:
        for link in _LINKS:
            bare = head.removesuffix(link)
            if head.endswith(link) and (bare in self._known):
                return bare
        return ""


def _is_part(word: str) -> bool:
    return len(word) >= _SHORTEST_PART and word.isalpha()


def parts_of_all(words: Collection[str], splitter: CompoundSplitter) -> list[str]:
    """Give the parts of all compounds among words, in order, as often as they come."""
    return [part for word in words for part in splitter.parts(word)]
