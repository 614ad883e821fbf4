"""The closed lists: dimensions, partner types, funding routes, methods, terms, tips, figures and the rest.

Each list is one file in `schema/vocabularies/`. It is the only place where a term has its id, its label
and its meaning; models, filters, pages and tests read them from here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar

from pydantic import AfterValidator, Field, ValidationError, model_validator

from schema.field_types import (
    Age,
    Amount,
    Line,
    PartialDate,
    Percentage,
    TermOf,
    Text,
    Title,
    UniqueList,
    ValidationContext,
    WebAddress,
    Year,
    is_id,
    refuse,
)
from schema.follow_up import FollowUp
from schema.known_terms import ILLUSTRATED, NEEDED
from schema.messages import problems_in
from schema.problems import InvalidRecordsError, Position, Problem, quoted
from schema.record import Record
from schema.yaml_nodes import read_mapping, to_data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

FOLDER = Path(__file__).parent / "vocabularies"


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

    @model_validator(mode="after")
    def _dated(self) -> Figure:
        if not self.year and not self.year_note:
            refuse("vul 'jaar' in, of zeg in 'jaar_toelichting' wat het handboek erover zegt")
        return self


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


TermType = TypeVar("TermType", bound=Term)
_KINDS: dict[str, type[Term]] = {
    "zekerheden": Term,
    "rollen": Term,
    "bereiken": Term,
    "statussen": Term,
    "herkomsten": Term,
    "resultaatsoorten": Term,
    "doelgroepen": Term,
    "intermediairs": Term,
    "verbanden": Term,
    "dimensies": Term,
    "hoofdstukken": Chapter,
    "leeftijdsgroepen": AgeGroup,
    "partnertypes": PartnerType,
    "methodes": Term,
    "gemeenten": Municipality,
    "routeherkomsten": Term,
    "financieringsroutes": FundingRoute,
    "stappen": Term,
    "succesfactoren": Term,
    "aandachtspunten": Term,
    "delen": Section,
    "tips": Placed,
    "cijfers": Figure,
    "databronnen": DataSource,
    "publicaties": Publication,
    "sterktes": Placed,
    "valkuilen": Placed,
    "veranderingen": Change,
    "begrippen": Concept,
}
"""Every list with the kind of its terms; a list comes after those that its terms refer to."""


class Vocabulary(Record, Generic[TermType]):
    """A closed list: its name in plural and singular, what it is for, and its terms in the order to show."""

    label: Title
    singular: Line = Field(alias="enkelvoud")
    explanation: Text = Field(alias="uitleg")
    terms: tuple[TermType, ...] = Field(alias="termen", min_length=1)

    @cached_property
    def _by_id(self) -> dict[str, TermType]:
        return {term.id: term for term in self.terms}

    def __contains__(self, term_id: object) -> bool:
        return term_id in self._by_id

    def __getitem__(self, term_id: str) -> TermType:
        return self._by_id[term_id]


@dataclass(frozen=True)
class Vocabularies:
    """All closed lists, by the name of their file."""

    by_name: dict[str, Vocabulary[Term]] = field(repr=False)

    def __getitem__(self, name: str) -> Vocabulary[Term]:
        return self.by_name[name]

    def get(self, name: str) -> Vocabulary[Term] | None:
        """Give a list, or nothing when it could not be read."""
        return self.by_name.get(name)

    def kind(self, name: str, kind: type[TermType]) -> Vocabulary[TermType]:
        """Give a list whose terms are of a richer kind, such as the funding routes.

        Raises:
            TypeError: The list's terms are of another kind.
        """
        if _KINDS[name] is not kind:
            raise TypeError(name)
        return self.by_name[name]  # type: ignore[return-value] # just checked


def load_vocabularies(today: date, folder: Path = FOLDER) -> Vocabularies:
    """Read every closed list.

    Args:
        today: The day that counts as today; no report may be dated after it.
        folder: Where the lists are.

    Raises:
        InvalidRecordsError: A list is missing or wrong; it holds all problems of all lists.
    """
    problems: list[Problem] = []
    by_name: dict[str, Vocabulary[Term]] = {}
    context = ValidationContext(Vocabularies(by_name), today)
    for name, kind in _KINDS.items():
        path = f"schema/vocabularies/{name}.yml"
        try:
            raw = (folder / f"{name}.yml").read_bytes()
        except OSError:
            problems.append(Problem(path, Position(), "", "deze lijst ontbreekt of kan niet gelezen worden"))
            continue
        root, found = read_mapping(raw, path)
        problems += found
        if root is None:
            continue
        model = Vocabulary[kind]  # type: ignore[valid-type] # the kind of term is chosen by the file
        try:
            by_name[name] = model.model_validate(to_data(root), context=context)
        except ValidationError as error:
            problems += problems_in(error, root, path, model)
    if not problems:
        problems = [*_broken_references(by_name), *_lists_out_of_step(by_name)]
    if problems:
        raise InvalidRecordsError(problems)
    return Vocabularies(by_name)


def _lists_out_of_step(by_name: dict[str, Vocabulary[Term]]) -> Iterator[Problem]:
    """Find what two terms claim at once, and what no section of the handbook is about."""
    path = "schema/vocabularies/begrippen.yml"
    first: dict[str, str] = {}
    for concept in by_name["begrippen"].terms:
        for spelling in concept.spellings if isinstance(concept, Concept) else ():
            other = first.setdefault(spelling, concept.id)
            if other != concept.id:
                message = f"{quoted(spelling)} staat bij {quoted(other)} en bij {quoted(concept.id)}; kies er een"
                yield Problem(path, Position(), "vormen", message)
    path = "schema/vocabularies/delen.yml"
    shown = {shown for section in by_name["delen"].terms if isinstance(section, Section) for shown in section.shown_by}
    for name in ILLUSTRATED:
        for term in by_name[name].terms:
            if term.id not in shown:
                message = f"geen enkel deel noemt {quoted(term.id)} uit {name}.yml; zet het bij het deel erover"
                yield Problem(path, Position(), "illustreert", message)


def _broken_references(by_name: dict[str, Vocabulary[Term]]) -> Iterator[Problem]:
    """Find ids that stand twice or are missing, and references from one list to a term that is not there."""
    for name, vocabulary in by_name.items():
        path = f"schema/vocabularies/{name}.yml"
        for needed in NEEDED.get(name, ()):
            if needed not in vocabulary:
                yield Problem(path, Position(), "id", f"{quoted(needed)} ontbreekt; de code heeft deze term nodig")
        seen: set[str] = set()
        for term in vocabulary.terms:
            if term.id in seen:
                yield Problem(path, Position(), "id", f"{quoted(term.id)} staat twee keer in de lijst")
            seen.add(term.id)
            if isinstance(term, Municipality) and term.merged_into and term.merged_into not in vocabulary:
                yield Problem(path, Position(), "opgegaan_in", f"{quoted(term.merged_into)} staat niet in de lijst")
            if isinstance(term, Municipality) and term.merged_into and not term.since:
                yield Problem(path, Position(), "sinds", f"ontbreekt bij {quoted(term.id)}, die opging in een andere")
            if isinstance(term, Section) and term.parent and term.parent not in vocabulary:
                yield Problem(path, Position(), "onder", f"{quoted(term.parent)} staat niet in de lijst")
