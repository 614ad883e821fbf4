"""Paper, as a trainer prints it from the browser: dark on white, the whole text, nothing that needs a screen."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.browser.paper import A4, missing, nearly_empty, printed, squeeze, texts, whole
from tests.browser.test_visit import PAGES

MENU = "PraktijkenHandboekDimensiesLeeftijdPartners"
ON_SCREEN_ONLY = (
    "Ga naar inhoud",
    "Zoek op een woord",
    "Deze site volgt je niet",
    "Verbeter deze praktijk",
    "Vergelijk met een andere",
    "Druk dit hoofdstuk af",
    "Druk deze praktijken af",
    "Volgende in",
    "Op deze pagina",
    "Kijk ook bij",
    "Andere gemeenten",
    "Zoek op woorden",
    "Wis alles",
    "Kopieer link",
    "Maak leeg",
    "Toon alleen verschillen",
    "Naar alle praktijken",
)
WIDE = (A4[1], A4[0])
# What the colours of everything in the content are on paper, and what is behind it.
COLOURS = """() => [...document.querySelectorAll("#inhoud *, #inhoud, body, html")]
    .filter((one) => one.checkVisibility() && !(one instanceof SVGElement))
    .map((one) => [one.className, getComputedStyle(one).color, getComputedStyle(one).backgroundColor])"""


def numbers(colour: str) -> list[float]:
    return [float(found) for found in re.findall(r"[\d.]+", colour.partition("(")[2])]


# Cards lie on sheets of their own; test_cards.py reads those.
@pytest.mark.parametrize("path", [path for path in PAGES if "kaarten/" not in path])
def test_paper_has_the_whole_text_and_nothing_of_the_screen(visit, path):
    page = visit(path)
    assert page.locator("#inhoud h1:visible").count() == 1
    heading = squeeze(page.locator("#inhoud h1").inner_text())
    sheets = printed(page)
    assert missing(page, sheets) == []
    assert heading in sheets[0].text
    text = whole(sheets)
    assert MENU not in text or path == "404.html"
    own = squeeze("".join(texts(page)))
    assert [words for words in ON_SCREEN_ONLY if squeeze(words) in text and squeeze(words) not in own] == []
    assert not re.search(r"Bewaard?Boempatat", text)
    assert nearly_empty(sheets) == []
    assert [sheet.number for sheet in sheets] == list(range(1, len(sheets) + 1))
    assert {sheet.size for sheet in sheets} == {WIDE if "vergelijken" in path else A4}


def test_the_head_says_whose_page_it_is_where_it_stands_and_when_it_was_printed(visit):
    page = visit("praktijken/?leeftijd=0-3")
    page.clock.set_fixed_time("2027-03-01T12:00:00")
    first, *others = printed(page)
    assert squeeze(page.url) in first.text
    assert first.text.startswith("Elkkindtelt")
    assert "afgedruktop1maart2027" in first.text
    assert not any("afgedrukt" in sheet.text for sheet in others)
    assert page.locator("[data-ekt-printed]").is_hidden()


def test_a_search_prints_what_it_found(visit):
    page = visit("praktijken/?q=luierbox")
    page.locator("[data-ekt-sorted] > li:visible").first.wait_for()
    shown = page.locator("[data-ekt-sorted] > li:visible h3").all_inner_texts()
    text = whole(printed(page))
    assert all(squeeze(title) in text for title in shown)
    assert "KinderrechtenplanvanZottegem" not in text
    assert "luierbox" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "praktijken/boempatat-boom/", "handboek/cijfers/", "afdrukken/hoofdstuk-4-7/"])
def test_paper_is_dark_on_white(visit, page, scheme, path):
    page.emulate_media(color_scheme=scheme)
    visit(path)
    assert page.locator("body").get_attribute("data-md-color-scheme") == ("slate" if scheme == "dark" else "default")
    page.emulate_media(color_scheme=scheme, media="print")
    # In black and white a colour is as dark as it is light for the eye.
    light = []
    for name, colour, behind in page.evaluate(COLOURS):
        red, green, blue = numbers(colour)[:3]
        if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 110:
            light.append((name, colour))
        background = numbers(behind)
        if not (len(background) == 4 and background[3] == 0) and min(background[:3]) < 200:
            light.append((name, behind))
    assert light == []


FOLDED = """() => {
    const folded = document.createElement("details");
    folded.innerHTML = "<summary>Meer</summary><p>Dit stond gevouwen.</p>";
    document.querySelector("#inhoud").append(folded);
}"""


def test_folded_text_is_on_paper_and_folded_again_after(visit):
    page = visit("over/")
    page.evaluate(FOLDED)
    assert "Ditstondgevouwen." in whole(printed(page))
    assert page.locator("#inhoud details[open]").count() == 0


@pytest.mark.browser_context_args(java_script_enabled=False)
@pytest.mark.parametrize("path", ["praktijken/boempatat-boom/", "praktijken/", "handboek/stappen/", "begrippen/"])
def test_paper_without_scripts(visit, path):
    page = visit(path)
    page.evaluate(FOLDED)
    sheets = printed(page)
    assert missing(page, sheets) == []
    text = whole(sheets)
    assert "Ditstondgevouwen." in text
    assert text.startswith("Elkkindtelt")
    assert [words for words in ON_SCREEN_ONLY if squeeze(words) in text] == []


@pytest.mark.parametrize("path", ["praktijken/boempatat-boom/", "handboek/sinds-2012/", "begrippen/"])
def test_the_address_behind_a_link_stands_on_paper_once(visit, path):
    page = visit(path)
    links = page.locator("#inhoud a[rel~=external]:visible").evaluate_all(
        "all => all.map((a) => a.getAttribute('href'))"
    )
    assert len(links) > 3
    text = whole(printed(page))
    assert {link: text.count(f"({squeeze(link)})") for link in set(links)} == dict.fromkeys(set(links), 1)


def test_a_repeated_address_is_left_out_only_while_printing(visit):
    page = visit("praktijken/boempatat-boom/")
    link = page.locator("#inhoud a[rel~=external]").first
    address = link.get_attribute("href")
    link.evaluate("one => one.parentElement.append(one.cloneNode(true))")
    assert whole(printed(page)).count(f"({squeeze(address)})") == 1
    assert page.locator(".ekt-address-stands").count() == 0


def test_chips_are_words_with_commas(visit):
    page = visit("praktijken/boempatat-boom/")
    chips = page.locator(".ekt-facts div", has_text="Methodes").locator(".ekt-chip").all_inner_texts()
    assert len(chips) > 2
    assert squeeze(",".join(chips)) in whole(printed(page))
    text = whole(printed(visit("gemeenten/")))
    assert re.search(r"Aalst\(\d+\),Aalter\(\d+\)", text)


def test_no_card_is_cut_and_no_heading_stands_at_a_foot(visit):
    page = visit("praktijken/")
    titles = [squeeze(title) for title in page.locator(".ekt-card h3").all_inner_texts()]
    texts = [squeeze(text) for text in page.locator(".ekt-card__text").all_inner_texts()]
    headings = [squeeze(text) for text in page.locator("#inhoud h2:visible").all_inner_texts()]
    sheets = printed(page)
    places = Counter()
    for title, text in zip(titles, texts, strict=True):
        places[sum(title in sheet.text and text in sheet.text for sheet in sheets)] += 1
    assert places == {1: len(titles)}
    assert not [sheet.lines[-1] for sheet in sheets if squeeze(sheet.lines[-1]) in headings]


def test_no_table_is_cut_and_its_head_stands_on_every_sheet(visit):
    page = visit("handboek/cijfers/")
    rows = page.locator("#inhoud .ekt-scroll tbody tr th").all_inner_texts()
    sheets = printed(page)
    holding = [sheet for sheet in sheets if any(squeeze(row) in sheet.text for row in rows)]
    assert len(holding) > 2
    assert all(sheet.text.count("CijferenjaarWaaroverBronInhethandboek") == 1 for sheet in holding[1:-1])
    assert all(sheet.right < A4[0] for sheet in sheets)
