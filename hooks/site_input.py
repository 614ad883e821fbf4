"""Read everything a site is made of, and every problem in it, in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hooks.written_pages import read_written_pages
from schema.catalogue import Catalogue
from schema.problems import InvalidRecordsError
from schema.records import load_practices
from schema.vocabulary import load_vocabularies

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from hooks.written_pages import WrittenPage
    from schema.practice import Practice
    from schema.problems import Problem


def read_input(
    practices: Path, docs: Path, today: date, warn: Callable[[Problem], object] | None = None
) -> tuple[Catalogue, tuple[WrittenPage, ...]]:
    """Read the closed lists, the practices and the hand-written pages.

    Args:
        practices: The folder of practices.
        docs: The folder of hand-written pages.
        today: The day that counts as today; nothing may be dated after it.
        warn: Gets what is worth another look in practices that are in order.

    Returns:
        The catalogue and the pages.

    Raises:
        InvalidRecordsError: Anything is wrong; it holds the problems of the lists or, when those are in order, of
            all practices and all pages.
    """
    vocabularies = load_vocabularies(today)
    problems: list[Problem] = []
    records: tuple[Practice, ...] = ()
    written: tuple[WrittenPage, ...] = ()
    try:
        records = load_practices(practices, vocabularies, today, warn)
    except InvalidRecordsError as error:
        problems += error.problems
    try:
        written = read_written_pages(docs, vocabularies)
    except InvalidRecordsError as error:
        problems += error.problems
    if problems:
        raise InvalidRecordsError(problems)
    return Catalogue(records, vocabularies), written
