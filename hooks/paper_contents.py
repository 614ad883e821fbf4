"""What the pages to print show: the overview of them, and each sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hooks.paper_plan import Sheet
    from hooks.pdf_shelf import ShelvedPdf
    from schema.practice import Practice
    from schema.terms import Term
    from schema.vocabulary import Vocabulary


@dataclass(frozen=True)
class SheetPiece:
    """A page of the site on a sheet.

    Attributes:
        anchor: Its id on the sheet.
        title: Its title.
        html: Its text, with all links filled in.
        practice: The practice it is about, if it is about one.
        address: Where it stands on the site, in full; empty when the site has no address yet.
        sections: The id and the title of each of its sections.
    """

    anchor: str
    title: str
    html: str
    practice: Practice | None
    address: str
    sections: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SheetPart:
    """Pieces under one title at the head of their sheets of paper."""

    title: str
    pieces: tuple[SheetPiece, ...]


@dataclass(frozen=True)
class SheetContent:
    """A sheet to print.

    Attributes:
        sheet: What it is.
        parts: Its text.
        checked: When the most recently checked of its practices and pages was checked; None when nobody said so.
        edition: Eight signs that differ when the text does.
        address: Where the sheet stands on the site, in full; empty when the site has no address yet.
        pdf: The PDF of exactly this text, if it was made.
    """

    sheet: Sheet
    parts: tuple[SheetPart, ...]
    checked: date | None
    edition: str
    address: str
    pdf: ShelvedPdf | None = None


@dataclass(frozen=True)
class PaperContent:
    """The overview of everything that can be printed.

    Attributes:
        chapters: The whole handbook and its chapters.
        values: The sheets of each facet's values, with the list they are from.
        pdfs: The PDFs that were made, by the source page of their sheet.
    """

    chapters: tuple[Sheet, ...]
    values: tuple[tuple[Vocabulary[Term], tuple[Sheet, ...]], ...]
    pdfs: Mapping[str, ShelvedPdf]
