"""How the catalogue can be filtered: which groups there are, how an address and a sentence write them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks import addresses
from hooks.dutch_text import lower_first
from hooks.page_contents import CardFilters, FilterGroup, FilterOption

if TYPE_CHECKING:
    from schema.catalogue import Catalogue, Facet
    from schema.practice import Practice
    from schema.terms import Term

CONCLUDED_SIGN = "~"
"""Ends the id of a value that an editor concluded; no id holds it."""


@dataclass(frozen=True)
class _Filter:
    """A way to filter.

    Attributes:
        vocabulary: The list of its values.
        parameter: Its name in an address.
        phrase: Its words in a sentence, with `{}` for the values.
        folded: Whether it starts folded.
        names: Whether its values are names, which keep their capital in a sentence.
    """

    vocabulary: str
    parameter: str
    phrase: str
    folded: bool = True
    names: bool = False


_FILTERS = (
    _Filter("dimensies", "dimensie", "rond {}", folded=False),
    _Filter("leeftijdsgroepen", "leeftijd", "voor {}", folded=False),
    _Filter("partnertypes", "partner", "met {} als partner", folded=False),
    _Filter("financieringsroutes", "financiering", "met geld uit {}", folded=False),
    _Filter("methodes", "methode", "met als methode {}"),
    _Filter("provincies", "provincie", "in {}", names=True),
    _Filter("gemeenten", "gemeente", "in {}", names=True),
    _Filter("bereiken", "bereik", "{}"),
    _Filter("statussen", "stand", "met als stand {}"),
    _Filter("herkomsten", "herkomst", "{}"),
)


def filter_groups(catalogue: Catalogue) -> tuple[FilterGroup, ...]:
    """Give the groups of filters, each with the values that at least one practice has."""
    groups = []
    for found in _FILTERS:
        facet = catalogue.filters[found.vocabulary]
        options = tuple(_option(found, facet, term) for term in facet.in_use())
        groups.append(FilterGroup(facet.vocabulary.label, found.parameter, found.phrase, options, found.folded))
    return tuple(group for group in groups if group.options)


def _option(found: _Filter, facet: Facet, term: Term) -> FilterOption:
    words = term.label if found.names else lower_first(term.label)
    uri = addresses.value_uri(found.vocabulary, term.id) if found.vocabulary in addresses.FACET_FOLDERS else ""
    return FilterOption(term, words, len(facet.members(term.id)), uri)


def card_filters(catalogue: Catalogue, practice: Practice) -> CardFilters:
    """Give what a card says of its practice to the filters: each group's values, those concluded with a sign."""
    values = []
    for found in _FILTERS:
        terms = catalogue.filters[found.vocabulary].terms_of(practice)
        ids = [f"{term.id}{CONCLUDED_SIGN}" if concluded else term.id for term, concluded in terms]
        values.append((found.parameter, " ".join(ids)))
    return tuple(values)
