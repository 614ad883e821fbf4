"""Pages from docs/: what they ask for is found, and a slip is told with its place."""

from __future__ import annotations

import pytest

from hooks.page_rendering import render_pages
from hooks.site_settings import SiteSettings
from hooks.written_pages import Request, read_written_pages
from schema.catalogue import Catalogue
from schema.problems import InvalidRecordsError
from schema.vocabulary import Section


@pytest.fixture
def docs(tmp_path, vocabularies):
    """A folder with every section of the handbook on its page, headings only."""
    folder = tmp_path / "docs"
    (folder / "handboek").mkdir(parents=True)
    for section in vocabularies.kind("delen", Section).terms:
        with (folder / "handboek" / f"{section.page}.md").open("a", encoding="utf-8") as file:
            file.write(f"## {section.label} {{: #{section.id} }}\n\n")
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
        "docs/proef.md:4:1: 'tips': 'stap-5' staat niet in de lijst. Bedoelde je 'stap-4'",
        "docs/proef.md:5:3: 'cijfers': '2012' is te veel; schrijf enkel [[cijfers]]",
        "docs/proef.md:6:1: 'praktijken': '' staat niet in de lijst.",
        "docs/proef.md:7:1: deze regel begint met '[[' maar eindigt niet op ']]'",
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


def test_terms_are_linked_once_in_text_and_nowhere_else(docs, vocabularies, written):
    write(
        docs,
        "# Het OCMW\n\n> Het OCMW, zei ze.\n\n[het OCMW\nhier](over.md) en `OCMW` en www.ocmw.be.\n\n"
        "- OCMW's & OCMW-raad: OCMW {: .x }\n\n```\nOCMW\n```\n",
    )
    page = next(page for page in read_written_pages(docs, vocabularies) if page.uri == "proef.md")
    rendered = render_pages(Catalogue((), vocabularies), (*written, page), SiteSettings())
    markdown = next(page.markdown for page in rendered if page.uri == "proef.md")
    assert markdown.count('class="ekt-term"') == 1
    assert '- <a class="ekt-term" href="../begrippen/#ocmw" title="openbaar centrum' in markdown
    assert "OCMW&#39;s</a> & OCMW-raad: OCMW {: .x }" in markdown
    assert "[het OCMW\nhier](over.md) en `OCMW` en www.ocmw.be." in markdown
    assert "# Het OCMW\n\n> Het OCMW, zei ze." in markdown
    assert "```\nOCMW\n```" in markdown
