"""Reading keeps what an editor typed, and knows where it stands."""

from __future__ import annotations

import pytest

from schema.problems import Position
from schema.yaml_nodes import locate, read_mapping, to_data


def read(text: str):
    root, problems = read_mapping(text.encode(), "practices/x.yml")
    assert problems == []
    assert root is not None
    return root


@pytest.mark.parametrize(
    "text", ["no", "on", "12:30", "012", "1_000", "0x1F", "1e3", "2024-02-30", "T'ANtWOORD", "yes"]
)
def test_a_plain_value_stays_the_text_it_is(text):
    assert to_data(read(f"titel: {text}\n")) == {"titel": text}


@pytest.mark.parametrize("text", ["", "~", "null", '""', "''", '"  "'])
def test_a_key_without_a_value_is_absent(text):
    assert to_data(read(f"titel: {text}\nkort: x\n")) == {"kort": "x"}


def test_a_quoted_null_is_a_text():
    assert to_data(read("titel: 'null'\nkort: \"~\"\n")) == {"titel": "null", "kort": "~"}


def test_texts_are_normalised_so_that_equal_looking_names_are_equal():
    assert to_data(read("titel: Coo\u0308rdinatie\n")) == {"titel": "Co\u00f6rdinatie"}


def test_places_count_from_one_and_lead_to_values_keys_and_containers():
    root = read("titel: Eén\npartners:\n  - naam: A\n    type: werk\nstatus:\n")
    assert locate(root, ("partners", 0, "type")) == Position(4, 11)
    assert locate(root, ("partners", 0, "type"), of_key=True) == Position(4, 5)
    assert locate(root, ("partners", 0, "rol")) == Position(3, 5)
    assert locate(root, ("status",)) == Position(5, 1)
    assert locate(root, ("kort",)) == Position(1, 1)


def test_a_hard_space_from_a_word_processor_counts_as_a_space():
    assert to_data(read("titel:\u00a0Ruil\u00a0hoek\n")) == {"titel": "Ruil hoek"}


def test_a_hash_inside_a_word_or_between_quotes_is_text():
    assert to_data(read("titel: C#\nkort: 'Klas #12'\n")) == {"titel": "C#", "kort": "Klas #12"}


def test_a_remark_on_a_line_of_its_own_takes_nothing_away():
    assert to_data(read("# een opmerking\ntitel: Hoek\n")) == {"titel": "Hoek"}
