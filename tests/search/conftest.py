"""The searches that are compared, each in a real browser on the same pages."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from tests.browser.conftest import Server, browser_type_launch_args, served_site
from tests.conftest import Project
from tests.search.engines import OwnSearch, Pagefind, ThemeSearch, pagefind_of, with_theme_search
from tests.search.queries import load_queries

# Fixtures that the tests in the browser have in common.
__all__ = ["browser_type_launch_args", "served_site"]


@pytest.fixture(scope="session")
def queries():
    return load_queries()


@pytest.fixture(scope="session")
def search_page(browser, served_site):
    """A page of the site in which the index has come."""
    page = browser.new_page()
    page.goto(f"{served_site}/over/")
    search = OwnSearch(page)
    search.load(f"{served_site}/")
    yield page
    page.close()


@pytest.fixture(scope="session")
def own_search(search_page):
    return OwnSearch(search_page)


@contextmanager
def asked_at(browser, folder, path, search_type):
    """Give a search of a site in a folder, from a page of it in which the search has come."""
    server = Server(folder)
    page = browser.new_page()
    page.goto(f"{server.address}/{path}")
    search = search_type(page)
    search.load(f"{server.address}/")
    yield search
    page.close()
    server.close()


@pytest.fixture(scope="session")
def theme_search(browser, tmp_path_factory):
    """The same site with the search that the theme brings, asked the way its search field asks."""
    project = with_theme_search(Project(tmp_path_factory.mktemp("theme") / "project"))
    with asked_at(browser, project.site, "over/", ThemeSearch) as search:
        yield search


@pytest.fixture(scope="session")
def pagefind(browser, site, tmp_path_factory):
    """The same site as pagefind indexes and searches it."""
    folder = tmp_path_factory.mktemp("pagefind")
    pagefind_of(site, folder)
    with asked_at(browser, folder, "index.html", Pagefind) as search:
        yield search
