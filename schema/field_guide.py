"""What an editor can fill in, read from the model: for guides, forms and whatever else shows the record's shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args, get_origin

from annotated_types import Le, Lt, MaxLen, MinLen
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from schema.field_types import Kind, Once, TermOf
from schema.record import Certain, rules_of
from schema.rules import FieldRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schema.rules import GroupRule


@dataclass(frozen=True)
class FieldDescription:
    """One field of a record.

    Attributes:
        key: Its Dutch key in the file.
        name: The attribute that holds its value.
        label: What a reader sees.
        help: What an editor fills in.
        example: What a good value looks like; of a list, one point.
        required: Whether a record without it is refused.
        published: Whether readers get to see it.
        is_list: Whether it holds several values.
        items: The least and the most points in the list.
        unique: Whether nothing stands twice in the list; for groups, the attribute that tells them apart.
        kind: The kind of its value; None for a term or a group.
        max_length: The most characters of a text.
        limits: What the value may be at most, and what it must stay below.
        vocabularies: The names of the closed lists its values come from; empty when any text will do.
        default: The value that a record has without it.
        rules: The rules that are told at this field.
        fields: The fields within it, when it is a group.
        group_rules: The rules between those.
    """

    key: str
    name: str
    label: str
    help: str
    example: str
    required: bool
    published: bool
    is_list: bool
    items: tuple[int, int | None]
    unique: bool | str
    kind: Kind | None
    max_length: int | None
    limits: tuple[int | None, int | None]
    vocabularies: tuple[str, ...]
    default: Any
    rules: tuple[FieldRule, ...]
    fields: tuple[FieldDescription, ...]
    group_rules: tuple[GroupRule, ...]


def describe_fields(model: type[BaseModel]) -> tuple[FieldDescription, ...]:
    """Describe the fields that an editor types, in the order of the model; how certain a fact is comes after it."""
    certainty = Certain.model_fields if issubclass(model, Certain) else {}
    fields = sorted(model.model_fields.items(), key=lambda item: item[0] in certainty)
    return tuple(_describe(name, info) for name, info in fields if not info.exclude)


def _describe(name: str, info: FieldInfo) -> FieldDescription:
    is_list = get_origin(info.annotation) is tuple
    of_list = tuple(_flat(info.metadata)) if is_list else ()
    parts = (*_parts(info.annotation), *(() if is_list else _flat(info.metadata)))
    group = next((part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)), None)
    once = next((mark for mark in of_list if isinstance(mark, Once)), None)
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    return FieldDescription(
        key=info.alias or name,
        name=name,
        label=info.title or name,
        help=info.description or "",
        example=str(extra.get("example", "")),
        required=info.is_required(),
        published=extra.get("published", True) is not False,
        is_list=is_list,
        items=(
            max((mark.min_length for mark in of_list if isinstance(mark, MinLen)), default=0),
            min((mark.max_length for mark in of_list if isinstance(mark, MaxLen)), default=None),
        ),
        unique=(once.part or True) if once else False,
        kind=next((part for part in parts if isinstance(part, Kind)), None),
        max_length=next((part.max_length for part in parts if isinstance(part, StringConstraints)), None),
        limits=(
            next((int(str(part.le)) for part in parts if isinstance(part, Le)), None),
            next((int(str(part.lt)) for part in parts if isinstance(part, Lt)), None),
        ),
        vocabularies=tuple(name for part in parts if isinstance(part, TermOf) for name in part.vocabularies),
        default=None if info.is_required() else info.default,
        rules=tuple(part for part in parts if isinstance(part, FieldRule)),
        fields=describe_fields(group) if group else (),
        group_rules=rules_of(group) if group else (),
    )


def _parts(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - any annotation a field can have
    """Give an annotation and everything it is made of, the marks of `Annotated` included."""
    yield from _flat((annotation,))
    for part in get_args(annotation):
        yield from _parts(part)


def _flat(marks: Any) -> Iterator[Any]:  # noqa: ANN401 - pydantic's marks have no type in common
    """Give marks, and in place of one of pydantic's the marks that it holds."""
    for mark in marks:
        if isinstance(mark, FieldInfo):
            yield from mark.metadata
        else:
            yield mark
