"""`python -m schema schema`: renew the schema with which code editors help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from schema.cli_output import say
from schema.json_schema import practice_schema
from schema.problems import InvalidRecordsError
from schema.vocabulary import load_vocabularies

if TYPE_CHECKING:
    from datetime import date

SCHEMA_FILE = Path(__file__).parent / "practice.schema.json"


def refresh_schema(today: date) -> int:
    """Write the JSON Schema of a record beside this file.

    Args:
        today: The day that counts as today.

    Returns:
        0 when it was written, 1 when the closed lists have problems.
    """
    try:
        SCHEMA_FILE.write_text(practice_schema(load_vocabularies(today)), encoding="utf-8", newline="\n")
    except InvalidRecordsError as error:
        say("\n".join(str(problem) for problem in error.problems))
        return 1
    say(f"Vernieuwd: schema/{SCHEMA_FILE.name}")
    return 0
