"""The record described as data that JSON can hold: its fields, kinds, rules, closed lists and messages.

What checks a record in a browser reads this, and so says what the model says. Records themselves go there in the
form in which an editor types them: Dutch keys, and every value a text.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from schema.checks import NO_PRACTICE, RELATED_TO_ITSELF
from schema.field_guide import describe_fields
from schema.field_types import KINDS, NOT_IN_THE_LIST, THOUSANDS, TWICE
from schema.messages import FOUND, FOUND_INSTEAD, SHAPES, UNKNOWN_FIELD, WORDS
from schema.practice import Practice
from schema.record import rules_of
from schema.record_writer import clean_record
from schema.rules import BelongsTo
from schema.terms import Municipality
from schema.yaml_nodes import MAX_BYTES, TOO_BIG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schema.field_guide import FieldDescription
    from schema.rules import FieldRule, GroupRule
    from schema.terms import Term
    from schema.vocabulary import Vocabularies

_TERM = "term"
_GROUP = "group"
_NAMES_OF_FIELDS = frozenset({"other", "field", "by", "first", "last", "fields"})
"""The attributes of rules that name fields; in the data they are Dutch keys."""


def record_model(vocabularies: Vocabularies) -> dict[str, object]:
    """Describe the record of a practice: all that is needed to ask for one and to check it.

    Args:
        vocabularies: The closed lists.

    Returns:
        `fields` in the order of the model, `rules` between them, `kinds` of value by name, `vocabularies` with what
        can be chosen, the `words` of messages and the most bytes of a file. In a field, `min` and `max` count the
        points of a list; of a number, `max` is the most it may be and `below` what it must stay under.
    """
    fields = describe_fields(Practice)
    return {
        "fields": _fields(fields),
        "rules": _rules(rules_of(Practice), fields),
        "kinds": _kinds(),
        "vocabularies": _vocabularies(fields, vocabularies),
        "words": _words(),
        "maxBytes": MAX_BYTES,
    }


def record_data(practice: Practice) -> dict[str, Any]:
    """Give a record as an editor would type it, without what is never published.

    Args:
        practice: The record.

    Returns:
        Dutch keys with texts, lists and groups; absent, empty and default values are left out.
    """
    return _published(clean_record(practice), describe_fields(Practice))


def _published(group: dict[str, Any], fields: tuple[FieldDescription, ...]) -> dict[str, Any]:
    by_key = {field.key: field for field in fields if field.published}
    return {key: _published_value(value, by_key[key]) for key, value in group.items() if key in by_key}


def _published_value(value: Any, field: FieldDescription) -> Any:  # noqa: ANN401 - a text, a list or a group
    if isinstance(value, list):
        return [_published_value(item, field) for item in value]
    return _published(value, field.fields) if isinstance(value, dict) else value


def _fields(fields: tuple[FieldDescription, ...]) -> list[dict[str, object]]:
    return [_field(field, fields) for field in fields]


def _field(field: FieldDescription, siblings: tuple[FieldDescription, ...]) -> dict[str, object]:
    most, below = field.limits
    told: dict[str, object] = {
        "key": field.key,
        "label": field.label,
        "help": field.help,
        "example": field.example,
        "kind": _kind_of(field),
        "required": field.required,
        "list": field.is_list,
        "vocabularies": field.vocabularies,
        "fields": _fields(field.fields),
        "rules": _rules(field.rules, siblings),
    }
    others = {
        "groupRules": _rules(field.group_rules, field.fields),
        "published": None if field.published else False,
        "min": field.items[0] or None,
        "max": field.items[1] if field.is_list else most,
        "below": below,
        "maxLength": field.max_length,
        "unique": _key_of(field.unique, field.fields) if isinstance(field.unique, str) else field.unique or None,
        "default": field.default if isinstance(field.default, str) else None,
    }
    return told | {name: value for name, value in others.items() if value is not None and value != []}


def _kind_of(field: FieldDescription) -> str:
    if field.fields:
        return _GROUP
    return field.kind.name if field.kind else _TERM


def _key_of(name: str, fields: Iterable[FieldDescription]) -> str:
    return next(field.key for field in fields if field.name == name)


def _rules(
    rules: Iterable[FieldRule | GroupRule], fields: tuple[FieldDescription, ...]
) -> list[dict[str, str | list[str]]]:
    return [{"rule": rule.name, **dict(_parts_of(rule, fields))} for rule in rules]


def _parts_of(
    rule: FieldRule | GroupRule, fields: tuple[FieldDescription, ...]
) -> Iterator[tuple[str, str | list[str]]]:
    for name, value in asdict(rule).items():
        values = value if isinstance(value, tuple) else (str(value),)
        keys = [_key_of(part, fields) if name in _NAMES_OF_FIELDS else part for part in values]
        yield name, keys if isinstance(value, tuple) else keys[0]


def _kinds() -> dict[str, dict[str, object]]:
    kinds: dict[str, dict[str, object]] = {
        kind.name: {
            "shape": SHAPES[kind.words],
            "checks": [{"pattern": check.pattern, "message": check.message} for check in kind.checks],
            "calendar": kind.calendar,
            "digits": kind.digits,
        }
        for kind in KINDS
    }
    bare = {"checks": [], "calendar": "", "digits": False}
    return kinds | {
        _TERM: {"shape": SHAPES["string_type"], **bare},
        _GROUP: {"shape": SHAPES["model_type"], **bare},
        "list": {"shape": SHAPES["tuple_type"], **bare},
    }


def _words() -> dict[str, object]:
    return {
        "missing": WORDS["missing"],
        "tooLong": WORDS["string_too_long"],
        "tooMany": WORDS["too_long"],
        "tooFew": WORDS["too_short"],
        "notBelow": WORDS["less_than"],
        "tooHigh": WORDS["less_than_equal"],
        "foundInstead": FOUND_INSTEAD,
        "foundNothing": FOUND["nothing"],
        "foundList": FOUND["list"],
        "foundGroup": FOUND["group"],
        "unknownField": UNKNOWN_FIELD,
        "notInTheList": NOT_IN_THE_LIST,
        "twice": TWICE,
        "relatedToItself": RELATED_TO_ITSELF,
        "noPractice": NO_PRACTICE,
        "tooBig": TOO_BIG,
        "thousands": asdict(THOUSANDS),
    }


def _vocabularies(fields: tuple[FieldDescription, ...], vocabularies: Vocabularies) -> dict[str, object]:
    """Give of each closed list that a field uses what a form needs: ids, words, and what rules ask of its terms."""
    used = list(_all_fields(fields))
    asked: dict[str, set[str]] = {}
    for field in used:
        for rule in field.rules:
            if isinstance(rule, BelongsTo):
                asked.setdefault(rule.vocabulary, set()).add(rule.attribute)
    names = dict.fromkeys(name for field in used for name in field.vocabularies)
    return {name: [_term(term, sorted(asked.get(name, ()))) for term in vocabularies[name].terms] for name in names}


def _all_fields(fields: tuple[FieldDescription, ...]) -> Iterator[FieldDescription]:
    for field in fields:
        yield field
        yield from _all_fields(field.fields)


def _term(term: Term, attributes: list[str]) -> dict[str, object]:
    merged = {"mergedInto": term.merged_into, "since": term.since} if isinstance(term, Municipality) else {}
    told = {
        "id": term.id,
        "label": term.label,
        "definition": term.definition,
        "synonyms": list(term.synonyms) or None,
        **{name: getattr(term, name) for name in attributes},
        **(merged if merged.get("mergedInto") else {}),
    }
    return {name: value for name, value in told.items() if value is not None}
