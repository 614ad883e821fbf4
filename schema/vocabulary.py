"""The closed lists: dimensions, partner types, funding routes, methods, terms, tips, figures and the rest.

Each list is one file in `schema/vocabularies/`. It is the only place where a term has its id, its label
and its meaning; models, filters, pages and tests read them from here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import Field, ValidationError

from schema.field_types import Line, Text, Title, ValidationContext
from schema.known_terms import ILLUSTRATED, NEEDED
from schema.messages import problems_in
from schema.problems import InvalidRecordsError, Position, Problem, quoted
from schema.record import Record
from schema.terms import (
    AgeGroup,
    Change,
    Chapter,
    Concept,
    DataSource,
    Figure,
    FundingRoute,
    Municipality,
    PartnerType,
    Placed,
    Publication,
    Section,
    Term,
)
from schema.yaml_nodes import read_mapping, to_data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

FOLDER = Path(__file__).parent / "vocabularies"


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
    "provincies": Term,
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
    provinces = {term.label for term in by_name["provincies"].terms}
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
            if isinstance(term, Municipality) and term.province and term.province not in provinces:
                yield Problem(path, Position(), "provincie", f"{quoted(term.province)} staat niet in provincies.yml")
            if isinstance(term, Municipality) and term.merged_into and not term.since:
                yield Problem(path, Position(), "sinds", f"ontbreekt bij {quoted(term.id)}, die opging in een andere")
            if isinstance(term, Section) and term.parent and term.parent not in vocabulary:
                yield Problem(path, Position(), "onder", f"{quoted(term.parent)} staat niet in de lijst")
