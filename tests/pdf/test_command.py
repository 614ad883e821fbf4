"""The command that makes the PDFs, the shelf it keeps them on, and the site with and without them."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from mkdocs.config import load_config

from hooks import mkdocs_events, pdf
from hooks.pdf_shelf import FOLDER, DocumentMaker, Shelf
from tests.conftest import ENVIRONMENT, Project
from tests.pdf.reading import Pdf

NAME = "methodes/ruilwinkel"
PAGE = f"afdrukken/{NAME}"
WHY = "Geen pdf. Toen deze site gemaakt werd, kwam er van deze tekst geen pdf bij"


class Few:
    """Documents of a site with two small sheets."""

    def __init__(self, *, has_address=True, **texts):
        self._texts = texts
        self.has_address = has_address
        self.names = tuple(texts)

    def document(self, name, *, notes=False):
        text = f"{self._texts[name]} {'Notities' if notes else ''}"
        return DocumentMaker().document(name, f'<html lang="nl-BE"><title>x</title><body><p>{text}</p></body></html>')


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A folder like a repository, of which nobody reads the practices."""
    for name in ("practices", "schema", "docs", "hooks"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "iets.txt").write_text("iets", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    monkeypatch.setattr(pdf, "_read", lambda _: Few(een="Eerste.", twee="Tweede."))
    return tmp_path


def shelved(root):
    return {path.name.partition(".")[0]: path.stat().st_mtime_ns for path in (root / FOLDER).glob("*.pdf")}


def test_what_is_there_is_left_alone(root, capsys, monkeypatch):
    assert pdf.main([], root) == 0
    assert "Klaar: 2 gemaakt, 0 waren er al." in capsys.readouterr().out
    before = shelved(root)
    assert set(before) == {"een", "twee"}

    # Another text in the input, and the same documents: they are read again and none is made again.
    (root / "practices" / "iets.txt").write_text("anders", encoding="utf-8")
    assert pdf.main([], root) == 0
    assert "Klaar: 0 gemaakt, 2 waren er al." in capsys.readouterr().out
    assert shelved(root) == before

    # One document changed: that one is made, and its old PDF goes.
    monkeypatch.setattr(pdf, "_read", lambda _: Few(een="Eerste.", twee="Veranderd."))
    (root / "practices" / "iets.txt").write_text("weer anders", encoding="utf-8")
    assert pdf.main([], root) == 0
    told = capsys.readouterr().out
    assert "Klaar: 1 gemaakt, 1 waren er al." in told
    assert "Weggegooid wat niet meer nodig is: 1." in told
    assert shelved(root)["een"] == before["een"]
    assert len(list((root / FOLDER).glob("*.pdf"))) == 2


def test_without_an_address_of_the_site_it_says_what_is_not_on_paper(root, capsys, monkeypatch):
    assert pdf.main(["een"], root) == 0
    assert "site_url" not in capsys.readouterr().out
    monkeypatch.setattr(pdf, "_read", lambda _: Few(has_address=False, een="Eerste."))
    assert pdf.main(["een"], root) == 0
    assert "'site_url' in mkdocs.yml is leeg" in capsys.readouterr().out


def test_when_nothing_changed_nothing_is_read(root, capsys, monkeypatch):
    assert pdf.main([], root) == 0

    def read(_):
        raise AssertionError

    monkeypatch.setattr(pdf, "_read", read)
    assert pdf.main([], root) == 0
    assert "Er is niets veranderd: alle pdf's zijn er al." in capsys.readouterr().out


@pytest.mark.parametrize("change", ["practices/nieuw.yml", "docs/a/b.md", "hooks/templates/x.css", "mkdocs.yml"])
def test_a_change_anywhere_is_seen(root, monkeypatch, change):
    assert pdf.main([], root) == 0
    reads = []
    monkeypatch.setattr(pdf, "_read", lambda _: reads.append(1) or Few(een="Eerste.", twee="Tweede."))
    (root / change).parent.mkdir(parents=True, exist_ok=True)
    (root / change).write_text("site_name: y\n", encoding="utf-8")
    assert pdf.main([], root) == 0
    assert reads == [1]


def test_a_pdf_that_went_missing_is_made_again(root, capsys):
    assert pdf.main([], root) == 0
    next((root / FOLDER).glob("een.*.pdf")).unlink()
    assert pdf.main([], root) == 0
    assert "Klaar: 1 gemaakt, 1 waren er al." in capsys.readouterr().out


def test_settings_from_elsewhere_are_never_taken_for_unchanged(root, capsys):
    (root / "mkdocs.yml").write_text("site_url: !ENV SITE_URL\n", encoding="utf-8")
    assert pdf.main([], root) == 0
    assert pdf.main([], root) == 0
    assert "niets veranderd" not in capsys.readouterr().out


def test_with_lines_to_write_on(root, capsys):
    assert pdf.main(["--notitielijnen", "een"], root) == 0
    [path] = (root / FOLDER).rglob("*.pdf")
    assert path.parent.name == "met-notitielijnen"
    assert "notities" in Pdf(path.read_bytes()).text(0, 1)
    assert len(Shelf(root / FOLDER)) == 0
    assert pdf.main(["--notitielijnen"], root) == 2
    assert pdf.main(["drie"], root) == 2
    assert "Dit is er niet om af te drukken: drie. Wel: een, twee." in capsys.readouterr().out


def test_each_text_has_its_own_place_on_the_shelf(tmp_path):
    few = Few(een="Eerste.", twee="Tweede.")
    shelf = Shelf(tmp_path / FOLDER)
    shelf.store(few.document("een"), b"%PDF", 3)
    found = Shelf(tmp_path / FOLDER).find(few.document("een"))
    assert (found.pages, found.size, found.path.read_bytes()) == (3, 4, b"%PDF")
    assert shelf.find(few.document("twee")) is None
    assert shelf.find(few.document("een", notes=True)) is None


def run(project: Project, *arguments: str, **environment: str):
    return subprocess.run(
        [sys.executable, "-m", "hooks.pdf", *arguments],
        cwd=project.root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=ENVIRONMENT | environment,
        check=False,
    )


def build(project: Project, **environment: str):
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project.root,
        capture_output=True,
        check=False,
        env=ENVIRONMENT | environment,
    )
    assert result.returncode == 0, result.stderr


def page(project: Project, address: str) -> BeautifulSoup:
    return BeautifulSoup((project.site / address / "index.html").read_text(encoding="utf-8"), "html.parser")


def words(soup: BeautifulSoup) -> str:
    return " ".join(soup.get_text().split())


def leads_to_pdfs(soup: BeautifulSoup) -> dict[str, str]:
    return {link["href"]: link.get_text() for link in soup.find_all("a", href=True) if link["href"].endswith(".pdf")}


def test_the_site_has_the_pdfs_of_its_text_and_no_others(tmp_path, project):
    # Without the tool: the pages are there, and say why there is no PDF.
    (tmp_path / "weasyprint.py").write_text("raise ImportError", encoding="utf-8")
    build(project, PYTHONPATH=os.fspath(tmp_path))
    sheet, overview = page(project, PAGE), page(project, "afdrukken")
    assert "Boempatat" in sheet.get_text()
    assert WHY in words(sheet)
    assert "Geen pdf's. Toen deze site gemaakt werd, kwamen er geen pdf's bij" in words(overview)
    assert leads_to_pdfs(sheet) == leads_to_pdfs(overview) == {}

    # One made: it stands beside its page.
    result = run(project, NAME)
    assert result.returncode == 0, result.stdout + result.stderr
    build(project)
    [shelved_pdf] = (project.root / FOLDER).glob("*.pdf")
    published = project.site / "afdrukken" / "methodes" / "ruilwinkel.pdf"
    assert published.read_bytes() == shelved_pdf.read_bytes()
    about = f"{len(Pdf(published.read_bytes()))} bladzijden, 0,1 MB"
    assert leads_to_pdfs(page(project, PAGE)) == {"../ruilwinkel.pdf": f"Pdf, {about}"}
    overview = page(project, "afdrukken")
    assert leads_to_pdfs(overview) == {"methodes/ruilwinkel.pdf": f"Pdf van Ruilwinkel, {about}"}
    assert "geen pdf van deze tekst" in overview.get_text()

    # Another text: that PDF is never published for it.
    path = project.root / "practices" / "boempatat-boom.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("munten", "jetons"), encoding="utf-8")
    build(project)
    assert not list(project.site.rglob("*.pdf"))
    assert WHY in words(page(project, PAGE))


@pytest.mark.parametrize(
    ("fault", "told"), [("raise ImportError(name='weasyprint')", "weasyprint"), ("raise OSError('libpango')", "Pango")]
)
def test_without_the_tool_the_command_says_what_to_do(tmp_path, project, fault, told):
    (tmp_path / "weasyprint.py").write_text(fault, encoding="utf-8")
    result = run(project, PYTHONPATH=os.fspath(tmp_path))
    assert result.returncode == 1
    assert f"Pdf's maken lukt hier niet: {told} ontbreekt." in result.stdout
    assert "requirements-pdf.lock" in result.stdout
    assert result.stderr == ""


def test_serving_uses_the_address_of_the_owner_and_not_its_own(project, monkeypatch):
    settings = []
    monkeypatch.setattr(mkdocs_events, "render_site", lambda *given: settings.append(given[2]))
    config = load_config(os.fspath(project.root / "mkdocs.yml"))
    # What MkDocs does before it serves.
    config.site_url = "http://127.0.0.1:8000/"
    try:
        mkdocs_events.on_startup("serve")
        mkdocs_events.on_config(config)
    finally:
        mkdocs_events.on_startup("build")
    assert [found.site_address for found in settings] == [""]
