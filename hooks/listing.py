"""How practices and facet values stand in lists: the same card and the same choice on every page."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hooks import addresses
from hooks.dutch_text import join_words
from hooks.page_contents import Card, Choice, FacetOverview
from schema.terms import Municipality

if TYPE_CHECKING:
    from hooks.page_contents import CardFilters
    from schema.catalogue import Catalogue, Facet, Membership
    from schema.practice import Practice
    from schema.terms import Term

_MOST_NAMES = 4
"""How many municipalities fit under a title."""

_ONLY_VALUES_IN_USE = frozenset({"methodes", "gemeenten"})
"""Facets of which a value without practices has no page: for the others the handbook has something to tell."""


class Listing:
    """Makes cards of practices and choices of facet values."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._dimensions = catalogue.vocabularies["dimensies"]
        self._municipalities = catalogue.vocabularies.kind("gemeenten", Municipality)

    def card(
        self, practice: Practice, member: Membership | None = None, note: str = "", filters: CardFilters = ()
    ) -> Card:
        """Give a practice as it stands in a list; `member` tells whether an editor put it there, `note` why."""
        return Card(
            practice=practice,
            dimension=self._dimensions[practice.dimensions[0]],
            place=self.place(practice),
            concluded=member.concluded if member else False,
            note=note,
            filters=filters,
        )

    def place(self, practice: Practice) -> str:
        """Name where a practice runs: its municipalities, the first few of many, or its region."""
        names = [self._municipalities[name].label for name in practice.place.municipalities]
        if len(names) > _MOST_NAMES:
            names = [*names[: _MOST_NAMES - 1], f"{len(names) - _MOST_NAMES + 1} andere gemeenten"]
        return join_words(names) or practice.place.region or ""

    def choice(self, facet: Facet, term: Term, *, concluded: bool = False) -> Choice:
        """Give a facet value with its page and its number of practices."""
        return Choice(term, addresses.value_uri(facet.name, term.id), len(facet.members(term.id)), concluded)

    def terms_with_page(self, facet: Facet) -> tuple[Term, ...]:
        """Give the values of a facet that have a page of their own."""
        return facet.in_use() if facet.name in _ONLY_VALUES_IN_USE else facet.vocabulary.terms

    def overview(self, facet: Facet) -> FacetOverview:
        """Give a facet with all its choices."""
        choices = tuple(self.choice(facet, term) for term in self.terms_with_page(facet))
        by_province: dict[str, list[Choice]] = defaultdict(list)
        if facet.name == "gemeenten":
            for choice in choices:
                by_province[self._municipalities[choice.term.id].province or ""].append(choice)
        return FacetOverview(
            facet=facet,
            uri=addresses.facet_uri(facet.name),
            choices=choices,
            groups=tuple((province, tuple(found)) for province, found in sorted(by_province.items())),
            without=tuple(practice for practice in self._catalogue.practices if not facet.terms_of(practice)),
            total=len(self._catalogue.practices),
        )
