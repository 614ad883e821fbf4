"""Bad input: each small file in tests/records/ gives exactly the problems in the .txt beside it.

An editor gets to read every one of these lines, so they are compared word for word.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from schema.problems import InvalidRecordsError
from schema.records import load_practices
from tests.conftest import MINIMAL, TODAY

CASES = sorted(path.stem for path in (Path(__file__).parent / "records").glob("*.yml"))


def problems_in(folder, vocabularies) -> list[str]:
    with pytest.raises(InvalidRecordsError) as caught:
        load_practices(folder, vocabularies, TODAY)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("case", CASES)
def test_bad_file(case, folder, vocabularies):
    source = Path(__file__).parent / "records" / f"{case}.yml"
    (folder / source.name).write_bytes(source.read_bytes())
    expected = source.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert problems_in(folder, vocabularies) == expected


def test_a_megabyte_of_text_is_refused_unread(folder, vocabularies):
    (folder / "groot.yml").write_text("titel: " + "x" * 1024 * 1024, encoding="utf-8")
    assert problems_in(folder, vocabularies) == ["practices/groot.yml:1:1: het bestand is te groot; hoogstens 256 kB"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_thirty_three_thousand_levels_are_refused_at_the_twenty_first(opening, folder, vocabularies):
    (folder / "diep.yml").write_text("titel: \n  " + opening * 33_000, encoding="utf-8")
    found = problems_in(folder, vocabularies)
    assert len(found) == 1
    assert "er zitten meer dan 20 lijsten of groepen in elkaar" in found[0]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Boom.yml", "'Boom' is geen goede bestandsnaam"),
        ("een praktijk.yml", "'een praktijk' is geen goede bestandsnaam"),
        ("boom_.yml", "'boom_' is geen goede bestandsnaam"),
        ("a" * 81 + ".yml", "is geen goede bestandsnaam"),
        ("index.yml", "'index' is geen goede bestandsnaam"),
        ("boom.yaml", "de naam van een praktijk eindigt op '.yml'"),
        ("foto.jpg", "ander materiaal hoort niet in deze map"),
    ],
)
def test_a_file_name_that_is_no_id(name, message, folder, vocabularies):
    (folder / name).write_text(MINIMAL, encoding="utf-8")
    found = problems_in(folder, vocabularies)
    assert len(found) == 1
    assert found[0].startswith(f"practices/{name}:1:1: ")
    assert message in found[0]


def test_two_names_that_differ_only_in_case(folder, vocabularies):
    (folder / "boom.yml").write_text(MINIMAL, encoding="utf-8")
    (folder / "BOOM.yml").write_text(MINIMAL, encoding="utf-8")
    if len(list(folder.iterdir())) == 1:
        pytest.skip("this file system cannot hold both")
    assert any(
        line.startswith("practices/boom.yml:1:1: verschilt enkel in hoofdletters van 'BOOM.yml'")
        for line in problems_in(folder, vocabularies)
    )


def test_a_link_out_of_the_folder_is_not_followed(folder, vocabularies, tmp_path):
    (tmp_path / "geheim.yml").write_text("wachtwoord: x", encoding="utf-8")
    (folder / "praktijk.yml").symlink_to(tmp_path / "geheim.yml")
    found = problems_in(folder, vocabularies)
    assert found == [
        "practices/praktijk.yml:1:1: dit is een verwijzing naar een ander bestand (symbolic link);"
        " zet het bestand zelf in deze map"
    ]


def test_a_folder_among_the_files(folder, vocabularies):
    (folder / "map.yml").mkdir()
    assert problems_in(folder, vocabularies) == [
        "practices/map.yml:1:1: in deze map staan enkel bestanden, één per praktijk"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_among_the_files_is_not_read(folder, vocabularies):
    os.mkfifo(folder / "pijp.yml")
    assert "enkel bestanden" in problems_in(folder, vocabularies)[0]


def test_a_missing_folder(tmp_path, vocabularies):
    found = problems_in(tmp_path / "practices", vocabularies)
    assert found == ["practices:1:1: deze map ontbreekt of kan niet gelezen worden"]


def test_hidden_files_are_left_alone(folder, vocabularies):
    (folder / ".DS_Store").write_bytes(b"\x00\xff")
    assert load_practices(folder, vocabularies, TODAY) == ()


def test_all_problems_of_all_files_come_at_once_and_sorted(problems_of):
    found = problems_of(
        b=MINIMAL.replace("ruilwinkel", "ruilwinkle").replace("lopend", "lopen"),
        a=MINIMAL.replace("titel: Ruilhoek", "titel: Kleerhoek.").replace("nagekeken: 2026", "nagekeken: 2027"),
    )
    assert [line.split(": ")[0] for line in found] == [
        "practices/a.yml:1:8",
        "practices/a.yml:29:12",
        "practices/b.yml:19:5",
        "practices/b.yml:23:10",
    ]


def test_an_unknown_relation_is_found_in_a_file_with_other_faults(problems_of):
    text = MINIMAL.replace("stand: lopend", "stand: x") + "verwant:\n  - id: ruilhoekje\n    waarom: Zelfde idee.\n"
    found = problems_of(ruilhoek=text, anders=MINIMAL.replace("Ruilhoek", "Anders"))
    assert found[-1] == (
        "practices/ruilhoek.yml:31:9: 'verwant 1 › id': 'ruilhoekje' is geen praktijk."
        " Bedoelde je 'ruilhoek'? Mogelijk: anders, ruilhoek."
    )
    assert len(found) == 2


def test_the_same_partner_has_the_same_type_and_spelling_everywhere(problems_of):
    partner = "partners:\n  - naam: {}\n    type: {}\n    zekerheid: vermeld\n"
    found = problems_of(
        a=MINIMAL.replace("Ruilhoek", "A") + partner.format("Kind en Gezin", "sociale-voorzieningen"),
        b=MINIMAL.replace("Ruilhoek", "B") + partner.format("Kind en Gezin", "sociale-voorzieningen"),
        c=MINIMAL.replace("Ruilhoek", "C") + partner.format("Kind & Gezin", "welzijnssector"),
    )
    assert found == [
        "practices/c.yml:31:11: 'partners 1 › naam': 'Kind & Gezin' is elders 'Kind en Gezin' (practices/a.yml);"
        " schrijf het overal gelijk",
        "practices/c.yml:32:11: 'partners 1 › type': 'welzijnssector' is elders 'sociale-voorzieningen'"
        " (practices/a.yml); schrijf het overal gelijk",
    ]


def test_a_type_that_does_not_exist_is_no_example_for_others(problems_of):
    partner = "partners:\n  - naam: Bus\n    type: {}\n    zekerheid: vermeld\n"
    found = problems_of(
        a=MINIMAL.replace("Ruilhoek", "A") + partner.format("gezond"),
        b=MINIMAL.replace("Ruilhoek", "B") + partner.format("gezondheidsvoorzieningen"),
    )
    assert len(found) == 1
    assert found[0].startswith("practices/a.yml:32:11: 'partners 1 › type': 'gezond' staat niet in de lijst.")


def test_a_partner_written_with_dots_is_the_same_partner(problems_of):
    found = problems_of(
        a=MINIMAL.replace("Ruilhoek", "A"), b=MINIMAL.replace("Ruilhoek", "B").replace("OCMW Boom", "O.C.M.W. Boom")
    )
    assert len(found) == 1
    assert "schrijf het overal gelijk" in found[0]


def test_a_file_with_very_many_faults_is_told_in_a_hundred_lines(problems_of):
    many = "".join(f"    - gemeente-{number}\n" for number in range(90))
    steps = "".join(f"onbekend_{number}: x\n" for number in range(90))
    assert len(problems_of(a=MINIMAL.replace("    - boom\n", many) + steps)) == 100


def test_two_practices_do_not_share_a_title(problems_of):
    assert problems_of(a=MINIMAL, b=MINIMAL.replace("Ruilhoek", "ruilhoek!")) == [
        "practices/b.yml:1:8: 'titel': 'ruilhoek!' is al de titel van practices/a.yml; maak het verschil duidelijk"
    ]


def test_a_terminal_gets_no_control_characters(folder, vocabularies):
    (folder / "x.yml").write_text(MINIMAL.replace("lopend", '"\\x1b[31mrood"'), encoding="utf-8")
    assert all(line.isprintable() for line in problems_in(folder, vocabularies))
