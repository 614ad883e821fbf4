"""The words of the index, and the index itself."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from hooks.data_files import as_script
from hooks.search_index import search_index
from hooks.search_words import CompoundSplitter, as_one_word, fold, stem, words_of
from hooks.site_input import read_input
from tests.conftest import ROOT, TODAY

VENDOR = ROOT / "docs" / "assets" / "scripts" / "vendor"


@pytest.fixture(scope="module")
def index():
    catalogue, written = read_input(ROOT / "practices", ROOT / "docs", TODAY)
    return search_index(catalogue, written, directory_addresses=True)


def test_words_lose_capitals_and_accents():
    assert fold("Coördinatie CRÈCHE één") == "coordinatie creche een"


@pytest.mark.parametrize(
    ("one", "other"),
    [("ruilwinkels", "ruilwinkel"), ("brugfiguren", "brugfiguur"), ("opvoeding", "opvoedingen"), ("baby's", "baby")],
)
def test_inflections_share_a_stem(one, other):
    first, second = (stem(next(words_of(word))) for word in (one.replace("'s", ""), other))
    assert first == second


def test_a_word_with_a_hyphen_is_also_one_word():
    assert list(words_of("De Speel-o-theek")) == ["speelotheek", "speel", "theek"]


def test_words_that_tell_nothing_are_left_out():
    assert list(words_of("Hoe bereik je de ouders?")) == ["bereik", "ouders"]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Kind en Gezin", "kindengezin"),
        ("Sint-Niklaas", ""),
        ("UiTPAS Kempen", "uitpaskempen"),
        ("OCMW", ""),
        ("een naam van wel meer dan zes woorden", ""),
    ],
)
def test_a_name_of_a_few_words_is_also_one_word(name, word):
    assert as_one_word(name) == word


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("kinderopvang", ["kind", "opvang"]),
        ("opvoedingswinkel", ["opvoeding", "winkel"]),
        ("schoolpoortwerking", ["school", "poort", "werking"]),
        ("huisbezoeken", ["huis", "bezoeken"]),
        ("winkel", []),
        ("kinderen", []),
    ],
)
def test_compounds_fall_into_the_words_of_the_site(compound, parts):
    splitter = CompoundSplitter(
        ["kind", "opvang", "opvoeding", "winkel", "school", "poort", "werking", "huis", "bezoek"]
    )
    found = splitter.parts(compound)
    assert [part for part in parts if part not in found] == []
    assert bool(found) == bool(parts)


def test_the_index_is_the_same_at_every_build():
    code = (
        "import hashlib, datetime, pathlib; from hooks.search_index import search_index;"
        "from hooks.site_input import read_input; from hooks.data_files import as_script;"
        "read = read_input(pathlib.Path('practices'), pathlib.Path('docs'), datetime.date(2026, 11, 23));"
        "print(hashlib.sha256(as_script('x', search_index(*read, directory_addresses=True)).encode()).hexdigest())"
    )

    def build(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    assert build("1") == build("2")


def test_the_index_speaks_the_version_of_lunr_that_reads_it(index):
    script = (VENDOR / "lunr.min.js").read_text(encoding="utf-8")
    assert re.search(r'\.version="([\d.]+)"', script)[1] == index["index"]["version"]
    assert f"lunr                   {index['index']['version']} " in (VENDOR / "README.txt").read_text(encoding="utf-8")


def test_every_vendor_file_is_told_with_its_licence():
    told = (VENDOR / "README.txt").read_text(encoding="utf-8")
    names = {path.name for path in VENDOR.iterdir()} - {"README.txt"}
    assert {name for name in names if name not in told} == set()


def test_practices_carry_their_id_and_addresses_fit_the_form_of_the_site(index):
    catalogue, written = read_input(ROOT / "practices", ROOT / "docs", TODAY)
    practices = {document["id"]: document for document in index["documents"] if document["kind"] == "praktijk"}
    assert set(practices) == {practice.id for practice in catalogue.practices}
    assert practices["boempatat-boom"]["href"] == "praktijken/boempatat-boom/"
    assert all("id" not in document for document in index["documents"] if document["kind"] != "praktijk")
    files = search_index(catalogue, written, directory_addresses=False)["documents"]
    assert {document["href"].partition("#")[0][-5:] for document in files} == {".html"}


def test_the_index_stays_small_enough_to_load_on_a_phone(index):
    # Measured at 58 practices: 470 kB, of which 140 kB travel.
    practices = sum(document["kind"] == "praktijk" for document in index["documents"])
    assert len(as_script("searchIndex", index)) < practices * 10_000


def test_the_index_is_plain_data(index):
    assert json.loads(json.dumps(index)) == json.loads(json.dumps(index, sort_keys=True))
