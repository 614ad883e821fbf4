"""Comments are found wherever YAML allows one, and nowhere else."""

from __future__ import annotations

import pytest

from schema.yaml_nodes import read_document, read_mapping


def comments(text: str):
    document = read_document(text.encode(), "practices/x.yml")
    assert document.problems == []
    return [(comment.position.line, comment.position.column, comment.text) for comment in document.comments]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# a\ntitel: x\n", [(1, 1, "a")]),
        ("titel: x # a\n", [(1, 10, "a")]),
        ("titel: 'x' # a\n", [(1, 12, "a")]),
        ("titel: # a\n  x\n", [(1, 8, "a")]),
        ("titel: |- # a\n  x # b\n  # c\n# d\n", [(1, 11, "a"), (4, 1, "d")]),
        ("titel: >-\n  x\n\n  # b\n\nkort: y\n# d", [(7, 1, "d")]),
        ("lijst:\n  # a\n  - x\n  - # b\n    y\n", [(2, 3, "a"), (4, 5, "b")]),
        ("lijst: [x, # a\n  'yy # z', \"#\"] # b\n", [(1, 12, "a"), (2, 18, "b")]),
        ("titel: een # a # b\n", [(1, 12, "a # b")]),
        ("--- # a\ntitel: x\n... # b\n", [(1, 5, "a"), (3, 5, "b")]),
        ("titel: 😀 # a\n", [(1, 10, "a")]),
        ("titel: C# en x#y\nkort: 'it''s # no'\ndoel: \"\\\" # no\"\n", []),
    ],
)
def test_comments(text, found):
    assert comments(text) == found


def test_only_one_after_a_bare_text_is_doubtful():
    text = "titel: x # a\nkort: 'y' # b\ndoel: z\n# c\nlijst: # d\n  - 1\n"
    document = read_document(text.encode(), "x")
    assert [comment.doubtful for comment in document.comments] == [True, False, False, False]


def test_a_vocabulary_may_have_comments_but_not_where_words_get_lost():
    assert read_mapping(b"# a\nlabel: 'x' # b\n", "x")[1] == []
    assert len(read_mapping(b"label: x # b\n", "x")[1]) == 1
