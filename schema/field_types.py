"""The kinds of value a record can hold: each takes what an editor typed and says in Dutch what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from schema.problems import quoted, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from pydantic import ValidationInfo

    from schema.vocabulary import Vocabularies

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_AMOUNT = re.compile(r"[0-9]{1,12}(?:\.[0-9]{2})?")
_AGE = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?")
_PERCENTAGE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?")
_DATE = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")
_PARTIAL_DATE = re.compile(r"((?:19|20)[0-9]{2})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_GROUPED_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[. ][0-9]{3})+")
_HOST = re.compile(r"(?:(?!-)[\w-]{1,63}(?<!-)\.)+(?!-)[\w-]{2,63}(?<!-)")
_FORBIDDEN_IN_ADDRESS = re.compile(r"[\s<>\"'`{}|\\^]")
_EMAIL = re.compile(r"[\w.+-]+@(?:(?!-)[\w-]{1,63}(?<!-)\.)+[a-zA-Z]{2,63}")
_MAX_ADDRESS = 2000

DUTCH_ERROR = "elk_kind_telt"
"""The pydantic error type whose message is already Dutch and complete."""


@dataclass(frozen=True)
class ValidationContext:
    """What a value is checked against besides itself: the closed lists, and the day that counts as today."""

    vocabularies: Vocabularies
    today: date


def context_of(info: ValidationInfo) -> ValidationContext:
    """Give what a value is checked against."""
    if not isinstance(info.context, ValidationContext):
        raise TypeError(info.context)
    return info.context


def refuse(message: str) -> NoReturn:
    """Raise the error whose text an editor gets to see."""
    raise PydanticCustomError(DUTCH_ERROR, "{message}", {"message": message})


def is_id(text: str) -> bool:
    """Whether a text can be an id: lower-case ASCII letters and digits, in words joined by hyphens.

    `index` is none: it is the address of the page that lists all the others.
    """
    return len(text) <= 80 and text != "index" and _ID.fullmatch(text) is not None


def _one_line(text: str) -> str:
    if "\n" in text:
        refuse("moet op één regel staan")
    return text


def _without_full_stop(text: str) -> str:
    if text.endswith("."):
        refuse("eindigt niet op een punt")
    return text


def _web_address(text: str) -> str:
    if len(text) > _MAX_ADDRESS:
        refuse(f"is te lang: {len(text)} tekens, hoogstens {_MAX_ADDRESS}")
    try:
        parts = urlsplit(text)
        is_web = parts.scheme in {"http", "https"} and _HOST.fullmatch(parts.hostname or "") and "@" not in parts.netloc
        _ = parts.port  # raises for a port that is no number
    except ValueError:
        is_web = False
    if not is_web or _FORBIDDEN_IN_ADDRESS.search(text):
        refuse(f"{quoted(text)} is geen webadres; het begint met https:// of http:// en bevat geen spaties")
    return text


def is_email_address(text: str) -> bool:
    """Whether a text can be an e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def _email_address(text: str) -> str:
    if not is_email_address(text):
        refuse(f"{quoted(text)} is geen e-mailadres; schrijf naam@voorbeeld.be")
    return text


def _text_to(pattern: re.Pattern[str], convert: Callable[[str], Any], expected: str) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:  # noqa: ANN401 - what an editor typed can be anything
        if not isinstance(value, str):
            return value
        if not pattern.fullmatch(value):
            hint = ""
            if _GROUPED_THOUSANDS.fullmatch(value):
                hint = f". Bedoelde je '{re.sub('[. ]', '', value)}'? Schrijf duizendtallen zonder punt of spatie."
            refuse(f"{quoted(value)} is geen {expected}{hint}")
        return convert(value)

    return check


def _calendar_date(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        refuse(f"{quoted(value)} bestaat niet op de kalender; schrijf een datum als jjjj-mm-dd")


def _partial_date(value: str) -> str:
    match = _PARTIAL_DATE.fullmatch(value)
    if not match:
        refuse(f"{quoted(value)} is geen jaar, maand of dag; schrijf jjjj, jjjj-mm of jjjj-mm-dd")
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        refuse(f"{quoted(value)} bestaat niet op de kalender; schrijf jjjj, jjjj-mm of jjjj-mm-dd")
    return value


def _truth(value: Any) -> Any:  # noqa: ANN401 - what an editor typed can be anything
    if isinstance(value, str):
        if value not in {"true", "false"}:
            refuse(f"{quoted(value)} mag hier niet. Mogelijk: true (ja), false (nee).")
        return value == "true"
    return value


def once(part: str = "") -> AfterValidator:
    """Refuse a list in which something stands twice.

    Args:
        part: The attribute by which two items are the same; without it the items themselves are compared.
    """

    def check(items: tuple[Any, ...]) -> tuple[Any, ...]:
        seen: set[Hashable] = set()
        for item in items:
            value = getattr(item, part) if part else item
            if value in seen:
                refuse(f"{quoted(value)} staat er twee keer in")
            seen.add(value)
        return items

    return AfterValidator(check)


def _not_in_the_future(value: str, info: ValidationInfo) -> str:
    today = context_of(info).today
    if value > today.isoformat()[: len(value)]:
        refuse(f"{quoted(value)} ligt in de toekomst; vandaag is het {today}")
    return value


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(_one_line)]
"""A text on one line, at most 300 characters."""

Title = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=120),
    AfterValidator(_one_line),
    AfterValidator(_without_full_stop),
]
"""A name for a practice: one line, at most 120 characters, no full stop at its end."""

Summary = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=280), AfterValidator(_one_line)
]
"""One or two sentences, at most 280 characters."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
"""Running text of at most 4,000 characters; an empty line starts a new paragraph. It is never read as markup."""

WebAddress = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_web_address)]
"""An http or https address."""

EmailAddress = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120), AfterValidator(_email_address)]
"""The e-mail address of a service."""

WholeNumber = Annotated[int, BeforeValidator(_text_to(_WHOLE_NUMBER, int, "geheel getal (enkel cijfers)"))]
"""A number of things, written in digits only."""

Year = Annotated[int, BeforeValidator(_text_to(_YEAR, int, "jaartal; schrijf vier cijfers, zoals 2012"))]
"""A year from 1900 to 2099."""

Age = Annotated[
    Decimal,
    BeforeValidator(_text_to(_AGE, Decimal, "leeftijd in jaren; schrijf 3, of 2.5 voor twee jaar en zes maanden")),
    Field(le=18),
]
"""The age of a child in years, 18 at most; 0.25 is three months."""

Amount = Annotated[
    Decimal, BeforeValidator(_text_to(_AMOUNT, Decimal, "bedrag; schrijf 25000 of 12.50, zonder munt erbij"))
]
"""An amount of money, without its currency."""

Percentage = Annotated[
    Decimal,
    BeforeValidator(_text_to(_PERCENTAGE, Decimal, "percentage; schrijf 11 of 8.6, zonder procentteken")),
    Field(le=100),
]
"""A share in percent, 100 at most."""

CalendarDate = Annotated[
    date, BeforeValidator(_text_to(_DATE, _calendar_date, "datum; schrijf jjjj-mm-dd, zoals 2026-11-23"))
]
"""A day, written as in ISO 8601."""

PartialDate = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_partial_date)]
"""A year, a month or a day, written as in ISO 8601, as precise as the source is."""

PastDate = Annotated[PartialDate, AfterValidator(_not_in_the_future)]
"""A year, a month or a day that is not in the future."""

Truth = Annotated[bool, BeforeValidator(_truth)]
"""true or false."""

Item = TypeVar("Item")
List = Annotated[tuple[Item, ...], Field(max_length=100)]
"""A list of at most 100 things."""

UniqueList = Annotated[List[Item], once()]
"""A list in which nothing stands twice."""


@dataclass(frozen=True)
class TermOf:
    """Marks a text that must be the id of a term in one of the named vocabularies."""

    vocabularies: tuple[str, ...]

    def __init__(self, *vocabularies: str) -> None:
        object.__setattr__(self, "vocabularies", vocabularies)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def _check(self, value: str, info: ValidationInfo) -> str:
        lists = [found for name in self.vocabularies if (found := context_of(info).vocabularies.get(name))]
        if len(lists) < len(self.vocabularies):
            return value  # a list that could not be read is a problem of its own
        if not any(value in vocabulary for vocabulary in lists):
            allowed = [term.id for vocabulary in lists for term in vocabulary.terms]
            refuse(f"{quoted(value)} staat niet in de lijst.{suggestion(value, allowed)}")
        return value
