"""The whole site from its input: its pages, what can be printed of them, and the data that scripts need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks import addresses
from hooks.card_plan import CardMaker, plan_card_pages
from hooks.data_files import DataFile, render_data
from hooks.form_plan import plan_form
from hooks.page_plan import plan_pages
from hooks.page_rendering import PageRenderer, RenderedPage
from hooks.paper_pages import Paper, plan_paper_pages
from hooks.pdf_documents import PdfDocuments
from hooks.term_links import TermIndex
from hooks.trainer_plan import plan_trainer_pages
from schema.terms import Concept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hooks.page_plan import Page
    from hooks.pdf_shelf import Shelf, ShelvedPdf
    from hooks.site_settings import SiteSettings
    from hooks.written_pages import WrittenPage
    from schema.catalogue import Catalogue


@dataclass(frozen=True)
class RenderedSite:
    """A site as any site generator can take it.

    Attributes:
        pages: Its pages, in a fixed order.
        files: What is published beside them as it is.
        paper: What can be printed.
        pdfs: The PDFs to publish, by their address.
    """

    pages: tuple[RenderedPage, ...]
    files: tuple[DataFile, ...]
    paper: Paper
    pdfs: Mapping[str, ShelvedPdf]


@dataclass(frozen=True)
class _Plan:
    """What both the site and its PDFs are made from."""

    pages: tuple[Page, ...]
    renderer: PageRenderer
    paper: Paper


def render_site(
    catalogue: Catalogue, written: tuple[WrittenPage, ...], settings: SiteSettings, shelf: Shelf | None = None
) -> RenderedSite:
    """Render every page and every file of the site.

    Args:
        catalogue: The practices.
        written: The pages from docs/.
        settings: What the owner set.
        shelf: The PDFs that were made, if any; only those of what now stands on the site are published.

    Returns:
        The site; equal input gives an equal site.

    Raises:
        ValueError: Two pages would get the same address.
    """
    plan = _plan(catalogue, written, settings)
    paper = plan.paper
    pdfs = PdfDocuments(plan.renderer, paper).found_on(shelf) if shelf else {}
    cards = CardMaker(catalogue, settings)
    pages = (
        *plan.pages,
        *plan_paper_pages(paper, catalogue.vocabularies, pdfs),
        *plan_card_pages(paper.sheets, cards, settings),
        *plan_trainer_pages(paper, catalogue, cards),
    )
    known = {page.uri for page in pages}
    if len(known) != len(pages):
        raise ValueError([page.uri for page in pages])
    published = {addresses.pdf_uri(uri): pdf for uri, pdf in pdfs.items()}
    known |= published.keys()
    return RenderedSite(
        tuple(plan.renderer.for_screen(page, known, settings, paper.sheet_of.get(page.uri)) for page in pages),
        render_data(
            catalogue,
            written,
            settings,
            paper,
            lambda practice: plan.renderer.card(cards.card(practice), settings.address_from(addresses.OWN_CARDS)),
        ),
        paper,
        published,
    )


def plan_paper(catalogue: Catalogue, written: tuple[WrittenPage, ...], settings: SiteSettings) -> PdfDocuments:
    """Plan the documents that the site's PDFs are made of, without the site."""
    plan = _plan(catalogue, written, settings)
    return PdfDocuments(plan.renderer, plan.paper)


def _plan(catalogue: Catalogue, written: tuple[WrittenPage, ...], settings: SiteSettings) -> _Plan:
    terms = TermIndex(catalogue.vocabularies.kind("begrippen", Concept).terms)
    renderer = PageRenderer(catalogue, terms)
    pages = (*plan_pages(catalogue, written, terms, settings), plan_form(catalogue, settings))
    by_uri = {page.uri: page for page in pages}
    paper = Paper(
        catalogue,
        written,
        settings,
        {page.uri: page.title for page in pages},
        lambda uri: renderer.for_paper(by_uri[uri]),
    )
    return _Plan(pages, renderer, paper)
