"""The search in the browser: what it takes, what it finds, and that nothing makes it stumble."""

from __future__ import annotations

import shutil

import pytest

from hooks.search_documents import search_documents
from hooks.search_words import stem, words_of
from hooks.site_input import read_input
from tests.conftest import ROOT, TODAY
from tests.search.engines import practices

STRANGE = [
    "😀",
    "😀 ruilwinkel 🧸",
    "a" * 500,
    "woord " * 100,
    "*",
    "+",
    "-",
    "~",
    "^2",
    "title:",
    "titel:gent",
    "+gent -ocmw gent~1 win*el",
    '"kind en gezin"',
    "'",
    "“aanhalingstekens”",
    "__proto__",
    "constructor",
    "hasOwnProperty toString",
    "(",
    "[a-",
    "\\",
    ".*+?^${}()|[]\\",
    "<script>alert(1)</script>",
    "\u0000",
    "\u202e",
    "\n\t",
    "ß ﬁ İ",
    "漢字",
    "",
    " ",
    "de",
    "een of",
]
NOTHING = ["xyzqwk", "ruimtevaartuig qqq", "漢字", "😀", "", "   ", "+-*"]


def test_it_makes_the_same_words_as_the_index(search_page):
    catalogue, written = read_input(ROOT / "practices", ROOT / "docs", TODAY)
    documents = search_documents(catalogue, written)
    texts = [text for document in documents for field in document.texts.values() for text in field]
    ours = [[stem(word) for word in words_of(text)] for text in texts]
    theirs = search_page.evaluate("(texts) => texts.map((text) => elkKindTelt.searchWords(text))", texts)
    assert len({word for words in ours for word in words}) > 3000
    assert [pair for pair in zip(texts, ours, theirs, strict=True) if pair[1] != pair[2]] == []


@pytest.mark.parametrize(
    ("text", "practice"),
    [
        ("speelotheek", "mobiele-speel-o-theek-kortrijk"),
        ("opvang", "kinderopvang-kav-antwerpen"),
        ("ruilwinkle", "boempatat-boom"),
        ("ocmw geel", "kledingtoelage-geel"),
        ("Openbaar Centrum voor Maatschappelijk Welzijn Geel", "kledingtoelage-geel"),
        ("brugfiguur ronse", "wijkbrugfiguren-ronse"),
    ],
)
def test_the_examples_of_what_people_type_come_up(own_search, text, practice):
    assert practice in practices(own_search.pages(text))[:3]


@pytest.mark.parametrize("text", ["opvoedingswinkl", "opvoedingswinkel", "opvoedingswinkels", "Opvoedings-winkel"])
def test_ways_to_write_a_word_find_the_same_first(own_search, text):
    assert own_search.hits(text)[0]["address"] == own_search.hits("opvoedingswinkel")[0]["address"]


def test_a_municipality_brings_its_own_practices_first(own_search):
    index = {hit["id"]: hit for hit in own_search.hits("antwerpen") if hit["kind"] == "praktijk"}
    inside = [
        practice.id
        for practice in read_input(ROOT / "practices", ROOT / "docs", TODAY)[0].practices
        if "antwerpen" in practice.place.municipalities
    ]
    assert set(list(index)[: len(inside)]) >= set(inside)


def test_chapters_terms_and_routes_come_first_when_they_are_asked_for(own_search, queries):
    late = [
        (query.text, found[:3])
        for query in queries
        if query.address and query.address not in (found := own_search.pages(query.text))[:3]
    ]
    assert late == []


def test_a_hit_says_what_it_is_and_why(own_search, served_site):
    hit = own_search.hits("Boempatat ruilwinkels")[0]
    assert hit["id"] == "boempatat-boom"
    assert hit["kind"] == "praktijk"
    assert hit["href"] == f"{served_site}/praktijken/boempatat-boom/"
    assert hit["title"].startswith("Boempatat")
    assert hit["summary"]
    assert hit["complete"] is True
    assert {"Boempatat", "ruilwinkel"} <= set(hit["words"])
    kinds = {hit["kind"] for hit in own_search.hits("financiering opvang")}
    assert kinds == {"praktijk", "hoofdstuk", "begrip", "route"}


def test_every_address_it_gives_is_a_page_of_the_site(own_search, site, served_site):
    for hit in own_search.hits("kinderen ouders ocmw gemeente"):
        path, _, anchor = hit["href"].removeprefix(f"{served_site}/").partition("#")
        page = (site / path / "index.html").read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in page, hit["href"]


def test_a_hit_that_answers_some_words_is_told_from_one_that_answers_all(own_search):
    hits = own_search.hits("ruilwinkel poperinge")
    assert hits[0]["id"] == "de-rupse-poperinge"
    assert hits[0]["complete"]
    boempatat = own_search.hits("ruilwinkel zeppelinvaart")[0]
    assert boempatat["id"] in {"boempatat-boom", "de-rupse-poperinge"}
    assert not boempatat["complete"]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_nowhere_gives_nothing(own_search, text):
    assert own_search.hits(text) == []


@pytest.mark.parametrize("text", STRANGE, ids=ascii)
def test_nothing_that_is_typed_makes_it_stumble(search_page, text):
    hits, near = search_page.evaluate("(text) => [elkKindTelt.search(text), elkKindTelt.nearTerms(text)]", text)
    assert all(hit["title"] for hit in hits)
    assert len(near) <= 3


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("ruilwinkle", "ruilwinkel"),
        ("kinderopvan", "kinderopvang"),
        ("mechlen", "Mechelen"),
        ("bugfiguur", "brugfiguur"),
    ],
)
def test_near_words_are_given_as_the_site_writes_them(search_page, text, near):
    found = search_page.evaluate("(text) => elkKindTelt.nearTerms(text)", text)
    assert near in found
    assert len(found) <= 3


@pytest.mark.parametrize("text", ["ruilwinkel", "ocmw", "xyzqwk", "", "de het een"])
def test_there_are_no_near_words_for_what_is_known_or_like_nothing(search_page, text):
    assert search_page.evaluate("(text) => elkKindTelt.nearTerms(text)", text) == []


def test_a_key_is_answered_before_the_next(search_page):
    # Some 5 ms on a quiet machine; the limit is for a busy one.
    median = search_page.evaluate(
        """() => {
            const took = [];
            const text = "hoe krijg je kinderen naar de kleuterschool in gent";
            for (let end = 1; end <= text.length; end += 1) {
                const before = performance.now();
                elkKindTelt.search(text.slice(0, end));
                took.push(performance.now() - before);
            }
            return took.sort((one, other) => one - other)[took.length >> 1];
        }"""
    )
    assert median < 60


def test_it_works_from_a_folder(page, site, tmp_path):
    folder = tmp_path / "stick"
    shutil.copytree(site / "assets", folder / "assets")
    page_itself = "<!doctype html><meta charset=utf-8><script src=assets/scripts/search-engine.js></script>"
    (folder / "index.html").write_text(page_itself, encoding="utf-8")
    page.goto((folder / "index.html").as_uri())
    assert page.evaluate("() => elkKindTelt.search('gent')") == []
    assert page.evaluate("() => new Promise((resolve) => elkKindTelt.loadSearch(resolve))") is True
    hits = page.evaluate("() => elkKindTelt.search('boempatat')")
    assert hits[0]["id"] == "boempatat-boom"
    assert hits[0]["href"].startswith(folder.as_uri())


def test_the_index_is_fetched_once_however_often_it_is_asked_for(page, served_site):
    fetched = []
    # The theme has a lunr of its own, which is no concern of ours.
    ours = ("/assets/scripts/vendor/", "/assets/data/")
    page.on("request", lambda request: any(part in request.url for part in ours) and fetched.append(request.url))
    page.goto(f"{served_site}/over/")
    page.add_script_tag(url=f"{served_site}/assets/scripts/search-engine.js")
    answers = page.evaluate(
        """() => Promise.all([0, 1, 2].map(() => new Promise((resolve) => elkKindTelt.loadSearch(resolve))))"""
    )
    again = page.evaluate("() => new Promise((resolve) => elkKindTelt.loadSearch(resolve))")
    assert [*answers, again] == [True] * 4
    assert len(fetched) == len(set(fetched)) == 4


def test_an_index_that_cannot_be_read_is_told_as_well(page, served_site):
    page.goto(f"{served_site}/over/")
    page.add_script_tag(url=f"{served_site}/assets/scripts/search-engine.js")
    page.route("**/search-index.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    assert page.evaluate("() => new Promise((resolve) => elkKindTelt.loadSearch(resolve))") is False
    assert page.evaluate("() => [elkKindTelt.search('gent'), elkKindTelt.nearTerms('gnet')]") == [[], []]


def test_a_failure_is_told_and_a_next_try_can_succeed(page, served_site):
    page.goto(f"{served_site}/over/")
    page.add_script_tag(url=f"{served_site}/assets/scripts/search-engine.js")
    load = "() => new Promise((resolve) => elkKindTelt.loadSearch(resolve))"
    page.route("**/search-index.js", lambda route: route.abort())
    assert page.evaluate(load) is False
    assert page.evaluate("() => elkKindTelt.search('gent')") == []
    page.unroute("**/search-index.js")
    assert page.evaluate(load) is True
    assert page.evaluate("() => elkKindTelt.search('gent').length") > 0


@pytest.mark.parametrize(("text", "most"), [("huiswerk", 8), ("ruilwinkel", 8), ("kinderopvang", 45)])
def test_a_compound_of_the_site_is_not_found_by_one_of_its_parts(own_search, text, most):
    """Whoever types 'huiswerk' asks for no house and no work."""
    complete = [hit for hit in own_search.hits(text) if hit["kind"] == "praktijk" and hit["complete"]]
    assert 0 < len(complete) <= most


def test_a_compound_that_the_site_does_not_know_asks_for_all_its_parts(own_search):
    hits = [hit for hit in own_search.hits("speelgoedbrugfiguur") if hit["kind"] == "praktijk"]
    assert hits
    assert not [hit["id"] for hit in hits if hit["complete"] and "brugfig" not in str(hit).lower()]


@pytest.mark.parametrize(
    "text",
    ["kinderopvang" * 400, "opvang " * 300, "a" * 100_000, "-a" * 50_000],
    ids=["compound", "words", "letters", "hyphens"],
)
def test_no_question_is_too_long(search_page, own_search, text):
    own_search.hits(text)
    assert len(search_page.evaluate("text => elkKindTelt.nearTerms(text)", text)) <= 3
