"""Warnings: what a careful reader would remark, and what is no reason to."""

from __future__ import annotations

from datetime import date

import pytest

from schema.near_names import near_pairs
from schema.problems import Severity
from schema.records import check_practices, load_practices
from tests.conftest import MINIMAL, ROOT, TODAY


@pytest.fixture
def warnings_of(load, folder, vocabularies):
    """Load records that are in order and give the warnings as an editor reads them."""

    def warnings(today: date = TODAY, **texts: str) -> list[str]:
        load(**texts)
        _, problems = check_practices(folder, vocabularies, today)
        return [str(problem) for problem in problems if problem.severity is Severity.WARNING]

    return warnings


def test_a_good_record_gets_none(warnings_of):
    assert warnings_of(a=MINIMAL) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("Kom binnen.", "Nog in te vullen", "21:5: waarschuwing: 'aanpak'", "hier staat nog een invulplek"),
        ("Kom binnen.", "TODO hier", "21:5: waarschuwing: 'aanpak'", "een invulplek: 'TODO'"),
        ("Een boek", "XXX", "26:12: waarschuwing: 'bronnen 1 › titel'", "een invulplek: 'XXX'"),
        ("OCMW Boom", "Naam van de organisatie", "15:11: waarschuwing: 'trekkers 1 › naam'", "een invulplek"),
        (
            "vindplaats: bladzijde 3",
            "url: https://www.voorbeeld.be/x",
            "27:10: waarschuwing: 'bronnen 1 › url'",
            "een invulplek: '//www.voorbeeld.be'",
        ),
        ("Ouders ruilen er kleren.", "Ruilhoek.", "2:7: waarschuwing: 'kort'", "zegt de titel nog eens"),
        ("Kom binnen.", "woord " * 30 + "eind.", "21:5: waarschuwing: 'aanpak'", "een zin van 31 woorden"),
        ("Kom binnen.", "woord " * 29 + "eind. Nog een zin.", "", ""),
        ("Kom binnen.", "https://www.krant.be/" + "a-b-" * 40, "", ""),
        (
            "aanpak:",
            "zoekwoorden:\n  - Kleine Kinderen\n  - fiets\naanpak:",
            "21:5: waarschuwing: 'zoekwoorden'",
            "mag weg",
        ),
        ("aanpak:", "zoekwoorden:\n  - kinder\naanpak:", "", ""),
    ],
)  # fmt: skip
def test_a_remark_stands_at_its_place(old, new, place, message, warnings_of):
    found = warnings_of(a=MINIMAL.replace(old, new))
    if not place:
        assert found == []
        return
    assert len(found) == 1
    assert found[0].startswith(f"practices/a.yml:{place}: ")
    assert message in found[0]


@pytest.mark.parametrize(("today", "count"), [(date(2028, 11, 1), 0), (date(2028, 11, 2), 1), (date(2028, 2, 29), 0)])
def test_a_record_is_to_be_checked_again_after_two_years(today, count, warnings_of):
    found = warnings_of(today, a=MINIMAL)
    assert len(found) == count
    assert all("'nagekeken': dat is meer dan 2 jaar geleden" in line for line in found)


def test_titles_and_partners_that_differ_in_a_letter(warnings_of):
    partner = "partners:\n  - naam: {}\n    type: werk\n    zekerheid: vermeld\n"
    found = warnings_of(
        a=MINIMAL + partner.format("Gezinsbond"),
        b=MINIMAL.replace("Ruilhoek", "Ruilhoekje") + partner.format("Gezinsbond"),
        c=MINIMAL.replace("Ruilhoek", "Ruilhoekjes") + partner.format("Gezinbond"),
    )
    assert found == [
        "practices/b.yml:1:8: waarschuwing: 'titel': 'Ruilhoekje' lijkt sterk op de titel 'Ruilhoekjes'"
        " (practices/c.yml); is dit dezelfde praktijk?",
        "practices/c.yml:31:11: waarschuwing: 'partners 1 › naam': 'Gezinbond' lijkt sterk op 'Gezinsbond'"
        " (practices/a.yml); is het dezelfde partner, schrijf de naam dan overal gelijk",
    ]


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Gezinsbond", "Gezinbond", True),
        ("Gezinsbond", "Gezinsbomd", True),
        ("Gezinsbond", "Gezisnbond", True),
        ("Gezinsbond", "gezins-bond", False),
        ("Gezinsbond", "Gezinsraad", False),
        ("OCMW Balen", "OCMW Halen", False),
        ("OCMW Balem", "OCMW Balen", True),
        ("Wijkteam 1", "Wijkteam 2", False),
        ("CAW", "CAV", False),
        ("Kind en Gezin", "Kind & Gezin", False),
        ("Kind en Gezin", "Kind en Gezim", True),
    ],
)
def test_names_that_are_probably_one(one, other, near):
    assert bool(near_pairs([one, other], frozenset({"balen", "halen"}))) is near


def test_many_names_are_compared_in_little_time():
    names = [f"Vereniging {chr(97 + number % 26)}{number:05} voor gezinnen" for number in range(5000)]
    assert near_pairs(names) == []


def test_warnings_keep_nothing_from_being_published(folder, vocabularies):
    (folder / "a.yml").write_text(MINIMAL.replace("Kom binnen.", "TODO"), encoding="utf-8")
    heard = []
    assert len(load_practices(folder, vocabularies, TODAY, heard.append)) == 1
    assert [problem.severity for problem in heard] == [Severity.WARNING]


def test_the_records_of_this_repository_get_few(vocabularies):
    _, problems = check_practices(ROOT / "practices", vocabularies, TODAY)
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    assert len(warnings) < 10
