"""What every record is made of: fields with a Dutch key, a label and a help text, and facts with their certainty."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from schema.field_types import Line, TermOf, refuse
from schema.known_terms import CONCLUDED, PAYER_NAMED, STATED
from schema.rules import Explained, GroupRule, Never

Certainty = Annotated[
    str,
    TermOf("zekerheden"),
    Never(PAYER_NAMED, "'betaler' past enkel bij een financieringsroute. Mogelijk: vermeld, afgeleid."),
]
CertaintyOfFunding = Annotated[str, TermOf("zekerheden")]


def key(  # noqa: PLR0913 - what there is to say of a field
    name: str,
    label: str,
    help_text: str,
    *,
    example: str = "",
    told_when_absent: bool = False,
    published: bool = True,
    **rules: Any,  # noqa: ANN401
) -> Any:  # noqa: ANN401
    """Declare a field: its key in the file, its label on the page and its help text, all in Dutch.

    Args:
        name: The key in the YAML file.
        label: What a reader or an editor sees.
        help_text: What an editor fills in, in one or two sentences.
        example: What a good value looks like; of a list, one point.
        told_when_absent: Whether the page says so when the source is silent on it.
        published: Whether it may leave the record: on a page, in data, in the search or on paper.
        rules: Further arguments of pydantic's `Field`.
    """
    extra: dict[str, JsonValue] = {"told_when_absent": told_when_absent, "example": example, "published": published}
    return Field(alias=name, title=label, description=help_text, json_schema_extra=extra, **rules)


class Record(BaseModel):
    """What all parts of a record share: they never change and take no key that is not declared.

    Attributes:
        rules: The rules between fields that a part adds to those of what it derives from.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    rules: ClassVar[tuple[GroupRule, ...]] = ()

    @model_validator(mode="after")
    def _keep_the_rules(self) -> Record:
        for rule in rules_of(type(self)):
            if not rule.holds(self):
                refuse(rule.words(self))
        return self


@cache
def rules_of(model: type[BaseModel]) -> tuple[GroupRule, ...]:
    """Give the rules between the fields of a model, in the order in which they are checked."""
    return tuple(rule for part in reversed(model.__mro__) for rule in vars(part).get("rules", ()))


class Certain(Record):
    """A fact with its certainty; what an editor concludes says from what."""

    certainty: Certainty = key(
        "zekerheid",
        "Zekerheid",
        "'vermeld' als de bron het zegt, 'afgeleid' als jij het besluit.",
        example="vermeld",
    )
    explanation: Line | None = key(
        "toelichting",
        "Toelichting",
        "Waaruit je dit besluit, of wat de bron er precies over zegt.",
        example='Het handboek zegt niet wie meewerkte; de tekst spreekt wel over "onze school".',
        default=None,
    )

    @property
    def concluded(self) -> bool:
        """Whether an editor concluded this; the source does not say it."""
        return self.certainty == CONCLUDED


class ExplainedWhenConcluded(Certain):
    """A fact whose conclusion must be explained."""

    rules: ClassVar[tuple[GroupRule, ...]] = (
        Explained(
            "certainty",
            by="explanation",
            unless=(STATED,),
            message="'toelichting' ontbreekt: de zekerheid is '{zekerheid}', dus zeg waaruit je dit besluit",
        ),
    )
