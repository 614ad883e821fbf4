"""Find the comments of a YAML file: a record has none, because who writes YAML back loses them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schema.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

_HASH = re.compile(r"(?<!\S)#")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a single value stands, as indexes of the text, and in which style: plain ones have none."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment and its place.

    Attributes:
        position: Where its # stands.
        text: Its words.
        doubtful: Whether it follows a bare text, of which its writer may have meant it to be a part.
    """

    position: Position
    text: str
    doubtful: bool

    @property
    def binds_schema(self) -> bool:
        """Whether this is the line that tells an editor program where the schema is."""
        return self.position == Position() and self.text.startswith("yaml-language-server:")

    def problem(self, path: str) -> Problem:
        """Say that the comment may not stay, and where its words can go."""
        if self.doubtful:
            message = (
                "wat na een # komt, valt weg; zet de hele tekst tussen rechte aanhalingstekens, of zet een opmerking"
                " in het veld 'interne_opmerking'"
            )
        else:
            message = (
                "een opmerking met # hoort niet in een fiche; zet ze in het veld 'interne_opmerking', of draai"
                " `python -m schema format`, dat doet het voor jou"
            )
        return Problem(path, self.position, "", message)


def find_comments(text: str, values: Sequence[Span]) -> tuple[Comment, ...]:
    """Find the comments of a text.

    Args:
        text: The file.
        values: Where its single values and keys stand, in the order of the file; a # inside one is text.
    """
    starts = [span.start for span in values]
    comments = []
    end = 0
    for match in _HASH.finditer(text):
        index = match.start()
        before = bisect_right(starts, index) - 1
        span = values[before] if before >= 0 else Span(0, 0, '"')
        if index < end or (index < span.end and not _in_header(text, index, span)):
            continue
        end = text.find("\n", index)
        end = len(text) if end < 0 else end
        line_start = text.rfind("\n", 0, index) + 1
        doubtful = not span.style and not text[span.end : index].strip() and "\n" not in text[span.end : index]
        position = Position(text.count("\n", 0, index) + 1, index - line_start + 1)
        comments.append(Comment(position, text[index:end].strip("# "), doubtful))
    return tuple(comments)


def _in_header(text: str, index: int, span: Span) -> bool:
    """Whether a place stands on the first line of a block, after its | or >; there # starts a comment."""
    return span.style in {"|", ">"} and "\n" not in text[span.start : index]
