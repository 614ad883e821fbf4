"""What an editor types is shown, never run: no markup, no Markdown, no template, no script address."""

from __future__ import annotations

import re

import pytest

from tests.hostile import PAYLOAD, SHORT
from tests.html_pages import broken_references, read_pages


@pytest.fixture(scope="module")
def pages(hostile_site):
    return read_pages(hostile_site)


def test_texts_stand_on_the_page_as_they_were_typed(pages):
    article = pages["praktijken/vijandig/"].soup.find("article")
    text = re.sub(r"\s+", " ", article.get_text())
    # Every field of the record that a page shows, the summary and the repeated ones included.
    assert text.count(PAYLOAD) == 58
    assert SHORT in text
    assert "# geen kop" in text
    assert "</div></dd><h2>uit</h2>" in text


def test_no_page_runs_or_renders_them(pages):
    usual = len(pages["praktijken/boempatat-boom/"].soup.find_all("script", src=False))
    for page in pages.values():
        assert not page.soup.find(onerror=True), page.address
        assert not page.soup.find(href=re.compile("^javascript:", re.IGNORECASE)), page.address
        assert not any("pwned" in script.get_text() for script in page.soup.find_all("script")), page.address
        assert len(page.soup.find_all("script", src=False)) == usual, page.address
        loaded = [script["src"] for script in page.soup.find_all("script", src=True)]
        ours = re.compile(r"/?(?:\.\./)*assets/(?:scripts|javascripts|data)/[\w.-]+\.js")
        assert all(ours.fullmatch(one) for one in loaded), loaded
    article = pages["praktijken/vijandig/"].soup.find("article")
    assert not article.find_all(["em", "code", "b", "img"])
    assert not [tag for tag in article.find_all("strong") if tag.get_text() == "vet"]
    assert "49" not in article.get_text()


def test_head_and_titles_hold(pages):
    page = pages["praktijken/vijandig/"]
    assert page.soup.title.get_text().startswith(SHORT)
    assert page.soup.find("meta", attrs={"name": "description"})["content"] == PAYLOAD


def test_links_still_resolve(hostile_site):
    assert broken_references(hostile_site) == []
