"""Advice on a record that can be published as it is: what an editor may want to look at once more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schema.messages import field_name
from schema.near_names import near_pairs
from schema.practice import Practice
from schema.problems import Problem, Severity, quoted
from schema.record_form import NOTE
from schema.record_shape import Shape, Writing, shape_of
from schema.yaml_nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from schema.checks import SourceFile
    from schema.vocabulary import Vocabularies
    from schema.yaml_nodes import Node

_MOST_WORDS = 30
_YEARS_BEFORE_RENEWAL = 2
_PLACEHOLDER = re.compile(
    r"\b(?:x{3,}|todo|tbd|lorem ipsum|nog (?:in|aan) te vullen)\b|\[\.{3}\]|\?{3,}"
    r"|^(?:naam van de (?:praktijk|organisatie)|de (?:eerste|tweede) stap\.?|vul (?:hier |dit )?in\.?|\.{3}|…)$"
    r"|//(?:www\.)?(?:voorbeeld\.be|example\.(?:com|org))\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?:;])[\"'’”)]*\s+|\n+")
_LETTERS = re.compile(r"\w+")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class _Text:
    """A text of a record, the field where it stands and how it is written."""

    field: str
    node: Scalar
    writing: Writing


def advise(files: Iterable[SourceFile], vocabularies: Vocabularies, today: date) -> list[Problem]:
    """Look at records as a careful reader would.

    Args:
        files: The files that could be read.
        vocabularies: The closed lists.
        today: The day that counts as today.

    Returns:
        The warnings; none of them keeps a record from being published.
    """
    told = [(file, tuple(_texts(file.root, shape_of(Practice)))) for file in files]
    warnings: list[Problem] = []
    for file, texts in told:
        own = {text.field: text for text in texts}
        published = [text for text in texts if text.field != NOTE]
        warnings += _placeholders(file, published)
        warnings += _long_sentences(file, published)
        warnings += _repeated_title(file, own)
        warnings += _said_already(file, published)
        warnings += _overdue(file, own, today)
    places = frozenset(_bare(term.label) for term in vocabularies["gemeenten"].terms)
    return [*warnings, *_near_titles(told, places), *_near_partners(told, places)]


def _texts(node: Node, shape: Shape, location: tuple[str | int, ...] = ()) -> Iterator[_Text]:
    if isinstance(node, Mapping):
        for key, entry in node.entries.items():
            yield from _texts(entry.value, shape.field(key), (*location, key))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _texts(item, shape, (*location, number))
    elif not node.absent:
        yield _Text(field_name(location), node, shape.writing)


def _warning(file: SourceFile, text: _Text, message: str) -> Problem:
    return Problem(file.path, text.node.position, text.field, message, Severity.WARNING)


def _placeholders(file: SourceFile, texts: list[_Text]) -> Iterator[Problem]:
    for text in texts:
        if text.writing in {Writing.TEXT, Writing.LINE} and (match := _PLACEHOLDER.search(text.node.text)):
            yield _warning(file, text, f"hier staat nog een invulplek: {quoted(match.group())}")


def _long_sentences(file: SourceFile, texts: list[_Text]) -> Iterator[Problem]:
    for text in texts:
        if text.writing not in {Writing.TEXT, Writing.LINE} or text.node.text.startswith(("http://", "https://")):
            continue
        for sentence in _SENTENCE_END.split(text.node.text):
            words = sum(_LETTERS.search(part) is not None for part in sentence.split())
            if words > _MOST_WORDS:
                message = (
                    f"een zin van {words} woorden leest moeilijk; maak er twee van hoogstens {_MOST_WORDS} van:"
                    f" {quoted(sentence)}"
                )
                yield _warning(file, text, message)


def _repeated_title(file: SourceFile, own: dict[str, _Text]) -> Iterator[Problem]:
    title, summary = own.get("titel"), own.get("kort")
    if not title or not summary:
        return
    known = set(_words(title.node.text))
    new = [word for word in _words(summary.node.text) if word not in known and len(word) > 3]
    if len(new) < 3 or (len(known) > 2 and _bare(summary.node.text).startswith(_bare(title.node.text))):
        message = "zegt de titel nog eens; een lezer ziet de twee onder elkaar. Zeg wat het is, voor wie en waar"
        yield _warning(file, summary, message)


def _said_already(file: SourceFile, texts: list[_Text]) -> Iterator[Problem]:
    searched = [text for text in texts if text.field == "zoekwoorden"]
    if not searched:
        return
    told = " ".join([" ", *(" ".join(_words(text.node.text)) for text in texts if text.field != "zoekwoorden"), " "])
    for text in searched:
        if f" {' '.join(_words(text.node.text))} " in told:
            message = f"{quoted(text.node.text)} staat al in de fiche; daarop zoeken lukt dus al, dit woord mag weg"
            yield _warning(file, text, message)


def _overdue(file: SourceFile, own: dict[str, _Text], today: date) -> Iterator[Problem]:
    checked = own.get("nagekeken")
    # As texts, dates compare as on the calendar; 29 February is no trap then.
    limit = f"{today.year - _YEARS_BEFORE_RENEWAL:04}{today.isoformat()[4:]}"
    if checked and _ISO_DATE.fullmatch(checked.node.text) and checked.node.text < limit:
        message = (
            f"dat is meer dan {_YEARS_BEFORE_RENEWAL} jaar geleden; leg de fiche naast haar bron en zet hier de datum"
            " van vandaag"
        )
        yield _warning(file, checked, message)


def _near_titles(told: list[tuple[SourceFile, tuple[_Text, ...]]], places: frozenset[str]) -> Iterator[Problem]:
    uses = [(file, text) for file, texts in told for text in texts if text.field == "titel"]
    yield from _near(uses, places, "lijkt sterk op de titel {other}; is dit dezelfde praktijk?")


def _near_partners(told: list[tuple[SourceFile, tuple[_Text, ...]]], places: frozenset[str]) -> Iterator[Problem]:
    names = re.compile(r"(?:trekkers|partners) [0-9]+ › naam")
    uses = [(file, text) for file, texts in told for text in texts if names.fullmatch(text.field)]
    yield from _near(uses, places, "lijkt sterk op {other}; is het dezelfde partner, schrijf de naam dan overal gelijk")


def _near(uses: list[tuple[SourceFile, _Text]], places: frozenset[str], message: str) -> Iterator[Problem]:
    """Warn of names that differ in one letter from another, at the one that is used least."""
    first: dict[str, tuple[SourceFile, _Text]] = {}
    counts: dict[str, int] = {}
    for file, text in uses:
        first.setdefault(text.node.text, (file, text))
        counts[text.node.text] = counts.get(text.node.text, 0) + 1
    for pair in near_pairs(first, places):
        rare, usual = sorted(pair, key=lambda name: (counts[name], first[name][0].path, name))
        file, text = first[rare]
        other = f"{quoted(usual)} ({first[usual][0].path})"
        yield _warning(file, text, f"{quoted(rare)} {message.format_map({'other': other})}")


def _words(text: str) -> list[str]:
    return _LETTERS.findall(text.casefold())


def _bare(text: str) -> str:
    return " ".join(_words(text))
