"""Pages as they go on paper: what a page tells, without what only a screen can do, ready to stand in any sheet."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import lxml.html
import markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from lxml.html import HtmlElement

SCHEME = "ekt:"
"""How a link to another page of the site starts in a fragment; whoever puts fragments together fills it in."""

_ON_SCREEN_ONLY = "|".join(
    (
        "//nav",
        # An icon says nothing that stands not beside it; the bars of a chart do.
        "//svg[not(contains(@class, 'ekt-chart'))]",
        "//button",
        "//form",
        "//template",
        "//script",
        "//*[@hidden]",
        "//*[contains(concat(' ', normalize-space(@class), ' '), ' ekt-screen ')]",
    )
)
_HEADINGS = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]"
_SECTIONS = "//h3[@id]"
_POINTERS = ("aria-labelledby", "aria-describedby", "for", "headers")
_LINK = re.compile(rf'href="{SCHEME}([^"#]*)(?:#([^"]*))?"')
_FRONT_MATTER = re.compile(r"\A\s*---\n.*?\n---\n", re.DOTALL)


@dataclass(frozen=True)
class Fragment:
    """A page of the site as a piece of a sheet.

    Attributes:
        uri: Its source page, such as `praktijken/boempatat-boom.md`.
        anchor: The id of the piece; the ids in it begin with the same words.
        html: Its text: headings from the second level on, links to other pages as `ekt:` and their source page.
        sections: The id and the words of each heading of the third level.
    """

    uri: str
    anchor: str
    html: str
    sections: tuple[tuple[str, str], ...]


EXTENSIONS = ("admonition", "attr_list", "def_list", "tables", "toc")
"""Those that mkdocs.yml gives the pages of the site, with those that MkDocs always gives."""

_markdown = markdown.Markdown(extensions=EXTENSIONS)


def fragment_of(uri: str, page: str) -> Fragment:
    """Make a piece of a page.

    Args:
        uri: Its source page.
        page: Its Markdown, front matter included, in which links made by a template begin with `ekt:`.

    Returns:
        The piece.
    """
    html = _markdown.reset().convert(_FRONT_MATTER.sub("", page, count=1))
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    anchor = anchor_of(uri)
    _leave_out(root)
    _lower_headings(root)
    _name(root, anchor)
    _point(root, uri, anchor)
    text = "".join(lxml.html.tostring(child, encoding="unicode") for child in root)
    sections = tuple((heading.get("id"), " ".join(heading.text_content().split())) for heading in root.xpath(_SECTIONS))
    return Fragment(uri, anchor, text, sections)


def anchor_of(uri: str) -> str:
    """Name the piece that a page becomes."""
    return uri.removesuffix(".md").replace("/", "-")


def put_together(fragment: Fragment, present: Collection[str], address: Callable[[str], str | None]) -> str:
    """Give the text of a piece with its links filled in.

    Args:
        fragment: The piece.
        present: The source pages of all pieces of the sheet: links to those stay within it.
        address: Gives the address of another page, `#anchor` included; None where there is none to give.

    Returns:
        HTML in which every link leads somewhere; one without an address is no link.
    """

    def fill(match: re.Match[str]) -> str:
        uri, anchor = match[1], match[2]
        if uri in present:
            return f'href="#{_inner(anchor_of(uri), anchor) if anchor else anchor_of(uri)}"'
        found = address(f"{uri}#{anchor}" if anchor else uri)
        return f'href="{found}"' if found is not None else ""

    return _LINK.sub(fill, fragment.html)


def _leave_out(root: HtmlElement) -> None:
    for element in root.xpath(_ON_SCREEN_ONLY):
        element.drop_tree()
    for element in root.xpath("//*[@*[starts-with(name(), 'data-')]]"):
        # What scripts go by: they would put buttons on the sheet.
        for name in [name for name in element.attrib if name.startswith("data-")]:
            del element.attrib[name]
    for element in root.xpath("//aside"):
        # Beside its own page; on a sheet there would be many landmarks of one name.
        element.tag = "div"
        element.attrib.pop("aria-labelledby", None)


def _lower_headings(root: HtmlElement) -> None:
    for heading in root.xpath(_HEADINGS):
        heading.tag = f"h{int(heading.tag[1]) + 1}"


def _name(root: HtmlElement, anchor: str) -> None:
    for element in root.xpath("//*[@id]"):
        element.set("id", _inner(anchor, element.get("id")))
    for name in _POINTERS:
        for element in root.xpath(f"//*[@{name}]"):
            element.set(name, " ".join(_inner(anchor, word) for word in element.get(name).split()))


def _point(root: HtmlElement, uri: str, anchor: str) -> None:
    for element in root.xpath("//a[@href]"):
        target = element.get("href")
        if target.startswith("#"):
            element.set("href", f"#{_inner(anchor, target[1:])}")
        elif not target.startswith(SCHEME) and not urlsplit(target).scheme:
            # A link that somebody wrote in docs/: it leads from one source page to another.
            page, mark, place = target.partition("#")
            page = posixpath.normpath(posixpath.join(posixpath.dirname(uri), page))
            element.set("href", f"{SCHEME}{page}{mark}{place}")
        # A tooltip is for a screen.
        element.attrib.pop("title", None)


def _inner(anchor: str, name: str) -> str:
    return f"{anchor}--{name}"
