"""The terms that a field can hold, and which of them an editor means by a number, an id, a label or a part of it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from schema.rules import Never

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schema.field_guide import FieldDescription
    from schema.terms import Term
    from schema.vocabulary import Vocabularies


def terms_of(field: FieldDescription, vocabularies: Vocabularies) -> list[Term]:
    """Give the terms that a field can hold, in the order to show."""
    never = {rule.value for rule in field.rules if isinstance(rule, Never)}
    return [term for name in field.vocabularies for term in vocabularies[name].terms if term.id not in never]


def meant_by(answer: str, shown: Sequence[Term], terms: Sequence[Term]) -> list[Term]:
    """Find the terms that an answer can mean.

    Args:
        answer: What was typed: the number of a term that is shown, or an id, a label or a part of one.
        shown: The terms that stand on the screen, numbered from 1.
        terms: All terms of the list.

    Returns:
        One term when there is no doubt, several when there is, none when nothing fits.
    """
    if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(shown):
        return [shown[int(answer) - 1]]
    wanted = _bare(answer)
    exact = [term for term in terms if wanted in {_bare(term.id), _bare(term.label)}]
    if exact:
        return exact[:1]
    known = [term for term in terms if wanted in {_bare(synonym) for synonym in term.synonyms}]
    if len(known) == 1:
        return known
    starting = [term for term in terms if _bare(term.label).startswith(wanted)]
    within = [term for term in terms if term not in starting and any(wanted in name for name in _names(term))]
    return [*starting, *within] if wanted else []


def _names(term: Term) -> list[str]:
    return [_bare(name) for name in (term.id, term.label, *term.synonyms)]


def _bare(text: str) -> str:
    """Leave out capitals and accents: nobody types those when searching."""
    letters = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
