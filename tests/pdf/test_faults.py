"""The checks see what they are for, and what would go wrong in silence stops the making."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hooks.pdf_making import PdfFaultError, make_pdf
from hooks.pdf_shelf import ASSETS
from tests.pdf import checks
from tests.pdf.conftest import pdf_of

FAULTS = {
    "text in the margin": (checks.check_places, ".ekt-lead { margin-right: -60mm }"),
    "a page with one line": (checks.check_lines, "h3 { break-before: page; break-after: page !important }"),
    "a heading at the foot": (checks.check_headings, "h3 { break-after: page !important }"),
    "a borrowed letter": (checks.check_fonts, "h3::after { content: '\\4e2d' }"),
    "bullets of the tool": (checks.check_conformance, "ul { list-style: disc } ul > li::before { content: none }"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_seen(repository, name):
    check, fault = FAULTS[name]
    document = repository[1].document("methodes/ruilwinkel")
    check(pdf_of(document))
    # A letter that no font of the system has stops the making itself.
    with pytest.raises((AssertionError, PdfFaultError)):
        check(pdf_of(replace(document, style=f"{document.style}\n{fault}")))


def test_a_text_left_out_is_seen(repository):
    catalogue, documents = repository
    document = documents.document("methodes/ruilwinkel")
    practices = [practice for practice in catalogue.practices if "ruilwinkel" in practice.methods]
    with pytest.raises(AssertionError):
        checks.check_practices(pdf_of(replace(document, style=f"{document.style}\nol {{ display: none }}")), practices)


@pytest.mark.parametrize(
    ("html", "style"),
    [
        ("<p>x</p>", "p { font-weight: 200 800 }"),
        ('<p><a href="#nergens">x</a></p>', ""),
        ('<p><img alt="x" src="https://www.voorbeeld.be/x.png"></p>', ""),
        ('<p><img alt="x" src="file:///etc/hostname"></p>', ""),
    ],
)
def test_what_would_be_lost_in_silence_is_an_error(html, style):
    with pytest.raises(PdfFaultError):
        make_pdf(f'<html lang="nl-BE"><title>x</title><body>{html}</body></html>', style, ASSETS)
