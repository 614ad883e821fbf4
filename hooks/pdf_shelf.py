"""The finished PDFs: a folder in which each is named by everything that decides its bytes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = ".pdf"
"""The folder of finished PDFs in the repository; it is not committed."""

ASSETS = Path(__file__).parent.parent / "docs" / "assets"
"""The folder from which the style takes its fonts."""

_STYLE = Path(__file__).parent / "templates" / "paper.css"
_MAKING = Path(__file__).parent / "pdf_making.py"
_NAME = re.compile(r".+\.([0-9a-f]{24})\.([1-9][0-9]*)\.pdf")
"""The name of a file: that of its document, the digest, and the number of pages."""

_FONT = re.compile(r'url\("(fonts/[^"]+)"\)')


@dataclass(frozen=True)
class PdfDocument:
    """What a PDF is made of.

    Attributes:
        name: Where it goes, such as `hoofdstuk-4-1` or `methodes/ruilwinkel`.
        html: Its text.
        style: Its style.
        recipe: Stands for all that decides its bytes besides its text.
    """

    name: str
    html: str
    style: str
    recipe: str

    @property
    def digest(self) -> str:
        """Differs from that of every document that would give another PDF."""
        return hashlib.sha256(f"{self.recipe}\n{self.html}".encode()).hexdigest()[:24]


@dataclass(frozen=True)
class ShelvedPdf:
    """A finished PDF.

    Attributes:
        path: The file.
        pages: How many pages it has.
        size: How many bytes.
    """

    path: Path
    pages: int
    size: int


class DocumentMaker:
    """Makes documents that share one style."""

    def __init__(self) -> None:
        self._style = _STYLE.read_text(encoding="utf-8")
        digest = hashlib.sha256(self._style.encode())
        for path in (_MAKING, *(ASSETS / font for font in _FONT.findall(self._style))):
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        self._recipe = digest.hexdigest()

    def document(self, name: str, html: str) -> PdfDocument:
        """Make a document of a text."""
        return PdfDocument(name, html, self._style, self._recipe)


class Shelf:
    """The folder of finished PDFs. It is read once; what others put there later is not seen."""

    def __init__(self, folder: Path) -> None:
        """Look what there is.

        Args:
            folder: The folder, which need not exist.
        """
        self._folder = folder
        self._files: dict[str, ShelvedPdf] = {}
        for path in sorted(folder.glob("*.pdf")) if folder.is_dir() else ():
            match = _NAME.fullmatch(path.name)
            if match:
                self._files[match[1]] = ShelvedPdf(path, int(match[2]), path.stat().st_size)

    def __len__(self) -> int:
        return len(self._files)

    def find(self, document: PdfDocument) -> ShelvedPdf | None:
        """Give the PDF of exactly this document, if it was made."""
        return self._files.get(document.digest)

    def store(self, document: PdfDocument, content: bytes, pages: int) -> ShelvedPdf:
        """Keep a PDF.

        Args:
            document: What it was made of.
            content: Its bytes.
            pages: How many pages it has.

        Returns:
            The PDF on the shelf.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{document.name.replace('/', '--')}.{document.digest}.{pages}.pdf"
        # A file gets its name when it is whole: half a PDF is never found.
        unfinished = path.with_suffix(".deel")
        unfinished.write_bytes(content)
        unfinished.replace(path)
        stored = ShelvedPdf(path, pages, len(content))
        self._files[document.digest] = stored
        return stored

    def prune(self, needed: Iterable[PdfDocument]) -> int:
        """Throw away what none of these documents needs.

        Returns:
            How many PDFs that were.
        """
        keep = {document.digest for document in needed}
        spare = [digest for digest in self._files if digest not in keep]
        for digest in spare:
            self._files.pop(digest).path.unlink()
        for rest in self._folder.glob("*.deel"):
            rest.unlink()
        return len(spare)
