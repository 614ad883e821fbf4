"""The kinds of term that the closed lists hold; which list holds which kind is told in `schema/vocabulary.py`."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from schema.field_types import (
    Age,
    Amount,
    Line,
    PartialDate,
    Percentage,
    TermOf,
    Text,
    UniqueList,
    WebAddress,
    Year,
    is_id,
    refuse,
)
from schema.follow_up import FollowUp
from schema.known_terms import ILLUSTRATED
from schema.problems import quoted
from schema.record import Record
from schema.rules import NeedsOneOf


def _check_term_id(text: str) -> str:
    # A chapter's id is its number in the handbook, such as 4/1.
    if not all(is_id(part) for part in text.split("/")):
        refuse(f"{quoted(text)} is geen kenmerk; gebruik kleine letters, cijfers en koppeltekens")
    return text


TermId = Annotated[str, AfterValidator(_check_term_id)]


class Term(Record):
    """One value of a closed list.

    Attributes:
        id: What records write; never changes.
        label: What readers see.
        definition: What it is, in one or two sentences.
        explanation: More about it, in paragraphs.
        synonyms: Other words for it.
        source: Where the handbook speaks of it, such as `2/1`.
    """

    id: TermId
    label: Line
    definition: Text | None = Field(default=None, alias="definitie")
    explanation: Text | None = Field(default=None, alias="uitleg")
    synonyms: UniqueList[Line] = Field(default=(), alias="synoniemen")
    source: Line | None = Field(default=None, alias="vindplaats")


class Chapter(Term):
    """A section of the handbook's chapter 4, and the dimension it is about."""

    dimension: Annotated[str, TermOf("dimensies")] = Field(alias="dimensie")


class AgeGroup(Term):
    """An age group; `start` and `end` are ages in years, `end` itself not included."""

    start: Age | None = Field(default=None, alias="van")
    end: Age | None = Field(default=None, alias="tot")


class PartnerType(Term):
    """A kind of organisation, with the members that chapter 3, step 3 names."""

    members: UniqueList[Line] = Field(default=(), alias="leden")


class VocabularyAmount(Record):
    """A sum of money with the year it was told of."""

    amount: Amount = Field(alias="bedrag")
    year: Year = Field(alias="jaar")
    purpose: Line = Field(alias="waarvoor")


class PrintedWebsite(Record):
    """An address as printed in 2012; it is shown as text, for it may no longer exist."""

    address: Line = Field(alias="adres")
    purpose: Line | None = Field(default=None, alias="waarvoor")


class FundingRoute(Term):
    """A way to pay for a practice; `origin` says where it is told."""

    payer: Line = Field(alias="wie_betaalt")
    recipients: Line | None = Field(default=None, alias="voor_wie")
    purposes: UniqueList[Line] = Field(default=(), alias="waarvoor")
    amounts: tuple[VocabularyAmount, ...] = Field(default=(), alias="bedragen")
    since: PartialDate | None = Field(default=None, alias="geldig_van")
    until: PartialDate | None = Field(default=None, alias="geldig_tot")
    websites: tuple[PrintedWebsite, ...] = Field(default=())
    origin: Annotated[str, TermOf("routeherkomsten")] = Field(alias="herkomst")
    follow_up: FollowUp | None = Field(default=None, alias="vervolg")


class Municipality(Term):
    """A municipality of Flanders or Brussels; one that was merged names what it became part of."""

    nis: Line | None = None
    province: Line | None = Field(default=None, alias="provincie")
    latitude: Line | None = Field(default=None, alias="breedtegraad")
    longitude: Line | None = Field(default=None, alias="lengtegraad")
    merged_into: TermId | None = Field(default=None, alias="opgegaan_in")
    since: PartialDate | None = Field(default=None, alias="sinds")


class Section(Term):
    """A piece of the handbook with a heading of its own, and what binds practices to it.

    Attributes:
        number: Its number in the handbook, such as `2/1`.
        page: The page it stands on: the name of a file in docs/handboek/, without `.md`.
        parent: The section it is a part of.
        dimensions: Practices of these dimensions show it.
        methods: Practices with these methods show it.
        shown_by: Practices that illustrate these steps, factors or attention points show it.
    """

    number: Line = Field(alias="nummer")
    page: TermId = Field(alias="pagina")
    parent: TermId | None = Field(default=None, alias="onder")
    dimensions: UniqueList[Annotated[str, TermOf("dimensies")]] = Field(default=(), alias="dimensies")
    methods: UniqueList[Annotated[str, TermOf("methodes")]] = Field(default=(), alias="methodes")
    shown_by: UniqueList[Annotated[str, TermOf(*ILLUSTRATED)]] = Field(default=(), alias="illustreert")

    @property
    def title(self) -> str:
        """Its number and its label; the foreword and the introduction have no number."""
        return f"{self.number} {self.label}" if self.number[0].isdigit() else self.label


class Placed(Term):
    """Something that stands in one section of the handbook."""

    section: Annotated[str, TermOf("delen")] = Field(alias="deel")


class Figure(Placed):
    """A figure of the handbook, with the year it is about and who reported it, as far as the handbook says.

    Attributes:
        value: The figure as a reader sees it, with its unit.
        percentage: The same as a number, for the chart; absent where it belongs in none.
        year: The year or years it is about.
        year_note: What is known of the year when the handbook does not give one.
        reported_by: Who reported it; absent when the handbook does not say.
    """

    value: Line = Field(alias="waarde")
    percentage: Percentage | None = Field(default=None, alias="procent")
    year: Line | None = Field(default=None, alias="jaar")
    year_note: Line | None = Field(default=None, alias="jaar_toelichting")
    reported_by: Line | None = Field(default=None, alias="bron")

    rules = (
        NeedsOneOf(("year", "year_note"), "vul 'jaar' in, of zeg in 'jaar_toelichting' wat het handboek erover zegt"),
    )


class DataSource(Placed):
    """Somewhere to find figures on child poverty, as named in chapter 3, step 1."""

    websites: tuple[PrintedWebsite, ...] = Field(default=())


class Publication(Placed):
    """A book, a study, a plan or a site that the handbook refers to; `address` as printed in 2012."""

    author: Line | None = Field(default=None, alias="auteur")
    year: Line | None = Field(default=None, alias="jaar")
    address: Line | None = Field(default=None, alias="adres")


class Change(Term):
    """A name, a rule or a figure that changed since 2012, with the reports that tell of it."""

    follow_up: FollowUp = Field(alias="vervolg")


class Concept(Term):
    """An entry of the glossary.

    Attributes:
        full_name: What an abbreviation stands for.
        full_name_source: Who spells it out, when the handbook does not.
        full_name_url: Where.
        forms: How it is written in running text; the label itself is always one of them.
        change: What changed about it since 2012.
        section: Where the handbook explains it.
    """

    full_name: Line | None = Field(default=None, alias="voluit")
    full_name_source: Line | None = Field(default=None, alias="voluit_bron")
    full_name_url: WebAddress | None = Field(default=None, alias="voluit_url")
    forms: UniqueList[Line] = Field(default=(), alias="vormen")
    change: Annotated[str, TermOf("veranderingen")] | None = Field(default=None, alias="verandering")
    section: Annotated[str, TermOf("delen")] | None = Field(default=None, alias="deel")

    @property
    def spellings(self) -> tuple[str, ...]:
        """All ways in which running text can write the term; at the start of a sentence with a capital."""
        forms = (self.label, *self.forms)
        return tuple(dict.fromkeys([*forms, *(form[:1].upper() + form[1:] for form in forms)]))
