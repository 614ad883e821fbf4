"""What a page becomes on paper: printed by the browser as a PDF, and read by another program."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

A4 = (595, 842)
FEWEST_LINES = 3
_FOOT = re.compile(r"^blz\. (\d+) van (\d+)Elk kind telt$")
# What a reader would miss if it were gone: text in the content that no control and no way around the site holds.
_TEXTS = """() => {
    const left = `nav, form, button, template, script, .ekt-screen, .ekt-actions, .ekt-button, .ekt-hidden, .ekt-jump,
        .ekt-booklet__head, .ekt-booklet__tools, .ekt-choice, .ekt-keep, .ekt-paper__running, [data-ekt-ways], [hidden],
        .ekt-paper__contents:not(:has(li:nth-child(2)))`;
    const walker = document.createTreeWalker(document.querySelector("#inhoud"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        if (walker.currentNode.parentElement.closest(left)) continue;
        // By line: an example of a file can run on over sheets.
        found.push(...walker.currentNode.textContent.split("\\n").map((line) => line.trim()).filter(Boolean));
    }
    return found;
}"""


@dataclass(frozen=True)
class Printed:
    """A sheet of paper: its size, what stands in its margins, and its lines."""

    size: tuple[int, int]
    number: int | None
    total: int | None
    heads: tuple[str, ...]
    lines: tuple[str, ...]
    left: float
    right: float

    @property
    def text(self) -> str:
        return squeeze("".join(self.lines))


def squeeze(words: str) -> str:
    """Take out the spaces: where lines break is no difference."""
    return re.sub(r"[\s\u00ad\u200b]+", "", words)


def printed(page: Page) -> list[Printed]:
    """Print a page as the browser's own menu does."""
    return [_sheet(found) for found in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]


def whole(sheets: list[Printed]) -> str:
    return "".join(sheet.text for sheet in sheets)


def texts(page: Page) -> list[str]:
    """Give the lines of text that a page has for paper."""
    found: list[str] = page.evaluate(_TEXTS)
    return found


def missing(page: Page, sheets: list[Printed]) -> list[str]:
    """Give the texts of the page that are not on paper."""
    text = whole(sheets)
    return [words for words in texts(page) if squeeze(words) not in text]


def nearly_empty(sheets: list[Printed]) -> list[tuple[int, tuple[str, ...]]]:
    """Give the sheets with less than three lines."""
    return [(place, sheet.lines) for place, sheet in enumerate(sheets, 1) if len(sheet.lines) < FEWEST_LINES]


def _sheet(page: PageObject) -> Printed:
    top = float(page.mediabox.height)
    # Chromium draws the margins first.
    margin: list[str] = []
    places: list[float] = []

    def place(text: str, transform: list[float], matrix: list[float], *_: object) -> None:
        if text.strip():
            places.append(matrix[4] * transform[0] + transform[4])

    lines = [line.strip() for line in page.extract_text(visitor_text=place).splitlines() if line.strip()]
    number = total = None
    for at, line in enumerate(lines[:6]):
        if found := _FOOT.match(line):
            number, total = int(found[1]), int(found[2])
            margin, lines = lines[:at], lines[at + 1 :]
            break
    width = float(page.mediabox.width)
    size = (round(width), round(top))
    return Printed(size, number, total, tuple(margin), tuple(lines), min(places, default=0), max(places, default=0))
