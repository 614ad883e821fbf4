"""Link the terms of the glossary where a page first uses them, with their meaning as a tooltip."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from hooks.markdown_prose import split_prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from schema.terms import Concept


class TermIndex:
    """All ways in which the terms of the glossary are written."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._by_form = {form: concept for concept in concepts for form in concept.spellings}
        longest_first = sorted(self._by_form, key=lambda form: (-len(form), form))
        forms = "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest_first)
        # Parts of compounds and of hyphenated words are other words. Without forms nothing matches.
        self._pattern = re.compile(rf"(?<![\w-])(?:{forms or '(?!)'})(?![\w-])")

    def find(self, text: str) -> Iterator[tuple[re.Match[str], Concept]]:
        """Find every use of a term, longest form first, also where it runs over the end of a line."""
        for match in self._pattern.finditer(text):
            yield match, self._by_form[" ".join(match[0].split())]

    def used_in(self, texts: Iterable[str]) -> tuple[Concept, ...]:
        """Give the terms that texts use, in the order of first use."""
        found = {concept.id: concept for text in texts for _, concept in self.find(text)}
        return tuple(found.values())


class TermLinks:
    """The terms of one page: each is linked once."""

    def __init__(self, index: TermIndex, link: Callable[[Concept, str], Markup]) -> None:
        """Start a page.

        Args:
            index: The glossary.
            link: Makes the link of a term from the term and the words that the text uses for it.
        """
        self._index = index
        self._link = link
        self._linked_ids: set[str] = set()

    def in_text(self, text: str) -> Markup:
        """Escape a text and link the terms that the page did not use before."""
        return self._linked(text, escape)

    def in_markdown(self, text: str) -> Markup:
        """Link the terms in the running text of Markdown; Markdown escapes the text itself."""
        return Markup("").join(
            self._linked(piece, Markup) if is_prose else Markup(piece)  # noqa: S704 - from docs/, not from a record
            for piece, is_prose in split_prose(text)
        )

    def _linked(self, text: str, as_markup: Callable[[str], Markup]) -> Markup:
        done = 0
        parts = []
        for match, concept in self._index.find(text):
            if concept.id in self._linked_ids:
                continue
            self._linked_ids.add(concept.id)
            parts += [as_markup(text[done : match.start()]), self._link(concept, match[0])]
            done = match.end()
        return Markup("").join([*parts, as_markup(text[done:])])
