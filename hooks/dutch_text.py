"""Dutch (nl-BE) words for dates, ages, numbers and lists."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from schema.practice import ChildAge

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def date_words(value: date | str) -> str:
    """Write a day, month or year in words: `23 november 2026`, `maart 2018`, `2012`."""
    year, *rest = str(value).split("-")
    numbers = [int(part) for part in rest]
    month = f"{_MONTHS[numbers[0] - 1]} " if numbers else ""
    day = f"{numbers[1]} " if len(numbers) > 1 else ""
    return f"{day}{month}{year}"


def moment_words(value: str) -> str:
    """Write when something was so: `in 2012`, `in maart 2018`, `op 23 november 2026`."""
    return f"{'op' if value.count('-') == 2 else 'in'} {date_words(value)}"


def age_words(age: ChildAge) -> str:
    """Write the age of children in words: `van de zwangerschap tot 3 jaar`, `0 tot 3 jaar`, `vanaf 5 jaar`."""
    if age.start is None and age.end is None:
        return "tijdens de zwangerschap"
    if age.pregnancy and age.start:
        return f"tijdens de zwangerschap en {_range_words(age)}"
    if age.pregnancy:
        return f"van de zwangerschap tot {_years(age.end)}" if age.end is not None else "vanaf de zwangerschap"
    return _range_words(age)


def _range_words(age: ChildAge) -> str:
    if age.end is None:
        return f"vanaf {_years(age.start)}"
    if age.start is None:
        return f"tot {_years(age.end)}"
    if age.start == age.end:
        return _years(age.end)
    same_unit = age.start == 0 or (age.start < 1) == (age.end < 1)
    start = _years(age.start)
    return f"{start.rpartition(' ')[0] if same_unit else start} tot {_years(age.end)}"


def money_words(amount: Decimal, currency: str) -> str:
    """Write a sum of money: `7.000.000 euro`, `12,50 euro`."""
    whole, _, cents = f"{amount:,}".partition(".")
    number = whole.replace(",", ".") + (f",{cents}" if cents else "")
    return f"{number} {'euro' if currency == 'EUR' else currency}"


def number_words(value: Decimal) -> str:
    """Write a number as in Dutch: `9,7`, `11`."""
    return f"{value.normalize():f}".replace(".", ",")


def count_words(number: int, singular: str, plural: str) -> str:
    """Write a number of things: `1 praktijk`, `12 praktijken`."""
    return f"{number} {singular if number == 1 else plural}"


def size_words(size: int) -> str:
    """Write the size of a file: `0,4 MB`, and never less than `0,1 MB`."""
    return f"{max(size / 1_000_000, 0.1):.1f}".replace(".", ",") + " MB"


def join_words(words: Iterable[str]) -> str:
    """Write an enumeration: `a, b en c`."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} en {last}" if most else last


def sentence_case(text: str) -> str:
    """Start a text with a capital and leave the rest alone: `OCMW` stays `OCMW`."""
    first = 2 if text[:2] == "ij" else 1
    return text[:first].upper() + text[first:]


def lower_first(text: str) -> str:
    """Start a label with a small letter inside a sentence, unless its first word is an abbreviation."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _years(age: Decimal | None) -> str:
    age = age or Decimal(0)
    if 0 < age < 1 and (age * 12) % 1 == 0:
        return count_words(int(age * 12), "maand", "maanden")
    return f"{number_words(age)} jaar"
