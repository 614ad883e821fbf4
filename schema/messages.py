"""Turn what pydantic found into problems that an editor can act upon, in Dutch and with their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schema.field_examples import example_lines
from schema.field_guide import describe_fields
from schema.field_types import DUTCH_ERROR
from schema.problems import Problem, quoted, suggestion
from schema.yaml_nodes import locate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

    from schema.yaml_nodes import Mapping

Location = tuple[str | int, ...]

_MOST = 100
"""How many problems of one file are told; nobody reads more at once."""

SHAPES = {
    "string_type": "hier hoort een tekst",
    "tuple_type": "hier hoort een lijst, elk punt op een eigen regel met een streepje ervoor",
    "model_type": "hier hoort een groep van velden",
    "int_type": "hier hoort een geheel getal",
    "decimal_type": "hier hoort een getal",
    "bool_type": "hier hoort true (ja) of false (nee)",
    "date_type": "hier hoort een datum als jjjj-mm-dd",
}

FOUND_INSTEAD = "{expected}; gevonden: {found}"
FOUND = {"nothing": "een leeg punt", "list": "een lijst", "group": "een groep van velden"}
UNKNOWN_FIELD = "dit veld bestaat niet."

WORDS = {
    DUTCH_ERROR: "{message}",
    "missing": "ontbreekt of is leeg; dit veld is verplicht",
    "string_too_long": "is te lang: {length} tekens, hoogstens {max_length}",
    "string_too_short": "is leeg; vul het in of laat het veld weg",
    "too_short": "er staan {actual_length} punten in de lijst; minstens {min_length}",
    "too_long": "er staan {actual_length} punten in de lijst; hoogstens {max_length}",
    "less_than": "{found} kan niet; minder dan {lt}",
    "less_than_equal": "{found} kan niet; hoogstens {le}",
}


def problems_in(error: ValidationError, root: Mapping, path: str, model: type[BaseModel]) -> Iterator[Problem]:
    """Say in Dutch what pydantic found.

    Args:
        error: What validation raised.
        root: The nodes that were validated, for the places.
        path: The file's name in problems.
        model: The model of the whole file, for the names that are allowed.

    Yields:
        One problem for each error.
    """
    for location, message, unknown in told(error, model):
        position = locate(root, location, of_key=unknown)
        example = example_lines(model, location) if _asks_for_a_form(message) else ""
        yield Problem(path, position, field_name(location), message, example=example)


def _asks_for_a_form(message: str) -> bool:
    """An example helps who does not know how a value looks; who made a slip in one reads what was meant."""
    return message.startswith((*SHAPES.values(), WORDS["missing"])) or " is geen " in message


def told(error: ValidationError, model: type[BaseModel]) -> Iterator[tuple[Location, str, bool]]:
    """Say in Dutch what pydantic found, by its location in the data.

    Args:
        error: What validation raised.
        model: The model of the whole record, for the names that are allowed.

    Yields:
        A location, what is wrong there, and whether that is the key rather than its value.
    """
    errors = error.errors(include_url=False)[:_MOST]
    broken = {details["loc"][:length] for details in errors for length in range(len(details["loc"]))}
    for details in errors:
        location = details["loc"]
        if details["type"] == "too_short" and location in broken:
            continue  # pydantic counts only the good items of a list whose bad ones it reports as well
        yield location, _message(details, model, location), details["type"] == "extra_forbidden"


def field_name(location: Location) -> str:
    """Name a place in a record as an editor would: `partners 3 › type`; list items count from 1."""
    name = ""
    for part in location[:-1] if location and isinstance(location[-1], int) else location:
        if isinstance(part, int):
            name += f" {part + 1}"
        else:
            name += f" › {part}" if name else part
    return name.strip()


def _message(details: ErrorDetails, model: type[BaseModel], location: Location) -> str:
    kind, found = details["type"], details["input"]
    limits = details.get("ctx", {})
    if kind in SHAPES:
        return FOUND_INSTEAD.format(expected=SHAPES[kind], found=_shape(found))
    if kind == "extra_forbidden":
        return UNKNOWN_FIELD + suggestion(str(location[-1]), _keys_at(model, location[:-1]))
    if kind in WORDS:
        return WORDS[kind].format_map(limits | {"found": quoted(found), "length": len(str(found).strip())})
    return f"{_shape(found)} past hier niet"


def _shape(found: Any) -> str:  # noqa: ANN401 - what an editor typed can be anything
    if found is None:
        return FOUND["nothing"]
    if isinstance(found, list):
        return FOUND["list"]
    if isinstance(found, dict):
        return FOUND["group"]
    return quoted(found)


def _keys_at(model: type[BaseModel], location: Location) -> list[str]:
    """Give the keys that are allowed at a place in the file."""
    fields = describe_fields(model)
    for part in location:
        if isinstance(part, str):
            fields = next(field.fields for field in fields if field.key == part)
    return [field.key for field in fields]
