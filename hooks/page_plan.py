"""Decide which pages there are and what is on each: a pure function of the catalogue and the settings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks import addresses
from hooks.dutch_text import count_words, join_words
from hooks.page_contents import (
    Card,
    CardGroup,
    CatalogueContent,
    Choice,
    FacetContent,
    FacetOverview,
    FieldsContent,
    HomeContent,
    PageContent,
    PracticeContent,
    ValueContent,
)
from schema.field_guide import describe_fields
from schema.known_terms import AGE_UNKNOWN
from schema.practice import Funding, Practice
from schema.vocabulary import Municipality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.site_settings import SiteSettings
    from schema.catalogue import Catalogue, Facet, Membership
    from schema.practice import Part
    from schema.vocabulary import Term

_NEWEST = 6
_ONLY_VALUES_IN_USE = frozenset({"methodes", "gemeenten"})
"""Facets of which a value without practices has no page: for the others the handbook has something to tell."""


@dataclass(frozen=True)
class Page:
    """A page to render.

    Attributes:
        uri: Its source page, such as `praktijken/boempatat-boom.md`.
        template: The template's name.
        title: Its title, as plain text.
        description: One or two sentences for search engines and shared links, as plain text; empty where the
            description of the whole site will do.
        content: What the template shows.
        in_navigation: Whether the site's menu leads to it.
    """

    uri: str
    template: str
    title: str
    description: str
    content: PageContent
    in_navigation: bool = False


def plan_pages(catalogue: Catalogue, settings: SiteSettings) -> tuple[Page, ...]:
    """Plan every generated page of the site, in a fixed order."""
    return tuple(_Planner(catalogue, settings).pages())


class _Planner:
    def __init__(self, catalogue: Catalogue, settings: SiteSettings) -> None:
        self.catalogue = catalogue
        self.settings = settings
        self.dimensions = catalogue.vocabularies["dimensies"]
        self.municipalities = catalogue.vocabularies.kind("gemeenten", Municipality)
        # Municipalities that records name; those that others became part of are no further ones.
        self.named = {name for practice in catalogue.practices for name in practice.place.municipalities}
        self.overviews = {name: self._overview(facet) for name, facet in catalogue.facets.items()}

    def pages(self) -> Iterator[Page]:
        yield self._home()
        yield self._catalogue_page()
        yield self._fields()
        for practice in self.catalogue.practices:
            yield self._practice(practice)
        for name, facet in self.catalogue.facets.items():
            yield self._facet(facet)
            for term in self._terms_with_page(facet):
                yield self._value(name, facet, term)

    def _home(self) -> Page:
        content = HomeContent(
            practices=len(self.catalogue.practices),
            municipalities=len(self.named),
            facets=self.overviews,
            newest=tuple(self._card(practice) for practice in self.catalogue.newest(_NEWEST)),
        )
        return Page(addresses.HOME, "home.md.j2", "Elk kind telt", "", content, in_navigation=True)

    def _catalogue_page(self) -> Page:
        by_dimension: dict[str, list[Card]] = defaultdict(list)
        for practice in self.catalogue.practices:
            by_dimension[practice.dimensions[0]].append(self._card(practice))
        groups = tuple(
            CardGroup(choice, tuple(by_dimension[choice.term.id]))
            for choice in self.overviews["dimensies"].choices
            if by_dimension[choice.term.id]
        )
        total = len(self.catalogue.practices)
        content = CatalogueContent(total, len(self.named), groups, self.overviews)
        description = f"Alle {count_words(total, 'praktijk', 'praktijken')} tegen kinderarmoede, per dimensie."
        return Page(addresses.CATALOGUE, "catalogue.md.j2", "Praktijken", description, content, in_navigation=True)

    def _fields(self) -> Page:
        content = FieldsContent(describe_fields(Practice), self.catalogue.vocabularies.by_name)
        description = "Elk veld van een fiche: wat je er invult, wat verplicht is en waaruit je kunt kiezen."
        return Page(addresses.FIELDS, "fields.md.j2", "Alle velden van een fiche", description, content)

    def _practice(self, practice: Practice) -> Page:
        before, after = self.catalogue.neighbours(practice)
        content = PracticeContent(
            practice=practice,
            dimension=self.dimensions[practice.dimensions[0]],
            place=self._place(practice),
            chapter=self.catalogue.vocabularies["hoofdstukken"][practice.chapter],
            choices={name: tuple(self._choices_of(practice, facet)) for name, facet in self.catalogue.facets.items()},
            mergers=tuple(
                (self.municipalities[name], into)
                for name in practice.place.municipalities
                if (into := self._merged_into(self.municipalities[name]))
            ),
            parts=_grouped(practice.parts),
            illustrated=tuple((self._illustrated(shown.id), shown.reason) for shown in practice.illustrates),
            reports=tuple(sorted(practice.reports, key=lambda report: report.date or "", reverse=True)),
            unknown=tuple(_labels_of_silence(practice)),
            chosen=tuple(self._chosen(practice)),
            related=tuple(self._card(self.catalogue.practice(link.id), note=link.reason) for link in practice.related),
            back_links=tuple(
                self._card(link.practice, note=link.reason) for link in self.catalogue.back_links(practice)
            ),
            before=before,
            after=after,
            edit_address=self.settings.edit_address(f"practices/{practice.id}.yml"),
        )
        uri = addresses.practice_uri(practice.id)
        return Page(uri, "practice.md.j2", practice.title, practice.summary, content)

    def _chosen(self, practice: Practice) -> Iterator[str]:
        yield "de methodes"
        if practice.reach and practice.reach.concluded:
            yield "voor welke gezinnen ze is"
        if any(concluded for _, concluded in self.catalogue.facets["dimensies"].terms_of(practice)):
            yield "de bijkomende dimensies"

    def _illustrated(self, term_id: str) -> Term:
        factors = self.catalogue.vocabularies["succesfactoren"]
        return factors[term_id] if term_id in factors else self.catalogue.vocabularies["aandachtspunten"][term_id]

    def _facet(self, facet: Facet) -> Page:
        vocabulary = facet.vocabulary
        content = FacetContent(self.overviews[facet.name])
        uri = addresses.facet_uri(facet.name)
        return Page(uri, "facet.md.j2", vocabulary.label, vocabulary.explanation, content, in_navigation=True)

    def _value(self, name: str, facet: Facet, term: Term) -> Page:
        members = facet.members(term.id)
        content = ValueContent(
            facet=facet,
            facet_uri=addresses.facet_uri(name),
            term=term,
            cards=tuple(self._card(member.practice, member) for member in members),
            others=tuple(choice for choice in self._others(name, term) if choice.term.id != term.id),
            untold=self._untold(name, term),
            merged_into=self._merged_into(term),
            merged_from=self._merged_from(term.id),
        )
        counted = count_words(len(members), "praktijk", "praktijken")
        description = term.definition or f"{term.label}: {counted} tegen kinderarmoede."
        return Page(addresses.value_uri(name, term.id), "value.md.j2", term.label, description, content)

    def _others(self, name: str, term: Term) -> tuple[Choice, ...]:
        """The other values of a facet; for a municipality those of its province."""
        choices = self.overviews[name].choices
        if not isinstance(term, Municipality):
            return choices
        return tuple(choice for choice in choices if self.municipalities[choice.term.id].province == term.province)

    def _untold(self, name: str, term: Term) -> Choice | None:
        """Of an age group, lead on to the practices whose age nobody told: they may fit as well."""
        if name != "leeftijdsgroepen" or term.id == AGE_UNKNOWN:
            return None
        facet = self.catalogue.facets[name]
        return self._choice(facet, facet.vocabulary[AGE_UNKNOWN])

    def _merged_into(self, term: Term) -> Choice | None:
        if not isinstance(term, Municipality) or term.merged_into is None:
            return None
        into = self.municipalities[term.merged_into]
        return self._choice(self.catalogue.facets["gemeenten"], into)

    def _merged_from(self, term_id: str) -> tuple[Choice, ...]:
        """The municipalities with practices that became part of another."""
        facet = self.catalogue.facets["gemeenten"]
        return tuple(
            self._choice(facet, term) for term in facet.in_use() if self.municipalities[term.id].merged_into == term_id
        )

    def _overview(self, facet: Facet) -> FacetOverview:
        choices = tuple(self._choice(facet, term) for term in self._terms_with_page(facet))
        by_province: dict[str, list[Choice]] = defaultdict(list)
        if facet.name == "gemeenten":
            for choice in choices:
                by_province[self.municipalities[choice.term.id].province or ""].append(choice)
        return FacetOverview(
            facet=facet,
            uri=addresses.facet_uri(facet.name),
            choices=choices,
            groups=tuple((province, tuple(found)) for province, found in sorted(by_province.items())),
            without=tuple(practice for practice in self.catalogue.practices if not facet.terms_of(practice)),
            total=len(self.catalogue.practices),
        )

    def _choice(self, facet: Facet, term: Term, *, concluded: bool = False) -> Choice:
        return Choice(term, addresses.value_uri(facet.name, term.id), len(facet.members(term.id)), concluded)

    def _choices_of(self, practice: Practice, facet: Facet) -> Iterator[Choice]:
        for term, concluded in facet.terms_of(practice):
            # What a municipality became part of is told beside it, not as a second place.
            if not isinstance(term, Municipality) or term.id in practice.place.municipalities:
                yield self._choice(facet, term, concluded=concluded)

    def _terms_with_page(self, facet: Facet) -> tuple[Term, ...]:
        return facet.in_use() if facet.name in _ONLY_VALUES_IN_USE else facet.vocabulary.terms

    def _card(self, practice: Practice, member: Membership | None = None, note: str = "") -> Card:
        return Card(
            practice=practice,
            dimension=self.dimensions[practice.dimensions[0]],
            place=self._place(practice),
            concluded=member.concluded if member else False,
            note=note,
        )

    def _place(self, practice: Practice) -> str:
        names = join_words(self.municipalities[name].label for name in practice.place.municipalities)
        return names or practice.place.region or ""


def _grouped(parts: tuple[Part, ...]) -> tuple[tuple[str, tuple[Part, ...]], ...]:
    """Put parts under their headings, both in the order of the record."""
    groups: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        groups[part.group or ""].append(part)
    return tuple((heading, tuple(found)) for heading, found in groups.items())


def _labels_of_silence(record: Practice | Funding) -> Iterator[str]:
    """Name the fields on which the source is silent, as the model marks them."""
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        extra = info.json_schema_extra
        if isinstance(value, Funding):
            yield from _labels_of_silence(value)
        elif isinstance(extra, dict) and extra.get("told_when_absent") and not value:
            yield info.title or name
