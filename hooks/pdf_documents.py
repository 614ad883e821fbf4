"""The documents that the PDFs are made of, one for each sheet."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hooks import addresses
from hooks.pdf_shelf import DocumentMaker

if TYPE_CHECKING:
    from hooks.page_rendering import PageRenderer
    from hooks.paper_pages import Paper
    from hooks.pdf_shelf import PdfDocument, Shelf, ShelvedPdf


class PdfDocuments:
    """The documents of a site."""

    def __init__(self, renderer: PageRenderer, paper: Paper) -> None:
        """Take the sheets.

        Args:
            renderer: Fills their template.
            paper: What can be printed.
        """
        self._renderer = renderer
        self._paper = paper
        self._maker = DocumentMaker()
        self._sheets = {
            sheet.uri.removeprefix(addresses.PAPER_FOLDER).removesuffix(".md"): sheet for sheet in paper.sheets
        }
        self.document = cache(self._document)

    @property
    def names(self) -> tuple[str, ...]:
        """The name of each: `handboek`, `hoofdstuk-4-1`, `methodes/ruilwinkel`."""
        return tuple(self._sheets)

    @property
    def has_address(self) -> bool:
        """Whether they tell where each practice stands on the web."""
        return self._paper.has_address

    def found_on(self, shelf: Shelf) -> dict[str, ShelvedPdf]:
        """Give the PDFs that are finished and up to date, by the source page of their sheet."""
        found = {self._sheets[name].uri: shelf.find(self.document(name)) for name in self.names}
        return {uri: pdf for uri, pdf in found.items() if pdf}

    def _document(self, name: str, *, notes: bool = False) -> PdfDocument:
        content = self._paper.for_pdf(self._sheets[name])
        return self._maker.document(name, self._renderer.for_pdf(content, notes=notes))
