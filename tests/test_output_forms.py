"""The forms in which a check tells what it found."""

from __future__ import annotations

import json

import pytest

from schema.cli import main
from schema.field_examples import example_of
from schema.field_guide import describe_fields
from schema.practice import Practice
from schema.problem_output import Report, as_github, as_json, as_step_summary, as_text, label_of
from schema.problems import Position, Problem, Severity
from schema.record_form import formatted
from schema.record_writer import write_record
from schema.records import check_practices
from tests.conftest import MINIMAL, TODAY

HOSTILE = Problem(
    "practices/a,b:c%.yml",
    Position(3, 7),
    "partners 2 › naam",
    "100% \r\n::set-output name=x::y ```` <b>",
    example='naam: "OCMW"\ntype: overheid',
)
WARNING = Problem("practices/x.yml", Position(), "", "let op", Severity.WARNING)


def test_github_gets_one_line_for_each_problem():
    lines = as_github(Report(2, (HOSTILE, WARNING))).split("\n")
    assert lines == [
        "::error file=practices/a%2Cb%3Ac%25.yml,line=3,col=7,title=Partners 2 › Naam::"
        '100%25 %0D%0A::set-output name=x::y ```` <b>%0A    Bijvoorbeeld:%0A      naam: "OCMW"%0A      type: overheid',
        "::warning file=practices/x.yml,line=1,col=1,title=Fiche::let op",
        "1 probleem in 1 bestand. Daarnaast 1 waarschuwing.",
    ]


def test_the_step_summary_lets_nothing_out_of_its_block():
    text = as_step_summary(Report(1, (HOSTILE,)))
    lines = text.split("\n")
    assert lines[2] == "`````text"
    assert lines[-2] == "`````"
    assert text.count("`````") == 2


def test_json_has_everything():
    told = json.loads(as_json(Report(2, (HOSTILE, WARNING))))
    assert told["telling"] == {"praktijken": 2, "fouten": 1, "waarschuwingen": 1}
    assert told["problemen"][0] == {
        "pad": HOSTILE.path,
        "regel": 3,
        "kolom": 7,
        "veld": "partners 2 › naam",
        "label": "Partners 2 › Naam",
        "ernst": "fout",
        "melding": HOSTILE.message,
        "voorbeeld": HOSTILE.example,
    }
    assert told["problemen"][1]["ernst"] == "waarschuwing"
    assert as_json(Report(0, (HOSTILE,))).isascii()


def test_a_person_gets_lines_to_copy():
    lines = as_text(Report(1, (HOSTILE,))).split("\n")
    assert lines[1:4] == ["    Bijvoorbeeld:", '      naam: "OCMW"', "      type: overheid"]


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("titel", "Titel"),
        ("status › stand", "Stand van zaken › Stand"),
        ("bestaat niet", ""),
        ("", ""),
        ("titel › x", ""),
    ],
)
def test_labels(field, label):
    assert label_of(field) == label


def test_warnings_alone_are_no_failure(folder, capsys):
    text, _ = formatted(MINIMAL.replace("Kom binnen.", "TODO").encode(), "x")
    (folder / "a.yml").write_text(text, encoding="utf-8")
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Geen fouten: 1 praktijk nagekeken. Wel 1 waarschuwing, maar er wordt niets door tegengehouden."
    )
    assert main(["check", str(folder), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["telling"] == {"praktijken": 1, "fouten": 0, "waarschuwingen": 1}


def test_the_full_list_goes_to_the_page_of_the_run(folder, tmp_path, monkeypatch, capsys):
    (folder / "a.yml").write_text(MINIMAL.replace("lopend", "lopen"), encoding="utf-8")
    summary = tmp_path / "summary.md"
    summary.write_text("# Eerder\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert main(["check", str(folder), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(
        "::error file=practices/a.yml,line=23,col=10,title=Stand van zaken › Stand::"
    )
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Eerder\n## Fiches nagekeken\n\n```text\npractices/a.yml:23:10: 'status › stand'")


def test_the_form_is_told_only_of_a_file_without_faults(folder, capsys):
    (folder / "a.yml").write_text(MINIMAL.replace("lopend", "lopen"), encoding="utf-8")
    (folder / "b.yml").write_text(MINIMAL.replace("Ruilhoek", "Anders"), encoding="utf-8")
    assert main(["check", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "'lopen' staat niet in de lijst" in lines[0]
    assert lines[1].startswith(
        "practices/b.yml:1:1: het bestand staat niet in de vaste vorm; hier hoort 'titel: \"Anders\"'"
    )
    assert lines[-1] == "2 problemen in 2 bestanden."


@pytest.mark.parametrize(
    ("change", "example"),
    [
        (("herkomst: nieuwer\n", ""), "herkomst: nieuwer"),
        (("waar:\n  gemeenten:\n    - boom\n", "waar: Boom\n"), "waar:\n  gemeenten:\n    - boom"),
        (("peildatum: 2012", "peildatum: gisteren"), 'peildatum: "'),
        (("ruilwinkel", "ruilwinkle"), ""),
        (("Ruilhoek", "y" * 121), ""),
    ],
)
def test_who_does_not_know_how_a_value_looks_gets_an_example(change, example, folder, vocabularies):
    (folder / "a.yml").write_text(MINIMAL.replace(*change), encoding="utf-8")
    _, (problem,) = check_practices(folder, vocabularies, TODAY)
    assert problem.example.startswith(example)
    assert bool(problem.example) is bool(example)


def test_the_examples_of_the_model_make_a_valid_record(load):
    fields = [field for field in describe_fields(Practice) if field.required]
    examples = {field.key: example_of(field) for field in fields}
    assert [key for key, example in examples.items() if not example] == []
    assert load(a=write_record(examples))


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--format", "xml"], ["new", "--from"]])
def test_a_command_that_is_not_understood_is_told_in_dutch(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    told = capsys.readouterr()
    assert told.out.startswith("Deze opdracht is niet duidelijk.\n")
    assert "python -m schema format" in told.out
    assert told.err == ""
