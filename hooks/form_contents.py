"""What the form shows with which somebody adds or improves a practice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schema.field_guide import FieldDescription
    from schema.terms import Term
    from schema.vocabulary import Vocabulary


@dataclass(frozen=True)
class FormStep:
    """Fields that an editor thinks of together.

    Attributes:
        name: By which the template gives it a heading.
        fields: The fields, in the order to ask.
    """

    name: str
    fields: tuple[FieldDescription, ...]


@dataclass(frozen=True)
class FormContent:
    """The form.

    Attributes:
        needed: The steps that every record needs.
        more: The steps for what else somebody knows.
        vocabularies: The closed lists.
        practices: The ids of the practices on the site with their titles, in the order of the titles.
        chapters: For each dimension the chapter that is about it.
        silences: The paths of the fields of which a page tells that they are absent, with their labels.
        address_of: The address of a practice's page, with `{id}` where its id goes.
        data_of: The address of a practice's record for scripts, with `{id}` where its id goes.
        contact: The e-mail address of the site's owner; empty when there is none.
        new_address: Where the git host makes a new file; empty when that is not known.
        takes_text: Whether that address takes the text of the file with it.
        edit_address: Where the git host edits the file of a practice, with `{id}`; empty when that is not known.
    """

    needed: tuple[FormStep, ...]
    more: tuple[FormStep, ...]
    vocabularies: Mapping[str, Vocabulary[Term]]
    practices: tuple[tuple[str, str], ...]
    chapters: Mapping[str, str]
    silences: tuple[tuple[str, str], ...]
    address_of: str
    data_of: str
    contact: str
    new_address: str
    takes_text: bool
    edit_address: str
