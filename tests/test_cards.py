"""Practice cards: what stands on each, made of the record and of nothing else."""

from __future__ import annotations

import json
import re

import pytest
from bs4 import BeautifulSoup

from hooks.card_plan import CardMaker
from hooks.qr_codes import qr_code
from hooks.site_rendering import render_site
from hooks.site_settings import SiteSettings
from schema.catalogue import Catalogue
from schema.known_terms import STATED
from schema.records import load_practices
from tests.conftest import MINIMAL, ROOT, TODAY
from tests.hostile import SHORT, hostile_record

ADDRESS = "https://www.voorbeeld.be/"
CHAPTERS = [f"4/{number}" for number in range(1, 8)]


def words(text: str) -> str:
    return " ".join(text.split())


def render(catalogue, written, settings=None):
    return render_site(catalogue, written, settings or SiteSettings())


def cards_of(pages, chapter: str):
    page = pages[f"afdrukken/kaarten/hoofdstuk-{chapter.replace('/', '-')}.md"]
    return {card["data-card"]: card for card in BeautifulSoup(page, "html.parser").select("[data-card]")}


@pytest.fixture(scope="module")
def catalogue(vocabularies):
    return Catalogue(load_practices(ROOT / "practices", vocabularies, TODAY), vocabularies)


@pytest.fixture(scope="module")
def site(catalogue, written):
    return render(catalogue, written)


@pytest.fixture(scope="module")
def pages(site):
    return {page.uri: page.markdown for page in site.pages}


@pytest.fixture
def made_of(load, vocabularies, written):
    """Render the cards of records given as texts."""

    def cards(settings=None, **texts: str):
        rendered = render(Catalogue(load(**texts).values(), vocabularies), written, settings)
        return cards_of({page.uri: page.markdown for page in rendered.pages}, "4/1")

    return cards


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_practice_of_a_chapter_has_a_card_with_all_that_it_should_tell(pages, catalogue, vocabularies, chapter):
    practices = [practice for practice in catalogue.practices if practice.chapter == chapter]
    cards = cards_of(pages, chapter)
    assert list(cards) == [practice.id for practice in practices]
    for practice in practices:
        front, back = (words(side.get_text(" ")) for side in cards[practice.id].select("[data-side]"))
        told = [practice.title, practice.summary, practice.target_group.description]
        told += [vocabularies["gemeenten"][name].label for name in practice.place.municipalities]
        told += [actor.name for actor in (*practice.leads, *practice.partners)]
        told += [vocabularies["financieringsroutes"][use.route].label for use in practice.funding.routes]
        told += [fact.purpose for fact in practice.funding.amounts]
        told += [vocabularies["statussen"][practice.status.state].label, practice.status.as_of[:4]]
        told += [vocabularies["dimensies"][practice.dimensions[0]].label]
        assert [text for text in told if words(text).casefold() not in front.casefold()] == [], practice.id
        steps = [part for step in practice.approach for part in re.split(r"\n\s*\n", step)]
        assert [text for text in (*steps, *practice.questions) if words(text) not in back] == [], practice.id
        assert f"in {practice.status.as_of[:4]}" in back or practice.status.as_of[:4] in back


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_what_an_editor_concluded_is_marked_on_the_card(pages, catalogue, vocabularies, chapter):
    certainties = vocabularies["zekerheden"]
    for practice_id, card in cards_of(pages, chapter).items():
        practice = catalogue.practice(practice_id)
        for fact in (*practice.leads, *practice.partners):
            told = [item.get_text(" ") for item in card.select("dd li") if fact.name.casefold() in item.text.casefold()]
            marked = fact.certainty != STATED
            assert any((certainties[fact.certainty].label in text) == marked for text in told), (practice_id, fact.name)
        if practice.age:
            row = next(row for row in card.select("dl > div") if "Leeftijd" in row.dt.text)
            assert bool(row.select(".ekt-panel__mark")) == (practice.age.certainty != STATED)
        foot = card.select_one('[data-side="front"] .ekt-panel__foot')
        assert bool(foot) == bool(card.select('[data-side="front"] .ekt-panel__mark'))


def test_a_card_invents_nothing_where_the_source_is_silent(made_of):
    (card,) = made_of(praktijk=MINIMAL).values()
    labels = [row.dt.get_text() for row in card.select("dl > div")]
    assert labels == ["Voor wie", "Doelgroep", "Waar", "Stand van zaken", "Trekkers", "Nog niet op de fiche"]
    silence = card.select_one(".ekt-panel__silence dd").get_text()
    assert silence == "Leeftijd van de kinderen, partners, financiering en kost voor het gezin"
    assert "In 2012: lopend" in words(card.get_text(" "))
    assert "Hoe het nadien ging, weten we niet." in card.get_text()
    assert not card.select("svg.ekt-qr")
    assert "http" not in card.get_text()


def test_general_questions_are_called_general(made_of):
    own = "gespreksvragen:\n  - Wie komt er?\n"
    cards = made_of(zonder=MINIMAL, met=MINIMAL.replace("Ruilhoek", "Ruilbank") + own)
    general = cards["zonder"].select('[data-side="back"] section')[-1]
    assert "algemene vragen" in general.get_text()
    assert 2 <= len(general.select("li")) <= 3
    specific = cards["met"].select('[data-side="back"] section')[-1]
    assert [item.get_text() for item in specific.select("li")] == ["Wie komt er?"]
    assert "algemene" not in specific.get_text()


def test_the_address_and_its_code_are_there_when_the_site_has_one(made_of):
    (card,) = made_of(SiteSettings(site_address=ADDRESS), praktijk=MINIMAL).values()
    link = card.select_one("[data-address]")
    assert link.get_text() == f"{ADDRESS}praktijken/praktijk/"
    assert link["href"] == "../../../praktijken/praktijk/"
    drawing = card.select_one("svg.ekt-qr")
    assert drawing["role"] == "img"
    assert "QR-code" in drawing["aria-label"]
    assert drawing.path["d"] == qr_code(link.get_text()).path


def test_a_code_is_drawn_as_its_squares():
    code = qr_code(ADDRESS)
    black = {
        (x, int(y))
        for start, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", code.path)
        for x in range(int(start), int(start) + int(length))
    }
    # The three corners that a reader looks for, within a white edge of four squares.
    side = code.size - 8
    for left, top in ((4, 4), (4 + side - 7, 4), (4, 4 + side - 7)):
        assert {(left + step, top) for step in range(7)} <= black
        assert (left + 1, top + 1) not in black
        assert (left + 3, top + 3) in black
    assert min(min(place) for place in black) == 4
    assert max(max(place) for place in black) == code.size - 5


def test_the_data_file_of_a_practice_holds_the_same_card_as_its_chapter(site, pages, catalogue):
    files = {file.uri: file.text for file in site.files}
    for practice in catalogue.practices:
        text = files[f"assets/data/papier/{practice.id}.js"]
        entry = json.loads(text[text.index("] = ") + 4 :].rstrip(";\n"))
        assert entry["piece"]
        card = BeautifulSoup(entry["card"], "html.parser").select_one("[data-card]")
        there = cards_of(pages, practice.chapter)[practice.id]
        assert words(card.get_text(" ")) == words(there.get_text(" "))
        # The pages stand at different depths.
        assert card.h2.a["href"] == f"../../praktijken/{practice.id}/"
        assert there.h2.a["href"] == f"../../../praktijken/{practice.id}/"


def test_hostile_texts_stay_texts(made_of):
    card = made_of(vijandig=hostile_record().replace("id: boempatat-boom", "id: andere"), andere=MINIMAL)["vijandig"]
    assert not card.select("script, img, vet")
    assert card.h2.get_text() == SHORT


def test_cards_and_sheets_are_linked_from_the_overview_the_chapter_and_the_selection(pages):
    overview = pages["afdrukken/index.md"]
    for number in range(1, 8):
        assert f'href="kaarten/hoofdstuk-4-{number}/"' in overview.replace("./kaarten", "kaarten")
        assert f'href="begeleiding/hoofdstuk-4-{number}/"' in overview.replace("./begeleiding", "begeleiding")
    assert "afdrukken/kaarten/hoofdstuk-4-1/" in pages["handboek/materieel-welzijn-in-de-praktijk.md"]
    assert "afdrukken/begeleiding/hoofdstuk-4-1/" in pages["handboek/materieel-welzijn-in-de-praktijk.md"]
    assert "kaarten/" not in pages["handboek/stappen.md"]
    assert "afdrukken/mijn-kaarten/" in pages["mijn-selectie.md"]


def test_equal_input_gives_equal_cards(catalogue, written, site):
    assert render(catalogue, written).pages == site.pages


def test_making_a_card_reads_no_field_twice_under_one_label(catalogue):
    maker = CardMaker(catalogue, SiteSettings())
    for practice in catalogue.practices:
        labels = [fact.label for fact in maker.card(practice).facts]
        assert len(labels) == len(set(labels))
