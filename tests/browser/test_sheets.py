"""The pages that are made to be printed, on the screen and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from schema.records import load_practices
from tests.browser.chosen import faults, fits
from tests.browser.paper import A4, missing, nearly_empty, printed, squeeze, whole
from tests.conftest import ROOT, TODAY

MILLIMETRE = 72 / 25.4
CHAPTER = "afdrukken/hoofdstuk-4-5/"
SHEETS = (
    CHAPTER,
    "afdrukken/hoofdstuk-4-7/",
    "afdrukken/inleiding/",
    "afdrukken/hoofdstuk-1/",
    "afdrukken/methodes/vervoer/",
    "afdrukken/leeftijd/12-18/",
    "afdrukken/financiering/latere-vlaamse-steun/",
)


@pytest.fixture(scope="module")
def practices(vocabularies):
    return load_practices(ROOT / "practices", vocabularies, TODAY)


@pytest.mark.parametrize("path", SHEETS)
def test_a_sheet_prints_whole(visit, path):
    page = visit(path)
    sheets = printed(page)
    assert missing(page, sheets) == []
    assert nearly_empty(sheets) == []
    assert {sheet.size for sheet in sheets} == {A4}
    assert [words for words in ("Druk af", "Ga naar inhoud", "Bewaar") if squeeze(words) in whole(sheets)] == []


def test_the_cover_is_a_sheet_of_its_own(visit):
    page = visit(CHAPTER)
    cover, contents, *_ = printed(page)
    assert cover.text.startswith("ElkkindteltHoofdstuk4/5Subjectiefwelbevinden")
    assert (cover.number, cover.heads) == (None, ())
    assert contents.text.startswith("Inhoud")


def test_a_short_list_of_contents_stands_on_the_cover(visit):
    cover, first, *_ = printed(visit("afdrukken/methodes/vervoer/"))
    assert "Inhoud1.Vervoer2.Bruggenbouwen" in cover.text
    assert first.text.startswith("VervoerKinderenofgezinnen")


def test_each_piece_starts_on_a_new_sheet_under_its_name(visit):
    page = visit(CHAPTER)
    titles = page.locator(".ekt-paper__piece h2").all_text_contents()
    assert len(titles) > 3
    sheets = printed(page)
    contents = sheets[1].text
    assert all(squeeze(title) in contents for title in titles)
    for title in titles:
        own = [sheet for sheet in sheets if sheet.heads and squeeze(title) in squeeze(" ".join(sheet.heads))]
        # After the dimension, which stands above the name of a practice.
        assert squeeze(title) in squeeze("".join(own[0].lines[:4])), title
        assert not any(squeeze(other) in squeeze("".join(own[0].lines[:3])) for other in titles if other not in title)
    assert all(sheet.heads for sheet in sheets[2:])
    assert [(sheet.number, sheet.total) for sheet in sheets[1:]] == [
        (number, len(sheets)) for number in range(2, len(sheets) + 1)
    ]


def test_there_is_room_for_a_binder(visit):
    for sheet in printed(visit(CHAPTER)):
        assert sheet.left > 27 * MILLIMETRE
        assert sheet.right < A4[0] - 15 * MILLIMETRE


def test_every_practice_of_a_chapter_is_there_once(visit, practices):
    sheets = printed(visit("afdrukken/hoofdstuk-4-3/"))
    text = whole(sheets)
    of_chapter = [practice for practice in practices if practice.chapter == "4/3"]
    assert len(of_chapter) > 10
    for practice in of_chapter:
        for said in (practice.summary, practice.target_group.description, *practice.approach, *practice.questions):
            for paragraph in filter(None, said.split("\n\n")):
                # A summary may stand on a card of another practice as well.
                count = text.count(squeeze(paragraph))
                assert count == 1 if paragraph in practice.approach else count, (practice.id, paragraph)


def test_the_button_prints(visit, page):
    visit(CHAPTER)
    page.evaluate("window.print = () => { window.asked = true; }")
    page.get_by_role("button", name="Druk af").click()
    assert page.evaluate("window.asked")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_it_reads_and_prints(visit):
    page = visit(CHAPTER)
    expect(page.get_by_role("button", name="Druk af")).to_have_count(0)
    sheets = printed(page)
    assert missing(page, sheets) == []
    assert sheets[0].text.startswith("ElkkindteltHoofdstuk4/5")
    assert nearly_empty(sheets) == []
    heads = [squeeze("".join(sheet.lines[:3])) for sheet in sheets[2:]]
    titles = page.locator(".ekt-paper__piece h2").all_text_contents()
    assert [sum(squeeze(title) in head for head in heads) for title in titles] == [1] * len(titles)


def test_the_contents_lead_to_the_pieces_of_the_whole_handbook(visit):
    page = visit("afdrukken/handboek/")
    links = page.locator(".ekt-paper__contents a")
    targets = links.evaluate_all("all => all.map((a) => a.getAttribute('href').slice(1))")
    assert len(targets) > 60
    assert page.evaluate("all => all.filter((id) => !document.getElementById(id))", targets) == []
    links.last.click()
    expect(page.locator(f"[id='{targets[-1]}'] h2").first).to_be_in_viewport()


def test_no_practice_on_a_sheet_gets_a_button_to_keep_it(visit):
    faults_told = []
    page = visit(CHAPTER)
    page.on("pageerror", lambda error: faults_told.append(str(error)))
    page.reload()
    assert page.locator(".ekt-paper button").count() == 0
    assert faults_told == []
    expect(page.get_by_role("link", name="Mijn selectie")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 1440])
def test_it_fits_any_screen(visit, width):
    page = visit(CHAPTER)
    page.set_viewport_size({"width": width, "height": 800})
    assert fits(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit, page, scheme):
    page.emulate_media(color_scheme=scheme)
    visit(CHAPTER)
    assert faults(page) == []


def test_the_overview_leads_to_the_sheets_and_to_the_booklet(visit):
    page = visit("afdrukken/")
    page.get_by_role("link", name="Maak een boekje").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn boekje")
