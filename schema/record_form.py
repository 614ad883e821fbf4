"""Whether a record stands in its canonical form, and how it gets there without a change of its meaning."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from schema.clean_text import HIDDEN
from schema.problems import Position, Problem, quoted
from schema.record_writer import record_values, write_record
from schema.yaml_nodes import BOM, read_document, to_data

if TYPE_CHECKING:
    from schema.checks import SourceFile
    from schema.record_writer import Data
    from schema.yaml_comments import Comment
    from schema.yaml_nodes import Mapping

NOTE = "interne_opmerking"
"""The field for what comments say; it is never published."""

_OF_EVERY_RECORD = frozenset({"titel", "kort"})
"""Without either of these a file is something else, which must not be made into a record."""

_LINE_ENDING = re.compile(r"\r\n?")
_BREAK_OF_OTHER_SYSTEMS = re.compile("[\x85\u2028\u2029]")
_TAB_AFTER_TEXT = re.compile(r"(?<=\S)([^\S\n]*\t[^\S\n]*)")
_ONLY_WHITE_SPACE = re.compile(r"^[ \t]+$", re.MULTILINE)


def form_problems(file: SourceFile) -> list[Problem]:
    """Say what of a file is not in its canonical form: comments, or else the first line that differs.

    Args:
        file: A file that could be read and has no other faults.
    """
    comments = [comment.problem(file.path) for comment in file.comments if not _may_stay(comment)]
    if comments:
        return comments
    canonical = _modeline(file.comments) + write_record(record_data_of(file.root))
    if file.text == canonical:
        return []
    pairs = zip_longest(file.text.split("\n"), canonical.split("\n"))
    number, expected = next((number, pair[1]) for number, pair in enumerate(pairs, 1) if pair[0] != pair[1])
    wanted = f"; hier hoort {quoted(expected)}" if expected else ""
    message = f"het bestand staat niet in de vaste vorm{wanted}; draai `python -m schema format`"
    return [Problem(file.path, Position(number), "", message)]


def formatted(raw: bytes, path: str) -> tuple[str, list[Problem]]:
    """Give a file in its canonical form.

    Args:
        raw: The file's bytes.
        path: The file's name in problems.

    Returns:
        The text and no problems; or, when the file cannot be read without doubt, its problems and an empty text.
    """
    document = read_document(mended(raw), path)
    doubtful = [comment.problem(path) for comment in document.comments if comment.doubtful]
    problems = [*document.problems, *doubtful]
    if document.root is None or problems:
        return "", problems
    if objection := _objection(document.root, document.comments):
        return "", [Problem(path, Position(), "", objection)]
    text = _modeline(document.comments) + write_record(with_comments(record_data_of(document.root), document.comments))
    if not _reads_as_written(text, path):
        return "", [Problem(path, Position(), "", "kan niet zonder verlies herschreven worden; kijk de velden na")]
    return text, []


def _objection(root: Mapping, comments: tuple[Comment, ...]) -> str:
    """Say why a file that can be read is better left alone."""
    if not root.entries.keys() & _OF_EVERY_RECORD:
        return f"dit lijkt geen fiche: {' en '.join(map(quoted, sorted(_OF_EVERY_RECORD)))} ontbreken"
    data = record_data_of(root)
    if not write_record(data).strip():
        return "er is nog niets ingevuld"
    if not isinstance(data.get(NOTE), str | None) and any(not _may_stay(comment) for comment in comments):
        return f"{quoted(NOTE)} is geen tekst, dus opmerkingen met # kunnen er niet bij; maak er een tekst van"
    return ""


def _reads_as_written(text: str, path: str) -> bool:
    """Whether a text that was just written gives itself again when it is read."""
    document = read_document(text.encode(), path)
    if document.root is None or document.problems:
        return False
    return _modeline(document.comments) + write_record(record_data_of(document.root)) == text


def record_data_of(root: Mapping) -> dict[str, Data | None]:
    """Give the values of a file as data to write."""
    data = record_values(to_data(root))
    return data if isinstance(data, dict) else {}


def with_comments(data: dict[str, Data | None], comments: tuple[Comment, ...]) -> dict[str, Data | None]:
    """Put the words of comments in the field for internal remarks, after what stands there already.

    Args:
        data: The values of a record.
        comments: The comments that stood in its file.
    """
    words = [comment.text for comment in comments if comment.text and not _may_stay(comment)]
    note = data.get(NOTE)
    if not words or not (note is None or isinstance(note, str)):
        return data
    return {**data, NOTE: "\n".join([note, *words] if note else words)}


def mended(raw: bytes) -> bytes:
    """Mend what programs put in a file unasked and what has one meaning only: BOM, line ends, tabs and the like.

    A tab in the indentation stays: how deep it should be is for an editor to say.
    """
    try:
        text = raw.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError:
        return raw
    text = _LINE_ENDING.sub("\n", text)
    text = HIDDEN.sub("", _BREAK_OF_OTHER_SYSTEMS.sub(" ", text))
    text = _ONLY_WHITE_SPACE.sub("", text)
    return _TAB_AFTER_TEXT.sub(" ", text).encode("utf-8")


def _may_stay(comment: Comment) -> bool:
    return comment.binds_schema


def _modeline(comments: tuple[Comment, ...]) -> str:
    return next((f"# {comment.text}\n" for comment in comments if comment.binds_schema), "")
