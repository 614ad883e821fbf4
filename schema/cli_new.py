"""`python -m schema new`: make a record by questions and answers in the terminal."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from schema.cli_output import say
from schema.drafts import Draft
from schema.interview import Interview
from schema.problems import InvalidRecordsError, Position, Problem
from schema.record_files import write_whole
from schema.records import SUFFIX
from schema.vocabulary import load_vocabularies
from schema.yaml_nodes import MAX_BYTES

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_WELCOME = """\
Een nieuwe praktijk. Ik vraag enkel wat niet mag ontbreken; al het andere vul je later in het bestand aan.
Met Ctrl+C stop je; dan wordt er niets bewaard."""


class _Terminal:
    """The terminal as somebody to talk with."""

    def say(self, text: str = "") -> None:
        """Print a line."""
        say(text)

    def ask(self, prompt: str) -> str:
        """Print a question and wait for the line that answers it."""
        say(prompt, end="")
        return input()


def new_record(folder: Path, source: Path | None, today: date) -> int:
    """Ask for a record and write it.

    Args:
        folder: The folder of practices.
        source: A partly filled file to start from.
        today: The day that counts as today.

    Returns:
        0 when a file was written, else 1.
    """
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # what the terminal cannot spell is told as a fault
    try:
        draft = Draft(folder, load_vocabularies(today), today)
        if source:
            _take_over(draft, folder, source)
        say(_WELCOME)
        return _interview(draft, folder)
    except InvalidRecordsError as error:
        say("\n".join(str(problem) for problem in error.problems))
    except (KeyboardInterrupt, EOFError):
        say("\nGestopt. Er is niets bewaard.")
    except OSError as error:
        say(f"Het bestand kan niet gelezen of bewaard worden: {error.strerror or error}. Er is niets bewaard.")
    return 1


def _take_over(draft: Draft, folder: Path, source: Path) -> None:
    path = f"{source.resolve().parent.name}/{source.name}"
    if source.resolve().parent == folder:
        message = "dit bestand staat al bij de praktijken; vul het daar aan en draai `python -m schema check`"
        raise InvalidRecordsError([Problem(path, Position(), "", message)])
    with source.open("rb") as file:
        draft.take_over(file.read(MAX_BYTES + 1), path)
    unknown = [message for _, message, is_unknown in draft.faults() if is_unknown]
    if unknown:
        raise InvalidRecordsError([Problem(path, Position(), "", message) for message in unknown])
    say(f"Uit {path} neem ik over wat er staat.")


def _interview(draft: Draft, folder: Path) -> int:
    interview = Interview(draft, _Terminal())
    interview.complete()
    name = interview.choose_name()
    interview.complete(name=name)
    path = folder / f"{name}{SUFFIX}"
    write_whole(path, draft.text(), new=True)
    say(f"\nBewaard: {folder.name}/{path.name}")
    say("Vul aan wat je nog weet, kijk alles na met `python -m schema check` en bekijk het met `make site`.")
    return 0
