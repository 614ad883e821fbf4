"""The forms in which problems are told: to a person, to GitHub and to a program."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schema.field_guide import describe_fields
from schema.practice import Practice
from schema.problems import Severity, count_of, summary

if TYPE_CHECKING:
    from schema.problems import Problem

_NUMBER = re.compile(r" [0-9]+$")
_BACKTICKS = re.compile(r"`{3,}")
_WITHOUT_FIELD = "Fiche"


@dataclass(frozen=True)
class Report:
    """What a check gave: how many practices were read, and what there is to say of them."""

    practices: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the practices from being published."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is worth another look."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)


def as_text(report: Report) -> str:
    """Tell a person: a line for each problem, lines to copy below it, and a count."""
    lines = [line for problem in report.problems for line in (str(problem), *_example_lines(problem))]
    return "\n".join([*lines, *([""] if lines else []), _conclusion(report)])


def as_github(report: Report) -> str:
    """Tell GitHub: an annotation beside each line, and a count for the log."""
    commands = {Severity.ERROR: "error", Severity.WARNING: "warning"}
    lines = []
    for problem in report.problems:
        position = problem.position
        place = f"file={_property(problem.path)},line={position.line},col={position.column}"
        words = "\n".join([problem.message, *_example_lines(problem)])
        title = _property(label_of(problem.field) or _WITHOUT_FIELD)
        lines.append(f"::{commands[problem.severity]} {place},title={title}::{_escaped(words)}")
    return "\n".join([*lines, _conclusion(report)])


def as_step_summary(report: Report) -> str:
    """Tell the page of a run on GitHub, as Markdown; what editors wrote stands in a block that nothing leaves."""
    told = as_text(report)
    fence = "`" * max((len(run) + 1 for run in _BACKTICKS.findall(told)), default=3)
    return f"## Fiches nagekeken\n\n{fence}text\n{told}\n{fence}\n"


def as_json(report: Report) -> str:
    """Tell a program."""
    found = [
        {
            "pad": problem.path,
            "regel": problem.position.line,
            "kolom": problem.position.column,
            "veld": problem.field,
            "label": label_of(problem.field),
            "ernst": str(problem.severity),
            "melding": problem.message,
            "voorbeeld": problem.example,
        }
        for problem in report.problems
    ]
    counts = {
        "praktijken": report.practices,
        "fouten": len(report.errors),
        "waarschuwingen": len(report.warnings),
    }
    # Escapes survive every terminal and every pipe.
    return json.dumps({"problemen": found, "telling": counts}, indent=2)


def label_of(field: str) -> str:
    """Give the labels of a field as problems name it, `partners 3 › type`; empty when there is no such field."""
    fields = describe_fields(Practice)
    labels = []
    for part in field.split(" › ") if field else ():
        number = _NUMBER.search(part)
        key = _NUMBER.sub("", part)
        found = next((one for one in fields if one.key == key), None)
        if found is None:
            return ""
        labels.append(f"{found.label}{number.group() if number else ''}")
        fields = found.fields
    return " › ".join(labels)


def _conclusion(report: Report) -> str:
    warned = count_of(len(report.warnings), "waarschuwing", "waarschuwingen")
    if report.errors:
        return summary(report.errors) + (f" Daarnaast {warned}." if report.warnings else "")
    checked = f"{count_of(report.practices, 'praktijk', 'praktijken')} nagekeken."
    if report.warnings:
        return f"Geen fouten: {checked} Wel {warned}, maar er wordt niets door tegengehouden."
    return f"Alles in orde: {checked}"


def _example_lines(problem: Problem) -> list[str]:
    return ["    Bijvoorbeeld:", *(f"      {line}" for line in problem.example.split("\n"))] if problem.example else []


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
