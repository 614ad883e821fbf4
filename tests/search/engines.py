"""Three searches with one question: which practices, best first, for this text?"""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Protocol

import yaml
from pagefind_bin import get_executable

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.conftest import Project

PRACTICE = re.compile(r"praktijken/([a-z0-9-]+)(?:/|\.md|\.html)")


class Search(Protocol):
    """A search on the built site."""

    name: str

    def pages(self, text: str) -> list[str]:
        """Give the addresses of what is found, best first."""


class OwnSearch:
    """The search of this site."""

    name = "Elk kind telt"

    def __init__(self, page: Page) -> None:
        self._page = page

    def load(self, root: str) -> None:
        self._page.add_script_tag(url=f"{root}assets/scripts/search-engine.js")
        assert self._page.evaluate("() => new Promise((resolve) => elkKindTelt.loadSearch(resolve))")

    def hits(self, text: str) -> list[dict]:
        return self._page.evaluate("(text) => elkKindTelt.search(text)", text)

    def pages(self, text: str) -> list[str]:
        return [hit["address"] for hit in self.hits(text)]


class ThemeSearch:
    """The search of Material, asked in its own worker, which is what its search field does at every key."""

    name = "Material"

    def __init__(self, page: Page) -> None:
        self._page = page

    def load(self, root: str) -> None:
        assert self._page.evaluate(
            """async (root) => {
                const [worker] = JSON.parse(document.getElementById("__config").textContent).search.split("#");
                const index = await (await fetch(root + "search/search_index.json")).json();
                const started = new Worker(root + worker.replace(/^(\\.\\.\\/)+/, ""));
                window.askTheme = (message) => new Promise((resolve, reject) => {
                    started.onmessage = (event) => resolve(event.data);
                    started.onerror = (event) => reject(new Error(event.message));
                    started.postMessage(message);
                });
                const { type } = await askTheme({ type: 0, data: { ...index, options: { suggest: false } } });
                return type === 1;
            }""",
            root,
        )

    def pages(self, text: str) -> list[str]:
        return self._page.evaluate(
            """async (text) => {
                const { items } = (await askTheme({ type: 2, data: text })).data;
                // What its result list does: a page comes with its sections, the best of them counts.
                return items.map((sections) => sections[0].location);
            }""",
            text,
        )


class Pagefind:
    """The search of pagefind, with the index in Dutch."""

    name = "pagefind"

    def __init__(self, page: Page) -> None:
        self._page = page

    def load(self, root: str) -> None:
        self._page.evaluate(
            """async (root) => {
                window.pagefind = await import(root + "pagefind/pagefind.js");
                await pagefind.init();
            }""",
            root,
        )

    def pages(self, text: str) -> list[str]:
        return self._page.evaluate(
            """async (text) => {
                const { results } = await pagefind.search(text);
                return Promise.all(results.map(async (result) => (await result.data()).url));
            }""",
            text,
        )


def practices(addresses: list[str]) -> list[str]:
    """Give the practices among addresses, each once, at the place of its best result."""
    found = (PRACTICE.search(address) for address in addresses)
    ids = (match[1] for match in found if match)
    return [practice for practice in dict.fromkeys(ids) if practice != "index"]


def with_theme_search(project: Project) -> Project:
    """Build a project with the theme's own search plugin, whatever its settings say."""
    settings = project.root / "mkdocs.yml"
    told = yaml.safe_load(settings.read_text(encoding="utf-8"))
    told["plugins"] = [{"search": {"lang": "nl"}}]
    settings.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), encoding="utf-8")
    result = project.build()
    assert result.returncode == 0, result.stderr
    return project


def pagefind_of(site: Path, folder: Path) -> None:
    """Let pagefind index what every page of a site has between its header and its footer."""
    settings = ["--force-language", "nl", "--root-selector", "#inhoud", "--output-path", folder / "pagefind"]
    subprocess.run([get_executable(), "--site", site, *settings], check=True, capture_output=True)
    (folder / "index.html").write_text("<!doctype html><title>pagefind</title>", encoding="utf-8")
