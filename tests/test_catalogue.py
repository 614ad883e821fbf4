"""The catalogue: order, back-links, and which practice belongs to which facet value."""

from __future__ import annotations

import pytest

from schema.catalogue import Catalogue
from tests.conftest import MINIMAL


@pytest.fixture
def catalogue(load, vocabularies):
    def build(**texts: str) -> Catalogue:
        return Catalogue(load(**texts).values(), vocabularies)

    return build


def record(title: str, *extra: str, **changes: str) -> str:
    text = MINIMAL.replace("Ruilhoek", title)
    for old, new in changes.items():
        text = text.replace(old, new)
    return text + "".join(extra)


def ids(memberships):
    return [member.practice.id for member in memberships]


def test_practices_follow_the_handbook_then_their_number_then_their_title(catalogue):
    found = catalogue(
        a=record("Zonder nummer B").replace("4/1", "4/2"),
        b=record("zonder nummer A").replace("4/1", "4/2"),
        c=record("Met nummer 10", "volgorde: 10\n").replace("4/1", "4/2"),
        d=record("Met nummer 9", "volgorde: 9\n").replace("4/1", "4/2"),
        e=record("Eerder hoofdstuk"),
    )
    assert [practice.id for practice in found.practices] == ["e", "d", "c", "b", "a"]


def test_previous_and_next_stay_within_the_chapter(catalogue):
    found = catalogue(
        a=record("A", "volgorde: 1\n"),
        b=record("B", "volgorde: 2\n"),
        c=record("C", "volgorde: 1\n").replace("4/1", "4/2"),
    )
    assert found.neighbours(found.practice("a")) == (None, found.practice("b"))
    assert found.neighbours(found.practice("b")) == (found.practice("a"), None)
    assert found.neighbours(found.practice("c")) == (None, None)


def test_a_link_is_shown_back_unless_it_is_returned(catalogue):
    relation = "verwant:\n  - id: {}\n    waarom: Omdat het een {} is.\n"
    found = catalogue(
        a=record("A", relation.format("b", "winkel")),
        b=record("B"),
        c=record("C", relation.format("d", "bus")),
        d=record("D", relation.format("c", "bus")),
    )
    assert [practice.id for practice in found.back_links(found.practice("b"))] == ["a"]
    assert found.back_links(found.practice("c")) == ()
    assert found.back_links(found.practice("a")) == ()


@pytest.mark.parametrize(
    ("age", "groups"),
    [
        ("van: 0\n  tot: 3", ["0-3"]),
        ("van: 0\n  tot: 3.5", ["0-3", "3-6"]),
        ("van: 2.5\n  tot: 6", ["0-3", "3-6"]),
        ("van: 3\n  tot: 3", ["3-6"]),
        ("van: 2\n  tot: 2", ["0-3"]),
        ("van: 5", ["3-6", "6-12", "12-18"]),
        ("tot: 18", ["0-3", "3-6", "6-12", "12-18"]),
        ("zwangerschap: true", ["zwangerschap"]),
        ("zwangerschap: true\n  tot: 0.25", ["zwangerschap", "0-3"]),
    ],
)
def test_age_groups_follow_from_the_ages(age, groups, catalogue):
    found = catalogue(a=record("A", f"leeftijd:\n  {age}\n  zekerheid: vermeld\n"))
    terms = found.facets["leeftijdsgroepen"].terms_of(found.practice("a"))
    assert [term.id for term, _ in terms] == groups


def test_a_practice_without_an_age_counts_as_not_told(catalogue):
    found = catalogue(a=record("A"))
    assert ids(found.facets["leeftijdsgroepen"].members("niet-vermeld")) == ["a"]


def test_what_an_editor_concluded_is_marked_in_the_facets(catalogue):
    partner = "partners:\n  - naam: {}\n    type: {}\n    zekerheid: {}\n    toelichting: Omdat.\n"
    found = catalogue(
        a=record("A", partner.format("Bus", "werk", "afgeleid")),
        b=record("B", partner.format("Stad", "overheid", "afgeleid")),
        c=record("C").replace("  - materieel-welzijn", "  - gezondheid\n  - materieel-welzijn"),
    )
    partner_types, dimensions = found.facets["partnertypes"], found.facets["dimensies"]
    assert [member.concluded for member in partner_types.members("werk")] == [True]
    # The lead of B is stated to be a government, so one concluded partner does not change that.
    assert [member.concluded for member in partner_types.members("overheid")] == [False, False, False]
    # The handbook places C in the chapter on material welfare; its first dimension is the editor's.
    assert [member.concluded for member in dimensions.members("gezondheid")] == [True]
    assert [(member.practice.id, member.concluded) for member in dimensions.members("materieel-welzijn")] == [
        ("a", False),
        ("b", False),
        ("c", False),
    ]


def test_a_municipality_of_old_also_counts_for_the_new_one(catalogue):
    found = catalogue(
        a=record("A").replace("    - boom", "    - ham\n    - tessenderlo"), b=record("B").replace("- boom", "- halen")
    )
    municipalities = found.facets["gemeenten"]
    assert ids(municipalities.members("ham")) == ["a"]
    assert ids(municipalities.members("tessenderlo")) == ["a"]
    assert ids(municipalities.members("tessenderlo-ham")) == ["a"]
    assert ids(municipalities.members("halen")) == ["b"]
    assert municipalities.members("halle") == ()


def test_the_newest_come_first(catalogue):
    found = catalogue(a=record("A"), b=record("B").replace("2026-11-01", "2026-11-20"), c=record("C"))
    assert [practice.id for practice in found.newest(2)] == ["b", "a"]


def test_a_practice_shows_a_section_by_place_dimension_method_or_illustration(load, vocabularies):
    practices = load(
        plaats=MINIMAL.replace("hoofdstuk: 4/1\n", "hoofdstuk: 4/1\ndeel: 4-1-uitkeringen\n"),
        dimensie=MINIMAL.replace("titel: Ruilhoek", "titel: Tweede").replace("- materieel-welzijn", "- gezondheid"),
        methode=MINIMAL.replace("titel: Ruilhoek", "titel: Derde").replace("- ruilwinkel", "- lokaal-plan"),
        toont=MINIMAL.replace("titel: Ruilhoek", "titel: Vierde")
        + "illustreert:\n  - id: stap-2\n    waarom: Een feest voor iedereen.\n",
    )
    sections = Catalogue(practices.values(), vocabularies).sections
    assert [practice.id for practice in sections.practices("4-1-uitkeringen")] == ["plaats"]
    assert [practice.id for practice in sections.practices("gezondheid")] == ["dimensie"]
    assert [practice.id for practice in sections.practices("lokaal-sociaal-beleid")] == ["methode"]
    assert [practice.id for practice in sections.practices("stap-2")] == ["toont"]
    assert sections.practices("stap-4") == ()
    assert [section.id for section in sections.sections(practices["plaats"])] == [
        "materieel-welzijn",
        "4-1-uitkeringen",
    ]
