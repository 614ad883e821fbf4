"""What the tests of the form share: reading the page of a practice and the form's own view of it alike."""

from __future__ import annotations

from playwright.sync_api import Page, expect

OWN = """page => {
  const words = (node) => node.innerText.replace(/\\s+/g, " ").trim();
  const told = {};
  for (const row of page.querySelectorAll(".ekt-facts > div"))
    told[`feit: ${words(row.querySelector("dt"))}`] = words(row.querySelector("dd"));
  told.titel = words(page.querySelector(".ekt-preview__title"));
  told.kop = words(page.querySelector(".ekt-head"));
  for (const heading of page.querySelectorAll("h4"))
    told[words(heading)] = words(heading.parentElement).slice(words(heading).length).trim();
  return told;
}"""
REAL = """page => {
  for (const node of page.querySelectorAll(".ekt-crumbs, .ekt-head svg, .ekt-keep, .ekt-screen")) node.remove();
  const words = (node) => node.innerText.replace(/\\s+/g, " ").trim();
  const told = {};
  for (const row of page.querySelectorAll(".ekt-facts > div"))
    told[`feit: ${words(row.querySelector("dt"))}`] = words(row.querySelector("dd"));
  told.titel = words(page.querySelector("h1"));
  told.kop = words(page.querySelector(".ekt-head"));
  for (const heading of page.querySelectorAll("h2")) {
    const parts = [];
    for (let node = heading.nextElementSibling; node && node.matches(":not(h2, aside)"); node = node.nextElementSibling)
      if (!node.innerText.startsWith("Meer lezen in het handboek")) parts.push(words(node));
    told[words(heading)] = parts.filter(Boolean).join(" ");
  }
  return told;
}"""
PAGE = "nieuwe-praktijk/"
SMALL = {
    "titel": "Ruilhoek",
    "kort": "Ouders ruilen er kleren.",
    "herkomst": "nieuwer",
    "hoofdstuk": "4/1",
    "dimensies": ["materieel-welzijn"],
    "doelgroep": {"omschrijving": "Ouders met kleine kinderen.", "einddoelgroep": ["ouders"]},
    "waar": {"gemeenten": ["boom"]},
    "trekkers": [{"naam": "OCMW Boom", "type": "overheid", "zekerheid": "vermeld"}],
    "methodes": ["ruilwinkel"],
    "aanpak": ["Kom binnen."],
    "status": {"stand": "lopend", "peildatum": "2012"},
    "bronnen": [{"titel": "Een boek", "vindplaats": "bladzijde 3"}],
    "toegevoegd": "2026-11-01",
    "nagekeken": "2026-11-01",
}
ONLY_REAL = {"Veranderd sinds 2012", "Ook deze praktijken verwijzen hierheen", "Verwante praktijken"}
"""What the site adds to a page itself, or shows with cards of other practices."""


def preview(page: Page) -> dict[str, str]:
    """Read the form's view of the page, by heading."""
    page.wait_for_timeout(300)
    return page.locator("[data-preview]").evaluate(OWN)


def practice_page(page: Page) -> dict[str, str]:
    """Read the page of a practice, by heading."""
    return page.locator("#inhoud").evaluate(REAL)


def data(page: Page) -> dict:
    return page.evaluate("elkKindTelt.recordForm.read()")


def opened(page: Page) -> Page:
    """Wait until the form works."""
    expect(page.locator("[data-with-scripts]")).to_be_visible()
    page.wait_for_function("elkKindTelt.recordForm?.id !== undefined")
    return page


def field(page: Page, key: str):
    return page.locator(f'[data-fields] [data-field="{key}"]').first


def add(page: Page, key: str):
    """Add a point to a list; give it."""
    made = field(page, key)
    made.locator("> [data-add]").click()
    return made.locator("> [data-item-list] > [data-item]").last


def unfold(page: Page) -> None:
    """Open everything that folds away."""
    page.evaluate("document.querySelectorAll('[data-fields] details').forEach((one) => (one.open = true))")


def fill(page: Page, record: dict) -> None:
    page.evaluate("record => elkKindTelt.recordForm.fill(record)", record)


def check(page: Page) -> None:
    page.get_by_role("button", name="Kijk na").click()


def problems(page: Page) -> list[str]:
    return page.locator("[data-problems-list] a").all_inner_texts()


def download(page: Page):
    """Ask for the file; give it."""
    with page.expect_download() as caught:
        page.get_by_role("button", name="Bewaar het bestand").click()
    return caught.value
