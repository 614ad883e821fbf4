"""The command that makes the PDFs, `python -m hooks.pdf`; the only place here that prints or sets an exit code."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING

from hooks import pdf_making
from hooks.pdf_shelf import ASSETS, FOLDER, PdfDocument, Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hooks.pdf_documents import PdfDocuments
    from hooks.pdf_shelf import ShelvedPdf

_INPUT = ("practices", "schema", "docs", "hooks")
_STAMP = "stand.json"
_WITH_NOTES = "met-notitielijnen"
_HELP_NO_ADDRESS = """\
Let op: 'site_url' in mkdocs.yml is leeg. De pdf's zeggen dus niet waar de site staat en hebben geen QR-codes."""
_HELP_MISSING = """\
Pdf's maken lukt hier niet: {} ontbreekt. De site is er volledig zonder; haar pagina's druk je af uit de browser.
Om wel pdf's te maken:
  1. WeasyPrint:  python -m pip install --require-hashes -r requirements-pdf.lock
  2. Pango:       Debian of Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0
                  macOS: brew install pango
                  Windows: zie https://doc.courtbouillon.org/weasyprint/stable/first_steps.html"""


def main(arguments: list[str] | None = None, root: Path | None = None) -> int:
    """Make the PDFs that are missing.

    Args:
        arguments: What was typed; by default what was typed here.
        root: The folder of the repository; by default the folder that one is in.

    Returns:
        0 when every PDF that was asked for is there, 1 when not, 2 when the command is not understood.
    """
    parser = argparse.ArgumentParser(prog="python -m hooks.pdf", description="Maakt de pdf's die er nog niet zijn.")
    parser.add_argument("naam", nargs="*", help="alleen deze, zoals hoofdstuk-4-1 of methodes/ruilwinkel")
    parser.add_argument("--alles", action="store_true", help="maak ook opnieuw wat er al is")
    parser.add_argument(
        "--notitielijnen", action="store_true", help=f"met lijnen om te schrijven, in {FOLDER}/{_WITH_NOTES}/"
    )
    options = parser.parse_args(arguments)
    root = (root or Path()).resolve()
    if options.notitielijnen and not options.naam:
        _print("Zeg welke met notitielijnen moet: python -m hooks.pdf --notitielijnen hoofdstuk-4-1")
        return 2
    stamp = "" if options.naam or options.alles else _stamp(root)
    if stamp and _is_done(root, stamp):
        _print("Er is niets veranderd: alle pdf's zijn er al.")
        return 0
    documents = _read(root) if _can_make() else None
    if documents is None:
        return 1
    return _answer(options, root, documents, stamp)


def _answer(options: argparse.Namespace, root: Path, documents: PdfDocuments, stamp: str) -> int:
    names = options.naam or documents.names
    unknown = [name for name in names if name not in documents.names]
    if unknown:
        _print(f"Dit is er niet om af te drukken: {', '.join(unknown)}. Wel: {', '.join(documents.names)}.")
        return 2
    if not documents.has_address:
        _print(_HELP_NO_ADDRESS)
    if options.notitielijnen:
        return _make_with_notes(root, [documents.document(name, notes=True) for name in names])
    return _make_missing(root, documents, names, again=options.alles, stamp=stamp)


def _can_make() -> bool:
    try:
        pdf_making.check_tools()
    except pdf_making.PdfToolMissingError as error:
        _print(_HELP_MISSING.format(error))
        return False
    return True


def _read(root: Path) -> PdfDocuments | None:
    # Loading all of this takes longer than seeing that nothing changed.
    from hooks.mkdocs_events import read_project  # noqa: PLC0415
    from hooks.site_rendering import plan_paper  # noqa: PLC0415
    from hooks.site_settings import InvalidSettingError  # noqa: PLC0415
    from schema.problems import InvalidRecordsError, summary  # noqa: PLC0415

    try:
        return plan_paper(*read_project(root))
    except InvalidSettingError as error:
        _print(str(error))
    except InvalidRecordsError as error:
        _print("\n".join(map(str, error.problems)))
        _print(f"\n{summary(error.problems)}")
    return None


def _make_missing(root: Path, documents: PdfDocuments, names: Sequence[str], *, again: bool, stamp: str) -> int:
    shelf = Shelf(root / FOLDER)
    wanted = [documents.document(name) for name in names]
    missing = [document for document in wanted if again or not shelf.find(document)]
    failed = _make(missing, shelf.store)
    if failed:
        return 1
    if len(wanted) == len(documents.names):
        gone = shelf.prune(wanted)
        if gone:
            _print(f"Weggegooid wat niet meer nodig is: {gone}.")
    if stamp:
        files = [found.path.name for found in map(shelf.find, wanted) if found]
        (root / FOLDER / _STAMP).write_text(json.dumps({"invoer": stamp, "bestanden": files}), encoding="utf-8")
    _print(f"Klaar: {len(missing)} gemaakt, {len(wanted) - len(missing)} waren er al.")
    return 0


def _make_with_notes(root: Path, documents: Sequence[PdfDocument]) -> int:
    folder = root / FOLDER / _WITH_NOTES

    def write(document: PdfDocument, content: bytes, _: int) -> None:
        path = folder / f"{document.name}.pdf"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    failed = _make(documents, write)
    if not failed:
        _print(f"Klaar, in {FOLDER}/{_WITH_NOTES}/. Deze komen niet op de site.")
    return 1 if failed else 0


def _make(documents: Sequence[PdfDocument], keep: Callable[[PdfDocument, bytes, int], ShelvedPdf | None]) -> int:
    """Make PDFs, on two cores when there are two, and give the number that failed."""
    failed = 0
    # The longest first, so that no core waits for it at the end.
    queue = sorted(documents, key=lambda document: (-len(document.html), document.name))
    for document, made in _made(queue):
        if isinstance(made, Exception):
            failed += 1
            _print(f"{document.name}: mislukt. WeasyPrint meldt:\n{made}")
            continue
        keep(document, made.content, made.pages)
        _print(f"{document.name}: {made.pages} {'bladzijde' if made.pages == 1 else 'bladzijden'}")
    return failed


def _made(documents: Sequence[PdfDocument]) -> Iterator[tuple[PdfDocument, pdf_making.MadePdf | Exception]]:
    workers = min(2, os.cpu_count() or 1, len(documents))
    if workers < 2:
        for document in documents:
            try:
                yield document, pdf_making.make_pdf(document.html, document.style, ASSETS)
            except pdf_making.PdfFaultError as error:
                yield document, error
        return
    with ProcessPoolExecutor(workers) as pool:
        running = {
            pool.submit(pdf_making.make_pdf, document.html, document.style, ASSETS): document for document in documents
        }
        for done in as_completed(running):
            try:
                yield running[done], done.result()
            except pdf_making.PdfFaultError as error:
                yield running[done], error


def _stamp(root: Path) -> str:
    """Give what differs whenever a file does that a PDF is made of, or nothing where a file alone cannot tell."""
    settings = (root / "mkdocs.yml").read_bytes()
    if b"!ENV" in settings or b"INHERIT" in settings:
        return ""
    digest = hashlib.sha256(settings)
    for name in _INPUT:
        for path in sorted((root / name).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _is_done(root: Path, stamp: str) -> bool:
    """Whether the PDFs of exactly this input were all made, and are all still there."""
    try:
        last = json.loads((root / FOLDER / _STAMP).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return False
    return last["invoer"] == stamp and all((root / FOLDER / name).is_file() for name in last["bestanden"])


def _print(text: str) -> None:
    """Print Dutch, also where the terminal speaks no UTF-8."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, errors="replace").decode(encoding) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
