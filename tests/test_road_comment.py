"""The comment under a proposal: what is wrong or what changes, and nothing that a stranger slips into it."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import cmarkgfm
import pytest
from bs4 import BeautifulSoup
from cmarkgfm.cmark import Options
from comment_text import LIMIT, MARKER, comment_of
from compare_sites import compare_sites
from proposal_data import (
    CHANGES_FILE,
    CHECK_FILE,
    LARGEST_FILE,
    LOG_FILE,
    NUMBER_FILE,
    Changes,
    Page,
    Proposal,
    UnusableDataError,
    read_number,
    read_proposal,
    shortened_check,
    write_changes,
)
from safe_markdown import code, plain

from tests.conftest import ROOT

HOSTILE = [
    "@iedereen en @jan-met-de-pet",
    "sluit #1, fixes #12, naam/depot#3, GH-4 en naam/depot@0123456789012345678901234567890123456789",
    "https://voorbeeld.be/?a=1&b=2 en www.voorbeeld.be en http://a.be en ftp://a.be/b en HTTPS://A.BE",
    "jan@voorbeeld.be mailto:jan@voorbeeld.be xmpp:jan@voorbeeld.be",
    "[klik](https://voorbeeld.be) ![beeld](https://voorbeeld.be/a.png) <https://voorbeeld.be> [a]: b",
    "<img src=x onerror=alert(1)> <script>alert(1)</script> <!-- <details> --> &lt;b&gt; &amp;",
    "`code` ``meer`` ```\nblok\n``` ~~~\nblok",
    "een | twee | drie\n|---|---|\n| a | b |",
    "# kop\n\n- punt\n1. punt\n> citaat\n\n---\n===\n    ingesprongen\n\n/close\n/merge\n/assign @jan",
    "*vet* **vet** _schuin_ ~~weg~~ ==aan== $x^2$ :smile: !12 ~label %mijlpaal &3 $9",
    "regel\r\nregel\u2028regel\u2029regel\x85regel\x0b\x0c\x1b[31m\x00\u202eomgekeerd\u2066\ufeff\u200b",
    "- [ ] taak\n- [x] taak",
    "\\@jan \\`x\\` \\[a](b) \\\\",
    "`",
    "``` ` ``",
    "` @jan `",
    "",
    "   ",
    "x" * 100_000,
    "`" * 3_000,
    "[" * 3_000,
    "@a " * 30_000,
    "'no' is geen waarde; schrijf \"no\": 12:30, 4/1 en C:\\map",
]


def shown(markdown: str) -> BeautifulSoup:
    """Read Markdown as GitHub does, before it takes out what is not allowed."""
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE)
    return BeautifulSoup(html, "html.parser")


def references(page: BeautifulSoup) -> list[str]:
    """Find what the hosts turn into a link or a message once Markdown was read."""
    for element in page.select("code, a[href^='https://github.example/']"):
        element.decompose()
    text = page.get_text()
    found = re.findall(
        r"(?<![\w/])@\w|(?<!\w)[#!~%$&]\w|\bgh-\d|https?://|ftp://|www\.\w|mailto:\w", text, re.IGNORECASE
    )
    return [*found, *(str(link) for link in page.select("a, img, script, input, details, table, h1, h2, pre, del"))]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20].encode("unicode_escape").decode())
@pytest.mark.parametrize("show", [plain, code], ids=["plain", "code"])
def test_a_hostile_text_stays_a_text(show, text):
    made = show(text)
    assert "\n" not in made
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]", made)
    assert len(made) < 3_000
    page = shown(f"- voor {made} na\n")
    assert page.select("ul > li")
    assert page.get_text().strip().startswith("voor")
    assert page.get_text().strip().endswith("na")
    assert not page.select("li li, strong, em, blockquote, hr")
    assert references(page) == []


def test_what_is_harmless_is_shown_as_it_is():
    text = "'gezondhied' staat niet in de lijst. Bedoelde je 'gezondheid'? Mogelijk: a, b (c) <d> & 4/1 – “é”"
    assert shown(plain(text)).get_text().strip() == text
    assert shown(code(text)).get_text().strip() == text
    assert shown(code("`a` ``b``")).get_text().strip() == "`a` ``b``"


def test_the_tests_of_these_texts_would_notice(monkeypatch):
    for text in HOSTILE[:6]:
        assert references(shown(f"- voor {text} na\n")), text


def problem(**changed: object) -> dict[str, object]:
    found = {
        "pad": "practices/ruilhoek.yml",
        "regel": 6,
        "kolom": 5,
        "veld": "dimensies",
        "label": "Dimensies",
        "ernst": "fout",
        "melding": "'gezondhied' staat niet in de lijst. Bedoelde je 'gezondheid'?",
        "voorbeeld": "dimensies:\n  - gezondheid",
    }
    return {**found, **changed}


def proposal_of(*problems: dict[str, object], changes: Changes | None = None, log: str = "") -> Proposal:
    files = {
        CHECK_FILE: json.dumps({"problemen": problems, "telling": {"praktijken": 58}}).encode(),
        LOG_FILE: log.encode(),
    }
    if changes is not None:
        files[CHANGES_FILE] = write_changes(changes).encode()
    return read_proposal(files)


def text_of(proposal: Proposal) -> str:
    return shown(comment_of(proposal)).get_text()


def test_errors_are_told_with_their_place_and_an_example():
    said = text_of(
        proposal_of(problem(), problem(ernst="waarschuwing", veld="kort", label="In het kort", melding="Lang."))
    )
    assert "Nog niet in orde: 1 fout" in said
    assert "regel 6: Dimensies (dimensies): 'gezondhied' staat niet in de lijst. Bedoelde je 'gezondheid'?" in said
    assert "Zo kan het: dimensies:" in said
    assert "Dit houdt niets tegen" in said
    assert "verandert" not in said


def test_advice_alone_holds_nothing_back():
    proposal = proposal_of(problem(ernst="waarschuwing"), changes=Changes())
    assert not proposal.blocked
    assert "In orde, met 1 raad" in text_of(proposal)
    assert "Geen enkele pagina krijgt een andere tekst." in text_of(proposal)


def test_what_changes_is_told_by_kind():
    pages = (
        Page("praktijken/a.html", "Ruilhoek", "praktijk", "nieuw"),
        Page("praktijken/b.html", "Speelbus", "praktijk", "anders", ("", "Partners")),
        Page("praktijken/c.html", "Oud", "praktijk", "weg"),
        Page("gemeenten/boom.html", "Boom", "lijst", "anders", ("Praktijken",)),
        Page("praktijken/d.html", "Ruilbeurs", "mee", "anders", ("Verwante praktijken",)),
        Page("afdrukken/a.html", "Blad", "afdruk", "anders"),
    )
    said = text_of(proposal_of(changes=Changes(pages, restyled=2, other_files=1)))
    assert "nieuw: Ruilhoek" in said
    assert "verandert: Speelbus – bovenaan; Partners" in said
    assert "verdwijnt: Oud" in said
    assert "gemeenten: Boom\n" in said
    assert (
        "Verder verandert: 1 verwante praktijk, 1 blad om af te drukken, de opmaak van 2 pagina’s, 1 ander bestand."
        in said
    )


def test_a_build_that_fails_is_told():
    said = text_of(
        proposal_of(
            log="INFO - Building /map\nERROR - docs/x.md:3:1: 'tip' kan een pagina niet vragen\n/close\n```\n@jan"
        )
    )
    assert "De site kan zo niet gebouwd worden" in said
    assert "docs/x.md:3:1" in said
    assert "Building" not in said
    assert "site met jouw wijziging" not in comment_of(proposal_of(log="x"), "https://a.example/7")
    assert "site met jouw wijziging" in comment_of(proposal_of(changes=Changes()), "https://a.example/7")


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20].encode("unicode_escape").decode())
def test_a_whole_comment_full_of_it_stays_ours(text):
    pages = tuple(
        Page(text, text, kind, change, (text, text))
        for kind, change in (("praktijk", "nieuw"), ("lijst", "anders"), (text, text))
    )
    hostile = problem(pad=text, veld=text, label=text, melding=text, voorbeeld=text)
    for proposal in (
        proposal_of(hostile, {**hostile, "ernst": text}, log=text),
        proposal_of({**hostile, "ernst": "waarschuwing"}, changes=Changes(pages)),
    ):
        made = comment_of(proposal, "https://github.example/naam/depot/actions/runs/7")
        assert made.startswith(MARKER)
        assert len(made.encode()) <= LIMIT
        assert not re.search(r"^\s*/", made, re.MULTILINE), "GitLab would carry this out"
        page = shown(made)
        assert next(heading.name for heading in page.select("h1, h2, h3, h4, h5, h6")) == "h3"
        assert page.select("p")[-1].get_text().endswith("staat in CONTRIBUTING.md.")
        assert references(page) == []


def test_a_very_long_comment_is_cut_and_says_so():
    many = [problem(pad=f"practices/{number}.yml", melding="@x <b> é " * 50) for number in range(2_000)]
    pages = tuple(Page(f"praktijken/{number}.html", "&" * 500, "praktijk", "nieuw") for number in range(2_000))
    for proposal in (proposal_of(*many), proposal_of(changes=Changes(pages)), proposal_of(log="&<\n" * 400_000)):
        made = comment_of(proposal)
        assert len(made.encode()) <= LIMIT
        assert made.rstrip().endswith("staat in `CONTRIBUTING.md`.")
    assert "nog 2940 meer" in comment_of(proposal_of(*(problem() for _ in range(3_000))))
    assert "past hier niet" in comment_of(proposal_of(*many))


def test_advice_about_files_of_others_is_left_out_and_errors_never_are():
    found = [
        problem(pad="a.yml", ernst="waarschuwing"),
        problem(pad="b.yml", ernst="waarschuwing"),
        problem(pad="c.yml"),
    ]
    answer = json.dumps({"problemen": found, "telling": {"fouten": 1, "waarschuwingen": 2}})
    kept = read_proposal({CHECK_FILE: shortened_check(answer, {"b.yml"}).encode()})
    assert [kept_problem.path for kept_problem in kept.problems] == ["c.yml", "b.yml"]
    assert (kept.errors, kept.advice) == (1, 1)
    assert len(read_proposal({CHECK_FILE: shortened_check(answer).encode()}).problems) == 3
    many = json.dumps({"problemen": found * 4_000, "telling": {"fouten": 4_000}})
    short = shortened_check(many)
    assert len(short) < LARGEST_FILE / 5
    assert "### Nog niet in orde: 4000 fouten" in comment_of(read_proposal({CHECK_FILE: short.encode()}))


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        "null",
        "1",
        '"x"',
        '{"problemen": {"a": 1}, "telling": []}',
        '{"problemen": [null, 1, "x", [], {}], "telling": {"praktijken": -1}}',
        '{"problemen": [{"regel": true, "pad": 3, "melding": null, "veld": ["x"]}]}',
        '{"pages": [{"kind": "x", "change": 1, "headings": {"a": 1}}], "restyled": 1e999, "other_files": "3"}',
        '{"pages": 3, "restyled": 99999999999999999999}',
    ],
)
def test_data_of_any_shape_is_survived(content):
    proposal = read_proposal({CHECK_FILE: content.encode(), CHANGES_FILE: content.encode()})
    assert comment_of(proposal).startswith(MARKER)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 200_000, b"{}" + b" " * LARGEST_FILE])
def test_data_that_cannot_be_read_is_refused(content):
    with pytest.raises(UnusableDataError):
        read_proposal({CHECK_FILE: content})


@pytest.mark.parametrize(
    "content", [b"", b"0", b"-1", b"1e3", b"12345678", "١٢".encode(), b"1\n2", b"1 2", b"../1", b"7?x"]
)
def test_only_a_number_is_a_number(content):
    with pytest.raises(UnusableDataError):
        read_number({NUMBER_FILE: content})


def test_a_number():
    assert read_number({NUMBER_FILE: b"57\n"}) == 57


def write(site, **pages: str) -> None:
    for name, text in pages.items():
        path = site / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


PAGE = '<html><body><nav>{nav}</nav><div id="inhoud"><h1>{title}</h1><p>{top}</p><h2>Partners</h2><p>{text}</p></div>'


def page(nav="", title="Titel", top="Boven", text="Tekst"):
    return PAGE.format(nav=nav, title=title, top=top, text=text)


def test_two_sites_are_compared_by_what_a_reader_sees(tmp_path):
    old, new = tmp_path / "oud", tmp_path / "nieuw"
    same = page()
    write(old, praktijken__a_html=same, praktijken__b_html=same, praktijken__c_html=same, gemeenten__d_html=same)
    write(old, over_html=same, leeg_html="", stijl_css="a", handboek__e_html=same)
    write(new, praktijken__a_html=page(text="Andere"), praktijken__nieuw_html=page(title="Nieuw"))
    write(new, praktijken__c_html=page(nav="anders"), gemeenten__d_html=page(top='<a href="x">Boven</a>'))
    write(new, over_html=same, leeg_html=" ", stijl_css="b", handboek__e_html=page(text="<!-- x --><b>Tekst</b>"))
    changes = compare_sites(old, new)
    assert [(found.address, found.kind, found.change, found.headings) for found in changes.pages] == [
        ("gemeenten/d.html", "lijst", "anders", ("",)),
        ("praktijken/a.html", "praktijk", "anders", ("Partners",)),
        ("praktijken/b.html", "praktijk", "weg", ()),
        ("praktijken/nieuw.html", "praktijk", "nieuw", ()),
    ]
    assert (changes.restyled, changes.other_files) == (3, 1)
    assert compare_sites(old, old) == Changes()
    assert [page.kind for page in compare_sites(old, new, {"b"}).pages] == ["lijst", "mee", "praktijk", "praktijk"]


def test_the_comparison_can_be_asked_on_its_own(tmp_path):
    write(tmp_path / "oud", praktijken__a_html=page())
    write(tmp_path / "nieuw", praktijken__a_html=page(), praktijken__b_html=page(title="Erbij @jan &lt;b&gt;"))
    command = [
        sys.executable,
        str(ROOT / ".github/scripts/compare_sites.py"),
        str(tmp_path / "oud"),
        str(tmp_path / "nieuw"),
    ]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert shown(result.stdout).get_text().split() == ["Praktijken", "nieuw:", "Erbij", "@\u2060jan", "<b>"]
