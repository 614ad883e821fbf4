"""The guide to the record follows from the model."""

from __future__ import annotations

from schema.field_guide import describe_fields
from schema.practice import Practice


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
        ("zekerheid", True, ("zekerheden",)),
        ("toelichting", False, ()),
        ("naam", True, ()),
        ("type", True, ("partnertypes",)),
        ("rol", False, ("rollen",)),
    ]


def test_the_id_is_no_field_to_fill_in():
    assert "id" not in {field.key for field in describe_fields(Practice)}
