"""Text in every colour of the site reaches 4.5:1 on every surface it is used on (WCAG 2.2, 1.4.3), in both schemes."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

STYLES = (ROOT / "docs" / "assets" / "styles" / "elk-kind-telt.css").read_text(encoding="utf-8")


SELECTORS = {"light": "[data-md-color-scheme]", "dark": '[data-md-color-scheme="slate"]'}


def colours(scheme: str) -> dict[str, str]:
    block = re.search(rf"^ *{re.escape(SELECTORS[scheme])} \{{(.*?)\}}", STYLES, flags=re.DOTALL | re.MULTILINE)
    return dict(re.findall(r"--ekt-([a-z-]+): (#[0-9a-f]{6});", block.group(1)))


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dimensions_on_their_tint_and_on_the_page(scheme, vocabularies):
    found = colours(scheme)
    for dimension in vocabularies["dimensies"].terms:
        tint = found[f"{dimension.id}-tint"]
        for surface in (found["page"], found["surface"], tint):
            assert contrast(found[dimension.id], surface) >= 4.5, (dimension.id, surface)
        for text in ("text", "muted", "primary"):
            assert contrast(found[text], tint) >= 4.5, (dimension.id, text)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_links_and_buttons(scheme):
    found = colours(scheme)
    for surface in (found["page"], found["surface"]):
        for text in ("text", "muted", "primary"):
            assert contrast(found[text], surface) >= 4.5, (text, surface)
    assert contrast(found["on-primary"], found["primary"]) >= 4.5
