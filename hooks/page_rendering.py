"""Turn planned pages into Markdown.

Every text of a record goes through autoescape into a block of HTML, where neither Markdown nor the site
generator looks at it: what an editor typed is shown, never run.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from markupsafe import Markup, escape

from hooks import addresses, dutch_text
from hooks.paper_fragments import SCHEME, fragment_of
from hooks.term_links import TermIndex, TermLinks
from schema import follow_up, known_terms
from schema import practice as models

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

    from hooks.page_plan import Page
    from hooks.paper_contents import SheetContent
    from hooks.paper_fragments import Fragment
    from hooks.paper_plan import Sheet
    from hooks.session_contents import PracticeCard
    from hooks.site_settings import SiteSettings
    from schema.catalogue import Catalogue
    from schema.record import Record
    from schema.terms import Concept

TEMPLATES = Path(__file__).parent / "templates"

_MARKDOWN_SIGNS = frozenset("`[]()*_\\!&<>\"'")
_EMPTY_LINES = re.compile(r"\n\s*\n")
_LABELLED: dict[str, type[Record]] = {
    "practice": models.Practice,
    "target_group": models.TargetGroup,
    "funding": models.Funding,
    "contact": models.Contact,
    "follow_up": follow_up.FollowUp,
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


class PageRenderer:
    """Renders pages with the templates."""

    def __init__(self, catalogue: Catalogue, terms: TermIndex) -> None:
        self._environment = _environment(catalogue)
        self._terms = terms
        self._pieces = self._environment.get_template("_term_link.html.j2").module

    def for_screen(
        self, page: Page, known: set[str], settings: SiteSettings, sheet: Sheet | None = None
    ) -> RenderedPage:
        """Render a page of the site.

        Args:
            page: The page.
            known: All pages that it can lead to.
            settings: What the owner set.
            sheet: What it leads to for paper, if anything.

        Returns:
            The page.
        """

        @cache
        def link(target: str) -> str:
            if target.partition("#")[0] not in known:
                raise KeyError(target)
            return addresses.relative_address(target, source=page.uri, directory_addresses=settings.directory_addresses)

        def term_link(concept: Concept, written: str) -> Markup:
            meaning = ": ".join(part for part in (concept.full_name, concept.definition) if part)
            made: Markup = self._pieces.term_link(  # type: ignore[attr-defined]
                link(addresses.concept_uri(concept)), inside_markdown(meaning), written
            )
            return made

        links = TermLinks(self._terms, term_link)
        return RenderedPage(page.uri, self._render(page, link, links, sheet=sheet), page.in_navigation)

    def for_paper(self, page: Page) -> Fragment:
        """Render a page as a piece of a sheet, without the links of terms."""
        links = TermLinks(TermIndex(()), lambda _, written: escape(written))
        return fragment_of(page.uri, self._render(page, f"{SCHEME}{{}}".format, links, on_paper=True))

    def for_pdf(self, content: SheetContent, *, notes: bool = False) -> str:
        """Render a sheet as a document by itself, with lines to write on where `notes` are asked for."""
        return self._environment.get_template("sheet.html.j2").render(content=content, notes=notes)

    def card(self, card: PracticeCard, link: Callable[[str], str]) -> str:
        """Render a practice as a card by itself, with links that `link` makes."""
        return self._environment.get_template("card.html.j2").render(card=card, link=link)

    def _render(
        self,
        page: Page,
        link: Callable[[str], str],
        links: TermLinks,
        *,
        sheet: Sheet | None = None,
        on_paper: bool = False,
    ) -> str:
        return self._environment.get_template(page.template).render(
            page=page, content=page.content, link=link, term_links=links, sheet=sheet, on_paper=on_paper
        )


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
        "terms": _link_terms,
        "number": dutch_text.number_words,
        "size": dutch_text.size_words,
        "front_matter": _front_matter,
        "as_written": Markup,
    }
    environment.globals |= {
        "addresses": addresses,
        "known": known_terms,
        "labels": {name: _labels(model) for name, model in _LABELLED.items()},
        "term": partial(_term, catalogue),
        "practice_uri": addresses.practice_uri,
    }
    return environment


@pass_context
def _link_terms(context: Context, text: str) -> Markup:
    """Escape a text and link the terms that its page did not use before."""
    linked: Markup = context["term_links"].in_text(text)
    return linked


def _labels(model: type[Record]) -> dict[str, str]:
    """Give the labels of a model's fields, by their name in the code."""
    return {name: info.title or name for name, info in model.model_fields.items()}


def _term(catalogue: Catalogue, vocabulary: str, term_id: str) -> object:
    return catalogue.vocabularies[vocabulary][term_id]


def inside_markdown(text: str) -> Markup:
    """Escape a text for an attribute of a tag in running Markdown, which looks at everything but entities."""
    signs = (f"&#{ord(sign)};" if sign in _MARKDOWN_SIGNS else sign for sign in " ".join(text.split()))
    return Markup("".join(signs))  # noqa: S704 - what HTML or Markdown could take for markup is an entity now


def _front_matter(text: str) -> Markup:
    """Quote a text for YAML; HTML is escaped as well, because the theme puts these texts in pages as they are."""
    return Markup(json.dumps(str(escape(text)), ensure_ascii=False))  # noqa: S704 - quoted and escaped here
