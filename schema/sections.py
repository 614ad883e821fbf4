"""Which practices show which section of the handbook, in both directions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from schema.terms import Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schema.practice import Practice
    from schema.vocabulary import Vocabularies


class SectionIndex:
    """The sections of the handbook and the practices that show them.

    A practice shows a section when it stands in it, or when the section names one of the practice's dimensions
    or methods, or a step, a factor or an attention point that the practice illustrates.
    """

    def __init__(self, practices: Iterable[Practice], vocabularies: Vocabularies) -> None:
        shown: dict[str, list[Practice]] = defaultdict(list)
        self._sections: dict[str, tuple[Section, ...]] = {}
        sections = vocabularies.kind("delen", Section).terms
        for practice in practices:
            found = tuple(section for section in sections if _shows(practice, section))
            self._sections[practice.id] = found
            for section in found:
                shown[section.id].append(practice)
        self._practices = {section_id: tuple(found) for section_id, found in shown.items()}
        self._about = {term_id: section for section in sections for term_id in section.shown_by}

    def practices(self, section_id: str) -> tuple[Practice, ...]:
        """Give the practices that show a section, in the catalogue's order."""
        return self._practices.get(section_id, ())

    def about(self, term_id: str) -> Section:
        """Give the section that is about a step, a success factor or an attention point.

        Raises:
            KeyError: There is no such term.
        """
        return self._about[term_id]

    def sections(self, practice: Practice) -> tuple[Section, ...]:
        """Give the sections that a practice shows, in the handbook's order."""
        return self._sections[practice.id]


def _shows(practice: Practice, section: Section) -> bool:
    return (
        practice.section == section.id
        or not set(section.dimensions).isdisjoint(practice.dimensions)
        or not set(section.methods).isdisjoint(practice.methods)
        or any(shown.id in section.shown_by for shown in practice.illustrates)
    )
