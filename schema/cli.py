"""The command line of the domain: which commands there are, and what they are asked."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import NoReturn

from schema.cli_check import FORMS, check
from schema.cli_format import format_records
from schema.cli_new import new_record
from schema.cli_output import say
from schema.cli_schema import refresh_schema

_PRACTICES = Path("practices")
_HELP = """\
De fiches van Elk kind telt.

  python -m schema check [map] [--format text|github|json]
      kijk alle praktijken na en toon alle fouten en waarschuwingen
  python -m schema format [--check] [bestand …]
      zet praktijken in de vaste vorm; met --check toont het enkel welke dat nog niet zijn
  python -m schema new [--from bestand]
      maak een nieuwe praktijk met vragen en antwoorden; --from begint van een half ingevuld bestand
  python -m schema schema
      vernieuw practice.schema.json, waarmee een code-editor helpt bij het typen

Zonder map of bestand gaat het over de map 'practices'."""


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Dutch."""

    def format_help(self) -> str:
        return f"{_HELP}\n"

    def error(self, message: str) -> NoReturn:
        say(f"Deze opdracht is niet duidelijk.\n\n{_HELP}")
        self.exit(2)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 when all is well, 1 when there are problems, 2 when the command is not understood."""
    options = _parser().parse_args(arguments)
    # Editors date their work by the calendar on their wall.
    today = date.today()  # noqa: DTZ011
    if options.command == "format":
        return format_records([path.absolute() for path in options.files or [_PRACTICES]], write=not options.check)
    if options.command == "new":
        return new_record(_PRACTICES.resolve(), options.draft, today)
    if options.command == "schema":
        return refresh_schema(today)
    return check(options.folder.resolve(), options.form, today)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m schema")
    commands = parser.add_subparsers(dest="command", required=True)
    check_command = commands.add_parser("check")
    check_command.add_argument("folder", nargs="?", type=Path, default=_PRACTICES)
    check_command.add_argument("--format", dest="form", choices=sorted(FORMS), default="text")
    format_command = commands.add_parser("format")
    format_command.add_argument("files", nargs="*", type=Path)
    format_command.add_argument("--check", action="store_true")
    new_command = commands.add_parser("new")
    new_command.add_argument("--from", dest="draft", type=Path)
    commands.add_parser("schema")
    return parser
