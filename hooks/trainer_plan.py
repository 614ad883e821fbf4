"""Sheets for who leads a session about a chapter: made of the data only, and the same each time."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

import lxml.html

from hooks import addresses
from hooks.page_plan import Page
from hooks.reason_words import tell_reasons
from hooks.session_contents import Case, CaseRow, Question, SessionPart, TrainerContent
from schema.practice import Practice
from schema.related import SimilarityIndex
from schema.terms import Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.card_plan import CardMaker
    from hooks.paper_pages import Paper
    from hooks.paper_plan import Sheet
    from hooks.practice_data import Told
    from schema.catalogue import Catalogue

_MOST_QUESTIONS = 6
"""How many questions fit in a session."""

_LOOKED_AT = 40
"""Among how many that are like a practice another of its chapter is looked for."""

_ABOUT_THE_RECORD = Practice.model_fields["origin"].title
"""The label of what tells of the record rather than of the practice; there is nothing to learn from it here."""


def plan_trainer_pages(paper: Paper, catalogue: Catalogue, cards: CardMaker) -> tuple[Page, ...]:
    """Plan a sheet for each chapter with practices.

    Args:
        paper: What can be printed.
        catalogue: The practices.
        cards: Puts the facts of practices in words.

    Returns:
        The pages, in the order of the chapters.
    """
    planner = _Planner(paper, catalogue, cards)
    return tuple(planner.page(sheet) for sheet in paper.sheets if sheet.for_sessions)


class _Planner:
    def __init__(self, paper: Paper, catalogue: Catalogue, cards: CardMaker) -> None:
        self._labels = tuple(label for label in cards.labels if label != _ABOUT_THE_RECORD)
        self._paper = paper
        self._cards = cards
        self._vocabularies = catalogue.vocabularies
        self._sections = catalogue.vocabularies.kind("delen", Section)
        self._similarity = SimilarityIndex(catalogue)

    def page(self, sheet: Sheet) -> Page:
        return Page(
            addresses.guidance_uri(sheet.uri),
            "trainer.md.j2",
            f"{sheet.title}: voor begeleiders",
            f"Een blad voor wie een vorming of een gesprek begeleidt over {sheet.title}.",
            self._content(sheet),
        )

    def _content(self, sheet: Sheet) -> TrainerContent:
        parts = tuple(self._parts(sheet))
        in_parts = {practice.id for part in parts for practice in part.practices}
        elsewhere = tuple(practice for practice in sheet.practices if practice.id not in in_parts)
        case = self._case(sheet.practices)
        questions = _for_the_session((*(part.practices for part in parts), elsewhere), case)
        elsewhere_asked = case.practices if case else ()
        left = (
            (practice, tuple(one for one in _all_of(practice) if one not in questions))
            for practice in sheet.practices
            if practice not in elsewhere_asked
        )
        return TrainerContent(
            sheet=sheet,
            opening=self._opening(sheet.origin, None),
            parts=parts,
            elsewhere=elsewhere,
            questions=questions,
            others=tuple((practice, found) for practice, found in left if found),
            case=case,
        )

    def _parts(self, sheet: Sheet) -> Iterator[SessionPart]:
        standing: dict[str, list[Practice]] = defaultdict(list)
        for practice in sheet.practices:
            standing[practice.section or ""].append(practice)
        for section in self._sections.terms:
            if standing[section.id]:
                uri, _, anchor = addresses.section_uri(section).partition("#")
                yield SessionPart(section, self._opening(uri, anchor), tuple(standing[section.id]))

    def _opening(self, uri: str, anchor: str | None) -> str:
        """Give the first paragraph under a heading of a page; without a heading, of the page."""
        fragment = self._paper.fragment(uri)
        root = lxml.html.fragment_fromstring(fragment.html, create_parent="div")
        place = f"//*[@id='{fragment.anchor}--{anchor}']" if anchor else "//h2"
        found = root.xpath(f"{place}/following-sibling::*[1][self::p]")
        return " ".join(found[0].text_content().split()) if found else ""

    def _case(self, practices: tuple[Practice, ...]) -> Case | None:
        """Choose two practices: the first that an editor linked, else the two that are most alike."""
        found = self._linked(practices) or self._alike(practices)
        if found is None:
            return None
        left, right, reason, linked = found
        rows = tuple(
            self._row(label, self._cards.told(left)[label], self._cards.told(right)[label]) for label in self._labels
        )
        return Case((left, right), reason, linked, rows)

    def _linked(self, practices: tuple[Practice, ...]) -> tuple[Practice, Practice, str, bool] | None:
        by_id = {practice.id: practice for practice in practices}
        for practice in practices:
            for link in practice.related:
                if link.id in by_id:
                    return practice, by_id[link.id], link.reason, True
        return None

    def _alike(self, practices: tuple[Practice, ...]) -> tuple[Practice, Practice, str, bool] | None:
        ids = {practice.id for practice in practices}
        pairs = [
            (found.score, practice, found)
            for practice in practices
            for found in self._similarity.similar(practice, _LOOKED_AT)
            if found.practice.id in ids
        ]
        if pairs:
            # Of those that share as much, the first.
            _, practice, found = max(pairs, key=lambda pair: pair[0])
            return practice, found.practice, tell_reasons(found.reasons, self._vocabularies), False
        return (practices[0], practices[1], "", False) if len(practices) > 1 else None

    def _row(self, label: str, left: list[Told], right: list[Told]) -> CaseRow:
        return CaseRow(label, relate(left, right), self._cards.statements(left), self._cards.statements(right))


def relate(left: list[Told], right: list[Told]) -> str:
    """Tell how the texts of one field relate, by the rule of the page to compare.

    How certain a text is makes no difference to what it says.

    Returns:
        `silent`, `untold`, `same`, `partly` or `different`.
    """
    first, second = ({_words(told).casefold() for told in column} for column in (left, right))
    if not first and not second:
        return "silent"
    if not first or not second:
        return "untold"
    if first == second:
        return "same"
    return "different" if first.isdisjoint(second) else "partly"


def _words(told: Told) -> str:
    return told if isinstance(told, str) else told[0]


def _all_of(practice: Practice) -> tuple[Question, ...]:
    return tuple(Question(text, practice) for text in practice.questions)


def _for_the_session(groups: tuple[tuple[Practice, ...], ...], case: Case | None) -> tuple[Question, ...]:
    """Choose the first question of some practices: of each section in turn, until there are enough.

    Those of the case have their questions there; they are asked here only when there are no others.
    """
    in_turn = [practice for practice in chain.from_iterable(zip_longest(*groups)) if practice and practice.questions]
    others = [practice for practice in in_turn if not case or practice not in case.practices]
    return tuple(_all_of(practice)[0] for practice in (others or in_turn)[:_MOST_QUESTIONS])
