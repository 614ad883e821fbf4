"""`python -m schema check`: look at every practice and tell all there is to say of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from schema.cli_output import say
from schema.problem_output import Report, as_github, as_json, as_step_summary, as_text
from schema.problems import InvalidRecordsError
from schema.records import check_practices
from schema.vocabulary import load_vocabularies

if TYPE_CHECKING:
    from datetime import date

FORMS = {"text": as_text, "github": as_github, "json": as_json}


def check(folder: Path, form: str, today: date) -> int:
    """Check a folder of practices and print what was found.

    Args:
        folder: The folder.
        form: In which form to print it.
        today: The day that counts as today.

    Returns:
        0 when the practices can be published, 1 when not.
    """
    try:
        report = Report(*check_practices(folder, load_vocabularies(today), today))
    except InvalidRecordsError as error:
        report = Report(0, error.problems)
    say(FORMS[form](report))
    if form == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(as_step_summary(report))
    return 1 if report.errors else 0
