"""The guide to the record follows from the model."""

from __future__ import annotations

import pytest
from pydantic import create_model

from schema.field_guide import describe_fields
from schema.field_types import ValidationContext
from schema.follow_up import FollowUp, Report
from schema.practice import Practice
from schema.record import Record, rules_of
from schema.record_writer import clean_record
from tests.conftest import TODAY


def test_the_fields_that_must_be_filled_in():
    required = {field.key for field in describe_fields(Practice) if field.required}
    assert required == {
        "titel", "kort", "herkomst", "hoofdstuk", "dimensies", "doelgroep", "waar", "trekkers", "methodes", "aanpak",
        "status", "bronnen", "toegevoegd", "nagekeken",
    }  # fmt: skip


def test_a_list_of_groups_names_its_fields_and_their_lists():
    partners = next(field for field in describe_fields(Practice) if field.key == "partners")
    assert partners.is_list
    assert not partners.required
    assert [(field.key, field.required, field.vocabularies) for field in partners.fields] == [
        ("naam", True, ()),
        ("type", True, ("partnertypes",)),
        ("rol", False, ("rollen",)),
        ("zekerheid", True, ("zekerheden",)),
        ("toelichting", False, ()),
    ]


def test_the_id_is_no_field_to_fill_in():
    assert "id" not in {field.key for field in describe_fields(Practice)}


def leaves(fields, path=""):
    for field in fields:
        if field.fields:
            yield from leaves(field.fields, f"{path}{field.key}.")
        else:
            yield f"{path}{field.key}", field


LEAVES = dict(leaves(describe_fields(Practice)))


@pytest.mark.parametrize("path", LEAVES)
def test_every_field_that_is_typed_has_an_example(path):
    assert LEAVES[path].example or path == "interne_opmerking"


def models(model: type[Record]):
    yield model
    for info in model.model_fields.values():
        for part in parts(info.annotation):
            if isinstance(part, type) and issubclass(part, Record):
                yield from models(part)


def parts(annotation):
    yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from parts(part)


MODELS = sorted(set(models(Practice)), key=lambda model: model.__name__)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_example_is_a_good_value_of_its_field(model, vocabularies):
    for field in describe_fields(model):
        if field.example:
            info = model.model_fields[field.name]
            typed = [field.example] if field.is_list else field.example
            alone = create_model("Alone", **{field.name: (info.rebuild_annotation(), ...)})
            alone.model_validate({field.name: typed}, context=ValidationContext(vocabularies, TODAY))


def test_an_example_stands_as_it_would_be_written():
    for path, field in LEAVES.items():
        assert field.example == " ".join(field.example.split()), path
        assert clean_record({"titel": field.example}).get("titel", "") == field.example, path


def test_the_rules_of_a_group_name_fields_that_it_has():
    for model in MODELS:
        for rule in rules_of(model):
            names = {name for value in vars(rule).values() if isinstance(value, tuple) for name in value}
            told = {vars(rule).get(name) for name in ("field", "by", "first", "last")} - {None}
            assert told <= model.model_fields.keys()
            if rule.name in {"needsOneOf", "exactlyOneOf"}:
                assert names <= model.model_fields.keys()


def test_rules_come_along_with_what_a_group_derives_from():
    assert [rule.name for rule in rules_of(Report)] == ["explained"]
    assert [rule.name for rule in rules_of(FollowUp)] == ["needsOneOf"]
    age = LEAVES["leeftijd.tot"]
    assert [rule.name for rule in age.rules] == ["never", "notBefore"]
    groups = {field.key: [rule.name for rule in field.group_rules] for field in describe_fields(Practice)}
    assert groups["leeftijd"] == ["explained", "needsOneOf"]
    assert groups["bronnen"] == ["needsOneOf", "needsOneOf"]


def test_the_guide_knows_kinds_and_limits():
    assert LEAVES["titel"].kind.name == "title"
    assert LEAVES["titel"].max_length == 120
    assert LEAVES["leeftijd.van"].limits == (18, 18)
    assert LEAVES["gespreksvragen"].items == (0, 3)
    assert LEAVES["methodes"].items == (1, 100)
    assert LEAVES["methodes"].unique is True
    partners = next(field for field in describe_fields(Practice) if field.key == "partners")
    assert partners.unique == "name"
