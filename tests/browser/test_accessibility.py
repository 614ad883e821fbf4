"""What axe-core can see of WCAG 2.2 AA, on every page, dark and light, wide and narrow."""

from __future__ import annotations

from collections import defaultdict

import pytest
from axe_playwright_python.sync_playwright import Axe

PAPER = {
    f"afdrukken/{name}index.html"
    for name in (
        "",
        "inleiding/",
        "hoofdstuk-1/",
        "hoofdstuk-4-7/",
        "methodes/ruilwinkel/",
        "kaarten/hoofdstuk-4-7/",
        "begeleiding/hoofdstuk-4-7/",
        "mijn-boekje/",
        "mijn-kaarten/",
    )
}
"""Of what is to be printed a few of each kind: the others hold the same pieces, hundreds at a time."""

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}


APPEARANCES = pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1440)])


@pytest.fixture
def faults_on(visit, page):
    """Look at pages in one appearance and give what axe finds on each."""

    def look(addresses, scheme, width):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        found = []
        for address in addresses:
            visit(address)
            results = Axe().run(page, options=OPTIONS)
            found += [
                f"/{address}: {violation['id']}: {node['target']} {node['any'][0]['message'] if node['any'] else ''}"
                for violation in results.response["violations"]
                for node in violation["nodes"]
            ]
        return found

    return look


def pages_of(site):
    addresses = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    addresses = [address for address in addresses if not address.startswith("afdrukken/") or address in PAPER]
    assert set(addresses) >= PAPER
    return addresses


def few_of_each(site):
    """Give the first, the last and the largest page of each folder of practices or values, and all other pages."""
    folders = defaultdict(list)
    for address in pages_of(site):
        folder, _, rest = address.partition("/")
        folders[folder if rest.count("/") == 1 and folder not in {"afdrukken", "handboek"} else address].append(address)
    few = set()
    for pages in folders.values():
        few |= {pages[0], pages[-1], max(pages, key=lambda address: (site / address).stat().st_size)}
    return sorted(few)


@APPEARANCES
def test_axe_finds_nothing_on_a_few_pages_of_each_kind(faults_on, site, scheme, width):
    addresses = few_of_each(site)
    assert 40 < len(addresses) < 80
    assert faults_on(addresses, scheme, width) == []


@pytest.mark.long
@APPEARANCES
def test_axe_finds_nothing_on_any_page(faults_on, site, scheme, width):
    addresses = pages_of(site)
    assert len(addresses) > 200
    assert faults_on(addresses, scheme, width) == []
