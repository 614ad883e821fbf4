"""The whole handbook is on the site: every practice, section, tip, figure, route, partner type, source and term."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from hooks.dutch_text import date_words
from schema.catalogue import Catalogue
from schema.known_terms import NEWER
from schema.records import load_practices
from schema.terms import Change, Concept, DataSource, Figure, FundingRoute, Placed, Publication, Section
from tests.conftest import ROOT, TODAY
from tests.html_pages import BASE, read_pages

# The 46 practices of the handbook, chapter by chapter.
HANDBOOK = """
instapje-genk occasionele-kinderopvang-boom-oostende geboortetoelage-leuven
tussenkomst-ontwikkelingskansen-antwerpen kerstfeest-halle sinterklaasfeest-halle kledingtoelage-geel
therapiesteun-geel referentiebudget-balen boempatat-boom gezinsondersteuning-balen

park-spoor-noord-antwerpen wijkbrugfiguren-ronse mobiele-speel-o-theek-kortrijk halve-prijs-vrijetijd-geel
kia-cheques-beringen fonds-participatie-leuven huurbegeleiding-svk-zuid-oost-vlaanderen de-speeldoos-mechelen

bijeenkomsten-heusden-zolder babybabbel-leuven ckg-de-schommel-tienen bruggen-bouwen-roeselare
kinderopvang-kav-antwerpen mezennestje-aalst sim-slim-gent voorschoolse-sessies-zele duplo-wetteren domo-leuven
recht-op-antwerpen lejo-gent kansen-voor-kinderen-oostende mama-papa-kijk-houthalen-helchteren

perinataal-netwerk-herentals-turnhout babyvoeding-genk eersteleeftijdsmelk-lebbeke-moerbeke samen-koken-gent
wgc-de-vlier-sint-niklaas psychische-begeleiding-beringen

de-tuimel-berchem mentaliseren-ckg-mechelen casemanager-ifg-antwerpen

lokaal-aanspreekpunt-genk kleine-vos-borgerhout poko-west-limburg

kinderrechtenplan-zottegem
"""
CHECKLIST = Path(__file__).parent / "handbook_checklist.yml"


@pytest.fixture(scope="module")
def catalogue(vocabularies):
    return Catalogue(load_practices(ROOT / "practices", vocabularies, TODAY), vocabularies)


@pytest.fixture(scope="module")
def pages(site):
    return read_pages(site)


def words(tag) -> str:
    """Give the text of an element as a reader sees it, in small letters."""
    text = re.sub(r"\s+", " ", tag.get_text(" "))
    return re.sub(r" (?=[.,:;!?)])", "", text).casefold()


def page_of(pages, section: Section):
    return pages[f"handboek/{section.page}/"].soup


def test_the_46_practices_of_the_handbook_in_its_order_and_12_newer_ones(catalogue, pages):
    assert [practice.id for practice in catalogue.practices if practice.origin != NEWER] == HANDBOOK.split()
    newer = [practice for practice in catalogue.practices if practice.origin == NEWER]
    assert len(newer) == 12
    for practice in catalogue.practices:
        assert f"praktijken/{practice.id}/" in pages
        assert practice.origin != NEWER or all(source.url for source in practice.sources)


def test_what_the_source_counts(catalogue):
    plan = catalogue.practice("kinderrechtenplan-zottegem")
    names = [part.name for part in plan.parts]
    assert [number for name in names for number in re.findall(r"^Doelstelling (\d):", name)] == list("12345")
    actions = [number for name in names for number in re.findall(r"^Actie (\d\.\d):", name)]
    assert actions == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "3.4"]
    assert len(catalogue.practice("poko-west-limburg").place.municipalities) == 8
    assert catalogue.practice("huurbegeleiding-svk-zuid-oost-vlaanderen").place.municipalities == ()
    assert catalogue.practice("kerstfeest-halle").place.municipalities == ("halle",)
    assert catalogue.practice("kleine-vos-borgerhout").place.municipalities == ("antwerpen",)
    assert "Borgerhout" in catalogue.practice("kleine-vos-borgerhout").place.spot
    # The mothers are up to 20 years old; of their children the handbook gives no age.
    assert catalogue.practice("lejo-gent").age.pregnancy
    assert catalogue.practice("lejo-gent").age.end is None


def test_every_section_names_its_practices_and_every_practice_its_sections(catalogue, pages):
    for section in catalogue.vocabularies.kind("delen", Section).terms:
        heading = page_of(pages, section).find(id=section.id)
        assert heading.name in {"h2", "h3"}, section.id
    for practice in catalogue.practices:
        page = pages[f"praktijken/{practice.id}/"]
        links = set(page.references())
        for section in catalogue.sections.sections(practice):
            assert f"{BASE}handboek/{section.page}/#{section.id}" in links, (practice.id, section.id)
            back = pages[f"handboek/{section.page}/"].references()
            assert any(urlsplit(link).path == f"/praktijken/{practice.id}/" for link in back), (practice.id, section.id)


def test_every_practice_of_chapter_4_stands_in_its_section(catalogue):
    assert [practice.id for practice in catalogue.practices if practice.origin != NEWER and not practice.section] == []


def test_every_tip_stands_under_its_section_and_in_the_list_of_all(catalogue, pages):
    tips = catalogue.vocabularies.kind("tips", Placed).terms
    sections = catalogue.vocabularies.kind("delen", Section)
    assert len(pages["handboek/tips/"].soup.select(".ekt-tips li")) == len(tips) == 28
    for tip in tips:
        for soup in (pages["handboek/tips/"].soup, page_of(pages, sections[tip.section])):
            assert tip.definition.casefold() in words(soup.find(id=tip.id)), tip.id


def test_every_figure_stands_in_the_table_with_its_year_and_its_source(catalogue, pages):
    soup = pages["handboek/cijfers/"].soup
    figures = catalogue.vocabularies.kind("cijfers", Figure).terms
    assert len(figures) == 24
    for figure in figures:
        cells = [words(cell) for cell in soup.find(id=figure.id).find_all(["th", "td"])]
        assert figure.value.casefold() in cells[0]
        assert (figure.year or figure.year_note).casefold() in cells[0]
        assert figure.label.casefold() in cells[1]
        assert (figure.reported_by or "staat er niet bij").casefold() in cells[2]


def test_the_chart_says_in_words_what_it_draws(catalogue, pages):
    rows = pages["handboek/cijfers/"].soup.select(".ekt-chart li")
    charted = [figure for figure in catalogue.vocabularies.kind("cijfers", Figure).terms if figure.percentage]
    assert len(rows) == len(charted) == 8
    drawn = []
    for row in rows:
        width = float(row.select("rect")[1]["width"])
        assert f"{width:g}%".replace(".", ",") == row.strong.get_text()
        drawn.append(width)
    assert drawn == sorted(drawn, reverse=True)
    assert {figure.year for figure in charted} == {"2010"}


@pytest.mark.parametrize(
    ("name", "kind", "address"),
    [
        ("databronnen", DataSource, "handboek/bronnen/"),
        ("publicaties", Publication, "handboek/bronnen/"),
        ("sterktes", Placed, "handboek/sterktes-en-valkuilen/"),
        ("valkuilen", Placed, "handboek/sterktes-en-valkuilen/"),
        ("veranderingen", Change, "handboek/sinds-2012/"),
        ("begrippen", Concept, "begrippen/"),
    ],
)
def test_every_entry_of_a_list_is_on_its_page(name, kind, address, catalogue, pages):
    for term in catalogue.vocabularies.kind(name, kind).terms:
        found = pages[address].soup.find(id=term.id)
        assert found, term.id
        assert term.label.casefold() in words(found), term.id


def test_routes_and_partner_types_have_a_page_that_tells_all(catalogue, pages):
    for route in catalogue.vocabularies.kind("financieringsroutes", FundingRoute).terms:
        text = words(pages[f"financiering/{route.id}/"].soup)
        for fact in (route.payer, *route.purposes, *(site.address for site in route.websites)):
            assert fact.casefold() in text, route.id
        for amount in route.amounts:
            assert f"in {amount.year}" in text
    types = catalogue.vocabularies["partnertypes"].terms
    assert len([term for term in types if term.members]) == 11
    for term in types:
        text = words(pages[f"partners/{term.id}/"].soup)
        assert all(member.casefold() in text for member in term.members), term.id


def test_strengths_and_pitfalls_are_labelled_as_ours(pages):
    text = words(pages["handboek/sterktes-en-valkuilen/"].soup)
    assert "voorwoord" in text
    assert "van ons" in text or "van de redactie" in text


def test_funding_says_exactly_what_the_handbook_tells(catalogue, pages):
    soup = pages["financiering/"].soup
    text = words(soup)
    assert "van de 46 praktijken uit het handboek noemt er één een route bij naam" in text
    assert "bij 11 andere staat wie betaalt" in text
    assert "bij geen enkele staat dat ze geld kreeg uit de route projectoproep lokale kinderarmoedebestrijding" in text
    empty = [term.id for term in catalogue.facets["financieringsroutes"].vocabulary.terms]
    empty = [term_id for term_id in empty if not catalogue.facets["financieringsroutes"].members(term_id)]
    assert empty == ["projectoproep-lokale-kinderarmoedebestrijding"]
    assert "geen enkele praktijk op deze site noemt deze route" in words(pages[f"financiering/{empty[0]}/"].soup)


@pytest.mark.parametrize("name", ["dimensies", "leeftijdsgroepen", "partnertypes", "methodes", "gemeenten"])
def test_no_value_is_without_practices(name, catalogue):
    facet = catalogue.facets[name]
    values = facet.vocabulary.terms if name not in {"gemeenten", "methodes"} else facet.in_use()
    assert values
    assert [term.id for term in values if not facet.members(term.id)] == []


def test_every_method_is_used(catalogue):
    assert catalogue.facets["methodes"].in_use() == catalogue.vocabularies["methodes"].terms


def test_reports_are_dated_or_said_to_have_no_date_and_newest_first(catalogue, pages):
    told = 0
    for practice in catalogue.practices:
        soup = pages[f"praktijken/{practice.id}/"].soup
        reports = soup.select(".ekt-reports > li")
        expected = practice.follow_up.reports if practice.follow_up else ()
        assert len(reports) == len(expected), practice.id
        heads = [report.get_text(" ", strip=True) for report in reports]
        for head, report in zip(
            heads, sorted(expected, key=lambda report: report.date or "", reverse=True), strict=True
        ):
            said = f"Bericht van {date_words(report.date)}" if report.date else "Bericht zonder datum"
            assert head.startswith(said), (practice.id, head)
        for report in reports:
            assert report.select_one("a[rel~=external]")["href"].startswith("http")
        if practice.follow_up and practice.follow_up.contradiction:
            assert "Anders dan in het handboek" in soup.get_text()
        told += len(reports)
    assert told >= 100


def test_a_term_is_linked_once_a_page_and_never_in_a_heading(catalogue, pages):
    linked = set()
    for page in pages.values():
        targets = [tag["href"].partition("#")[2] for tag in page.soup.select("a.ekt-term")]
        assert len(targets) == len(set(targets)), page.address
        assert not page.soup.select("h1 a.ekt-term, h2 a.ekt-term, h3 a.ekt-term, a a.ekt-term"), page.address
        linked.update(targets)
    assert len(linked) > len(catalogue.vocabularies["begrippen"].terms) / 2


def test_a_change_since_2012_is_told_where_a_reader_would_stumble(pages):
    heading = pages["praktijken/huurbegeleiding-svk-zuid-oost-vlaanderen/"].soup.find(id="sinds-2012")
    text = words(heading.find_next_sibling("ul"))
    assert "2023" in text
    assert "woonmaatschappij" in text


def test_the_checklist_of_the_handbook(pages):
    """Each fact of the handbook outside the practices, with the page that tells it and words that it uses there."""
    facts = yaml.safe_load(CHECKLIST.read_text(encoding="utf-8"))
    missing = []
    for fact in facts:
        page = pages.get(fact["page"])
        place = page and (page.soup.find(id=fact["id"]) if "id" in fact else page.soup.find("article"))
        # A heading stands for all that follows it, down to the next one of its level.
        if place is not None and re.fullmatch("h[1-6]", place.name):
            below = place.find_next_siblings()
            end = next((n for n, tag in enumerate(below) if tag.name in {"h1", "h2", place.name}), len(below))
            text = " ".join(words(tag) for tag in (place, *below[:end]))
        else:
            text = words(place) if place is not None else ""
        if not all(said.casefold() in text for said in fact["says"]):
            missing.append(fact)
    assert missing == []
    assert len(facts) >= 150
