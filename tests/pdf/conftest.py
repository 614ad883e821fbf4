"""PDFs of this repository, made once."""

from __future__ import annotations

from functools import cache

import pytest

from hooks.pdf_making import PdfToolMissingError, check_tools, make_pdf
from hooks.pdf_shelf import ASSETS
from hooks.site_input import read_input
from hooks.site_rendering import plan_paper
from hooks.site_settings import SiteSettings
from tests.conftest import ROOT, TODAY
from tests.pdf.reading import Pdf

ADDRESS = "https://www.voorbeeld.be/ekt/"


def documents_of(folder, address=""):
    catalogue, written = read_input(folder, ROOT / "docs", TODAY)
    return catalogue, plan_paper(catalogue, written, SiteSettings(site_address=address))


def pdf_of(document) -> Pdf:
    made = make_pdf(document.html, document.style, ASSETS)
    pdf = Pdf(made.content)
    assert len(pdf) == made.pages
    return pdf


@pytest.fixture(scope="session", autouse=True)
def _tools():
    """Pango is the one thing that pip cannot bring; whoever has no use for PDFs can do without it."""
    try:
        check_tools()
    except PdfToolMissingError as error:
        pytest.skip(f"{error} is not installed here: apt install libpango-1.0-0 libpangoft2-1.0-0")


@pytest.fixture(scope="session")
def repository():
    """The practices and the documents of this repository, for a site with an address."""
    return documents_of(ROOT / "practices", ADDRESS)


@pytest.fixture(scope="session")
def made(repository):
    """Make a PDF by its name."""
    return cache(lambda name: pdf_of(repository[1].document(name)))
