"""The JSON Schema of a record, with which a code editor helps whoever types one: names, choices and what they mean.

It says what a record in its canonical form may look like. The last word is with `python -m schema check`, which knows
more than a schema can say, such as what holds between records.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from schema.field_guide import describe_fields
from schema.practice import Practice
from schema.record_shape import Writing, writing_of
from schema.rules import NeedsOneOf
from schema.term_search import terms_of

if TYPE_CHECKING:
    from schema.field_guide import FieldDescription
    from schema.vocabulary import Vocabularies

JsonSchema = dict[str, Any]
"""A schema is whatever JSON can hold."""

_DIALECT = "http://json-schema.org/draft-07/schema#"
_WHOLE = frozenset({"number", "year"})


def practice_schema(vocabularies: Vocabularies) -> str:
    """Give the JSON Schema of a record, as the text of its file.

    Args:
        vocabularies: The closed lists; their terms are what an editor can choose from.
    """
    schema = {
        "$schema": _DIALECT,
        "title": "Fiche van een praktijk",
        "description": "Eén praktijk van Elk kind telt; de bestandsnaam is haar kenmerk.",
        **_group(describe_fields(Practice), vocabularies),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _group(fields: tuple[FieldDescription, ...], vocabularies: Vocabularies) -> JsonSchema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.key for field in fields if field.required],
        "properties": {field.key: _field(field, vocabularies) for field in fields},
    }


def _field(field: FieldDescription, vocabularies: Vocabularies) -> JsonSchema:
    about: JsonSchema = {"title": field.label, "description": field.help}
    if field.example:
        about["examples"] = [[field.example] if field.is_list else field.example]
    if isinstance(field.default, str):
        about["default"] = field.default
    value = _with_rules(field, _group(field.fields, vocabularies)) if field.fields else _value(field, vocabularies)
    if not field.is_list:
        return about | value
    least, most = field.items
    limits: JsonSchema = {"minItems": max(least, 1)} | ({"maxItems": most} if most else {})
    return about | {"type": "array", **limits, "uniqueItems": True, "items": value}


def _with_rules(field: FieldDescription, group: JsonSchema) -> JsonSchema:
    """Add the rules that a schema can say: of some fields, one is needed."""
    keys = {one.name: one.key for one in field.fields}
    needed = [rule for rule in field.group_rules if isinstance(rule, NeedsOneOf)]
    rules = [{"anyOf": [{"required": [keys[name]]} for name in rule.fields]} for rule in needed]
    return group | ({"allOf": rules} if rules else {})


def _value(field: FieldDescription, vocabularies: Vocabularies) -> JsonSchema:
    writing = writing_of(field)
    if writing is Writing.TERM:
        terms = terms_of(field, vocabularies)
        told = [f"{term.label}. {term.definition}" if term.definition else term.label for term in terms]
        return {"type": "string", "enum": [term.id for term in terms], "enumDescriptions": told}
    if writing is Writing.TRUTH:
        return {"type": "boolean"}
    patterns = [{"pattern": f"^(?:{check.pattern})$"} for check in (field.kind.checks if field.kind else ())]
    bounds: JsonSchema = {"allOf": patterns} if len(patterns) > 1 else (patterns or [{}])[0]
    if writing is Writing.NUMBER:
        number = "integer" if field.kind and field.kind.name in _WHOLE else "number"
        return {"type": [number, "string"], "minimum": 0, **_limits(field), **bounds}
    return {"type": "string", "minLength": 1, **({"maxLength": field.max_length} if field.max_length else {}), **bounds}


def _limits(field: FieldDescription) -> JsonSchema:
    most, below = field.limits
    named = {"maximum": most, "exclusiveMaximum": below}
    return {name: limit for name, limit in named.items() if limit is not None}
