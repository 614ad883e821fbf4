"""What axe-core can see of WCAG 2.2 AA, on every page, dark and light, wide and narrow."""

from __future__ import annotations

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


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1440)])
def test_axe_finds_nothing_on_any_page(visit, page, site, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    addresses = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    addresses = [address for address in addresses if not address.startswith("afdrukken/") or address in PAPER]
    assert set(addresses) >= PAPER
    found = []
    for address in addresses:
        visit(address)
        results = Axe().run(page, options=OPTIONS)
        found += [
            f"/{address}: {violation['id']}: {node['target']} {node['any'][0]['message'] if node['any'] else ''}"
            for violation in results.response["violations"]
            for node in violation["nodes"]
        ]
    assert len(addresses) > 200
    assert found == []
