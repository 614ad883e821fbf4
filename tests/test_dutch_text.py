from __future__ import annotations

from decimal import Decimal

import pytest

from hooks import dutch_text
from schema.practice import ChildAge


@pytest.mark.parametrize(
    ("value", "words"), [("2026-11-23", "23 november 2026"), ("2018-03", "maart 2018"), ("2012", "2012")]
)
def test_dates(value, words):
    assert dutch_text.date_words(value) == words


@pytest.mark.parametrize(("value", "words"), [("2026-11-03", "op 3 november 2026"), ("2012", "in 2012")])
def test_moments(value, words):
    assert dutch_text.moment_words(value) == words


@pytest.mark.parametrize(
    ("start", "end", "pregnancy", "words"),
    [
        ("0", "3", False, "0 tot 3 jaar"),
        ("2.5", "6", False, "2,5 tot 6 jaar"),
        ("0.25", "3", False, "3 maanden tot 3 jaar"),
        ("0", "0.5", False, "0 tot 6 maanden"),
        ("0.25", "0.5", False, "3 tot 6 maanden"),
        ("2", "2", False, "2 jaar"),
        ("5", None, False, "vanaf 5 jaar"),
        (None, "18", False, "tot 18 jaar"),
        ("0", "3", True, "van de zwangerschap tot 3 jaar"),
        (None, "0.25", True, "van de zwangerschap tot 3 maanden"),
        ("6", "12", True, "tijdens de zwangerschap en 6 tot 12 jaar"),
        ("0", None, True, "vanaf de zwangerschap"),
        (None, None, True, "tijdens de zwangerschap"),
    ],
)
def test_ages(start, end, pregnancy, words):
    age = ChildAge.model_construct(
        start=Decimal(start) if start else None, end=Decimal(end) if end else None, pregnancy=pregnancy
    )
    assert dutch_text.age_words(age) == words


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [("7000000", "EUR", "7.000.000 euro"), ("12.50", "EUR", "12,50 euro"), ("3", "munten", "3 munten")],
)
def test_money(amount, currency, words):
    assert dutch_text.money_words(Decimal(amount), currency) == words


def test_numbers_and_enumerations():
    assert dutch_text.count_words(1, "praktijk", "praktijken") == "1 praktijk"
    assert dutch_text.count_words(0, "praktijk", "praktijken") == "0 praktijken"
    assert dutch_text.join_words(["a", "b", "c"]) == "a, b en c"
    assert dutch_text.join_words([]) == ""


def test_a_sentence_starts_with_a_capital():
    assert dutch_text.sentence_case("ijskar") == "IJskar"
    assert dutch_text.sentence_case("OCMW") == "OCMW"


def test_a_label_inside_a_sentence_keeps_an_abbreviation():
    assert dutch_text.lower_first("Aanleiding") == "aanleiding"
    assert dutch_text.lower_first("OCMW Boom") == "OCMW Boom"
