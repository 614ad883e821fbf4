"""The shape of a record, read from the model: which keys in which order, and how each value is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

from schema.field_guide import describe_fields

if TYPE_CHECKING:
    from pydantic import BaseModel

    from schema.field_guide import FieldDescription

_NUMBERS = frozenset({"number", "year", "age", "amount", "percentage"})


class Writing(Enum):
    """How a single value is written."""

    TERM = auto()
    TRUTH = auto()
    NUMBER = auto()
    LINE = auto()
    TEXT = auto()


@dataclass(frozen=True)
class Shape:
    """The shape of a value or, of a list, of each of its items.

    Attributes:
        writing: How a single value is written.
        default: What the model fills in when the key is absent, as text; empty when that is nothing.
        fields: The fields within it by key, in the order to write, when it is a group.
    """

    writing: Writing = Writing.TEXT
    default: str = ""
    fields: dict[str, Shape] = field(default_factory=dict)

    def field(self, key: str) -> Shape:
        """Give the shape of a field; of one that the model does not know, running text or whatever it holds."""
        return self.fields.get(key, _UNKNOWN)


_UNKNOWN = Shape()


@cache
def shape_of(model: type[BaseModel]) -> Shape:
    """Give the shape of a record."""
    return shape_of_fields(describe_fields(model))


def shape_of_fields(fields: tuple[FieldDescription, ...]) -> Shape:
    """Give the shape of a group of these fields."""
    return Shape(fields={told.key: shape_of_fields(told.fields) if told.fields else _of_value(told) for told in fields})


def _of_value(told: FieldDescription) -> Shape:
    # pydantic holds a truth as True or False; a record writes it small.
    default = str(told.default).lower() if isinstance(told.default, bool) else told.default
    return Shape(writing_of(told), default if isinstance(default, str) else "")


def writing_of(told: FieldDescription) -> Writing:
    """Say how a value of a field is written."""
    if told.vocabularies:
        return Writing.TERM
    name = told.kind.name if told.kind else ""
    if name in _NUMBERS:
        return Writing.NUMBER
    return {"truth": Writing.TRUTH, "text": Writing.TEXT}.get(name, Writing.LINE)
