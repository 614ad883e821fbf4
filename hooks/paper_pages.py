"""What stands on each sheet to print, for the page on the site and for the PDF made of it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from hooks import addresses
from hooks.dutch_text import lower_first
from hooks.page_contents import ChosenContent
from hooks.page_plan import Page
from hooks.paper_contents import PaperContent, SheetContent, SheetPart, SheetPiece
from hooks.paper_fragments import put_together
from hooks.paper_plan import CHAPTERS, Sheet, plan_sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hooks.paper_fragments import Fragment
    from hooks.pdf_shelf import ShelvedPdf
    from hooks.site_settings import SiteSettings
    from hooks.written_pages import WrittenPage
    from schema.catalogue import Catalogue
    from schema.practice import Practice
    from schema.vocabulary import Vocabularies


class Paper:
    """The sheets of a site."""

    def __init__(
        self,
        catalogue: Catalogue,
        written: tuple[WrittenPage, ...],
        settings: SiteSettings,
        titles: Mapping[str, str],
        fragment: Callable[[str], Fragment],
    ) -> None:
        """Plan the sheets.

        Args:
            catalogue: The practices.
            written: The pages from docs/.
            settings: What the owner set.
            titles: The title of every page of the site, by its source page.
            fragment: Makes a piece of a page, from its source page; it is asked once for each.
        """
        self.sheets = plan_sheets(catalogue, written)
        self._practices = catalogue.practices
        self._checked = {page.uri: page.checked for page in written if page.checked}
        self._settings = settings
        self._titles = titles
        self._make = fragment

    @cached_property
    def sheet_of(self) -> dict[str, Sheet]:
        """The sheet that a page of the site leads to, by that page: its chapter, its value or the whole handbook."""
        whole, *others = self.sheets
        return {uri: sheet for sheet in others for part in sheet.parts for uri in part.pages} | {whole.origin: whole}

    @property
    def has_address(self) -> bool:
        """Whether paper can tell where the site stands, in words and in codes to scan."""
        return bool(self._settings.site_address)

    @cached_property
    def _fragments(self) -> dict[str, Fragment]:
        return {uri: self._make(uri) for uri in dict.fromkeys(uri for sheet in self.sheets for uri in sheet.uris)}

    def for_screen(self, sheet: Sheet) -> SheetContent:
        """Give a sheet as a page of the site, with links to other pages of it."""
        return self._content(sheet, self._from(sheet.uri))

    def for_pdf(self, sheet: Sheet) -> SheetContent:
        """Give a sheet as a document by itself, with links to the site where it has an address."""
        return self._content(sheet, self._settings.full_address)

    def fragment(self, uri: str) -> Fragment:
        """Give a page of the site that stands on a sheet as a piece of it."""
        return self._fragments[uri]

    def for_booklet(self) -> Iterator[tuple[Practice, str]]:
        """Give every practice as a piece of the booklet that a reader makes, its links leading to the site."""
        for practice in self._practices:
            fragment = self._fragments[addresses.practice_uri(practice.id)]
            yield practice, put_together(fragment, (), self._from(addresses.BOOKLET))

    def booklet(self) -> Page:
        """Give the page on which a reader makes a booklet: it holds no practice, its scripts put them there."""
        return Page(
            addresses.BOOKLET,
            "booklet.md.j2",
            "Mijn boekje",
            "Maak een boekje van de praktijken die je koos, om af te drukken.",
            ChosenContent(self._from(addresses.BOOKLET)(addresses.practice_uri("{id}"))),
            scripts=(
                addresses.PRACTICES_DATA,
                addresses.CHOSEN_PRACTICES_SCRIPT,
                addresses.COMPARISON_TABLE_SCRIPT,
                addresses.PAPER_DATA_SCRIPT,
                addresses.BOOKLET_SCRIPT,
                addresses.RUNNING_HEADS_SCRIPT,
            ),
        )

    def _from(self, source: str) -> Callable[[str], str]:
        def address(target: str) -> str:
            return addresses.relative_address(
                target, source=source, directory_addresses=self._settings.directory_addresses
            )

        return address

    def _content(self, sheet: Sheet, address: Callable[[str], str | None]) -> SheetContent:
        present = frozenset(sheet.uris)
        parts = tuple(
            SheetPart(part.title, tuple(self._pieces(part.pages, part.practices, present, address)))
            for part in sheet.parts
        )
        digest = hashlib.sha256()
        for uri in sheet.uris:
            digest.update(self._fragments[uri].html.encode())
        return SheetContent(
            sheet=sheet,
            parts=parts,
            checked=max(
                (
                    *(practice.checked for practice in sheet.practices),
                    *(self._checked[uri] for uri in sheet.uris if uri in self._checked),
                ),
                default=None,
            ),
            edition=digest.hexdigest()[:8],
            address=self._settings.full_address(sheet.uri) or "",
        )

    def _pieces(
        self,
        pages: tuple[str, ...],
        practices: tuple[Practice, ...],
        present: frozenset[str],
        address: Callable[[str], str | None],
    ) -> Iterator[SheetPiece]:
        uris = [(uri, None) for uri in pages] + [(addresses.practice_uri(found.id), found) for found in practices]
        for uri, practice in uris:
            fragment = self._fragments[uri]
            yield SheetPiece(
                anchor=fragment.anchor,
                title=self._titles[uri],
                html=put_together(fragment, present, address),
                practice=practice,
                address=self._settings.full_address(uri) or "",
                sections=fragment.sections,
            )


def plan_paper_pages(paper: Paper, vocabularies: Vocabularies, pdfs: Mapping[str, ShelvedPdf]) -> tuple[Page, ...]:
    """Plan the pages of the site with what can be printed, the overview first.

    Args:
        paper: The sheets.
        vocabularies: The lists that the values of facets are from.
        pdfs: The PDFs that were made, by the source page of their sheet.

    Returns:
        The pages.
    """
    groups: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in paper.sheets:
        groups[sheet.group].append(sheet)
    chapters = groups.pop(CHAPTERS)
    index = PaperContent(
        tuple(chapters), tuple((vocabularies[name], tuple(found)) for name, found in groups.items()), pdfs
    )
    return (
        Page(
            addresses.PAPER,
            "paper.md.j2",
            "Afdrukken",
            "Het handboek en de praktijken op papier, per deel.",
            index,
            in_navigation=True,
        ),
        paper.booklet(),
        *(
            Page(
                sheet.uri,
                "sheet_page.md.j2",
                f"{sheet.title} ({lower_first(sheet.kicker)}) op papier",
                f"{sheet.kicker}: {sheet.title}, om af te drukken.",
                replace(paper.for_screen(sheet), pdf=pdfs.get(sheet.uri)),
                scripts=(addresses.PRINT_BUTTON_SCRIPT, addresses.RUNNING_HEADS_SCRIPT),
            )
            for sheet in paper.sheets
        ),
    )
