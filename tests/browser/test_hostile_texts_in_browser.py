"""Hostile texts in a real browser: nothing runs, on the page or in the search results."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Server


@pytest.fixture(scope="module")
def hostile_address(hostile_site):
    server = Server(hostile_site)
    yield server.address
    server.close()


@pytest.mark.parametrize("path", ["", "praktijken/", "praktijken/vijandig/", "gemeenten/boom/", "methodes/ruilwinkel/"])
def test_nothing_runs_on_a_page(page, hostile_address, path):
    page.goto(f"{hostile_address}/{path}")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.pwned") is None


@pytest.mark.parametrize("query", ["window.pwned", "<img src=x onerror=window.pwned=1>", "code"])
def test_nothing_runs_in_the_search_results(page, hostile_address, query):
    page.goto(f"{hostile_address}/")
    page.get_by_role("button", name="Zoek", exact=True).click()
    page.get_by_role("searchbox", name="Wat zoek je?").fill(query)
    page.get_by_role("dialog").get_by_role("link", name="window.pwned").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.pwned") is None
    assert page.locator("[data-ekt-search-results] :is(img, script)").count() == 0


@pytest.mark.parametrize("query", ["window.pwned", "<img src=x onerror=window.pwned=1>"])
def test_nothing_runs_in_the_marked_cards_of_the_catalogue(page, hostile_address, query):
    page.goto(f"{hostile_address}/praktijken/?{urlencode({'q': query})}")
    card = page.locator('.ekt-results .ekt-card[data-practice="vijandig"]')
    expect(card.locator("mark").first).to_be_visible()
    assert page.evaluate("window.pwned") is None
    assert page.locator(".ekt-results :is(img, script)").count() == 0
