"""What the pages to compare and to keep practices know of each: the fields a reader weighs, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from hooks.dutch_text import age_words, lower_first, moment_words, money_words, number_words, sentence_case
from hooks.listing import Listing
from schema.known_terms import CONCLUDED, STATED
from schema.practice import Funding, Partner, Practice, TargetGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from schema.catalogue import Catalogue
    from schema.practice import Finding, MoneyFact
    from schema.record import Certain, Record


Told = str | tuple[str, str]
"""A text, or with it how certain it is when the source does not say it itself."""


class FieldData(TypedDict):
    """A field that a reader compares: its label from the model."""

    label: str


class PracticeData(TypedDict):
    """A practice: what its card shows, and the texts of each field in the order of the fields.

    A field of which the source says nothing has no texts.
    """

    id: str
    title: str
    dimension: str
    summary: str
    meta: list[str]
    values: list[list[Told]]


class ComparisonData(TypedDict):
    """All of it.

    `labels` names what identifies a practice, `dimensions` and `certainties` give words to the ids that the
    practices hold, `fields` stand in the order to show.
    """

    labels: dict[str, str]
    dimensions: dict[str, str]
    certainties: dict[str, str]
    fields: list[FieldData]
    practices: list[PracticeData]


def practice_data(catalogue: Catalogue) -> ComparisonData:
    """Tell of every practice what a reader compares.

    Args:
        catalogue: The practices.

    Returns:
        Data that JSON can hold, with the practices in the catalogue's order.
    """
    words = _Words(catalogue)
    certainties = catalogue.vocabularies["zekerheden"].terms
    return {
        "labels": {name: Practice.model_fields[name].title or name for name in ("id", "title", "summary")},
        "dimensions": {term.id: sentence_case(term.label) for term in catalogue.vocabularies["dimensies"].terms},
        "certainties": {term.id: term.label for term in certainties if term.id != STATED},
        "fields": [{"label": field.label} for field in _FIELDS],
        "practices": [_describe(practice, words) for practice in catalogue.practices],
    }


def _describe(practice: Practice, words: _Words) -> PracticeData:
    age = [age_words(practice.age)] if practice.age else []
    return {
        "id": practice.id,
        "title": practice.title,
        "dimension": practice.dimensions[0],
        "summary": practice.summary,
        "meta": [words.listing.place(practice), *age, moment_words(practice.status.as_of)],
        "values": [list(field.values(practice, words)) for field in _FIELDS],
    }


class _Words:
    """Puts the facts of a record in words, and says which of them an editor concluded."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.listing = Listing(catalogue)

    def label(self, vocabulary: str, term_id: str) -> str:
        return sentence_case(self.catalogue.vocabularies[vocabulary][term_id].label)

    def labels(self, vocabulary: str, term_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.label(vocabulary, term_id) for term_id in term_ids)

    def facet(self, name: str, practice: Practice) -> Iterator[Told]:
        for term, concluded in self.catalogue.facets[name].terms_of(practice):
            yield _told(sentence_case(term.label), CONCLUDED if concluded else STATED)

    def fact(self, text: str, fact: Certain) -> Told:
        return _told(text, fact.certainty)

    def findings(self, findings: Iterable[Finding]) -> Iterator[Told]:
        return (self.fact(finding.text, finding) for finding in findings)

    def partner(self, partner: Partner) -> Told:
        kind = lower_first(self.label("partnertypes", partner.type))
        return self.fact(f"{sentence_case(partner.name)} ({kind})", partner)


def _told(text: str, certainty: str) -> Told:
    return text if certainty == STATED else (text, certainty)


@dataclass(frozen=True)
class _Field:
    """A field to compare: where the model declares it, and its texts for a practice."""

    record: type[Record]
    name: str
    values: Callable[[Practice, _Words], Iterable[Told]]

    @property
    def label(self) -> str:
        return self.record.model_fields[self.name].title or self.name


def _age(practice: Practice, words: _Words) -> Iterator[Told]:
    if practice.age:
        yield words.fact(sentence_case(age_words(practice.age)), practice.age)


def _reach(practice: Practice, words: _Words) -> Iterator[Told]:
    if practice.reach:
        yield words.fact(words.label("bereiken", practice.reach.value), practice.reach)


def _place(practice: Practice, words: _Words) -> Iterator[str]:
    yield from words.labels("gemeenten", practice.place.municipalities)
    for told in (practice.place.spot, practice.place.region):
        if told:
            yield sentence_case(told)


def _routes(practice: Practice, words: _Words) -> Iterator[Told]:
    for use in practice.funding.routes:
        yield words.fact(words.label("financieringsroutes", use.route), use)


def _amounts(practice: Practice, _: _Words) -> Iterator[str]:
    for fact in practice.funding.amounts:
        year = f" in {fact.year}" if fact.year else ""
        payer = f" ({fact.payer})" if fact.payer else ""
        yield f"{_sum(fact)}{year}: {fact.purpose}{payer}"


def _sum(fact: MoneyFact) -> str:
    if fact.amount is not None:
        return money_words(fact.amount, fact.currency)
    return f"{number_words(fact.share)}%" if fact.share is not None else ""


def _family_cost(practice: Practice, _: _Words) -> Iterator[str]:
    if practice.funding.family_cost:
        yield sentence_case(practice.funding.family_cost)


def _status(practice: Practice, words: _Words) -> Iterator[str]:
    state = words.catalogue.vocabularies["statussen"][practice.status.state].label
    yield f"{sentence_case(moment_words(practice.status.as_of))}: {state}"


_FIELDS = (
    _Field(Practice, "dimensions", lambda practice, words: words.facet("dimensies", practice)),
    _Field(TargetGroup, "description", lambda practice, _: [practice.target_group.description]),
    _Field(TargetGroup, "final", lambda practice, words: words.labels("doelgroepen", practice.target_group.final)),
    _Field(
        TargetGroup,
        "intermediaries",
        lambda practice, words: words.labels("intermediairs", practice.target_group.intermediaries),
    ),
    _Field(Practice, "age", _age),
    _Field(Practice, "reach", _reach),
    _Field(Practice, "place", _place),
    _Field(Practice, "leads", lambda practice, words: map(words.partner, practice.leads)),
    _Field(Practice, "partners", lambda practice, words: map(words.partner, practice.partners)),
    _Field(Partner, "type", lambda practice, words: words.facet("partnertypes", practice)),
    _Field(Practice, "methods", lambda practice, words: words.facet("methodes", practice)),
    _Field(Funding, "routes", _routes),
    _Field(Funding, "amounts", _amounts),
    _Field(Funding, "family_cost", _family_cost),
    _Field(Practice, "status", _status),
    _Field(Practice, "strengths", lambda practice, words: words.findings(practice.strengths)),
    _Field(Practice, "limits", lambda practice, words: words.findings(practice.limits)),
    _Field(Practice, "origin", lambda practice, words: [words.label("herkomsten", practice.origin)]),
)
"""Below the summary: on what, for whom, with whom, how, money, state, strengths and limits, in this order."""
