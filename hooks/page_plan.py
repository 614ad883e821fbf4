"""Decide which pages there are and what is on each: a pure function of the catalogue and the settings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks import addresses
from hooks.dutch_text import count_words
from hooks.filters import card_filters, filter_groups
from hooks.listing import Listing
from hooks.page_contents import (
    Card,
    CardGroup,
    CatalogueContent,
    Choice,
    ChosenContent,
    FacetContent,
    FieldsContent,
    FundingTold,
    HomeContent,
    PageContent,
    PracticeContent,
    ValueContent,
)
from hooks.reason_words import tell_reasons
from hooks.written_plan import WrittenPlanner
from schema.field_guide import describe_fields
from schema.follow_up import FollowUp
from schema.known_terms import AGE_UNKNOWN, ILLUSTRATED, NEWER, PAYER_NAMED, STATED, STEP_FOUR
from schema.practice import Funding, Practice
from schema.record import Record
from schema.related import SimilarityIndex
from schema.terms import Change, FundingRoute, Municipality, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.site_settings import SiteSettings
    from hooks.term_links import TermIndex
    from hooks.written_pages import WrittenPage
    from schema.catalogue import Catalogue, Facet
    from schema.field_guide import FieldDescription
    from schema.practice import Part
    from schema.terms import Term

_NEWEST = 6


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
        scripts: The files under docs/ or made beside the pages that only this page runs, in order.
    """

    uri: str
    template: str
    title: str
    description: str
    content: PageContent
    in_navigation: bool = False
    scripts: tuple[str, ...] = ()


def plan_pages(
    catalogue: Catalogue, written: tuple[WrittenPage, ...], terms: TermIndex, settings: SiteSettings
) -> tuple[Page, ...]:
    """Plan every page of the site, in a fixed order."""
    return tuple(_Planner(catalogue, written, terms, settings).pages())


class _Planner:
    def __init__(
        self, catalogue: Catalogue, written: tuple[WrittenPage, ...], terms: TermIndex, settings: SiteSettings
    ) -> None:
        self.catalogue = catalogue
        self.written = written
        self.terms = terms
        self.settings = settings
        self.listing = Listing(catalogue)
        self.similarity = SimilarityIndex(catalogue)
        self.sections = catalogue.vocabularies.kind("delen", Section)
        self.dimensions = catalogue.vocabularies["dimensies"]
        self.municipalities = catalogue.vocabularies.kind("gemeenten", Municipality)
        # Municipalities that records name; those that others became part of are no further ones.
        self.named = {name for practice in catalogue.practices for name in practice.place.municipalities}
        self.overviews = {name: self.listing.overview(facet) for name, facet in catalogue.facets.items()}

    def pages(self) -> Iterator[Page]:
        yield self._home()
        yield self._catalogue_page()
        yield self._comparison()
        yield self._selection()
        yield self._fields()
        for practice in self.catalogue.practices:
            yield self._practice(practice)
        for name, facet in self.catalogue.facets.items():
            yield self._facet(facet)
            for term in self.listing.terms_with_page(facet):
                yield self._value(name, facet, term)
        planner = WrittenPlanner(self.catalogue, self.written, self.listing, self.settings)
        for page in self.written:
            yield Page(page.uri, "written.md.j2", page.title, "", planner.content(page), in_navigation=_in_menu(page))

    def _home(self) -> Page:
        content = HomeContent(
            practices=len(self.catalogue.practices),
            municipalities=len(self.named),
            facets=self.overviews,
            newest=tuple(self.listing.card(practice) for practice in self.catalogue.newest(_NEWEST)),
        )
        return Page(addresses.HOME, "home.md.j2", "Elk kind telt", "", content, in_navigation=True)

    def _catalogue_page(self) -> Page:
        by_dimension: dict[str, list[Card]] = defaultdict(list)
        for practice in self.catalogue.practices:
            card = self.listing.card(practice, filters=card_filters(self.catalogue, practice))
            by_dimension[practice.dimensions[0]].append(card)
        groups = tuple(
            CardGroup(choice, tuple(by_dimension[choice.term.id]))
            for choice in self.overviews["dimensies"].choices
            if by_dimension[choice.term.id]
        )
        total = len(self.catalogue.practices)
        newer = sum(practice.origin == NEWER for practice in self.catalogue.practices)
        filters = filter_groups(self.catalogue)
        content = CatalogueContent(total, newer, len(self.named), groups, self.overviews, filters)
        description = f"Alle {count_words(total, 'praktijk', 'praktijken')} tegen kinderarmoede, per dimensie."
        return Page(
            addresses.CATALOGUE,
            "catalogue.md.j2",
            "Praktijken",
            description,
            content,
            in_navigation=True,
            # The second calls on the first.
            scripts=(addresses.WORDS_SCRIPT, addresses.FILTERS_SCRIPT),
        )

    def _comparison(self) -> Page:
        description = "Zet twee tot vier praktijken naast elkaar."
        return self._chosen_page(
            addresses.COMPARISON,
            "compare.md.j2",
            "Vergelijken",
            description,
            addresses.COMPARISON_TABLE_SCRIPT,
            addresses.COMPARISON_SCRIPT,
        )

    def _selection(self) -> Page:
        description = "Bewaar praktijken om ze te delen, te vergelijken of af te drukken."
        return self._chosen_page(
            addresses.SELECTION, "selection.md.j2", "Mijn selectie", description, addresses.SELECTION_SCRIPT
        )

    def _chosen_page(self, uri: str, template: str, title: str, description: str, *scripts: str) -> Page:
        """A page about practices that a reader chooses: it holds no practice, its scripts put them there."""
        address_of = addresses.relative_address(
            addresses.practice_uri("{id}"), source=uri, directory_addresses=self.settings.directory_addresses
        )
        scripts = (addresses.PRACTICES_DATA, addresses.CHOSEN_PRACTICES_SCRIPT, *scripts)
        return Page(uri, template, title, description, ChosenContent(address_of), scripts=scripts)

    def _fields(self) -> Page:
        fields = describe_fields(Practice)
        used = set(_vocabularies_of(fields))
        lists = {name: found for name, found in self.catalogue.vocabularies.by_name.items() if name in used}
        content = FieldsContent(fields, lists)
        description = "Elk veld van een fiche: wat je er invult, wat verplicht is en waaruit je kunt kiezen."
        return Page(addresses.FIELDS, "fields.md.j2", "Alle velden van een fiche", description, content)

    def _practice(self, practice: Practice) -> Page:
        before, after = self.catalogue.neighbours(practice)
        content = PracticeContent(
            practice=practice,
            dimension=self.dimensions[practice.dimensions[0]],
            place=self.listing.place(practice),
            chapter=self.catalogue.vocabularies["hoofdstukken"][practice.chapter],
            choices={name: tuple(self._choices_of(practice, facet)) for name, facet in self.catalogue.facets.items()},
            mergers=tuple(
                (self.municipalities[name], into)
                for name in practice.place.municipalities
                if (into := self._merged_into(self.municipalities[name]))
            ),
            parts=_grouped(practice.parts),
            illustrated=tuple((*self._illustrated(shown.id), shown.reason) for shown in practice.illustrates),
            sections=self.catalogue.sections.sections(practice),
            changes=tuple(self._changes(practice)),
            unknown=tuple(_labels_of_silence(practice)),
            chosen=tuple(self._chosen(practice)),
            related=tuple(
                self.listing.card(self.catalogue.practice(link.id), note=link.reason) for link in practice.related
            ),
            similar=tuple(
                self.listing.card(found.practice, note=tell_reasons(found.reasons, self.catalogue.vocabularies))
                for found in self.similarity.similar(practice)
            ),
            back_links=tuple(map(self.listing.card, self.catalogue.back_links(practice))),
            before=before,
            after=after,
            edit_address=self.settings.edit_address(f"practices/{practice.id}.yml"),
        )
        uri = addresses.practice_uri(practice.id)
        scripts = (addresses.TRAIL_SCRIPT,)
        return Page(uri, "practice.md.j2", practice.title, practice.summary, content, scripts=scripts)

    def _changes(self, practice: Practice) -> Iterator[Change]:
        """What changed since 2012 among the names and rules that a practice of the handbook speaks of."""
        if practice.origin == NEWER:
            return
        changes = self.catalogue.vocabularies.kind("veranderingen", Change)
        named = (concept.change for concept in self.terms.used_in(_texts(practice)))
        yield from (changes[change_id] for change_id in dict.fromkeys(named) if change_id)

    def _chosen(self, practice: Practice) -> Iterator[str]:
        yield "de methodes"
        if practice.reach and practice.reach.concluded:
            yield "voor welke gezinnen ze is"
        if any(concluded for _, concluded in self.catalogue.facets["dimensies"].terms_of(practice)):
            yield "de bijkomende dimensies"

    def _illustrated(self, term_id: str) -> tuple[Term, Section]:
        """Give a step, a factor or an attention point with the section that is about it."""
        lists = (self.catalogue.vocabularies[name] for name in ILLUSTRATED)
        return next(found[term_id] for found in lists if term_id in found), self.catalogue.sections.about(term_id)

    def _facet(self, facet: Facet) -> Page:
        vocabulary = facet.vocabulary
        funding = self._funding_told(facet) if facet.name == "financieringsroutes" else None
        content = FacetContent(self.overviews[facet.name], funding)
        uri = addresses.facet_uri(facet.name)
        return Page(uri, "facet.md.j2", vocabulary.label, vocabulary.explanation, content, in_navigation=True)

    def _funding_told(self, facet: Facet) -> FundingTold:
        """Count what the handbook tells; a practice that names a route counts as that, not as naming a payer."""
        practices = [practice for practice in self.catalogue.practices if practice.origin != NEWER]
        told = {practice.id: {use.certainty for use in practice.funding.routes} for practice in practices}
        named = {use.route for practice in practices for use in practice.funding.routes}
        routes = self.catalogue.vocabularies.kind("financieringsroutes", FundingRoute).terms
        return FundingTold(
            total=len(practices),
            route=tuple(practice for practice in practices if STATED in told[practice.id]),
            payer=tuple(
                practice
                for practice in practices
                if PAYER_NAMED in told[practice.id] and STATED not in told[practice.id]
            ),
            never_named=tuple(route for route in routes if route.origin == STEP_FOUR and route.id not in named),
        )

    def _value(self, name: str, facet: Facet, term: Term) -> Page:
        members = facet.members(term.id)
        content = ValueContent(
            facet=facet,
            facet_uri=addresses.facet_uri(name),
            term=term,
            cards=tuple(self.listing.card(member.practice, member) for member in members),
            others=tuple(choice for choice in self._others(name, term) if choice.term.id != term.id),
            untold=self._untold(name, term),
            merged_into=self._merged_into(term),
            merged_from=self._merged_from(term.id),
            sections=tuple(self._sections_about(name, term)),
        )
        counted = count_words(len(members), "praktijk", "praktijken")
        description = term.definition or f"{term.label}: {counted} tegen kinderarmoede."
        return Page(addresses.value_uri(name, term.id), "value.md.j2", term.label, description, content)

    def _sections_about(self, name: str, term: Term) -> Iterator[Section]:
        for section in self.sections.terms:
            if term.id in {"dimensies": section.dimensions, "methodes": section.methods}.get(name, ()):
                yield section

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
        return self.listing.choice(facet, facet.vocabulary[AGE_UNKNOWN])

    def _merged_into(self, term: Term) -> Choice | None:
        if not isinstance(term, Municipality) or term.merged_into is None:
            return None
        into = self.municipalities[term.merged_into]
        return self.listing.choice(self.catalogue.facets["gemeenten"], into)

    def _merged_from(self, term_id: str) -> tuple[Choice, ...]:
        """The municipalities with practices that became part of another."""
        facet = self.catalogue.facets["gemeenten"]
        return tuple(
            self.listing.choice(facet, term)
            for term in facet.in_use()
            if self.municipalities[term.id].merged_into == term_id
        )

    def _choices_of(self, practice: Practice, facet: Facet) -> Iterator[Choice]:
        for term, concluded in facet.terms_of(practice):
            # What a municipality became part of is told beside it, not as a second place.
            if not isinstance(term, Municipality) or term.id in practice.place.municipalities:
                yield self.listing.choice(facet, term, concluded=concluded)


def _texts(value: object) -> Iterator[str]:
    """Give every text of a record, in the order of the model; what became of it later is not the record's own."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Record) and not isinstance(value, FollowUp):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))


def _in_menu(page: WrittenPage) -> bool:
    """The pages of the handbook are reached from its table of contents."""
    return page.uri == addresses.HANDBOOK or not page.uri.startswith(addresses.HANDBOOK_FOLDER)


def _vocabularies_of(fields: tuple[FieldDescription, ...]) -> Iterator[str]:
    for field in fields:
        yield from field.vocabularies
        yield from _vocabularies_of(field.fields)


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
