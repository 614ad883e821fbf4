"""What can be found: practices, sections of the handbook, terms and funding routes, each with its texts by field."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hooks import addresses
from hooks.term_links import TermIndex
from hooks.written_pages import Request
from schema.terms import Change, Concept, FundingRoute, Municipality, PartnerType, Placed, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hooks.written_pages import WrittenPage
    from schema.catalogue import Catalogue
    from schema.follow_up import FollowUp
    from schema.practice import Practice
    from schema.terms import Term

PRACTICE, CHAPTER, CONCEPT, ROUTE = "praktijk", "hoofdstuk", "begrip", "route"
"""The kinds of document."""

FIELDS = {
    "titel": 10,
    "namen": 8,
    "zoekwoorden": 6,
    "kort": 4,
    "gemeenten": 6,
    "partners": 4,
    "methodes": 5,
    "synoniemen": 5,
    "kenmerken": 2,
    "veranderingen": 2,
    "streek": 2,
    "tekst": 1,
    "vervolg": 0.5,
}
"""The fields of a document, each with how much a word in it weighs."""

NAMES = ("namen", "gemeenten", "partners", "methodes", "synoniemen", "veranderingen", "streek")
"""The fields that hold names, which can be of several words."""

_PLACED = ("tips", "sterktes", "valkuilen", "cijfers", "databronnen", "publicaties")
_HEADING = re.compile(r"^#{1,6} +(.*?) *(?:\{:? *#([\w-]+)[^}]*\})? *$", re.MULTILINE)
_MARKS = re.compile(r"\]\([^)]*\)|\{:?[^}\n]*\}|<[^>]*>|[*_`#\[\]>|]|https?://\S+")


@dataclass(frozen=True)
class SearchDocument:
    """Something a visitor can find.

    Attributes:
        address: Its source page, such as `praktijken/boempatat-boom.md`, with or without `#anchor`.
        kind: What it is: one of the kinds above.
        title: What it is called.
        summary: One or two sentences to show below the title.
        texts: What it can be found by, by the name of the field.
        id: The practice's id; empty for what is no practice.
    """

    address: str
    kind: str
    title: str
    summary: str
    texts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    id: str = ""


def search_documents(catalogue: Catalogue, written: tuple[WrittenPage, ...]) -> tuple[SearchDocument, ...]:
    """Make the documents of the whole site, in a fixed order."""
    collector = _Collector(catalogue)
    return (
        *(collector.practice(practice) for practice in catalogue.practices),
        *collector.sections(written),
        *(collector.concept(concept) for concept in catalogue.vocabularies.kind("begrippen", Concept).terms),
        *collector.routes(),
    )


class _Collector:
    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._vocabularies = catalogue.vocabularies
        self._changes = catalogue.vocabularies.kind("veranderingen", Change)
        concepts = catalogue.vocabularies.kind("begrippen", Concept).terms
        self._terms = TermIndex(concepts)

    def practice(self, practice: Practice) -> SearchDocument:
        """Give a practice with everything its page tells, save what is said of its sources."""
        full = tuple(_full_text(practice))
        own = (practice.title, practice.summary, *full, *(actor.name for actor in practice.actors))
        concepts = self._terms.used_in(own)
        texts = {
            "namen": practice.also_known_as,
            "zoekwoorden": practice.search_words,
            "kort": (practice.summary,),
            "gemeenten": tuple(term.label for term, _ in self._catalogue.facets["gemeenten"].terms_of(practice)),
            "partners": tuple(actor.name for actor in practice.actors),
            "methodes": tuple(self._vocabularies["methodes"][name].label for name in practice.methods),
            "synoniemen": tuple(
                synonym for name in practice.methods for synonym in self._vocabularies["methodes"][name].synonyms
            ),
            "kenmerken": (
                *self._names("dimensies", practice.dimensions),
                *self._names("doelgroepen", practice.target_group.final),
                *self._names("intermediairs", practice.target_group.intermediaries),
                *(term.label for term, _ in self._catalogue.facets["leeftijdsgroepen"].terms_of(practice)),
                *self._names("financieringsroutes", [use.route for use in practice.funding.routes]),
            ),
            "veranderingen": (
                *(name for concept in concepts if concept.full_name for name in (concept.label, concept.full_name)),
                *self._old_and_new(concepts),
            ),
            "streek": tuple(self._regions(practice)),
            "tekst": full,
            "vervolg": tuple(_reports(practice.follow_up)),
        }
        address = addresses.practice_uri(practice.id)
        return SearchDocument(
            address, PRACTICE, practice.title, practice.summary, _filled(practice.title, texts), practice.id
        )

    def sections(self, written: tuple[WrittenPage, ...]) -> Iterator[SearchDocument]:
        """Give the sections of the handbook with what is written under their heading, then its other pages."""
        prose = {page.uri: _by_heading(page) for page in written if page.uri.startswith(addresses.HANDBOOK_FOLDER)}
        placed = self._placed()
        for section in self._vocabularies.kind("delen", Section).terms:
            address = addresses.section_uri(section)
            uri, _, anchor = address.partition("#")
            text = prose.get(uri, {}).pop(anchor, "")
            texts = {"namen": section.synonyms, "tekst": (text, *placed[section.id])}
            yield SearchDocument(address, CHAPTER, section.label, _start_of(text), _filled(section.label, texts))
        for page in written:
            if page.uri in prose and (left := " ".join(prose[page.uri].values()).strip()):
                texts = {"tekst": (left, *(self._of_requests(page)))}
                yield SearchDocument(page.uri, CHAPTER, page.title, _start_of(left), _filled(page.title, texts))

    def concept(self, concept: Concept) -> SearchDocument:
        """Give a term with its other forms, and an abbreviation with what it stands for."""
        names = (*concept.forms, *concept.synonyms, *([concept.full_name] if concept.full_name else ()))
        summary = concept.definition or concept.full_name or ""
        texts = {
            "namen": names,
            "kort": (summary,),
            "veranderingen": tuple(self._old_and_new([concept])),
            "tekst": (concept.explanation or "",),
        }
        title = f"{concept.label}: {concept.full_name}" if concept.full_name else concept.label
        return SearchDocument(addresses.concept_uri(concept), CONCEPT, title, summary, _filled(concept.label, texts))

    def routes(self) -> Iterator[SearchDocument]:
        """Give the ways to pay for a practice."""
        for route in self._vocabularies.kind("financieringsroutes", FundingRoute).terms:
            own = (route.label, route.definition or "", route.payer, *route.purposes, route.explanation or "")
            texts = {
                "namen": route.synonyms,
                "kort": (route.definition or "",),
                "partners": (route.payer,),
                "kenmerken": (route.recipients or "",),
                "veranderingen": tuple(self._old_and_new(self._terms.used_in(own))),
                "tekst": own,
                "vervolg": tuple(_reports(route.follow_up)),
            }
            address = addresses.value_uri("financieringsroutes", route.id)
            summary = route.definition or route.payer
            yield SearchDocument(address, ROUTE, route.label, summary, _filled(route.label, texts))

    def _names(self, vocabulary: str, ids: Iterable[str]) -> Iterator[str]:
        for term_id in ids:
            term = self._vocabularies[vocabulary][term_id]
            yield term.label
            yield from term.synonyms

    def _regions(self, practice: Practice) -> Iterator[str]:
        """Name the surroundings in which a practice runs."""
        municipalities = self._vocabularies.kind("gemeenten", Municipality)
        for term, _ in self._catalogue.facets["gemeenten"].terms_of(practice):
            yield municipalities[term.id].province or ""
        yield practice.place.spot or ""
        yield practice.place.region or ""

    def _old_and_new(self, concepts: Iterable[Concept]) -> Iterator[str]:
        """Name what terms were called before and after a change since 2012."""
        for change_id in dict.fromkeys(concept.change for concept in concepts):
            if change_id:
                yield self._changes[change_id].label
                yield from self._changes[change_id].synonyms

    def _placed(self) -> dict[str, list[str]]:
        """Give what stands in a section without being written there: tips, figures and the like."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in _PLACED:
            for term in self._vocabularies[name].terms:
                if isinstance(term, Placed):
                    found[term.section] += _told(term)
        for partner in self._vocabularies.kind("partnertypes", PartnerType).terms:
            found["mogelijke-partners"] += [*_told(partner), *partner.members]
        return found

    def _of_requests(self, page: WrittenPage) -> Iterator[str]:
        """Give what a page shows of the lists that belong to no section."""
        if any(isinstance(part, Request) and part.name == "veranderingen" for part in page.parts):
            for change in self._changes.terms:
                yield from (*_told(change), *_reports(change.follow_up))


def _filled(title: str, texts: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Leave out what is empty, and put the fields in order."""
    told = {"titel": (title,), **texts}
    filled = {name: tuple(dict.fromkeys(text for text in told.get(name, ()) if text)) for name in FIELDS}
    return {name: found for name, found in filled.items() if found}


def _told(term: Term) -> list[str]:
    return [text for text in (term.label, *term.synonyms, term.definition, term.explanation) if text]


def _full_text(practice: Practice) -> Iterator[str]:
    """Give what a record says in sentences, in the order of its page."""
    yield practice.target_group.description
    for text in (practice.occasion, practice.aim, *practice.approach, practice.referral, practice.participation):
        yield text or ""
    for part in practice.parts:
        yield from (part.name, part.group or "", part.text, part.who or "")
    for barrier in practice.barriers:
        yield from (barrier.barrier, barrier.answer or "")
    yield practice.organisation or ""
    for finding in (*practice.strengths, *practice.limits, *practice.lessons):
        yield finding.text
    for result in practice.results:
        yield f"{result.what} {result.value or ''}"
    yield practice.funding.family_cost or ""
    for amount in practice.funding.amounts:
        yield f"{amount.purpose} {amount.payer or ''}"
    yield practice.status.explanation or ""


def _reports(follow_up: FollowUp | None) -> Iterator[str]:
    for report in follow_up.reports if follow_up else ():
        yield from (report.about or "", report.text)


def _by_heading(page: WrittenPage) -> dict[str, str]:
    """Cut a page at the headings that have an id; what stands above the first has the empty id."""
    text = "\n".join(part for part in page.parts if isinstance(part, str))
    found: dict[str, list[str]] = defaultdict(list)
    anchor, done = "", 0
    for heading in _HEADING.finditer(text):
        found[anchor].append(text[done : heading.start()])
        done = heading.end()
        anchor = heading[2] or anchor
        found[anchor].append(heading[1])
    found[anchor].append(text[done:])
    return {name: _MARKS.sub(" ", " ".join(pieces)) for name, pieces in found.items()}


def _start_of(text: str, most: int = 160) -> str:
    """Give the first words of a text, for below its title."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    return f"{words[:most].rsplit(' ', 1)[0]} …"
