"""Read the folder of practices: every file, and every problem in it, in one run."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import ValidationError

from schema.checks import SourceFile, check_together
from schema.field_types import ValidationContext, is_id
from schema.messages import problems_in
from schema.practice import Practice
from schema.problems import InvalidRecordsError, Position, Problem, quoted
from schema.record_advice import advise
from schema.record_form import form_problems
from schema.yaml_nodes import MAX_BYTES, read_document, to_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from schema.vocabulary import Vocabularies

SUFFIX = ".yml"


@dataclass
class Reading:
    """What a folder of practices gave.

    Attributes:
        practices: The valid practices, by id.
        files: The files that could be read, valid or not.
        problems: Everything that keeps the practices from being published.
    """

    practices: list[Practice] = field(default_factory=list)
    files: list[SourceFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def load_practices(
    folder: Path, vocabularies: Vocabularies, today: date, warn: Callable[[Problem], object] | None = None
) -> tuple[Practice, ...]:
    """Read all practices of a folder.

    What does not change their meaning, such as the form of a file, is for `check_practices` to tell.

    Args:
        folder: The folder that holds the `.yml` files, and nothing else.
        vocabularies: The closed lists.
        today: The day that counts as today; no date in a record may lie after it.
        warn: Gets each warning when nothing is wrong; without it no time is spent on them.

    Returns:
        The practices, by id.

    Raises:
        InvalidRecordsError: Anything is wrong; it holds all problems of all files.
    """
    reading = read_practices(folder, vocabularies, today)
    if reading.problems:
        raise InvalidRecordsError(reading.problems)
    for warning in advise(reading.files, vocabularies, today) if warn else ():
        if warn:
            warn(warning)
    return tuple(reading.practices)


def check_practices(folder: Path, vocabularies: Vocabularies, today: date) -> tuple[int, tuple[Problem, ...]]:
    """Look at everything there is to say of the practices of a folder.

    Args:
        folder: The folder that holds the `.yml` files, and nothing else.
        vocabularies: The closed lists.
        today: The day that counts as today.

    Returns:
        How many files were read, and every error and every warning, sorted.
    """
    reading = read_practices(folder, vocabularies, today)
    broken = {problem.path for problem in reading.problems}
    # One fault gives one problem: the form of a file is told when nothing else is wrong with it.
    form = [problem for file in reading.files if file.path not in broken for problem in form_problems(file)]
    found = {*reading.problems, *form, *advise(reading.files, vocabularies, today)}
    return len(reading.files), tuple(sorted(found))


def read_practices(folder: Path, vocabularies: Vocabularies, today: date) -> Reading:
    """Read every file of a folder of practices and check them, each and together.

    Args:
        folder: The folder that holds the `.yml` files, and nothing else.
        vocabularies: The closed lists.
        today: The day that counts as today; no date in a record may lie after it.
    """
    names, problems = _list_files(folder)
    reading = Reading(problems=problems)
    context = ValidationContext(vocabularies, today)
    for name in names:
        file, found = _read_file(folder, name)
        reading.problems += found
        if file:
            reading.files.append(file)
            practice, found = validate_file(file, context)
            reading.problems += found
            reading.practices += practice
    ids = {name.removesuffix(SUFFIX) for name in names}
    reading.problems += check_together(reading.files, ids, vocabularies["partnertypes"])
    return reading


def _list_files(folder: Path) -> tuple[list[str], list[Problem]]:
    """Give the names of the files that can be read, sorted, and what is wrong with the others."""
    problems = []
    names = []
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        message = "deze map ontbreekt of kan niet gelezen worden"
        return [], [Problem(folder.name, Position(), "", message)]
    for entry in entries:
        if entry.name.startswith("."):
            continue
        message = _objection(entry)
        if message:
            problems.append(Problem(f"{folder.name}/{_printable(entry.name)}", Position(), "", message))
        else:
            names.append(entry.name)
    problems += _differ_only_in_case(folder, [entry.name for entry in entries])
    return names, problems


def _objection(entry: os.DirEntry[str]) -> str:
    """Say why a folder entry is no record; an empty text when it can be one."""
    stem = entry.name.removesuffix(SUFFIX)
    if entry.is_symlink():
        return "dit is een verwijzing naar een ander bestand (symbolic link); zet het bestand zelf in deze map"
    if not entry.is_file():
        return "in deze map staan enkel bestanden, één per praktijk"
    if not entry.name.endswith(SUFFIX):
        return f"de naam van een praktijk eindigt op '{SUFFIX}'; ander materiaal hoort niet in deze map"
    if not is_id(stem):
        return (
            f"{quoted(stem)} is geen goede bestandsnaam; gebruik hoogstens 80 kleine letters, cijfers en"
            " koppeltekens, zoals 'boempatat-boom.yml'"
        )
    return ""


def _differ_only_in_case(folder: Path, names: list[str]) -> list[Problem]:
    problems = []
    first: dict[str, str] = {}
    for name in names:
        other = first.setdefault(name.casefold(), name)
        if other != name:
            message = (
                f"verschilt enkel in hoofdletters van {quoted(other)}; op Windows en macOS is dat hetzelfde bestand"
            )
            problems.append(Problem(f"{folder.name}/{_printable(name)}", Position(), "", message))
    return problems


def _printable(name: str) -> str:
    """A file name can hold bytes that are no text; problems must still be printable."""
    return name.encode("utf-8", errors="replace").decode("utf-8")


def _read_file(folder: Path, name: str) -> tuple[SourceFile | None, list[Problem]]:
    path = f"{folder.name}/{name}"
    try:
        with (folder / name).open("rb") as file:
            raw = file.read(MAX_BYTES + 1)  # one more than is allowed is enough to know
    except OSError as error:
        return None, [Problem(path, Position(), "", f"kan niet gelezen worden: {error.strerror}")]
    return source_file(name.removesuffix(SUFFIX), path, raw)


def source_file(practice_id: str, path: str, raw: bytes) -> tuple[SourceFile | None, list[Problem]]:
    """Read the bytes of a record.

    Args:
        practice_id: The id of its practice.
        path: The file's name in problems.
        raw: The bytes.

    Returns:
        The file, when there is something usable in it, and what is wrong with it as YAML.
    """
    document = read_document(raw, path)
    problems = [*document.problems, *(comment.problem(path) for comment in document.comments if comment.doubtful)]
    if document.root is None:
        return None, problems
    return SourceFile(practice_id, path, document.root, document.comments, document.text), problems


def validate_file(file: SourceFile, context: ValidationContext) -> tuple[list[Practice], list[Problem]]:
    """Give the practice of a file, in a list that is empty when the file is not valid."""
    problems = []
    if "id" in file.root.entries:
        message = "dit veld bestaat niet; de bestandsnaam is het kenmerk"
        problems.append(Problem(file.path, file.root.entries["id"].key_position, "id", message))
    try:
        return [Practice.model_validate({**to_data(file.root), "id": file.id}, context=context)], problems
    except ValidationError as error:
        return [], [*problems, *problems_in(error, file.root, file.path, Practice)]
