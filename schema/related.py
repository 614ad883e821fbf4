"""Which practices are alike: computed from what their records share, with the reasons.

What two practices share says more the fewer others share it. So every shared term counts by its rarity, and by how
much its kind tells: the way of working more than the kind of organisation. All of it is whole numbers, so that
every machine finds the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from typing import TYPE_CHECKING

from schema.known_terms import AGE_UNKNOWN, OUTSIDE_THE_LIST
from schema.terms import Municipality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schema.catalogue import Catalogue
    from schema.practice import Practice

SECTIONS = "delen"
WORDS = "woorden"
"""What a reason is about when it is no facet: the section of the handbook, and words of the texts."""

_WEIGHTS = {
    "methodes": 4,
    SECTIONS: 3,
    "gemeenten": 2,
    "dimensies": 2,
    WORDS: 1,
    "financieringsroutes": 1,
    "leeftijdsgroepen": 1,
    "partnertypes": 1,
}
"""How much each kind tells; of two reasons that weigh the same, the one that stands first here comes first."""

_SAY_NOTHING = frozenset({AGE_UNKNOWN, OUTSIDE_THE_LIST})
"""Terms for what is unknown or fits nowhere: to share them is to share nothing."""

_LEAST = 2
"""How much two practices must share: so many times what singles out one among all, whatever their number."""

_MOST_REASONS = 3
_MOST_TERMS = 3
_LOOKS = 1000
"""How often a practice may meet another in search of its like; so the work stays in step with their number."""

_WEIGHED = 40
"""How many of those that it met are weighed in full: the ones with the most in common."""

_WORD = re.compile(r"[^\W\d_]{4,}(?:[-'’][^\W\d_]+)*")
_COMMON = 2
_COMMON_WORD = 8
"""What more than one in so many practices have is no reason to call two of them alike."""

_STOP_WORDS = """
aandacht acht alle alleen allerlei alles altijd ander andere anderen anders armoede begeleider begeleiding begeleidt
begon beide bent betaalde bieden biedt bijna bijvoorbeeld binnen bleef blijft blijven bracht brengen brengt buiten
centrum contact daar daarbij daarna daarom daarvoor dagen deed delen deze dezelfde dicht dichter dingen doen doet door
drie echt eens eerst eerste eigen elkaar elke enkele erbij gaan gaat gaven gebruiken gebruikt geeft geen geld gemeente
gemeenten geven gezin gezinnen ging gingen goed graag groep groepen groot grote haar hadden halve hebben heeft heel
hele helpen helpt hier hoort horen houden houdt hulp hulpverlening iedere iedereen iemand iets informatie jaar jaren
jonge juiste keer kennen kind kinderarmoede kinderen klein kleine komen komt konden kreeg kregen krijgen krijgt kunnen
kwam kwetsbare laat lang langs laten later leert legde leren leven lokale luistert maakt maakte maand maar maat maken
meededen meemaakte meer meerdere mensen meteen minder mocht moeilijk moest moet moeten mogen naar naast nadien negen
nemen niet nieuwe nodig nooit omdat onder ondersteunen ondersteuning ondersteunt ongeveer ouder ouders over plan plek
praktijk project rond samen sinds sommige soms staan staat stad stap steden steeds steun steunen steunt stond stonden
tegelijk tegen terwijl thuis tien tijd tijdens tips toch trekt tussen twee uren vaak vanaf veel verder verschillende
vier vijf vinden vindt vlaamse volgde volgen volgt vond vonden voor vooral vragen vrije vroeg waar waarin waarmee
waarop wanneer want waren week weer weinig welke werd werden werk werken werkt werkte werkten wiens wier wijze wilde
willen wonen woont worden wordt zeggen zegt zelf zeven zich zien zijn zoals zodat zoeken zoekt zonder zorgen zorgt
zouden zoveel zowel zullen
"""
_SAID_BY_ALL = frozenset(_STOP_WORDS.split())
"""Words that tell nothing of a practice; those that very many of them use fall out by their number."""

_Term = tuple[str, str]


@dataclass(frozen=True)
class Reason:
    """Something two practices share.

    Attributes:
        kind: The vocabulary of its terms, or `WORDS`.
        terms: The rarest of them: the ids of terms in the order of their list, or words.
    """

    kind: str
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Similar:
    """A practice that is like another, and why: the strongest reasons, the strongest first."""

    practice: Practice
    reasons: tuple[Reason, ...]
    score: int


class SimilarityIndex:
    """Finds the practices that are like one another, of those that no editor linked."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._spellings: dict[str, str] = {}
        terms = {practice.id: dict.fromkeys(self._terms_of(practice)) for practice in catalogue.practices}
        self._members: dict[_Term, list[str]] = defaultdict(list)
        for practice_id, found in terms.items():
            for term in found:
                self._members[term].append(practice_id)
        self._weights = {term: _weight(term, len(found), len(terms)) for term, found in self._members.items()}
        self._terms = {name: frozenset(filter(self._weights.__getitem__, found)) for name, found in terms.items()}
        self._places = {practice.id: place for place, practice in enumerate(catalogue.practices)}
        self._orders = {
            kind: {term.id: place for place, term in enumerate(catalogue.vocabularies[kind].terms)}
            for kind in _WEIGHTS
            if kind != WORDS
        }
        self._linked: dict[str, set[str]] = defaultdict(set)
        for practice in catalogue.practices:
            for link in practice.related:
                self._linked[practice.id].add(link.id)
                self._linked[link.id].add(practice.id)
        self._least = _LEAST * rarity(len(terms), 1)

    def similar(self, practice: Practice, most: int = 4) -> tuple[Similar, ...]:
        """Give the practices most like this one, except those that an editor linked in either direction.

        Args:
            practice: The practice to find others for.
            most: How many to give at most.

        Returns:
            Those that share enough, the most alike first; of those that share as much, in the catalogue's order.
        """
        weighed = [self._compare(practice.id, other) for other in self._met(practice.id)]
        found = [similar for similar in weighed if similar.score >= self._least]
        found.sort(key=lambda similar: (-similar.score, self._places[similar.practice.id]))
        return tuple(found[:most])

    def _met(self, practice_id: str) -> list[str]:
        """Find who shares the rarest terms of a practice, as far as the number of looks goes."""
        shared: dict[str, int] = defaultdict(int)
        looks = _LOOKS
        for term in sorted(self._terms[practice_id], key=lambda term: (len(self._members[term]), term)):
            members = self._members[term]
            looks -= len(members)
            if looks < 0:
                break
            weight = self._weights[term]
            for other in members:
                shared[other] += weight
        for known in (practice_id, *self._linked[practice_id]):
            shared.pop(known, None)
        return nlargest(_WEIGHED, shared, key=lambda other: (shared[other], -self._places[other]))

    def _compare(self, practice_id: str, other_id: str) -> Similar:
        by_kind: dict[str, list[_Term]] = {kind: [] for kind in _WEIGHTS}
        for term in self._terms[practice_id] & self._terms[other_id]:
            by_kind[term[0]].append(term)
        weighed = []
        for kind, terms in by_kind.items():
            terms.sort(key=lambda term: (-self._weights[term], term))
            # Of one kind every next term counts half of what it would: ten towns in common are not ten reasons.
            weight = sum(self._weights[term] >> nth for nth, term in enumerate(terms))
            weighed.append((weight, kind))
        # The sort keeps the order of kinds where two weigh the same.
        strongest = sorted(weighed, key=lambda found: -found[0])[:_MOST_REASONS]
        reasons = tuple(self._reason(kind, by_kind[kind][:_MOST_TERMS]) for weight, kind in strongest if weight)
        return Similar(self._catalogue.practice(other_id), reasons, sum(weight for weight, _ in weighed))

    def _reason(self, kind: str, terms: list[_Term]) -> Reason:
        names = [name for _, name in terms]
        if kind == WORDS:
            return Reason(kind, tuple(self._spellings[name] for name in names))
        return Reason(kind, tuple(sorted(names, key=self._orders[kind].__getitem__)))

    def _terms_of(self, practice: Practice) -> Iterator[_Term]:
        """Give everything in a record that another may share."""
        told: set[str] = set()
        for name, facet in self._catalogue.facets.items():
            for term, _ in facet.terms_of(practice):
                told.update(word.casefold() for word in _WORD.findall(term.label))
                # A municipality of old is told as what it became part of, which the facet names as well.
                merged = isinstance(term, Municipality) and term.merged_into
                if name in _WEIGHTS and term.id not in _SAY_NOTHING and not merged:
                    yield name, term.id
        if practice.section:
            yield SECTIONS, practice.section
        for text in (practice.title, practice.summary, *practice.search_words):
            for word in _WORD.findall(text):
                key = word.casefold()
                # What a term of the record already says is no second reason.
                if key not in _SAID_BY_ALL and key not in told:
                    self._spellings[key] = min(self._spellings.get(key, word), word, key=_plainness)
                    yield WORDS, key


def _weight(term: _Term, members: int, total: int) -> int:
    kind = term[0]
    if members * (_COMMON_WORD if kind == WORDS else _COMMON) > total:
        return 0
    return _WEIGHTS[kind] * rarity(total, members)


@cache
def rarity(total: int, members: int) -> int:
    """Tell how rare a term is: sixteen times the number of halvings from all practices to those that have it.

    It is a logarithm in whole numbers, so that no machine rounds it otherwise.
    """
    return (total**16 // members**16).bit_length() - 1


def _plainness(word: str) -> tuple[int, str]:
    """Put `kleren` before `Kleren` at the start of a sentence; `OCMW` has only itself."""
    return sum(letter.isupper() for letter in word), word
