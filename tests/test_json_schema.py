"""The schema for code editors: up to date, at one with the model, and in Dutch."""

from __future__ import annotations

import json

import jsonschema
import pytest
from ruamel.yaml import YAML

from schema.cli_schema import SCHEMA_FILE
from schema.json_schema import practice_schema
from schema.record_writer import write_record
from schema.records import load_practices
from tests.conftest import MINIMAL, ROOT, TODAY

SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
CHECK = jsonschema.Draft7Validator(SCHEMA)


def faults(text: str) -> list[str]:
    """Say where the schema objects, reading as a code editor does: YAML 1.2."""
    data = YAML(typ="safe", pure=True).load(text)
    return ["/".join(map(str, error.absolute_path)) for error in CHECK.iter_errors(data)]


@pytest.fixture
def minimal(load):
    return write_record(load(a=MINIMAL)["a"])


def test_it_is_up_to_date(vocabularies):
    assert SCHEMA_FILE.read_text(encoding="utf-8") == practice_schema(vocabularies), "run: python -m schema schema"


def test_it_is_a_schema():
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def test_every_record_of_this_repository_fits(vocabularies):
    for practice in load_practices(ROOT / "practices", vocabularies, TODAY):
        assert faults(write_record(practice)) == [], practice.id


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("kort:", "krot:", ""),
        ("stand: lopend", "stand: lopen", "status/stand"),
        ('"Ruilhoek"', '"Ruilhoek."', "titel"),
        ('"Ruilhoek"', f'"{"x" * 121}"', "titel"),
        ("    - boom", "    - bom", "waar/gemeenten/0"),
        ("  gemeenten:\n    - boom\n", '  plaats: "hier"\n', "waar"),
        ("zekerheid: vermeld", "zekerheid: betaler", "trekkers/0/zekerheid"),
        ('"2026-11-01"\nnagekeken', '"1 november"\nnagekeken', "toegevoegd"),
        ('peildatum: "2012"', 'peildatum: "12"', "status/peildatum"),
        ("  - ruilwinkel", "  - ruilwinkel\n  - ruilwinkel", "methodes"),
        ("hoofdstuk:", "volgorde: 1.5\nhoofdstuk:", "volgorde"),
        ("\ndoelgroep:", "\nleeftijd:\n  van: 18\n  zekerheid: vermeld\ndoelgroep:", "leeftijd/van"),
        ("aanpak:\n", "aanpak: []\nonderdelen:\n", "aanpak"),
    ],
)
def test_a_slip_is_found(old, new, place, minimal):
    assert old in minimal
    assert faults(minimal) == []
    assert place in faults(minimal.replace(old, new))


def test_choices_are_explained():
    states = SCHEMA["properties"]["status"]["properties"]["stand"]
    assert states["title"] == "Stand"
    assert states["description"]
    assert len(states["enum"]) == len(states["enumDescriptions"])
    assert all(states["enumDescriptions"])


def test_every_field_has_a_title_and_a_description():
    def walk(schema):
        for name, field in schema.get("properties", {}).items():
            assert field["title"], name
            assert field["description"], name
            walk(field.get("items", field))

    walk(SCHEMA)


def test_a_code_editor_finds_it():
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    (path,) = settings["yaml.schemas"]
    assert (ROOT / path).resolve() == SCHEMA_FILE
    assert settings["yaml.schemas"][path] == ["practices/*.yml"]
