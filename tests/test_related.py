"""Which practices are alike: the order, the reasons, and that both records bear them out."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from hooks.reason_words import tell_reasons
from hooks.site_rendering import render_site
from hooks.site_settings import SiteSettings
from schema import related
from schema.catalogue import Catalogue
from schema.records import load_practices
from schema.related import WORDS, Reason, Similar, SimilarityIndex, rarity
from tests.conftest import MINIMAL, ROOT, TODAY
from tests.html_pages import read_pages

METHODS = (
    "huurbegeleiding", "vervoer", "lokaal-plan", "referentiebudget", "casemanagement", "lokaal-fonds",
    "flexibele-opvang", "huisbezoek", "brugfiguur", "buddywerking", "arbeidstoeleiding", "openbare-speelruimte",
    "kortingssysteem", "vorming-van-medewerkers", "sensibilisering", "lokaal-netwerk",
)  # fmt: skip
TOWNS = (
    "genk", "gent", "leuven", "aalst", "ronse", "tienen", "brugge", "gistel", "lebbeke", "olen", "ranst", "zele",
    "kortrijk", "mechelen", "wetteren", "zottegem",
)  # fmt: skip
OUT_OF_THE_BOX = "4-1-out-of-the-box"
METHOD = Reason("methodes", ("ruilwinkel",))
TOWN = Reason("gemeenten", ("boom",))
RELATED = "verwant:\n  - id: {}\n    waarom: Omdat.\n"


def record(title: str, method: str = "ruilwinkel", town: str = "boom", summary: str = "Open.", extra: str = "") -> str:
    text = MINIMAL.replace("titel: Ruilhoek", f"titel: {title}").replace("- ruilwinkel", f"- {method}")
    return text.replace("- boom", f"- {town}").replace("Ouders ruilen er kleren.", summary) + extra


OTHERS = {
    f"ander-{number}": record(f"Ander {number}", method, town)
    for number, (method, town) in enumerate(zip(METHODS, TOWNS, strict=True))
}
"""Practices that share only what all share: they make the rest rare."""


@pytest.fixture
def build(load, vocabularies):
    def catalogue_of(**texts: str) -> Catalogue:
        return Catalogue(load(**OTHERS, **texts).values(), vocabularies)

    return catalogue_of


@pytest.fixture(scope="module")
def catalogue(vocabularies):
    """The practices of this repository."""
    return Catalogue(load_practices(ROOT / "practices", vocabularies, TODAY), vocabularies)


def similar(catalogue: Catalogue, practice_id: str, most: int = 4) -> tuple[Similar, ...]:
    return SimilarityIndex(catalogue).similar(catalogue.practice(practice_id), most)


def reasons(catalogue: Catalogue, practice_id: str, most: int = 4) -> dict[str, tuple[Reason, ...]]:
    return {found.practice.id: found.reasons for found in similar(catalogue, practice_id, most)}


def everything(catalogue: Catalogue) -> dict[str, list[tuple[str, int, tuple[Reason, ...]]]]:
    index = SimilarityIndex(catalogue)
    return {
        practice.id: [(found.practice.id, found.score, found.reasons) for found in index.similar(practice)]
        for practice in catalogue.practices
    }


def test_rarity_is_sixteen_times_the_number_of_halvings():
    assert [rarity(64, members) for members in (64, 32, 16, 1)] == [0, 16, 32, 96]
    assert [rarity(58, members) for members in (34, 10, 2)] == [12, 40, 77]


def test_who_shares_more_comes_first_and_the_reasons_say_what(build):
    section = f"deel: {OUT_OF_THE_BOX}\n"
    found = build(
        a=record("Hoek", extra=section),
        b=record("Winkel"),
        c=record("Zaal", town="halle", extra=section),
        d=record("Plein", "speel-o-theek"),
    )
    assert reasons(found, "a") == {"c": (METHOD, Reason("delen", (OUT_OF_THE_BOX,))), "b": (METHOD, TOWN)}
    assert list(reasons(found, "a")) == ["c", "b"]
    assert list(reasons(found, "a", most=1)) == ["c"]
    assert reasons(found, "d") == {}


def test_what_few_share_says_more_than_what_many_share(build):
    both = record("Beide").replace("- ruilwinkel", "- ruilwinkel\n  - oudergroep")
    found = build(
        a=both,
        b=record("Vaak", "oudergroep"),
        c=record("Zelden", "ruilwinkel"),
        **{f"d-{town}": record(town, "oudergroep", town) for town in ("geel", "lier", "malle")},
    )
    scores = {other.practice.id: other.score for other in similar(found, "a")}
    # Both share the town with A; two practices have the one method, five the other.
    assert list(scores) == ["c", "b"]
    assert scores["c"] - scores["b"] == 4 * (rarity(len(OTHERS) + 6, 2) - rarity(len(OTHERS) + 6, 5))


def test_a_practice_that_shares_nothing_has_none_and_what_all_have_does_not_count(build):
    found = build(a=record("Hoek"), b=record("Winkel"))
    assert reasons(found, "ander-0") == {}
    # All have this dimension and a government as a lead.
    assert [reason.kind for reason in reasons(found, "a")["b"]] == ["methodes", "gemeenten"]


def test_one_weak_likeness_is_not_shown(build):
    words = "Soep met balletjes."
    found = build(a=record("Hoek", summary=words), b=record("Plein", "speel-o-theek", "halle", words))
    assert reasons(found, "a") == {}
    found = build(a=record("Hoek", summary=words), b=record("Plein", "ruilwinkel", "halle", words))
    assert [reason.kind for reason in reasons(found, "a")["b"]] == ["methodes", WORDS]


def test_unknown_ages_and_organisations_outside_the_list_are_nothing_to_share(build, load, vocabularies):
    age = "leeftijd:\n  van: 3\n  tot: 6\n  zekerheid: vermeld\n"
    outside = ("- naam: Gemeente Boom\n    type: overheid", "- naam: Reisbureau\n    type: buiten-de-lijst")
    texts = {name: text + age for name, text in OTHERS.items()}
    texts |= {name: record(name * 3).replace(*outside) for name in ("a", "b")}
    found = Catalogue(load(**texts).values(), vocabularies)
    assert len(found.facets["leeftijdsgroepen"].members("niet-vermeld")) == 2
    assert [reason.kind for reason in reasons(found, "a")["b"]] == ["methodes", "gemeenten"]


def test_what_an_editor_linked_is_not_found_again_in_either_direction(build):
    section = f"deel: {OUT_OF_THE_BOX}\n"
    found = build(
        a=record("Hoek", extra=section + RELATED.format("b")),
        b=record("Winkel", extra=section),
        c=record("Zaal", extra=section),
    )
    assert list(reasons(found, "a")) == ["c"]
    assert list(reasons(found, "b")) == ["c"]
    assert list(reasons(found, "c")) == ["a", "b"]


def test_towns_that_became_one_are_the_same_town(build):
    found = build(a=record("Hoek", town="ham"), b=record("Winkel", town="tessenderlo"), c=record("Zaal", town="halle"))
    assert Reason("gemeenten", ("tessenderlo-ham",)) in reasons(found, "a")["b"]


def test_many_of_one_kind_count_less_and_less_and_three_are_named(build):
    towns = "boom\n    - halle\n    - ham\n    - geel\n    - lier"
    found = build(a=record("Hoek", town=towns), b=record("Plein", town=towns))
    (only,) = similar(found, "a")
    rare = rarity(len(OTHERS) + 2, 2)
    assert only.score == 4 * rare + sum(2 * rare >> nth for nth in range(5))
    assert [len(reason.terms) for reason in only.reasons] == [1, 3]


def test_words_are_told_as_written_and_not_when_a_term_says_it_already(build):
    text = "Bij Wafels vzw speelt de voetbalploeg van Boom, in de ruilwinkel."
    found = build(a=record("Hoek", summary=text), b=record("Plein", summary=text))
    assert reasons(found, "a")["b"] == (METHOD, TOWN, Reason(WORDS, ("speelt", "voetbalploeg", "Wafels")))


def test_a_word_is_written_small_where_any_record_does(build):
    found = build(a=record("Hoek", summary="Wafels eten."), b=record("Plein", summary="Er zijn wafels."))
    assert Reason(WORDS, ("wafels",)) in reasons(found, "a")["b"]


def test_the_order_of_the_files_changes_nothing(catalogue, vocabularies):
    expected = everything(catalogue)
    practices = catalogue.practices
    for shuffled in (practices[::-1], practices[1::2] + practices[::2]):
        assert everything(Catalogue(shuffled, vocabularies)) == expected


def test_looking_further_finds_nothing_better(catalogue, monkeypatch):
    expected = everything(catalogue)
    assert sum(map(len, expected.values())) > 50
    monkeypatch.setattr(related, "_LOOKS", 10**9)
    monkeypatch.setattr(related, "_WEIGHED", 10**9)
    assert everything(catalogue) == expected


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason("methodes", ("ruilwinkel",)), "Zelfde methode: ruilwinkel."),
        (Reason("gemeenten", ("boom", "halle")), "Zelfde gemeente: Boom en Halle."),
        (
            Reason("dimensies", ("opvoeding-en-onderwijs", "netwerk")),
            "Zelfde dimensie: opvoeding en onderwijs, het netwerk.",
        ),
        (Reason("partnertypes", ("werk",)), "Zelfde soort partner: werk."),
        (Reason("delen", ("4-3-kinderopvang",)), "Ook in het deel Kinderopvang."),
        (Reason("leeftijdsgroepen", ("0-3", "3-6")), "Ook voor 0-3 jaar en 3-6 jaar."),
        (Reason("leeftijdsgroepen", ("zwangerschap",)), "Ook tijdens de zwangerschap."),
        (Reason("leeftijdsgroepen", ("zwangerschap", "0-3")), "Ook tijdens de zwangerschap en voor 0-3 jaar."),
        (Reason(WORDS, ("kleren",)), "Zelfde woord: kleren."),
        (Reason(WORDS, ("kleren", "ruilen")), "Zelfde woorden: kleren, ruilen."),
    ],
)
def test_reasons_in_words(reason, words, vocabularies):
    assert tell_reasons((reason,), vocabularies) == words


def test_the_linked_come_first_and_the_section_is_there_without_them(load, vocabularies, written):
    texts = OTHERS | {"a": record("Hoek", extra=RELATED.format("ander-0")), "b": record("Winkel")}
    pages = {
        page.uri: BeautifulSoup(page.markdown, "html.parser")
        for page in render_site(Catalogue(load(**texts).values(), vocabularies), written, SiteSettings()).pages
    }
    titles = [tag.get_text() for tag in pages["praktijken/a.md"].select(".ekt-card__title, .ekt-similar a")]
    assert titles == ["Ander 0", "Winkel"]
    text = pages["praktijken/b.md"].get_text()
    assert text.index("## Verwante praktijken") < text.index("### Lijken hierop") < text.index("Zelfde methode")
    assert "Zelfde methode: ruilwinkel; zelfde gemeente: Boom." in text
    assert "Verwante praktijken" not in pages["praktijken/ander-1.md"].get_text()


PREFIXES = {
    "ook in het deel ": "delen",
    "zelfde methode: ": "methodes",
    "zelfde gemeente: ": "gemeenten",
    "zelfde dimensie: ": "dimensies",
    "zelfde financieringsroute: ": "financieringsroutes",
    "zelfde soort partner: ": "partnertypes",
    "ook voor ": "leeftijdsgroepen",
    "ook tijdens de ": "leeftijdsgroepen",
    "zelfde woord: ": WORDS,
    "zelfde woorden: ": WORDS,
}


def labels_of(catalogue: Catalogue, practice_id: str, kind: str) -> set[str]:
    """Give what a record holds of a kind, in small letters."""
    practice = catalogue.practice(practice_id)
    if kind == WORDS:
        texts = " ".join((practice.title, practice.summary, *practice.search_words)).casefold()
        return set(re.findall(r"\w+(?:['’-]\w+)*", texts))
    if kind == "delen":
        return {catalogue.vocabularies["delen"][practice.section].label.casefold()} if practice.section else set()
    return {term.label.casefold() for term, _ in catalogue.facets[kind].terms_of(practice)}


def unproven(catalogue: Catalogue, one: str, other: str, sentence: str) -> list[str]:
    """Give the reasons of a sentence that one of two records does not bear out."""
    found = []
    for reason in re.sub(r"^\w", lambda first: first[0].lower(), sentence.removesuffix(".")).split("; "):
        prefix, kind = next(((start, kind) for start, kind in PREFIXES.items() if reason.startswith(start)), ("", ""))
        rest = reason.removeprefix(prefix).casefold()
        shared = labels_of(catalogue, one, kind) & labels_of(catalogue, other, kind) if kind else set()
        for label in sorted(shared, key=len, reverse=True):
            rest = re.sub(rf"(?<!\w){re.escape(label)}(?!\w)", "", rest)
        if not kind or rest == reason.removeprefix(prefix).casefold() or re.sub(r",|\b(?:en|voor)\b", "", rest).strip():
            found.append(reason)
    return found


def test_every_reason_on_the_site_is_true_of_both_records(site, catalogue):
    number = 0
    for address, page in read_pages(site).items():
        heading = page.soup.find(id="lijken-hierop")
        if not heading:
            continue
        one = address.split("/")[1]
        found = heading.find_next("ul").select("li")
        linked = {tag["href"] for tag in page.soup.select(".ekt-card h3 a")}
        assert 1 <= len(found) <= 4, address
        for similar_one in found:
            link = similar_one.a["href"]
            sentence = similar_one.p.get_text()
            assert link not in linked, (address, link)
            assert unproven(catalogue, one, link.strip("./"), sentence) == [], address
            assert 1 <= sentence.count("; ") + 1 <= 3
            number += 1
    assert number > 50


def test_the_check_sees_a_reason_that_is_not_true(catalogue):
    one, other = "boempatat-boom", "feestvarken-vzw"
    assert unproven(catalogue, one, other, "Zelfde gemeente: Boom.") == []
    assert unproven(catalogue, one, other, "Zelfde gemeente: Boom en Halle.") == ["zelfde gemeente: Boom en Halle"]
    assert unproven(catalogue, one, other, "Zelfde methode: ruilwinkel.") == ["zelfde methode: ruilwinkel"]
    assert unproven(catalogue, one, other, "Ook voor.") == ["ook voor"]
