"""The kinds of value a record can hold: each takes what an editor typed and says in Dutch what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

from pydantic import Field, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from schema.problems import quoted, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from pydantic import ValidationInfo

    from schema.vocabulary import Vocabularies

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_GROUPED_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[. ][0-9]{3})+")
_LETTER = r"[0-9A-Za-z_\u00c0-\u024f]"
_WITHIN = r"[0-9A-Za-z_\u00c0-\u024f-]{0,61}"
_LABELS = rf"(?:{_LETTER}(?:{_WITHIN}{_LETTER})?\.)+"
_PORT = r":(?:[0-9]{0,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"
_OF_AN_ADDRESS = (
    r"[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
    r"<>\u0022'`{}|\\^]"
)

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


@dataclass(frozen=True)
class Check:
    """A pattern that a whole text must match, and what an editor reads when it does not.

    Python and JavaScript read the pattern alike: it holds no class, such as that of all
    letters, of which the two have another idea.
    """

    pattern: str
    message: str

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def accepts(self, text: str) -> bool:
        """Whether the whole text matches."""
        return self._compiled.fullmatch(text) is not None


@dataclass(frozen=True)
class Kind:
    """A kind of value, declared once for the model and for the form; as a mark it also validates.

    Attributes:
        name: What the form calls it.
        checks: What its text must match; the first that fails is told.
        calendar: What is told of a day that does not exist; empty for what is no date.
        digits: Whether it is written in digits, so that a separator of thousands deserves a hint.
        convert: What makes a value of the text; without it the text is the value.
        words: The name of the message, in `schema/messages.py`, for what is no text at all.
    """

    name: str
    checks: tuple[Check, ...] = ()
    calendar: str = ""
    digits: bool = False
    convert: Callable[[str], Any] | None = None
    words: str = "string_type"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        wrap = core_schema.no_info_before_validator_function if self.convert else _after
        return wrap(self.read, handler(source))

    def read(self, value: Any) -> Any:  # noqa: ANN401 - what an editor typed can be anything
        """Give the value of a text; what is no text is left for pydantic to refuse."""
        if not isinstance(value, str):
            return value
        for check in self.checks:
            if not check.accepts(value):
                refuse(check.message.format(found=quoted(value)) + (_thousands_hint(value) if self.digits else ""))
        if self.calendar and not _on_the_calendar(value):
            refuse(self.calendar.format(found=quoted(value)))
        return self.convert(value) if self.convert else value


def _after(function: Callable[[Any], Any], schema: CoreSchema) -> CoreSchema:
    return core_schema.no_info_after_validator_function(function, schema)


def _thousands_hint(text: str) -> str:
    if not _GROUPED_THOUSANDS.fullmatch(text):
        return ""
    return THOUSANDS.message.format(digits=re.sub("[. ]", "", text))


def _on_the_calendar(text: str) -> bool:
    """Whether a year, a month or a day exists."""
    year, month, day = (*text.split("-"), "1", "1")[:3]
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def is_email_address(text: str) -> bool:
    """Whether a text can be an e-mail address."""
    return all(check.accepts(text) for check in EMAIL.checks)


THOUSANDS = Check(_GROUPED_THOUSANDS.pattern, ". Bedoelde je '{digits}'? Schrijf duizendtallen zonder punt of spatie.")
"""Digits in groups of three, and the hint that they get."""
TWICE = "{found} staat er twee keer in"
"""What is told of a list in which something stands twice."""
NOT_IN_THE_LIST = "{found} staat niet in de lijst."
"""What is told of a term that does not exist."""

_ONE_LINE = Check(r"[^\n]*", "moet op één regel staan")
_NO_FULL_STOP = Check(r"(?:[\s\S]*[^.])?", "eindigt niet op een punt")
_AS_PRECISE = "schrijf jjjj, jjjj-mm of jjjj-mm-dd"

LINE = Kind("line", (_ONE_LINE,))
SUMMARY = Kind("summary", (_ONE_LINE,))
TITLE = Kind("title", (_ONE_LINE, _NO_FULL_STOP))
TEXT = Kind("text")
RELATION = Kind("relation", (_ONE_LINE,))
ADDRESS = Kind(
    "address",
    (
        Check(
            rf"[Hh][Tt][Tt][Pp][Ss]?://{_LABELS}{_LETTER}{_WITHIN}{_LETTER}(?:{_PORT})?(?:[/?#]{_OF_AN_ADDRESS}*)?",
            "{found} is geen webadres; het begint met https:// of http:// en bevat geen spaties",
        ),
    ),
)
EMAIL = Kind(
    "email",
    (
        Check(
            rf"[0-9A-Za-z_\u00c0-\u024f.+-]+@{_LABELS}[a-zA-Z]{{2,63}}",
            "{found} is geen e-mailadres; schrijf naam@voorbeeld.be",
        ),
    ),
)
WHOLE_NUMBER = Kind(
    "number",
    (Check(r"[0-9]{1,9}", "{found} is geen geheel getal (enkel cijfers)"),),
    digits=True,
    convert=int,
    words="int_type",
)
YEAR = Kind(
    "year",
    (Check(r"(?:19|20)[0-9]{2}", "{found} is geen jaartal; schrijf vier cijfers, zoals 2012"),),
    digits=True,
    convert=int,
    words="int_type",
)
AGE = Kind(
    "age",
    (
        Check(
            r"[0-9]{1,2}(?:\.[0-9]{1,2})?",
            "{found} is geen leeftijd in jaren; schrijf 3, of 2.5 voor twee jaar en zes maanden",
        ),
    ),
    digits=True,
    convert=Decimal,
    words="decimal_type",
)
AMOUNT = Kind(
    "amount",
    (Check(r"[0-9]{1,12}(?:\.[0-9]{2})?", "{found} is geen bedrag; schrijf 25000 of 12.50, zonder munt erbij"),),
    digits=True,
    convert=Decimal,
    words="decimal_type",
)
PERCENTAGE = Kind(
    "percentage",
    (
        Check(
            r"[0-9]{1,3}(?:\.[0-9]{1,2})?",
            "{found} is geen percentage; schrijf 11 of 8.6, zonder procentteken",
        ),
    ),
    digits=True,
    convert=Decimal,
    words="decimal_type",
)
DATE = Kind(
    "date",
    (Check(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}", "{found} is geen datum; schrijf jjjj-mm-dd, zoals 2026-11-23"),),
    calendar="{found} bestaat niet op de kalender; schrijf een datum als jjjj-mm-dd",
    digits=True,
    convert=date.fromisoformat,
    words="date_type",
)
PARTIAL_DATE = Kind(
    "partialDate",
    (
        Check(
            r"(?:19|20)[0-9]{2}(?:-[0-9]{2}(?:-[0-9]{2})?)?",
            f"{{found}} is geen jaar, maand of dag; {_AS_PRECISE}",
        ),
    ),
    calendar=f"{{found}} bestaat niet op de kalender; {_AS_PRECISE}",
)
TRUTH = Kind(
    "truth",
    (Check("true|false", "{found} mag hier niet. Mogelijk: true (ja), false (nee)."),),
    convert=lambda text: text == "true",
    words="bool_type",
)
KINDS = (
    *(TITLE, SUMMARY, LINE, TEXT, RELATION, ADDRESS, EMAIL, WHOLE_NUMBER, YEAR, AGE, AMOUNT, PERCENTAGE),
    *(DATE, PARTIAL_DATE, TRUTH),
)
"""Every kind of value that is no term."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), LINE]
"""A text on one line, at most 300 characters."""

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), TITLE]
"""A name for a practice: one line, at most 120 characters, no full stop at its end."""

Summary = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=280), SUMMARY]
"""One or two sentences, at most 280 characters."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000), TEXT]
"""Running text of at most 4,000 characters; an empty line starts a new paragraph. It is never read as markup."""

PracticeId = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), RELATION]
"""The id of another practice; whether there is one is checked where all practices are known."""

WebAddress = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000), ADDRESS]
"""An http or https address."""

EmailAddress = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120), EMAIL]
"""The e-mail address of a service."""

WholeNumber = Annotated[int, WHOLE_NUMBER]
"""A number of things, written in digits only."""

Year = Annotated[int, YEAR]
"""A year from 1900 to 2099."""

Age = Annotated[Decimal, AGE, Field(le=18)]
"""The age of a child in years, 18 at most; 0.25 is three months."""

Amount = Annotated[Decimal, AMOUNT]
"""An amount of money, without its currency."""

Percentage = Annotated[Decimal, PERCENTAGE, Field(le=100)]
"""A share in percent, 100 at most."""

CalendarDate = Annotated[date, DATE]
"""A day, written as in ISO 8601."""

PartialDate = Annotated[str, StringConstraints(strip_whitespace=True), PARTIAL_DATE]
"""A year, a month or a day, written as in ISO 8601, as precise as the source is."""

Truth = Annotated[bool, TRUTH]
"""true or false."""


@dataclass(frozen=True)
class Once:
    """Marks a list in which nothing stands twice.

    Attributes:
        part: The attribute by which two items are the same; without it the items themselves are compared.
    """

    part: str = ""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def _check(self, items: tuple[Any, ...]) -> tuple[Any, ...]:
        seen: set[Hashable] = set()
        for item in items:
            value = getattr(item, self.part) if self.part else item
            if value in seen:
                refuse(TWICE.format(found=quoted(value)))
            seen.add(value)
        return items


Item = TypeVar("Item")
List = Annotated[tuple[Item, ...], Field(max_length=100)]
"""A list of at most 100 things."""

UniqueList = Annotated[List[Item], Once()]
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
            refuse(NOT_IN_THE_LIST.format(found=quoted(value)) + suggestion(value, allowed))
        return value
