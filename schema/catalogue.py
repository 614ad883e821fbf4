"""All practices together: in the handbook's order, with back-links and with the facets they can be found by.

A catalogue is built once from valid records and never changes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schema.known_terms import AGE_UNKNOWN, PREGNANCY
from schema.publishing import published
from schema.sections import SectionIndex
from schema.terms import AgeGroup, Chapter, Municipality

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from schema.practice import ChildAge, Practice
    from schema.terms import Term
    from schema.vocabulary import Vocabularies, Vocabulary


@dataclass(frozen=True)
class Membership:
    """A practice that belongs to a facet value; `concluded` when that is an editor's conclusion."""

    practice: Practice
    concluded: bool


@dataclass(frozen=True)
class Facet:
    """A way to look for practices, such as by dimension.

    Attributes:
        name: The name of its vocabulary.
        vocabulary: The values, in the order to show.
    """

    name: str
    vocabulary: Vocabulary[Term]
    _members: dict[str, tuple[Membership, ...]]
    _terms: dict[str, tuple[tuple[Term, bool], ...]]

    def members(self, term_id: str) -> tuple[Membership, ...]:
        """Give the practices of a value, in the catalogue's order."""
        return self._members.get(term_id, ())

    def in_use(self) -> tuple[Term, ...]:
        """Give the values that have at least one practice."""
        return tuple(term for term in self.vocabulary.terms if term.id in self._members)

    def terms_of(self, practice: Practice) -> tuple[tuple[Term, bool], ...]:
        """Give the values of one practice as its record orders them, each with whether an editor concluded it."""
        return self._terms.get(practice.id, ())


class Catalogue:
    """The practices and everything that follows from them together.

    Attributes:
        practices: All practices, without what is not published, in the order of the handbook's chapters; within a
            chapter by their number in it, then by title.
        vocabularies: The closed lists.
        facets: The facets that have pages, by the name of their vocabulary.
        filters: Every facet by which the catalogue can be filtered, those with pages included.
        sections: The sections of the handbook that the practices show.
    """

    def __init__(self, practices: Iterable[Practice], vocabularies: Vocabularies) -> None:
        self.vocabularies = vocabularies
        chapters = [chapter.id for chapter in vocabularies["hoofdstukken"].terms]
        self.practices = tuple(
            sorted(
                map(published, practices),
                key=lambda practice: (
                    chapters.index(practice.chapter),
                    practice.order is None,
                    practice.order or 0,
                    practice.title.casefold(),
                    practice.id,
                ),
            )
        )
        self._by_id = {practice.id: practice for practice in self.practices}
        self._places = {practice.id: place for place, practice in enumerate(self.practices)}
        self._back_links = self._link_back()
        self.facets = {name: self._facet(name, values) for name, values in _FACET_VALUES.items()}
        self.filters = self.facets | {name: self._facet(name, values) for name, values in _FILTER_VALUES.items()}
        self.sections = SectionIndex(self.practices, vocabularies)

    def practice(self, practice_id: str) -> Practice:
        """Give a practice by its id.

        Raises:
            KeyError: There is none.
        """
        return self._by_id[practice_id]

    def back_links(self, practice: Practice) -> tuple[Practice, ...]:
        """Give the practices that name this one as akin, except those that it names itself.

        Why they do is told from their side, and would read the wrong way round on this one's page.
        """
        return self._back_links.get(practice.id, ())

    def neighbours(self, practice: Practice) -> tuple[Practice | None, Practice | None]:
        """Give the previous and the next practice within the same chapter."""
        place = self._places[practice.id]
        before, after = (
            self.practices[other] if 0 <= other < len(self.practices) else None for other in (place - 1, place + 1)
        )
        return (
            before if before and before.chapter == practice.chapter else None,
            after if after and after.chapter == practice.chapter else None,
        )

    def newest(self, number: int) -> tuple[Practice, ...]:
        """Give the practices that were added last; of those added on one day, what is known most recently."""
        in_order = sorted(self.practices, key=lambda practice: (practice.added, practice.status.as_of), reverse=True)
        return tuple(in_order[:number])

    def _link_back(self) -> dict[str, tuple[Practice, ...]]:
        links: dict[str, tuple[Practice, ...]] = defaultdict(tuple)
        for practice in self.practices:
            for relation in practice.related:
                named_in_return = {other.id for other in self._by_id[relation.id].related}
                if practice.id not in named_in_return:
                    links[relation.id] += (practice,)
        return dict(links)

    def _facet(self, name: str, values: FacetValues) -> Facet:
        vocabulary = self.vocabularies[name]
        members: dict[str, list[Membership]] = defaultdict(list)
        terms: dict[str, tuple[tuple[Term, bool], ...]] = {}
        for practice in self.practices:
            concluded: dict[str, bool] = {}
            for term_id, is_concluded in values(practice, self.vocabularies):
                # One stated ground is enough to count as stated.
                concluded[term_id] = concluded.get(term_id, True) and is_concluded
            for term_id, is_concluded in concluded.items():
                members[term_id].append(Membership(practice, is_concluded))
            terms[practice.id] = tuple((vocabulary[term_id], found) for term_id, found in concluded.items())
        return Facet(name, vocabulary, {term_id: tuple(found) for term_id, found in members.items()}, terms)


def _dimensions(practice: Practice, vocabularies: Vocabularies) -> Iterator[tuple[str, bool]]:
    """The handbook places a practice in one chapter; further dimensions are an editor's."""
    of_chapter = vocabularies.kind("hoofdstukken", Chapter)[practice.chapter].dimension
    for dimension in practice.dimensions:
        yield dimension, dimension != of_chapter


def _age_groups(practice: Practice, vocabularies: Vocabularies) -> Iterator[tuple[str, bool]]:
    if practice.age is None:
        yield AGE_UNKNOWN, False
        return
    if practice.age.pregnancy:
        yield PREGNANCY, practice.age.concluded
    for group in vocabularies.kind("leeftijdsgroepen", AgeGroup).terms:
        if _overlap(practice.age, group):
            yield group.id, practice.age.concluded


def _overlap(age: ChildAge, group: AgeGroup) -> bool:
    """Whether an age range touches a group; the end of both is not included, a single age is a point."""
    if group.start is None or group.end is None or (age.start is None and age.end is None):
        return False
    start = age.start or 0
    if age.end is None:
        return start < group.end
    if start == age.end:
        return group.start <= start < group.end
    return start < group.end and age.end > group.start


def _partner_types(practice: Practice, _: Vocabularies) -> Iterator[tuple[str, bool]]:
    for partner in practice.actors:
        yield partner.type, partner.concluded


def _funding_routes(practice: Practice, _: Vocabularies) -> Iterator[tuple[str, bool]]:
    for use in practice.funding.routes:
        yield use.route, use.concluded


def _methods(practice: Practice, _: Vocabularies) -> Iterator[tuple[str, bool]]:
    for method in practice.methods:
        yield method, False


def _municipalities(practice: Practice, vocabularies: Vocabularies) -> Iterator[tuple[str, bool]]:
    """A municipality of old also counts for the one it became part of."""
    municipalities = vocabularies.kind("gemeenten", Municipality)
    for name in practice.place.municipalities:
        yield name, False
        if merged_into := municipalities[name].merged_into:
            yield merged_into, False


def _provinces(practice: Practice, vocabularies: Vocabularies) -> Iterator[tuple[str, bool]]:
    municipalities = vocabularies.kind("gemeenten", Municipality)
    ids = {term.label: term.id for term in vocabularies["provincies"].terms}
    for name in practice.place.municipalities:
        if province := municipalities[name].province:
            yield ids[province], False


def _reach(practice: Practice, _: Vocabularies) -> Iterator[tuple[str, bool]]:
    if practice.reach:
        yield practice.reach.value, practice.reach.concluded


def _states(practice: Practice, _: Vocabularies) -> Iterator[tuple[str, bool]]:
    yield practice.status.state, False


def _origins(practice: Practice, _: Vocabularies) -> Iterator[tuple[str, bool]]:
    yield practice.origin, False


if TYPE_CHECKING:
    FacetValues = Callable[[Practice, Vocabularies], Iterable[tuple[str, bool]]]

_FACET_VALUES: dict[str, FacetValues] = {
    "dimensies": _dimensions,
    "leeftijdsgroepen": _age_groups,
    "partnertypes": _partner_types,
    "financieringsroutes": _funding_routes,
    "methodes": _methods,
    "gemeenten": _municipalities,
}

_FILTER_VALUES: dict[str, FacetValues] = {
    "provincies": _provinces,
    "bereiken": _reach,
    "statussen": _states,
    "herkomsten": _origins,
}
