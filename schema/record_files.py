"""Write records to disk: whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from schema.problems import Position, Problem
from schema.record_form import formatted
from schema.yaml_nodes import MAX_BYTES


@dataclass(frozen=True)
class FormattedFile:
    """A file, whether it has to change to stand in its canonical form, and why it could not be read."""

    path: str
    changed: bool
    problems: tuple[Problem, ...] = ()


def format_file(path: Path, *, write: bool) -> FormattedFile:
    """Bring a record in its canonical form.

    Args:
        path: The file.
        write: Whether to write it; else it stays as it is.

    Returns:
        What became of it. A file with problems stays as it is.
    """
    name = f"{path.parent.name}/{path.name}".encode("utf-8", errors="replace").decode("utf-8")
    try:
        raw = _read(path)
        text, problems = formatted(raw, name)
        changed = not problems and text.encode("utf-8") != raw
        if changed and write:
            write_whole(path, text)
    except OSError as error:
        told = f"kan niet gelezen of bewaard worden: {error.strerror or error}"
        if isinstance(error, FileNotFoundError):
            told = "dit bestand is er niet"
        return FormattedFile(name, changed=False, problems=(Problem(name, Position(), "", told),))
    return FormattedFile(name, changed, tuple(problems))


def write_whole(path: Path, text: str, *, new: bool = False) -> None:
    """Write a file at once: whoever looks sees the old file or the new one, never a half.

    Args:
        path: The file.
        text: Its contents.
        new: Whether it must not exist yet.

    Raises:
        FileExistsError: It must not exist, and does.
        OSError: It cannot be written.
    """
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        if new:
            draft.chmod(0o644)
            _place(draft, path)
        else:
            shutil.copymode(path, draft)
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _place(draft: Path, path: Path) -> None:
    """Give a finished draft its name, unless something has that name by now."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # not every disk knows hard links
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(draft.read_text(encoding="utf-8"))


def _read(path: Path) -> bytes:
    if path.is_symlink():
        raise OSError("dit is een verwijzing naar een ander bestand (symbolic link)")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)  # one more than is allowed is enough to know
