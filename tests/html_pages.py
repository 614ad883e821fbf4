"""Read the pages of a built site as a browser would."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup

BASE = "https://site.invalid/"


@dataclass(frozen=True)
class HtmlPage:
    """A page: its address within the site, and its parsed HTML."""

    address: str
    soup: BeautifulSoup

    def anchors(self) -> set[str]:
        return {tag["id"] for tag in self.soup.find_all(id=True)}

    def references(self) -> list[str]:
        """Give everything the page links to or loads, as absolute addresses."""
        return [
            urljoin(BASE + self.address, str(tag[attribute]))
            for attribute in ("href", "src")
            for tag in self.soup.find_all(attrs={attribute: True})
        ]


def read_pages(site: Path) -> dict[str, HtmlPage]:
    """Read all HTML of a site, by address; `praktijken/` for `praktijken/index.html`."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        pages[address] = HtmlPage(address, BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser"))
    return pages


def broken_references(site: Path) -> list[str]:
    """Give the internal links, anchors and files that lead nowhere."""
    pages = read_pages(site)
    anchors = {address: page.anchors() for address, page in pages.items()}
    broken = []
    for page in pages.values():
        if page.address == "404.html":
            continue  # it is served at any depth, so its links start at the root
        for reference in page.references():
            if not reference.startswith(BASE):
                continue
            parts = urlsplit(reference)
            target = unquote(parts.path.removeprefix("/"))
            anchor = unquote(parts.fragment)
            if target in pages:
                if anchor and anchor not in anchors[target]:
                    broken.append(f"{page.address}: {reference} (anchor)")
            elif not (site / target).is_file():
                broken.append(f"{page.address}: {reference}")
    return broken
