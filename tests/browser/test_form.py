"""The form in a real browser: from an empty page to a practice on the site, without git and without YAML."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from schema.field_guide import describe_fields
from schema.practice import Practice
from tests.browser.chosen import FULL_STORAGE, NO_STORAGE
from tests.browser.conftest import Server
from tests.browser.form_pages import (
    ONLY_REAL,
    PAGE,
    SMALL,
    add,
    check,
    data,
    download,
    field,
    fill,
    opened,
    practice_page,
    preview,
    problems,
    unfold,
)
from tests.conftest import ENVIRONMENT, ROOT


def choose_municipality(page, typed: str, name: str) -> None:
    combo = page.get_by_role("combobox", name="Typ het begin")
    combo.fill(typed)
    page.get_by_role("option", name=name).first.click()


# A practice from nothing to its page

TITLE = 'Samen eten: "iedereen mee" in \'t park'
ADDRESS = "https://www.voorbeeld.be/" + "a" * 181 + "?x=1&y=no"
PARTNERS = ["no", "T'ANtWOORD", "12:30 vzw", "# geen opmerking", "- streep", *(f"Partner {n}: stad" for n in range(11))]
STEPS = ["12:30", 'Wie komt, eet mee: "gratis".', "'s Avonds ruimen we samen op."]


def fill_like_an_editor(page) -> None:
    page.get_by_label("Titel", exact=True).first.fill(TITLE)
    page.get_by_label("In het kort").fill("Buren eten samen: ouders, kinderen en wie alleen woont.")
    field(page, "doelgroep").get_by_label("Voor wie", exact=True).fill('Iedereen: ook wie "no money" heeft.')
    field(page, "einddoelgroep").get_by_label("Ouders", exact=True).check()
    choose_municipality(page, "boo", "Boom")
    lead = field(page, "trekkers").locator("[data-item]").first
    lead.get_by_label("Naam").fill("yes")
    lead.get_by_label("Soort partner").select_option("overheid")
    field(page, "dimensies").get_by_label("Gezondheid").check()
    field(page, "methodes").get_by_label("Ontmoetingsplaats").check()
    for step in STEPS:
        item = field(page, "aanpak").locator("[data-item]").last if step == STEPS[0] else add(page, "aanpak")
        item.locator("textarea").fill(step)
    page.get_by_label("Stand", exact=True).select_option("lopend")
    page.get_by_label("Peildatum").fill("2025-06")
    source = field(page, "bronnen").locator("[data-item]").first
    source.get_by_label("Titel").fill("null")
    source.get_by_label("Webadres").fill(ADDRESS)


def tell_more(page) -> None:
    unfold(page)
    for name in PARTNERS:
        item = add(page, "partners")
        item.get_by_label("Naam").fill(name)
        item.get_by_label("Soort partner").select_option("verenigingsleven")
    age = field(page, "leeftijd")
    age.get_by_label("Zwangerschap").check()
    age.get_by_label("Tot", exact=True).fill("3")
    money = add(page, "bedragen")
    money.get_by_label("Bedrag").fill("12,50")
    money.get_by_label("Waarvoor").fill("Een maaltijd: hoofdgerecht en soep.")
    money.get_by_label("Bron").fill("on")


def test_what_an_editor_types_is_on_the_site_unchanged(form, page, project):
    assert len(ADDRESS) == 215
    assert len(PARTNERS) == 16
    form()
    fill_like_an_editor(page)
    tell_more(page)
    check(page)
    assert problems(page) == []
    expect(page.locator("[data-verdict]")).to_have_text("Alles klopt. Je kunt de praktijk doorgeven.")
    found = download(page)
    assert found.suggested_filename == "samen-eten-boom.yml"
    found.save_as(project.root / "practices" / found.suggested_filename)
    command = [sys.executable, "-m", "schema", "check"]
    checked = subprocess.run(command, cwd=project.root, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    built = project.build()
    assert built.returncode == 0, built.stderr
    own = preview(page)
    server = Server(project.site)
    page = page.context.new_page()
    page.goto(f"{server.address}/praktijken/samen-eten-boom/")
    shown = page.locator("#inhoud").inner_text()
    for value in (TITLE, *PARTNERS, *STEPS, "Yes", "null", "van de zwangerschap tot 3 jaar", "12,50 euro"):
        assert value.casefold() in shown.casefold()
    assert page.get_by_role("link", name="null").get_attribute("href") == ADDRESS
    assert page.locator(".ekt-actors strong").all_inner_texts() == ["yes", *PARTNERS]
    assert page.locator(".ekt-steps > li").all_inner_texts() == STEPS
    real = practice_page(page)
    server.close()
    assert {key: real.get(key) for key in own} == own


def test_what_must_be_filled_in_is_little(form, page):
    form()
    check(page)
    assert len(problems(page)) == 13
    assert "vraagt jou dertien dingen" in " ".join((ROOT / "docs" / "meewerken.md").read_text(encoding="utf-8").split())
    fill_like_an_editor(page)
    check(page)
    assert problems(page) == []


# The form and the model


def test_the_form_asks_for_every_field_of_the_model_with_its_label_and_help(form, page):
    form()
    unfold(page)

    def compare(fields, place):
        for one in fields:
            found = place.locator(f'[data-field="{one.key}"]').first
            words = found.text_content()
            assert one.label in words
            assert one.help in words
            if one.fields:
                compare(one.fields, add(page, one.key) if one.is_list else found)

    compare(describe_fields(Practice), page.locator("[data-fields]"))


def test_every_record_goes_through_the_form_unchanged(form, page, served_site):
    form()
    ids = sorted(path.stem for path in (ROOT / "practices").glob("*.yml"))
    for one in ids:
        page.add_script_tag(url=f"{served_site}/assets/data/fiches/{one}.js")
    changed = page.evaluate(
        """ids => ids.filter((id) => {
             const { records, recordForm, writeRecord, checkRecord } = elkKindTelt;
             recordForm.fill(records[id]);
             const now = recordForm.read();
             return writeRecord(now) !== writeRecord(records[id]) || checkRecord(now, {}).length;
           })""",
        ids,
    )
    assert len(ids) > 50
    assert changed == []


@pytest.mark.parametrize(
    "practice", ["boempatat-boom", "kinderrechtenplan-zottegem", "instapje-genk", "de-rupse-poperinge"]
)
def test_the_preview_tells_what_the_page_tells(form, visit, practice):
    own = preview(form(f"{PAGE}?id={practice}"))
    real = practice_page(visit(f"praktijken/{practice}/"))
    dated = re.compile(r"Nagekeken op [^.]+\.")
    for told in (own, real):
        told["Over deze fiche"] = dated.sub("", told["Over deze fiche"])
    assert {key: own.get(key) for key in {*own, *real} - ONLY_REAL} == {
        key: real.get(key) for key in {*own, *real} - ONLY_REAL
    }


# What is wrong


def test_problems_are_told_at_the_top_and_at_the_field_and_vanish_when_mended(form, page):
    form()
    fill(page, SMALL | {"titel": "Ruilhoek.", "partners": [{"naam": "Buurt", "type": "", "zekerheid": "afgeleid"}]})
    field(page, "partners").locator("[data-item]").first.get_by_label("Naam").evaluate("one => one.blur()")
    check(page)
    summary = page.locator("[data-problems]")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("heading")).to_have_text("Er kloppen nog 2 dingen niet")
    assert problems(page) == [
        "Titel: eindigt niet op een punt",
        "Partners 1, Soort partner: ontbreekt of is leeg; dit veld is verplicht",
    ]
    title = page.get_by_label("Titel", exact=True).first
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(title).to_have_accessible_description(re.compile("eindigt niet op een punt"))
    # The link opens what folds away.
    summary.get_by_role("link", name="Partners 1").click()
    kind = field(page, "partners").get_by_label("Soort partner")
    expect(kind).to_be_focused()
    expect(kind).to_be_in_viewport()
    kind.select_option("buurt")
    expect(summary.get_by_role("link")).to_have_count(1)
    title.fill("Ruilhoek")
    expect(summary).to_be_hidden()
    expect(title).not_to_have_attribute("aria-invalid", "true")
    # What a rule between fields says, comes when the fields themselves are good.
    check(page)
    assert problems(page) == [
        "Partners 1, Toelichting: 'Toelichting' ontbreekt: de zekerheid is 'afgeleid', dus zeg waaruit je dit besluit"
    ]


def test_whoever_leaves_a_field_hears_at_once_what_is_wrong_with_it(form, page):
    form()
    date = page.get_by_label("Peildatum")
    date.fill("juni 2025")
    date.press("Tab")
    expect(field(page, "peildatum").locator("[data-error]")).to_contain_text("'juni 2025' is geen jaar, maand of dag")
    expect(page.locator("[data-problems]")).to_be_hidden()
    date.fill("2025-06")
    expect(field(page, "peildatum").locator("[data-error]")).to_be_hidden()


def test_nothing_leaves_the_form_while_something_is_wrong(form, page):
    form()
    page.on("download", lambda _: pytest.fail("a file with problems"))
    page.get_by_role("button", name="Bewaar het bestand").click()
    expect(page.locator("[data-problems]")).to_be_focused()


# Lists, municipalities and dimensions


def names(page, key: str) -> list[str]:
    return [one.input_value() for one in field(page, key).locator("[data-item] [data-value]").all()]


def test_points_of_a_list_come_go_and_move_and_the_focus_stays(form, page):
    form()
    fill(page, SMALL | {"aanpak": ["een", "twee", "drie"]})
    steps = field(page, "aanpak")
    status = page.locator("[data-status]")
    steps.get_by_role("button", name="Lager Aanpak 1").click()
    assert names(page, "aanpak") == ["twee", "een", "drie"]
    expect(status).to_have_text("Aanpak 1 staat nu op plaats 2.")
    expect(page.locator(":focus")).to_have_accessible_name("Lager Aanpak 2")
    steps.get_by_role("button", name="Haal weg Aanpak 2").click()
    assert names(page, "aanpak") == ["twee", "drie"]
    expect(page.locator(":focus")).to_have_accessible_name("Haal weg Aanpak 2")
    steps.get_by_role("button", name="Hoger Aanpak 1").press("Enter")
    expect(status).to_have_text("Dit staat al bovenaan.")
    steps.get_by_role("button", name="Voeg toe").click()
    expect(page.locator(":focus")).to_have_accessible_name("Aanpak 3")
    page.keyboard.type("vier")
    assert data(page)["aanpak"] == ["twee", "drie", "vier"]


def test_an_old_municipality_leads_to_the_new_one(form, page):
    form()
    combo = page.get_by_role("combobox", name="Typ het begin")
    combo.press_sequentially("kruibek")
    expect(field(page, "gemeenten").get_by_role("option")).to_have_text(
        [
            "Beveren-Kruibeke-Zwijndrecht vroeger Kruibeke",
            "Kruibeke hoort sinds 2025 bij Beveren-Kruibeke-Zwijndrecht",
        ],
        use_inner_text=True,
    )
    expect(page.locator("[data-status]")).to_have_text("2 gemeenten gevonden. Kies met de pijltjes en Enter.")
    combo.press("ArrowDown")
    expect(combo).to_have_attribute("aria-activedescendant", re.compile("lijst-0"))
    combo.press("Enter")
    assert data(page)["waar"]["gemeenten"] == ["beveren-kruibeke-zwijndrecht"]
    combo.press_sequentially("sint niklaas")
    combo.press("Tab")
    assert data(page)["waar"]["gemeenten"] == ["beveren-kruibeke-zwijndrecht", "sint-niklaas"]
    page.get_by_role("button", name="Haal weg Beveren").click()
    expect(combo).to_be_focused()
    assert data(page)["waar"]["gemeenten"] == ["sint-niklaas"]


def test_the_first_dimension_decides_the_chapter_until_somebody_chooses(form, page):
    form()
    dimensions = field(page, "dimensies")
    dimensions.get_by_label("Gezondheid").check()
    assert data(page)["hoofdstuk"] == "4/4"
    dimensions.get_by_label("Het netwerk").check()
    dimensions.get_by_role("button", name="Hoger Het netwerk").click()
    assert data(page)["dimensies"] == ["netwerk", "gezondheid"]
    assert data(page)["hoofdstuk"] == "4/6"
    unfold(page)
    page.get_by_label("Hoofdstuk").select_option("4/1")
    dimensions.get_by_label("Het netwerk").uncheck()
    assert data(page)["hoofdstuk"] == "4/1"


def test_what_is_left_of_a_text_is_told_when_it_matters(form, page):
    form()
    short = page.get_by_label("In het kort")
    count = field(page, "kort").locator("[data-count]")
    short.fill("a" * 100)
    expect(count).to_be_hidden()
    short.fill("é" * 279)
    expect(count).to_have_text("Nog één teken.")
    expect(page.locator("[data-status]")).to_have_text("Nog één teken.")
    short.fill("a" * 285)
    expect(count).to_have_text("5 tekens te veel.")


# The draft


def test_a_draft_is_kept_restored_and_thrown_away(form, page):
    form()
    page.get_by_label("Titel", exact=True).first.fill("Half af")
    expect(page.locator("[data-draft-words]")).to_have_text("Wat je typt, blijft in deze browser bewaard.")
    add(page, "bronnen").get_by_label("Titel").fill("Tweede")
    page.reload()
    opened(page)
    expect(page.locator("[data-draft-words]")).to_have_text(re.compile("^Dit typte je hier eerder, op .* verder.$"))
    assert data(page)["titel"] == "Half af"
    assert data(page)["bronnen"][0]["titel"] == "Tweede"
    away = page.get_by_role("button", name="Gooi weg en begin opnieuw")
    away.click()
    expect(page.get_by_role("button", name="Nee, behoud het")).to_be_focused()
    page.keyboard.press("Escape")
    expect(away).to_be_focused()
    assert data(page)["titel"] == "Half af"
    away.click()
    page.get_by_role("button", name="Ja, gooi weg").click()
    assert data(page)["titel"] == ""
    page.wait_for_timeout(500)
    assert page.evaluate("localStorage.getItem('ekt-fiche')") is None
    page.reload()
    expect(page.locator("[data-draft]")).to_be_hidden()


@pytest.mark.parametrize("storage", [NO_STORAGE, FULL_STORAGE])
def test_a_browser_that_keeps_nothing_says_so(form, page, storage):
    page.add_init_script(storage)
    form()
    expect(page.locator("[data-notices]")).to_contain_text("Je browser bewaart hier niets")
    fill(page, SMALL)
    assert download(page).suggested_filename == "ruilhoek-boom.yml"


@pytest.mark.parametrize("kept", ["{", "null", '{"version": 1, "data": null}', '{"version": 9, "data": {"titel": 1}}'])
def test_a_draft_that_cannot_be_read_is_no_draft(form, page, kept):
    page.add_init_script(f"try {{ localStorage.setItem('ekt-fiche', {json.dumps(kept)}) }} catch {{}}")
    form()
    assert data(page)["titel"] == ""


# To improve a practice


def test_a_practice_can_be_improved_from_its_page(form, visit, page):
    visit("praktijken/boempatat-boom/")
    page.get_by_role("link", name="Verbeter deze praktijk").click()
    opened(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Verbeter een praktijk")
    today = page.evaluate("elkKindTelt.recordForm.today")
    assert data(page)["nagekeken"] == today
    page.get_by_label("Titel", exact=True).first.fill("Boempatat")
    page.wait_for_timeout(500)
    assert page.evaluate("Object.keys(localStorage).filter((one) => one.startsWith('ekt-fiche'))") == [
        "ekt-fiche-boempatat-boom"
    ]
    found = download(page)
    assert found.suggested_filename == "boempatat-boom.yml"
    text = found.path().read_text(encoding="utf-8")
    assert text.startswith('titel: "Boempatat"\n')
    assert f'nagekeken: "{today}"' in text
    form(PAGE)
    assert data(page)["titel"] == ""


@pytest.mark.parametrize("asked", ["bestaat-niet", "../../x", "<img src=x onerror=window.pwned=1>", "__proto__"])
def test_an_unknown_practice_in_the_address_gives_an_empty_form(form, page, asked):
    form(f"{PAGE}?id={asked}")
    expect(page.locator("[data-notices]")).to_contain_text("kennen we niet")
    assert data(page)["titel"] == ""
