"""`check` says when a file is not in its canonical form, and `format` brings it there."""

from __future__ import annotations

import stat
import time

import pytest

from schema.cli import main
from schema.record_form import form_problems, formatted
from schema.record_writer import write_record
from schema.records import load_practices, source_file
from schema.yaml_nodes import read_document, to_data
from tests.conftest import MINIMAL, ROOT, TODAY

CANONICAL = write_record(to_data(read_document(MINIMAL.encode(), "x").root))


def told(text: str) -> list[str]:
    file, problems = source_file("x", "practices/x.yml", text.encode())
    assert problems == []
    return [str(problem) for problem in form_problems(file)]


def form(text: str | bytes) -> str:
    raw = text.encode() if isinstance(text, str) else text
    written, problems = formatted(raw, "practices/x.yml")
    assert problems == []
    return written


def refusal(text: str) -> str:
    written, problems = formatted(text.encode(), "practices/x.yml")
    assert written == ""
    return str(problems[0])


def test_a_canonical_file_is_in_order():
    assert told(CANONICAL) == []
    assert form(CANONICAL) == CANONICAL


@pytest.mark.parametrize(
    ("change", "place", "wanted"),
    [
        (('titel: "Ruilhoek"', "titel: Ruilhoek"), "1", "'titel: \"Ruilhoek\"'"),
        (("  - ruilwinkel", "  - 'ruilwinkel'"), "19", "'- ruilwinkel'"),
        (('herkomst: nieuwer\nhoofdstuk: "4/1"', 'hoofdstuk: "4/1"\nherkomst: nieuwer'), "3", "'herkomst: nieuwer'"),
        (("stand: lopend", "stand:  lopend"), "23", "'stand: lopend'"),
    ],
)
def test_the_first_line_that_differs_is_told(change, place, wanted):
    text = CANONICAL.replace(*change)
    assert told(text) == [
        f"practices/x.yml:{place}:1: het bestand staat niet in de vaste vorm; hier hoort {wanted};"
        " draai `python -m schema format`"
    ]
    assert form(text) == CANONICAL


def test_an_empty_line_too_many_is_told_at_its_place():
    assert told(CANONICAL + "\n")[0].startswith("practices/x.yml:31:1: het bestand staat niet in de vaste vorm; draai")


@pytest.mark.parametrize(
    "text",
    [
        "# Nog bellen\n" + CANONICAL,
        CANONICAL + "# Nog bellen\n",
        CANONICAL.replace("methodes:", "# Nog bellen\nmethodes:"),
        CANONICAL.replace("methodes:", "methodes: # Nog bellen"),
        CANONICAL.replace("  - ruilwinkel", "    # Nog bellen\n  - ruilwinkel"),
        CANONICAL.replace('titel: "Ruilhoek"', 'titel: "Ruilhoek"  # Nog bellen'),
        CANONICAL.replace('  - "Kom binnen."', "  - |- # Nog bellen\n    Kom binnen."),
    ],
)
def test_a_comment_is_refused_and_its_words_move(text):
    found = told(text)
    assert len(found) == 1
    assert "een opmerking met # hoort niet in een fiche; zet ze in het veld 'interne_opmerking'" in found[0]
    line, column = (int(part) for part in found[0].split(":")[1:3])
    assert text.split("\n")[line - 1][column - 1 :] == "# Nog bellen"
    assert form(text) == CANONICAL + 'interne_opmerking: "Nog bellen"\n'


def test_several_comments_follow_what_stands_there():
    text = "# Een\n#\n# Twee\n" + CANONICAL + "interne_opmerking: Nul\n"
    assert form(text).endswith("interne_opmerking: |-\n  Nul\n  Een\n  Twee\n")


def test_a_comment_that_may_be_text_is_left_for_a_person():
    text = CANONICAL.replace('"Ruilhoek"', "Ruilhoek #12")
    assert "practices/x.yml:1:17: wat na een # komt, valt weg" in refusal(text)


def test_the_line_for_a_code_editor_stays_where_it_is():
    text = "# yaml-language-server: $schema=../schema/practice.schema.json\n" + CANONICAL
    assert told(text) == []
    assert form(text) == text
    late = CANONICAL + "# yaml-language-server: $schema=x\n"
    assert "een opmerking met #" in told(late)[0]


def test_a_hash_in_a_text_is_no_comment():
    text = CANONICAL.replace('"Kom binnen."', '"Klas #12 en # los"\n  - |-\n    # Eerst\n    C#')
    assert form(text) == text
    assert told(text) == []


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbf" + CANONICAL.encode(),
        CANONICAL.replace("\n", "\r\n").encode(),
        CANONICAL.replace("\n", "\r").encode(),
        CANONICAL.replace(": ", ":\t").encode(),
        CANONICAL.replace("methodes", "\t\nmethodes").encode(),
        CANONICAL.replace("Ruilhoek", "Ruil\u200bhoek").encode(),
        CANONICAL.replace("kleine kinderen", "kleine\u00a0kinderen").encode(),
        CANONICAL.replace("kleine kinderen", "kleine\u2028kinderen").encode(),
        ("---\n" + CANONICAL).encode(),
        CANONICAL.rstrip().encode(),
        ("id: x\n" + CANONICAL).encode(),
    ],
)
def test_what_programs_put_in_is_mended(raw):
    assert form(raw) == CANONICAL


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (CANONICAL.replace("  - ruilwinkel", "\t- ruilwinkel"), "hier staat een tab; spring in met spaties"),
        (CANONICAL + "titel: Anders\n", "staat hier een tweede keer"),
        (CANONICAL + "doel: *x\n", "een verwijzing"),
        (CANONICAL + "doel: !!str x\n", "een tag"),
        ("titel: 'open\n", "niet gesloten"),
        ("- a\n", "het bestand moet uit velden bestaan"),
        ("", "het bestand is leeg"),
        (CANONICAL + "doel: 's avonds' \n", "rechte aanhalingstekens"),
    ],
)
def test_what_cannot_be_read_without_doubt_is_refused(text, message):
    assert message in refusal(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "site_name: Elk kind telt\nstrict: true\n# Poort\nport: 8000\n",
            "dit lijkt geen fiche: 'kort' en 'titel'",
        ),
        ('titel: ""\nkort:\n', "er is nog niets ingevuld"),
        ("titel: x\n# hoi\ninterne_opmerking:\n  - a\n", "'interne_opmerking' is geen tekst"),
        ('titel: x\n"a\\nb": y\n', "kan niet zonder verlies herschreven worden"),
    ],
)
def test_what_would_lose_something_is_left_alone(text, message):
    assert message in refusal(text)


def test_a_long_run_of_spaces_costs_in_proportion():
    def cost(length: int) -> float:
        start = time.process_time()
        assert form(CANONICAL.replace("Kom binnen.", f"Kom {' ' * length}binnen."))
        return time.process_time() - start

    cost(1_000)
    # Eight times as long: 64 times the cost if each space were tried with all others.
    assert cost(160_000) < 24 * (cost(20_000) + 0.005)


def test_a_file_that_is_no_utf_8_is_refused():
    assert "niet als UTF-8 bewaard" in str(formatted("titel: é\n".encode("latin-1"), "x")[1][0])


@pytest.fixture
def said(capsys):
    return lambda: capsys.readouterr().out


def test_the_records_of_this_repository_keep_their_meaning(vocabularies, folder, said):
    before = load_practices(ROOT / "practices", vocabularies, TODAY)
    for practice in before:
        name = f"{practice.id}.yml"
        (folder / name).write_bytes((ROOT / "practices" / name).read_bytes())
    assert main(["format", str(folder)]) == 0
    assert load_practices(folder, vocabularies, TODAY) == before
    written = {path: path.read_bytes() for path in folder.iterdir()}
    said()
    assert main(["format", str(folder)]) == 0
    assert said() == f"Niets te doen; {len(before)} bestanden waren al in orde.\n"
    assert {path: path.read_bytes() for path in folder.iterdir()} == written
    assert main(["format", "--check", str(folder)]) == 0
    assert main(["check", str(folder)]) == 0


def test_one_file_that_cannot_be_read_does_not_stop_the_others(folder, said):
    (folder / "a.yml").write_text(MINIMAL, encoding="utf-8")
    (folder / "b.yml").write_text("titel: 'open\n", encoding="utf-8")
    (folder / "c.yml").write_text(CANONICAL, encoding="utf-8")
    assert main(["format", str(folder), str(folder / "weg.yml")]) == 1
    lines = said().splitlines()
    assert lines[0] == "practices/a.yml: herschreven"
    assert lines[1].startswith("practices/b.yml:1:8: het aanhalingsteken of haakje")
    assert lines[2] == "practices/weg.yml:1:1: dit bestand is er niet"
    assert lines[3:] == [
        "1 bestand herschreven; 1 bestand was al in orde.",
        "2 bestanden zijn niet herschreven: verbeter eerst wat hierboven staat.",
    ]
    assert (folder / "a.yml").read_text(encoding="utf-8") == CANONICAL
    assert (folder / "b.yml").read_text(encoding="utf-8") == "titel: 'open\n"


def test_with_check_nothing_is_written(folder, said):
    path = folder / "a.yml"
    path.write_text(MINIMAL, encoding="utf-8")
    assert main(["format", "--check", str(path)]) == 1
    assert said().splitlines() == [
        "practices/a.yml: staat niet in de vaste vorm",
        "1 bestand staat niet in de vaste vorm; 0 bestanden waren al in orde.",
    ]
    assert path.read_text(encoding="utf-8") == MINIMAL


def test_a_file_keeps_its_rights_and_nothing_is_left_beside_it(folder):
    path = folder / "a.yml"
    path.write_text(MINIMAL, encoding="utf-8")
    path.chmod(0o640)
    assert main(["format", str(path)]) == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [path.name for path in folder.iterdir()] == ["a.yml"]


def test_a_write_that_fails_leaves_the_old_file(folder, monkeypatch, said):
    path = folder / "a.yml"
    path.write_text(MINIMAL, encoding="utf-8")

    def fail(*_):
        raise OSError(28, "schijf vol")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    assert main(["format", str(path)]) == 1
    assert "schijf vol" in said()
    assert path.read_text(encoding="utf-8") == MINIMAL
    assert [path.name for path in folder.iterdir()] == ["a.yml"]


def test_a_link_is_not_followed(folder, tmp_path, said):
    (tmp_path / "elders.yml").write_text(MINIMAL, encoding="utf-8")
    (folder / "a.yml").symlink_to(tmp_path / "elders.yml")
    assert main(["format", str(folder / "a.yml")]) == 1
    assert "een verwijzing naar een ander bestand" in said()
    assert (tmp_path / "elders.yml").read_text(encoding="utf-8") == MINIMAL
