"""What a local actor does: from the home page to a practice, its relations and its municipality."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

PAGES = [
    "",
    "praktijken/",
    "vergelijken/",
    "vergelijken/?id=boempatat-boom&id=feestvarken-vzw&id=kinderrechtenplan-zottegem",
    "mijn-selectie/",
    "mijn-selectie/?id=boempatat-boom&id=feestvarken-vzw",
    "afdrukken/kaarten/hoofdstuk-4-6/",
    "afdrukken/mijn-kaarten/?id=boempatat-boom&formaat=a6",
    "afdrukken/begeleiding/hoofdstuk-4-6/",
    "praktijken/kinderrechtenplan-zottegem/",
    "dimensies/",
    "dimensies/gezondheid/",
    "leeftijd/0-3/",
    "partners/onderwijs/",
    "financiering/fonds-socioculturele-participatie/",
    "methodes/ruilwinkel/",
    "gemeenten/",
    "handboek/",
    "handboek/cijfers/",
    "handboek/stappen/",
    "handboek/sinds-2012/",
    "handboek/bronnen/",
    "begrippen/",
    "praktijken/feestvarken-vzw/",
    "gemeenten/tessenderlo-ham/",
    "afdrukken/",
    "over/",
    "meewerken/",
    "velden/",
    "404.html",
]


def walk(page: Page) -> None:
    """Follow home -> filter page -> practice -> related practice -> municipality."""
    main = page.get_by_role("main")
    main.get_by_role("link", name=re.compile("^Materieel welzijn")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Materieel welzijn")
    main.get_by_role("link", name=re.compile("Boempatat")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Boempatat")
    expect(main).to_contain_text("OCMW Boom")
    main.get_by_role("link", name=re.compile("De Speeldoos")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("De Speeldoos")
    main.get_by_role("link", name="Mechelen", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mechelen")
    expect(main.get_by_role("link", name=re.compile("De Speeldoos"))).to_be_visible()


def test_a_visit_with_scripts(visit):
    walk(visit(""))


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_visit_without_scripts(visit):
    walk(visit(""))


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_what_needs_a_script_is_not_shown_without_scripts(visit):
    page = visit("")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.locator("label[title='Donkere kleuren']")).to_be_hidden()


@pytest.mark.browser_context_args(java_script_enabled=False, viewport={"width": 360, "height": 740})
def test_the_menu_on_a_phone_without_scripts(visit):
    page = visit("")
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("link", name="Methodes").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Methodes")


def test_the_menu_by_keyboard_alone(visit):
    page = visit("praktijken/boempatat-boom/")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip() == "Gemeenten":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Gemeenten")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [360, 1440])
def test_no_page_scrolls_sideways(visit, path, width):
    page = visit(path)
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_colours_can_be_switched_and_stay(visit):
    page = visit("")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.locator("label[title='Donkere kleuren']").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_the_home_page_has_three_doors(visit):
    page = visit("")
    for name, heading in [
        ("Naar de praktijken", "Praktijken"),
        ("Zo werk je mee", "Meewerken"),
        ("Naar wat je kunt afdrukken", "Afdrukken"),
    ]:
        page = visit("")
        page.get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_improving_opens_the_form_with_the_record(visit):
    page = visit("praktijken/boempatat-boom/")
    page.get_by_role("link", name="Verbeter deze praktijk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Verbeter een praktijk")
    expect(page.get_by_label("Titel", exact=True).first).to_have_value("Boempatat: een ruilwinkel voor jonge gezinnen")


def test_previous_and_next_lead_through_a_chapter(visit):
    page = visit("praktijken/boempatat-boom/")
    page.get_by_role("link", name=re.compile("^Volgende in Materieel welzijn")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Balen")
    page.get_by_role("link", name=re.compile("^Vorige in Materieel welzijn")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Boempatat")


def test_a_letter_alone_does_not_turn_the_page(visit):
    page = visit("dimensies/")
    assert page.locator("link[rel=next]").count()
    page.evaluate("addEventListener('beforeunload', () => { sessionStorage.left = 'yes' })")
    for key in ("n", ".", "p", ",", "s", "f", "/"):
        page.keyboard.press(key)
    page.wait_for_load_state()
    assert page.evaluate("sessionStorage.left") is None
    assert page.url.endswith("/dimensies/")
    assert not page.locator("dialog[open]").count()
