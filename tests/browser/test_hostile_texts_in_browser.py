"""Hostile texts in a real browser: nothing runs, on the page or in the search results."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize("query", ["kop", "code"])
def test_nothing_runs_in_the_search_results(page, hostile_address, query):
    page.goto(f"{hostile_address}/")
    page.get_by_role("textbox", name="Zoeken").press_sequentially(query)
    page.locator(".md-search-result__link", has_text="window.pwned").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.pwned") is None
    assert page.locator(".md-search-result img, .md-search-result script").count() == 0
