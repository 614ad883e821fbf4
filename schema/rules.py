"""The rules between the fields of a record: each is a declaration that the model and the form both carry out.

A rule of a field is a mark in its annotation: it is told at that field, as soon as the field itself is good. A rule
of a group stands in the group's `rules`: it is told at the group, when all its fields are good. Fields are named by
their attribute; `schema/form_description.py` gives them their Dutch key. In a message, `{found}` is the value,
`{other}` that of the other field, and a rule of a group names values by their Dutch key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic_core import CoreSchema, core_schema

from schema.field_types import PartialDate, context_of, refuse
from schema.problems import quoted, suggestion

if TYPE_CHECKING:
    from pydantic import BaseModel, GetCoreSchemaHandler, ValidationInfo


@dataclass(frozen=True)
class FieldRule:
    """A rule that is told at one field.

    Attributes:
        name: What the form calls this rule.
    """

    name: ClassVar[str]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        return core_schema.with_info_after_validator_function(self.check, handler(source))

    def check(self, value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401 - any value that a field can have
        """Give the value back, or refuse it."""
        raise NotImplementedError


@dataclass(frozen=True)
class Never(FieldRule):
    """One value that the kind or the list allows does not fit here."""

    name = "never"
    value: Any
    message: str

    def check(self, value: Any, _: ValidationInfo) -> Any:  # noqa: ANN401
        """Refuse that one value."""
        if value == self.value:
            refuse(self.message)
        return value


@dataclass(frozen=True)
class NotInTheFuture(FieldRule):
    """A date, as precise as it is, is not after today."""

    name = "notInTheFuture"
    message: str = "{found} ligt in de toekomst; vandaag is het {today}"

    def check(self, value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401
        """Refuse a later date."""
        today = context_of(info).today.isoformat()
        if str(value) > today[: len(str(value))]:
            refuse(self.message.format(found=quoted(value), today=today))
        return value


@dataclass(frozen=True)
class NotBefore(FieldRule):
    """A number or a date is not below that of a field that stands earlier."""

    name = "notBefore"
    other: str
    message: str

    def check(self, value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401
        """Refuse a value that comes before the other."""
        other = info.data.get(self.other)
        if other is not None and value < other:
            refuse(self.message.format(found=quoted(value), other=other))
        return value


@dataclass(frozen=True)
class BelongsTo(FieldRule):
    """A term belongs to what a field that stands earlier says; the term's `attribute` names it."""

    name = "belongsTo"
    other: str
    vocabulary: str
    attribute: str
    message: str

    def check(self, value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401
        """Refuse a term that belongs elsewhere."""
        vocabulary = context_of(info).vocabularies[self.vocabulary]
        other = info.data.get(self.other)
        found = getattr(vocabulary[value], self.attribute)
        if other and found != other:
            allowed = [term.id for term in vocabulary.terms if getattr(term, self.attribute) == other]
            message = self.message.format(found=quoted(value), belongs=found, other=other)
            refuse(message + suggestion(value, allowed))
        return value


PastDate = Annotated[PartialDate, NotInTheFuture()]
"""A year, a month or a day that is not in the future."""


@dataclass(frozen=True)
class GroupRule:
    """A rule that is told at a group of fields.

    Attributes:
        name: What the form calls this rule.
        message: What an editor reads when it is broken.
    """

    name: ClassVar[str]

    if TYPE_CHECKING:

        @property
        def message(self) -> str:
            """What an editor reads when it is broken."""

    def holds(self, group: BaseModel) -> bool:
        """Whether a group keeps the rule."""
        raise NotImplementedError

    def words(self, group: BaseModel) -> str:
        """Say how a group breaks it."""
        values = {info.alias or name: getattr(group, name) for name, info in type(group).model_fields.items()}
        return self.message.format_map(values)


@dataclass(frozen=True)
class NeedsOneOf(GroupRule):
    """At least one of these fields is filled in."""

    name = "needsOneOf"
    fields: tuple[str, ...]
    message: str

    def holds(self, group: BaseModel) -> bool:
        """Whether one is."""
        return any(_filled(getattr(group, name)) for name in self.fields)


@dataclass(frozen=True)
class ExactlyOneOf(GroupRule):
    """One of these fields is filled in, and no other."""

    name = "exactlyOneOf"
    fields: tuple[str, ...]
    message: str

    def holds(self, group: BaseModel) -> bool:
        """Whether exactly one is."""
        return sum(_filled(getattr(group, name)) for name in self.fields) == 1


@dataclass(frozen=True)
class Explained(GroupRule):
    """A field is explained by another: when it has one of some values, or unless it has."""

    name = "explained"
    field: str
    by: str
    message: str
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def holds(self, group: BaseModel) -> bool:
        """Whether it is explained, or need not be."""
        value = getattr(group, self.field)
        needed = value in self.when if self.when else value not in self.unless
        return not needed or _filled(getattr(group, self.by))


@dataclass(frozen=True)
class InOrder(GroupRule):
    """A partial date is not before another; only what both tell is compared, so 2014 and 2014-09 are in order."""

    name = "inOrder"
    first: str
    last: str
    message: str

    def holds(self, group: BaseModel) -> bool:
        """Whether the two are in order."""
        first, last = getattr(group, self.first) or "", getattr(group, self.last) or ""
        return not (first and last) or first[: len(last)] <= last[: len(first)]


def _filled(value: object) -> bool:
    """Zero is a value; nothing, an empty list and 'no' are none."""
    return value is not None and value is not False and value != ()
