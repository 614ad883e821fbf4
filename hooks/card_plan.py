"""Practice cards for workshops: which there are, and what stands on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hooks import addresses
from hooks.dutch_text import count_words
from hooks.listing import Listing
from hooks.page_plan import Page
from hooks.practice_data import practice_data
from hooks.qr_codes import qr_code
from hooks.session_contents import CardsContent, Fact, PracticeCard, Statement
from schema.known_terms import STATED
from schema.practice import Funding, Practice, TargetGroup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.paper_plan import Sheet
    from hooks.practice_data import Told
    from hooks.site_settings import SiteSettings
    from schema.catalogue import Catalogue
    from schema.record import Record


_FACTS: tuple[tuple[type[Record], str], ...] = (
    (TargetGroup, "description"),
    (TargetGroup, "final"),
    (Practice, "age"),
    (Practice, "place"),
    (Practice, "status"),
    (Practice, "leads"),
    (Practice, "partners"),
    (Funding, "routes"),
    (Funding, "family_cost"),
    (Funding, "amounts"),
)
"""What a card tells, in this order: for whom, where and when, with whom, with what money."""

_ONLY_WHEN_TOLD = frozenset({"amounts"})
"""What is no silence of the source when it is absent."""


class CardMaker:
    """Makes the cards of a catalogue, in the words that the pages to compare use."""

    def __init__(self, catalogue: Catalogue, settings: SiteSettings) -> None:
        data = practice_data(catalogue)
        self.labels = tuple(field["label"] for field in data["fields"])
        self._values = {
            found["id"]: dict(zip(self.labels, found["values"], strict=True)) for found in data["practices"]
        }
        self._listing = Listing(catalogue)
        self._dimensions = catalogue.vocabularies["dimensies"]
        self._certainties = catalogue.vocabularies["zekerheden"]
        self._settings = settings

    def card(self, practice: Practice) -> PracticeCard:
        """Give a practice as a card."""
        facts = tuple(self._facts(practice))
        marks = (statement.certainty for fact in facts for statement in fact.statements)
        address = self._settings.full_address(addresses.practice_uri(practice.id)) or ""
        return PracticeCard(
            practice=practice,
            dimension=self._dimensions[practice.dimensions[0]],
            place=self._listing.place(practice),
            facts=facts,
            certainties=tuple(dict.fromkeys(term for term in marks if term)),
            address=address,
            code=qr_code(address) if address else None,
        )

    def told(self, practice: Practice) -> dict[str, list[Told]]:
        """Give what a practice tells, by the labels of the page to compare."""
        return self._values[practice.id]

    def statements(self, told: list[Told]) -> tuple[Statement, ...]:
        """Give texts with the terms that say how certain they are."""
        return tuple(self._statement(one) for one in told)

    def _facts(self, practice: Practice) -> Iterator[Fact]:
        for record, name in _FACTS:
            label = record.model_fields[name].title or name
            told = self.told(practice)[label]
            if told or name not in _ONLY_WHEN_TOLD:
                yield Fact(label, self.statements(told))

    def _statement(self, told: Told) -> Statement:
        text, certainty = (told, STATED) if isinstance(told, str) else told
        return Statement(text, self._certainties[certainty] if certainty != STATED else None)


def plan_card_pages(sheets: tuple[Sheet, ...], cards: CardMaker, settings: SiteSettings) -> tuple[Page, ...]:
    """Plan the pages with cards: one for each chapter with practices, and one for the reader's own selection.

    Args:
        sheets: What can be printed.
        cards: Makes the cards.
        settings: What the owner set.

    Returns:
        The pages.
    """
    return (_own_page(settings), *(_page(sheet, cards) for sheet in sheets if sheet.for_sessions))


def _page(sheet: Sheet, cards: CardMaker) -> Page:
    made = tuple(map(cards.card, sheet.practices))
    counted = count_words(len(made), "praktijk", "praktijken")
    return Page(
        addresses.cards_uri(sheet.uri),
        "cards.md.j2",
        f"{sheet.title}: praktijkkaarten",
        f"{counted} op kaarten om af te drukken, voor een workshop of een vergadering.",
        CardsContent(sheet, made),
        scripts=(addresses.CARDS_SCRIPT,),
    )


def _own_page(settings: SiteSettings) -> Page:
    address = settings.address_from(addresses.OWN_CARDS)
    return Page(
        addresses.OWN_CARDS,
        "cards.md.j2",
        "Mijn kaarten",
        "Kaarten van de praktijken die je koos, om af te drukken.",
        CardsContent(address_of=address(addresses.practice_uri("{id}"))),
        scripts=(
            addresses.PRACTICES_DATA,
            addresses.CHOSEN_PRACTICES_SCRIPT,
            addresses.PAPER_DATA_SCRIPT,
            addresses.CARDS_SCRIPT,
            addresses.OWN_CARDS_SCRIPT,
        ),
    )
