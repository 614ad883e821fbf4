"""Read the folder of practices: every file, and every problem in it, in one run."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pydantic import ValidationError

from schema.checks import SourceFile, check_together
from schema.field_types import ValidationContext, is_id
from schema.messages import problems_in
from schema.practice import Practice
from schema.problems import InvalidRecordsError, Position, Problem, quoted
from schema.yaml_nodes import MAX_BYTES, read_mapping, to_data

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from schema.vocabulary import Vocabularies

SUFFIX = ".yml"


def load_practices(folder: Path, vocabularies: Vocabularies, today: date) -> tuple[Practice, ...]:
    """Read all practices of a folder.

    Args:
        folder: The folder that holds the `.yml` files, and nothing else.
        vocabularies: The closed lists.
        today: The day that counts as today; no date in a record may lie after it.

    Returns:
        The practices, by id.

    Raises:
        InvalidRecordsError: Anything is wrong; it holds all problems of all files.
    """
    names, problems = _list_files(folder)
    context = ValidationContext(vocabularies, today)
    readable: list[SourceFile] = []
    practices: list[Practice] = []
    for name in names:
        file, found = _read_file(folder, name)
        problems += found
        if file:
            readable.append(file)
            practice, found = _validate(file, context)
            problems += found
            practices += practice
    ids = {name.removesuffix(SUFFIX) for name in names}
    problems += check_together(readable, ids, vocabularies["partnertypes"])
    if problems:
        raise InvalidRecordsError(problems)
    return tuple(practices)


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
    root, problems = read_mapping(raw, path)
    return SourceFile(name.removesuffix(SUFFIX), path, root) if root else None, problems


def _validate(file: SourceFile, context: ValidationContext) -> tuple[list[Practice], list[Problem]]:
    """Give the practice of a file, in a list that is empty when the file is not valid."""
    problems = []
    if "id" in file.root.entries:
        message = "dit veld bestaat niet; de bestandsnaam is het kenmerk"
        problems.append(Problem(file.path, file.root.entries["id"].key_position, "id", message))
    try:
        return [Practice.model_validate({**to_data(file.root), "id": file.id}, context=context)], problems
    except ValidationError as error:
        return [], [*problems, *problems_in(error, file.root, file.path, Practice)]
