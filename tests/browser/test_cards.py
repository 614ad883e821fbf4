"""Practice cards and trainer's sheets in a real browser and on its paper: nothing cut, nothing lost, nothing blank."""

from __future__ import annotations

import io
import re

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.chosen import faults, fits, here, keep, query
from tests.browser.conftest import Server
from tests.conftest import MINIMAL, Project
from tests.hostile import hostile_record

CHAPTERS = [f"hoofdstuk-4-{number}" for number in range(1, 8)]
FORMATS = ("a5", "a6")
LEAST = {"a5": 8, "a6": 7}
PER_SHEET = {"a5": 2, "a6": 4}
# In points: A4, lying and standing.
PAPER = {"a5": (842, 595), "a6": (595, 842)}
TITLE = (
    "Een praktijk met een titel van precies honderdtwintig tekens, "
    "om te zien of ze op kaarten past zonder iets af te knippen"
)
ADDRESS = "https://www.een-tamelijk-lang-adres-van-een-site.voorbeeld.be/kinderarmoede/"


def long_record() -> str:
    steps = "".join(
        f"  - Stap {number}. {'Ouders komen binnen en praten met elkaar over hun dag. ' * 6}\n"
        for number in range(1, 91)
    )
    partners = "".join(
        f"  - naam: Vereniging nummer {number} van de stad en de omliggende gemeenten\n    type: buurt\n"
        f"    zekerheid: afgeleid\n    toelichting: Staat er niet.\n"
        for number in range(1, 41)
    )
    text = MINIMAL.replace("titel: Ruilhoek", f"titel: {TITLE}").replace("  - Kom binnen.\n", steps)
    return f"{text}partners:\n{partners}"


def endless_record() -> str:
    """One step longer than any panel, and in it a word longer than one."""
    step = f"{'Samen praten ouders over wat ze meemaken. ' * 60}{'o' * 1300} {'En dan is er koffie. ' * 8}"
    return MINIMAL.replace("titel: Ruilhoek", "titel: Eindeloos").replace("Kom binnen.", step.strip())


@pytest.fixture(scope="module")
def long_site(tmp_path_factory):
    """The site at an address, with records that no card was made for."""
    assert len(TITLE) == 120
    project = Project(tmp_path_factory.mktemp("long") / "project")
    for name, text in {"lang": long_record(), "eindeloos": endless_record(), "vijandig": hostile_record()}.items():
        (project.root / "practices" / f"{name}.yml").write_text(text, encoding="utf-8")
    config = project.root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace('site_url: ""', f'site_url: "{ADDRESS}"'), encoding="utf-8")
    result = project.build()
    assert result.returncode == 0, result.stderr
    return project.site


@pytest.fixture(scope="module")
def long_address(long_site):
    server = Server(long_site)
    yield server.address
    server.close()


def dealt(page, form: str = "a5", sides: int = 1):
    page.locator(f'[data-dealt="{form}-{sides}"]').wait_for()
    return page


def overflowing(page) -> list[str]:
    """Name the panels of which something is outside, on the side that shows on a screen and with room for none."""
    return page.locator(".ekt-leaf .ekt-panel:not(.ekt-panel--none)").evaluate_all(
        """panels => panels.filter((panel) => {
             const body = panel.querySelector(".ekt-panel__body");
             const edge = panel.getBoundingClientRect();
             const out = [...panel.querySelectorAll("*")].some((one) => {
               const box = one.getBoundingClientRect();
               if (!box.width) return false;
               return box.bottom > edge.bottom + 1 || box.right > edge.right + 1 || box.left < edge.left - 1;
             });
             return out || body.scrollHeight > body.clientHeight || panel.scrollHeight > panel.clientHeight;
           }).map((panel) => `${panel.dataset.of} ${panel.dataset.side}`)"""
    )


def smallest(page) -> float:
    """Give the size in points of the smallest letters on the sheets."""
    return page.locator(".ekt-leaf .ekt-panel").evaluate_all(
        """panels => Math.min(...panels.flatMap((panel) => [...panel.querySelectorAll("*")]
             .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
             .map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)))"""
    )


def texts_on_sheets(page) -> dict[str, str]:
    """Give the text of all panels of each practice in turn, without what a panel repeats; spaces left out."""
    return page.evaluate(
        """() => {
          const found = {};
          for (const panel of document.querySelectorAll(".ekt-leaf .ekt-panel")) {
            const body = panel.querySelector(".ekt-panel__body").cloneNode(true);
            for (const extra of body.querySelectorAll("[data-again]")) extra.remove();
            const notes = panel.matches(".ekt-panel--more") && body.textContent === "Notities";
            const side = panel.matches(".ekt-panel--more") ? "rest" : panel.dataset.side;
            ((found[panel.dataset.of] ??= {})[side] ??= []).push(notes ? "" : body.textContent);
          }
          return found;
        }"""
    )


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def check_whole(page, html: str) -> None:
    """Compare what lies on the sheets with the cards as the site was built."""
    unsplit = {
        card["data-card"]: [squeezed(body.get_text()) for body in card.select(".ekt-panel__body")]
        for card in BeautifulSoup(html, "html.parser").select("[data-card]")
    }
    found = texts_on_sheets(page)
    assert list(found) == list(unsplit)
    for practice, (front, back) in unsplit.items():
        sides = {side: squeezed("".join(parts)) for side, parts in found[practice].items()}
        # What follows on other cards is the rest of the front, then the rest of the back.
        rest_of_front = front.removeprefix(sides["front"])
        rest_of_back = back.removeprefix(sides["back"])
        assert sides["front"] + rest_of_front == front, practice
        assert sides["back"] + rest_of_back == back, practice
        assert sides.get("rest", "") == rest_of_front + rest_of_back, practice


def print_out(page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def pieces(paper_page) -> list[tuple[float, float, str]]:
    """Give the pieces of text of a page with their places."""
    found: list[tuple[float, float, str]] = []
    paper_page.extract_text(
        visitor_text=lambda text, cm, tm, _font, _size: found.append(
            (cm[0] * tm[4] + cm[2] * tm[5] + cm[4], cm[1] * tm[4] + cm[3] * tm[5] + cm[5], text.strip())
        )
    )
    return [piece for piece in found if piece[2]]


def check_paper(page, form: str) -> None:
    sheets = page.locator(".ekt-leaf").count()
    panels = page.locator(".ekt-leaf .ekt-panel").count()
    assert sheets == -(-panels // PER_SHEET[form])
    reader = print_out(page)
    assert len(reader.pages) == sheets
    for paper_page in reader.pages:
        width, height = float(paper_page.mediabox.width), float(paper_page.mediabox.height)
        assert (round(width), round(height)) == pytest.approx(PAPER[form], abs=2)
        found = pieces(paper_page)
        assert len(found) > 3
        assert all(10 < x < width - 5 and 10 < y < height - 5 for x, y, _ in found)
        # No line starts within the white on both sides of the fold.
        assert not [text for x, _, text in found if abs(x - width / 2) < 14]


@pytest.mark.parametrize("form", FORMATS)
def test_all_cards_of_all_chapters_are_whole_on_screen_and_on_paper(visit, site, form):
    for chapter in CHAPTERS:
        path = f"afdrukken/kaarten/{chapter}/"
        page = dealt(visit(f"{path}?formaat={form}"), form)
        assert overflowing(page) == [], chapter
        assert smallest(page) >= LEAST[form] - 0.01, chapter
        check_whole(page, (site / path / "index.html").read_text(encoding="utf-8"))
        check_paper(page, form)


@pytest.mark.parametrize("form", FORMATS)
def test_the_longest_records_go_on_over_more_cards(page, long_site, long_address, form):
    path = "afdrukken/kaarten/hoofdstuk-4-1/"
    page.goto(f"{long_address}/{path}?formaat={form}")
    dealt(page, form)
    assert overflowing(page) == []
    assert smallest(page) >= LEAST[form] - 0.01
    check_whole(page, (long_site / path / "index.html").read_text(encoding="utf-8"))
    check_paper(page, form)
    assert page.evaluate("window.pwned") is None
    for practice in ("lang", "eindeloos"):
        panels = page.locator(f'[data-of="{practice}"]')
        parts = panels.locator("[data-part]").all_text_contents()
        cards = len(parts) // 2
        assert cards >= 2
        assert parts[:2] == [f"kaart 1/{cards}"] * 2
        assert parts[2:] == [f"vervolg {number}/{cards}" for number in range(2, cards + 1) for _ in range(2)]
        for name in panels.locator(".ekt-panel__name").all_text_contents():
            assert name in {TITLE, "Eindeloos"}


def test_steps_keep_their_numbers_and_labels_are_repeated(page, long_address):
    page.goto(f"{long_address}/afdrukken/kaarten/hoofdstuk-4-1/?formaat=a6")
    dealt(page, "a6")
    numbers = page.locator('[data-of="lang"] ol').evaluate_all(
        """lists => lists.flatMap((list) => [...list.children].filter((item) => !item.matches(".ekt-continued"))
             .map((item) => [list.start + [...list.children].indexOf(item),
                             Number(item.textContent.match(/Stap (\\d+)/)[1])]))"""
    )
    assert len(numbers) == 90
    assert [shown for shown, _ in numbers] == [written for _, written in numbers]
    again = page.locator('[data-of="lang"] [data-again]').all_text_contents()
    assert "Partners (vervolg)" in again or "Aanpak in 2012 (vervolg)" in again
    # No label stands alone at the end of a panel.
    alone = page.locator('[data-of="lang"] .ekt-panel__body').evaluate_all(
        """bodies => bodies.map((body) => body.lastElementChild?.lastElementChild?.localName)
             .filter((name) => name === "h3")"""
    )
    assert alone == []


def test_only_a_text_longer_than_a_panel_is_broken_inside(page, long_address):
    page.goto(f"{long_address}/afdrukken/kaarten/hoofdstuk-4-1/")
    dealt(page)
    continued = page.locator(".ekt-continued").evaluate_all(
        "all => all.map((one) => one.closest('[data-of]').dataset.of)"
    )
    assert set(continued) == {"eindeloos"}


@pytest.mark.parametrize("form", FORMATS)
def test_panels_lie_in_the_same_place_on_every_sheet(visit, form):
    page = dealt(visit(f"afdrukken/kaarten/hoofdstuk-4-1/?formaat={form}"), form)
    page.emulate_media(media="print")
    places = page.locator(".ekt-leaf").evaluate_all(
        """leaves => leaves.map((leaf) => [...leaf.querySelectorAll(".ekt-panel")].map((panel) => {
             const [box, edge] = [panel.getBoundingClientRect(), leaf.getBoundingClientRect()];
             return [box.left - edge.left, box.top - edge.top, box.width, box.height].map(Math.round).join(" ");
           }))"""
    )
    assert all(found == places[0][: len(found)] for found in places)
    sides = (
        page.locator(".ekt-leaf").first.locator(".ekt-panel").evaluate_all("all => all.map((one) => one.dataset.side)")
    )
    assert sides == ["front", "back"] * (PER_SHEET[form] // 2)


def test_the_size_is_chosen_by_keyboard_and_stands_in_the_address(visit):
    page = dealt(visit("afdrukken/kaarten/hoofdstuk-4-6/"))
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^4 kaarten, \d+ vellen\."))
    page.get_by_role("radio", name="A5").focus()
    page.keyboard.press("ArrowDown")
    dealt(page, "a6")
    assert "formaat=a6" in here(page)
    expect(page.locator("[data-for]:visible")).to_contain_text(["Vouw elke helft"])
    page.reload()
    dealt(page, "a6")
    expect(page.get_by_role("radio", name="A6")).to_be_checked()
    page.evaluate("window.print = () => (window.printed = true)")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Druk af").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed") is True


def test_an_unknown_size_in_the_address_is_the_usual_one(visit):
    page = dealt(visit("afdrukken/kaarten/hoofdstuk-4-6/?formaat=a3&kanten=0"))
    expect(page.get_by_role("radio", name="A5")).to_be_checked()
    expect(page.get_by_role("radio", name="op één kant")).to_be_checked()


@pytest.mark.parametrize("form", FORMATS)
def test_printed_on_two_sides_each_card_has_its_own_back(visit, form):
    page = dealt(visit("afdrukken/kaarten/hoofdstuk-4-1/"))
    page.get_by_role("radio", name=form.upper()).check()
    page.get_by_role("radio", name="op twee kanten").check()
    dealt(page, form, 2)
    assert "kanten=2" in here(page)
    edge = {"a5": "korte kant", "a6": "lange kant"}[form]
    expect(page.locator("[data-for]:visible")).to_contain_text([f"omslaan langs de {edge}"])
    told = page.get_by_role("status").inner_text()
    page.emulate_media(media="print")
    leaves = page.locator(".ekt-leaf").evaluate_all(
        """leaves => leaves.map((leaf) => {
             const edge = leaf.getBoundingClientRect();
             return [...leaf.querySelectorAll(".ekt-panel")].map((panel) => {
               const box = panel.getBoundingClientRect();
               const [left, right] = [box.left - edge.left, edge.right - box.right].map(Math.round);
               return { of: panel.dataset.of ?? "", side: panel.dataset.side ?? "", left, right,
                        top: Math.round(box.top - edge.top) };
             });
           })"""
    )
    practices = set()
    for fronts, backs in zip(leaves[::2], leaves[1::2], strict=True):
        for panel in fronts:
            [behind] = [back for back in backs if (back["right"], back["top"]) == (panel["left"], panel["top"])]
            assert (panel["of"], {"front": "back"}.get(panel["side"], "")) == (behind["of"], behind["side"])
            practices |= {panel["of"]} - {""}
    assert told.startswith(f"{len(practices)} kaarten, {len(leaves) // 2} vellen.")
    assert overflowing(page) == []
    assert len(print_out(page).pages) == len(leaves)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["afdrukken/kaarten/hoofdstuk-4-6/?formaat=a6", "afdrukken/begeleiding/hoofdstuk-4-6/"]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit, page, width, scheme, path):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    visit(path)
    if "kaarten" in path:
        dealt(page, "a6")
    assert fits(page)
    assert faults(page) == []


def test_a_preview_in_the_dark_is_still_paper(visit, page):
    page.emulate_media(color_scheme="dark")
    dealt(visit("afdrukken/kaarten/hoofdstuk-4-6/"))
    colours = page.locator(".ekt-leaf .ekt-panel").first.evaluate(
        """one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor,
                   getComputedStyle(one.querySelector("h2")).color]"""
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_without_scripts_the_whole_text_is_there_and_nothing_that_does_nothing(browser, served_site, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    path = "afdrukken/kaarten/hoofdstuk-4-1/"
    page.goto(f"{served_site}/{path}")
    html = BeautifulSoup((site / path / "index.html").read_text(encoding="utf-8"), "html.parser")
    cards = html.select("[data-card]")
    assert page.locator("[data-card]").count() == len(cards) > 10
    for item in page.locator("[data-card] :is(h2, h3, li, dd, .ekt-panel__lead)").all():
        assert item.is_visible()
    spilt = page.locator("[data-card] :is(.ekt-panel, .ekt-panel__body)").evaluate_all(
        "all => all.filter((one) => one.scrollHeight > one.clientHeight).length"
    )
    assert spilt == 0
    expect(page.get_by_role("radio", name="A5")).to_have_count(0)
    expect(page.get_by_role("button", name="Druk af")).to_have_count(0)
    reader = print_out(page)
    printed = squeezed("".join(paper_page.extract_text() for paper_page in reader.pages))
    for card in cards:
        for item in card.select(".ekt-panel__body :is(h2, p, ol > li)"):
            assert squeezed(item.get_text())[:60] in printed
    assert len(reader.pages) >= len(cards)
    assert all(pieces(paper_page) for paper_page in reader.pages)
    context.close()


# The reader's own cards.

OWN = "afdrukken/mijn-kaarten/"
ONE, TWO = "boempatat-boom", "instapje-genk"


def titles_of(page) -> list[str]:
    return page.locator(".ekt-leaf h2").all_text_contents()


def test_own_cards_are_those_of_the_address_in_its_order(visit):
    page = dealt(visit(f"{OWN}?{query(TWO, ONE)}"))
    assert [title.split(":")[0] for title in titles_of(page)] == ["Instapje", "Boempatat"]
    expect(page.get_by_text("niet van je eigen selectie")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("2 kaarten, 2 vellen.")
    check_paper(page, "a5")
    page.get_by_label("A6").check()
    dealt(page, "a6")
    assert here(page).endswith(f"{query(TWO, ONE)}&formaat=a6")
    check_paper(page, "a6")
    assert faults(page) == []


def test_own_cards_are_else_those_of_the_selection_and_follow_it(visit):
    page = visit(OWN)
    expect(page.get_by_text("Er zijn nog geen praktijken")).to_be_visible()
    expect(page.get_by_role("button", name="Druk af")).to_be_hidden()
    keep(page, ONE, "bestaat-niet-meer")
    page.reload()
    dealt(page)
    assert [title.split(":")[0] for title in titles_of(page)] == ["Boempatat"]
    expect(
        page.get_by_text("Eén praktijk kennen we niet. Misschien is de naam veranderd: bestaat-niet-meer.")
    ).to_be_visible()
    expect(page.get_by_text("niet van je eigen selectie")).to_have_count(0)
    page.evaluate(f"window.elkKindTelt.selection.add('{TWO}')")
    expect(page.locator(".ekt-leaf h2")).to_have_count(2)
    page.evaluate("window.elkKindTelt.selection.clear()")
    expect(page.get_by_text("Er zijn nog geen praktijken")).to_be_visible()
    expect(page.get_by_role("button", name="Druk af")).to_be_hidden()
    expect(page.locator(".ekt-leaf")).to_have_count(0)


def test_own_cards_of_an_address_that_names_nothing_known(visit):
    page = visit(f"{OWN}?id=%3Cimg%20src%3Dx%3E&id=onzin")
    expect(page.get_by_text("2 praktijken kennen we niet. Misschien is de naam veranderd: onzin.")).to_be_visible()
    expect(page.get_by_text("Er zijn nog geen praktijken")).to_be_visible()
    assert "<img" not in page.locator("[data-notices]").inner_html()


def test_a_card_that_does_not_load_is_missed_out_loud(page, served_site):
    page.route(f"**/papier/{ONE}.js", lambda route: route.abort())
    page.goto(f"{served_site}/{OWN}?{query(ONE, TWO)}")
    dealt(page)
    expect(page.get_by_text("Eén kaart konden we niet laden.")).to_be_visible()
    assert [title.split(":")[0] for title in titles_of(page)] == ["Instapje"]


def test_own_cards_say_so_without_scripts(browser, served_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served_site}/{OWN}")
    expect(page.get_by_text("Deze pagina werkt alleen met JavaScript")).to_be_visible()
    expect(page.get_by_role("button", name="Druk af")).to_have_count(0)
    context.close()


def test_the_selection_leads_to_its_cards(visit):
    page = visit("mijn-selectie/")
    keep(page, TWO)
    page.reload()
    page.get_by_role("link", name="Maak kaarten").click()
    dealt(page)
    assert [title.split(":")[0] for title in titles_of(page)] == ["Instapje"]


def test_hostile_texts_do_not_run_on_own_cards(page, long_address):
    page.goto(f"{long_address}/{OWN}?{query('vijandig')}")
    dealt(page)
    assert page.evaluate("window.pwned") is None
    assert page.locator(".ekt-leaf :is(script, img)").count() == 0


def test_cards_work_in_a_folder_on_a_stick(page, project):
    config = project.root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("site_dir: site", "site_dir: site\nuse_directory_urls: false")
    config.write_text(text, encoding="utf-8")
    assert project.build().returncode == 0
    folder = project.site / "afdrukken"
    page.goto(f"{(folder / 'mijn-kaarten.html').as_uri()}?{query(ONE, TWO)}&formaat=a6")
    dealt(page, "a6")
    assert [title.split(":")[0] for title in titles_of(page)] == ["Boempatat", "Instapje"]
    assert "file:" not in page.locator(".ekt-leaf").first.inner_text()
    page.locator(".ekt-leaf h2 a").first.click()
    page.wait_for_url(f"**/praktijken/{ONE}.html")
    page.goto((folder / "kaarten" / "hoofdstuk-4-6.html").as_uri())
    dealt(page)
    assert page.locator(".ekt-leaf").count() == 4


# For who leads a session.


def test_a_trainers_sheet_is_one_to_four_pages_and_its_worksheet_starts_on_a_new_one(visit):
    for chapter in CHAPTERS:
        page = visit(f"afdrukken/begeleiding/{chapter}/")
        reader = print_out(page)
        # The foot of the sheet comes first in the file.
        foot = re.compile(r"^blz\. \d+ van \d+ ?Elk kind telt ?")
        texts = [foot.sub("", " ".join(paper_page.extract_text().split())) for paper_page in reader.pages]
        assert 1 <= len(texts) <= 4, chapter
        assert texts[0].startswith("Voor begeleiders.")
        assert [text.startswith("Wat zou bij ons werken?") for text in texts] == [False] * (len(texts) - 1) + [True]
        assert all(len(text) > 200 for text in texts)
        wanted = page.locator(".ekt-session").evaluate(
            "one => [...one.querySelectorAll('h1, h2, h3, dt, li')].map((part) => part.innerText).filter(Boolean)"
        )
        printed = squeezed("".join(texts))
        assert [text for text in wanted if squeezed(text)[:40] not in printed] == [], chapter
        for paper_page in reader.pages:
            width, height = float(paper_page.mediabox.width), float(paper_page.mediabox.height)
            assert (round(width), round(height)) == (595, 842)
            assert all(10 < x < width - 10 and 10 < y < height - 10 for x, y, _ in pieces(paper_page))


def test_the_worksheet_has_lines_that_every_printer_prints(visit, page):
    visit("afdrukken/begeleiding/hoofdstuk-4-6/")
    page.emulate_media(media="print")
    lines = page.locator(".ekt-worksheet__lines > span")
    borders = lines.evaluate_all("all => all.map((line) => getComputedStyle(line).borderBottomWidth)")
    assert len(borders) > 10
    assert all(float(border.removesuffix("px")) > 0.5 for border in borders)
    heights = lines.evaluate_all("all => all.map((line) => line.getBoundingClientRect().height)")
    # Room for handwriting: seven millimetres.
    assert min(heights) > 26
