"""The pages that people write by hand in docs/: Markdown, with lines that ask for something from the data.

Such a line stands alone and looks like `[[tips stap-1]]`. A page without them is shown as it was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks import addresses
from schema.problems import InvalidRecordsError, Position, Problem, quoted, suggestion
from schema.vocabulary import Section

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
}
"""What a page can ask for, each with the closed list from which it names a term; empty when it names none."""

_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_REQUEST = re.compile(r"\[\[ *([^\s\]]*) *([^\]]*?) *\]\]")
_HEADING = re.compile(r"^# +(.+?)(?: *\{:.*\})? *$", re.MULTILINE)
_HEADING_ID = re.compile(r"^#{1,6} .*\{: *#([\w-]+)[^}]*\} *$", re.MULTILINE)


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
    """

    uri: str
    title: str
    front_matter: str
    parts: tuple[str | Request, ...]
    headings: frozenset[str]


def read_written_pages(docs: Path, vocabularies: Vocabularies) -> tuple[WrittenPage, ...]:
    """Read all Markdown of a folder and of the folders in it.

    Args:
        docs: The folder.
        vocabularies: The closed lists, for what the pages ask.

    Returns:
        The pages, by path.

    Raises:
        InvalidRecordsError: A page asks for something that is not there, or a section of the handbook has no
            heading on its page; it holds all problems of all pages.
    """
    pages: list[WrittenPage] = []
    problems: list[Problem] = []
    for path in sorted(docs.rglob("*.md")):
        uri = path.relative_to(docs).as_posix()
        text = path.read_text(encoding="utf-8")
        pages.append(_read_page(uri, text))
        problems += _wrong_requests(f"{docs.name}/{uri}", text, vocabularies)
    problems += _missing_sections(docs.name, pages, vocabularies)
    if problems:
        raise InvalidRecordsError(problems)
    return tuple(pages)


def _read_page(uri: str, text: str) -> WrittenPage:
    front_matter = _FRONT_MATTER.match(text)
    body = text[front_matter.end() :] if front_matter else text
    heading = _HEADING.search(body)
    parts: list[str | Request] = []
    lines: list[str] = []
    for line in body.splitlines(keepends=True):
        request = _REQUEST.fullmatch(line.strip())
        if request:
            parts += ["".join(lines), Request(*request.groups())]
            lines = []
        else:
            lines.append(line)
    parts.append("".join(lines))
    return WrittenPage(
        uri=uri,
        title=heading[1] if heading else uri,
        front_matter=front_matter[0] if front_matter else "",
        parts=tuple(part for part in parts if isinstance(part, Request) or part.strip()),
        headings=frozenset(_HEADING_ID.findall(body)),
    )


def _wrong_requests(path: str, text: str, vocabularies: Vocabularies) -> Iterator[Problem]:
    for number, line in enumerate(text.splitlines(), 1):
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
    ids = [term.id for term in vocabularies[REQUESTS[name]].terms]
    return [*ids, ALL] if name == "tips" else ids


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
