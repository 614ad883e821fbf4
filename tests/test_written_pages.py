"""Pages from docs/: what they ask for is found, and a slip is told with its place."""

from __future__ import annotations

from datetime import date

import markdown
import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader

from hooks import addresses
from hooks.page_rendering import TEMPLATES, inside_markdown
from hooks.site_rendering import render_site
from hooks.site_settings import SiteSettings
from hooks.written_pages import REQUESTS, Request, WrittenPage, read_written_pages
from schema.catalogue import Catalogue
from schema.problems import InvalidRecordsError
from schema.terms import Section
from tests.conftest import ROOT


@pytest.fixture
def docs(tmp_path, vocabularies):
    """A folder with every section of the handbook on its page, headings only."""
    folder = tmp_path / "docs"
    (folder / "handboek").mkdir(parents=True)
    for section in vocabularies.kind("delen", Section).terms:
        with (folder / "handboek" / f"{section.page}.md").open("a", encoding="utf-8") as file:
            file.write(f"## {section.label} {{: #{section.id} }}\n\n")
    for uri in addresses.WRITTEN:
        (folder / uri).write_text(f"# {uri}\n", encoding="utf-8")
    return folder


def write(docs, text: str) -> None:
    (docs / "proef.md").write_text(text, encoding="utf-8")


def problems(docs, vocabularies) -> list[str]:
    with pytest.raises(InvalidRecordsError) as caught:
        read_written_pages(docs, vocabularies)
    return [str(problem) for problem in caught.value.problems]


def test_a_page_is_cut_where_it_asks_for_something(docs, vocabularies):
    write(docs, "---\ntitle: Proef\n---\n\n# Proef op de som\n\nTekst.\n\n[[tips stap-1]]\n\nNog tekst [[cijfers]].\n")
    page = next(page for page in read_written_pages(docs, vocabularies) if page.uri == "proef.md")
    assert page.title == "Proef op de som"
    assert page.front_matter == "---\ntitle: Proef\n---\n"
    assert page.parts == (
        "\n# Proef op de som\n\nTekst.\n\n",
        Request("tips", "stap-1"),
        "\nNog tekst [[cijfers]].\n",
    )


def test_all_slips_are_told_in_one_run(docs, vocabularies):
    write(docs, "# Proef\n\n[[tip stap-1]]\n[[tips stap-5]]\n  [[cijfers 2012]]\n[[praktijken]]\n[[tips stap-1\n")
    found = problems(docs, vocabularies)
    assert [problem.partition("? ")[0].partition(" Mogelijk:")[0] for problem in found] == [
        "docs/proef.md:3:1: 'tip' kan een pagina niet vragen. Bedoelde je 'tips'",
        "docs/proef.md:4:1: 'tips': 'stap-5' staat niet in de lijst. Bedoelde je 'stap-2'",
        "docs/proef.md:5:3: 'cijfers': '2012' is te veel; schrijf enkel [[cijfers]]",
        "docs/proef.md:6:1: 'praktijken': '' staat niet in de lijst.",
        "docs/proef.md:7:1: deze regel begint met '[[' maar eindigt niet op ']]'",
    ]


def test_a_page_says_when_it_was_checked(docs, vocabularies):
    write(docs, "---\ntitle: Proef\nnagekeken: 2026-11-20\n---\n# Proef\n\nnagekeken: ooit\n")
    page = next(page for page in read_written_pages(docs, vocabularies) if page.uri == "proef.md")
    assert page.checked == date(2026, 11, 20)
    write(docs, "---\ntitle: Proef\nnagekeken: 20/11/2026\n---\n# Proef\n")
    assert problems(docs, vocabularies) == [
        "docs/proef.md:3:12: 'nagekeken': '20/11/2026' is geen datum; schrijf jaar, maand en dag, zoals 2026-11-23"
    ]


def test_a_section_without_its_heading_is_told(docs, vocabularies):
    path = docs / "handboek" / "succesfactoren.md"
    path.write_text(path.read_text(encoding="utf-8").replace("{: #maatwerk }", ""), encoding="utf-8")
    (docs / "handboek" / "het-netwerk.md").unlink()
    assert problems(docs, vocabularies) == [
        "docs/handboek/het-netwerk.md:1:1: deze pagina ontbreekt; 'het-netwerk' staat erop",
        "docs/handboek/succesfactoren.md:1:1: de kop van 'Op het lijf geschreven: maatwerk' ontbreekt;"
        " zet '{: #maatwerk }' achter die kop",
    ]


def test_code_asks_for_nothing_and_holds_no_heading(docs, vocabularies):
    write(docs, "```text\n# Geen titel {: #x }\n[[tip]]\n```\n\n# Proef {#y}\n")
    page = next(page for page in read_written_pages(docs, vocabularies) if page.uri == "proef.md")
    assert page.title == "Proef"
    assert page.headings == {"y"}
    assert len(page.parts) == 1


def test_a_page_in_another_encoding_or_in_a_place_that_is_taken_is_told(docs, vocabularies):
    (docs / "proef.md").write_bytes("# Één".encode("cp1252"))
    (docs / "velden.md").write_text("# Velden\n", encoding="utf-8")
    (docs / "over.md").unlink()
    assert problems(docs, vocabularies) == [
        "docs/over.md:1:1: deze pagina ontbreekt; andere pagina's leiden ernaar",
        "docs/proef.md:1:1: kan niet gelezen worden; bewaar het als UTF-8",
        "docs/velden.md:1:1: deze pagina maakt de site zelf uit de gegevens; kies een andere naam",
    ]


def test_a_byte_order_mark_is_no_part_of_a_page(docs, vocabularies):
    (docs / "proef.md").write_bytes(b"\xef\xbb\xbf---\ntitle: Proef\n---\n# Proef\n")
    page = next(page for page in read_written_pages(docs, vocabularies) if page.uri == "proef.md")
    assert (page.title, page.front_matter) == ("Proef", "---\ntitle: Proef\n---\n")


def markdown_of(part, vocabularies, written) -> str:
    page = WrittenPage("proef.md", "Proef", "", (part,), frozenset())
    rendered = render_site(Catalogue((), vocabularies), (*written, page), SiteSettings()).pages
    return next(found.markdown for found in rendered if found.uri == "proef.md")


@pytest.mark.parametrize("name", REQUESTS)
def test_every_request_is_answered_and_stands_in_the_guide(name, vocabularies, written):
    argument = {"": "", "delen": "stap-1", "veranderingen": "ocmw-en-gemeente"}[REQUESTS[name]]
    assert len(markdown_of(Request(name, argument), vocabularies, written).strip()) > 80
    assert f"`{name}`" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "# Het OCMW\n",
        "Het OCMW\n========\n",
        "> Het OCMW, zei ze,\nen het OCMW zweeg.\n",
        "[het OCMW\nhier](over.md)\n",
        "[het [oude] OCMW](over.md)\n",
        "[het OCMW][1]\n\n[1]: over.md\n",
        "[OCMW]\n\n[OCMW]: over.md\n",
        "![het OCMW](foto.png)\n",
        "`het OCMW`\n",
        "``een ` en OCMW``\n",
        "```\nOCMW\n```\n",
        "~~~~\n~~~\nOCMW\n~~~~\n",
        "    OCMW\n",
        "<!-- het\nOCMW -->\n",
        "tekst <!-- het OCMW --> tekst\n",
        "tekst <a href='x'>het OCMW</a> tekst\n",
        "tekst <img alt='het OCMW'> tekst\n",
        "<pre>\nOCMW\n</pre>\n",
        "| OCMW |\n|---|\n| OCMW |\n",
        "OCMW | x\n--- | ---\nOCMW | y\n",
        '!!! note "Het OCMW"\n',
        "mail info@OCMW.be of https://OCMW.be/ of www.OCMW.be\n",
        "de OCMW-raad en een superOCMW\n",
    ],
)
def test_no_term_is_linked_outside_running_text(text, vocabularies, written):
    assert 'class="ekt-term"' not in markdown_of(text, vocabularies, written)
    assert 'class="ekt-term"' in markdown_of(f"{text}\nHet OCMW helpt.\n", vocabularies, written)


def test_a_term_is_linked_once_also_over_the_end_of_a_line(vocabularies, written):
    text = markdown_of("- Een vereniging waar\n  armen het woord nemen, en OCMW's & OCMW's.\n", vocabularies, written)
    links = BeautifulSoup(text, "html.parser").select("a.ekt-term")
    assert [" ".join(link.get_text().split()) for link in links] == ["vereniging waar armen het woord nemen", "OCMW's"]
    assert links[1]["title"].startswith("openbaar centrum voor maatschappelijk welzijn: ")
    assert "& OCMW's." in text


def test_the_meaning_of_a_term_cannot_break_its_link():
    hostile = "x \"y\" 'z' `code`\n\n[a](b) *c* _d_ <b> & \\ ![e](f)"
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    link_to = environment.get_template("_term_link.html.j2").module.term_link
    made = markdown.markdown(f"Het {link_to('../begrippen/#ocmw', inside_markdown(hostile), 'OCMW')} helpt.")
    link = BeautifulSoup(made, "html.parser").select_one("a.ekt-term")
    assert link["title"] == " ".join(hostile.split())
    assert link.get_text() == "OCMW"
    assert not BeautifulSoup(made, "html.parser").select("b, em, code, img")
