"""The search in the header: by mouse, by keyboard, on a phone, from a folder, and when its index does not come."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_accessibility import OPTIONS
from tests.test_site import set_option

DEEP = "praktijken/boempatat-boom/"
NOTHING = "qqqxyzzy"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'"
)


@pytest.fixture(autouse=True)
def _no_script_of_ours_stumbles(page):
    stumbled = []
    page.on("pageerror", lambda error: "/assets/scripts/" in (error.stack or "") and stumbled.append(error.stack))
    yield
    assert stumbled == []


def open_search(page, words: str = ""):
    """Open the dialog, fill in words and wait until it has an answer."""
    page.get_by_role("button", name="Zoek", exact=True).click()
    dialog = page.get_by_role("dialog", name="Zoek op deze site")
    if words:
        dialog.get_by_role("searchbox", name="Wat zoek je?").fill(words)
        expect(dialog.get_by_role("status")).to_contain_text(re.compile("resulta|Niets|kon niet"))
    return dialog


def group(dialog, name: str):
    return dialog.get_by_role("region", name=re.compile(f"^{name} "))


@pytest.mark.parametrize("path", ["", DEEP, "handboek/stappen/", "404.html"])
def test_results_are_grouped_by_kind_and_lead_to_their_pages(visit, path):
    page = visit(path)
    dialog = open_search(page, "ruilwinkel")
    expect(dialog.get_by_role("status")).to_have_text(
        re.compile(r"^\d+ resultaten: \d+ praktijken, \d+ plaats(en)? in het handboek")
    )
    for name in ("Praktijken", "Handboek"):
        shown = group(dialog, name)
        number = int(shown.locator("[data-ekt-search-count]").text_content())
        assert shown.get_by_role("listitem").count() == min(number, 6 if name == "Praktijken" else 3)
    for other in ("Bijvoorbeeld:", "Probeer een ander", "Misschien viel de verbinding weg"):
        expect(dialog.get_by_text(other)).to_be_hidden()
    link = group(dialog, "Praktijken").get_by_role("link", name=re.compile("Boempatat"))
    expect(link.locator("mark")).to_have_text("ruilwinkel")
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Boempatat")


def test_the_numbers_in_the_status_are_those_of_the_groups(visit):
    dialog = open_search(visit(""), "OCMW")
    told = [int(number) for number in re.findall(r"\d+", dialog.get_by_role("status").text_content())]
    counts = [int(text) for text in dialog.locator("[data-ekt-search-count]:visible").all_text_contents()]
    assert told == [sum(counts), *counts]
    assert len(counts) >= 3


@pytest.mark.parametrize("example", ["kinderopvang", "ruilwinkel", "OCMW", "huiswerk", "vakantie", "Gent"])
def test_every_example_of_the_hint_finds_practices(visit, example):
    dialog = open_search(visit(""))
    dialog.get_by_role("button", name=example).click()
    expect(group(dialog, "Praktijken").get_by_role("link").first).to_be_visible()
    expect(dialog.get_by_role("searchbox")).to_be_focused()


def test_all_practices_are_shown_in_the_catalogue_and_are_as_many_there(visit):
    page = visit(DEEP)
    dialog = open_search(page, "opvang")
    link = group(dialog, "Praktijken").get_by_role("link", name=re.compile("^Toon alle"))
    number = re.search(r"\d+", link.text_content())[0]
    link.click()
    assert parse_qsl(urlsplit(page.url).query) == [("q", "opvang")]
    expect(page.get_by_role("status")).to_have_text(f"{number} praktijken met “opvang”")


def test_the_rest_of_another_kind_is_shown_on_the_spot(visit):
    dialog = open_search(visit(""), "opvang")
    shown = group(dialog, "Handboek")
    button = shown.get_by_role("button", name=re.compile("^Toon alle"))
    number = int(re.search(r"\d+", button.text_content())[0])
    button.press("Enter")
    expect(shown.get_by_role("listitem")).to_have_count(number)
    expect(shown.get_by_role("link").nth(3)).to_be_focused()
    expect(button).to_be_hidden()


def test_a_result_on_the_same_page_closes_the_dialog_and_shows_it(visit):
    page = visit("begrippen/")
    dialog = open_search(page, "OCMW")
    group(dialog, "Begrippen").get_by_role("link", name=re.compile("^OCMW")).click()
    expect(dialog).to_be_hidden()
    expect(page.locator("#ocmw")).to_be_in_viewport()


def test_by_keyboard_alone(visit):
    page = visit(DEEP)
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip() == "Zoek":
            break
    page.keyboard.press("Enter")
    field = page.get_by_role("searchbox", name="Wat zoek je?")
    expect(field).to_be_focused()
    page.keyboard.type("speelotheek")
    results = page.locator("[data-ekt-search-results] a:visible")
    expect(results.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(results.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Zoek", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("speel-?o-?theek", re.IGNORECASE))


def test_enter_in_the_field_opens_the_catalogue_with_the_words(visit):
    page = visit(DEEP)
    open_search(page, "kinderopvang met ervaringsdeskundigen").get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/praktijken/?**")
    assert parse_qsl(urlsplit(page.url).query) == [("q", "kinderopvang met ervaringsdeskundigen")]
    expect(page.get_by_label("Zoek op woorden")).to_have_value("kinderopvang met ervaringsdeskundigen")


def test_enter_without_words_goes_nowhere(visit):
    page = visit(DEEP)
    dialog = open_search(page)
    dialog.get_by_role("searchbox").press("Enter")
    page.wait_for_timeout(200)
    expect(dialog).to_be_visible()
    assert page.url.endswith(DEEP)


@pytest.mark.parametrize("key", ["/", "s", "f", "n", "p"])
def test_no_single_letter_does_anything(visit, key):
    page = visit("methodes/")
    dialog = open_search(page, "ruilwinkel")
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    page.wait_for_timeout(150)
    expect(dialog).to_be_visible()
    assert page.url.endswith("methodes/")


def test_the_dialog_closes_beside_it_and_by_its_cross_but_not_when_text_is_selected(visit):
    page = visit("")
    button = page.get_by_role("button", name="Zoek op een woord")
    dialog = page.get_by_role("dialog")
    button.click()
    page.mouse.click(5, 500)
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    field = dialog.get_by_role("searchbox").bounding_box()
    page.mouse.move(field["x"] + 50, field["y"] + 10)
    page.mouse.down()
    page.mouse.move(5, 500)
    page.mouse.up()
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Sluit het zoekvenster").click()
    expect(dialog).to_be_hidden()


def test_what_was_asked_is_there_again_and_a_letter_replaces_it(visit):
    page = visit("")
    open_search(page, "ruilwinkel")
    page.keyboard.press("Escape")
    dialog = open_search(page)
    expect(group(dialog, "Praktijken")).to_be_visible()
    page.keyboard.type("x")
    expect(dialog.get_by_role("searchbox")).to_have_value("x")


def test_nothing_found_says_what_to_do(visit):
    page = visit(DEEP)
    dialog = open_search(page, NOTHING)
    expect(dialog.get_by_role("status")).to_have_text(f"Niets gevonden voor “{NOTHING}”.")
    for name in ("alle praktijken", "de begrippen en afkortingen", "Meld wat ontbreekt"):
        expect(dialog.get_by_role("link", name=name)).to_be_visible()
    dialog.get_by_role("link", name="Meld wat ontbreekt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meewerken")


def test_near_terms_are_offered_when_the_engine_knows_some(visit):
    page = visit("")
    open_search(page, "ruilwinkel")
    page.evaluate("elkKindTelt.nearTerms = () => ['ruilwinkel', 'qqqqqqqq']")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill(NOTHING)
    near = dialog.locator("[data-ekt-search-near] button")
    expect(near).to_have_text(["ruilwinkel"])
    near.click()
    expect(group(dialog, "Praktijken")).to_be_visible()


def test_words_that_nothing_has_together_give_what_has_some_and_say_so(visit):
    dialog = open_search(visit(""), f"ruilwinkel {NOTHING}")
    expect(dialog.get_by_role("status")).to_contain_text("Niets heeft al je woorden; dit heeft er een deel van.")
    expect(group(dialog, "Praktijken").get_by_role("link", name=re.compile("Boempatat"))).to_be_visible()


def test_the_index_loads_only_when_one_wants_to_search_and_only_once(visit, page):
    asked = []
    page.on("request", lambda request: "search-index" in request.url and asked.append(request.url))
    visit("").wait_for_load_state("networkidle")
    assert asked == []
    open_search(page, "ruilwinkel")
    page.keyboard.press("Escape")
    open_search(page, "opvang")
    assert len(asked) == 1


def test_while_the_index_loads_it_says_so(visit, page):
    held = []
    page.route("**/search-index.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks its handlers
    visit("")
    with page.expect_request("**/search-index.js"):
        page.get_by_role("button", name="Zoek", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill("ruilwinkel")
    expect(dialog.get_by_role("status")).to_have_text("De zoeker wordt geladen …")
    expect(dialog).to_have_attribute("aria-busy", "true")
    held[0].continue_()
    expect(group(dialog, "Praktijken")).to_be_visible()
    expect(dialog).to_have_attribute("aria-busy", "false")


@pytest.mark.parametrize("missing", ["**/search-index.js", "**/lunr.min.js", "**/search-engine.js"])
def test_a_search_that_cannot_load_says_so_and_leads_to_the_catalogue(visit, page, missing):
    page.route(missing, lambda route: route.abort())
    visit(DEEP)
    dialog = open_search(page, "ruilwinkel")
    expect(dialog.get_by_role("status")).to_have_text("De zoeker kon niet geladen worden.")
    dialog.get_by_role("link", name="de lijst met praktijken").click()
    assert parse_qsl(urlsplit(page.url).query) == [("q", "ruilwinkel")]
    expect(page.get_by_text("De zoeker kon niet geladen worden.")).to_be_visible()
    expect(page.locator('.ekt-card[data-practice="boempatat-boom"]')).to_be_visible()
    expect(page.locator('.ekt-card[data-practice="boempatat-boom"] mark').first).to_have_text("ruilwinkel")


def test_a_search_that_could_not_load_tries_again_when_opened_again(visit, page):
    page.route("**/search-index.js", lambda route: route.abort())
    visit("")
    open_search(page, "ruilwinkel")
    page.unroute("**/search-index.js")
    page.keyboard.press("Escape")
    expect(group(open_search(page), "Praktijken")).to_be_visible()


def test_results_show_without_the_script_that_marks(visit, page):
    page.route("**/mark-words.js", lambda route: route.abort())
    visit("")
    expect(group(open_search(page, "ruilwinkel"), "Praktijken")).to_be_visible()
    assert page.locator("mark").count() == 0


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_it_fills_the_screen_and_the_page_behind_stays(visit, page, width):
    page.set_viewport_size({"width": width, "height": 640})
    visit("")
    dialog = open_search(page, "opvang")
    box = dialog.bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, width, 640)
    assert dialog.evaluate("e => e.scrollWidth <= e.clientWidth")
    assert dialog.locator(".ekt-search__scroll").evaluate("e => e.scrollWidth <= e.clientWidth")
    page.mouse.move(width / 2, 500)
    page.mouse.wheel(0, 5000)
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == 0
    expect(dialog.get_by_role("button", name=re.compile("^Toon alle")).first).to_be_attached()


def test_at_400_percent_everything_can_be_reached(visit, page):
    page.set_viewport_size({"width": 320, "height": 256})
    visit("")
    dialog = open_search(page, "opvang")
    assert dialog.evaluate("e => e.scrollWidth <= e.clientWidth")
    for _ in range(8):
        page.keyboard.press("ArrowDown")
        expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Zoek", exact=True)).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 360, 800, 960, 1219, 1440])
def test_the_button_leaves_the_header_whole(visit, page, width):
    page.set_viewport_size({"width": width, "height": 600})
    visit("")
    expect(page.get_by_role("button", name="Zoek", exact=True)).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    size = page.get_by_role("button", name="Zoek", exact=True).bounding_box()
    assert min(size["width"], size["height"]) >= 24


@pytest.mark.browser_context_args(java_script_enabled=False)
@pytest.mark.parametrize("path", ["", DEEP, "praktijken/"])
def test_without_scripts_there_is_no_search_to_see(visit, path):
    page = visit(path)
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.get_by_role("button")).to_have_count(0)


def test_paper_shows_no_search(visit, page):
    visit("")
    dialog = open_search(page, "opvang")
    page.emulate_media(media="print")
    expect(dialog).to_be_hidden()


def test_with_reduced_motion_nothing_moves(visit, page):
    page.emulate_media(reduced_motion="reduce")
    visit("")
    dialog = open_search(page, "opvang")
    assert dialog.evaluate("e => e.getAnimations({ subtree: true }).length") == 0
    assert dialog.evaluate("e => getComputedStyle(e).animationName") == "none"


def test_with_forced_colours_marks_and_focus_can_be_seen(visit, page):
    page.emulate_media(forced_colors="active")
    visit("")
    dialog = open_search(page, "opvang")
    mark = dialog.locator("mark").first
    colours = mark.evaluate(
        "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e.parentElement).backgroundColor]"
    )
    assert colours[0] != colours[1]
    page.keyboard.press("ArrowDown")
    outline = page.evaluate("getComputedStyle(document.activeElement, '::after').outlineStyle")
    assert outline == "solid"
    assert dialog.evaluate("e => getComputedStyle(e).borderStyle") == "solid"


@pytest.mark.parametrize(
    "words",
    ["<img src=x onerror=alert(1)>", "\"'><b>x</b>", "((((", "a".ljust(190, "a"), "ruilwinkel:* +boom^9 ~", "?.*"],
)
def test_hostile_words_stay_words(visit, page, words):
    visit("")
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("dialog", lambda shown: problems.append(shown.message))
    dialog = open_search(page, words)
    assert dialog.locator("img, b, script").count() == 0
    visit(f"praktijken/?{urlencode({'q': words})}")
    expect(page.get_by_role("status")).to_contain_text(f"“{words}”")
    assert page.locator("[data-ekt-told] :is(img, b, script)").count() == 0
    assert problems == []


def test_under_a_strict_policy_it_works_and_breaks_no_rule(page, served_site):
    def with_policy(route):
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

    page.route(re.compile(r"/(\?.*)?$"), with_policy)
    page.goto(f"{served_site}/{DEEP}")
    page.wait_for_load_state("networkidle")
    # What the theme itself writes into pages has been refused by now; what follows is ours.
    broken = []
    page.on("console", lambda message: "Content Security Policy" in message.text and broken.append(message.text))
    dialog = open_search(page, "opvang")
    group(dialog, "Handboek").get_by_role("button").click()
    assert broken == []
    group(dialog, "Praktijken").get_by_role("link", name=re.compile("^Toon alle")).click()
    expect(page.locator(".ekt-card mark").first).to_be_visible()
    assert not [text for text in broken if "/assets/scripts/" in text]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("words", ["", "OCMW", NOTHING])
def test_axe_finds_nothing_in_the_dialog(visit, page, scheme, width, words):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    visit(DEEP)
    open_search(page, words)
    found = Axe().run(page, options=OPTIONS).response["violations"]
    assert [(one["id"], node["target"]) for one in found for node in one["nodes"]] == []


def test_it_works_in_a_folder_on_a_stick(page, project):
    set_option(project, "site_dir: site", "site_dir: site\nuse_directory_urls: false")
    assert project.build().returncode == 0
    page.goto((project.site / "praktijken" / "boempatat-boom.html").as_uri())
    dialog = open_search(page, "speelotheek")
    group(dialog, "Praktijken").get_by_role("link", name=re.compile("De Speeldoos")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("De Speeldoos")
    dialog = open_search(page, "OCMW")
    group(dialog, "Begrippen").get_by_role("link", name=re.compile("^OCMW")).click()
    expect(page.locator("#ocmw")).to_be_in_viewport()
    open_search(page, "speelotheek").get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/praktijken/index.html?q=speelotheek")
    expect(page.locator(".ekt-card mark").first).to_be_visible()
