"""What was typed or pasted is cleaned without a change of what a reader sees."""

from __future__ import annotations

import pytest

from schema.clean_text import HIDDEN, clean_line, clean_text


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("Coo\u0308rdinatie", "Co\u00f6rdinatie"),
        ("Coo\u200b\u0308rdinatie", "Co\u00f6rdinatie"),
        ("een\r\ntwee\rdrie\x85vier\u2028vijf\u2029zes", "een\ntwee\ndrie\nvier\nvijf\nzes"),
        ("een\ttwee\u00a0drie\u202fvier\u3000vijf\u2009zes", "een twee drie vier vijf zes"),
        ("\ufeffzacht\u00adafbreken\u200b \u202ebidi\u202c\u061c\x00\x0b\x7f\x9f", "zachtafbreken bidi"),
        ("\ud83dhalf", "half"),
        ("een  \n twee \n\n\n\n drie \n", "een\n twee\n\n drie"),
        (" \n\t \n", ""),
        ("twee  spaties", "twee  spaties"),
        ("👩‍👧 en 🇧🇪", "👩👧 en 🇧🇪"),
    ],
)
def test_a_running_text(typed, cleaned):
    assert clean_text(typed) == cleaned
    assert clean_text(cleaned) == cleaned
    assert not HIDDEN.search(cleaned)


def test_a_line_has_spaces_where_a_text_has_line_breaks():
    assert clean_line(" een\r\ntwee \n") == "een twee"
