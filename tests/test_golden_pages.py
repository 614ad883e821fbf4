"""Every kind of page, made of two small records, compared with a page that somebody read and found good.

`pytest --refresh-golden` writes the pages anew; read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hooks.page_rendering import render_pages
from hooks.site_settings import SiteSettings
from schema.catalogue import Catalogue
from schema.records import load_practices
from tests.conftest import TODAY

GOLDEN = Path(__file__).parent / "golden"
PAGES = (
    "index.md",
    "praktijken/index.md",
    "praktijken/ruilhoek-boom.md",
    "praktijken/speelbus-ham.md",
    "dimensies/index.md",
    "dimensies/gezondheid.md",
    "leeftijd/0-3.md",
    "partners/buurt.md",
    "financiering/fonds-socioculturele-participatie.md",
    "methodes/ruilwinkel.md",
    "gemeenten/index.md",
    "gemeenten/ham.md",
    "gemeenten/tessenderlo-ham.md",
)


@pytest.fixture(scope="module")
def pages(vocabularies):
    catalogue = Catalogue(load_practices(GOLDEN / "practices", vocabularies, TODAY), vocabularies)
    return {page.uri: page.markdown for page in render_pages(catalogue, SiteSettings())}


@pytest.mark.parametrize("uri", PAGES)
def test_page(uri, pages, request):
    golden = GOLDEN / "pages" / uri
    if request.config.getoption("--refresh-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(pages[uri], encoding="utf-8")
    assert pages[uri] == golden.read_text(encoding="utf-8")


def test_methods_and_municipalities_without_practices_have_no_page(pages):
    assert "methodes/huurbegeleiding.md" not in pages
    assert "gemeenten/genk.md" not in pages


def test_every_term_of_the_other_facets_has_a_page(pages, vocabularies):
    folders = {"dimensies": "dimensies", "leeftijdsgroepen": "leeftijd", "partnertypes": "partners"}
    folders["financieringsroutes"] = "financiering"
    for name, folder in folders.items():
        for term in vocabularies[name].terms:
            assert f"{folder}/{term.id}.md" in pages


def test_the_repository_address_makes_edit_links(vocabularies):
    catalogue = Catalogue(load_practices(GOLDEN / "practices", vocabularies, TODAY), vocabularies)
    settings = SiteSettings(repository="https://github.com/naam/elk-kind-telt")
    page = next(page for page in render_pages(catalogue, settings) if page.uri == "praktijken/speelbus-ham.md")
    assert '"https://github.com/naam/elk-kind-telt/edit/main/practices/speelbus-ham.yml"' in page.markdown


def test_addresses_for_a_stick_are_files(vocabularies):
    catalogue = Catalogue(load_practices(GOLDEN / "practices", vocabularies, TODAY), vocabularies)
    settings = SiteSettings(directory_addresses=False)
    page = next(page for page in render_pages(catalogue, settings) if page.uri == "praktijken/speelbus-ham.md")
    assert 'href="../partners/buurt.html"' in page.markdown
    assert 'href="index.html"' in page.markdown
