"""The whole site, built as a visitor builds it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.conftest import MINIMAL, ROOT
from tests.html_pages import BASE, broken_references, read_pages


def set_option(project, old: str, new: str) -> None:
    config = project.root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert old in text
    config.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def pages(site):
    return read_pages(site)


def test_every_record_has_its_page_and_its_place_in_the_catalogue(pages):
    ids = {path.stem for path in (ROOT / "practices").glob("*.yml")}
    found = {address.split("/")[1] for address in pages if re.fullmatch(r"praktijken/[^/]+/", address)}
    assert found == ids
    linked = {urlsplit(link).path.split("/")[2] for link in pages["praktijken/"].references() if "/praktijken/" in link}
    assert ids <= linked


def test_every_link_and_anchor_resolves(site):
    assert broken_references(site) == []


def test_the_link_check_sees_a_broken_link_and_a_broken_anchor(tmp_path):
    (tmp_path / "index.html").write_text('<a href="x/">x</a><a href="#y">y</a><a href="z.css">z</a>', encoding="utf-8")
    assert len(broken_references(tmp_path)) == 3


def test_no_page_loads_anything_from_another_host(pages):
    for page in pages.values():
        for tag in page.soup.find_all(["script", "link", "img", "iframe", "source", "form"]):
            # The page's own address, once the owner set it: it names and loads nothing.
            if tag.get("rel") == ["canonical"]:
                continue
            for attribute in ("src", "href", "action"):
                assert not str(tag.get(attribute, "")).startswith(("http", "//")), page.address
        outside = page.soup.find_all("a", href=re.compile("^https?:"))
        assert all("external" in tag.get("rel", []) for tag in outside), page.address


def test_styles_load_nothing_from_another_host(site):
    for path in site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(?:https?:)?//", path.read_text(encoding="utf-8")), path.name


def test_every_page_is_dutch_with_one_title_and_one_main_heading(pages):
    titles = set()
    for page in pages.values():
        assert page.soup.html["lang"] == "nl"
        assert len(page.soup.find_all("h1")) == 1, page.address
        title = page.soup.title.get_text()
        assert title not in titles, page.address
        titles.add(title)
        ids = [tag["id"] for tag in page.soup.find_all(id=True)]
        assert len(ids) == len(set(ids)), page.address


def test_headings_do_not_skip_a_level(pages):
    for page in pages.values():
        main = page.soup.find("article")
        levels = [int(tag.name[1]) for tag in main.find_all(re.compile("^h[1-6]$"))]
        steps = [(before, after) for before, after in pairwise(levels) if after > before + 1]
        assert not steps, (page.address, levels)


def test_no_english_of_the_theme_is_left(pages):
    english = re.compile(r"Permanent link|Skip to content|Table of contents|Back to top|Search|Previous|Next\b")
    for page in pages.values():
        for tag in page.soup.find_all("script"):
            tag.extract()
        words = page.soup.get_text(separator=" ") + " ".join(
            str(tag.get(name, ""))
            for tag in page.soup.find_all(name=True)
            for name in ("title", "aria-label", "placeholder")
        )
        assert not english.search(words), (page.address, english.search(words))


def test_every_page_starts_with_a_link_past_the_header(pages):
    for page in pages.values():
        link = page.soup.find("a", class_="ekt-skip")
        assert link["href"] == "#inhoud"
        assert link.get_text() == "Ga naar inhoud"
        assert page.soup.find(id="inhoud").find("h1"), page.address


def test_a_practice_tells_what_the_source_does_not(pages):
    text = pages["praktijken/boempatat-boom/"].soup.get_text(" ", strip=True)
    assert "Niet vermeld in de bron:" in text
    assert "In 2012: lopend" in text


def test_a_lead_that_an_editor_concluded_is_marked(pages):
    facts = pages["praktijken/mobiele-speel-o-theek-kortrijk/"].soup.find("dl", class_="ekt-facts")
    leads = facts.find("dt", string="Trekkers").find_next("dd").get_text(" ", strip=True)
    assert leads == "Opvoedingswinkel afgeleid , bibliotheek afgeleid"
    facts = pages["praktijken/boempatat-boom/"].soup.find("dl", class_="ekt-facts")
    assert facts.find("dt", string="Trekkers").find_next("dd").get_text(" ", strip=True) == "OCMW Boom"


def test_counts_on_the_home_page_are_the_numbers_of_cards(pages):
    tiles = pages[""].soup.select(".ekt-tile a")
    assert tiles
    for tile in tiles:
        address = urlsplit(BASE + tile["href"]).path.lstrip("/")
        count = int(re.search(r"(\d+) praktijk", tile.get_text(" ")).group(1))
        assert len(pages[address].soup.select(".ekt-card")) == count


def test_addresses_for_a_stick_lead_somewhere_too(project):
    set_option(project, "site_dir: site", "site_dir: site\nuse_directory_urls: false")
    assert project.build().returncode == 0
    assert (project.site / "praktijken" / "boempatat-boom.html").is_file()
    assert broken_references(project.site) == []


def test_the_sitemap_is_dated_by_the_records_and_not_by_the_clock(project):
    set_option(project, 'site_url: ""', "site_url: https://www.voorbeeld.be/ekt/")
    for record in (project.root / "practices").glob("*.yml"):
        text = re.sub(
            r"^(toegevoegd|nagekeken): .*$", r"\1: 2026-02-03", record.read_text(encoding="utf-8"), flags=re.M
        )
        record.write_text(text, encoding="utf-8")
    assert project.build().returncode == 0
    sitemap = (project.site / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://www.voorbeeld.be/ekt/praktijken/boempatat-boom/</loc>" in sitemap
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", sitemap)) == {"2026-02-03"}
    packed = (project.site / "sitemap.xml.gz").read_bytes()
    assert int.from_bytes(packed[4:8], "little") == datetime(2026, 2, 3, tzinfo=UTC).timestamp()


def test_two_builds_are_the_same_to_the_byte(project):
    assert project.build().returncode == 0
    first = project.contents()
    assert project.build().returncode == 0
    assert project.contents() == first


def test_a_build_says_nothing_but_its_progress(project):
    result = project.build()
    assert result.returncode == 0
    assert not re.search(r"WARNING|ERROR|Traceback|Deprecat", result.stdout + result.stderr)


def test_a_record_with_a_fault_stops_the_build_and_leaves_the_site(project):
    assert project.build().returncode == 0
    before = project.contents()
    (project.root / "practices" / "fout.yml").write_text(MINIMAL.replace("lopend", "lopen"), encoding="utf-8")
    (project.root / "practices" / "ook-fout.yml").write_text("- x\n", encoding="utf-8")
    with (project.root / "docs" / "over.md").open("a", encoding="utf-8") as page:
        page.write("\n[[tip stap-1]]\n")
    result = project.build()
    assert result.returncode == 1
    assert "practices/fout.yml:23:10: 'status › stand': 'lopen' staat niet in de lijst." in result.stderr
    assert "practices/ook-fout.yml:1:1: het bestand moet uit velden bestaan" in result.stderr
    assert "'tip' kan een pagina niet vragen. Bedoelde je 'tips'?" in result.stderr
    assert "3 problemen in 3 bestanden." in result.stderr
    assert "Traceback" not in result.stderr
    assert project.contents() == before


def test_a_repository_that_is_no_address_is_told_in_dutch(project):
    set_option(project, 'repository: ""', "repository: javascript:alert(1)")
    result = project.build()
    assert result.returncode == 1
    assert "'extra › repository': 'javascript:alert(1)' is geen webadres" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_site_without_practices_still_builds(project):
    for path in (project.root / "practices").glob("*.yml"):
        path.unlink()
    for path in (project.root / "docs").rglob("*.md"):
        text = re.sub(r"\[([^]]*)\]\([./]*(?:praktijken|methodes)/[^)]+\)", r"\1", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    result = project.build()
    assert result.returncode == 0, result.stderr
    assert broken_references(project.site) == []
    text = read_pages(project.site)["praktijken/"].soup.get_text(" ")
    assert "Er staan nog geen praktijken op deze site." in text


def test_the_readme_picture_is_there():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for picture in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text):
        assert (ROOT / Path(picture)).is_file()
