"""The reader's own booklet in a real browser: chosen practices as one thing to print, made here and sent nowhere."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from schema.records import load_practices
from tests.browser.chosen import FIVE, FULL_STORAGE, NO_STORAGE, faults, fits, keep, query, small_targets
from tests.browser.conftest import Server
from tests.browser.paper import A4, missing, nearly_empty, printed, squeeze, whole
from tests.conftest import ROOT, TODAY

ONE, TWO, THREE, FOUR, FIFTH = FIVE
PAGE = "afdrukken/mijn-boekje/"
HOSTILE = '<img src=x onerror=window.pwned=1> & "aanhaling" \\ } </style>'
READY = re.compile("Je boekje is klaar")


@pytest.fixture(scope="module")
def titles(vocabularies):
    return {practice.id: practice.title for practice in load_practices(ROOT / "practices", vocabularies, TODAY)}


@pytest.fixture
def booklet(visit):
    """Open the page with practices that an earlier visit kept."""

    def open_page(*ids: str, notes: tuple[str, ...] = (), path: str = PAGE):
        page = visit("404.html")
        keep(page, *ids, notes=notes)
        return visit(path)

    return open_page


def ready(page):
    expect(page.get_by_text(READY)).to_be_visible()
    return page


def pieces(page) -> list[str]:
    return page.locator(".ekt-paper__piece h2").all_text_contents()


def choice(page, name: str):
    return page.get_by_role("checkbox", name=name)


def test_it_holds_the_chosen_practices_in_the_chosen_order_with_notes(booklet, titles):
    page = ready(booklet(THREE, ONE, TWO, notes=("Eerst dit.\nDan dat.", "", "Bel Anna")))
    expected = [f"{number}. {titles[one]}" for number, one in enumerate((THREE, ONE, TWO), 1)]
    assert pieces(page) == expected
    contents = page.locator("[data-contents] a")
    assert contents.all_text_contents() == [titles[one] for one in (THREE, ONE, TWO)]
    notes = page.locator(".ekt-booklet__note")
    assert notes.locator("p").all_text_contents() == ["Eerst dit.\nDan dat.", "Bel Anna"]
    assert page.locator(f"#praktijken-{TWO} .ekt-booklet__note").count() == 1
    expect(page.locator(f"#praktijken-{ONE}")).to_contain_text("In een infohoek liggen folders van partners")
    assert page.locator(".ekt-paper .ekt-keep").count() == 0


def test_its_title_stands_on_the_cover_and_is_kept(booklet):
    page = ready(booklet(ONE, TWO))
    expect(page.get_by_role("heading", name="Mijn boekje", level=2)).to_be_visible()
    page.get_by_label("Titel van je boekje").fill("Vorming in Boom")
    expect(page.get_by_role("heading", name="Vorming in Boom")).to_be_visible()
    expect(page).to_have_title("Vorming in Boom")
    choice(page, "Leeg werkblad").uncheck()
    page.reload()
    ready(page)
    expect(page.get_by_label("Titel van je boekje")).to_have_value("Vorming in Boom")
    expect(choice(page, "Leeg werkblad")).not_to_be_checked()
    expect(page.locator("#werkblad")).to_be_hidden()


def test_the_cover_has_the_day_in_words_and_the_address(booklet):
    page = booklet(ONE)
    page.clock.set_fixed_time("2027-03-01T12:00:00")
    page.reload()
    ready(page)
    cover = printed(page)[0].text
    assert "Gemaaktop1maart2027" in cover
    assert squeeze(f"{PAGE}?{query(ONE)}") in cover


def test_on_paper(booklet, titles):
    page = ready(booklet(*FIVE, notes=("Mijn eerste idee",)))
    page.get_by_label("Titel van je boekje").fill("Samen aan de slag")
    sheets = printed(page)
    assert missing(page, sheets) == []
    assert nearly_empty(sheets) == []
    cover, contents, *others = sheets
    assert cover.text.startswith("ElkkindteltSamenaandeslag5praktijken")
    assert cover.number is None
    assert contents.text.startswith("Inhoud")
    assert [squeeze(titles[one]) in contents.text for one in FIVE] == [True] * 5
    assert "Watzoubijonswerken?" in contents.text
    text = whole(sheets)
    assert "MijnnotitieMijneersteidee" in text
    for words in ("Titel van je boekje", "Wat komt erin", "Druk af", "Je boekje is klaar", "Bewaar", "Ga naar inhoud"):
        assert squeeze(words) not in text
    # Each practice on its own sheets, named at their head.
    heads = [" ".join(sheet.heads) for sheet in others]
    for number, one in enumerate(FIVE, 1):
        name = f"{number}. {titles[one]}"
        first = next(place for place, head in enumerate(heads) if squeeze(name) in squeeze(head))
        assert squeeze(name) in squeeze("".join(others[first].lines[:4]))
        assert squeeze("Samen aan de slag") in squeeze(heads[first])
    # The tables lie wide, what follows stands again.
    wide = [sheet for sheet in sheets if sheet.size == (A4[1], A4[0])]
    assert "naastelkaar" in wide[0].text
    assert sheets[-1].size == A4
    assert sheets[-1].text.startswith("Watzoubijonswerken?")
    assert sheets[-2] == wide[-1]


def test_five_practices_are_compared_in_two_tables_none_alone(booklet, titles):
    page = ready(booklet(*FIVE))
    tables = page.locator("#vergelijking table")
    assert tables.locator("caption").all_text_contents() == [
        "Praktijken 1 tot 3 naast elkaar",
        "Praktijken 4 tot 5 naast elkaar",
    ]
    assert tables.last.get_by_role("columnheader").all_text_contents()[1].endswith(f"5. {titles[FIFTH]}")
    assert tables.first.get_by_role("rowheader").count() == 19
    expect(tables.first.get_by_role("row", name=re.compile("^Voor wie"))).to_contain_text(
        "Ouders met kinderen tot 3 jaar"
    )


def test_the_table_says_the_same_as_the_page_to_compare(booklet, visit):
    cells = "all => all.map((one) => one.textContent)"
    inside = ready(booklet(ONE, TWO, THREE)).locator("#vergelijking tbody :is(th, td)").evaluate_all(cells)
    outside = visit(f"vergelijken/?{query(ONE, TWO, THREE)}").locator(".ekt-compare tbody :is(th, td)")
    assert inside == outside.evaluate_all(cells)
    assert len(inside) == 19 * 4


def test_one_practice_has_nothing_to_compare(booklet):
    page = ready(booklet(ONE))
    expect(page.locator("#vergelijking")).to_be_hidden()
    expect(choice(page, "Vergelijking in een tabel")).to_be_hidden()
    expect(page.get_by_text("Eén praktijk tegen kinderarmoede")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Omslag", "Gemaakt op"),
        ("Inhoud", "Inhoud"),
        ("De praktijken", "Over deze fiche"),
        ("Mijn notities", "Mijn eigen idee"),
        ("Vergelijking in een tabel", "naast elkaar, in beeld"),
        ("Leeg werkblad", "Wat bestaat er bij ons al"),
    ],
)
def test_each_part_can_be_left_out(booklet, name, words):
    words = words.replace(", in beeld", "")
    page = ready(booklet(ONE, TWO, notes=("Mijn eigen idee",)))
    assert squeeze(words) in whole(printed(page))
    choice(page, name).uncheck()
    sheets = printed(page)
    assert squeeze(words) not in whole(sheets)
    assert nearly_empty(sheets) == []
    choice(page, name).check()
    assert squeeze(words) in whole(printed(page))


def test_with_everything_left_out_it_says_so(booklet):
    page = ready(booklet(ONE))
    for box in page.locator("[data-choice] input:visible").all():
        box.uncheck()
    expect(page.get_by_text("Er staat niets meer in je boekje.")).to_be_visible()
    expect(page.get_by_role("button", name="Druk af")).to_be_hidden()


def test_links_between_chosen_practices_stay_inside(booklet):
    page = ready(booklet("boempatat-boom", "de-speeldoos-mechelen"))
    inside = page.locator("#praktijken-boempatat-boom a", has_text="De Speeldoos").first
    assert inside.get_attribute("href") == "#praktijken-de-speeldoos-mechelen"
    outside = page.locator("#praktijken-boempatat-boom a", has_text="Ruilwinkel 'De Rupse'").first
    assert outside.get_attribute("href").endswith("praktijken/de-rupse-poperinge/")
    hrefs = page.locator(".ekt-paper a[href^='#']").evaluate_all(
        "all => all.map((a) => a.getAttribute('href').slice(1))"
    )
    assert page.evaluate("all => all.filter((id) => !document.getElementById(id))", hrefs) == []
    outside.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("De Rupse")


def test_every_id_is_there_once(booklet):
    page = ready(booklet(*FIVE))
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_the_address_makes_a_booklet_and_leaves_the_selection_alone(booklet, titles):
    path = f"{PAGE}?{query(THREE, 'weg-ermee', ONE)}"
    page = ready(booklet(FOUR, ONE, notes=("", "Nota bij Boom"), path=path))
    assert pieces(page) == [f"1. {titles[THREE]}", f"2. {titles[ONE]}"]
    expect(page.get_by_text("niet van je eigen selectie")).to_be_visible()
    expect(page.get_by_text("Misschien is de naam veranderd: weg-ermee.")).to_be_visible()
    expect(page.locator(".ekt-booklet__note")).to_contain_text("Nota bij Boom")
    page.get_by_role("link", name="je selectie").click()
    expect(page.get_by_role("heading", name="Gedeelde selectie")).to_be_visible()
    page.get_by_role("link", name="Maak een boekje").click()
    ready(page)
    assert page.url.endswith(f"{PAGE}?{query(THREE, ONE)}")
    assert pieces(page) == [f"1. {titles[THREE]}", f"2. {titles[ONE]}"]
    kept = json.loads(page.evaluate("localStorage.getItem('ekt-selectie')"))
    assert [entry["id"] for entry in kept["practices"]] == [FOUR, ONE]


def test_the_own_selection_leads_to_its_booklet(booklet, titles):
    page = booklet(TWO, ONE, path="mijn-selectie/")
    page.get_by_role("link", name="Maak een boekje").click()
    ready(page)
    assert page.url.endswith(PAGE)
    assert pieces(page) == [f"1. {titles[TWO]}", f"2. {titles[ONE]}"]


def test_nothing_chosen(booklet):
    page = booklet()
    expect(page.get_by_text("Je koos nog geen praktijken.")).to_be_visible()
    expect(page.get_by_role("button", name="Druk af")).to_be_hidden()
    expect(page.locator("[data-paper]")).to_be_hidden()
    (sheet,) = printed(page)
    assert "Mijnboekje" in sheet.text
    assert "Jekoosnoggeenpraktijken" in sheet.text


def test_practices_that_are_gone_are_told(booklet, titles):
    page = ready(booklet("oude-naam", ONE))
    expect(page.get_by_text("Eén praktijk kennen we niet.")).to_be_visible()
    assert pieces(page) == [f"1. {titles[ONE]}"]


def test_a_text_that_cannot_load_is_told_and_the_rest_goes_on(booklet, page, titles):
    page.route(f"**/papier/{TWO}.js", lambda route: route.abort())
    ready(booklet(ONE, TWO, THREE, notes=("", "Toch mijn notitie")))
    expect(page.get_by_text("Van één praktijk kon de tekst niet geladen worden")).to_contain_text(titles[TWO])
    assert pieces(page) == [f"{number}. {titles[one]}" for number, one in enumerate((ONE, TWO, THREE), 1)]
    gap = page.locator(f"#praktijken-{TWO}")
    expect(gap).to_contain_text(f"praktijken/{TWO}/")
    expect(gap).to_contain_text("Toch mijn notitie")
    assert page.locator("#vergelijking").get_by_role("columnheader").count() == 3
    assert nearly_empty(printed(page)) == []


def test_without_the_data_it_says_what_to_do(visit, page):
    page.route("**/practices.js", lambda route: route.abort())
    visit(f"{PAGE}?{query(ONE)}")
    expect(page.get_by_text("Deze pagina werkt alleen met JavaScript")).to_be_visible()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_it_says_what_to_do(visit):
    page = visit(f"{PAGE}?{query(ONE)}")
    expect(page.get_by_text("Deze pagina werkt alleen met JavaScript")).to_be_visible()
    assert page.get_by_role("main").locator(":is(button, select, input, table):visible").count() == 0
    page.get_by_role("link", name="druk een heel hoofdstuk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Afdrukken")


@pytest.mark.parametrize("storage", [NO_STORAGE, FULL_STORAGE])
def test_a_browser_that_keeps_nothing(visit, page, titles, storage):
    page.add_init_script(storage)
    visit(f"{PAGE}?{query(ONE, TWO)}")
    ready(page)
    expect(page.get_by_text("Je browser bewaart hier niets")).to_be_visible()
    page.get_by_label("Titel van je boekje").fill("Toch een titel")
    expect(page.get_by_role("heading", name="Toch een titel")).to_be_visible()
    assert pieces(page) == [f"1. {titles[ONE]}", f"2. {titles[TWO]}"]
    visit("mijn-selectie/?" + query(ONE, TWO))
    page.get_by_role("link", name="Maak een boekje").click()
    ready(page)
    assert pieces(page) == [f"1. {titles[ONE]}", f"2. {titles[TWO]}"]


@pytest.mark.parametrize("kept", ["geen json", "[]", '{"version": 1, "title": 7, "without": "cover"}', "null"])
def test_settings_that_cannot_be_read_do_no_harm(booklet, page, kept):
    page.add_init_script(f"localStorage.setItem('ekt-boekje', {json.dumps(kept)})")
    ready(booklet(ONE))
    expect(page.get_by_role("heading", name="Mijn boekje", level=2)).to_be_visible()


def test_hostile_words_stay_words(booklet):
    page = ready(booklet(ONE, TWO, notes=(HOSTILE,)))
    page.get_by_label("Titel van je boekje").fill(HOSTILE)
    expect(page.get_by_role("heading", name=HOSTILE)).to_be_visible()
    expect(page.locator(".ekt-booklet__note p")).to_have_text(HOSTILE)
    sheets = printed(page)
    assert squeeze(HOSTILE) in sheets[0].text
    assert squeeze(HOSTILE) in squeeze("".join(sheets[3].heads))
    assert sheets[3].size == A4
    assert page.locator(".ekt-paper img").count() == 0
    assert page.evaluate("window.pwned") is None


def test_a_hostile_record_stays_text(page, hostile_site):
    server = Server(hostile_site)
    page.goto(f"{server.address}/{PAGE}?{query('vijandig', ONE)}")
    ready(page)
    assert len(pieces(page)) == 2
    printed(page)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.pwned") is None
    assert page.locator(".ekt-paper :is(img, script, iframe)").count() == 0
    server.close()


def test_twenty_practices(booklet, titles):
    ids = tuple(titles)[:20]
    page = ready(booklet(*ids))
    assert [piece.partition(". ")[2] for piece in pieces(page)] == [titles[one] for one in ids]
    assert page.locator("#vergelijking table").count() == 5
    sheets = printed(page)
    assert missing(page, sheets) == []
    assert nearly_empty(sheets) == []


def test_a_change_in_another_tab_shows(booklet, page, context, served_site, titles):
    ready(booklet(ONE, TWO))
    other = context.new_page()
    other.goto(f"{served_site}/mijn-selectie/")
    other.get_by_role("button", name=f"Haal weg {titles[ONE]}").click()
    expect(page.get_by_text("Je boekje is klaar: één praktijk.")).to_be_attached()
    assert pieces(page) == [f"1. {titles[TWO]}"]


def test_by_keyboard_alone(booklet, page):
    page.add_init_script("window.print = () => { window.asked = true; };")
    ready(booklet(ONE, TWO))
    page.get_by_label("Titel van je boekje").focus()
    page.keyboard.type("Met de toetsen")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(choice(page, "Omslag")).not_to_be_checked()
    for _ in range(6):
        page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="je selectie")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("window.asked")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing(booklet, page, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    ready(booklet(*FIVE, notes=("Een notitie",)))
    assert faults(page) == []


@pytest.mark.parametrize("width", [320, 360, 1000])
def test_it_fits_a_small_screen(booklet, page, width):
    page.set_viewport_size({"width": width, "height": 740})
    ready(booklet(*FIVE, notes=("x" * 300,)))
    page.get_by_label("Titel van je boekje").fill("Kinderarmoedebestrijdingsplan" * 4)
    assert fits(page)
    assert small_targets(page, ".ekt-booklet__tools :is(button, input[type=text], .ekt-choice)") == []


def test_in_the_site_on_a_stick(page, project, titles):
    (project.root / "mkdocs.yml").write_text(
        (project.root / "mkdocs.yml").read_text("utf-8") + "\nuse_directory_urls: false\n", "utf-8"
    )
    assert project.build().returncode == 0
    page.goto(f"{(project.site / 'afdrukken' / 'mijn-boekje.html').as_uri()}?{query(TWO, ONE)}")
    ready(page)
    assert pieces(page) == [f"1. {titles[TWO]}", f"2. {titles[ONE]}"]
    sheets = printed(page)
    assert missing(page, sheets) == []
    assert "file:" not in sheets[0].text
    page.locator("[data-contents] a").last.click()
    expect(page.locator(f"#praktijken-{ONE} h2")).to_be_in_viewport()
