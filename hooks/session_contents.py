"""What is on paper for a session with others: practice cards, and a sheet for who leads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hooks.paper_plan import Sheet
    from hooks.qr_codes import QrCode
    from schema.practice import Practice
    from schema.terms import Section, Term


@dataclass(frozen=True)
class Statement:
    """A text of a fact, and the term that says how certain it is when the source does not say it itself."""

    text: str
    certainty: Term | None = None


@dataclass(frozen=True)
class Fact:
    """A row of facts: its label from the model, and its texts; none where the source is silent."""

    label: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class PracticeCard:
    """A practice as a card.

    Attributes:
        practice: The record.
        dimension: Its first dimension.
        place: Where it runs, in words.
        facts: The rows of its front.
        certainties: The terms that its facts are marked with.
        address: Where its page stands on the web; empty when the site has no address yet.
        code: The same as a code to scan.
    """

    practice: Practice
    dimension: Term
    place: str
    facts: tuple[Fact, ...]
    certainties: tuple[Term, ...]
    address: str
    code: QrCode | None


@dataclass(frozen=True)
class CardsContent:
    """A page of cards.

    Attributes:
        sheet: What the cards are of; None on the page for the reader's own selection.
        cards: The cards; none on that page, whose scripts put them there.
        address_of: There, the address of a practice's page, with `{id}` where its id goes.
    """

    sheet: Sheet | None = None
    cards: tuple[PracticeCard, ...] = ()
    address_of: str = ""


@dataclass(frozen=True)
class SessionPart:
    """A section of a chapter.

    Attributes:
        section: The section.
        opening: The first paragraph of its text, as plain text; empty where it has none.
        practices: The practices of the chapter that stand in it.
    """

    section: Section
    opening: str
    practices: tuple[Practice, ...]


@dataclass(frozen=True)
class Question:
    """A question to discuss, with the practice it comes from."""

    text: str
    practice: Practice


@dataclass(frozen=True)
class CaseRow:
    """A field of two practices.

    Attributes:
        label: Its label from the model.
        state: How they relate: `same`, `partly`, `different`, `untold` when one of them is silent, or `silent`.
        left: What the first tells.
        right: What the second tells.
    """

    label: str
    state: str
    left: tuple[Statement, ...]
    right: tuple[Statement, ...]


@dataclass(frozen=True)
class Case:
    """Two practices to lay side by side.

    Attributes:
        practices: The two.
        reason: What binds them.
        linked: Whether an editor linked them; otherwise the reason is computed.
        rows: What they tell, field by field.
    """

    practices: tuple[Practice, Practice]
    reason: str
    linked: bool
    rows: tuple[CaseRow, ...]


@dataclass(frozen=True)
class TrainerContent:
    """A sheet for who leads a session about a chapter.

    Attributes:
        sheet: The chapter.
        opening: The first paragraph of the chapter, as plain text; empty where it has none.
        parts: Its sections with practices, in order.
        elsewhere: The practices of the chapter that stand in none of them.
        questions: The questions for the session.
        others: The other questions, by practice.
        case: Two of its practices; None when there is but one.
    """

    sheet: Sheet
    opening: str
    parts: tuple[SessionPart, ...]
    elsewhere: tuple[Practice, ...]
    questions: tuple[Question, ...]
    others: tuple[tuple[Practice, tuple[Question, ...]], ...]
    case: Case | None
