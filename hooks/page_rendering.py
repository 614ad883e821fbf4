"""Turn planned pages into Markdown.

Every text of a record goes through autoescape into a block of HTML, where neither Markdown nor the site
generator looks at it: what an editor typed is shown, never run.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from hooks import addresses, dutch_text
from hooks.page_plan import Page, plan_pages
from schema import known_terms
from schema import practice as models

if TYPE_CHECKING:
    from hooks.site_settings import SiteSettings
    from schema.catalogue import Catalogue

TEMPLATES = Path(__file__).parent / "templates"

_EMPTY_LINES = re.compile(r"\n\s*\n")
_LABELLED: dict[str, type[models.Record]] = {
    "practice": models.Practice,
    "target_group": models.TargetGroup,
    "funding": models.Funding,
}


@dataclass(frozen=True)
class RenderedPage:
    """A page as any site generator can take it.

    Attributes:
        uri: Its source page, such as `praktijken/boempatat-boom.md`.
        markdown: Its text, front matter included.
        in_navigation: Whether the site's menu leads to it.
    """

    uri: str
    markdown: str
    in_navigation: bool


def render_pages(catalogue: Catalogue, settings: SiteSettings) -> tuple[RenderedPage, ...]:
    """Render every generated page of the site.

    Args:
        catalogue: The practices.
        settings: What the owner set.

    Returns:
        The pages, in a fixed order.

    Raises:
        ValueError: Two pages would get the same address.
    """
    pages = plan_pages(catalogue, settings)
    if len({page.uri for page in pages}) != len(pages):
        raise ValueError([page.uri for page in pages])
    known = {page.uri for page in pages} | {addresses.CONTRIBUTE, addresses.ABOUT}
    environment = _environment(catalogue)
    return tuple(_render(page, environment, known, settings) for page in pages)


def _render(page: Page, environment: Environment, known: set[str], settings: SiteSettings) -> RenderedPage:
    def link(target: str) -> str:
        if target.partition("#")[0] not in known:
            raise KeyError(target)
        return addresses.relative_address(target, source=page.uri, directory_addresses=settings.directory_addresses)

    markdown = environment.get_template(page.template).render(page=page, content=page.content, link=link)
    return RenderedPage(page.uri, markdown, page.in_navigation)


def _environment(catalogue: Catalogue) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "age": dutch_text.age_words,
        "date": dutch_text.date_words,
        "moment": dutch_text.moment_words,
        "money": dutch_text.money_words,
        "join_words": dutch_text.join_words,
        "lower_first": dutch_text.lower_first,
        "sentence": dutch_text.sentence_case,
        "count": dutch_text.count_words,
        "paragraphs": _EMPTY_LINES.split,
        "front_matter": _front_matter,
    }
    environment.globals |= {
        "addresses": addresses,
        "known": known_terms,
        "labels": {name: _labels(model) for name, model in _LABELLED.items()},
        "term": partial(_term, catalogue),
        "practice_uri": addresses.practice_uri,
    }
    return environment


def _labels(model: type[models.Record]) -> dict[str, str]:
    """Give the labels of a model's fields, by their name in the code."""
    return {name: info.title or name for name, info in model.model_fields.items()}


def _term(catalogue: Catalogue, vocabulary: str, term_id: str) -> object:
    return catalogue.vocabularies[vocabulary][term_id]


def _front_matter(text: str) -> Markup:
    """Quote a text for YAML; HTML is escaped as well, because the theme puts these texts in pages as they are."""
    return Markup(json.dumps(str(escape(text)), ensure_ascii=False))  # noqa: S704 - quoted and escaped here
