"""What the form knows of the record comes from the model, whole and in a form that a script can read."""

from __future__ import annotations

import json
import re

import pytest

from hooks import addresses
from hooks.site_rendering import render_site
from hooks.site_settings import SiteSettings
from schema import messages, rules
from schema.catalogue import Catalogue
from schema.field_guide import describe_fields
from schema.field_types import KINDS
from schema.form_description import record_data, record_model
from schema.practice import Practice
from schema.record_writer import clean_record
from tests.conftest import MINIMAL, ROOT

CHECK = (ROOT / "docs" / "assets" / "scripts" / "record-check.js").read_text(encoding="utf-8")
WRITER = (ROOT / "docs" / "assets" / "scripts" / "record-writer.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def model(vocabularies):
    return record_model(vocabularies)


def all_fields(fields):
    for field in fields:
        yield field
        yield from all_fields(field["fields"])


def test_it_survives_json(model):
    assert json.loads(json.dumps(model))["fields"][0]["key"] == "titel"


def test_a_field_says_what_a_form_needs(model):
    fields = {field["key"]: field for field in model["fields"]}
    assert fields["titel"] == {
        "key": "titel",
        "label": "Titel",
        "help": "Hoe de praktijk heet, zonder punt op het einde.",
        "example": "Boempatat: een ruilwinkel voor jonge gezinnen",
        "kind": "title",
        "required": True,
        "list": False,
        "vocabularies": (),
        "fields": [],
        "rules": [],
        "maxLength": 120,
    }
    assert (fields["gespreksvragen"]["list"], fields["gespreksvragen"]["max"]) == (True, 3)
    assert (fields["methodes"]["min"], fields["methodes"]["unique"]) == (1, True)
    assert fields["partners"]["unique"] == "naam"
    partner = {field["key"]: field for field in fields["partners"]["fields"]}
    assert (partner["rol"]["default"], partner["rol"]["vocabularies"]) == ("partner", ("rollen",))
    relation = {field["key"]: field for field in fields["verwant"]["fields"]}
    assert relation["id"]["kind"] == "relation"


def test_rules_name_fields_by_their_dutch_key(model):
    keys = {field["key"] for field in all_fields(model["fields"])}
    for field in all_fields(model["fields"]):
        for rule in [*field["rules"], *field.get("groupRules", [])]:
            for name in ("other", "field", "by", "first", "last"):
                assert rule.get(name, "titel") in keys
            assert {*rule.get("fields", ())} <= {inner["key"] for inner in field["fields"]}


def test_the_script_carries_out_every_rule_there_is(model):
    told = {rule["rule"] for field in all_fields(model["fields"]) for rule in field["rules"]}
    told |= {rule["rule"] for field in all_fields(model["fields"]) for rule in field.get("groupRules", [])}
    declared = {rule.name for kind in (rules.FieldRule, rules.GroupRule) for rule in kind.__subclasses__()}
    assert told == declared
    for name in declared:
        assert re.search(rf"^    {name}: \(", CHECK, re.MULTILINE)


def test_patterns_mean_the_same_in_both_languages():
    for kind in KINDS:
        for check in kind.checks:
            assert not re.search(r"\\[wWdDbBAZ]|\\s(?!\\S)|\(\?[<P]|\\\"|\\'", check.pattern), check.pattern
            assert not re.search(r"(?<!\\)[$^](?!\\)", re.sub(r"\[\^", "[", check.pattern)), check.pattern


def test_every_message_of_the_model_reaches_the_form_or_cannot_occur_there(model):
    told = json.dumps(model, ensure_ascii=False)
    # A form leaves out an empty text, and a list without points: those are missing.
    never = {"string_too_short", "elk_kind_telt"}
    for name, words in {**messages.SHAPES, **messages.WORDS}.items():
        assert name in never or words in told


def test_no_message_stands_in_the_scripts():
    for script in (CHECK, WRITER):
        code = re.sub(r"^\s*//.*$", "", script, flags=re.MULTILINE)
        texts = re.findall(r"\"[^\"\n]*\"|'[^'\n]*'", code)
        assert [text for text in texts if re.search(r"[a-z]{2,} [a-z]{2,}", text)] == []
        assert len(script.splitlines()) < 400


def test_old_municipalities_say_what_they_became_part_of(model):
    places = {term["id"]: term for term in model["vocabularies"]["gemeenten"]}
    assert places["borsbeek"] == {"id": "borsbeek", "label": "Borsbeek", "mergedInto": "antwerpen", "since": "2025"}
    assert places["antwerpen"].keys() == {"id", "label"}


def test_only_lists_that_a_field_uses_come_along(model):
    used = {name for field in all_fields(model["fields"]) for name in field["vocabularies"]}
    assert model["vocabularies"].keys() == used
    assert {term["number"] for term in model["vocabularies"]["delen"]} >= {"4/1", "4/7"}


def test_a_record_as_data_is_what_was_typed(load):
    practice = load(ruilhoek=MINIMAL)["ruilhoek"]
    data = record_data(practice)
    assert list(data)[:4] == ["titel", "kort", "herkomst", "hoofdstuk"]
    assert data["trekkers"] == [{"naam": "OCMW Boom", "type": "overheid", "zekerheid": "vermeld"}]
    assert "partners" not in data
    assert "id" not in data
    assert data["nagekeken"] == "2026-11-01"


def test_what_is_never_published_is_left_out(load, monkeypatch):
    practice = load(ruilhoek=MINIMAL)["ruilhoek"]
    extra = dict(Practice.model_fields["summary"].json_schema_extra)
    monkeypatch.setattr(Practice.model_fields["summary"], "json_schema_extra", extra | {"published": False})
    assert "kort" in clean_record(practice)
    assert "kort" not in record_data(practice)
    assert not next(field for field in describe_fields(Practice) if field.key == "kort").published


def test_the_site_publishes_the_description_and_every_record(load, written, vocabularies):
    catalogue = Catalogue(load(ruilhoek=MINIMAL).values(), vocabularies)
    files = {file.uri: file.text for file in render_site(catalogue, written, SiteSettings()).files}
    script = files[addresses.RECORD_MODEL_DATA]
    assert script.startswith("(window.elkKindTelt ??= {}).recordModel = {")
    assert len(script.encode()) < 150_000
    entry = files["assets/data/fiches/ruilhoek.js"]
    assert entry.startswith('((window.elkKindTelt ??= {}).records ??= {})["ruilhoek"] = {"titel":"Ruilhoek"')
