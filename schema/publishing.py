"""What of a record may leave it: everything but the fields that are not published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from schema.record import Record

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

RecordType = TypeVar("RecordType", bound=Record)


def published(record: RecordType) -> RecordType:
    """Give a record without its unpublished fields, or the record itself when it has none filled in."""
    changes: dict[str, Any] = {}
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        kept = _published_part(value) if _is_published(info) else info.get_default(call_default_factory=True)
        if kept is not value:
            changes[name] = kept
    return record.model_copy(update=changes) if changes else record


def _is_published(info: FieldInfo) -> bool:
    extra = info.json_schema_extra
    return not (isinstance(extra, dict) and extra.get("published") is False)


def _published_part(value: Any) -> Any:  # noqa: ANN401 - whatever a record can hold
    if isinstance(value, Record):
        return published(value)
    if isinstance(value, tuple):
        kept = tuple(_published_part(item) for item in value)
        return value if all(new is old for new, old in zip(kept, value, strict=True)) else kept
    return value
