"""The closed lists: dimensions, partner types, funding routes, methods, municipalities and the rest.

Each list is one file in `schema/vocabularies/`. It is the only place where a term has its id, its label
and its meaning; models, filters, pages and tests read them from here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from schema.field_types import Age, Amount, Line, PartialDate, Text, Title, UniqueList, Year, is_id, refuse
from schema.known_terms import NEEDED
from schema.messages import problems_in
from schema.problems import InvalidRecordsError, Position, Problem, quoted
from schema.yaml_nodes import read_mapping, to_data

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "vocabularies"


def _check_term_id(text: str) -> str:
    # A chapter's id is its number in the handbook, such as 4/1.
    if not all(is_id(part) for part in text.split("/")):
        refuse(f"{quoted(text)} is geen kenmerk; gebruik kleine letters, cijfers en koppeltekens")
    return text


TermId = Annotated[str, AfterValidator(_check_term_id)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Term(_Entry):
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

    dimension: TermId = Field(alias="dimensie")


class AgeGroup(Term):
    """An age group; `start` and `end` are ages in years, `end` itself not included."""

    start: Age | None = Field(default=None, alias="van")
    end: Age | None = Field(default=None, alias="tot")


class PartnerType(Term):
    """A kind of organisation, with the members that chapter 3, step 3 names."""

    members: UniqueList[Line] = Field(default=(), alias="leden")


class VocabularyAmount(_Entry):
    """A sum of money with the year it was told of."""

    amount: Amount = Field(alias="bedrag")
    year: Year = Field(alias="jaar")
    purpose: Line = Field(alias="waarvoor")


class PrintedWebsite(_Entry):
    """An address as printed in 2012; it is shown as text, for it may no longer exist."""

    address: Line = Field(alias="adres")
    purpose: Line | None = Field(default=None, alias="waarvoor")


class FundingRoute(Term):
    """A way to pay for a practice, as told in chapter 3, step 4 or elsewhere in the handbook."""

    payer: Line = Field(alias="wie_betaalt")
    recipients: Line | None = Field(default=None, alias="voor_wie")
    purposes: UniqueList[Line] = Field(default=(), alias="waarvoor")
    amounts: tuple[VocabularyAmount, ...] = Field(default=(), alias="bedragen")
    since: PartialDate | None = Field(default=None, alias="geldig_van")
    until: PartialDate | None = Field(default=None, alias="geldig_tot")
    websites: tuple[PrintedWebsite, ...] = Field(default=())


class Municipality(Term):
    """A municipality of Flanders or Brussels; one that was merged names what it became part of."""

    nis: Line | None = None
    province: Line | None = Field(default=None, alias="provincie")
    latitude: Line | None = Field(default=None, alias="breedtegraad")
    longitude: Line | None = Field(default=None, alias="lengtegraad")
    merged_into: TermId | None = Field(default=None, alias="opgegaan_in")
    since: PartialDate | None = Field(default=None, alias="sinds")


TermType = TypeVar("TermType", bound=Term)
_KINDS: dict[str, type[Term]] = {
    "dimensies": Term,
    "hoofdstukken": Chapter,
    "leeftijdsgroepen": AgeGroup,
    "partnertypes": PartnerType,
    "financieringsroutes": FundingRoute,
    "methodes": Term,
    "gemeenten": Municipality,
    "succesfactoren": Term,
    "aandachtspunten": Term,
    "doelgroepen": Term,
    "intermediairs": Term,
    "rollen": Term,
    "zekerheden": Term,
    "bereiken": Term,
    "statussen": Term,
    "herkomsten": Term,
    "resultaatsoorten": Term,
}


class Vocabulary(_Entry, Generic[TermType]):
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

    def kind(self, name: str, kind: type[TermType]) -> Vocabulary[TermType]:
        """Give a list whose terms are of a richer kind, such as the funding routes.

        Raises:
            TypeError: The list's terms are of another kind.
        """
        if _KINDS[name] is not kind:
            raise TypeError(name)
        return self.by_name[name]  # type: ignore[return-value] # just checked


def load_vocabularies(folder: Path = FOLDER) -> Vocabularies:
    """Read every closed list.

    Raises:
        InvalidRecordsError: A list is missing or wrong; it holds all problems of all lists.
    """
    problems: list[Problem] = []
    by_name: dict[str, Vocabulary[Term]] = {}
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
            by_name[name] = model.model_validate(to_data(root))
        except ValidationError as error:
            problems += problems_in(error, root, path, model)
    if not problems:
        problems = list(_broken_references(by_name))
    if problems:
        raise InvalidRecordsError(problems)
    return Vocabularies(by_name)


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
            if isinstance(term, Chapter) and term.dimension not in by_name["dimensies"]:
                yield Problem(path, Position(), "dimensie", f"{quoted(term.dimension)} staat niet bij de dimensies")
