"""What several tests share: records to vary, a project to build, and the site of this repository."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from hooks import addresses
from hooks.written_pages import WrittenPage
from schema.problems import InvalidRecordsError
from schema.records import load_practices
from schema.terms import Section
from schema.vocabulary import load_vocabularies
from tests.hostile import hostile_record

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PATH": "", "PYTHONUTF8": "1", "PYTHONWARNDEFAULTENCODING": "1"}
MINIMAL = """\
titel: Ruilhoek
kort: Ouders ruilen er kleren.
herkomst: nieuwer
hoofdstuk: 4/1
dimensies:
  - materieel-welzijn
doelgroep:
  omschrijving: Ouders met kleine kinderen.
  einddoelgroep:
    - ouders
waar:
  gemeenten:
    - boom
trekkers:
  - naam: OCMW Boom
    type: overheid
    zekerheid: vermeld
methodes:
  - ruilwinkel
aanpak:
  - Kom binnen.
status:
  stand: lopend
  peildatum: 2012
bronnen:
  - titel: Een boek
    vindplaats: bladzijde 3
toegevoegd: 2026-11-01
nagekeken: 2026-11-01
"""


def pytest_addoption(parser):
    parser.addoption(
        "--refresh-golden", action="store_true", help="schrijf de verwachte pagina's opnieuw; lees ze daarna na"
    )


@pytest.fixture(scope="session")
def vocabularies():
    return load_vocabularies(TODAY)


@pytest.fixture(scope="session")
def written(vocabularies):
    """The least a site needs of hand-written pages: every page that the generated ones link to, headings only."""
    pages: dict[str, list[str]] = {uri: [] for uri in ("over.md", "meewerken.md", addresses.GLOSSARY)}
    pages |= {addresses.HANDBOOK: [], addresses.CHANGES: [], addresses.TIPS: []}
    for section in vocabularies.kind("delen", Section).terms:
        pages.setdefault(addresses.section_uri(section).partition("#")[0], []).append(section.id)
    return tuple(WrittenPage(uri, uri, "", (f"# {uri}\n",), frozenset(ids)) for uri, ids in pages.items())


@pytest.fixture
def folder(tmp_path):
    """An empty folder of practices."""
    path = tmp_path / "practices"
    path.mkdir()
    return path


@pytest.fixture
def load(folder, vocabularies):
    """Write records, given as texts by id, and load them all."""

    def load_records(**texts: str):
        for name, text in texts.items():
            (folder / f"{name.replace('_', '-')}.yml").write_text(text, encoding="utf-8")
        return {practice.id: practice for practice in load_practices(folder, vocabularies, TODAY)}

    return load_records


@pytest.fixture
def problems_of(load):
    """Load records that are wrong and give their problems as an editor reads them."""

    def problems(**texts: str) -> list[str]:
        with pytest.raises(InvalidRecordsError) as caught:
            load(**texts)
        return [str(problem) for problem in caught.value.problems]

    return problems


class Project:
    """A copy of this repository in which practices can be changed and the site can be built."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.site = root / "site"
        ignore = shutil.ignore_patterns("__pycache__")
        for name in ("docs", "hooks", "practices", "schema"):
            shutil.copytree(ROOT / name, root / name, ignore=ignore)
        shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")

    def build(self) -> subprocess.CompletedProcess[str]:
        """Build the site as a visitor would, warnings counted as errors."""
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict"],
            cwd=self.root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=ENVIRONMENT,
            check=False,
        )

    def contents(self) -> dict[str, bytes]:
        """Give every file of the built site by its path."""
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in sorted(self.site.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path / "project")


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The site of this repository, built once."""
    project = Project(tmp_path_factory.mktemp("repository") / "project")
    result = project.build()
    assert result.returncode == 0, result.stderr
    return project.site


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory) -> Path:
    """The site with one record more, in which every text tries to be more than text."""
    project = Project(tmp_path_factory.mktemp("hostile") / "project")
    (project.root / "practices" / "vijandig.yml").write_text(hostile_record(), encoding="utf-8")
    result = project.build()
    assert result.returncode == 0, result.stderr
    return project.site
