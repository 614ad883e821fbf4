"""The pages that people write by hand in docs/: Markdown, with lines that ask for something from the data.

Such a line stands alone and looks like `[[tips stap-1]]`. A page without them is shown as it was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hooks import addresses
from hooks.markdown_prose import lines_outside_fences
from schema.problems import InvalidRecordsError, Position, Problem, quoted, suggestion
from schema.terms import Placed, Section

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from schema.vocabulary import Vocabularies

ALL = "alle"
"""The argument with which `tips` asks for those of every section."""

REQUESTS: dict[str, str] = {
    "inhoud": "",
    "praktijken": "delen",
    "tips": "delen",
    "cijfers": "",
    "databronnen": "",
    "partners": "",
    "routes": "",
    "publicaties": "",
    "sterktes": "",
    "valkuilen": "",
    "veranderd": "veranderingen",
    "veranderingen": "",
    "begrippen": "",
    "melden": "",
}
"""What a page can ask for, each with the closed list from which it names a term; empty when it names none."""

# The forms that MkDocs takes.
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_CHECKED = re.compile(r"^nagekeken:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_REQUEST = re.compile(r"\[\[ *([^\s\]]*) *([^\]]*?) *\]\]")
_TITLE = re.compile(r"# +(.+?)(?: *\{:?.*\})?\s*$")
_HEADING_ID = re.compile(r"#{1,6} .*\{:? *#([\w-]+)[^}]*\}\s*$")


@dataclass(frozen=True)
class Request:
    """A line that asks for something: what, and of which term."""

    name: str
    argument: str


@dataclass(frozen=True)
class WrittenPage:
    """A page from docs/.

    Attributes:
        uri: Its source page, such as `handboek/cijfers.md`.
        title: Its main heading.
        front_matter: What stands above the text, as it was written, or nothing.
        parts: The Markdown and the requests, in order.
        headings: The ids that its headings were given.
        checked: When somebody last checked it, as `nagekeken:` above the text says; None where that is not there.
    """

    uri: str
    title: str
    front_matter: str
    parts: tuple[str | Request, ...]
    headings: frozenset[str]
    checked: date | None = None


def read_written_pages(docs: Path, vocabularies: Vocabularies) -> tuple[WrittenPage, ...]:
    """Read all Markdown of a folder and of the folders in it.

    Args:
        docs: The folder.
        vocabularies: The closed lists, for what the pages ask.

    Returns:
        The pages, by path.

    Raises:
        InvalidRecordsError: A page cannot be read, stands where the site makes one itself, or asks for something
            that is not there; or a page or the heading of a section is missing. It holds all problems of all pages.
    """
    pages: list[WrittenPage] = []
    problems: list[Problem] = []
    for path in sorted(docs.rglob("*.md")):
        uri = path.relative_to(docs).as_posix()
        name = f"{docs.name}/{uri}"
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            problems.append(Problem(name, Position(), "", "kan niet gelezen worden; bewaar het als UTF-8"))
            continue
        if addresses.is_generated(uri):
            message = "deze pagina maakt de site zelf uit de gegevens; kies een andere naam"
            problems.append(Problem(name, Position(), "", message))
        pages.append(_read_page(uri, text))
        problems += _wrong_date(name, text)
        problems += _wrong_requests(name, text, vocabularies)
    problems += _missing_pages(docs.name, {page.uri for page in pages})
    problems += _missing_sections(docs.name, pages, vocabularies)
    if problems:
        raise InvalidRecordsError(problems)
    return tuple(pages)


def _read_page(uri: str, text: str) -> WrittenPage:
    front_matter = _FRONT_MATTER.match(text)
    body = text[front_matter.end() :] if front_matter else text
    outside_fences = dict(lines_outside_fences(body))
    parts: list[str | Request] = []
    lines: list[str] = []
    for number, line in enumerate(body.splitlines(keepends=True), 1):
        request = _REQUEST.fullmatch(line.strip()) if number in outside_fences else None
        if request:
            parts += ["".join(lines), Request(*request.groups())]
            lines = []
        else:
            lines.append(line)
    parts.append("".join(lines))
    titles = (title[1] for line in outside_fences.values() if (title := _TITLE.match(line)))
    return WrittenPage(
        uri=uri,
        title=next(titles, uri),
        front_matter=front_matter[0] if front_matter else "",
        checked=_date(checked[1]) if front_matter and (checked := _CHECKED.search(front_matter[0])) else None,
        parts=tuple(part for part in parts if isinstance(part, Request) or part.strip()),
        headings=frozenset(found[1] for line in outside_fences.values() if (found := _HEADING_ID.match(line))),
    )


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _wrong_date(path: str, text: str) -> Iterator[Problem]:
    front_matter = _FRONT_MATTER.match(text)
    line = _CHECKED.search(front_matter[0]) if front_matter else None
    if line and not _date(line[1]):
        position = Position(text.count("\n", 0, line.start()) + 1, line.start(1) - line.start() + 1)
        message = f"{quoted(line[1])} is geen datum; schrijf jaar, maand en dag, zoals 2026-11-23"
        yield Problem(path, position, "nagekeken", message)


def _wrong_requests(path: str, text: str, vocabularies: Vocabularies) -> Iterator[Problem]:
    for number, line in lines_outside_fences(text):
        if not line.strip().startswith("[["):
            continue
        position = Position(number, line.index("[[") + 1)
        request = _REQUEST.fullmatch(line.strip())
        if not request:
            yield Problem(path, position, "", "deze regel begint met '[[' maar eindigt niet op ']]'")
            continue
        name, argument = request.groups()
        if name not in REQUESTS:
            message = f"{quoted(name)} kan een pagina niet vragen.{suggestion(name, sorted(REQUESTS))}"
            yield Problem(path, position, "", message)
        elif not REQUESTS[name] and argument:
            yield Problem(path, position, name, f"{quoted(argument)} is te veel; schrijf enkel [[{name}]]")
        elif REQUESTS[name] and argument not in (allowed := _arguments(name, vocabularies)):
            message = f"{quoted(argument)} staat niet in de lijst.{suggestion(argument, allowed)}"
            yield Problem(path, position, name, message)


def _arguments(name: str, vocabularies: Vocabularies) -> list[str]:
    if name == "tips":
        return [*dict.fromkeys(tip.section for tip in vocabularies.kind("tips", Placed).terms), ALL]
    return [term.id for term in vocabularies[REQUESTS[name]].terms]


def _missing_pages(folder: str, uris: set[str]) -> Iterator[Problem]:
    for uri in addresses.WRITTEN:
        if uri not in uris:
            yield Problem(f"{folder}/{uri}", Position(), "", "deze pagina ontbreekt; andere pagina's leiden ernaar")


def _missing_sections(folder: str, pages: list[WrittenPage], vocabularies: Vocabularies) -> Iterator[Problem]:
    """Links to a section need its heading."""
    by_uri = {page.uri: page for page in pages}
    for section in vocabularies.kind("delen", Section).terms:
        uri, _, _ = addresses.section_uri(section).partition("#")
        if uri not in by_uri:
            yield Problem(f"{folder}/{uri}", Position(), "", f"deze pagina ontbreekt; {quoted(section.id)} staat erop")
        elif section.id not in by_uri[uri].headings:
            message = f"de kop van {quoted(section.label)} ontbreekt; zet '{{: #{section.id} }}' achter die kop"
            yield Problem(f"{folder}/{uri}", Position(), "", message)
