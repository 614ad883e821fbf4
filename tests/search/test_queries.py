"""The set of questions itself: wide enough, and about what there is."""

from __future__ import annotations

from collections import Counter

import pytest

from hooks.search_documents import search_documents
from hooks.site_input import read_input
from tests.conftest import ROOT, TODAY

KINDS = {
    "meervoud",
    "enkelvoud",
    "accent",
    "koppelteken",
    "samenstelling",
    "typfout",
    "afkorting",
    "oude/nieuwe naam",
    "gewone vraag",
    "gemeente",
    "partner",
}


@pytest.fixture(scope="module")
def addresses():
    catalogue, written = read_input(ROOT / "practices", ROOT / "docs", TODAY)
    return {document.address: document.id for document in search_documents(catalogue, written)}


def test_it_asks_in_every_way_and_for_everybody(queries):
    assert len(queries) >= 70
    assert len({query.text for query in queries}) == len(queries)
    kinds = Counter(query.kind for query in queries)
    assert set(kinds) == KINDS
    assert min(kinds.values()) >= 3
    assert {query.asker for query in queries} == {"gemeente", "leerkracht", "ouder", "vereniging"}


def test_a_third_was_never_used_for_tuning(queries):
    assert 0.3 <= sum(query.held_aside for query in queries) / len(queries) <= 0.4


def test_what_is_expected_exists(queries, addresses):
    for query in queries:
        assert bool(query.expected) != bool(query.address), query.text
        assert query.expected <= set(addresses.values()), query.text
        assert not query.address or query.address in addresses, query.text
