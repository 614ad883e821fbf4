"""Read YAML into nodes that keep every scalar as text and know their place in the file.

YAML 1.1 readers turn `no` into False, `12:30` into 750 and `012` into 10. Here a scalar stays the text
that the editor typed; what it means is for the model to say. The parts of YAML that an editor of a
record never needs (aliases, tags, merge keys, several documents) are refused with their place.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from schema.clean_text import HIDDEN
from schema.problems import Position, Problem, quoted
from schema.yaml_comments import Comment, Span, find_comments

if TYPE_CHECKING:
    from yaml._yaml import Mark as _CMark
    from yaml.error import Mark as _PythonMark

    _Mark: TypeAlias = _CMark | _PythonMark

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
TOO_BIG = f"het bestand is te groot; hoogstens {MAX_BYTES // 1024} kB"

_ABSENT = frozenset({"", "~", "null", "Null", "NULL"})
BOM = b"\xef\xbb\xbf"
_STARTS_WITH_APOSTROPHE = re.compile(r"[a-z] ")
_LINE_ENDING = re.compile(r"\r\n?")

# libyaml's words on the left; what an editor can do about it on the right.
_SYNTAX_HELP = {
    "mapping values are not allowed": "na deze dubbelepunt volgt een spatie, en dat mag hier niet; zet de hele tekst"
    " tussen rechte aanhalingstekens, of kijk naar de inspringing",
    "could not find expected ':'": "hier ontbreekt een dubbelepunt met een spatie erna, of een spatie na het streepje",
    "did not find expected ',' or": "het haakje dat hier opent, is niet gesloten, of er ontbreekt een komma; is het"
    " gewone tekst, zet ze dan tussen rechte aanhalingstekens",
    "did not find expected alphabetic or numeric": "een tekst mag niet met een * of een & beginnen; zet ze tussen"
    " rechte aanhalingstekens",
    "did not find expected key": "de inspringing klopt hier niet, of er staat een aanhalingsteken midden in een tekst"
    " tussen rechte aanhalingstekens",
    "did not find expected '-' indicator": "in deze lijst begint elk punt met een streepje op dezelfde hoogte",
    "found unexpected end of stream": "het aanhalingsteken of haakje dat hier opent, is niet gesloten; begint de tekst"
    " met 's of 't, zet ze dan tussen dubbele rechte aanhalingstekens",
    "found character that cannot start any token": "een waarde mag niet met dit teken beginnen; zet ze tussen"
    " rechte aanhalingstekens",
    "block sequence entries are not allowed": "een streepje voor een lijst mag hier niet staan",
    "block mapping keys are not allowed": "een nieuw veld mag hier niet staan; kijk naar de inspringing",
    "found unknown escape character": "na een schuine streep (\\) tussen dubbele aanhalingstekens staat een teken dat"
    " daar niet mag; gebruik enkele aanhalingstekens",
}
_BEGUN_EARLIER = ("end of stream", "expected ',' or", "could not find expected ':'")
"""Faults that are best shown where the thing began, not where the parser lost its way."""
_SYNTAX_UNKNOWN = (
    "hier klopt de opmaak van het bestand (YAML) niet; kijk op deze en de vorige regel naar inspringing,"
    " aanhalingstekens en dubbelepunten"
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: its text, normalised to NFC, exactly as typed otherwise."""

    text: str
    position: Position
    absent: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    position: Position
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's place and its value."""

    key_position: Position
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file."""

    position: Position
    entries: dict[str, Entry] = field(default_factory=dict)


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read.

    Attributes:
        root: The mapping at its top level, or None when there is nothing usable.
        problems: Every problem found, but for the comments. A mapping can come with problems: then the rest of the
            file can still be checked.
        comments: The comments, in their order.
        text: The file as text, its line ends and no-break spaces made ordinary.
    """

    root: Mapping | None
    problems: list[Problem]
    comments: tuple[Comment, ...] = ()
    text: str = ""


def read_mapping(raw: bytes, path: str) -> tuple[Mapping | None, list[Problem]]:
    """Read one YAML document whose top level is a mapping, and in which comments may stand.

    Args:
        raw: The file's bytes.
        path: The file's name in problems.

    Returns:
        The mapping, or None when there is nothing usable, and every problem found, comments that can be part of a
        text among them.
    """
    document = read_document(raw, path)
    lost = [comment.problem(path) for comment in document.comments if comment.doubtful]
    return document.root, [*document.problems, *lost]


def read_document(raw: bytes, path: str) -> Document:
    """Read one YAML document whose top level is a mapping.

    Args:
        raw: The file's bytes.
        path: The file's name in problems.
    """
    text, problems = _decode(raw, path)
    if text is None:
        return Document(None, problems)
    builder = _Builder(path)
    complete = builder.build(text)
    problems += builder.problems
    if not complete:
        return Document(None, problems)
    if isinstance(builder.root, Mapping):
        comments = find_comments(text, builder.spans) if "#" in text else ()
        return Document(builder.root, problems, comments, text)
    if builder.root is None or (isinstance(builder.root, Scalar) and builder.root.absent):
        if not problems:
            problems.append(Problem(path, Position(), "", "het bestand is leeg; het begint met 'titel: …'"))
    else:
        kind = "een lijst" if isinstance(builder.root, Sequence) else "losse tekst"
        message = f"het bestand moet uit velden bestaan ('titel: …', 'kort: …'); gevonden: {kind}"
        problems.append(Problem(path, builder.root.position, "", message))
    return Document(None, problems)


def to_data(node: Node) -> Any:  # noqa: ANN401 - the model decides what the values mean
    """Turn nodes into dicts, lists and texts; a key without a value is left out, a list item becomes None."""
    if isinstance(node, Scalar):
        return None if node.absent else node.text
    if isinstance(node, Sequence):
        return [to_data(item) for item in node.items]
    return {
        key: to_data(entry.value)
        for key, entry in node.entries.items()
        if not (isinstance(entry.value, Scalar) and entry.value.absent)
    }


def locate(node: Node, path: tuple[str | int, ...], *, of_key: bool = False) -> Position:
    """Find the place of a value, or of its key.

    Args:
        node: Where the path starts.
        path: Keys and list indexes; a last part that is not in the file leads to its container.
        of_key: Whether the place of the last key is wanted rather than that of its value.
    """
    position = node.position
    for number, part in enumerate(path, 1):
        if isinstance(node, Mapping) and part in node.entries:
            entry = node.entries[str(part)]
            node = entry.value
            position = entry.key_position if number == len(path) and _shown_by_key(node, of_key) else node.position
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            position = node.position
        else:
            break
    return position


def _shown_by_key(value: Node, of_key: bool) -> bool:  # noqa: FBT001
    """An absent value stands nowhere in particular; its key is the place an editor looks for."""
    return of_key or (isinstance(value, Scalar) and value.absent)


def _position_in(text: str, index: int) -> Position:
    line_start = text.rfind("\n", 0, index) + 1
    return Position(text.count("\n", 0, index) + 1, index - line_start + 1)


def _decode(raw: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """Turn bytes into text, or say why that cannot be done."""
    if len(raw) > MAX_BYTES:
        return None, [Problem(path, Position(), "", TOO_BIG)]
    problems = []
    if raw.startswith(BOM):
        message = (
            "het bestand begint met een onzichtbaar teken (BOM); bewaar het als 'UTF-8', niet als 'UTF-8 met BOM',"
            " of draai `python -m schema format`"
        )
        problems.append(Problem(path, Position(), "", message))
        raw = raw.removeprefix(BOM)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        place = _position_in(before, len(before))
        message = "dit teken is niet als UTF-8 bewaard; kies bij het bewaren de tekenset 'UTF-8'"
        return None, [*problems, Problem(path, place, "", message)]
    if match := _LINE_ENDING.search(text):
        message = (
            "de regels eindigen op de manier van Windows (CRLF); kies bij het bewaren regeleinde 'LF'"
            " (Kladblok kan dat niet, een code-editor wel), of draai `python -m schema format`"
        )
        problems.append(Problem(path, _position_in(text, match.start()), "", message))
        text = _LINE_ENDING.sub("\n", text)
    # Word processors put a space there that YAML does not take for one.
    text = text.replace("\xa0", " ")
    if (index := text.find("\t")) >= 0:
        message = "hier staat een tab; spring in met spaties"
        return None, [*problems, Problem(path, _position_in(text, index), "", message)]
    if match := HIDDEN.search(text):
        problems.append(Problem(path, _position_in(text, match.start()), "", _hidden_message(match.group())))
        return None, problems
    return text, problems


def _hidden_message(character: str) -> str:
    return f"hier staat een onzichtbaar teken (U+{ord(character):04X}); wis het"


class _Builder:
    """Builds nodes from libyaml's events, without recursion, and notes what a record may not hold."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.spans: list[Span] = []
        self._open: list[Mapping | Sequence] = []
        self._keys: list[tuple[str, Position] | None] = []
        self._documents = 0

    def build(self, text: str) -> bool:
        """Read a text; False when it breaks off, so that what was read says nothing of the rest."""
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            for event in yaml.parse(text, Loader=loader):
                if not self._accept(event):
                    return self._documents > 1
        except yaml.MarkedYAMLError as error:
            message = _syntax_message(error.problem or "")
            begun_earlier = any(words in (error.problem or "") for words in _BEGUN_EARLIER)
            mark = (error.context_mark if begun_earlier else None) or error.problem_mark or error.context_mark
            self._report(_position_of(mark), message)
            return False
        return True

    def _accept(self, event: yaml.Event) -> bool:
        """Take one event; False when reading on makes no sense."""
        position = _position_of(event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._report(position, "een bestand bevat één praktijk; hier begint met '---' een tweede document")
                return False
        elif isinstance(event, yaml.NodeEvent):
            return self._accept_node(event, position)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        return True

    def _accept_node(self, event: yaml.NodeEvent, position: Position) -> bool:
        self._refuse_extras(event, position)
        if self._expects_key():
            return self._accept_key(event, position)
        if isinstance(event, yaml.ScalarEvent):
            self._place(self._scalar(event, position), position)
        elif isinstance(event, yaml.AliasEvent):
            self._place(Scalar(f"*{event.anchor}", position, absent=False), position)
        else:
            opened: Mapping | Sequence
            opened = Mapping(position) if isinstance(event, yaml.MappingStartEvent) else Sequence(position)
            self._place(opened, position)
            self._open.append(opened)
            self._keys.append(None)
            if len(self._open) > MAX_DEPTH:
                self._report(position, f"er zitten meer dan {MAX_DEPTH} lijsten of groepen in elkaar")
                return False
        return True

    def _expects_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], Mapping) and self._keys[-1] is None

    def _accept_key(self, event: yaml.NodeEvent, position: Position) -> bool:
        if isinstance(event, yaml.ScalarEvent):
            self._keys[-1] = (self._scalar(event, position).text, position)
            return True
        self._report(position, "de naam van een veld is één woord, geen lijst of groep")
        return False

    def _refuse_extras(self, event: yaml.NodeEvent, position: Position) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._report(
                position,
                f"{quoted('*' + (event.anchor or ''))} (een verwijzing) wordt niet gebruikt; schrijf de waarde uit."
                " Begint de tekst met een sterretje, zet ze dan tussen rechte aanhalingstekens",
            )
            return
        if event.anchor is not None:
            self._report(
                position,
                f"{quoted('&' + event.anchor)} (een anker) wordt niet gebruikt; laat het weg. Begint de"
                " tekst met een &, zet ze dan tussen rechte aanhalingstekens",
            )
        if (tag := getattr(event, "tag", None)) is not None:
            self._report(
                position,
                f"{quoted(tag.replace('tag:yaml.org,2002:', '!!'))} (een tag) wordt niet gebruikt; laat het weg."
                " Begint de tekst met een uitroepteken, zet ze dan tussen rechte aanhalingstekens",
            )

    def _scalar(self, event: yaml.ScalarEvent, position: Position) -> Scalar:
        # Escapes between double quotes can bring in what the text itself may not hold.
        if event.style == '"' and (match := re.search(r"[\t\r]", event.value) or HIDDEN.search(event.value)):
            self._report(position, _hidden_message(match.group()))
        if event.style == "'" and _STARTS_WITH_APOSTROPHE.match(event.value):
            message = "de apostrof vooraan valt weg; zet de hele tekst tussen dubbele rechte aanhalingstekens"
            self._report(position, message)
        self.spans.append(Span(_index(event.start_mark), _index(event.end_mark), event.style or ""))
        text = event.value if event.value.isascii() else unicodedata.normalize("NFC", event.value)
        absent = not text.strip() or (not event.style and text in _ABSENT)
        return Scalar(text, position, absent)

    def _place(self, node: Node, position: Position) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key, key_position = self._keys[-1] or ("", position)
        self._keys[-1] = None
        if key == "<<":
            self._report(key_position, "'<<' (velden overnemen) wordt niet gebruikt; schrijf de velden uit")
        elif key in parent.entries:
            first = parent.entries[key].key_position.line
            self._report(key_position, f"staat hier een tweede keer; de eerste keer op regel {first}", key)
        else:
            parent.entries[key] = Entry(key_position, node)

    def _report(self, position: Position, message: str, key: str = "") -> None:
        self.problems.append(Problem(self.path, position, key, message))


def _index(mark: _Mark | None) -> int:
    return mark.index if mark else 0


def _position_of(mark: _Mark | None) -> Position:
    """Count from 1, as people do; the parser counts from 0."""
    return Position(mark.line + 1, mark.column + 1) if mark else Position()


def _syntax_message(found: str) -> str:
    return next((help_ for words, help_ in _SYNTAX_HELP.items() if words in found), _SYNTAX_UNKNOWN)
