"""What an editor can fill in, read from the model: for guides, forms and whatever else shows the record's shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import BaseModel

from schema.field_types import TermOf

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class FieldDescription:
    """One field of a record.

    Attributes:
        key: Its Dutch key in the file.
        label: What a reader sees.
        help: What an editor fills in.
        required: Whether a record without it is refused.
        is_list: Whether it holds several values.
        vocabularies: The names of the closed lists its values come from; empty when any text will do.
        fields: The fields within it, when it is a group.
    """

    key: str
    label: str
    help: str
    required: bool
    is_list: bool
    vocabularies: tuple[str, ...]
    fields: tuple[FieldDescription, ...]


def describe_fields(model: type[BaseModel]) -> tuple[FieldDescription, ...]:
    """Describe the fields that an editor types, in the order of the model."""
    found = []
    for name, info in model.model_fields.items():
        if info.exclude:
            continue
        parts = [*_parts(info.annotation), *info.metadata]
        group = next((part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)), None)
        found.append(
            FieldDescription(
                key=info.alias or name,
                label=info.title or name,
                help=info.description or "",
                required=info.is_required(),
                is_list=any(get_origin(part) is tuple for part in parts),
                vocabularies=tuple(name for part in parts if isinstance(part, TermOf) for name in part.vocabularies),
                fields=describe_fields(group) if group else (),
            )
        )
    return tuple(found)


def _parts(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - any annotation a field can have
    """Give an annotation and everything it is made of, the marks of `Annotated` included."""
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)
