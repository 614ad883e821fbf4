"""`python -m schema new`: questions until the record is valid, and never half a file."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys

import pytest

from schema.cli import main
from schema.drafts import Draft
from schema.interview import Interview
from schema.record_form import formatted
from schema.records import load_practices
from schema.term_search import meant_by
from tests.conftest import MINIMAL, ROOT, TODAY

ANSWERS = """\
Ruilwinkel: "De Draai".
Ruilwinkel: "De Draai"
Ouders ruilen er # kleren.

9
4/1
gezond, mat
no
ouders, 99
2
sint-
12

OCMW Niklaas
overheid
afgeleid

Dat staat op de gevel.
n
ruilw
12:30
's avonds dicht

lopend
2099
2026-10

T'ANtWOORD
blz. 3
n


Een Naam

"""


class Scripted:
    """Somebody who gives these answers, and then is gone."""

    def __init__(self, answers: str) -> None:
        self.answers = iter(answers.split("\n"))
        self.heard: list[str] = []

    def say(self, text: str = "") -> None:
        self.heard.append(text)

    def ask(self, prompt: str) -> str:
        self.heard.append(prompt)
        try:
            return next(self.answers)
        except StopIteration:
            raise EOFError from None


@pytest.fixture
def draft(folder, vocabularies):
    return Draft(folder, vocabularies, TODAY)


@pytest.fixture
def complete(draft):
    """Complete a draft with answers; gives its text and what was said."""

    def run(answers: str, start: str = "") -> tuple[str, list[str]]:
        if start:
            draft.take_over(start.encode(), "x")
        talk = Scripted(answers)
        Interview(draft, talk).complete()
        assert list(talk.answers) in ([], [""])
        return draft.text(), talk.heard

    return run


def run_new(cwd, answers: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "schema", "new", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(
        command, input=answers, capture_output=True, text=True, encoding="utf-8", cwd=cwd, env=environment, check=False
    )


def test_a_record_from_nothing(folder, tmp_path, vocabularies):
    (folder / "ruilwinkel-sint-niklaas.yml").write_text(formatted(MINIMAL.encode(), "x")[0], encoding="utf-8")
    result = run_new(tmp_path, ANSWERS)
    assert (result.returncode, result.stderr) == (0, "")
    assert "\nBewaard: practices/ruilwinkel-sint-niklaas-2.yml\n" in result.stdout
    assert "! 'Een Naam'" not in result.stdout
    assert "! gebruik hoogstens 80 kleine letters" in result.stdout
    for message in ("eindigt niet op een punt", "'9' staat niet in de lijst", "'2099' ligt in de toekomst"):
        assert f"! {message}" in result.stdout
    assert main(["check", str(folder)]) == 0
    practice = load_practices(folder, vocabularies, TODAY)[0]
    assert practice.title == 'Ruilwinkel: "De Draai"'
    assert practice.summary == "Ouders ruilen er # kleren."
    assert practice.dimensions == ("gezondheid", "materieel-welzijn")
    assert practice.target_group.description == "no"
    assert practice.place.municipalities == ("sint-niklaas",)
    assert practice.leads[0].explanation == "Dat staat op de gevel."
    assert practice.approach == ("12:30", "'s avonds dicht")
    assert practice.sources[0].publisher == "T'ANtWOORD"
    assert oct((folder / "ruilwinkel-sint-niklaas-2.yml").stat().st_mode)[-3:] == "644"


@pytest.mark.parametrize("lines", [0, 1, 5, 12, 20, 30])
def test_who_stops_halfway_leaves_nothing(lines, folder, tmp_path):
    result = run_new(tmp_path, "".join(ANSWERS.splitlines(keepends=True)[:lines]))
    assert result.returncode == 1
    assert result.stdout.endswith("\nGestopt. Er is niets bewaard.\n")
    assert result.stderr == ""
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent in another way there")
def test_ctrl_c_stops_without_a_traceback(folder, tmp_path):
    command = [sys.executable, "-m", "schema", "new"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment
    ) as process:
        heard = b""
        while not heard.endswith(b"  > ") and (character := process.stdout.read(1)):
            heard += character
        process.send_signal(signal.SIGINT)
        out, error = process.communicate(timeout=20)
    assert process.returncode == 1
    assert out.decode().endswith("\nGestopt. Er is niets bewaard.\n")
    assert error == b""
    assert list(folder.iterdir()) == []


def test_bytes_that_are_no_text_do_no_harm(folder, tmp_path):
    command = [sys.executable, "-m", "schema", "new"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    result = subprocess.run(
        command, input=b"\xff\xfe\x00\x1b[A\n", capture_output=True, cwd=tmp_path, env=environment, check=False
    )
    assert (result.returncode, result.stderr) == (1, b"")


def test_a_draft_keeps_what_is_there_and_asks_only_the_rest(complete):
    start = (
        "# Uit de mail van Jo\n"
        + MINIMAL.replace("ruilwinkel", "ruilwinkle").replace("kort: Ouders ruilen er kleren.\n", "")
        + "partners:\n  - naam: A\n    type: werk\n    zekerheid: afgeleid\n"
        + "drempels:\n  - drempel: Geld\n"
    )
    text, heard = complete("Een winkel.\nHet staat in de krant.\nruilw\n", start)
    expected = MINIMAL.replace("kort: Ouders ruilen er kleren.", "kort: Een winkel.") + (
        "partners:\n  - naam: A\n    type: werk\n    zekerheid: afgeleid\n    toelichting: Het staat in de krant.\n"
        "drempels:\n  - drempel: Geld\ninterne_opmerking: Uit de mail van Jo\n"
    )
    assert text == formatted(expected.encode(), "x")[0]
    assert "\nMethodes\n  Hoe de praktijk werkt, uit de lijst." in heard
    assert not any("Titel" in line for line in heard)


@pytest.mark.parametrize(
    ("change", "answers", "expected"),
    [
        (("dimensies:\n  - materieel-welzijn", "dimensies: gezondheid"), "gezondheid", ("  - gezondheid",)),
        (("dimensies:\n  - materieel-welzijn", "dimensies:\n  - m\n  - gezondheid"), "mat", ("materieel-",)),
        (("  gemeenten:\n    - boom\n", "  plaats: Noord\n"), "\nDe Kempen", ('  regio: "De Kempen"',)),
        (("waar:\n  gemeenten:\n    - boom\n", "waar: Boom\n"), "boom\n", ("  gemeenten:\n    - boom",)),
        (("status:\n  stand: lopend\n  peildatum: 2012\n", ""), "?\n3\n2012", ("  stand: lopend",)),
        (("aanpak:\n  - Kom binnen.", "aanpak: Kom binnen."), "Kom.\nBlijf.\n", ('  - "Kom."\n  - "Blijf."',)),
        (("    vindplaats: bladzijde 3\n", "    url: krant\n"), "https://www.krant.be/", ("https://www.krant.be/",)),
        (
            ("    vindplaats: bladzijde 3\n", "    url: krant\n"),
            "\nblz. 3",
            ('    vindplaats: "blz. 3"',),
        ),
        (("aanpak:", "volgorde: drie\naanpak:"), "", ()),
        (("aanpak:", "verwant:\n  - id: weg\n    waarom: x\naanpak:"), "\nj", ()),
        (("aanpak:", "partners:\n  - los\n  - naam: B\n    type: werk\n    zekerheid: vermeld\naanpak:"),
         "\nn\nA\nwerk\nvermeld", ('  - naam: "A"\n    type: werk\n    zekerheid: vermeld\n  - naam: "B"',)),
        (("aanpak:", "gespreksvragen: [A, B, C, D]\naanpak:"), "A\nB\n", ('gespreksvragen:\n  - "A"\n  - "B"',)),
    ],
)  # fmt: skip
def test_what_is_wrong_is_asked_again(change, answers, expected, complete, draft):
    start = MINIMAL.replace(*change)
    assert start != MINIMAL
    text, _ = complete(answers, start)
    assert draft.faults() == []
    for part in expected:
        assert part in text


def test_what_only_shows_beside_other_records_is_asked_again(folder, vocabularies):
    (folder / "a.yml").write_text(MINIMAL, encoding="utf-8")
    draft = Draft(folder, vocabularies, TODAY)
    draft.take_over(MINIMAL.replace("OCMW Boom", "O.C.M.W. Boom").encode(), "x")
    talk = Scripted("Andere hoek\nOCMW Boom")
    Interview(draft, talk).complete()
    assert "  ! 'Ruilhoek' is al de titel van practices/a.yml; maak het verschil duidelijk" in talk.heard
    assert any("is elders 'OCMW Boom'" in line for line in talk.heard)
    assert 'titel: "Andere hoek"' in draft.text()
    assert '- naam: "OCMW Boom"' in draft.text()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("titel: 'open\n", "klad.yml:1:8: het aanhalingsteken of haakje"),
        ("titel: x\ntietel: y\n", "dit veld bestaat niet. Bedoelde je 'titel'?"),
        ("titel: Klas #12 #13\nkort: y # z\n", "wat na een # komt, valt weg"),
        (None, "Er is niets bewaard."),
    ],
)
def test_a_draft_that_cannot_be_used_is_told(source, message, folder, tmp_path):
    if source:
        (tmp_path / "klad.yml").write_text(source, encoding="utf-8")
    result = run_new(tmp_path, ANSWERS, "--from", "klad.yml")
    assert (result.returncode, result.stderr) == (1, "")
    assert message in result.stdout
    assert list(folder.iterdir()) == []


def test_a_draft_among_the_practices_is_left_there(folder, tmp_path):
    (folder / "a.yml").write_text("titel: x\n", encoding="utf-8")
    result = run_new(tmp_path, "", "--from", "practices/a.yml")
    assert result.returncode == 1
    assert "dit bestand staat al bij de praktijken" in result.stdout


@pytest.mark.parametrize(
    ("title", "place", "name"),
    [
        ("Boempatat: een ruilwinkel", "boom", "boempatat-boom"),
        ("Sint-Niklaas leest", "sint-niklaas", "sint-niklaas-leest"),
        ("De Kring", "ham", "de-kring-ham"),
        ("Hamster", "ham", "hamster-ham"),
        ("Café 't Één & “ander”", "", "cafe-t-een-ander"),
        ("中文", "boom", "nieuwe-praktijk-boom"),
        ("index", "", "nieuwe-praktijk"),
        ("lang " * 24, "boom", "-".join(["lang"] * 15) + "-boom"),
    ],
)
def test_a_name_from_title_and_municipality(title, place, name, draft):
    draft.fill_in(("titel",), title)
    draft.fill_in(("waar", "gemeenten"), [place] if place else None)
    assert draft.suggest_name() == name
    assert draft.objection_to(name) == ""


def test_terms_are_found_as_people_name_them(vocabularies):
    terms = vocabularies["gemeenten"].terms
    assert [term.id for term in meant_by("BOOM", (), terms)] == ["boom"]
    assert [term.id for term in meant_by("2", terms[:3], terms)] == [terms[1].id]
    assert len(meant_by("sint-", (), terms)) > 10
    assert meant_by("Atlantis", (), terms) == []
    assert meant_by("  ", (), terms) == []
    assert meant_by("99999", terms, terms) == []
    assert meant_by("²", terms, terms) == []


def test_a_copy_elsewhere_needs_nothing_but_the_package(tmp_path):
    shutil.copytree(ROOT / "schema", tmp_path / "schema", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "practices").mkdir()
    environment = {"PYTHONUTF8": "1"}
    result = subprocess.run(
        [sys.executable, "-m", "schema", "new"],
        input=b"",
        capture_output=True,
        cwd=tmp_path,
        env=environment,
        check=False,
    )
    assert (result.returncode, result.stderr) == (1, b"")
