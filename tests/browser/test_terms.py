"""The meaning of a term beside it: by mouse, by keyboard and without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

PRACTICE = "praktijken/kledingtoelage-geel/"


def test_the_meaning_shows_on_focus_and_goes_with_escape(visit):
    page = visit(PRACTICE)
    term = page.locator("a.ekt-term", has_text="OCMW").first
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_hidden()
    term.focus()
    expect(tip).to_contain_text("openbaar centrum voor maatschappelijk welzijn")
    expect(term).to_have_accessible_description(re.compile("openbaar centrum"))
    expect(tip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(term).to_be_focused()


def test_the_pointer_can_cross_to_the_meaning_and_select_it(visit):
    page = visit(PRACTICE)
    page.locator("a.ekt-term").first.hover()
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    tip.hover()
    page.wait_for_timeout(400)  # longer than the tooltip waits before it goes
    expect(tip).to_be_visible()
    page.mouse.move(0, 0)
    expect(tip).to_be_hidden()


def test_the_meaning_stays_while_its_term_has_the_focus(visit):
    page = visit(PRACTICE)
    term = page.locator("a.ekt-term").first
    term.focus()
    term.hover()
    page.mouse.move(0, 0)
    page.wait_for_timeout(400)
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("tooltip")).to_be_hidden()


@pytest.mark.parametrize("height", [740, 300])
@pytest.mark.browser_context_args(viewport={"width": 360, "height": 740})
def test_the_meaning_fits_on_a_phone(visit, height):
    page = visit("handboek/stappen/")
    page.set_viewport_size({"width": 360, "height": height})
    for term in page.locator("a.ekt-term").all():
        term.focus()
        box = page.get_by_role("tooltip").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert box["y"] >= page.locator(".ekt-header").bounding_box()["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_term_leads_to_the_glossary(visit):
    page = visit(PRACTICE)
    page.locator("a.ekt-term", has_text="OCMW").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Begrippen en afkortingen")
    expect(page.locator("#ocmw")).to_be_in_viewport()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_a_term_has_a_title(visit):
    term = visit(PRACTICE).locator("a.ekt-term", has_text="OCMW").first
    expect(term).to_have_attribute("title", re.compile("openbaar centrum"))
