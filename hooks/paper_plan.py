"""Which sheets there are to print, and which pages of the site stand on each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks import addresses
from hooks.dutch_text import sentence_case
from schema.terms import Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.written_pages import WrittenPage
    from schema.catalogue import Catalogue, Facet
    from schema.practice import Practice
    from schema.terms import Term

CHAPTERS = "hoofdstukken"
"""The name of the group of sheets that follow the handbook; the others have the name of their facet."""

FACETS = ("dimensies", "leeftijdsgroepen", "methodes", "financieringsroutes")
"""The facets of which every value with practices has a sheet."""


@dataclass(frozen=True)
class Part:
    """A part of a sheet: pages of the handbook or of a value, and the practices that belong to them.

    Attributes:
        title: What stands at the head of its sheets of paper.
        pages: The source pages that come first.
        practices: The practices that follow.
    """

    title: str
    pages: tuple[str, ...]
    practices: tuple[Practice, ...] = ()

    @property
    def uris(self) -> tuple[str, ...]:
        """The source pages of everything in it, in order."""
        return (*self.pages, *(addresses.practice_uri(practice.id) for practice in self.practices))


@dataclass(frozen=True)
class Sheet:
    """Something to print as a whole.

    Attributes:
        uri: Its own source page, such as `afdrukken/hoofdstuk-4-1.md`.
        group: `CHAPTERS`, or the name of a facet.
        kicker: What it is, in a word or two: `Hoofdstuk 4/1`, `Methode`.
        title: What it is called.
        origin: The page of the site from which a reader comes to print it.
        parts: What is in it.
    """

    uri: str
    group: str
    kicker: str
    title: str
    origin: str
    parts: tuple[Part, ...]

    @property
    def uris(self) -> tuple[str, ...]:
        """The source pages of everything in it, in order."""
        return tuple(uri for part in self.parts for uri in part.uris)

    @property
    def practices(self) -> tuple[Practice, ...]:
        """Its practices, in order."""
        return tuple(practice for part in self.parts for practice in part.practices)

    @property
    def for_sessions(self) -> bool:
        """Whether there are practice cards and a trainer's sheet of it: a chapter with practices."""
        return self.group == CHAPTERS and len(self.parts) == 1 and bool(self.practices)


def plan_sheets(catalogue: Catalogue, written: tuple[WrittenPage, ...]) -> tuple[Sheet, ...]:
    """Plan every sheet: the whole handbook, its chapters, and the values of four facets that have practices.

    Args:
        catalogue: The practices.
        written: The pages from docs/, those of the handbook among them.

    Returns:
        The sheets, in a fixed order.
    """
    chapters = tuple(_chapters(catalogue, {page.uri: page.title for page in written}))
    parts = (*(part for chapter in chapters for part in chapter.parts), Part("Begrippen", (addresses.GLOSSARY,)))
    whole = Sheet(
        addresses.sheet_uri("handboek"), CHAPTERS, "Het hele handboek", "Elk kind telt", addresses.HANDBOOK, parts
    )
    values = (_value(catalogue.facets[name], term) for name in FACETS for term in catalogue.facets[name].in_use())
    return (whole, *chapters, *values)


def _chapters(catalogue: Catalogue, titles: dict[str, str]) -> Iterator[Sheet]:
    """The chapters of the handbook, each with its pages; those of chapter 4 also with their practices."""
    sections: dict[str, list[Section]] = defaultdict(list)
    for section in catalogue.vocabularies.kind("delen", Section).terms:
        sections[_chapter_of(section)].append(section)
    practices: dict[str, list[Practice]] = defaultdict(list)
    for practice in catalogue.practices:
        practices[practice.chapter].append(practice)
    for number, found in sections.items():
        uris = tuple(dict.fromkeys(addresses.section_uri(section).partition("#")[0] for section in found))
        title = next((section.label for section in found if section.number == number), titles[uris[0]])
        yield Sheet(
            addresses.sheet_uri(f"hoofdstuk-{number.replace('/', '-')}" if number[0].isdigit() else number),
            CHAPTERS,
            f"Hoofdstuk {number}" if number[0].isdigit() else "Handboek",
            title,
            uris[0],
            (Part(title, uris, tuple(practices[number])),),
        )


def _chapter_of(section: Section) -> str:
    """Name the chapter of a section: `4/1` for one of the seven parts of chapter 4, else its first number."""
    if not section.number[0].isdigit():
        return "inleiding"
    return section.number if section.number.startswith("4/") else section.number.partition("/")[0]


def _value(facet: Facet, term: Term) -> Sheet:
    uri = addresses.value_uri(facet.name, term.id)
    title = sentence_case(term.label)
    practices = tuple(member.practice for member in facet.members(term.id))
    return Sheet(
        addresses.sheet_uri(uri.removesuffix(".md")),
        facet.name,
        sentence_case(facet.vocabulary.singular),
        title,
        uri,
        (Part(title, (uri,), practices),),
    )
