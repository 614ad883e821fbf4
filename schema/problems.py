"""Problems as data: what is wrong, and where, so that every caller can show it in its own way."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_LONGEST_QUOTE = 60
_LONGEST_LIST = 30
_NEAR_TERMS = 5


@dataclass(frozen=True, order=True, slots=True)
class Position:
    """A place in a text file; lines and columns count from 1, columns in characters."""

    line: int = 1
    column: int = 1


class Severity(StrEnum):
    """Whether a record can be published with a problem in it."""

    ERROR = "fout"
    WARNING = "waarschuwing"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing an editor has to mend, or to look at.

    Attributes:
        path: The file, relative to the project, with forward slashes.
        position: Where in the file.
        field: The record's key, in Dutch, or empty when the problem is of the whole file.
        message: What was found, what is allowed and the nearest match, in plain Dutch.
        severity: Whether it keeps the record from being published.
        example: Lines to copy, as they can stand in the file; empty where none helps.
    """

    path: str
    position: Position
    field: str
    message: str
    severity: Severity = Severity.ERROR
    example: str = ""

    def __str__(self) -> str:
        """Give the problem as one printable line, `file:line:column: 'field': message`."""
        severity = f"{self.severity}: " if self.severity is Severity.WARNING else ""
        field = f"{quoted(self.field)}: " if self.field else ""
        place = f"{self.path}:{self.position.line}:{self.position.column}"
        return _UNPRINTABLE.sub(
            lambda match: f"\\x{ord(match.group()):02x}", f"{place}: {severity}{field}{self.message}"
        )


class InvalidRecordsError(Exception):
    """Records or vocabularies that cannot be used; `problems` holds every one of them, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def summary(problems: tuple[Problem, ...]) -> str:
    """Count problems and files in one Dutch sentence."""
    files = len({problem.path for problem in problems})
    return f"{count_of(len(problems), 'probleem', 'problemen')} in {count_of(files, 'bestand', 'bestanden')}."


def count_of(number: int, one: str, more: str) -> str:
    """Count in words: `1 bestand`, `2 bestanden`."""
    return f"{number} {one if number == 1 else more}"


def quoted(value: object) -> str:
    """Show a found value between quotes, on one line and not longer than a message can bear."""
    text = " ".join(str(value).split())
    return f"'{text[:_LONGEST_QUOTE]}…'" if len(text) > _LONGEST_QUOTE else f"'{text}'"


def suggestion(found: str, allowed: Sequence[str]) -> str:
    """Say which allowed value was probably meant and which there are.

    Args:
        found: What the editor wrote.
        allowed: The values that are accepted, in their own order.

    Returns:
        A text that starts with a space, such as ` Bedoelde je 'gezondheid'? Mogelijk: …`.
    """
    wanted = found.casefold()
    near = difflib.get_close_matches(wanted, allowed, n=_NEAR_TERMS, cutoff=0.6)
    near = near or [value for value in allowed if wanted and wanted in value][:_NEAR_TERMS]
    meant = f" Bedoelde je '{near[0]}'?" if near else ""
    if len(allowed) <= _LONGEST_LIST:
        return f"{meant} Mogelijk: {', '.join(allowed)}."
    others = near[1:]
    return f"{meant} Lijkt ook op: {', '.join(others)}." if others else meant
