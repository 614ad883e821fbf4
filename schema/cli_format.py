"""`python -m schema format`: bring records in their canonical form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schema.cli_output import say
from schema.problems import count_of
from schema.record_files import format_file
from schema.records import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def format_records(paths: list[Path], *, write: bool) -> int:
    """Bring files in their canonical form, or say which are not in it.

    Args:
        paths: Files, and folders of which every record is meant.
        write: Whether to write them.

    Returns:
        0 when every file now is in its canonical form, else 1.
    """
    files = [format_file(path, write=write) for path in _files(paths)]
    changed = [file for file in files if file.changed]
    refused = [file for file in files if file.problems]
    for file in files:
        for problem in file.problems:
            say(str(problem))
        if file.changed:
            say(f"{file.path}: {'herschreven' if write else 'staat niet in de vaste vorm'}")
    _conclude(len(files), len(changed), len(refused), write=write)
    return 1 if refused or (changed and not write) else 0


def _conclude(files: int, changed: int, refused: int, *, write: bool) -> None:
    told = count_of(changed, "bestand", "bestanden")
    verb = "staat" if changed == 1 else "staan"
    words = f"{told} herschreven" if write else f"{told} {verb} niet in de vaste vorm"
    if not changed:
        words = "Niets te doen"
    say(f"{words}; {count_of(files - changed - refused, 'bestand was', 'bestanden waren')} al in orde.")
    if refused:
        left = "is niet herschreven: verbeter eerst" if refused == 1 else "zijn niet herschreven: verbeter eerst"
        say(f"{count_of(refused, 'bestand', 'bestanden')} {left} wat hierboven staat.")


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(found for found in path.glob(f"*{SUFFIX}") if not found.name.startswith("."))
        else:
            yield path
