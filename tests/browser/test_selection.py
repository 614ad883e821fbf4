"""The reader's own selection in a real browser: kept here, nowhere else, and given on by the reader alone."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from playwright.sync_api import expect

from schema.records import load_practices
from tests.browser.chosen import (
    FIVE,
    FULL_STORAGE,
    NO_STORAGE,
    faults,
    fits,
    here,
    ids_of,
    keep,
    kept,
    query,
    small_targets,
)
from tests.browser.conftest import Server
from tests.conftest import ROOT, TODAY

ONE, TWO, THREE, FOUR, FIFTH = FIVE
HOSTILE = '<img src=x onerror=window.pwned=1> & "aanhaling"; =1+1'
FOCUSED = "document.activeElement.textContent.trim()"
PAGE = "mijn-selectie/"


@pytest.fixture(scope="module")
def titles(vocabularies):
    return {practice.id: practice.title for practice in load_practices(ROOT / "practices", vocabularies, TODAY)}


@pytest.fixture
def selection(visit):
    """Open the page with practices that an earlier visit kept."""

    def open_page(*ids: str, notes: tuple[str, ...] = (), path: str = PAGE):
        page = visit("404.html")
        keep(page, *ids, notes=notes)
        return visit(path)

    return open_page


def shown(page) -> list[str]:
    expect(page.locator("[data-with-scripts]")).to_be_visible()
    return page.locator("[data-items] [data-heading]").all_text_contents()


def header(page):
    return page.locator("[data-ekt-selection]")


# Buttons


def test_a_card_and_a_practice_can_be_kept_and_the_header_counts(visit, titles):
    page = visit("praktijken/")
    expect(header(page)).to_have_accessible_name("Mijn selectie 0 bewaard")
    button = page.get_by_role("button", name=f"Bewaar {titles[FOUR]}")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    pressed = page.get_by_role("button", name=f"Bewaard {titles[FOUR]}")
    expect(pressed).to_have_attribute("aria-pressed", "true")
    assert here(page).endswith("/praktijken/"), "the card's link lies under the button, not over it"
    visit(f"praktijken/{ONE}/")
    page.get_by_role("button", name=f"Bewaar {titles[ONE]}").click()
    expect(header(page)).to_have_accessible_name("Mijn selectie 2 bewaard")
    header(page).click()
    assert shown(page) == [titles[FOUR], titles[ONE]]
    visit(f"praktijken/{ONE}/")
    page.get_by_role("button", name=f"Bewaard {titles[ONE]}").click()
    assert kept(page) == [(FOUR, "")]


def test_a_note_comes_back_with_its_practice(selection, titles):
    page = selection("boempatat-boom", "feestvarken-vzw")
    page.get_by_label("Mijn notitie").first.fill("Vraag naar de ruilmunten.")
    page.goto(page.url.replace("mijn-selectie/", "praktijken/boempatat-boom/"))
    kept = page.get_by_role("button", name=re.compile("^Bewaard"))
    kept.click()
    page.get_by_role("button", name=re.compile("^Bewaar Boempatat")).click()
    page.goto(page.url.replace("praktijken/boempatat-boom/", "mijn-selectie/"))
    expect(page.get_by_label("Mijn notitie").last).to_have_value("Vraag naar de ruilmunten.")


def test_a_card_is_kept_by_keyboard_with_the_focus_in_sight(visit, titles):
    page = visit("dimensies/gezondheid/")
    page.locator(".ekt-card__title a").first.focus()
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Space")
    expect(focused).to_have_attribute("aria-pressed", "true")
    assert len(kept(page)) == 1
    assert small_targets(page, ".ekt-keep") == []


def test_the_search_of_the_catalogue_does_not_find_the_buttons(visit):
    page = visit("praktijken/?q=bewaard")
    assert page.locator(".ekt-results .ekt-card:visible").count() < 58


def test_going_back_shows_what_was_kept_meanwhile(visit, titles):
    page = visit("praktijken/")
    page.get_by_role("link", name=titles[FOUR], exact=True).click()
    page.get_by_role("button", name=f"Bewaar {titles[FOUR]}").click()
    page.go_back()
    expect(page.get_by_role("button", name=f"Bewaard {titles[FOUR]}")).to_be_visible()
    expect(header(page)).to_have_accessible_name("Mijn selectie 1 bewaard")


@pytest.mark.parametrize("width", [320, 360, 400, 800, 1220, 1280, 1440])
@pytest.mark.parametrize("path", ["", "financiering/", f"praktijken/{ONE}/"])
def test_the_header_still_fits(selection, width, path):
    page = selection(*FIVE, path=path)
    page.set_viewport_size({"width": width, "height": 700})
    assert fits(page)
    expect(header(page)).to_be_in_viewport(ratio=1)
    assert page.locator(".ekt-header").bounding_box()["height"] < 65
    assert small_targets(page, "[data-ekt-selection]") == []


# The page


def test_an_empty_selection_says_how_to_fill_it(visit):
    page = visit(PAGE)
    expect(page.get_by_text("Je koos nog geen praktijken")).to_be_visible()
    expect(page.get_by_role("button", name="Maak leeg")).to_be_hidden()
    page.get_by_role("link", name="Naar alle praktijken").locator("visible=true").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Praktijken")


def test_order_and_notes_survive_a_reload(selection, titles):
    page = selection(ONE, TWO, THREE)
    page.get_by_role("button", name=f"Lager {titles[ONE]}").click()
    expect(page.get_by_role("status").nth(1)).to_have_text(f"{titles[ONE]} staat nu op plaats 2 van 3.")
    page.get_by_label(f"Mijn notitie bij {titles[THREE]}").press_sequentially("Bel één keer.")
    assert kept(page) == [(TWO, ""), (ONE, ""), (THREE, "Bel één keer.")]
    page.reload()
    assert shown(page) == [titles[TWO], titles[ONE], titles[THREE]]
    expect(page.get_by_label(f"Mijn notitie bij {titles[THREE]}")).to_have_value("Bel één keer.")


def test_moving_by_keyboard_keeps_the_focus_on_what_moves(selection, titles):
    page = selection(ONE, TWO, THREE)
    status = page.get_by_role("status").nth(1)
    page.get_by_role("button", name=f"Hoger {titles[THREE]}").focus()
    for place in (2, 1):
        page.keyboard.press("Enter")
        expect(status).to_have_text(f"{titles[THREE]} staat nu op plaats {place} van 3.")
        assert page.evaluate(FOCUSED) == f"Hoger {titles[THREE]}"
    page.keyboard.press("Enter")
    expect(status).to_have_text(f"{titles[THREE]} staat al bovenaan.")
    assert page.evaluate(FOCUSED) == f"Hoger {titles[THREE]}"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert [one for one, _ in kept(page)] == [ONE, THREE, TWO]
    assert page.evaluate(FOCUSED) == f"Lager {titles[THREE]}"


def test_removing_by_keyboard_goes_on_with_the_next_and_can_be_undone(selection, titles):
    page = selection(ONE, TWO, THREE, notes=("een", "twee"))
    page.get_by_role("button", name=f"Haal weg {titles[TWO]}").press("Enter")
    expect(page.get_by_role("status").nth(1)).to_have_text(f"{titles[TWO]} is weg. Er zijn nog 2 praktijken.")
    assert page.evaluate(FOCUSED) == f"Haal weg {titles[THREE]}"
    page.get_by_label(f"Mijn notitie bij {titles[ONE]}").fill("later geschreven")
    page.get_by_role("button", name="Maak ongedaan").press("Enter")
    assert kept(page) == [(ONE, "later geschreven"), (TWO, "twee"), (THREE, "")]
    assert page.evaluate(FOCUSED) == f"Haal weg {titles[TWO]}"
    expect(page.get_by_role("button", name="Maak ongedaan")).to_be_hidden()


def test_emptying_can_be_undone(selection, titles):
    page = selection(ONE, TWO, notes=("een",))
    page.get_by_role("button", name="Maak leeg").click()
    expect(page.get_by_text("Je koos nog geen praktijken")).to_be_visible()
    expect(page.get_by_role("status").nth(1)).to_have_text("Je selectie is leeg.")
    assert page.evaluate(FOCUSED) == "Maak ongedaan"
    page.keyboard.press("Enter")
    assert kept(page) == [(ONE, "een"), (TWO, "")]
    assert shown(page) == [titles[ONE], titles[TWO]]


def test_a_practice_that_is_gone_is_said_and_can_be_removed(selection, titles):
    page = selection(ONE, "is-er-niet-meer", notes=("", "mijn woorden"))
    expect(page.get_by_role("heading", name="is-er-niet-meer: niet meer op de site")).to_be_visible()
    expect(page.get_by_label("Mijn notitie bij is-er-niet-meer")).to_have_value("mijn woorden")
    assert "is-er-niet-meer" not in page.get_by_label("Link naar deze selectie").input_value()
    page.get_by_role("button", name="Haal weg is-er-niet-meer").click()
    assert kept(page) == [(ONE, "")]


def test_hostile_notes_stay_texts(selection, titles):
    page = selection(ONE, notes=(HOSTILE,))
    expect(page.get_by_label(f"Mijn notitie bij {titles[ONE]}")).to_have_value(HOSTILE)
    expect(page.locator("[data-note-printed]")).to_have_text(HOSTILE)
    assert page.locator("[data-own] img").count() == 0
    assert page.evaluate("window.pwned") is None


def test_hostile_titles_stay_texts(page, hostile_site):
    server = Server(hostile_site)
    page.goto(f"{server.address}/mijn-selectie/")
    keep(page, "vijandig", ONE)
    page.reload()
    expect(page.locator("[data-items] a").first).to_contain_text("<script>window.pwned=1</script>")
    page.get_by_role("button", name="Haal weg").first.click()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.pwned") is None
    assert page.locator("[data-with-scripts] :is(img, script)").count() == 0
    server.close()


@pytest.mark.parametrize(
    "broken", ["geen json", "[]", '{"version": 9}', '{"version": 1, "practices": [{"id": "<b>"}]}']
)
def test_what_cannot_be_read_is_said(visit, broken):
    page = visit("404.html")
    page.evaluate("text => localStorage.setItem('ekt-selectie', text)", broken)
    visit(PAGE)
    expect(page.locator("[data-notices]")).to_contain_text("kunnen we niet helemaal lezen")
    expect(page.get_by_text("Je koos nog geen praktijken")).to_be_visible()


# Comparing


def test_a_few_are_compared_at_once(selection):
    page = selection(ONE, TWO)
    page.get_by_role("button", name="Vergelijk deze 2 praktijken").click()
    page.wait_for_url("**/vergelijken/**")
    assert ids_of(page) == [ONE, TWO]


def test_of_more_than_four_the_reader_picks(selection, titles):
    page = selection(*FIVE)
    button = page.get_by_role("button", name=re.compile("^Vergelijk wat je aanduidde"))
    button.click()
    expect(page.get_by_role("status").nth(1)).to_have_text("Duid 2 tot 4 praktijken aan; nu zijn het er 0.")
    for one in (FIFTH, TWO):
        page.get_by_label(f"Vergelijk {titles[one]}").focus()
        page.keyboard.press("Space")
    expect(button).to_have_text("Vergelijk wat je aanduidde (2)")
    button.press("Enter")
    page.wait_for_url("**/vergelijken/**")
    assert ids_of(page) == [TWO, FIFTH]


# Sharing


def test_the_link_holds_the_practices_in_order_and_no_notes(selection, page, titles):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    selection(TWO, ONE, notes=("geheim",))
    field = page.get_by_label("Link naar deze selectie")
    assert field.input_value().endswith(f"/mijn-selectie/?{query(TWO, ONE)}")
    expect(field).to_have_attribute("readonly", "")
    page.get_by_role("button", name="Kopieer link").press("Enter")
    expect(page.get_by_role("status").nth(1)).to_have_text("De link is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == field.input_value()
    assert page.evaluate(FOCUSED) == "Kopieer link"


def test_where_copying_is_not_allowed_the_link_is_selected(selection, page):
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false")
    selection(TWO, ONE)
    page.get_by_role("button", name="Kopieer link").click()
    expect(page.get_by_role("status").nth(1)).to_contain_text("kopieer hem zelf")
    field = page.get_by_label("Link naar deze selectie")
    expect(field).to_be_focused()
    assert field.evaluate("e => e.value.slice(e.selectionStart, e.selectionEnd) === e.value")


def test_a_shared_selection_overwrites_nothing(selection, titles):
    page = selection(ONE, TWO, notes=("van mij",), path=f"{PAGE}?{query(THREE, ONE, 'bestaat-niet')}")
    expect(page.get_by_role("heading", name="Gedeelde selectie")).to_be_visible()
    assert page.locator("[data-shared-items] [data-heading]").all_text_contents() == [titles[THREE], titles[ONE]]
    expect(page.locator("[data-notices]")).to_contain_text("Eén praktijk uit het adres kennen we niet.")
    assert kept(page) == [(ONE, "van mij"), (TWO, "")]
    page.get_by_role("button", name="Voeg toe aan mijn selectie").click()
    assert kept(page) == [(ONE, "van mij"), (TWO, ""), (THREE, "")]
    assert shown(page) == [titles[ONE], titles[TWO], titles[THREE]]
    assert here(page).endswith(PAGE)
    page.get_by_role("button", name="Maak ongedaan").click()
    assert kept(page) == [(ONE, "van mij"), (TWO, "")]
    page.go_back()
    expect(page.get_by_role("heading", name="Gedeelde selectie")).to_be_visible()


def test_a_shared_selection_can_take_the_place_of_ones_own(selection):
    page = selection(ONE, TWO, notes=("van mij", "weg"), path=f"{PAGE}?{query(THREE, ONE)}")
    page.get_by_role("button", name="Vervang mijn selectie").click()
    assert kept(page) == [(THREE, ""), (ONE, "van mij")]
    page.get_by_role("button", name="Maak ongedaan").click()
    assert kept(page) == [(ONE, "van mij"), (TWO, "weg")]


def test_without_an_own_selection_there_is_nothing_to_replace(visit):
    page = visit(f"{PAGE}?{query(ONE, TWO)}")
    expect(page.get_by_role("button", name="Vervang mijn selectie")).to_be_hidden()
    assert kept(page) == []
    page.get_by_role("button", name="Bewaar als mijn selectie").click()
    assert kept(page) == [(ONE, ""), (TWO, "")]


def test_a_link_to_ones_own_selection_is_ones_own(selection):
    page = selection(ONE, TWO, path=f"{PAGE}?{query(ONE, TWO)}")
    expect(page.get_by_role("heading", name="Gedeelde selectie")).to_be_hidden()
    expect(page.get_by_role("heading", name="2 praktijken bewaard")).to_be_visible()


# Files


def download(page, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return waiting.value.path().read_bytes()


def test_the_spreadsheet_can_be_read_back_and_runs_nothing(selection, page, served_site, titles):
    notes = ('=HYPERLINK("http://kwaad")', "+1", "-1", "@som", "\t=1", '  =2; "x"\nregel é', "gewoon")
    ids = (*FIVE, "is-er-niet-meer", "kledingtoelage-geel")
    selection(*ids, notes=notes)
    content = download(page, "Rekenblad (.csv)")
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == ["Kenmerk", "Titel", "Adres", "Mijn notitie", "Datum", "Site"]
    assert [row[0] for row in rows[1:]] == list(ids)
    assert [row[3] for row in rows[1:]] == [*(f"'{note}" for note in notes[:6]), "gewoon"]
    assert rows[1][1:3] == [titles[ONE], f"{served_site}/praktijken/{ONE}/"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", rows[1][4])
    assert rows[1][5] == f"{served_site}/"
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in {*"=+-@"} and cell]


def test_the_json_file_holds_the_same(selection, page, served_site, titles):
    selection(ONE, TWO, notes=(HOSTILE,))
    found = json.loads(download(page, "Gegevens (.json)"))
    assert found["site"] == f"{served_site}/"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", found["datum"])
    address = f"{served_site}/praktijken/{ONE}/"
    assert found["praktijken"][0] == {"id": ONE, "titel": titles[ONE], "adres": address, "notitie": HOSTILE}
    assert found["praktijken"][1]["notitie"] == ""


# Two tabs, and browsers that keep nothing


def test_two_tabs_stay_in_step(selection, page, served_site, titles):
    selection(ONE, TWO)
    other = page.context.new_page()
    other.goto(f"{served_site}/{PAGE}")
    page.get_by_role("button", name=f"Hoger {titles[TWO]}").focus()
    other.get_by_role("button", name=f"Lager {titles[ONE]}").click()
    other.get_by_label(f"Mijn notitie bij {titles[TWO]}").fill("uit de andere tab")
    expect(page.locator("[data-items] [data-heading]").first).to_have_text(titles[TWO])
    expect(page.get_by_label(f"Mijn notitie bij {titles[TWO]}")).to_have_value("uit de andere tab")
    expect(page.get_by_role("button", name=f"Hoger {titles[TWO]}")).to_be_focused()
    other.goto(f"{served_site}/praktijken/{THREE}/")
    other.get_by_role("button", name=f"Bewaar {titles[THREE]}").click()
    expect(page.locator("[data-items] li")).to_have_count(3)
    expect(header(page)).to_have_accessible_name("Mijn selectie 3 bewaard")


@pytest.mark.parametrize("script", [NO_STORAGE, FULL_STORAGE], ids=["blocked", "full"])
def test_a_browser_that_keeps_nothing_says_so_and_the_address_helps(visit, page, script, titles):
    page.add_init_script(script)
    visit(f"praktijken/{ONE}/")
    page.get_by_role("button", name=f"Bewaar {titles[ONE]}").click()
    expect(page.locator(".ekt-keep__note")).to_contain_text("Je browser bewaart hier niets")
    header(page).click()
    page.wait_for_url("**/mijn-selectie/**")
    assert ids_of(page) == [ONE]
    expect(page.locator("[data-notices]")).to_contain_text("Je browser bewaart hier niets")
    assert shown(page) == [titles[ONE]]
    visit(f"{PAGE}?{query(ONE, TWO)}")
    page.get_by_role("button", name=f"Lager {titles[ONE]}").click()
    page.get_by_label(f"Mijn notitie bij {titles[ONE]}").fill("zolang de pagina duurt")
    assert ids_of(page) == [TWO, ONE]
    page.reload()
    assert shown(page) == [titles[TWO], titles[ONE]]
    page.get_by_role("button", name="Maak leeg").click()
    assert ids_of(page) == []


def test_storage_that_fills_up_while_writing_is_said_and_can_recover(selection, page, titles):
    selection(ONE, TWO)
    page.evaluate("() => { window.before = Storage.prototype.setItem; }")
    page.evaluate(f"() => {{ {FULL_STORAGE} }}")
    page.get_by_label(f"Mijn notitie bij {titles[ONE]}").fill("te veel")
    expect(page.locator("[data-notices]")).to_contain_text("de opslag is vol")
    expect(page.get_by_label(f"Mijn notitie bij {titles[ONE]}")).to_have_value("te veel")
    page.evaluate("() => { Storage.prototype.setItem = window.before; }")
    page.get_by_role("button", name=f"Haal weg {titles[TWO]}").click()
    expect(page.locator("[data-notices]")).to_be_hidden()
    assert kept(page) == [(ONE, "te veel")]


# Every reader


@pytest.mark.browser_context_args(java_script_enabled=False)
@pytest.mark.parametrize("path", [PAGE, f"{PAGE}?{query(ONE)}"])
def test_without_scripts_it_says_what_to_do(visit, path):
    page = visit(path)
    expect(page.get_by_text("Deze pagina werkt alleen met JavaScript")).to_be_visible()
    assert page.get_by_role("main").locator(":is(button, select, input, textarea):visible").count() == 0
    expect(header(page)).to_be_hidden()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_nothing_offers_to_keep_or_compare(visit):
    page = visit(f"praktijken/{ONE}/")
    assert page.locator(".ekt-keep:visible").count() == 0


@pytest.mark.parametrize(("width", "height"), [(320, 700), (360, 740), (320, 256), (1440, 900)])
@pytest.mark.parametrize("path", [PAGE, f"{PAGE}?{query(ONE, THREE)}"])
def test_nothing_scrolls_sideways_and_a_finger_can_hit_it(selection, width, height, path):
    page = selection(*FIVE, "is-er-niet-meer", notes=("x" * 300,), path=path)
    page.set_viewport_size({"width": width, "height": height})
    assert fits(page)
    assert small_targets(page, ".ekt-own-selection :is(button, .ekt-choice, input[type=text])") == []


def test_paper_shows_titles_addresses_and_notes_and_no_buttons(selection, served_site):
    page = selection(ONE, TWO, notes=("Eerst bellen.",))
    page.emulate_media(media="print")
    main = page.get_by_role("main")
    assert main.locator(":is(button, input, textarea, label):visible").count() == 0
    expect(main.get_by_text("Eerst bellen.")).to_be_visible()
    expect(main.get_by_text(f"{served_site}/praktijken/{TWO}/")).to_be_visible()
    assert main.get_by_text("Mijn notitie:").locator("visible=true").count() == 1
    page.goto(f"{served_site}/praktijken/")
    page.emulate_media(media="print")
    assert page.locator(".ekt-keep:visible").count() == 0


@pytest.mark.parametrize("ids", [(), (ONE,), (*FIVE, "is-er-niet-meer")])
@pytest.mark.parametrize("path", [PAGE, f"{PAGE}?{query(THREE, ONE)}"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1440)])
def test_axe_finds_nothing(selection, ids, path, scheme, width):
    page = selection(*ids, path=path)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.reload()
    assert faults(page) == []


@pytest.mark.parametrize("setting", [{"reduced_motion": "reduce"}, {"forced_colors": "active"}])
def test_it_works_with_reduced_motion_and_forced_colours(selection, page, setting, titles):
    page.emulate_media(**setting)
    selection(ONE, TWO)
    page.get_by_role("button", name=f"Lager {titles[ONE]}").click()
    assert [one for one, _ in kept(page)] == [TWO, ONE]
    for control in page.locator("[data-own] :is(textarea, input[type=text], button:not([hidden]))").all():
        assert control.evaluate("e => parseFloat(getComputedStyle(e).borderTopWidth)") > 0


def test_it_works_in_a_folder_on_a_stick(page, project, titles):
    config = project.root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("site_dir: site", "site_dir: site\nuse_directory_urls: false")
    config.write_text(text, encoding="utf-8")
    assert project.build().returncode == 0
    page.goto((project.site / "praktijken" / "index.html").as_uri())
    page.get_by_role("button", name=f"Bewaar {titles[FOUR]}").click()
    page.get_by_role("button", name=f"Bewaar {titles[ONE]}").click()
    header(page).click()
    page.wait_for_url("**/mijn-selectie.html")
    page.get_by_role("button", name=f"Lager {titles[FOUR]}").click()
    page.get_by_label(f"Mijn notitie bij {titles[ONE]}").fill("op de stick")
    page.reload()
    assert shown(page) == [titles[ONE], titles[FOUR]]
    expect(page.get_by_text("De link werkt alleen daar.")).to_be_visible()
    link = page.get_by_label("Link naar deze selectie").input_value()
    assert link.endswith(f"mijn-selectie.html?{query(ONE, FOUR)}")
    content = download(page, "Rekenblad (.csv)").decode("utf-8-sig")
    assert "op de stick" in content
    assert (project.site / "praktijken" / f"{ONE}.html").as_uri() in content
    page.get_by_role("button", name="Vergelijk deze 2 praktijken").click()
    page.wait_for_url("**/vergelijken.html?**")
    assert page.locator(".ekt-compare thead a").all_text_contents() == [titles[ONE], titles[FOUR]]
    page.goto(link.replace(FOUR, TWO))
    expect(page.get_by_role("heading", name="Gedeelde selectie")).to_be_visible()
