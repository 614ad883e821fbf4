"""The catalogue in a real browser: what the filters show is what the records say, and every view has an address."""

from __future__ import annotations

import random
import re
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from schema.catalogue import Catalogue
from schema.records import load_practices
from tests.conftest import ROOT, TODAY

PARAMETERS = {
    "dimensie": "dimensies",
    "leeftijd": "leeftijdsgroepen",
    "partner": "partnertypes",
    "financiering": "financieringsroutes",
    "methode": "methodes",
    "provincie": "provincies",
    "gemeente": "gemeenten",
    "bereik": "bereiken",
    "stand": "statussen",
    "herkomst": "herkomsten",
}
GO = "query => { history.pushState(null, '', `?${query}`); dispatchEvent(new PopStateEvent('popstate')); }"
SHOWN = ".ekt-results .ekt-card:not([hidden])"


@pytest.fixture(scope="module")
def catalogue(vocabularies):
    return Catalogue(load_practices(ROOT / "practices", vocabularies, TODAY), vocabularies)


def members(catalogue, parameter: str, term_id: str, *, concluded: bool) -> set[str]:
    found = catalogue.filters[PARAMETERS[parameter]].members(term_id)
    return {member.practice.id for member in found if concluded or not member.concluded}


def expected(catalogue, chosen: dict[str, list[str]], *, concluded: bool, but: str = "") -> set[str]:
    """Give the practices that fit: any value of a group, all groups but one that may be left out."""
    found = {practice.id for practice in catalogue.practices}
    for parameter, term_ids in chosen.items():
        if term_ids and parameter != but:
            found &= set().union(*(members(catalogue, parameter, one, concluded=concluded) for one in term_ids))
    return found


def combinations(catalogue, number: int):
    generator = random.Random(2012)  # noqa: S311 - the same views at every run
    for _ in range(number):
        chosen = {}
        for parameter in generator.sample(list(PARAMETERS), generator.randint(1, 3)):
            terms = [term.id for term in catalogue.filters[PARAMETERS[parameter]].in_use()]
            chosen[parameter] = generator.sample(terms, min(len(terms), generator.randint(1, 2)))
        yield chosen, generator.random() < 0.7


def read_view(page) -> dict:
    return page.evaluate(
        """(shown) => ({
          ids: [...document.querySelectorAll(shown)].map((card) => card.dataset.practice),
          sentence: document.querySelector("[data-ekt-sentence]").textContent,
          counts: [...document.querySelectorAll("[data-parameter] input")].map((box) => [
            box.name, box.value, Number(box.closest("label").querySelector(".ekt-count").firstChild.textContent),
            box.checked, box.disabled,
          ]),
        })""",
        SHOWN,
    )


def test_200_random_views_show_what_the_records_say(visit, catalogue):
    page = visit("praktijken/")
    for chosen, concluded in combinations(catalogue, 200):
        pairs = [(name, one) for name, ids in chosen.items() for one in ids]
        query = urlencode(pairs + ([] if concluded else [("afgeleid", "nee")]))
        page.evaluate(
            "(q) => { history.pushState(null, '', `?${q}`); dispatchEvent(new PopStateEvent('popstate')); }", query
        )
        view = read_view(page)
        assert set(view["ids"]) == expected(catalogue, chosen, concluded=concluded), query
        number = len(view["ids"])
        assert view["sentence"].startswith(f"{number} praktijk{'' if number == 1 else 'en'} "), query
        others = {name: expected(catalogue, chosen, concluded=concluded, but=name) for name in PARAMETERS}
        for name, term_id, count, checked, disabled in view["counts"]:
            right = len(others[name] & members(catalogue, name, term_id, concluded=concluded))
            assert count == right, (query, name, term_id)
            assert checked == (term_id in chosen.get(name, []))
            assert disabled == (not right and not checked)


def test_a_view_survives_a_visit_by_its_address_and_a_reload(visit, catalogue):
    for chosen, concluded in list(combinations(catalogue, 8)):
        pairs = [(name, one) for name, ids in chosen.items() for one in ids]
        page = visit("praktijken/?" + urlencode(pairs + ([] if concluded else [("afgeleid", "nee")])))
        wanted = expected(catalogue, chosen, concluded=concluded)
        assert set(read_view(page)["ids"]) == wanted
        page.reload()
        assert set(read_view(page)["ids"]) == wanted


def choose(page, name: str, value: str) -> None:
    page.locator(f'input[name={name}][value="{value}"]').check()


def test_choosing_writes_the_address_and_going_back_undoes_it(visit):
    page = visit("praktijken/")
    choose(page, "leeftijd", "0-3")
    choose(page, "partner", "onderwijs")
    assert sorted(parse_qsl(urlsplit(page.url).query)) == [("leeftijd", "0-3"), ("partner", "onderwijs")]
    expect(page.get_by_role("status")).to_have_text(
        re.compile(r"^\d+ praktijken voor 0-3 jaar met onderwijs als partner$")
    )
    page.go_back()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ praktijken voor 0-3 jaar$"))
    expect(page.locator("input[name=partner][value=onderwijs]")).not_to_be_checked()
    page.go_forward()
    expect(page.locator("input[name=partner][value=onderwijs]")).to_be_checked()


def test_a_chip_takes_one_choice_away_and_the_button_all(visit):
    page = visit("praktijken/?leeftijd=0-3&partner=onderwijs&sorteer=titel")
    page.get_by_role("button", name="Haal weg: 0-3 jaar").click()
    assert parse_qsl(urlsplit(page.url).query) == [("partner", "onderwijs"), ("sorteer", "titel")]
    page.get_by_role("button", name="Wis alles").click()
    assert urlsplit(page.url).query == ""
    expect(page.locator(SHOWN)).to_have_count(58)


def test_what_an_address_asks_in_vain_is_said(visit):
    page = visit("praktijken/?dimensie=gezondhied&kleur=rood&sorteer=prijs&dimensie=gezondheid")
    told = page.locator("[data-ekt-unknown]")
    expect(told).to_contain_text("dimensie=gezondhied")
    expect(told).to_contain_text("kleur")
    expect(told).to_contain_text("sorteer=prijs")
    expect(page.get_by_role("status")).to_contain_text("rond gezondheid")


def test_nothing_found_says_what_to_leave_out(visit):
    page = visit("praktijken/?dimensie=gezondheid&partner=werk")
    expect(page.get_by_role("status")).to_have_text("0 praktijken rond gezondheid met werk als partner")
    page.get_by_role("button", name=re.compile(r"^Zonder Gezondheid: \d+ praktijken$")).click()
    expect(page.locator(SHOWN).first).to_be_visible()
    assert parse_qsl(urlsplit(page.url).query) == [("partner", "werk")]


@pytest.mark.parametrize(
    ("order", "key"),
    [("titel", ".ekt-card__title"), ("gemeente", "data-place")],
)
def test_results_can_be_put_in_another_order(visit, order, key):
    page = visit("praktijken/")
    page.get_by_label("Volgorde").select_option(order)
    read = "e => e.dataset.place" if key.startswith("data-") else f"e => e.querySelector('{key}').textContent"
    found = page.locator(SHOWN).evaluate_all(f"cards => cards.map({read})")
    in_dutch = page.evaluate("names => [...names].sort((a, b) => a.localeCompare(b, 'nl'))", found)
    assert found == in_dutch
    page.get_by_label("Volgorde").select_option("")
    expect(page.get_by_role("heading", name="Gezondheid", exact=True)).to_be_visible()


def test_words_narrow_the_list_and_stay_in_the_address(visit):
    page = visit("praktijken/")
    page.get_by_label("Zoek op woorden").press_sequentially("ruilwinkel")
    expect(page.locator(SHOWN).first).to_contain_text(re.compile("ruil", re.IGNORECASE))
    assert dict(parse_qsl(urlsplit(page.url).query)) == {"q": "ruilwinkel"}
    expect(page.get_by_role("status")).to_contain_text("“ruilwinkel”")


def test_by_keyboard_alone(visit):
    page = visit("praktijken/")
    page.get_by_label("Zoek op woorden").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "gezondheid":
            break
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_contain_text("rond gezondheid")
    assert page.evaluate("document.activeElement.value") == "gezondheid"


def test_from_a_practice_back_to_the_results_and_on_to_the_next(visit):
    page = visit("praktijken/?leeftijd=0-3&partner=onderwijs")
    titles = page.locator(f"{SHOWN} .ekt-card__title").all_text_contents()
    page.locator(f"{SHOWN} .ekt-card__title a").nth(1).click()
    trail = page.get_by_role("navigation", name="Je resultaten")
    expect(trail).to_contain_text(f"2 / {len(titles)}")
    trail.get_by_role("link", name=re.compile("^Volgende")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(titles[2].strip())
    page.get_by_role("link", name="Terug naar je resultaten").click()
    assert parse_qsl(urlsplit(page.url).query) == [("leeftijd", "0-3"), ("partner", "onderwijs")]


def test_a_practice_opened_by_itself_has_no_trail(visit):
    expect(visit("praktijken/boempatat-boom/").get_by_role("navigation", name="Je resultaten")).to_be_hidden()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_the_list_is_whole_and_no_control_is_dead(visit):
    page = visit("praktijken/?dimensie=gezondheid")
    expect(page.locator("form[data-ekt-filters]")).to_be_hidden()
    assert page.locator(".ekt-results .ekt-card:visible").count() == 58
    expect(page.get_by_role("heading", name="Op deze pagina")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 1440])
def test_nothing_scrolls_sideways_with_filters_open(visit, width):
    page = visit("praktijken/?dimensie=gezondheid")
    page.set_viewport_size({"width": width, "height": 700})
    page.evaluate("document.querySelectorAll('.ekt-filters details').forEach((one) => (one.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_at_400_percent_every_control_comes_into_sight_by_keyboard(visit, page):
    page.set_viewport_size({"width": 320, "height": 256})
    visit("praktijken/?dimensie=gezondheid")
    page.evaluate("document.querySelectorAll('.ekt-filters details').forEach((one) => (one.open = true))")
    page.get_by_label("Zoek op woorden").focus()
    seen = 0
    while page.locator(".ekt-filters :focus").count():
        # What has the focus may not lie under the header, which stays.
        assert page.evaluate(
            """() => {
              const one = document.activeElement;
              const { left, top, width, height } = one.getBoundingClientRect();
              const there = document.elementFromPoint(left + width / 2, top + height / 2);
              return there !== null && (one.contains(there) || there.contains(one));
            }"""
        ), page.locator(":focus").evaluate("one => one.outerHTML")
        seen += 1
        page.keyboard.press("Tab")
    assert seen > 50
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_filters_work_in_a_folder_on_a_stick(page, project):
    config = project.root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("site_dir: site", "site_dir: site\nuse_directory_urls: false")
    config.write_text(text, encoding="utf-8")
    assert project.build().returncode == 0
    page.goto(f"{(project.site / 'praktijken' / 'index.html').as_uri()}?leeftijd=0-3&partner=onderwijs")
    expect(page.get_by_role("status")).to_contain_text("praktijken voor 0-3 jaar met onderwijs als partner")
    page.locator(f"{SHOWN} .ekt-card__title a").first.click()
    page.get_by_role("link", name="Terug naar je resultaten").click()
    expect(page.get_by_role("status")).to_contain_text("praktijken voor 0-3 jaar met onderwijs als partner")


@pytest.mark.parametrize("setting", [{"reduced_motion": "reduce"}, {"forced_colors": "active"}])
def test_filters_work_with_reduced_motion_and_forced_colours(visit, page, setting):
    page.emulate_media(**setting)
    visit("praktijken/")
    choose(page, "dimensie", "gezondheid")
    expect(page.get_by_role("status")).to_contain_text("rond gezondheid")
    expect(page.get_by_role("button", name="Haal weg: Gezondheid")).to_be_visible()


def hits(page, words: str) -> list[str]:
    """Give the ids of the practices that the search engine finds, best first, those that answer all words if any."""
    page.get_by_label("Zoek op woorden").focus()
    page.wait_for_function("window.elkKindTelt?.search?.('ocmw').length")
    return page.evaluate(
        """(words) => {
          const found = elkKindTelt.search(words).filter((hit) => hit.kind === 'praktijk');
          const complete = found.filter((hit) => hit.complete);
          return (complete.length ? complete : found).map((hit) => hit.address.split('/')[1].replace('.md', ''));
        }""",
        words,
    )


def shown_ids(page) -> list[str]:
    return page.locator(SHOWN).evaluate_all("cards => cards.map(card => card.dataset.practice)")


def test_words_give_what_the_search_engine_finds_best_first(visit):
    page = visit("praktijken/?q=opvang")
    wanted = hits(page, "opvang")
    assert len(wanted) > 5
    assert shown_ids(page) == wanted
    expect(page.get_by_label("Volgorde").locator("option:checked")).to_have_text("relevantie")
    expect(page.get_by_text("Relevantie: wat het best bij je woorden past, staat eerst.")).to_be_visible()
    page.get_by_label("Volgorde").select_option("titel")
    expect(page.get_by_text("Relevantie: wat het best")).to_be_hidden()
    assert sorted(shown_ids(page)) == sorted(wanted)
    page.get_by_role("button", name="Wis alles").click()
    expect(page.get_by_label("Volgorde").locator("option:checked")).to_have_text("zoals in het handboek")


@pytest.mark.parametrize(
    "words", ["opvang", "OCMW", "speelotheek", "opvoedingswinkl", "coordinatie", "kinderopvang Gent"]
)
def test_words_and_filters_both_have_to_fit(visit, catalogue, words):
    page = visit("praktijken/?" + urlencode([("q", words), ("dimensie", "opvoeding-en-onderwijs")]))
    found = set(hits(page, words))
    fitting = expected(catalogue, {"dimensie": ["opvoeding-en-onderwijs"]}, concluded=True)
    number = len(found & fitting)
    expect(page.locator(SHOWN)).to_have_count(number)
    expect(page.get_by_role("status")).to_have_text(
        f"{number} praktijk{'' if number == 1 else 'en'} met “{words}” rond opvoeding en onderwijs"
    )
    for name, term_id, count, _, _ in read_view(page)["counts"]:
        but = found if name == "dimensie" else found & fitting
        assert count == len(but & members(catalogue, name, term_id, concluded=True)), (name, term_id)


def test_words_found_are_marked_and_follow_what_is_typed(visit):
    page = visit("praktijken/?q=opvang")
    title = page.locator(f"{SHOWN} .ekt-card__title").first
    expect(title.locator("mark")).to_have_text(re.compile("opvang"))
    before = title.text_content()
    field = page.get_by_label("Zoek op woorden")
    field.fill("ruilwinkel")
    expect(page.locator(f"{SHOWN} mark").first).to_have_text(re.compile("ruil|winkel", re.IGNORECASE))
    assert not [text for text in page.locator("mark").all_text_contents() if "opvang" in text.lower()]
    field.fill("")
    expect(page.locator(SHOWN)).to_have_count(58)
    assert page.locator("mark").count() == 0
    assert page.locator(".ekt-card__found").count() == 0
    assert before in page.locator(f"{SHOWN} .ekt-card__title").all_text_contents()


@pytest.mark.parametrize("words", ["OCMW", "opvang", "bibliotheek", "Gent", "ervaringsdeskundige"])
def test_every_result_shows_the_words_or_says_where_they_stand(visit, words):
    page = visit("praktijken/?" + urlencode({"q": words}))
    wanted = hits(page, words)
    expect(page.locator(SHOWN)).to_have_count(len(wanted))
    silent = page.locator(SHOWN).evaluate_all(
        "cards => cards.filter((card) => !card.querySelector('mark, .ekt-card__found')).map((card) => card.textContent)"
    )
    assert silent == []


def test_a_word_that_the_card_does_not_show_is_placed(visit):
    page = visit("praktijken/?q=OCMW")
    hits(page, "OCMW")
    placed = page.locator(f"{SHOWN} .ekt-card__found")
    expect(placed.first).to_contain_text(re.compile(r"^Gevonden in: \w"))
    assert page.locator(f"{SHOWN}:has(.ekt-card__found) :is(.ekt-card__title, .ekt-card__text) mark").count() == 0


def test_words_that_no_practice_has_together_give_those_with_some_and_say_so(visit):
    page = visit("praktijken/?q=ruilwinkel+qqqxyzzy")
    expect(page.get_by_role("status")).to_have_text(
        re.compile("^[1-9][0-9]* praktijken met een deel van de woorden “ruilwinkel qqqxyzzy”$")
    )
    expect(page.locator('.ekt-card[data-practice="boempatat-boom"]')).to_be_visible()


def test_a_term_with_nothing_left_leads_to_its_page(visit, catalogue):
    page = visit("praktijken/?q=ruilwinkels")
    found = set(hits(page, "ruilwinkels"))
    places = catalogue.filters["gemeenten"].in_use()
    elsewhere = next(place for place in places if not found & members(catalogue, "gemeente", place.id, concluded=True))
    visit(f"praktijken/?q=ruilwinkels&gemeente={elsewhere.id}")
    expect(page.get_by_role("status")).to_have_text(f"0 praktijken met “ruilwinkels” in {elsewhere.label}")
    expect(page.get_by_role("button", name=re.compile(f"^Zonder {elsewhere.label}: "))).to_be_visible()
    expect(page.get_by_role("link", name="Voeg ze toe", exact=False)).to_be_visible()
    page.get_by_role("link", name="Methodes: Ruilwinkel").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ruilwinkel")
    page.go_back()
    page.get_by_role("button", name="Wis alles").click()
    expect(page.get_by_role("link", name="Methodes: Ruilwinkel")).to_be_hidden()


def test_near_terms_are_offered_only_when_they_lead_somewhere(visit):
    page = visit("praktijken/")
    hits(page, "ocmw")
    page.evaluate("elkKindTelt.nearTerms = () => ['ruilwinkel', 'qqqqqqqq']")
    page.get_by_label("Zoek op woorden").fill("qqqxyzzy")
    near = page.locator("[data-ekt-near] button")
    expect(near).to_have_text(["ruilwinkel"])
    near.click()
    assert parse_qsl(urlsplit(page.url).query) == [("q", "ruilwinkel")]
    expect(page.locator(SHOWN).first).to_be_visible()
    expect(near).to_be_hidden()


def test_nothing_to_leave_out_is_not_announced(visit):
    page = visit("praktijken/?q=qqqxyzzy")
    expect(page.get_by_text("Geen enkele praktijk past bij alles wat je koos.")).to_be_visible()
    page.get_by_role("button", name="Zonder “qqqxyzzy”: 58 praktijken").click()
    expect(page.locator(SHOWN)).to_have_count(58)
    expect(page.get_by_text("Laat iets weg:")).to_be_hidden()


def test_the_search_engine_loads_only_for_words(visit, page):
    asked = []
    page.on("request", lambda request: "search-index" in request.url and asked.append(request.url))
    visit("praktijken/?dimensie=gezondheid").wait_for_load_state("networkidle")
    assert asked == []
    page.get_by_label("Zoek op woorden").focus()
    page.wait_for_function("window.elkKindTelt?.searchIndex")
    assert len(asked) == 1


def test_while_the_search_engine_loads_the_cards_are_searched_as_text(visit, page):
    held = []
    page.route("**/search-index.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks its handlers
    visit("praktijken/")
    with page.expect_request("**/search-index.js"):
        page.get_by_label("Zoek op woorden").fill("ruilwinkel")
    expect(page.locator(f"{SHOWN} mark").first).to_have_text(re.compile("ruilwinkel", re.IGNORECASE))
    before = page.locator(SHOWN).count()
    page.get_by_label("Zoek op woorden").fill("opvoedingswinkl")
    expect(page.get_by_role("status")).to_have_text("Even zoeken …")
    expect(page.get_by_text("Geen enkele praktijk past")).to_be_hidden()
    held[0].continue_()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^[1-9]\d* praktijk(en)? met “opvoedingswinkl”$"))
    page.get_by_label("Zoek op woorden").fill("ruilwinkel")
    expect(page.locator(SHOWN).nth(before)).to_be_visible()


def test_words_still_filter_when_the_search_engine_cannot_load(visit, page):
    page.route("**/search-index.js", lambda route: route.abort())
    visit("praktijken/?q=ruilwinkel&leeftijd=0-3")
    expect(page.get_by_text("De zoeker kon niet geladen worden.")).to_be_visible()
    for text in page.locator(SHOWN).all_text_contents():
        assert "ruilwinkel" in text.lower()
    expect(page.locator(f"{SHOWN} mark").first).to_have_text(re.compile("ruilwinkel", re.IGNORECASE))
    page.get_by_role("button", name="Wis alles").click()
    expect(page.get_by_text("De zoeker kon niet geladen worden.")).to_be_hidden()


def test_the_focus_goes_on_where_a_chip_was(visit):
    page = visit("praktijken/?leeftijd=0-3&partner=onderwijs")
    page.get_by_role("button", name="Haal weg: 0-3 jaar").press("Enter")
    expect(page.get_by_role("button", name="Haal weg: Onderwijs")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_be_focused()
    page = visit("praktijken/?q=ruilwinkel&methode=huisbezoek&dimensie=gezondheid")
    page.get_by_role("button", name=re.compile("^Zonder Huisbezoek|^Zonder Gezondheid|^Zonder “")).first.press("Enter")
    expect(page.get_by_role("status")).to_be_focused()


def test_a_box_that_gives_nothing_keeps_the_focus_when_it_is_unticked(visit):
    page = visit("praktijken/?leeftijd=12-18&partner=huisvesting")
    box = page.locator("[data-parameter=leeftijd] input[value='12-18']")
    box.focus()
    page.keyboard.press("Space")
    expect(box).not_to_be_checked()
    expect(box).to_be_focused()


@pytest.mark.parametrize("size", [(1366, 768), (360, 740)])
def test_what_was_found_and_the_way_to_start_again_stay_in_sight(visit, page, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    visit("praktijken/")
    page.evaluate("document.querySelectorAll('.ekt-filters details').forEach((one) => (one.open = true))")
    page.locator("[data-parameter=partner] input[value=onderwijs]").check()
    expect(page.get_by_role("status")).to_be_in_viewport(ratio=1)
    reset = page.get_by_role("button", name="Wis alles")
    expect(reset).to_be_in_viewport(ratio=1)
    page.locator(f"{SHOWN} .ekt-card__title a").last.focus()
    expect(reset).to_be_in_viewport(ratio=1)
    reset.click()
    expect(page.get_by_role("status")).to_have_text("58 praktijken")


def test_the_filters_can_be_passed_over_by_keyboard(visit):
    page = visit("praktijken/")
    page.get_by_role("status").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Sla de filters over")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(f"{SHOWN} .ekt-card__title a").first).to_be_focused()


@pytest.mark.parametrize(
    "query",
    [
        f"q={'x' * 5000}",
        f"leeftijd={'a' * 3000}",
        "&".join(f"methode=m{number}" for number in range(500)),
        "a=1&" * 300,
    ],
    ids=["words", "value", "many", "repeated"],
)
def test_an_address_of_any_length_leaves_the_page_whole(visit, page, query):
    page.set_viewport_size({"width": 360, "height": 740})
    visit(f"praktijken/?{query}")
    expect(page.get_by_role("status")).to_contain_text("praktijk")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert len(page.locator("[data-ekt-unknown]").inner_text()) < 400


def test_what_an_address_asks_twice_is_said(visit):
    page = visit("praktijken/?sorteer=titel&sorteer=gemeente&afgeleid=ja&methode=Bel dit nummer!")
    expect(page.get_by_text("kennen we niet")).to_have_text(
        "Dit staat in het adres, maar kennen we niet: afgeleid=ja, sorteer=gemeente, 1 keer iets anders."
    )


def test_a_value_with_a_small_word_in_its_name_leads_to_its_page(visit):
    page = visit("praktijken/?q=giften en acties&methode=huisbezoek&reikwijdte=x&dimensie=gezondheid&leeftijd=12-18")
    expect(page.get_by_role("status")).to_contain_text("0 praktijken")
    expect(page.get_by_role("link", name="Financiering: Giften en acties")).to_be_visible()
