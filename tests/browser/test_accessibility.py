"""What axe-core can see of WCAG 2.2 AA, on every kind of page, in both schemes, wide and narrow."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_visit import PAGES

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit, page, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    found = []
    for path in PAGES:
        visit(path)
        results = Axe().run(page, options=OPTIONS)
        found += [
            f"/{path}: {violation['id']}: {node['target']} {node['any'][0]['message'] if node['any'] else ''}"
            for violation in results.response["violations"]
            for node in violation["nodes"]
        ]
    assert found == []
