"""Where pages live, and how one page links to another."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schema.terms import Concept, Section

HOME = "index.md"
CATALOGUE = "praktijken/index.md"
COMPARISON = "vergelijken.md"
SELECTION = "mijn-selectie.md"
CONTRIBUTE = "meewerken.md"
ABOUT = "over.md"
FIELDS = "velden.md"
FORM = "nieuwe-praktijk.md"
TRAIL_SCRIPT = "assets/scripts/result-trail.js"
FILTERS_SCRIPT = "assets/scripts/catalogue-filters.js"
WORDS_SCRIPT = "assets/scripts/catalogue-words.js"
PRACTICES_DATA = "assets/data/practices.js"
RECORD_MODEL_DATA = "assets/data/fiche-model.js"
CHOSEN_PRACTICES_SCRIPT = "assets/scripts/chosen-practices.js"
COMPARISON_SCRIPT = "assets/scripts/compare-page.js"
SELECTION_SCRIPT = "assets/scripts/selection-page.js"
COMPARISON_TABLE_SCRIPT = "assets/scripts/compare-table.js"
PRINT_BUTTON_SCRIPT = "assets/scripts/print-button.js"
RUNNING_HEADS_SCRIPT = "assets/scripts/running-heads.js"
PAPER_DATA_SCRIPT = "assets/scripts/paper-data.js"
BOOKLET_SCRIPT = "assets/scripts/booklet-page.js"
GLOSSARY = "begrippen.md"
PAPER_FOLDER = "afdrukken/"
PAPER = f"{PAPER_FOLDER}index.md"
BOOKLET = f"{PAPER_FOLDER}mijn-boekje.md"
OWN_CARDS = f"{PAPER_FOLDER}mijn-kaarten.md"
CARDS_SCRIPT = "assets/scripts/cards.js"
OWN_CARDS_SCRIPT = "assets/scripts/own-cards-page.js"
HANDBOOK_FOLDER = "handboek/"
HANDBOOK = f"{HANDBOOK_FOLDER}index.md"
CHANGES = f"{HANDBOOK_FOLDER}sinds-2012.md"
STEPS = f"{HANDBOOK_FOLDER}stappen.md"
TIPS = f"{HANDBOOK_FOLDER}tips.md"
ADDED_TO_HANDBOOK = (TIPS, f"{HANDBOOK_FOLDER}sterktes-en-valkuilen.md", CHANGES, f"{HANDBOOK_FOLDER}bronnen.md")
"""Pages that bring together what stands in several sections, in the order to show."""

WRITTEN = (CONTRIBUTE, ABOUT, GLOSSARY, HANDBOOK, CHANGES, TIPS)
"""The hand-written pages that others lead to, besides those of the sections of the handbook."""

FACET_FOLDERS = {
    "dimensies": "dimensies",
    "leeftijdsgroepen": "leeftijd",
    "partnertypes": "partners",
    "financieringsroutes": "financiering",
    "methodes": "methodes",
    "gemeenten": "gemeenten",
}
"""The folder of each facet's pages, by the name of its vocabulary."""


def practice_uri(practice_id: str) -> str:
    """Name the source page of a practice."""
    return f"praktijken/{practice_id}.md"


def facet_uri(facet: str) -> str:
    """Name the source page that lists a facet's values.

    Raises:
        KeyError: There is no such facet.
    """
    return f"{FACET_FOLDERS[facet]}/index.md"


def value_uri(facet: str, term_id: str) -> str:
    """Name the source page of one value of a facet.

    Raises:
        KeyError: There is no such facet.
    """
    return f"{FACET_FOLDERS[facet]}/{term_id}.md"


def is_generated(uri: str) -> bool:
    """Whether a source page is made from the data, so that nobody can write it."""
    folders = {*FACET_FOLDERS.values(), *map(posixpath.dirname, (CATALOGUE, PAPER))}
    return uri in {HOME, FIELDS, FORM, COMPARISON, SELECTION} or uri.partition("/")[0] in folders


def sheet_uri(name: str) -> str:
    """Name the source page of something to print: `hoofdstuk-4-1`, or the place of a value such as `methodes/x`."""
    return f"{PAPER_FOLDER}{name}.md"


def pdf_uri(sheet: str) -> str:
    """Name the PDF beside the page of a sheet."""
    return f"{sheet.removesuffix('.md')}.pdf"


def cards_uri(sheet: str) -> str:
    """Name the page with the practice cards of a sheet."""
    return f"{PAPER_FOLDER}kaarten/{posixpath.basename(sheet)}"


def guidance_uri(sheet: str) -> str:
    """Name the page for who leads a session about a sheet."""
    return f"{PAPER_FOLDER}begeleiding/{posixpath.basename(sheet)}"


def paper_data(practice_id: str) -> str:
    """Name the file with what a script needs to put a practice on paper."""
    return f"assets/data/papier/{practice_id}.js"


def record_data(practice_id: str) -> str:
    """Name the file with a record as an editor would type it."""
    return f"assets/data/fiches/{practice_id}.js"


def section_uri(section: Section) -> str:
    """Name the place on a source page where a section of the handbook starts."""
    return f"{HANDBOOK_FOLDER}{section.page}.md#{section.id}"


def concept_uri(concept: Concept) -> str:
    """Name the place in the glossary where a term is explained."""
    return f"{GLOSSARY}#{concept.id}"


def change_uri(change_id: str) -> str:
    """Name the place where a change since 2012 is told."""
    return f"{CHANGES}#{change_id}"


def relative_address(target: str, *, source: str, directory_addresses: bool) -> str:
    """Link from one page to another, in a form that works from any folder the site is put in.

    Args:
        target: The source page to link to, such as `dimensies/gezondheid.md`, with or without `#anchor`.
        source: The source page the link stands on.
        directory_addresses: Whether pages are published as folders (`dimensies/gezondheid/`) rather than
            as files (`dimensies/gezondheid.html`), which is what a site on a stick needs.

    Returns:
        A relative address.
    """
    page, _, anchor = target.partition("#")
    published = _published(page, directory_addresses=directory_addresses)
    folder = posixpath.dirname(_published(source, directory_addresses=directory_addresses))
    address = posixpath.relpath(published or ".", folder or ".")
    if published.endswith("/") or not published:
        address += "/"
    return f"{address}#{anchor}" if anchor else address


def _published(page: str, *, directory_addresses: bool) -> str:
    stem = page.removesuffix(".md")
    if stem == page:
        return page
    if not directory_addresses:
        return f"{stem}.html"
    return stem.removesuffix("index") if posixpath.basename(stem) == "index" else f"{stem}/"
