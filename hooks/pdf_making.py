"""A PDF of a document. Nothing else imports the tool for it, and this only when a PDF is to be made."""

from __future__ import annotations

import io
import logging
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import segno

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

_CODE = "qr:"
"""How the address of a QR code starts in a document; what follows is the address that it holds."""


_SVG = "{http://www.w3.org/2000/svg}"

_BAR_IN_MM = 55
"""How long the bar of a hundred per cent would be."""


class PdfToolMissingError(Exception):
    """WeasyPrint, or a library of the system that it needs, is not installed; the text says which."""


class PdfFaultError(Exception):
    """Something in a document or its style that would not come out as it is written."""


_VARIANT = {"pdf_variant": "pdf/ua-1"}


@dataclass(frozen=True)
class MadePdf:
    """A PDF and how many pages it has."""

    content: bytes
    pages: int


def make_pdf(html: str, style: str, assets: Path) -> MadePdf:
    """Make a PDF that meets PDF/UA-1. The same input always gives the same bytes.

    Args:
        html: The document.
        style: Its style.
        assets: The folder from which the style takes its fonts; nothing else is read and nothing is fetched.

    Returns:
        The PDF.

    Raises:
        PdfToolMissingError: WeasyPrint or Pango is not installed.
        PdfFaultError: The document or its style asks for what cannot be done.
    """
    weasyprint = _tool()
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - an optional tool

    fetch = _fetcher(assets)
    fonts = FontConfiguration()
    with _strict(), _without_clock():
        sheet = weasyprint.CSS(
            string=style, base_url=f"{assets.resolve().as_uri()}/", font_config=fonts, url_fetcher=fetch
        )
        # Without an address of its own a document cannot ask for anything but what its style and its codes name.
        source = weasyprint.HTML(string=html, url_fetcher=fetch)
        _simplify(source.etree_element)
        document = source.render(font_config=fonts, stylesheets=[sheet], **_VARIANT)
        content: bytes = document.write_pdf(finisher=_say_what_headers_are_of, **_VARIANT)
    return MadePdf(content, len(document.pages))


def check_tools() -> None:
    """See whether PDFs can be made here.

    Raises:
        PdfToolMissingError: They cannot.
    """
    _tool()


def _tool() -> Any:  # noqa: ANN401 - an optional tool without types
    try:
        import weasyprint  # noqa: PLC0415 - an optional tool
    except ImportError as error:
        raise PdfToolMissingError(error.name or str(error)) from None
    except OSError as error:
        # WeasyPrint is there, and a library of the system that it loads is not.
        raise PdfToolMissingError("Pango") from error
    return weasyprint


def _fetcher(assets: Path) -> Any:  # noqa: ANN401 - an optional tool without types
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415

    folder = f"{assets.resolve().as_uri()}/"

    class Fetcher(URLFetcher):  # type: ignore[misc]
        """Draws the codes, reads the fonts, and gives nothing else."""

        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ANN401
            if url.startswith(_CODE):
                picture = io.BytesIO()
                segno.make(url.removeprefix(_CODE), micro=False, error="m").save(picture, kind="svg", border=0)
                return URLFetcherResponse(url, picture.getvalue(), {"Content-Type": "image/svg+xml"})
            if not url.startswith(folder):
                raise ValueError(url)
            return super().fetch(url, headers)

    return Fetcher(allowed_protocols={"file"})


def _simplify(root: Element) -> None:
    """Bring a document down to what PDF/UA-1 knows.

    A list of definitions has no groups, words in a line are no list, and a bar without words is no figure.
    """
    for parent in list(root.iter()):
        if parent.tag == "dl":
            _ungroup(parent)
        elif parent.tag == f"{_SVG}svg" and "ekt-chart__bar" in parent.get("class", ""):
            _flatten(parent)
        elif "ekt-chips" in parent.get("class", "").split():
            for element in (parent, *parent):
                element.tag = "span"


def _flatten(bar: Element) -> None:
    """Make a box as long as the last part of a drawn bar, which is a share of a hundred."""
    share = float(bar[-1].get("width") or 0)
    tail = bar.tail
    bar.clear()
    bar.tag, bar.tail = "span", tail
    bar.attrib |= {"class": "ekt-chart__bar", "style": f"width: {share * _BAR_IN_MM / 100:.2f}mm"}


def _ungroup(definitions: Element) -> None:
    for group in definitions.findall("div"):
        place = list(definitions).index(group)
        if "id" in group.attrib:
            group[0].set("id", group.attrib["id"])
        definitions[place : place + 1] = list(group)


def _say_what_headers_are_of(_: Any, pdf: Any) -> None:  # noqa: ANN401 - an optional tool without types
    """Tell of each header of a table whether it is that of a column or of a row; not every reader can guess it."""

    def above(element: Any) -> Any:  # noqa: ANN401
        return pdf.objects[int(element["P"].split()[0])]

    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/TH":
            element["A"]["Scope"] = "/Column" if above(above(element))["S"] == "/THead" else "/Row"


@contextmanager
def _without_clock() -> Iterator[None]:
    """Keep the time out of the fonts, in which it is written when a part of one is made."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


@contextmanager
def _strict() -> Iterator[None]:
    """Make an error of what the tool only warns of: a page that lost something looks like any other."""
    messages: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    collector = Collector(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(collector)
    try:
        yield
    finally:
        logger.removeHandler(collector)
    if messages:
        raise PdfFaultError("\n".join(dict.fromkeys(messages)))
