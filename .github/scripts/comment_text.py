"""The comment under a proposal, in Dutch: what is wrong and where, or what changes on the site.

`python .github/scripts/comment_text.py MAP` prints the comment for the files that a check left in a folder.
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from proposal_data import (
    ALONG,
    CHANGED,
    FILES,
    GONE,
    HANDBOOK,
    LARGEST_FILE,
    LISTING,
    NEW,
    OTHER,
    PAPER,
    PRACTICE,
    Changes,
    Page,
    Problem,
    Proposal,
    UnusableDataError,
    read_proposal,
)
from safe_markdown import code, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MARKER = "<!-- elk-kind-telt: nakijken van dit voorstel -->"
"""How the comment of an earlier check is recognised; nobody sees it."""

LIMIT = 60_000
"""Bytes of a comment; GitHub takes 65,536 characters."""

_MOST_PROBLEMS = 60
_MOST_PAGES = 40
_LAST_LINES = 25
_KINDS = {PRACTICE: "Praktijken", HANDBOOK: "Handboek", OTHER: "Andere pagina's"}
_MOST_LISTS = 12
_CHANGES = {NEW: "nieuw", GONE: "verdwijnt", CHANGED: "verandert"}


def comment_of(proposal: Proposal, report: str = "") -> str:
    """Write the comment.

    Args:
        proposal: What the check found.
        report: The address of the check's own report, from a source that can be trusted; empty when there is none.

    Returns:
        Markdown, never longer than LIMIT bytes.
    """
    lines = [MARKER, *_beginning(proposal)]
    end = _end(report, built=not proposal.blocked)
    room = LIMIT - len("\n".join([*lines, *end]).encode()) - 200
    for line in [*_problems(proposal), *_log(proposal.log), *_site(proposal)]:
        room -= len(line.encode()) + 1
        if room < 0:
            lines += ["", "*De rest past hier niet; het verslag van de controle toont alles.*"]
            break
        lines.append(line)
    return "\n".join([*lines, *end]) + "\n"


def _beginning(proposal: Proposal) -> list[str]:
    errors, advice = proposal.errors, proposal.advice
    if errors:
        title = f"Nog niet in orde: {_count(errors, 'fout', 'fouten')}"
        text = (
            "Bedankt voor je voorstel. Er is nog iets te verbeteren. Pas het bestand aan en bewaar het: dan kijken we"
            " het vanzelf opnieuw na, en past dit bericht zich aan."
        )
    elif proposal.log:
        title = "De site kan zo niet gebouwd worden"
        text = "Er liep iets mis. Hieronder staat wat er gezegd werd; begrijp je het niet, dan helpt de redactie."
    else:
        title = f"In orde, met {_count(advice, 'raad', 'raadgevingen')}" if advice else "In orde"
        text = "Bedankt voor je voorstel. Alles klopt; iemand van de redactie leest het nu na."
    return [f"### {title}", "", text]


def _problems(proposal: Proposal) -> Iterator[str]:
    blocking = [problem for problem in proposal.problems if problem.blocks]
    advice = [problem for problem in proposal.problems if not problem.blocks]
    if blocking:
        yield from _problem_list("Wat er niet klopt", "", blocking, proposal.errors)
    if advice:
        yield from _problem_list("Raad", "Dit houdt niets tegen. Doe ermee wat je wilt.", advice, proposal.advice)


def _problem_list(title: str, explanation: str, problems: list[Problem], counted: int) -> Iterator[str]:
    yield from ("", f"#### {title}", "")
    if explanation:
        yield from (explanation, "")
    for path, found in groupby(problems[:_MOST_PROBLEMS], key=lambda problem: problem.path):
        yield f"- {code(path)}"
        for problem in found:
            place = f"regel {problem.line}: " if problem.line else ""
            yield f"  - {place}{_field(problem)}{plain(problem.message, 900)}"
            if problem.example:
                yield f"    <br>Zo kan het: {'<br>'.join(code(line) for line in problem.example.splitlines()[:8])}"
    left = counted - len(problems[:_MOST_PROBLEMS])
    if left > 0:
        yield from ("", f"… en nog {left} meer.")


def _field(problem: Problem) -> str:
    if not problem.field:
        return ""
    label = f"**{plain(problem.label, 80)}** " if problem.label else ""
    return f"{label}({code(problem.field, 120)}): "


def _log(log: str) -> Iterator[str]:
    if log:
        yield from ("", "#### Wat er misliep", "")
        told = [line for line in log.splitlines() if line.strip() and not line.startswith("INFO")]
        yield from (f"- {code(line)}" for line in told[-_LAST_LINES:])


def _site(proposal: Proposal) -> Iterator[str]:
    if proposal.changes is None:
        if not proposal.blocked:
            yield from ("", "De vergelijking met de site van nu lukte niet.")
        return
    yield from ("", "#### Wat er op de site verandert", "")
    yield from changes_text(proposal.changes)


def changes_text(changes: Changes) -> Iterator[str]:
    """Tell in Dutch what differs between two sites, as lines of Markdown."""
    if not changes.pages:
        yield "Geen enkele pagina krijgt een andere tekst."
    for kind, title in _KINDS.items():
        pages = [page for page in changes.pages if page.kind == kind]
        if pages:
            yield f"- **{title}**"
            yield from _pages(pages)
    yield from _lists([page for page in changes.pages if page.kind == LISTING])
    along = sum(page.kind == ALONG for page in changes.pages)
    paper = sum(page.kind == PAPER for page in changes.pages)
    rest = [
        *([f"{_count(along, 'verwante praktijk', 'verwante praktijken')}"] if along else []),
        *([f"{_count(paper, 'blad', 'bladen')} om af te drukken"] if paper else []),
        *([f"de opmaak van {_count(changes.restyled, 'pagina', 'pagina’s')}"] if changes.restyled else []),
        *([f"{_count(changes.other_files, 'ander bestand', 'andere bestanden')}"] if changes.other_files else []),
    ]
    if rest:
        yield from ("", f"Verder verandert: {', '.join(rest)}.")


def _pages(pages: Iterable[Page]) -> Iterator[str]:
    for change, word in _CHANGES.items():
        found = [page for page in pages if page.change == change]
        for page in found[:_MOST_PAGES]:
            headings = "; ".join(plain(heading, 80) or "bovenaan" for heading in page.headings[:12])
            where = f" – {headings}" if headings else ""
            yield f"  - {word}: {plain(page.title, 160) or code(page.address)}{where}"
        if len(found) > _MOST_PAGES:
            yield f"  - {word}: … en nog {len(found) - _MOST_PAGES} meer"


def _lists(pages: list[Page]) -> Iterator[str]:
    """Name the lists on one line for each folder: one practice can touch very many."""
    if pages:
        yield "- **Lijsten**"
    folders = dict.fromkeys(page.address.partition("/")[0] for page in pages)
    for folder in list(folders)[:_MOST_LISTS]:
        names = [plain(page.title, 80) or code(page.address, 80) for page in pages if page.address.startswith(folder)]
        left = len(names) - _MOST_LISTS
        more = f" en nog {left} meer" if left > 0 else ""
        yield f"  - {code(folder, 40)}: {', '.join(names[:_MOST_LISTS])}{more}"


def _end(report: str, *, built: bool) -> list[str]:
    lines = ["", "---", ""]
    if report and built:
        lines.append(
            f"In [het verslag van de controle]({report}) vind je onderaan de site met jouw wijziging, en een pdf van"
            " elke praktijk die verandert."
        )
    elif report:
        lines.append(f"[Het verslag van de controle]({report}) toont alles wat er gezegd werd.")
    return [*lines, "Een vraag? Stel ze hier. Hoe je een fiche schrijft, staat in `CONTRIBUTING.md`."]


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def read_folder(folder: Path) -> dict[str, bytes]:
    """Read the files of a check from a folder; what is not there is left out, and links are not followed."""
    if any(place.is_symlink() for place in (folder, folder.parent)):
        return {}
    found = {}
    for path in (folder / name for name in FILES):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                found[path.name] = file.read(LARGEST_FILE + 1)
    return found


def main(arguments: list[str]) -> int:
    """Print the comment for a folder; 1 when its files cannot be used."""
    try:
        comment = comment_of(read_proposal(read_folder(Path(arguments[0]))))
    except UnusableDataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.buffer.write(comment.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
