"""What each kind of page shows: one class per template, and nothing a template has to work out itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.form_contents import FormContent
from hooks.paper_contents import PaperContent, SheetContent
from hooks.session_contents import CardsContent, TrainerContent
from hooks.site_settings import SiteSettings
from schema.terms import Change, DataSource, FundingRoute, PartnerType, Publication, Section

if TYPE_CHECKING:
    from schema.catalogue import Facet
    from schema.field_guide import FieldDescription
    from schema.practice import Part, Practice
    from schema.terms import Concept, Figure, Municipality, Placed, Term
    from schema.vocabulary import Vocabulary


@dataclass(frozen=True)
class Choice:
    """A facet value with its page and the number of its practices.

    Attributes:
        term: The value.
        uri: Its page.
        count: How many practices it has.
        concluded: Whether an editor concluded that it applies.
    """

    term: Term
    uri: str
    count: int
    concluded: bool = False


CardFilters = tuple[tuple[str, str], ...]
"""For each group of filters its name and the ids of a practice's values, with a space between them."""


@dataclass(frozen=True)
class Card:
    """A practice as it stands in a list.

    Attributes:
        practice: The practice.
        dimension: Its first dimension.
        place: Where it runs, in words.
        concluded: Whether an editor concluded that it belongs in this list.
        note: Why it stands in this list, if that needs saying.
        filters: What it says to the filters of the catalogue; empty in other lists.
    """

    practice: Practice
    dimension: Term
    place: str
    concluded: bool = False
    note: str = ""
    filters: CardFilters = ()


@dataclass(frozen=True)
class FilterOption:
    """A value to filter by.

    Attributes:
        term: The value.
        words: How a sentence writes it.
        count: How many practices have it.
        uri: The page about it; empty when it has none.
    """

    term: Term
    words: str
    count: int
    uri: str


@dataclass(frozen=True)
class FilterGroup:
    """Values of one kind to filter by.

    Attributes:
        label: Its heading.
        parameter: Its name in an address.
        phrase: Its words in the sentence above the results, with `{}` for the values.
        options: Its values.
        folded: Whether it starts folded.
    """

    label: str
    parameter: str
    phrase: str
    options: tuple[FilterOption, ...]
    folded: bool


@dataclass(frozen=True)
class CardGroup:
    """Cards under one heading."""

    choice: Choice
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class FacetOverview:
    """A facet with all its choices.

    Attributes:
        facet: The facet.
        uri: The page that lists its values.
        choices: The values that have a page.
        groups: The same choices under headings, such as provinces; empty when there are none.
        without: The practices of which the source names no value.
        total: The number of all practices.
    """

    facet: Facet
    uri: str
    choices: tuple[Choice, ...]
    groups: tuple[tuple[str, tuple[Choice, ...]], ...]
    without: tuple[Practice, ...]
    total: int


@dataclass(frozen=True)
class HomeContent:
    """The front page: three doors, ways to look, and what is new."""

    practices: int
    municipalities: int
    facets: dict[str, FacetOverview]
    newest: tuple[Card, ...]


@dataclass(frozen=True)
class CatalogueContent:
    """All practices, grouped by their first dimension; `newer` of them are newer than the handbook."""

    total: int
    newer: int
    municipalities: int
    groups: tuple[CardGroup, ...]
    facets: dict[str, FacetOverview]
    filters: tuple[FilterGroup, ...]


@dataclass(frozen=True)
class ChosenContent:
    """A page about practices that a reader chooses: scripts fill it from the data.

    Attributes:
        address_of: The address of a practice's page, with `{id}` where its id goes.
        most: How many practices stand side by side at most.
    """

    address_of: str
    most: int = 4


@dataclass(frozen=True)
class FundingTold:
    """What the practices of the handbook tell about who pays.

    Attributes:
        total: All practices of the handbook.
        route: Those whose source names a funding route.
        payer: Those whose source names who pays.
        never_named: The routes of the handbook that none of its practices names.
    """

    total: int
    route: tuple[Practice, ...]
    payer: tuple[Practice, ...]
    never_named: tuple[Term, ...]


@dataclass(frozen=True)
class FacetContent:
    """The list of a facet's values.

    Attributes:
        overview: The facet and its choices.
        funding: What the handbook tells about who pays; only with the funding routes.
    """

    overview: FacetOverview
    funding: FundingTold | None = None


@dataclass(frozen=True)
class ValueContent:
    """One value of a facet: what it is, its practices, and its neighbours.

    Attributes:
        facet: The facet.
        facet_uri: The page that lists its values.
        term: The value.
        cards: Its practices.
        others: The other values.
        untold: Where the practices are of which the source does not tell this; only for ages.
        merged_into: The municipality this one became part of.
        merged_from: The municipalities with practices that became part of this one.
        sections: The sections of the handbook that are about it.
    """

    facet: Facet
    facet_uri: str
    term: Term
    cards: tuple[Card, ...]
    others: tuple[Choice, ...]
    untold: Choice | None = None
    merged_into: Choice | None = None
    merged_from: tuple[Choice, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True)
class PracticeContent:
    """One practice, brief first, full below.

    Attributes:
        practice: The record.
        dimension: Its first dimension.
        place: Where it runs, in words.
        chapter: The section of the handbook it stands in.
        choices: Its facet values, by the name of the vocabulary; of municipalities those that the record names.
        mergers: Those that became part of another, each with the new one.
        parts: Its named parts, by the heading they stand under; an empty heading where they have none.
        illustrated: The steps, factors and attention points it shows, each with where to read of it and why.
        sections: The sections of the handbook that it shows.
        changes: What changed since 2012 among the names and rules that the record speaks of.
        unknown: The labels of what the source does not tell.
        chosen: What of this record an editor chose rather than found.
        related: The practices an editor linked, each with why.
        similar: The practices that share much with this one and that no editor linked, each with what they share.
        back_links: The practices that link here.
        before: The previous practice of the chapter.
        after: The next practice of the chapter.
        edit_address: Where the record can be edited; empty when the site has no repository.
    """

    practice: Practice
    dimension: Term
    place: str
    chapter: Term
    choices: dict[str, tuple[Choice, ...]]
    mergers: tuple[tuple[Municipality, Choice], ...]
    parts: tuple[tuple[str, tuple[Part, ...]], ...]
    illustrated: tuple[tuple[Term, Section, str], ...]
    sections: tuple[Section, ...]
    changes: tuple[Change, ...]
    unknown: tuple[str, ...]
    chosen: tuple[str, ...]
    related: tuple[Card, ...]
    similar: tuple[Card, ...]
    back_links: tuple[Card, ...]
    before: Practice | None
    after: Practice | None
    edit_address: str


@dataclass(frozen=True)
class FieldsContent:
    """The guide to the record: every field, and what can be chosen in it.

    Attributes:
        fields: The fields of a practice.
        vocabularies: The closed lists they use, by name, short enough to show whole.
    """

    fields: tuple[FieldDescription, ...]
    vocabularies: dict[str, Vocabulary[Term]]


@dataclass(frozen=True)
class SectionPractices:
    """The practices that show a section of the handbook.

    Attributes:
        section: The section.
        cards: Its practices, the first of them when there are very many.
        total: The number of its practices.
        lists: The pages with all practices of a dimension or a method that the section is about.
    """

    section: Section
    cards: tuple[Card, ...]
    total: int
    lists: tuple[Choice, ...]


@dataclass(frozen=True)
class SectionTips:
    """The tips of one section."""

    section: Section
    tips: tuple[Placed, ...]


@dataclass(frozen=True)
class PlacedTerm:
    """A term with the section of the handbook it comes from."""

    term: Term
    section: Section


@dataclass(frozen=True)
class FiguresContent:
    """All figures of the handbook, and those that one chart can compare."""

    figures: tuple[tuple[Figure, Section], ...]
    charted: tuple[Figure, ...]


@dataclass(frozen=True)
class Entry:
    """An entry of the glossary, with where to read more and what changed since."""

    concept: Concept
    section: Section | None
    change: Change | None


@dataclass(frozen=True)
class HandbookPage:
    """A page of the handbook, and the sections that a table of contents names under it."""

    uri: str
    title: str
    entries: tuple[Section, ...]


Answer = (
    SectionPractices
    | tuple[SectionTips, ...]
    | FiguresContent
    | tuple[DataSource, ...]
    | tuple[PartnerType, ...]
    | tuple[FundingRoute, ...]
    | tuple[PlacedTerm, ...]
    | tuple[tuple[Publication, Section], ...]
    | Change
    | tuple[Change, ...]
    | tuple[tuple[str, tuple[Entry, ...]], ...]
    | tuple[HandbookPage, ...]
    | SiteSettings
)
"""What a written page can get from the data."""


@dataclass(frozen=True)
class Piece:
    """Something a written page asked for: the name of the piece of template, and what it shows."""

    name: str
    answer: Answer


@dataclass(frozen=True)
class WrittenContent:
    """A page that people wrote, with what it asked for in its places.

    Attributes:
        front_matter: What stands above the text.
        parts: Markdown and pieces, in order.
        in_handbook: Whether it is a page within the handbook.
        before: The page of the handbook before this one.
        after: The page of the handbook after this one.
    """

    front_matter: str
    parts: tuple[str | Piece, ...]
    in_handbook: bool = False
    before: HandbookPage | None = None
    after: HandbookPage | None = None


PageContent = (
    HomeContent
    | CatalogueContent
    | ChosenContent
    | FacetContent
    | ValueContent
    | PracticeContent
    | FieldsContent
    | FormContent
    | WrittenContent
    | PaperContent
    | SheetContent
    | CardsContent
    | TrainerContent
)
