"""The command line of the domain; the only place in this package that prints or sets an exit code."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from schema.problems import InvalidRecordsError, summary
from schema.records import load_practices
from schema.vocabulary import load_vocabularies


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 when all is well, 1 when there are problems, 2 when the command is not understood."""
    parser = argparse.ArgumentParser(prog="python -m schema", description="De fiches van Elk kind telt.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht")
    check = commands.add_parser("check", help="kijk alle praktijken na en toon alle problemen")
    check.add_argument("map", nargs="?", type=Path, default=Path("practices"), help="de map met de praktijken")
    options = parser.parse_args(arguments)
    return _check(options.map.resolve())


def _check(folder: Path) -> int:
    try:
        # Editors date their work by the calendar on their wall.
        today = date.today()  # noqa: DTZ011
        practices = load_practices(folder, load_vocabularies(today), today)
    except InvalidRecordsError as error:
        _print("\n".join(str(problem) for problem in error.problems))
        _print(f"\n{summary(error.problems)}")
        return 1
    _print(f"Alles in orde: {len(practices)} {'praktijk' if len(practices) == 1 else 'praktijken'} nagekeken.")
    return 0


def _print(text: str) -> None:
    """Print Dutch, also where the terminal speaks no UTF-8."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, errors="replace").decode(encoding) + "\n")
