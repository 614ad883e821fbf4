"""The sheet for who leads a session: made of the handbook and the records, the same each time."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from hooks.site_rendering import render_site
from hooks.site_settings import SiteSettings
from hooks.trainer_plan import relate
from hooks.written_pages import read_written_pages
from schema.catalogue import Catalogue
from schema.records import load_practices
from schema.related import SimilarityIndex
from schema.terms import Section
from tests.conftest import MINIMAL, ROOT, TODAY

CHAPTERS = [f"4/{number}" for number in range(1, 8)]


def words(text: str) -> str:
    return " ".join(text.split())


def sheets_of(catalogue, written):
    return {
        page.uri.removeprefix("afdrukken/begeleiding/hoofdstuk-").removesuffix(".md").replace("-", "/"): BeautifulSoup(
            page.markdown, "html.parser"
        )
        for page in render_site(catalogue, written, SiteSettings()).pages
        if page.uri.startswith("afdrukken/begeleiding/")
    }


@pytest.fixture(scope="module")
def catalogue(vocabularies):
    return Catalogue(load_practices(ROOT / "practices", vocabularies, TODAY), vocabularies)


@pytest.fixture(scope="module")
def handbook(vocabularies):
    return read_written_pages(ROOT / "docs", vocabularies)


@pytest.fixture(scope="module")
def sheets(catalogue, handbook):
    return sheets_of(catalogue, handbook)


@pytest.fixture
def sheet_of(load, vocabularies, written):
    def made(**texts: str):
        return sheets_of(Catalogue(load(**texts).values(), vocabularies), written)["4/1"]

    return made


def case_of(sheet) -> list[str]:
    return [head.a.get_text() for head in sheet.select(".ekt-session__case thead th")]


def test_every_chapter_with_practices_has_a_sheet(sheets):
    assert list(sheets) == CHAPTERS


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_goals_and_the_parts_are_those_of_the_chapter(sheets, vocabularies, catalogue, handbook, chapter):
    sheet = sheets[chapter]
    goals = sheet.select(".ekt-session__goals li")
    assert 3 <= len(goals) <= 5
    practices = [practice for practice in catalogue.practices if practice.chapter == chapter]
    sections = [
        section
        for section in vocabularies.kind("delen", Section).terms
        if any(practice.section == section.id for practice in practices)
    ]
    shown = [row.dt.get_text() for row in sheet.select(".ekt-session__parts > div")]
    assert [label for label in shown if label not in {"Ook in dit deel", "Praktijken"}] == [
        section.label for section in sections
    ]
    named = [link.get_text() for link in sheet.select(".ekt-session__parts a")]
    assert sorted(named) == sorted(practice.title for practice in practices)
    if len(sections) > 1:
        assert all(section.label in goals[0].get_text() for section in sections)
    # Every text of a part stands in the handbook as it is here, but for the marks of Markdown.
    chapter_text = words(" ".join(part for page in handbook for part in page.parts if isinstance(part, str)))
    for paragraph in sheet.select(".ekt-session__parts dd p:not(.ekt-note)"):
        assert words(paragraph.get_text())[:35] in chapter_text


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_question_of_the_chapter_is_asked_once_with_its_practice(sheets, catalogue, chapter):
    sheet = sheets[chapter]
    case = case_of(sheet)
    asked = [
        (words(item.find(string=True)), item.select_one("a").get_text())
        for item in sheet.select(".ekt-session__questions li")
    ]
    assert 0 < len(asked) <= 6
    assert len({title for _, title in asked}) == len(asked)
    for group in sheet.select(".ekt-session__others dl > div"):
        asked += [(words(text.get_text()), group.dt.a.get_text()) for text in group.select("dd")]
    columns = sheet.select(".ekt-session__case tbody tr")[-1].select("td")
    of_the_case = [
        (words(item.get_text()), title) for title, cell in zip(case, columns, strict=True) for item in cell.select("li")
    ]
    practices = [practice for practice in catalogue.practices if practice.chapter == chapter]
    expected = {(words(text), practice.title) for practice in practices for text in practice.questions}
    assert {*asked, *of_the_case} == expected
    if len(practices) > 2:
        assert len(asked) + len(of_the_case) == len(expected)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_case_lays_two_practices_of_the_chapter_side_by_side(sheets, catalogue, chapter):
    sheet = sheets[chapter]
    by_title = {practice.title: practice for practice in catalogue.practices if practice.chapter == chapter}
    left, right = (by_title[title] for title in case_of(sheet))
    assert left is not right
    linked = {
        frozenset((practice.id, link.id))
        for practice in by_title.values()
        for link in practice.related
        if link.id in {other.id for other in by_title.values()}
    }
    assert not linked or frozenset((left.id, right.id)) in linked
    rows = {row.th.find(string=True).strip(): row for row in sheet.select(".ekt-session__case tbody tr")}
    assert [cell.get_text() for cell in rows["In het kort"].select("td")] == [left.summary, right.summary]
    assert "Herkomst" not in rows
    for head, practice in zip(sheet.select(".ekt-session__case thead th"), (left, right), strict=True):
        assert practice.status.as_of[:4] in head.get_text()
    for row in rows.values():
        state = row.th.select_one(".ekt-session__state")
        cells = [words(cell.get_text(" ")) for cell in row.select("td")]
        if state and "deels" not in state.get_text() and state.get_text().endswith(" gelijk"):
            assert len(cells) == 1
        elif state and "verschilt" in state.get_text():
            assert cells[0] != cells[1]
        elif state and "niet overal" in state.get_text():
            assert "niet vermeld" in cells


def test_an_editors_pair_comes_before_one_that_is_computed(sheet_of):
    other = MINIMAL.replace("Ruilhoek", "Ruilbank")
    third = MINIMAL.replace("Ruilhoek", "Speelbus").replace("ruilwinkel", "speel-o-theek")
    linked = MINIMAL + "verwant:\n  - id: derde\n    waarom: Ook daar komen ouders langs.\n"
    sheet = sheet_of(eerste=linked, tweede=other, derde=third)
    assert sorted(case_of(sheet)) == ["Ruilhoek", "Speelbus"]
    assert (
        'De redactie verbond Ruilhoek met Speelbus. Ze schreef daarbij: "Ook daar komen ouders langs."'
        in sheet.get_text()
    )


def test_without_an_editors_pair_the_two_most_alike_are_the_case(catalogue, vocabularies, written):
    unlinked = Catalogue(
        [practice.model_copy(update={"related": ()}) for practice in catalogue.practices], vocabularies
    )
    similarity = SimilarityIndex(unlinked)
    for chapter, sheet in sheets_of(unlinked, written).items():
        of_chapter = [practice for practice in unlinked.practices if practice.chapter == chapter]
        scores = {
            frozenset((practice.title, found.practice.title)): found.score
            for practice in of_chapter
            for found in similarity.similar(practice, 1000)
            if found.practice.chapter == chapter
        }
        assert scores[frozenset(case_of(sheet))] == max(scores.values()), chapter
        assert "Dat is berekend uit de fiches." in sheet.get_text()


def test_practices_that_share_too_little_are_still_a_case_and_nothing_is_said_to_bind_them(sheet_of):
    sheet = sheet_of(eerste=MINIMAL, tweede=MINIMAL.replace("Ruilhoek", "Ruilbank"))
    assert sorted(case_of(sheet)) == ["Ruilbank", "Ruilhoek"]
    assert "Dit zijn de eerste twee praktijken van dit deel." in sheet.get_text()
    assert "gemeen" not in sheet.select_one(".ekt-session__whole p").get_text()


def test_one_practice_makes_no_case(sheet_of):
    sheet = sheet_of(eerste=MINIMAL)
    assert case_of(sheet) == []
    assert "Casus" not in sheet.get_text()
    assert "casus" not in sheet.get_text()
    assert sheet.select(".ekt-worksheet")


def test_the_worksheet_asks_and_leaves_room_to_answer(sheets):
    section = sheets["4/1"].select_one(".ekt-session__page")
    assert section.h2.get_text() == "Wat zou bij ons werken?"
    rows = section.select(".ekt-worksheet > div")
    asked = " ".join(row.dt.get_text() for row in rows)
    for word in ("welke kinderen en ouders", "Met wie", "geld", "eerste stap"):
        assert word in asked
    for row in rows:
        assert row.dd.get_text().strip() == ""
        assert row.select(".ekt-worksheet__lines > span")


def test_the_time_table_is_called_a_suggestion(sheets):
    for sheet in sheets.values():
        box = sheet.select_one(".ekt-session__suggestion")
        assert "voorstel" in box.h2.get_text()
        assert "geen vaste volgorde" in box.p.get_text()


@pytest.mark.parametrize(
    ("left", "right", "state"),
    [
        ([], [], "silent"),
        (["a"], [], "untold"),
        (["a"], ["A"], "same"),
        ([("a", "afgeleid")], ["a"], "same"),
        (["a", "b"], ["a"], "partly"),
        (["a"], ["b"], "different"),
    ],
)
def test_fields_relate_as_on_the_page_to_compare(left, right, state):
    assert relate(left, right) == state
