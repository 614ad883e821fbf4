"""Lines that an editor can copy: a field with the example of the model, in the form in which records stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schema.field_guide import describe_fields
from schema.record_shape import shape_of_fields
from schema.record_writer import write_part
from schema.rules import NeedsOneOf

if TYPE_CHECKING:
    from pydantic import BaseModel

    from schema.field_guide import FieldDescription
    from schema.record_writer import Data

Location = tuple[str | int, ...]
"""A place in a record: keys, and indexes of lists."""


def field_at(model: type[BaseModel], location: Location) -> FieldDescription | None:
    """Give the field of a place in a record; nothing when the model has none there.

    Args:
        model: The model of the whole record.
        location: The place; an index leads to the field of the list.
    """
    fields = describe_fields(model)
    found = None
    for key in location:
        if isinstance(key, str):
            found = next((field for field in fields if field.key == key), None)
            if found is None:
                return None
            fields = found.fields
    return found


def example_lines(model: type[BaseModel], location: Location) -> str:
    """Give an example of the field at a place, as lines for a file; empty when the model has none."""
    field = field_at(model, location)
    data = example_of(field) if field else None
    return write_part({field.key: data}, shape_of_fields((field,))) if field and data else ""


def example_of(field: FieldDescription) -> Data | None:
    """Give an example of a field's value; of a group, one with what it cannot do without.

    A group of which every field may be absent, such as a source, shows what its rules ask for first.
    """
    if not field.fields:
        return [field.example] if field.is_list and field.example else field.example or None
    asked = {rule.fields[0] for rule in field.group_rules if isinstance(rule, NeedsOneOf)}
    shown = [one for one in field.fields if one.required or one.name in asked]
    values: dict[str, Data | None] = {one.key: example for one in shown if (example := example_of(one))}
    if len(values) < sum(one.required for one in field.fields) or not values:
        return None
    return [values] if field.is_list else values
