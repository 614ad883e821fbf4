"""Paper, as a trainer prints it from the browser: dark on white, the whole text, no menus."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_printed_practice_is_dark_on_white_without_menus(visit, page, scheme):
    page.emulate_media(color_scheme=scheme)
    visit("praktijken/boempatat-boom/")
    page.emulate_media(color_scheme=scheme, media="print")
    colour = page.evaluate("getComputedStyle(document.querySelector('.md-typeset .ekt-steps li')).color")
    red, green, blue = (int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(", "))
    assert max(red, green, blue) < 100, colour
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in {
        "rgba(0, 0, 0, 0)",
        "rgb(255, 255, 255)",
    }
    for gone in (".ekt-header", ".ekt-footer", ".ekt-skip", ".ekt-crumbs", ".md-sidebar"):
        assert not page.locator(gone).first.is_visible(), gone
    assert page.get_by_role("heading", name="Aanpak").is_visible()
    assert page.get_by_role("heading", name="Bronnen").is_visible()
