"""Write a record in its one canonical form, which readers of YAML 1.1 and 1.2 read alike.

Texts stand between double quotes or in a block, so that none of them can turn into a number, a date or a truth.
Only what cannot be misread stands bare: ids of terms, `true` and numbers. The form on the site writes the same bytes
(docs/assets/scripts/record-writer.js).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic import BaseModel

from schema.clean_text import clean_line, clean_text
from schema.practice import Practice
from schema.record_shape import Shape, Writing, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

Data: TypeAlias = "str | list[Data | None] | dict[str, Data | None]"
"""A record, or a part of it, under its Dutch keys and with every value as text; None and "" are absent."""

_BARE_TERM = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_BARE_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_NUMBER = re.compile(r"0*([0-9]+(?:\.[0-9]+)?)")
_NOT_BARE = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that some reader takes for a truth or for nothing."""
_LONGEST_QUOTED = 100
"""A running text that is longer, in code points, stands in a block."""
_STEP = 2


def write_record(record: Practice | Mapping[str, Any]) -> str:
    """Write a record in its canonical form.

    Args:
        record: A practice, or its data: Dutch keys with texts, lists and groups. What does not have the model's shape
            is written all the same, so that nothing an editor typed gets lost; what the model does not know comes last.

    Returns:
        The contents of the file, without what is absent, empty or equal to its default.
    """
    return write_part(clean_record(record), shape_of(Practice)) + "\n"


def write_part(data: dict[str, Data | None], shape: Shape) -> str:
    """Write a group of clean data by itself, without a line break at its end."""
    return "\n".join(_group_lines(data, shape, 0))


def clean_record(record: Practice | Mapping[str, Any]) -> dict[str, Data | None]:
    """Give the data of a record as they are written: texts cleaned, keys in the model's order, nothing empty."""
    data = record_values(record)
    if not isinstance(data, dict):
        return {}
    data.pop("id", None)  # the file's name says it
    return _clean_group(data, shape_of(Practice))


def record_values(value: Any) -> Data | None:  # noqa: ANN401 - whatever a record can hold
    """Give a record, or a part of it, as data in which every value is text and every key Dutch."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields.items()
        return {info.alias or name: record_values(getattr(value, name)) for name, info in fields if not info.exclude}
    if isinstance(value, Mapping):
        return {str(key): record_values(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [record_values(item) for item in value]
    return None if value is None else _as_text(value)


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _clean_group(group: dict[str, Data | None], shape: Shape) -> dict[str, Data | None]:
    cleaned: dict[str, Data | None] = {}
    for key in [*(key for key in shape.fields if key in group), *(key for key in group if key not in shape.fields)]:
        value = _clean(group[key], shape.field(key))
        if value is not None and value != shape.field(key).default:
            cleaned[key] = value
    return cleaned


def _clean(value: Data | None, shape: Shape) -> Data | None:
    if isinstance(value, str):
        return (clean_text(value) if shape.writing is Writing.TEXT else clean_line(value)) or None
    if isinstance(value, list):
        items: list[Data | None] = [item for item in (_clean(item, shape) for item in value) if item is not None]
        return items or None
    return (_clean_group(value, shape) or None) if value else None


def _group_lines(group: dict[str, Data | None], shape: Shape, indent: int) -> Iterator[str]:
    for key, value in group.items():
        start = f"{' ' * indent}{key if _is_bare(key, _BARE_KEY) else _quoted(key)}:"
        yield from _value_lines(start, value or "", shape.field(key), indent + _STEP)


def _value_lines(start: str, value: Data, shape: Shape, indent: int) -> Iterator[str]:
    """Give the lines of a value after its key."""
    if isinstance(value, str):
        first, *rest = _scalar_lines(value, shape.writing, indent)
        yield f"{start} {first}"
        yield from rest
    else:
        yield start
        yield from _inner_lines(value, shape, indent)


def _inner_lines(value: list[Data | None] | dict[str, Data | None], shape: Shape, indent: int) -> Iterator[str]:
    return _group_lines(value, shape, indent) if isinstance(value, dict) else _list_lines(value, shape, indent)


def _list_lines(items: list[Data | None], shape: Shape, indent: int) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            lines = iter(_scalar_lines(item, shape.writing, indent + _STEP))
            yield f"{' ' * indent}- {next(lines)}"
        else:
            lines = _inner_lines(item or [], shape, indent + _STEP)
            # The first line of what is inside stands on the line of the dash.
            yield f"{' ' * indent}- {next(lines)[indent + _STEP :]}"
        yield from lines


def _scalar_lines(text: str, writing: Writing, indent: int) -> list[str]:
    if writing is Writing.TERM and _is_bare(text, _BARE_TERM):
        return [text]
    if writing is Writing.TRUTH and text in {"true", "false"}:
        return [text]
    if writing is Writing.NUMBER and (number := _NUMBER.fullmatch(text)):
        return [number.group(1)]
    if writing is Writing.TEXT and ("\n" in text or len(text) > _LONGEST_QUOTED):
        return ["|-", *(f"{' ' * indent}{line}" if line else "" for line in text.split("\n"))]
    return [_quoted(text)]


def _is_bare(text: str, pattern: re.Pattern[str]) -> bool:
    return pattern.fullmatch(text) is not None and text.casefold() not in _NOT_BARE


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
