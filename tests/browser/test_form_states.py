"""The form for everyone and everywhere: by keyboard, narrow, zoomed, dark, under a strict policy, from a folder."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.chosen import faults, fits, small_targets
from tests.browser.form_pages import (
    PAGE,
    SMALL,
    add,
    check,
    data,
    download,
    field,
    fill,
    opened,
    preview,
    problems,
    unfold,
)
from tests.browser.test_search_dialog import POLICY
from tests.conftest import Project
from tests.test_site import set_option

HOSTILE = "<img src=x onerror=window.pwned=1></textarea><script>window.pwned=1</script> {{ 7*7 }} {title} \"'"
FULL = SMALL | {
    "titel": "Ruilhoek.",
    "partners": [{"naam": f"Partner {number}", "type": "buurt", "zekerheid": "vermeld"} for number in range(3)],
    "financiering": {
        "routes": [{"route": "lokale-financiering", "zekerheid": "afgeleid"}],
        "bedragen": [{"bedrag": "12.50", "waarvoor": "soep", "bron": "het verslag"}],
    },
    "vervolg": {"berichten": [{"verband": "zelfde", "tekst": "Nieuws.", "bron": "Krant", "url": "geen adres"}]},
    "leeftijd": {"van": "0", "tot": "3", "zekerheid": "vermeld"},
}


def state(form, page, name: str) -> None:
    """Bring the form in one of its states."""
    form()
    if name == "errors":
        unfold(page)
        check(page)
    elif name == "filled":
        fill(page, FULL)
        unfold(page)
        check(page)
        page.get_by_role("combobox", name="Typ het begin").press_sequentially("bever")
    elif name == "restored draft":
        fill(page, SMALL)
        page.wait_for_timeout(600)
        page.reload()
        opened(page)
        page.get_by_role("button", name="Gooi weg").click()
    page.wait_for_timeout(300)


STATES = ("empty", "errors", "filled", "restored draft")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(form, page, name, width, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    state(form, page, name)
    assert faults(page) == []
    assert fits(page)
    assert small_targets(page, "[data-ekt-form] :is(button, select, input[type=text], textarea, summary)") == []


@pytest.mark.parametrize("name", STATES)
def test_at_400_percent_nothing_scrolls_sideways(form, page, name):
    # 1280 by 1024 at 400 %.
    page.set_viewport_size({"width": 320, "height": 256})
    state(form, page, name)
    assert fits(page)


def test_long_words_and_addresses_stay_on_a_narrow_screen(form, page):
    page.set_viewport_size({"width": 320, "height": 640})
    form()
    long = "x" * 110
    fill(page, SMALL | {"titel": long, "kort": long * 3, "bronnen": [{"titel": long, "url": f"https://a.be/{long}"}]})
    check(page)
    preview(page)
    assert problems(page)
    assert fits(page)


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page, name: str) -> None:
    """Press Tab until the focus is on what is called so."""
    for _ in range(120):
        press(page, "Tab")
        focused = page.locator(":focus")
        if focused.count() and re.search(name, focused.evaluate("one => (one.labels?.[0] ?? one).innerText")):
            return
    raise AssertionError(name)


def test_it_works_by_keyboard_alone(form, page):
    form()
    tab_to(page, "^Titel")
    page.keyboard.type("Ruilhoek")
    tab_to(page, "^In het kort")
    page.keyboard.type("Ouders ruilen er kleren.")
    tab_to(page, "^Voor wie")
    page.keyboard.type("Ouders.")
    tab_to(page, "^Ouders")
    press(page, "Space")
    tab_to(page, "^Typ het begin")
    page.keyboard.type("boom")
    press(page, "ArrowDown", "Enter")
    tab_to(page, "^Naam")
    page.keyboard.type("OCMW Boom")
    tab_to(page, "^Soort partner")
    page.keyboard.type("Over")
    tab_to(page, "^Gezondheid")
    press(page, "Space")
    tab_to(page, "^Ruilwinkel")
    press(page, "Space")
    tab_to(page, "^Aanpak 1")
    page.keyboard.type("Kom binnen.")
    tab_to(page, "^Voeg toe aan aanpak")
    press(page, "Enter")
    page.keyboard.type("Blijf.")
    tab_to(page, "^Stand")
    page.keyboard.type("Lop")
    tab_to(page, "^Kijk na")
    press(page, "Enter")
    expect(page.locator("[data-problems]")).to_be_focused()
    assert len(problems(page)) == 2
    press(page, "Tab", "Enter")
    page.keyboard.type("2025")
    tab_to(page, "^Titel")
    page.keyboard.type("Een boek")
    tab_to(page, "^Webadres")
    page.keyboard.type("https://www.voorbeeld.be/")
    tab_to(page, "^Kijk na")
    press(page, "Enter")
    expect(page.locator("[data-verdict]")).to_be_focused()
    tab_to(page, "^Bewaar het bestand")
    with page.expect_download() as caught:
        press(page, "Enter")
    assert caught.value.suggested_filename == "ruilhoek-boom.yml"
    assert data(page)["aanpak"] == ["Kom binnen.", "Blijf."]


def test_hostile_texts_stay_texts(form, page):
    form()
    record = FULL | {"titel": HOSTILE, "kort": HOSTILE, "aanpak": [HOSTILE], "ook_bekend_als": [HOSTILE]}
    record["partners"] = [{"naam": HOSTILE, "type": "buurt", "zekerheid": "afgeleid", "toelichting": HOSTILE}]
    record["bronnen"] = [{"titel": HOSTILE, "vindplaats": HOSTILE, "url": "javascript:window.pwned=1"}]
    fill(page, record)
    check(page)
    preview(page)
    assert any("javascript:window.pwned" in one for one in problems(page))
    assert page.locator("[data-preview] :is(img, script, a[href^=javascript])").count() == 0
    assert page.locator("[data-problems] :is(img, script)").count() == 0
    assert page.locator(".ekt-preview__title").inner_text() == " ".join(HOSTILE.split())
    page.wait_for_timeout(600)
    page.reload()
    opened(page)
    preview(page)
    assert page.evaluate("window.pwned") is None
    assert data(page)["partners"][0]["toelichting"] == HOSTILE


def test_under_a_strict_policy_it_works_and_breaks_no_rule(page, served_site):
    def with_policy(route):
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

    page.route(re.compile(r"/(\?.*)?$"), with_policy)
    broken = []
    page.on("console", lambda message: "Content Security Policy" in message.text and broken.append(message.text))
    page.goto(f"{served_site}/{PAGE}?id=boempatat-boom")
    opened(page)
    # What the theme itself writes into pages has been refused by now; what follows is ours.
    broken.clear()
    add(page, "aanpak").locator("textarea").fill("Nog een stap.")
    assert preview(page)["titel"].startswith("Boempatat")
    assert download(page).suggested_filename == "boempatat-boom.yml"
    assert broken == []


def test_without_scripts_it_says_so_and_leads_on(browser, served_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served_site}/{PAGE}")
    expect(page.locator("[data-fields]")).to_be_hidden()
    page.get_by_role("link", name="schrijf het bestand zelf of mail de redactie").click()
    expect(page.get_by_role("heading", name="Een praktijk toevoegen")).to_be_visible()
    context.close()


def test_on_paper_stands_the_page_and_not_the_form(form, page):
    form()
    fill(page, SMALL)
    preview(page)
    page.emulate_media(media="print")
    expect(page.locator("[data-preview]")).to_be_visible()
    expect(page.locator("[data-fields]")).to_be_hidden()
    expect(page.locator("[data-hand-in]")).to_be_hidden()


def test_in_forced_colours_a_fault_is_no_matter_of_colour(form, page):
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    state(form, page, "errors")
    expect(field(page, "titel").locator("[data-error]")).to_be_visible()
    assert fits(page)


# The name of the file


@pytest.mark.parametrize(
    ("title", "places", "name"),
    [
        ("Élan: een plek", ["boom"], "elan-boom"),
        ("Ruilwinkel Boom", ["boom"], "ruilwinkel-boom"),
        ("???", ["boom"], "boom"),
        ("Samen: 's avonds", [], "samen"),
        ("Een heel lange naam die maar niet ophoudt en nog verder gaat dan dat", ["genk"], None),
    ],
)
def test_the_file_is_named_after_the_title_and_the_municipality(form, page, title, places, name):
    form()
    fill(page, SMALL | {"titel": title, "waar": {"gemeenten": places}})
    page.wait_for_timeout(300)
    found = page.get_by_label("Naam van het bestand").input_value()
    assert found == name if name else re.fullmatch(r"[a-z-]{10,60}-genk", found)


@pytest.mark.parametrize("name", ["Ruilhoek", "index", "a" * 81, "a--b", "../x", "", "boempatat-boom"])
def test_a_name_that_cannot_be_is_refused(form, page, name):
    form()
    fill(page, SMALL)
    page.on("download", lambda _: pytest.fail("a file with a name that cannot be"))
    box = page.get_by_label("Naam van het bestand")
    box.fill("x")
    box.evaluate("(one, name) => { one.value = name; }", name)
    if not name:
        fill(page, SMALL | {"titel": "???", "waar": {"regio": "Kempen"}})
        box.fill("")
    page.get_by_role("button", name="Bewaar het bestand").click()
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-file-error]")).to_have_text(re.compile("Gebruik kleine letters|Er is al een praktijk"))


# Mail, the git host, and a folder on a stick


@pytest.fixture(scope="module")
def owned(tmp_path_factory):
    """The site in a folder, of an owner who told where the files are and where to write."""
    project = Project(tmp_path_factory.mktemp("owned") / "project")
    set_option(project, "site_dir: site", "site_dir: site\nuse_directory_urls: false")
    set_option(project, 'repository: ""', "repository: https://github.com/naam/ekt")
    set_option(project, 'contact: ""', "contact: redactie@voorbeeld.be")
    built = project.build()
    assert built.returncode == 0, built.stderr
    return project.site


def test_from_a_folder_a_practice_goes_to_mail_or_to_the_git_host(page, owned):
    page.goto((owned / "nieuwe-praktijk.html").as_uri())
    opened(page)
    fill(page, SMALL)
    page.wait_for_timeout(400)
    text = page.evaluate("elkKindTelt.writeRecord(elkKindTelt.recordForm.read())")
    mail = urlsplit(page.get_by_role("link", name="Mail naar de redactie").get_attribute("href"))
    assert mail.path == "redactie@voorbeeld.be"
    body = parse_qs(mail.query)["body"][0]
    assert text.strip().replace("\n", "\r\n") in body
    site = urlsplit(page.get_by_role("link", name="Stel voor via").get_attribute("href"))
    assert (site.netloc, site.path) == ("github.com", "/naam/ekt/new/main")
    assert parse_qs(site.query)["filename"] == ["practices/ruilhoek-boom.yml"]
    assert unquote(site.query.partition("value=")[2].replace("+", " ")) == text
    # Too long for either: a file to attach, and a text to paste.
    fill(page, SMALL | dict.fromkeys(("doel", "aanleiding", "organisatie"), "Veel tekst. " * 300))
    page.wait_for_timeout(400)
    assert len(page.get_by_role("link", name="Mail naar de redactie").get_attribute("href")) < 1900
    link = page.get_by_role("link", name="Stel voor via").get_attribute("href")
    assert link == "https://github.com/naam/ekt/new/main?filename=practices%2Fruilhoek-boom.yml"
    with page.expect_download() as caught:
        page.get_by_role("link", name="Mail naar de redactie").click()
    assert caught.value.suggested_filename == "ruilhoek-boom.yml"
    expect(page.locator("[data-status]")).to_contain_text("voeg dat bestand als bijlage")


def test_from_a_folder_a_practice_can_be_improved(page, owned):
    page.goto((owned / "praktijken" / "boempatat-boom.html").as_uri())
    page.get_by_role("link", name="Verbeter deze praktijk").click()
    opened(page)
    assert preview(page)["titel"].startswith("Boempatat")
    page.wait_for_timeout(300)
    link = page.get_by_role("link", name="Stel voor via").get_attribute("href")
    assert link == "https://github.com/naam/ekt/edit/main/practices/boempatat-boom.yml"
    expect(page.get_by_label("Naam van het bestand")).to_be_hidden()


def test_links_lead_nowhere_while_something_is_wrong(page, owned):
    page.goto((owned / "nieuwe-praktijk.html").as_uri())
    opened(page)
    page.context.on("page", lambda _: pytest.fail("a new tab"))
    page.get_by_role("link", name="Stel voor via").click()
    expect(page.locator("[data-problems]")).to_be_focused()


def test_the_text_can_be_copied(form, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    form()
    fill(page, SMALL)
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.locator("[data-status]")).to_have_text("De tekst is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()").startswith('titel: "Ruilhoek"\nkort: ')


def test_what_is_not_finished_can_be_kept(form, page):
    form()
    page.get_by_label("Titel", exact=True).first.fill("Half werk")
    page.get_by_text("Bekijk de tekst van het bestand").click()
    with page.expect_download() as started:
        page.get_by_role("button", name="Bewaar wat er al staat").click()
    assert started.value.suggested_filename == "half-werk.yml"
    assert 'titel: "Half werk"' in started.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("data", ["null", '{"titel": [1], "trekkers": "x", "waar": 3}'])
def test_a_draft_of_another_time_does_not_lock_the_form(form, page, data):
    form()
    page.evaluate(f'localStorage.setItem(\'ekt-fiche\', \'{{"version": 1, "saved": "x", "data": {data}}}\')')
    page.reload()
    page.get_by_label("Titel", exact=True).first.fill("Toch verder")
    assert 'titel: "Toch verder"' in page.locator("[data-whole]").input_value() or page.wait_for_function(
        "document.querySelector('[data-whole]').value.includes('Toch verder')"
    )
