"""What must hold for every PDF; used on ordinary chapters and on hard ones."""

from __future__ import annotations

import io

import page as page_validation
import pdfua

from tests.pdf.reading import Pdf, lines, squeezed

OUR_FONTS = ("Atkinson-Hyperlegible-Next", "Fraunces")


def check_everything(pdf: Pdf) -> None:
    check_meta(pdf)
    check_conformance(pdf)
    check_fonts(pdf)
    check_places(pdf)
    check_lines(pdf)
    check_headings(pdf)
    check_links(pdf)


def check_meta(pdf: Pdf) -> None:
    catalogue = pdf.reader.root_object
    assert catalogue["/Lang"] == "nl-BE"
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in catalogue
    assert pdf.reader.metadata.title.endswith("Elk kind telt")
    assert pdf.reader.metadata.author == "Elk kind telt"
    # The clock is no part of the text.
    assert pdf.reader.metadata.creation_date is None


def check_conformance(pdf: Pdf) -> None:
    report = page_validation.validate_pdf_bytes(pdf.content, profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.rules.failed == 0, [(failure.rule_id, failure.message) for failure in report.failures]
    assert report.rules.total >= 100
    second = pdfua.validate(io.BytesIO(pdf.content))
    assert [(finding.rule_id, finding.message) for finding in second.findings] == []


def check_fonts(pdf: Pdf) -> None:
    assert pdf.fonts
    assert all(font.embedded for font in pdf.fonts.values())
    # A font of the system in between means a letter that ours do not have.
    assert [name for name in pdf.fonts if not name.startswith(OUR_FONTS)] == []


def check_places(pdf: Pdf) -> None:
    """Nothing stands outside the margins, the smallest of which is that of a head or a foot: 10 mm."""
    for number, (sheet, runs) in enumerate(zip(pdf.reader.pages, pdf.pages, strict=True), 1):
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (595, 842)
        for run in runs:
            assert run.left >= 28 / 25.4 * 72 - 1, (number, run)
            assert run.right <= 595.3 - 18 / 25.4 * 72 + 1, (number, run)
            assert 28 <= run.y <= 842 - 28, (number, run)


def check_lines(pdf: Pdf) -> None:
    short = [(number, body) for number, body in enumerate(pdf.bodies, 1) if lines(body) < 3]
    assert short == []


def check_headings(pdf: Pdf) -> None:
    """Every bookmark leads to its words, and no heading is the last thing on its page."""
    for _, title, number in pdf.bookmarks:
        text = pdf.text(number, number + 1)
        assert squeezed(title) in text, (title, number)
        assert not text.endswith(squeezed(title)), (title, number)


def check_links(pdf: Pdf) -> None:
    places = pdf.reader.named_destinations
    for number, target in pdf.links():
        assert str(target).startswith(("https://", "http://", "mailto:")) or str(target) in places, (number, target)


def check_practices(pdf: Pdf, practices) -> None:
    """Each practice is there once, on pages of its own, with all that its record says."""
    top = {depth for depth, title, _ in pdf.bookmarks for practice in practices if title == practice.title}
    assert len(top) == 1
    marks = [(title, number) for depth, title, number in pdf.bookmarks if depth <= min(top)]
    for practice in practices:
        [(place, number)] = [(place, number) for place, (title, number) in enumerate(marks) if title == practice.title]
        end = marks[place + 1][1] if place + 1 < len(marks) else len(pdf)
        assert end > number
        text = pdf.text(number, end)
        assert text.startswith(squeezed(practice.title))
        missing = [told for told in texts_of(practice) if squeezed(told) not in text]
        assert missing == [], practice.id


def texts_of(practice) -> list[str]:
    """Give every free text of a record, a paragraph at a time."""
    found: list[str] = []

    def walk(value, name=""):
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(inner, key)
        elif isinstance(value, (list, tuple)):
            for inner in value:
                walk(inner, name)
        elif isinstance(value, str) and " " in value:
            found.extend(paragraph for paragraph in value.split("\n\n") if paragraph.strip())

    walk(practice.model_dump(mode="json", by_alias=False))
    return found
