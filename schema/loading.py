"""Read everything there is: the closed lists and the practices, as one catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schema.catalogue import Catalogue
from schema.records import load_practices
from schema.vocabulary import load_vocabularies

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def load_catalogue(folder: Path, today: date) -> Catalogue:
    """Read the closed lists and a folder of practices.

    Args:
        folder: The folder that holds the practices.
        today: The day that counts as today; nothing may be dated after it.

    Raises:
        InvalidRecordsError: Anything is wrong; it holds all problems.
    """
    vocabularies = load_vocabularies(today)
    return Catalogue(load_practices(folder, vocabularies, today), vocabularies)
