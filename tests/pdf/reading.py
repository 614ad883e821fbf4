"""Reads a PDF with a library that did not make it: where each text stands, and what is said of the whole."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from pypdf import PdfReader
from pypdf.generic import ContentStream, IndirectObject

POINTS_PER_MM = 72 / 25.4
HEAD = 25 * POINTS_PER_MM
FOOT = 22 * POINTS_PER_MM


@dataclass(frozen=True)
class Run:
    """A run of text on one line: its words, where it starts and ends, and its line."""

    text: str
    left: float
    right: float
    y: float
    font: str


@dataclass
class Font:
    """What is needed of a font to know what a run says and how wide it is."""

    name: str
    embedded: bool
    widths: dict[int, float]
    default: float
    letters: dict[int, str]

    @classmethod
    def read(cls, data) -> Font:
        descendant = data["/DescendantFonts"][0].get_object()
        widths: dict[int, float] = {}
        listed = [part.get_object() if isinstance(part, IndirectObject) else part for part in descendant["/W"]]
        index = 0
        while index < len(listed):
            first, following = int(listed[index]), listed[index + 1]
            if isinstance(following, list):
                widths |= {first + place: float(width) for place, width in enumerate(following)}
                index += 2
            else:
                widths |= dict.fromkeys(range(first, int(following) + 1), float(listed[index + 2]))
                index += 3
        program = descendant["/FontDescriptor"].get_object()
        return cls(
            str(data["/BaseFont"]).partition("+")[2],
            any(key in program for key in ("/FontFile2", "/FontFile3")),
            widths,
            float(descendant.get("/DW", 1000)),
            letters_of(data["/ToUnicode"].get_object().get_data().decode("ascii")),
        )


def letters_of(table: str) -> dict[int, str]:
    """Read which letters each sign of a font stands for."""
    letters = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, told in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", block):
            letters[int(code, 16)] = bytes.fromhex(told).decode("utf-16-be")
    assert "beginbfrange" not in table
    return letters


def times(left, right):
    a, b, c, d, e, f = left
    g, h, i, j, k, m = right
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


@dataclass
class State:
    """Where the next text goes."""

    matrix: tuple = (1, 0, 0, 1, 0, 0)
    text: tuple = (1, 0, 0, 1, 0, 0)
    font: Font | None = None
    size: float = 0
    saved: list = field(default_factory=list)


class Pdf:
    """A PDF as a reader finds it."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.reader = PdfReader(io.BytesIO(content), strict=True)
        self._fonts: dict[int, Font] = {}

    def __len__(self) -> int:
        return len(self.reader.pages)

    @cached_property
    def pages(self) -> list[list[Run]]:
        """The runs of text of each page, as they were set."""
        return [list(self._runs(page)) for page in self.reader.pages]

    @cached_property
    def bodies(self) -> list[list[Run]]:
        """The same without the head and the foot of the sheets."""
        found = []
        for page, runs in zip(self.reader.pages, self.pages, strict=True):
            found.append(in_order([run for run in runs if FOOT <= run.y <= float(page.mediabox.height) - HEAD]))
        return found

    @cached_property
    def fonts(self) -> dict[str, Font]:
        assert self.pages
        return {font.name: font for font in self._fonts.values()}

    @cached_property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """The depth, the title and the page of each bookmark."""
        return list(self._outline(self.reader.outline, 1))

    def text(self, first: int, last: int) -> str:
        """The text of pages, as `squeezed` gives it."""
        return squeezed("".join(run.text for body in self.bodies[first:last] for run in body))

    def links(self):
        """Each link of each page: the page, and where it leads: an address, or the name of a place."""
        for number, page in enumerate(self.reader.pages):
            for reference in page.get("/Annots", ()):
                link = reference.get_object()
                action = link.get("/A")
                yield number, action["/URI"] if action else link["/Dest"]

    def _outline(self, entries, depth):
        for entry in entries:
            if isinstance(entry, list):
                yield from self._outline(entry, depth + 1)
            else:
                yield depth, entry.title, self.reader.get_destination_page_number(entry)

    def _font(self, reference) -> Font:
        if reference.idnum not in self._fonts:
            self._fonts[reference.idnum] = Font.read(reference.get_object())
        return self._fonts[reference.idnum]

    def _runs(self, page):
        fonts = page["/Resources"]["/Font"]
        state = State()
        for operands, operator in ContentStream(page["/Contents"].get_object(), self.reader).operations:
            if operator == b"q":
                state.saved.append((state.matrix, state.font, state.size))
            elif operator == b"Q":
                state.matrix, state.font, state.size = state.saved.pop()
            elif operator == b"cm":
                state.matrix = times([float(one) for one in operands], state.matrix)
            elif operator == b"BT":
                state.text = (1, 0, 0, 1, 0, 0)
            elif operator == b"Tf":
                state.font, state.size = self._font(fonts.raw_get(operands[0])), float(operands[1])
            elif operator == b"Tm":
                state.text = tuple(float(one) for one in operands)
            elif operator in {b"Tj", b"TJ"}:
                yield shown(state, operands[0] if operator == b"TJ" else operands)
            else:
                assert operator not in {b"Td", b"TD", b"T*", b"'", b'"', b"Tc", b"Tw", b"Tz", b"Ts"}, operator


def shown(state: State, pieces) -> Run:
    width, text = 0.0, []
    for piece in pieces:
        if isinstance(piece, (int, float)):
            width -= float(piece)
            continue
        raw = piece if isinstance(piece, bytes) else piece.original_bytes
        for code in (int.from_bytes(raw[place : place + 2], "big") for place in range(0, len(raw), 2)):
            text.append(state.font.letters[code])
            width += state.font.widths.get(code, state.font.default)
    placed = times(state.text, state.matrix)
    end = times((1, 0, 0, 1, width * state.size / 1000, 0), placed)
    return Run("".join(text), placed[4], end[4], placed[5], state.font.name)


def in_order(runs: list[Run]) -> list[Run]:
    """Put runs as an eye meets them, a line at a time."""
    ordered: list[list[Run]] = []
    for run in sorted(runs, key=lambda one: -one.y):
        if not ordered or ordered[-1][0].y - run.y > 2:
            ordered.append([])
        ordered[-1].append(run)
    return [run for line in ordered for run in sorted(line, key=lambda one: one.left)]


def squeezed(text: str) -> str:
    """Leave out what setting a text changes: spaces, hyphens, ligatures, and capitals at the start of a sentence."""
    return re.sub(r"[\s\-‐\u00ad]+", "", unicodedata.normalize("NFKC", text)).casefold()


def lines(runs: list[Run]) -> int:
    """Count the lines that runs of text stand on."""
    heights = sorted({run.y for run in runs if run.text.strip()})
    return sum(above - below > 2 for below, above in pairwise(heights)) + bool(heights)
