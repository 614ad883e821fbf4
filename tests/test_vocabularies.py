"""The closed lists are complete, and a fault in one is told like a fault in a record."""

from __future__ import annotations

import shutil

import pytest

from schema.problems import InvalidRecordsError
from schema.vocabulary import FOLDER, FundingRoute, Municipality, PartnerType, load_vocabularies


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("dimensies", 7),
        ("hoofdstukken", 7),
        ("leeftijdsgroepen", 6),
        ("partnertypes", 12),
        ("financieringsroutes", 6),
        ("succesfactoren", 3),
        ("aandachtspunten", 6),
        ("gemeenten", 326),
    ],
)
def test_number_of_terms(name, number, vocabularies):
    assert len(vocabularies[name].terms) == number


@pytest.mark.parametrize(
    "name",
    ["dimensies", "partnertypes", "financieringsroutes", "methodes", "succesfactoren", "aandachtspunten"],
)
def test_every_term_says_what_it_is_and_where_the_handbook_speaks_of_it(name, vocabularies):
    for term in vocabularies[name].terms:
        assert term.definition, term.id
        assert term.explanation, term.id
        assert term.source, term.id


def test_partner_types_have_the_members_of_the_handbook(vocabularies):
    types = vocabularies.kind("partnertypes", PartnerType)
    # Counter-intuitive, and so in the handbook.
    assert any("bibliotheek" in member.casefold() for member in types["onderwijs"].members)
    assert any("Bijzondere Jeugdzorg" in member for member in types["gezondheidsvoorzieningen"].members)
    assert any("Gezinsbond" in member for member in types["welzijnssector"].members)
    assert types["buiten-de-lijst"].members == ()
    assert all(types[term.id].members for term in types.terms if term.id != "buiten-de-lijst")


def test_the_sums_of_the_federal_fund_carry_their_year(vocabularies):
    fund = vocabularies.kind("financieringsroutes", FundingRoute)["fonds-socioculturele-participatie"]
    assert {(int(fact.amount), fact.year) for fact in fund.amounts} == {(7_000_000, 2010), (4_200_000, 2010)}


def test_merged_municipalities_lead_to_the_new_one(vocabularies):
    municipalities = vocabularies.kind("gemeenten", Municipality)
    merged = [term for term in municipalities.terms if term.merged_into]
    assert len(merged) == 22
    assert municipalities["ham"].merged_into == municipalities["tessenderlo"].merged_into == "tessenderlo-ham"
    assert municipalities["halen"].label == "Halen"
    assert municipalities["halle"].label == "Halle"


def test_problems_in_a_list_name_their_place(tmp_path):
    folder = tmp_path / "vocabularies"
    shutil.copytree(FOLDER, folder)
    (folder / "rollen.yml").write_text(
        "label: Rollen\nenkelvoud: rol\nuitleg: Wat.\ntermen:\n  - id: Trekker\n    lable: trekker\n", encoding="utf-8"
    )
    (folder / "bereiken.yml").unlink()
    with pytest.raises(InvalidRecordsError) as caught:
        load_vocabularies(folder)
    assert [str(problem) for problem in caught.value.problems] == [
        "schema/vocabularies/bereiken.yml:1:1: deze lijst ontbreekt of kan niet gelezen worden",
        "schema/vocabularies/rollen.yml:5:5: 'termen 1 › label': ontbreekt of is leeg; dit veld is verplicht",
        "schema/vocabularies/rollen.yml:5:9: 'termen 1 › id': 'Trekker' is geen kenmerk; gebruik kleine letters,"
        " cijfers en koppeltekens",
        "schema/vocabularies/rollen.yml:6:5: 'termen 1 › lable': dit veld bestaat niet. Bedoelde je 'label'?"
        " Mogelijk: id, label, definitie, uitleg, synoniemen, vindplaats.",
    ]


def test_an_id_that_stands_twice_in_a_list(tmp_path):
    folder = tmp_path / "vocabularies"
    shutil.copytree(FOLDER, folder)
    with (folder / "rollen.yml").open("a", encoding="utf-8") as file:
        file.write("  - id: trekker\n    label: nog een trekker\n")
    with pytest.raises(InvalidRecordsError, match="'id': 'trekker' staat twee keer in de lijst"):
        load_vocabularies(folder)
