"""What there is to print: which sheets, and what stands on each."""

from __future__ import annotations

import re

import lxml.html
import pytest
from mkdocs.config import load_config

from hooks import paper_fragments
from hooks.paper_plan import FACETS, plan_sheets
from hooks.site_input import read_input
from hooks.site_rendering import render_site
from hooks.site_settings import SiteSettings
from tests.conftest import ROOT, TODAY

CHAPTERS = (
    *("inleiding", "hoofdstuk-1", "hoofdstuk-2", "hoofdstuk-3", "hoofdstuk-4"),
    *(f"hoofdstuk-4-{part}" for part in range(1, 8)),
)


@pytest.fixture(scope="module")
def repository():
    return read_input(ROOT / "practices", ROOT / "docs", TODAY)


@pytest.fixture(scope="module")
def sheets(repository):
    """Every sheet, by its name."""
    found = plan_sheets(*repository)
    return {sheet.uri.removeprefix("afdrukken/").removesuffix(".md"): sheet for sheet in found}


@pytest.fixture(scope="module")
def pages(repository):
    """Every page of the site, by its source page."""
    return {page.uri: page.markdown for page in render_site(*repository, SiteSettings()).pages}


def read(pages, name):
    """Read a page below its front matter."""
    return lxml.html.fragment_fromstring(pages[f"afdrukken/{name}.md"].split("\n---\n", 1)[1], create_parent="div")


def test_there_is_a_sheet_of_each_chapter_and_of_each_value_in_use(sheets, repository):
    catalogue, _ = repository
    values = [name for name in sheets if name not in {"handboek", *CHAPTERS}]
    assert list(sheets)[: len(CHAPTERS) + 1] == ["handboek", *CHAPTERS]
    folders = {name.partition("/")[0] for name in values}
    assert folders == {"dimensies", "leeftijd", "methodes", "financiering"}
    assert len(values) == sum(len(catalogue.facets[name].in_use()) for name in FACETS) > 50


def test_every_practice_is_once_in_its_chapter_and_once_in_the_handbook(sheets, repository):
    ids = [practice.id for practice in repository[0].practices]
    in_chapters = [practice.id for name in CHAPTERS for practice in sheets[name].practices]
    assert sorted(in_chapters) == sorted(ids)
    assert [practice.id for practice in sheets["handboek"].practices] == in_chapters
    for practice in sheets["hoofdstuk-4-3"].practices:
        assert practice.chapter == "4/3"
    for practice in sheets["methodes/ruilwinkel"].practices:
        assert "ruilwinkel" in practice.methods


def test_the_handbook_has_all_that_its_chapters_have(sheets):
    whole = sheets["handboek"].uris
    assert len(set(whole)) == len(whole)
    assert set(whole) == {uri for name in CHAPTERS for uri in sheets[name].uris} | {"begrippen.md"}


def test_each_chapter_and_each_value_leads_to_its_sheet(pages, sheets):
    for name, sheet in sheets.items():
        words = "Druk het hele handboek af" if name == "handboek" else "Druk d"
        links = re.findall(r'href="([^"]*)">(Druk [^<]*)<', pages[sheet.origin])
        assert [href for href, said in links if said.startswith(words)], name
        assert [f"afdrukken/{name}/" in href for href, said in links] == [True], name


def test_a_cover_tells_title_date_version_and_source(pages, sheets):
    for name, sheet in sheets.items():
        cover = read(pages, name).xpath("//header[@class='ekt-paper__cover']")[0]
        assert cover.xpath("string(h1)") == sheet.title
        told = {dt.text: " ".join(dt.getnext().text_content().split()) for dt in cover.xpath(".//dt")}
        assert re.fullmatch(r"[0-9a-f]{8}", told["Versie"])
        assert re.fullmatch(r"\d+ \w+ 20\d\d", told["Laatst nagekeken"])
        assert told["Bron"].startswith("Elk kind telt, handboek van 2012")


def test_the_version_follows_the_text(repository, load, tmp_path):
    catalogue, written = repository

    def versions(found):
        rendered = {page.uri: page.markdown for page in render_site(found, written, SiteSettings()).pages}
        names = ("hoofdstuk-4-1", "hoofdstuk-4-6", "handboek")
        return [read(rendered, name).xpath("string(//dt[.='Versie']/following-sibling::dd[1])") for name in names]

    folder = tmp_path / "copy"
    folder.mkdir()
    for path in (ROOT / "practices").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        if path.stem == "boempatat-boom":
            text = text.replace("munten", "jetons")
        (folder / path.name).write_text(text, encoding="utf-8")
    changed, _ = read_input(folder, ROOT / "docs", TODAY)
    before, after = versions(catalogue), versions(changed)
    assert before == versions(catalogue)
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, True, False]


def test_links_stay_on_the_sheet_where_they_can(pages, sheets):
    sheet = read(pages, "hoofdstuk-4-1")
    own = {practice.id for practice in sheets["hoofdstuk-4-1"].practices}
    found = set()
    for href in sheet.xpath("//article//a/@href"):
        assert not href.startswith("ekt:"), href
        inside = re.fullmatch(r"#praktijken-([\w-]+?)(--.*)?", href)
        outside = re.fullmatch(r"(?:\.\./)+praktijken/([\w-]+)/(#.*)?", href)
        if inside:
            assert inside[1] in own
            found.add("inside")
        if outside:
            assert outside[1] not in own
            found.add("outside")
    assert found == {"inside", "outside"}


def test_what_only_a_screen_can_do_is_not_on_paper(pages):
    for name in ("hoofdstuk-4-1", "methodes/ruilwinkel", "handboek"):
        for piece in read(pages, name).xpath("//article"):
            assert piece.xpath(".//button | .//form | .//script | .//nav | .//@onclick") == []
            text = piece.text_content()
            for words in ("Weet jij het?", "Wat betekenen 'hetzelfde'", "Verbeter deze praktijk", "Druk d"):
                assert words not in text, (name, words)


def test_no_two_pieces_share_an_id(pages):
    ids = read(pages, "handboek").xpath("//@id")
    assert len(ids) > 500
    assert len(set(ids)) == len(ids)


def test_pieces_are_read_with_the_extensions_of_the_site():
    configured = set(load_config(str(ROOT / "mkdocs.yml")).markdown_extensions)
    used = set(paper_fragments.EXTENSIONS)
    # What MkDocs adds by itself for every page, and tables are among it.
    assert used <= configured | {"tables", "toc"}
    assert configured - used <= {"fenced_code"}
