"""Every kind of page, made of two small records, compared with a page that somebody read and found good.

`pytest --refresh-golden` writes the pages anew; read the difference before you commit it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from hooks.site_rendering import render_site
from hooks.site_settings import SiteSettings
from schema import follow_up, terms
from schema import practice as models
from schema.catalogue import Catalogue
from schema.field_guide import describe_fields
from schema.record import Record
from schema.records import load_practices
from tests.conftest import TODAY

GOLDEN = Path(__file__).parent / "golden"
PAGES = (
    "index.md",
    "praktijken/index.md",
    "vergelijken.md",
    "afdrukken/kaarten/hoofdstuk-4-1.md",
    "afdrukken/begeleiding/hoofdstuk-4-1.md",
    "afdrukken/mijn-kaarten.md",
    "mijn-selectie.md",
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
    "velden.md",
)


@pytest.fixture(scope="module")
def catalogue(vocabularies):
    return Catalogue(load_practices(GOLDEN / "practices", vocabularies, TODAY), vocabularies)


@pytest.fixture(scope="module")
def pages(catalogue, written):
    return {page.uri: page.markdown for page in render_site(catalogue, written, SiteSettings()).pages}


@pytest.mark.parametrize("uri", PAGES)
def test_page(uri, pages, request):
    golden = GOLDEN / "pages" / uri
    if request.config.getoption("--refresh-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(pages[uri], encoding="utf-8")
    assert pages[uri] == golden.read_text(encoding="utf-8")


def leaves(value: object, field: str = "") -> list[tuple[str, str]]:
    """Give every value of a record with the name of its field."""
    if isinstance(value, Record):
        return [leaf for name in type(value).model_fields for leaf in leaves(getattr(value, name), name)]
    if isinstance(value, tuple):
        return [leaf for item in value for leaf in leaves(item, field)]
    return [] if value is None else [(field, str(value))]


def test_every_value_of_a_record_is_on_its_page(pages, catalogue, vocabularies):
    labels = [(term.id, term.label) for vocabulary in vocabularies.by_name.values() for term in vocabulary.terms]
    # Seen otherwise: as an order, as a range of ages, as words for a date or a sum, or only as 'vermeld'.
    elsewhere = {"order", "start", "end", "pregnancy", "amount", "share", "currency"}
    elsewhere |= {"added", "checked", "as_of", "date"}
    text = BeautifulSoup(pages["praktijken/ruilhoek-boom.md"], "html.parser").get_text(" ").casefold()
    record = catalogue.practice("ruilhoek-boom")
    missing = [
        (field, value)
        for field, value in leaves(record)
        if field not in elsewhere
        and not all(part in text for part in re.split(r"\s*\n\s*", value.casefold()))
        and not any(label.casefold() in text for term_id, label in labels if term_id == value)
        and (field, value) not in {("certainty", "vermeld"), ("id", "ruilhoek-boom"), ("id", "speelbus-ham")}
        and field != "url"
    ]
    assert missing == []
    for words in ("van de zwangerschap tot 3 jaar", "25.000 euro", "12,50 boommunt", "40%"):
        assert words in text
    for words in ("in maart 2012", "mei 2018", "sinds september 2010, tot 2019"):
        assert words in text
    for words in ("toegevoegd op 1 november 2026", "nagekeken op 2 november 2026"):
        assert words in text


def lists_of(fields) -> set[str]:
    return {name for field in fields for name in (*field.vocabularies, *lists_of(field.fields))}


def test_the_guide_names_every_field_and_every_term(pages, vocabularies):
    guide = pages["velden.md"]
    for name in lists_of(describe_fields(models.Practice)) - {"gemeenten"}:
        assert f'Kies uit <a href="#{name}">' in guide
        for term in vocabularies[name].terms:
            assert f"<code>{term.id}</code>" in guide
    for model in {**vars(models), **vars(follow_up)}.values():
        if isinstance(model, type) and issubclass(model, Record) and model.__module__ != terms.__name__:
            for field, info in model.model_fields.items():
                assert f"<code>{info.alias}</code>" in guide or (model, field) == (models.Practice, "id")


def test_a_lead_is_called_a_lead_without_being_told(pages):
    assert '<strong>Buurtwerk</strong> <span class="ekt-note">trekker' in pages["praktijken/speelbus-ham.md"]


def test_methods_and_municipalities_without_practices_have_no_page(pages):
    assert "methodes/huurbegeleiding.md" not in pages
    assert "gemeenten/genk.md" not in pages


def test_every_term_of_the_other_facets_has_a_page(pages, vocabularies):
    folders = {"dimensies": "dimensies", "leeftijdsgroepen": "leeftijd", "partnertypes": "partners"}
    folders["financieringsroutes"] = "financiering"
    for name, folder in folders.items():
        for term in vocabularies[name].terms:
            assert f"{folder}/{term.id}.md" in pages


def test_the_repository_address_makes_edit_links(catalogue, written):
    settings = SiteSettings(repository="https://github.com/naam/elk-kind-telt")
    page = next(
        page for page in render_site(catalogue, written, settings).pages if page.uri == "praktijken/speelbus-ham.md"
    )
    assert '"https://github.com/naam/elk-kind-telt/edit/main/practices/speelbus-ham.yml"' in page.markdown


def test_addresses_for_a_stick_are_files(catalogue, written):
    settings = SiteSettings(directory_addresses=False)
    page = next(
        page for page in render_site(catalogue, written, settings).pages if page.uri == "praktijken/speelbus-ham.md"
    )
    assert 'href="../partners/buurt.html"' in page.markdown
    assert 'href="index.html"' in page.markdown
