"""Put texts of strangers in Markdown so that they stay texts: on GitHub and on GitLab, in a line of our own.

Escaping alone is not enough there: both hosts look for @names, #numbers and addresses in the text *after* Markdown
was read, where a backslash or an entity is gone. An invisible word joiner keeps those apart from what follows them.
"""

from __future__ import annotations

import re
import unicodedata

_JOINER = "\u2060"
_MARKS = re.compile(r"[!-/:-@\[-`{-~]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
# What a host turns into a link or a message to somebody: the joiner comes after the first group.
_REFERENCES = re.compile(r"([@#!~%&$](?=\w)|\bgh-(?=\d)|:(?=//)|\bwww(?=\.)|\b[a-z][a-z0-9+.-]*:(?=\S))", re.IGNORECASE)
_BACKTICKS = re.compile(r"`+")


def plain(text: str, limit: int = 500) -> str:
    """Show a text as running text.

    Args:
        text: Whatever somebody wrote.
        limit: How many characters of it are shown.

    Returns:
        Markdown on one line that shows the text and does nothing else.
    """
    apart = _REFERENCES.sub(lambda found: found[1] + _JOINER, _one_line(text, limit))
    return _MARKS.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), apart)


def code(text: str, limit: int = 300) -> str:
    """Show a text letter by letter, as code; no host looks for anything in there.

    Args:
        text: Whatever somebody wrote.
        limit: How many characters of it are shown.

    Returns:
        Markdown on one line.
    """
    shown = _one_line(text, limit) or " "
    fence = "`" * (max((len(run) for run in _BACKTICKS.findall(shown)), default=0) + 1)
    edge = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{edge}{shown}{edge}{fence}"


def _one_line(text: str, limit: int) -> str:
    """Leave out what cannot be seen, such as signs that turn the direction of the text, and put the rest on a line."""
    # Cut first: what comes after it costs time that a stranger would decide about.
    seen = "".join(" " if character.isspace() else character for character in text[: limit * 4])
    seen = "".join(character for character in seen if unicodedata.category(character)[0] != "C")
    line = " ".join(seen.split())
    return line if len(line) <= limit else f"{line[:limit].rstrip()}…"
