"""What every record is made of: fields with a Dutch key, a label and a help text, and facts with their certainty."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, model_validator

from schema.field_types import Line, TermOf, refuse
from schema.known_terms import CONCLUDED, PAYER_NAMED, STATED


def _no_payer(value: str) -> str:
    if value == PAYER_NAMED:
        refuse("'betaler' past enkel bij een financieringsroute. Mogelijk: vermeld, afgeleid.")
    return value


Certainty = Annotated[str, TermOf("zekerheden"), AfterValidator(_no_payer)]
CertaintyOfFunding = Annotated[str, TermOf("zekerheden")]


def key(name: str, label: str, help_text: str, *, told_when_absent: bool = False, **rules: Any) -> Any:  # noqa: ANN401
    """Declare a field: its key in the file, its label on the page and its help text, all in Dutch.

    Args:
        name: The key in the YAML file.
        label: What a reader or an editor sees.
        help_text: What an editor fills in, in one or two sentences.
        told_when_absent: Whether the page says so when the source is silent on it.
        rules: Further arguments of pydantic's `Field`.
    """
    extra: dict[str, JsonValue] = {"told_when_absent": told_when_absent}
    return Field(alias=name, title=label, description=help_text, json_schema_extra=extra, **rules)


class Record(BaseModel):
    """What all parts of a record share: they never change and take no key that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Certain(Record):
    """A fact with its certainty; what an editor concludes says from what."""

    certainty: Certainty = key(
        "zekerheid",
        "Zekerheid",
        "'vermeld' als de bron het zegt, 'afgeleid' als jij het besluit.",
    )
    explanation: Line | None = key(
        "toelichting",
        "Toelichting",
        "Waaruit je dit besluit, of wat de bron er precies over zegt.",
        default=None,
    )

    @property
    def concluded(self) -> bool:
        """Whether an editor concluded this; the source does not say it."""
        return self.certainty == CONCLUDED


class ExplainedWhenConcluded(Certain):
    """A fact whose conclusion must be explained."""

    @model_validator(mode="after")
    def _say_from_what(self) -> ExplainedWhenConcluded:
        if self.certainty != STATED and not self.explanation:
            refuse(f"'toelichting' ontbreekt: de zekerheid is '{self.certainty}', dus zeg waaruit je dit besluit")
        return self
