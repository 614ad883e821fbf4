"""Link the terms of the glossary where a page first uses them, with their meaning as a tooltip."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from schema.vocabulary import Concept

# What stays as it is in Markdown: fenced code; headings, quotations, tables, HTML and indented lines; code, links,
# tags, attributes and bare addresses.
_NO_PROSE = re.compile(
    r"(^(?:```|~~~)[\s\S]*?^(?:```|~~~)|^(?:#|>|\||<| {4,}\S)[^\n]*"
    r"|`[^`]*`|!?\[[^\]]*\]\([^)]*\)|<[^>]*>|\{:?[^}\n]*\}|https?://\S+|www\.\S+)",
    re.MULTILINE,
)


class TermIndex:
    """All ways in which the terms of the glossary are written."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._by_form: dict[str, Concept] = {}
        for concept in concepts:
            for form in (concept.label, *concept.forms):
                for spelling in _spellings(form):
                    self._by_form.setdefault(spelling, concept)
        longest_first = sorted(self._by_form, key=lambda form: (-len(form), form))
        # Parts of compounds and of hyphenated words are other words.
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")

    def find(self, text: str) -> Iterable[re.Match[str]]:
        """Find every use of a term, longest form first."""
        return self._pattern.finditer(text) if self._by_form else ()

    def concept(self, form: str) -> Concept:
        """Give the term that is written like this."""
        return self._by_form[form]


class TermLinks:
    """The terms of one page: each is linked once.

    Attributes:
        used: The terms that the page used so far, in that order.
    """

    def __init__(self, index: TermIndex, link: Callable[[Concept, str], Markup]) -> None:
        self._index = index
        self._link = link
        self.used: list[Concept] = []

    def in_text(self, text: str) -> Markup:
        """Escape a text and link the terms that the page did not use before."""
        return self._linked(text, escape)

    def in_markdown(self, text: str) -> Markup:
        """Link the terms in the running text of Markdown; headings, quotations, tables, links and code stay."""
        # Every second piece is what split() matched. Markdown escapes the text itself.
        return Markup("").join(
            Markup(piece) if place % 2 else self._linked(piece, Markup)  # noqa: S704 - written in docs/, not in a record
            for place, piece in enumerate(_NO_PROSE.split(text))
        )

    def _linked(self, text: str, as_markup: Callable[[str], Markup]) -> Markup:
        done = 0
        parts = []
        for match in self._index.find(text):
            concept = self._index.concept(match[0])
            if concept in self.used:
                continue
            self.used.append(concept)
            parts += [as_markup(text[done : match.start()]), self._link(concept, match[0])]
            done = match.end()
        return Markup("").join([*parts, as_markup(text[done:])])


def _spellings(form: str) -> set[str]:
    """A term at the start of a sentence has a capital; a name or an abbreviation is written one way only."""
    return {form, form[:1].upper() + form[1:]} if form[:1].islower() else {form}
