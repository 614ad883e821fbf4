"""The data that scripts in the browser work with, as files beside the pages.

Each is a classic script that adds to one object, because a browser that reads pages from a folder loads neither
modules nor fetched data: the same files serve the site on the web and the site on a stick.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks import addresses
from hooks.practice_data import practice_data
from hooks.search_index import INDEX_URI, search_index
from schema.form_description import record_data, record_model

if TYPE_CHECKING:
    from collections.abc import Callable

    from hooks.paper_pages import Paper
    from hooks.site_settings import SiteSettings
    from hooks.written_pages import WrittenPage
    from schema.catalogue import Catalogue
    from schema.practice import Practice


@dataclass(frozen=True)
class DataFile:
    """A file to publish as it is: where it goes, and its text."""

    uri: str
    text: str


def render_data(
    catalogue: Catalogue,
    written: tuple[WrittenPage, ...],
    settings: SiteSettings,
    paper: Paper,
    card: Callable[[Practice], str],
) -> tuple[DataFile, ...]:
    """Make every data file of the site, in a fixed order; `card` gives a practice as a card."""
    index = search_index(catalogue, written, directory_addresses=settings.directory_addresses)
    return (
        DataFile(addresses.PRACTICES_DATA, as_script("practices", practice_data(catalogue))),
        DataFile(INDEX_URI, as_script("searchIndex", index)),
        *(
            DataFile(
                addresses.paper_data(practice.id),
                as_entry("paper", practice.id, {"piece": html, "card": card(practice)}),
            )
            for practice, html in paper.for_booklet()
        ),
        DataFile(addresses.RECORD_MODEL_DATA, as_script("recordModel", record_model(catalogue.vocabularies))),
        *(
            DataFile(addresses.record_data(practice.id), as_entry("records", practice.id, record_data(practice)))
            for practice in catalogue.practices
        ),
    )


def as_script(name: str, data: object) -> str:
    """Write data as a script that puts it in `window.elkKindTelt` under a name.

    Args:
        name: The name in the browser, such as `practices`.
        data: Anything that JSON can hold.

    Returns:
        The script; the same data always give the same text.
    """
    return f"(window.elkKindTelt ??= {{}}).{name} = {_literal(data)};\n"


def as_entry(name: str, key: str, data: object) -> str:
    """Write data as a script that adds it, under a key, to what `window.elkKindTelt` has under a name."""
    return f"((window.elkKindTelt ??= {{}}).{name} ??= {{}})[{_literal(key)}] = {_literal(data)};\n"


def _literal(data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Two characters that JSON takes in a text and older JavaScript does not.
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
