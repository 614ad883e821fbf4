"""A record in the making: what is filled in, what is still missing or wrong, and under which name it can be kept."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pydantic import ValidationError

from schema.checks import check_together
from schema.field_types import ValidationContext, is_id
from schema.messages import told
from schema.practice import Practice
from schema.problems import InvalidRecordsError
from schema.record_form import mended, record_data_of, with_comments
from schema.record_writer import clean_record, write_record
from schema.records import SUFFIX, read_practices, source_file
from schema.yaml_nodes import read_document

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from schema.record_writer import Data
    from schema.vocabulary import Vocabularies

Location = tuple[str | int, ...]
Fault = tuple[Location, str, bool]
"""Where something is wrong, what an editor can do about it, and whether the field does not exist."""

_UNNAMED = "nieuwe-praktijk"
_LONGEST_NAME = 80
_PART = re.compile(r"(\S+)(?: ([0-9]+))?")
_NOT_IN_AN_ID = re.compile(r"[^a-z0-9]+")


class Draft:
    """A record in the making.

    Attributes:
        data: What is filled in.
        vocabularies: The closed lists.
        today: The day that counts as today.
    """

    def __init__(self, folder: Path, vocabularies: Vocabularies, today: date) -> None:
        self.data: dict[str, Data | None] = {}
        self.vocabularies = vocabularies
        self.today = today
        self._folder = folder
        self._others = read_practices(folder, vocabularies, today).files

    def take_over(self, raw: bytes, path: str) -> None:
        """Fill in what a file holds.

        Args:
            raw: The file's bytes.
            path: Its name in problems.

        Raises:
            InvalidRecordsError: It cannot be read without doubt.
        """
        document = read_document(mended(raw), path)
        doubtful = [comment.problem(path) for comment in document.comments if comment.doubtful]
        if document.root is None or document.problems or doubtful:
            raise InvalidRecordsError([*document.problems, *doubtful])
        self.data = clean_record(with_comments(record_data_of(document.root), document.comments))

    def value(self, location: Location) -> Data | None:
        """Give what stands at a place."""
        found: Data | None = self.data
        for part in location:
            if isinstance(found, dict) and isinstance(part, str):
                found = found.get(part)
            elif isinstance(found, list) and isinstance(part, int) and part < len(found):
                found = found[part]
            else:
                return None
        return found

    def fill_in(self, location: Location, value: Data | None) -> None:
        """Put a value at a place; None takes away what stands there, but for the item of a list: that stays, empty."""
        changed = _with(self.data, location, value)
        self.data = changed if isinstance(changed, dict) else {}

    def drop_item(self, location: Location) -> None:
        """Take an item out of its list."""
        items = self.value(location[:-1])
        if isinstance(items, list):
            self.fill_in(location[:-1], [item for number, item in enumerate(items) if number != location[-1]])

    def faults(self, location: Location = (), name: str = _UNNAMED) -> list[Fault]:
        """Say what is wrong at a place and in all that belongs to it.

        Args:
            location: The place; without it everything is told.
            name: The id that the practice gets.

        Returns:
            The faults in the order of the model; those that only show beside the other records come when the
            record has no others.
        """
        context = ValidationContext(self.vocabularies, self.today)
        try:
            Practice.model_validate({**self.data, "id": name}, context=context)
        except ValidationError as error:
            found = list(told(error, Practice))
        else:
            found = self._faults_beside_others(name)
        return [fault for fault in found if fault[0][: len(location)] == location]

    def text(self) -> str:
        """Give the contents of its file."""
        return write_record(self.data)

    def suggest_name(self) -> str:
        """Make an id of the title and the municipality."""
        title, places = self.value(("titel",)), self.value(("waar", "gemeenten"))
        name = _slug(str(title or "").partition(":")[0]) or _UNNAMED
        place = places[0] if isinstance(places, list) and places else None
        if isinstance(place, str) and f"-{place}-" not in f"-{name}-":
            name = f"{name[: _LONGEST_NAME - len(place) - 1].strip('-')}-{place}"
        name = name[:_LONGEST_NAME].strip("-")
        return name if is_id(name) else _UNNAMED

    def objection_to(self, name: str) -> str:
        """Say why a file cannot have this name; empty when it can."""
        if not is_id(name):
            return "gebruik hoogstens 80 kleine letters, cijfers en koppeltekens, zoals 'boempatat-boom'"
        if any(path.name.casefold() == f"{name}{SUFFIX}" for path in self._folder.glob("*")):
            return f"'{name}{SUFFIX}' bestaat al; kies een andere naam"
        return ""

    def _faults_beside_others(self, name: str) -> list[Fault]:
        path = f"{self._folder.name}/{name}{SUFFIX}"
        file, _ = source_file(name, path, self.text().encode())
        if file is None:
            return []
        # The usual way to write a partner's name is that of the others: each counts twice, so that it never is a tie.
        files = [*self._others, *self._others, file]
        ids = {other.id for other in files}
        problems = check_together(files, ids, self.vocabularies["partnertypes"])
        return [(_location(problem.field), problem.message, False) for problem in problems if problem.path == path]


def _with(node: Data | None, location: Location, value: Data | None) -> Data | None:
    """Give a value with another value at a place in it; what has not the right shape for that makes room."""
    if not location:
        return value
    part, rest = location[0], location[1:]
    if isinstance(part, int):
        items = list(node) if isinstance(node, list) else []
        old = items[part] if part < len(items) else None
        items[part : part + 1] = [_with(old, rest, value)]
        return items
    group = dict(node) if isinstance(node, dict) else {}
    group[part] = _with(group.get(part), rest, value)
    return {key: inner for key, inner in group.items() if inner}


def _location(field: str) -> Location:
    """Turn the name of a field, such as `trekkers 2 › naam`, back into its place."""
    location: list[str | int] = []
    for part in field.split(" › "):
        if match := _PART.fullmatch(part):
            key, number = match.groups()
            location += [key, int(number) - 1] if number else [key]
    return tuple(location)


def _slug(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return _NOT_IN_AN_ID.sub("-", bare.replace("'", "")).strip("-")
