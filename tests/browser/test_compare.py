"""Practices side by side in a real browser: the address says which, the table says how they differ."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from hooks.practice_data import practice_data
from schema.catalogue import Catalogue
from schema.records import load_practices
from tests.browser.chosen import FIVE, faults, fits, here, ids_of, keep, query, small_targets
from tests.browser.conftest import Server
from tests.conftest import ROOT, TODAY

ONE, TWO, THREE, FOUR, FIFTH = FIVE
THREE_OF_THEM = f"vergelijken/?{query(ONE, TWO, THREE)}"


@pytest.fixture(scope="module")
def data(vocabularies):
    return practice_data(Catalogue(load_practices(ROOT / "practices", vocabularies, TODAY), vocabularies))


@pytest.fixture(scope="module")
def titles(data):
    return {told["id"]: told["title"] for told in data["practices"]}


def heads(page) -> list[str]:
    expect(page.locator("[data-with-scripts]")).to_be_visible()
    return page.locator(".ekt-compare thead a").all_text_contents()


def state_of(columns: list[list[str]]) -> str:
    """Say what a row should say, by another way than the script's."""
    sets = [{text.lower() for text in column} for column in columns]
    if not any(sets):
        return "nergens vermeld"
    if not all(sets):
        return "niet overal vermeld"
    if all(found == sets[0] for found in sets):
        return "gelijk"
    shared = any(a & b for place, a in enumerate(sets) for b in sets[place + 1 :])
    return "deels gelijk" if shared else "verschilt"


def words(column: list) -> list[str]:
    return [text if isinstance(text, str) else text[0] for text in column]


def test_a_real_table_with_a_name_for_every_column_and_row(visit, titles):
    page = visit(THREE_OF_THEM)
    table = page.get_by_role("table")
    expect(table).to_have_accessible_name("3 praktijken naast elkaar, in 19 rubrieken")
    assert heads(page) == [titles[ONE], titles[TWO], titles[THREE]]
    assert table.locator("thead th[scope=col]").count() == 3
    assert table.locator("tbody th[scope=row]").count() == 19
    assert table.get_by_role("rowheader").count() == 19
    assert table.get_by_role("columnheader").count() == 3
    table.get_by_role("link", name=titles[TWO]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(titles[TWO])


@pytest.mark.parametrize("chosen", [(ONE, TWO), (ONE, TWO, THREE), (FOUR, FIFTH, ONE, THREE)])
def test_every_text_is_there_and_every_row_says_how_the_practices_differ(visit, data, chosen):
    page = visit(f"vergelijken/?{query(*chosen)}")
    told = {one["id"]: one for one in data["practices"]}
    rows = page.locator(".ekt-compare tbody tr").all()
    expected = [[[told[one]["summary"]] for one in chosen]]
    expected += [[told[one]["values"][place] for one in chosen] for place in range(len(data["fields"]))]
    assert len(rows) == len(expected)
    for row, columns in zip(rows, expected, strict=True):
        assert row.locator("[data-word]").text_content() == state_of([words(column) for column in columns])
        for cell, column in zip(row.locator("td").all(), columns, strict=True):
            text = cell.text_content()
            assert all(one in text for one in words(column))
            assert ("Niet vermeld in de fiche" in text) == (not column)
            assert text.count("(afgeleid)") == sum(not isinstance(one, str) and one[1] == "afgeleid" for one in column)


def test_what_only_one_of_them_has_stands_under_a_word(visit, data):
    page = visit(f"vergelijken/?{query(ONE, THREE)}")
    told = {one["id"]: one for one in data["practices"]}
    place = [field["label"] for field in data["fields"]].index("Methodes")
    first, second = (words(told[one]["values"][place]) for one in (ONE, THREE))
    row = page.locator("tbody tr", has=page.locator("th", has_text="Methodes"))
    if set(first) & set(second):
        alone = row.locator("td").first.locator(".ekt-compare__alone")
        expect(alone).to_contain_text("alleen hier")
        assert {one for one in first if one in alone.text_content()} == set(first) - set(second)
    else:
        assert row.locator(".ekt-compare__alone").count() == 0
    marked = page.locator(".ekt-compare__alone").count()
    assert marked
    assert page.locator(".ekt-compare__alone", has_text="alleen hier").count() == marked


def test_only_the_differences(visit):
    page = visit(THREE_OF_THEM)
    shown = page.locator(".ekt-compare tbody tr:visible [data-word]")
    page.get_by_label("Toon alleen verschillen").check()
    assert not {"gelijk", "nergens vermeld"} & set(shown.all_text_contents())
    expect(page.get_by_role("status").first).to_contain_text("alleen de")
    assert here(page).endswith("&alleen=verschillen")
    page.reload()
    expect(page.get_by_label("Toon alleen verschillen")).to_be_checked()
    page.go_back()
    expect(page.get_by_label("Toon alleen verschillen")).not_to_be_checked()
    expect(shown).to_have_count(19)


def test_the_address_follows_what_is_shown_and_the_history_works(visit, titles):
    page = visit("vergelijken/")
    expect(page.locator("[data-few]")).to_contain_text("Je koos nog geen praktijken")
    for one in (ONE, TWO):
        page.get_by_label("Zet een praktijk erbij").select_option(one)
        page.get_by_role("button", name="Zet erbij").click()
    assert ids_of(page) == [ONE, TWO]
    expect(page.get_by_role("status")).to_have_text(f"{titles[TWO]} staat erbij. Je vergelijkt nu 2 praktijken.")
    page.get_by_role("button", name=f"Haal weg {titles[ONE]}").click()
    assert ids_of(page) == [TWO]
    expect(page.get_by_role("table")).to_be_hidden()
    expect(page.locator("[data-few]")).to_contain_text(titles[TWO])
    page.go_back()
    assert heads(page) == [titles[ONE], titles[TWO]]
    page.go_back()
    expect(page.locator("[data-few]")).to_contain_text("Je koos één praktijk")
    page.go_forward()
    assert heads(page) == [titles[ONE], titles[TWO]]


def test_what_an_address_asks_in_vain_is_said(visit, titles):
    hostile = "<img src=x onerror=window.pwned=1>"
    page = visit(f"vergelijken/?{query(ONE, 'bestaat-niet', ONE, hostile, TWO)}")
    assert heads(page) == [titles[ONE], titles[TWO]]
    notice = page.get_by_role("list", name="Over dit adres")
    expect(notice).to_contain_text("2 praktijken uit het adres kennen we niet. Misschien is de naam veranderd: besta")
    expect(notice).not_to_contain_text("img")
    assert ids_of(page) == [ONE, TWO]
    assert page.evaluate("window.pwned") is None


def test_more_than_four_are_the_first_four(visit, titles):
    page = visit(f"vergelijken/?{query(*FIVE)}")
    assert heads(page) == [titles[one] for one in FIVE[:4]]
    notice = page.get_by_role("list", name="Over dit adres")
    expect(notice).to_contain_text(f"hoogstens 4 naast elkaar. Deze staan er niet bij: {titles[FIFTH]}.")
    assert ids_of(page) == list(FIVE[:4])
    expect(page.get_by_label("Zet een praktijk erbij")).to_be_hidden()
    expect(page.locator("[data-full]")).to_be_visible()


def test_the_chooser_offers_every_other_practice_and_first_those_kept(visit, data):
    page = visit("vergelijken/")
    keep(page, TWO, ONE)
    page.goto(page.url.partition("?")[0] + f"?{query(ONE, FOUR)}")
    options = page.locator("#ekt-erbij optgroup")
    assert options.nth(0).locator("option").evaluate_all("found => found.map((one) => one.value)") == [TWO]
    others = options.nth(1).locator("option").evaluate_all("found => found.map((one) => one.value)")
    assert set(others) == {one["id"] for one in data["practices"]} - {ONE, FOUR}
    page.get_by_role("button", name="Zet erbij").click()
    expect(page.get_by_role("status")).to_have_text("Kies eerst een praktijk in de lijst.")


def test_by_keyboard_alone(visit, titles):
    page = visit(f"vergelijken/?{query(ONE, TWO, THREE)}")
    page.get_by_label("Zet een praktijk erbij").focus()
    page.keyboard.type(titles[FOUR][:12])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert ids_of(page) == [ONE, TWO, THREE, FOUR]
    focused = "document.activeElement.textContent"
    assert page.evaluate(focused) == f"Haal weg {titles[FOUR]}"
    page.keyboard.press("Enter")
    assert ids_of(page) == [ONE, TWO, THREE]
    assert page.evaluate(focused) == f"Haal weg {titles[THREE]}"
    for _ in range(2):
        page.keyboard.press("Enter")
    assert ids_of(page) == [ONE]
    assert page.evaluate(focused) == f"Haal weg {titles[ONE]}"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "ekt-erbij"


def test_the_switch_by_keyboard(visit):
    page = visit(THREE_OF_THEM)
    page.get_by_label("Toon alleen verschillen").focus()
    page.keyboard.press("Space")
    assert "alleen=verschillen" in here(page)
    expect(page.get_by_label("Toon alleen verschillen")).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(320, 700), (360, 740), (320, 256), (1000, 700), (1440, 900)])
@pytest.mark.parametrize("ids", [(), (ONE, TWO), FIVE[:4]])
def test_nothing_scrolls_sideways_and_every_name_is_readable(visit, width, height, ids):
    page = visit(f"vergelijken/?{query(*ids)}")
    page.set_viewport_size({"width": width, "height": height})
    assert fits(page)
    assert small_targets(page, ".ekt-comparison :is(button, select, .ekt-choice)") == []
    if ids and width < 900:
        names = page.locator(".ekt-compare tbody tr").first.locator(".ekt-compare__name")
        assert names.evaluate_all("found => found.every((one) => one.offsetWidth > 200)")
        assert page.get_by_role("table").get_by_role("rowheader").count() == 19


def test_paper_is_wide_whole_and_repeats_its_heads(visit, page):
    visit(f"vergelijken/?{query(*FIVE[:4])}")
    page.emulate_media(media="print")
    for gone in (".ekt-header", ".ekt-chooser", ".ekt-compare-tools", ".ekt-compare button"):
        assert not page.locator(gone).first.is_visible(), gone
    assert page.locator(".ekt-compare tbody tr:visible").count() == 19
    assert page.locator(".ekt-compare thead").evaluate("e => getComputedStyle(e).display") == "table-header-group"
    # As wide as the page on which it is printed: A4 landscape without its margins.
    page.set_viewport_size({"width": 1032, "height": 700})
    right = page.locator(".ekt-compare").evaluate("e => e.getBoundingClientRect().right")
    assert right <= 1032
    cut = page.locator(".ekt-compare :is(th, td)").evaluate_all(
        "all => all.filter((e) => e.scrollWidth > e.clientWidth + 1).length"
    )
    assert cut == 0
    sheets = page.pdf(prefer_css_page_size=True)
    boxes = {
        tuple(round(float(one)) for one in found)
        for found in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", sheets)
    }
    assert boxes == {(842, 595)}
    expect(page.locator("[data-ekt-printed]")).to_contain_text(here(page))


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_it_says_what_to_do(visit):
    page = visit(THREE_OF_THEM)
    expect(page.get_by_text("Deze pagina werkt alleen met JavaScript")).to_be_visible()
    assert page.get_by_role("main").locator(":is(button, select, input, table):visible").count() == 0
    page.get_by_role("link", name="Naar alle praktijken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Praktijken")


def test_a_practice_leads_to_its_comparison(visit, titles):
    page = visit(f"praktijken/{ONE}/")
    page.get_by_role("link", name="Vergelijk met een andere").click()
    assert ids_of(page) == [ONE]
    expect(page.locator("[data-few]")).to_contain_text(titles[ONE])


@pytest.mark.parametrize("path", ["vergelijken/", f"vergelijken/?{query(ONE)}", f"vergelijken/?{query(*FIVE[:4])}"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1440)])
def test_axe_finds_nothing(visit, page, path, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    visit(path)
    assert faults(page) == []


@pytest.mark.parametrize("setting", [{"reduced_motion": "reduce"}, {"forced_colors": "active"}])
def test_it_works_with_reduced_motion_and_forced_colours(visit, page, setting):
    page.emulate_media(**setting)
    visit(THREE_OF_THEM)
    page.get_by_label("Zet een praktijk erbij").select_option(FOUR)
    page.get_by_role("button", name="Zet erbij").click()
    assert ids_of(page) == [ONE, TWO, THREE, FOUR]
    page.get_by_role("button", name=re.compile("^Haal weg")).first.click()
    for control in (page.get_by_label("Zet een praktijk erbij"), page.get_by_role("button", name="Zet erbij")):
        assert control.evaluate("e => parseFloat(getComputedStyle(e).borderTopWidth)") > 0


def test_hostile_texts_stay_texts(page, hostile_site):
    server = Server(hostile_site)
    page.goto(f"{server.address}/vergelijken/?{query('vijandig', ONE)}")
    expect(page.locator(".ekt-compare thead a").first).to_contain_text("<script>window.pwned=1</script>")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.pwned") is None
    assert page.locator(".ekt-compare :is(img, script)").count() == 0
    server.close()


def test_it_works_in_a_folder_on_a_stick(page, project, titles):
    config = project.root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("site_dir: site", "site_dir: site\nuse_directory_urls: false")
    config.write_text(text, encoding="utf-8")
    assert project.build().returncode == 0
    page.goto(f"{(project.site / 'praktijken' / f'{quote(ONE)}.html').as_uri()}")
    page.get_by_role("link", name="Vergelijk met een andere").click()
    page.get_by_label("Zet een praktijk erbij").select_option(TWO)
    page.get_by_role("button", name="Zet erbij").click()
    assert ids_of(page) == [ONE, TWO]
    page.reload()
    assert heads(page) == [titles[ONE], titles[TWO]]
    page.get_by_role("table").get_by_role("link", name=titles[TWO]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(titles[TWO])
