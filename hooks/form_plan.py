"""Plan the page with which somebody adds or improves a practice without knowing git or YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hooks import addresses
from hooks.form_contents import FormContent, FormStep
from hooks.page_plan import Page
from schema.field_guide import describe_fields
from schema.practice import Practice
from schema.record import Record
from schema.terms import Chapter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.site_settings import SiteSettings
    from schema.catalogue import Catalogue
    from schema.field_guide import FieldDescription

_NEEDED = {
    "wat": ("titel", "kort"),
    "wie": ("doelgroep", "waar", "trekkers"),
    "hoe": ("dimensies", "methodes", "aanpak"),
    "bron": ("status", "bronnen"),
}
"""The steps that every record needs; what else a record needs is filled in beforehand."""

_MORE = {
    "gezinnen": ("leeftijd", "bereik", "toeleiding", "drempels", "participatie"),
    "partners": ("partners", "organisatie"),
    "geld": ("financiering",),
    "werking": ("aanleiding", "doel", "onderdelen", "periode"),
    "oordeel": ("sterktes", "beperkingen", "lessen", "resultaten", "illustreert"),
    "vervolg": ("vervolg", "verwant", "contact"),
    "vinden": ("ook_bekend_als", "zoekwoorden", "gespreksvragen"),
}
"""The steps for what else somebody knows."""

_REST = "fiche"
"""The step with every field that no other step names, so that a new field of the model is never left out."""

SCRIPTS = tuple(
    f"assets/scripts/record-{name}.js"
    for name in (
        "form", "groups", "municipalities", "order", "hints", "writer", "check", "errors", "words", "derived",
        "preview", "draft", "hand-in", "existing",
    )
)  # fmt: skip
"""The scripts of the form, in the order in which they need each other."""


def plan_form(catalogue: Catalogue, settings: SiteSettings) -> Page:
    """Plan the form.

    Args:
        catalogue: The practices, for the lists and for what can be improved.
        settings: What the owner set: where a record can go.

    Returns:
        The page.
    """
    fields = {field.key: field for field in describe_fields(Practice)}
    named = {key for keys in (*_NEEDED.values(), *_MORE.values()) for key in keys}
    rest = tuple(key for key in fields if key not in named)
    address_from = settings.address_from(addresses.FORM)
    content = FormContent(
        needed=_steps(_NEEDED, fields),
        more=_steps(_MORE | {_REST: rest}, fields),
        vocabularies=catalogue.vocabularies.by_name,
        practices=tuple(sorted(((one.id, one.title) for one in catalogue.practices), key=_by_title)),
        chapters={chapter.dimension: chapter.id for chapter in _chapters(catalogue)},
        silences=tuple(_silences(Practice)),
        address_of=address_from(addresses.practice_uri("{id}")),
        data_of=address_from(addresses.record_data("{id}")),
        contact=settings.contact,
        new_address=settings.new_address(),
        takes_text=settings.new_address_takes_text,
        edit_address=settings.edit_address("practices/{id}.yml"),
    )
    description = "Voeg een praktijk toe of verbeter er een, met een formulier."
    return Page(
        addresses.FORM,
        "form.md.j2",
        "Nieuwe praktijk",
        description,
        content,
        in_navigation=True,
        scripts=(addresses.RECORD_MODEL_DATA, *SCRIPTS),
    )


def _steps(plan: dict[str, tuple[str, ...]], fields: dict[str, FieldDescription]) -> tuple[FormStep, ...]:
    return tuple(FormStep(name, tuple(fields[key] for key in keys)) for name, keys in plan.items())


def _chapters(catalogue: Catalogue) -> tuple[Chapter, ...]:
    return catalogue.vocabularies.kind("hoofdstukken", Chapter).terms


def _by_title(practice: tuple[str, str]) -> tuple[str, str]:
    return practice[1].casefold(), practice[0]


def _silences(record: type[Record], path: str = "") -> Iterator[tuple[str, str]]:
    """Give the fields that a page calls absent, as the model marks them; only funding is asked for by its parts."""
    for name, info in record.model_fields.items():
        extra = info.json_schema_extra
        if isinstance(info.default, Record):
            yield from _silences(type(info.default), f"{path}{info.alias}.")
        elif isinstance(extra, dict) and extra.get("told_when_absent"):
            yield f"{path}{info.alias}", info.title or name
