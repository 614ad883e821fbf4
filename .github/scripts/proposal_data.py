"""What is known of a proposal, as data that may come from a stranger: read with care, never trusted.

The check of a proposal runs the proposal's own code, so everything it leaves behind can say anything. The reader here
keeps what has the right shape, cuts what is too long and drops the rest. Only the standard library is used: the job
that may write comments installs nothing.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection

CHECK_FILE = "nakijken.json"
CHANGES_FILE = "wijzigingen.json"
LOG_FILE = "bouw.txt"
NUMBER_FILE = "nummer.txt"
FILES = (CHECK_FILE, CHANGES_FILE, LOG_FILE, NUMBER_FILE)
"""The names of the files that go from the check to the comment; nothing else is read."""

LARGEST_FILE = 2_000_000
"""The size in bytes above which such a file is not read."""

NEW, GONE, CHANGED = "nieuw", "weg", "anders"
PRACTICE, LISTING, HANDBOOK, PAPER, OTHER = "praktijk", "lijst", "handboek", "afdruk", "andere"
ALONG = "mee"
"""The kind of a practice's page that changes although its record does not: another practice is akin to it now."""

KINDS = (PRACTICE, ALONG, LISTING, HANDBOOK, PAPER, OTHER)

_LONGEST_TEXT = 2_000
_MOST_ITEMS = 5_000
_MOST_KEPT = 300
_ADVICE = "waarschuwing"
_HIGHEST_NUMBER = 10_000_000


class UnusableDataError(Exception):
    """Data that cannot be used; the text says why, in Dutch."""


@dataclass(frozen=True)
class Problem:
    """One thing that the check found.

    Attributes:
        path: The file.
        line: Its line, or 0 when the problem is of the whole file.
        column: Its column, or 0.
        field: The key of the field, or nothing.
        label: What readers call that field, or nothing.
        blocks: Whether the proposal has to wait for it.
        message: What is wrong and what is allowed.
        example: How it can be written, or nothing.
    """

    path: str
    line: int
    column: int
    field: str
    label: str
    blocks: bool
    message: str
    example: str


@dataclass(frozen=True)
class Page:
    """A page of the site that a proposal changes.

    Attributes:
        address: Where it stands in the built site.
        title: Its main heading.
        kind: One of KINDS.
        change: NEW, GONE or CHANGED.
        headings: Of a changed page, the headings under which something changed; empty for what stands above them.
    """

    address: str
    title: str
    kind: str
    change: str
    headings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Changes:
    """What differs between two built sites.

    Attributes:
        pages: The pages of which a reader sees the difference, in the order of their addresses.
        restyled: How many pages say the same in another markup.
        other_files: How many other files (styles, scripts, data) differ.
    """

    pages: tuple[Page, ...] = ()
    restyled: int = 0
    other_files: int = 0


@dataclass(frozen=True)
class Proposal:
    """All that a comment tells.

    Attributes:
        problems: What the check found, in its order; of very many, the first.
        errors: How many problems it counted that block.
        advice: How many it counted that do not.
        changes: What changes on the site; None when the two sites could not be compared.
        log: What the build said when it failed; empty when it did not.
    """

    problems: tuple[Problem, ...]
    errors: int
    advice: int
    changes: Changes | None
    log: str = ""

    @property
    def blocked(self) -> bool:
        """Whether the proposal cannot go on the site as it is."""
        return bool(self.log or self.errors)


def read_proposal(files: dict[str, bytes]) -> Proposal:
    """Make a proposal of the files that its check left behind.

    Args:
        files: Their contents by name.

    Returns:
        What they say, as far as it has the right shape.

    Raises:
        UnusableDataError: A file is too large or is no JSON.
    """
    for name, content in files.items():
        if len(content) > LARGEST_FILE:
            raise UnusableDataError(f"{name} is te groot")
    check = _mapping(_json(CHECK_FILE, files.get(CHECK_FILE, b"{}")))
    changes = _json(CHANGES_FILE, files.get(CHANGES_FILE, b"null"))
    counted = _mapping(check.get("telling"))
    problems = tuple(_problem(item) for item in _items(check.get("problemen")))
    errors = sum(problem.blocks for problem in problems)
    return Proposal(
        problems=problems,
        errors=max(errors, _number(counted.get("fouten"))),
        advice=max(len(problems) - errors, _number(counted.get("waarschuwingen"))),
        changes=_changes(changes) if isinstance(changes, dict) else None,
        log=files.get(LOG_FILE, b"").decode("utf-8", errors="replace").strip(),
    )


def shortened_check(text: str, files: Collection[str] | None = None) -> str:
    """Give what a check answered as far as it belongs in the comment.

    Args:
        text: The answer.
        files: The files that the proposal changes; None when that is not known.

    Returns:
        It without advice about other files, and with no more problems than a comment can hold.

    Raises:
        UnusableDataError: It is no JSON.
    """
    check = _mapping(_json(CHECK_FILE, text.encode()))
    found = _items(check.get("problemen"))
    errors = [item for item in found if item.get("ernst") != _ADVICE]
    advice = [
        item for item in found if item.get("ernst") == _ADVICE and (files is None or _text(item.get("pad")) in files)
    ]
    counted = {**_mapping(check.get("telling")), "waarschuwingen": len(advice)}
    # Errors first, so that advice never hides one.
    return json.dumps({"problemen": [*errors, *advice][:_MOST_KEPT], "telling": counted}, ensure_ascii=False) + "\n"


def read_number(files: dict[str, bytes]) -> int:
    """Give the number of the pull request that the files name.

    Raises:
        UnusableDataError: They name none.
    """
    text = files.get(NUMBER_FILE, b"")[:20].decode("ascii", errors="replace").strip()
    if not (text.isascii() and text.isdigit()) or not 0 < int(text) < _HIGHEST_NUMBER:
        raise UnusableDataError(f"{NUMBER_FILE} bevat geen nummer")
    return int(text)


def write_changes(changes: Changes) -> str:
    """Write what `read_proposal` reads back."""
    return json.dumps(asdict(changes), ensure_ascii=False, indent=1) + "\n"


def _json(name: str, content: bytes) -> Any:  # noqa: ANN401 - whatever a stranger wrote
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnusableDataError(f"{name} is geen JSON") from error


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _items(value: object) -> list[dict[str, Any]]:
    found = value[:_MOST_ITEMS] if isinstance(value, list) else []
    return [item for item in found if isinstance(item, dict)]


def _text(value: object) -> str:
    return value[:_LONGEST_TEXT] if isinstance(value, str) else ""


def _number(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < _HIGHEST_NUMBER else 0


def _problem(item: dict[str, Any]) -> Problem:
    return Problem(
        path=_text(item.get("pad")),
        line=_number(item.get("regel")),
        column=_number(item.get("kolom")),
        field=_text(item.get("veld")),
        label=_text(item.get("label")),
        blocks=item.get("ernst") != _ADVICE,
        message=_text(item.get("melding")),
        example=_text(item.get("voorbeeld")),
    )


def _changes(item: dict[str, Any]) -> Changes:
    return Changes(
        pages=tuple(_page(page) for page in _items(item.get("pages"))),
        restyled=_number(item.get("restyled")),
        other_files=_number(item.get("other_files")),
    )


def _page(item: dict[str, Any]) -> Page:
    headings = item.get("headings")
    return Page(
        address=_text(item.get("address")),
        title=_text(item.get("title")),
        kind=kind if (kind := _text(item.get("kind"))) in KINDS else OTHER,
        change=change if (change := _text(item.get("change"))) in {NEW, GONE} else CHANGED,
        headings=tuple(_text(heading) for heading in headings[:_MOST_ITEMS]) if isinstance(headings, list) else (),
    )
