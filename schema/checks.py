"""Rules that hold between records; each is one function that yields problems.

They look at nodes rather than at records, so that a file with another fault is checked all the same.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schema.field_types import TWICE
from schema.problems import Problem, quoted, suggestion
from schema.yaml_nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schema.problems import Position
    from schema.terms import Term
    from schema.vocabulary import Vocabulary
    from schema.yaml_comments import Comment

_NOT_A_LETTER = re.compile(r"[^\w]+")

RELATED_TO_ITSELF = "een praktijk is niet verwant met zichzelf"
NO_PRACTICE = "{found} is geen praktijk."


@dataclass(frozen=True)
class SourceFile:
    """A file of the folder of practices: its id, its path in problems, its nodes, comments and text."""

    id: str
    path: str
    root: Mapping
    comments: tuple[Comment, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class _PartnerField:
    path: str
    position: Position
    field: str
    text: str


def check_together(files: list[SourceFile], ids: set[str], partner_types: Vocabulary[Term]) -> list[Problem]:
    """Check what one file cannot show.

    Args:
        files: The files that could be read, whether or not they are valid by themselves.
        ids: The ids of all files, the unreadable ones included, so that one fault gives one problem.
        partner_types: The closed list of partner types; what is not in it is told elsewhere.
    """
    return [*_unknown_relations(files, ids), *_shared_titles(files), *_partners_that_differ(files, partner_types)]


def _unknown_relations(files: list[SourceFile], ids: set[str]) -> Iterator[Problem]:
    for file in files:
        earlier: set[str] = set()
        for number, group in _groups(file.root, "verwant"):
            relation = _scalar(group, "id")
            if relation is None:
                continue
            found, message = relation.text.strip(), ""
            if found == file.id:
                message = RELATED_TO_ITSELF
            elif found in earlier:
                message = TWICE.format(found=quoted(found))
            elif found not in ids:
                message = NO_PRACTICE.format(found=quoted(found)) + suggestion(found, sorted(ids))
            if message:
                yield Problem(file.path, relation.position, f"verwant {number} › id", message)
            earlier.add(found)


def _shared_titles(files: list[SourceFile]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file in files:
        title = _scalar(file.root, "titel")
        if title is None:
            continue
        other = first.setdefault(_bare(title.text), file.path)
        if other != file.path:
            message = f"{quoted(title.text)} is al de titel van {other}; maak het verschil duidelijk"
            yield Problem(file.path, title.position, "titel", message)


def _partners_that_differ(files: list[SourceFile], partner_types: Vocabulary[Term]) -> Iterator[Problem]:
    """The same partner has the same spelling and the same type everywhere; the most used form wins."""
    uses: dict[tuple[str, str], list[_PartnerField]] = defaultdict(list)
    for file in files:
        for key in ("trekkers", "partners"):
            for number, group in _groups(file.root, key):
                name = _scalar(group, "naam")
                for word in ("naam", "type"):
                    value = _scalar(group, word)
                    if name and value and (word == "naam" or value.text.strip() in partner_types):
                        field = f"{key} {number} › {word}"
                        use = _PartnerField(file.path, value.position, field, value.text.strip())
                        uses[word, _bare(name.text)].append(use)
    for group_of_uses in uses.values():
        counted = Counter(use.text for use in group_of_uses)
        usual = min(counted, key=lambda text: (-counted[text], text))
        example = next(use.path for use in group_of_uses if use.text == usual)
        for use in group_of_uses:
            if use.text != usual:
                message = f"{quoted(use.text)} is elders {quoted(usual)} ({example}); schrijf het overal gelijk"
                yield Problem(use.path, use.position, use.field, message)


def _groups(root: Mapping, key: str) -> Iterator[tuple[int, Mapping]]:
    """Give the groups of a list with their number, counted from 1; whatever else stands there is skipped."""
    entry = root.entries.get(key)
    if entry and isinstance(entry.value, Sequence):
        for number, item in enumerate(entry.value.items, 1):
            if isinstance(item, Mapping):
                yield number, item


def _scalar(group: Mapping, key: str) -> Scalar | None:
    entry = group.entries.get(key)
    return entry.value if entry and isinstance(entry.value, Scalar) and not entry.value.absent else None


def _bare(name: str) -> str:
    """What is left of a name without capitals, punctuation and the two ways to write 'and'."""
    return _NOT_A_LETTER.sub("", name.casefold().replace("&", "en"))
