"""What the pages to compare and to keep are told of each practice: nothing added, nothing taken for certain."""

from __future__ import annotations

import json

import pytest

from hooks import addresses
from hooks.data_files import as_script
from hooks.practice_data import practice_data
from hooks.site_rendering import render_site
from hooks.site_settings import SiteSettings
from schema.catalogue import Catalogue
from schema.records import load_practices
from tests.conftest import MINIMAL, ROOT, TODAY

CERTAIN = {
    "Leeftijd van de kinderen": ("leeftijd:\n  van: 0\n  tot: 3\n", "0 tot 3 jaar"),
    "Voor welke gezinnen": ("bereik:\n  waarde: gemengd\n", None),
    "Partners": ("partners:\n  - naam: de Buurt\n    type: buurt\n", "De Buurt (buurt)"),
    "Soort partner": ("partners:\n  - naam: De Buurt\n    type: buurt\n", "Buurt"),
    "Financiering": ("financiering:\n  routes:\n    - route: lokale-financiering\n", "Lokale financiering"),
    "Sterktes": ("sterktes:\n  - tekst: Het werkt.\n", "Het werkt."),
    "Beperkingen": ("beperkingen:\n  - tekst: Het kost tijd.\n", "Het kost tijd."),
}
SILENT = {
    "Via wie", "Leeftijd van de kinderen", "Voor welke gezinnen", "Partners", "Financiering", "Bedragen",
    "Kost voor het gezin", "Sterktes", "Beperkingen",
}  # fmt: skip


@pytest.fixture
def told(load, vocabularies):
    """Give what is told of one record: the texts of each field, by its label."""

    def read(text: str) -> dict[str, list]:
        data = practice_data(Catalogue(load(ruilhoek=text).values(), vocabularies))
        values = data["practices"][0]["values"]
        return {field["label"]: texts for field, texts in zip(data["fields"], values, strict=True)}

    return read


def with_certainty(yaml: str, certainty: str) -> str:
    """Add a certainty to the innermost fact of a piece of a record."""
    indent = " " * (len(yaml.rstrip().rpartition("\n")[2]) - len(yaml.rstrip().rpartition("\n")[2].lstrip(" -")))
    reason = "" if certainty == "vermeld" else f"{indent}toelichting: Zo staat het er ongeveer.\n"
    return f"{yaml}{indent}zekerheid: {certainty}\n{reason}"


@pytest.mark.parametrize("label", CERTAIN)
def test_what_an_editor_concluded_says_so(told, label):
    yaml, words = CERTAIN[label]
    *_, last = told(MINIMAL + with_certainty(yaml, "afgeleid"))[label]
    assert last[1] == "afgeleid"
    assert words in {None, last[0]}


@pytest.mark.parametrize("label", CERTAIN)
def test_what_the_source_says_stands_alone(told, label):
    yaml, words = CERTAIN[label]
    *_, last = told(MINIMAL + with_certainty(yaml, "vermeld"))[label]
    assert isinstance(last, str)
    assert words in {None, last}


def test_a_lead_and_its_kind_that_an_editor_concluded_say_so(told):
    lead = "    zekerheid: afgeleid\n    toelichting: Wie anders?"
    fields = told(MINIMAL.replace("    zekerheid: vermeld", lead))
    assert fields["Trekkers"] == [("OCMW Boom (overheid)", "afgeleid")]
    assert fields["Soort partner"] == [("Overheid", "afgeleid")]


def test_a_payer_that_the_source_names_is_not_a_route_that_it_names(told):
    yaml = with_certainty(CERTAIN["Financiering"][0], "betaler")
    assert told(MINIMAL + yaml)["Financiering"] == [("Lokale financiering", "betaler")]


def test_silence_of_the_source_has_no_words(told):
    assert {label for label, texts in told(MINIMAL).items() if not texts} == SILENT


def test_money_says_how_much_when_for_what_and_by_whom(told):
    money = (
        "financiering:\n  kost_voor_gezin: gratis\n  bedragen:\n"
        "    - {bedrag: 1500, jaar: 2011, betaler: de stad, waarvoor: kleren, bron: Het boek}\n"
        "    - {aandeel: 12.5, waarvoor: huur, bron: Het boek}\n"
    )
    fields = told(MINIMAL + money)
    assert fields["Bedragen"] == ["1.500 euro in 2011: kleren (de stad)", "12,5%: huur"]
    assert fields["Kost voor het gezin"] == ["Gratis"]


def test_every_practice_of_the_site_is_told_with_words_for_every_id(vocabularies):
    catalogue = Catalogue(load_practices(ROOT / "practices", vocabularies, TODAY), vocabularies)
    data = practice_data(catalogue)
    assert [told["id"] for told in data["practices"]] == [practice.id for practice in catalogue.practices]
    for told in data["practices"]:
        assert told["dimension"] in data["dimensions"]
        assert len(told["values"]) == len(data["fields"])
        marks = {text[1] for texts in told["values"] for text in texts if not isinstance(text, str)}
        assert marks <= set(data["certainties"])


def test_the_file_is_a_script_with_the_same_data_and_stays_lean(vocabularies, written):
    catalogue = Catalogue(load_practices(ROOT / "practices", vocabularies, TODAY), vocabularies)
    site = render_site(catalogue, written, SiteSettings())
    (file,) = [file for file in site.files if file.uri == addresses.PRACTICES_DATA]
    assert file.text == as_script("practices", practice_data(catalogue))
    told = json.loads(file.text.partition(" = ")[2].removesuffix(";\n"))
    assert told["practices"][0]["title"] == catalogue.practices[0].title
    assert len(file.text.encode()) / len(catalogue.practices) < 1500
