"""What the tests of the pages to compare and to keep share."""

from __future__ import annotations

import json
from urllib.parse import parse_qsl, urlencode, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.test_accessibility import OPTIONS

FIVE = (
    "boempatat-boom",
    "feestvarken-vzw",
    "kinderrechtenplan-zottegem",
    "instapje-genk",
    "geboortetoelage-leuven",
)
NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })"
FULL_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


def ids_of(page: Page) -> list[str]:
    """Give the practices that the address names, in order."""
    return [value for name, value in parse_qsl(urlsplit(here(page)).query) if name == "id"]


def here(page: Page) -> str:
    """Give the address as the page has it now; the driver hears of it a little later."""
    return str(page.evaluate("location.href"))


def query(*ids: str) -> str:
    return urlencode([("id", one) for one in ids])


def keep(page: Page, *ids: str, notes: tuple[str, ...] = ()) -> None:
    """Put practices in the reader's selection, as an earlier visit did."""
    noted = dict(zip(ids, notes, strict=False))
    kept = {"version": 1, "practices": [{"id": one, "note": noted.get(one, "")} for one in ids]}
    page.evaluate("kept => localStorage.setItem('ekt-selectie', kept)", json.dumps(kept))


def kept(page: Page) -> list[tuple[str, str]]:
    """Read what the browser keeps: the ids with their notes, in order."""
    found = json.loads(page.evaluate("localStorage.getItem('ekt-selectie')") or '{"practices": []}')
    return [(entry["id"], entry["note"]) for entry in found["practices"]]


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def faults(page: Page) -> list[str]:
    """Give what axe-core finds wrong with the page as it is now."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{fault['id']}: {node['target']}" for fault in found for node in fault["nodes"]]


def small_targets(page: Page, selector: str) -> list[str]:
    """Give the controls that a finger cannot hit: under 24 pixels."""
    return page.locator(selector).evaluate_all(
        """found => found.filter((one) => one.offsetParent)
             .map((one) => [one.textContent.trim(), one.getBoundingClientRect()])
             .filter(([, box]) => box.width < 24 || box.height < 24)
             .map(([words, box]) => `${words} ${box.width} ${box.height}`)"""
    )
