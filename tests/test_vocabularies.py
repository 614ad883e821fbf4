"""The closed lists are complete, and a fault in one is told like a fault in a record."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from schema.known_terms import ELSEWHERE, STEP_FOUR
from schema.problems import InvalidRecordsError
from schema.terms import FundingRoute, Municipality, PartnerType
from schema.vocabulary import FOLDER, load_vocabularies
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("dimensies", 7),
        ("hoofdstukken", 7),
        ("leeftijdsgroepen", 6),
        ("partnertypes", 12),
        ("stappen", 4),
        ("tips", 28),
        ("cijfers", 24),
        ("databronnen", 5),
        ("sterktes", 14),
        ("valkuilen", 23),
        ("succesfactoren", 3),
        ("aandachtspunten", 6),
        ("gemeenten", 326),
    ],
)
def test_number_of_terms(name, number, vocabularies):
    assert len(vocabularies[name].terms) == number


@pytest.mark.parametrize(
    "name",
    [
        *("dimensies", "partnertypes", "methodes", "stappen", "succesfactoren"),
        *("aandachtspunten", "tips", "sterktes", "valkuilen"),
    ],
)
def test_every_term_says_what_it_is_and_where_the_handbook_speaks_of_it(name, vocabularies):
    for term in vocabularies[name].terms:
        assert term.definition, term.id
        assert term.source, term.id


@pytest.mark.parametrize("name", ["dimensies", "partnertypes", "financieringsroutes", "methodes"])
def test_what_has_a_page_of_its_own_tells_more(name, vocabularies):
    for term in vocabularies[name].terms:
        assert term.definition, term.id
        assert term.explanation, term.id


def test_four_routes_of_step_four_and_two_from_elsewhere(vocabularies):
    origins = [route.origin for route in vocabularies.kind("financieringsroutes", FundingRoute).terms]
    assert (origins.count(STEP_FOUR), origins.count(ELSEWHERE)) == (4, 2)


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
        load_vocabularies(TODAY, folder)
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
        load_vocabularies(TODAY, folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        (
            "begrippen",
            "  - id: ocmw\n",
            "  - id: sociale-dienst\n    label: OCMW\n  - id: ocmw\n",
            "begrippen.yml:1:1: 'vormen': 'OCMW' staat bij 'sociale-dienst' en bij 'ocmw'; kies er een",
        ),
        (
            "delen",
            "    illustreert: [maatwerk]\n",
            "",
            "delen.yml:1:1: 'illustreert': geen enkel deel noemt 'maatwerk' uit succesfactoren.yml;"
            " zet het bij het deel erover",
        ),
        (
            "delen",
            "onder: stap-3\n",
            "onder: stap-9\n",
            "delen.yml:1:1: 'onder': 'stap-9' staat niet in de lijst",
        ),
        (
            "tips",
            "deel: partnerschappen\n",
            "deel: partnerschap\n",
            "'termen 10 › deel': 'partnerschap' staat niet in de lijst. Bedoelde je 'partnerschappen'?",
        ),
        (
            "cijfers",
            '    jaar: "2011"\n',
            "",
            "vul 'jaar' in, of zeg in 'jaar_toelichting' wat het handboek erover zegt",
        ),
    ],
)
def test_lists_that_do_not_fit_together(name, old, new, problem, tmp_path):
    folder = tmp_path / "vocabularies"
    shutil.copytree(FOLDER, folder)
    path = folder / f"{name}.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InvalidRecordsError) as caught:
        load_vocabularies(TODAY, folder)
    assert [problem in str(found) for found in caught.value.problems] == [True]


def test_a_report_of_the_future_is_refused_in_a_list_too():
    with pytest.raises(InvalidRecordsError, match="ligt in de toekomst; vandaag is het 2015-01-01"):
        load_vocabularies(date(2015, 1, 1))
