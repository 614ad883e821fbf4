"""Compare two built sites: `python .github/scripts/compare_sites.py OUD NIEUW` prints in Dutch what changes."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from comment_text import changes_text
from lxml import etree, html
from proposal_data import ALONG, CHANGED, GONE, HANDBOOK, LISTING, NEW, OTHER, PAPER, PRACTICE, Changes, Page

if TYPE_CHECKING:
    from collections.abc import Collection

_FOLDERS = {
    "afdrukken": PAPER,
    "dimensies": LISTING,
    "financiering": LISTING,
    "gemeenten": LISTING,
    "handboek": HANDBOOK,
    "leeftijd": LISTING,
    "methodes": LISTING,
    "partners": LISTING,
}
_CONTENT = "//*[@id='inhoud']"
_SAID = ("href", "src", "alt", "title", "aria-label", "datetime")
"""The attributes that tell a reader something."""


@dataclass(frozen=True)
class _Content:
    """What a page says: its main heading, the texts under each heading, and its bytes."""

    title: str
    texts: dict[str, str]
    source: bytes


def compare_sites(old: Path, new: Path, records: Collection[str] | None = None) -> Changes:
    """Tell what differs between two built sites.

    Args:
        old: The folder of the site as it is.
        new: The folder of the site as it would be.
        records: The ids of the practices whose record differs; None when that is not known.

    Returns:
        The pages that come, go or change, and how many other files differ.
    """
    before, after = _files(old), _files(new)
    pages: list[Page] = []
    restyled = other_files = 0
    for address in sorted(before.keys() | after.keys()):
        old_bytes, new_bytes = before.get(address), after.get(address)
        if old_bytes == new_bytes:
            continue
        if not address.endswith(".html"):
            other_files += 1
            continue
        page = _difference(address, old_bytes, new_bytes, records)
        if page:
            pages.append(page)
        else:
            restyled += 1
    return Changes(tuple(pages), restyled, other_files)


def _files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def _difference(address: str, old: bytes | None, new: bytes | None, records: Collection[str] | None) -> Page | None:
    """Tell how a page differs, or nothing when it says the same."""
    before, after = _content(old), _content(new)
    kind = _kind(address)
    if before is None or after is None:
        known = after or before
        change = NEW if before is None else GONE
        return Page(address, known.title, kind, change) if known else None
    headings = tuple(
        heading
        for heading in dict.fromkeys([*after.texts, *before.texts])
        if before.texts.get(heading) != after.texts.get(heading)
    )
    if (
        kind == PRACTICE
        and records is not None
        and not {PurePosixPath(address).stem, address.split("/")[1]} & {*records}
    ):
        kind = ALONG
    return Page(address, after.title, kind, CHANGED, headings) if headings else None


def _kind(address: str) -> str:
    folder, _, name = address.rpartition("/")
    if folder.partition("/")[0] == "praktijken":
        # Published as folders, a practice stands in one of its own.
        return LISTING if address == "praktijken/index.html" else PRACTICE
    return _FOLDERS.get(folder.partition("/")[0], OTHER) if name else OTHER


def _content(source: bytes | None) -> _Content | None:
    if source is None:
        return None
    if not source.strip():
        return _Content("", {}, source)
    document = html.document_fromstring(source.decode("utf-8", errors="replace"))
    found = document.xpath(_CONTENT)
    content = found[0] if found else document
    titles = [_words(title) for title in content.iter("h1")]
    return _Content(titles[0] if titles else "", _texts(content), source)


def _texts(content: html.HtmlElement) -> dict[str, str]:
    """Give what stands under each heading of the second level; what stands above them has none."""
    texts: dict[str, list[str]] = {"": []}
    heading = ""
    for event, element in etree.iterwalk(content, events=("start", "end")):
        if not isinstance(element.tag, str) or element.tag in {"script", "style", "svg"}:
            if event == "end":
                texts[heading].append(element.tail or "")
            continue
        if event == "start":
            if element.tag == "h2":
                heading = _words(element)
                texts.setdefault(heading, [])
            texts[heading] += [str(element.get(name, "")) for name in _SAID]
            texts[heading].append(element.text or "")
        else:
            texts[heading].append(element.tail or "")
    return {name: " ".join(" ".join(parts).split()) for name, parts in texts.items()}


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def main(arguments: list[str]) -> int:
    """Print what changes; 2 when the two folders were not given."""
    if len(arguments) != 2:
        sys.stderr.write("Geef twee mappen: de site van nu en de nieuwe.\n")
        return 2
    lines = changes_text(compare_sites(Path(arguments[0]), Path(arguments[1])))
    sys.stdout.buffer.write(("\n".join(lines) + "\n").encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
