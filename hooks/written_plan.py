"""Decide what a hand-written page shows where it asks for something from the data."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hooks import addresses
from hooks.page_contents import (
    Answer,
    Entry,
    FiguresContent,
    HandbookPage,
    Piece,
    PlacedTerm,
    SectionPractices,
    SectionTips,
    WrittenContent,
)
from hooks.written_pages import ALL, Request, WrittenPage
from schema.known_terms import OUTSIDE_THE_LIST
from schema.terms import Change, Concept, DataSource, Figure, FundingRoute, PartnerType, Placed, Publication, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hooks.listing import Listing
    from hooks.page_contents import Choice
    from hooks.site_settings import SiteSettings
    from schema.catalogue import Catalogue
    from schema.practice import Practice

_MOST_PRACTICES = 60
"""How many practices a section names by itself; the pages it links to have them all."""


class WrittenPlanner:
    """Plans the pages that people wrote."""

    def __init__(
        self, catalogue: Catalogue, written: tuple[WrittenPage, ...], listing: Listing, settings: SiteSettings
    ) -> None:
        self._catalogue = catalogue
        self._vocabularies = catalogue.vocabularies
        self._listing = listing
        self._sections = catalogue.vocabularies.kind("delen", Section)
        self._handbook = tuple(self._handbook_pages(written))
        self._answers: dict[str, Callable[[str], Answer]] = {
            "inhoud": lambda _: self._handbook,
            "praktijken": self._practices,
            "tips": self._tips,
            "cijfers": lambda _: self._figures(),
            "databronnen": lambda _: self._vocabularies.kind("databronnen", DataSource).terms,
            "partners": lambda _: self._partners(),
            "routes": lambda _: self._vocabularies.kind("financieringsroutes", FundingRoute).terms,
            "publicaties": lambda _: self._publications(),
            "sterktes": lambda _: self._placed("sterktes"),
            "valkuilen": lambda _: self._placed("valkuilen"),
            "veranderd": self._vocabularies.kind("veranderingen", Change).__getitem__,
            "veranderingen": lambda _: self._vocabularies.kind("veranderingen", Change).terms,
            "begrippen": lambda _: tuple(self._glossary()),
            "melden": lambda _: settings,
        }

    def content(self, page: WrittenPage) -> WrittenContent:
        """Put what a page asks for in its place."""
        uris = [handbook_page.uri for handbook_page in self._handbook]
        place = uris.index(page.uri) if page.uri in uris else None
        return WrittenContent(
            front_matter=page.front_matter,
            parts=tuple(self._piece(part) if isinstance(part, Request) else part for part in page.parts),
            in_handbook=place is not None,
            before=self._handbook[place - 1] if place else None,
            after=self._handbook[place + 1] if place is not None and place + 1 < len(uris) else None,
        )

    def _piece(self, request: Request) -> Piece:
        return Piece(request.name, self._answers[request.name](request.argument))

    def _handbook_pages(self, written: tuple[WrittenPage, ...]) -> Iterator[HandbookPage]:
        """The pages of the handbook in the order of its sections, then those that this site adds to it."""
        sections: dict[str, list[Section]] = defaultdict(list)
        for section in self._sections.terms:
            sections[addresses.section_uri(section).partition("#")[0]].append(section)
        pages = {page.uri: page for page in written if page.uri.startswith(addresses.HANDBOOK_FOLDER)}
        pages.pop(addresses.HANDBOOK, None)
        added = (uri for uri in (*addresses.ADDED_TO_HANDBOOK, *pages) if uri in pages)
        for uri in dict.fromkeys([*sections, *added]):
            yield HandbookPage(uri, pages[uri].title, _entries(sections[uri]))

    def _practices(self, section_id: str) -> SectionPractices:
        section = self._sections[section_id]
        found = self._catalogue.sections.practices(section_id)
        lists = tuple(self._lists(section))
        shown = found[:_MOST_PRACTICES] if lists else found
        cards = tuple(self._listing.card(practice, note=_reason(practice, section)) for practice in shown)
        return SectionPractices(section, cards, len(found), lists)

    def _lists(self, section: Section) -> Iterator[Choice]:
        for name, term_ids in (("dimensies", section.dimensions), ("methodes", section.methods)):
            facet = self._catalogue.facets[name]
            for term_id in term_ids:
                if facet.members(term_id):
                    yield self._listing.choice(facet, facet.vocabulary[term_id])

    def _tips(self, section_id: str) -> tuple[SectionTips, ...]:
        by_section: dict[str, list[Placed]] = defaultdict(list)
        for tip in self._vocabularies.kind("tips", Placed).terms:
            by_section[tip.section].append(tip)
        wanted = list(by_section) if section_id == ALL else [section_id]
        return tuple(SectionTips(self._sections[name], tuple(by_section[name])) for name in wanted)

    def _figures(self) -> FiguresContent:
        figures = self._vocabularies.kind("cijfers", Figure).terms
        return FiguresContent(
            tuple((figure, self._sections[figure.section]) for figure in figures),
            tuple(
                sorted(
                    (figure for figure in figures if figure.percentage is not None),
                    key=lambda figure: figure.percentage or 0,
                    reverse=True,
                )
            ),
        )

    def _partners(self) -> tuple[PartnerType, ...]:
        types = self._vocabularies.kind("partnertypes", PartnerType).terms
        return tuple(term for term in types if term.id != OUTSIDE_THE_LIST)

    def _publications(self) -> tuple[tuple[Publication, Section], ...]:
        publications = self._vocabularies.kind("publicaties", Publication).terms
        return tuple((publication, self._sections[publication.section]) for publication in publications)

    def _placed(self, name: str) -> tuple[PlacedTerm, ...]:
        return tuple(
            PlacedTerm(term, self._sections[term.section]) for term in self._vocabularies.kind(name, Placed).terms
        )

    def _glossary(self) -> Iterator[tuple[str, tuple[Entry, ...]]]:
        """The terms under their first letter."""
        changes = self._vocabularies.kind("veranderingen", Change)
        by_letter: dict[str, list[Entry]] = defaultdict(list)
        concepts = self._vocabularies.kind("begrippen", Concept).terms
        for concept in sorted(concepts, key=lambda concept: (concept.label.casefold(), concept.id)):
            section = self._sections[concept.section] if concept.section else None
            change = changes[concept.change] if concept.change else None
            by_letter[concept.label[0].upper()].append(Entry(concept, section, change))
        for letter, entries in by_letter.items():
            yield letter, tuple(entries)


def _reason(practice: Practice, section: Section) -> str:
    """Why a practice shows what a section is about, where its record says so."""
    return next((shown.reason for shown in practice.illustrates if shown.id in section.shown_by), "")


def _entries(sections: list[Section]) -> tuple[Section, ...]:
    """The main sections of a page; of a page that is one section, its parts."""
    main = tuple(section for section in sections if not section.parent)
    return main if len(main) > 1 else tuple(section for section in sections if section.parent)
