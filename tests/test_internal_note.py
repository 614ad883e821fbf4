"""What editors tell each other stays in the record: no page, data file, search, card or PDF holds it."""

from __future__ import annotations

import re

from hooks.site_input import read_input
from hooks.site_rendering import plan_paper
from hooks.site_settings import SiteSettings
from schema.catalogue import Catalogue
from schema.practice import Practice
from schema.publishing import published
from tests.conftest import MINIMAL, ROOT, TODAY
from tests.hostile import UNPUBLISHED, hostile_record

NOTE = "interne_opmerking: Bel Kwispelbeke.\n"
WORDS = [word.casefold() for word in re.findall(r"\w{9,}", UNPUBLISHED)]


def test_no_file_of_the_site_holds_a_word_of_it(hostile_site):
    assert WORDS == ["zevenslaper", "kwispelbeke"]
    files = [path for path in hostile_site.rglob("*") if path.is_file()]
    assert len(files) > 100
    for path in files:
        text = path.read_bytes().decode("utf-8", errors="ignore").casefold()
        assert not [word for word in WORDS if word in text], path


def test_no_document_for_a_pdf_holds_a_word_of_it(folder):
    (folder / "boempatat-boom.yml").write_bytes((ROOT / "practices" / "boempatat-boom.yml").read_bytes())
    (folder / "de-speeldoos-mechelen.yml").write_text(MINIMAL, encoding="utf-8")
    (folder / "kansen-voor-kinderen-oostende.yml").write_text(MINIMAL.replace("Ruil", "Speel"), encoding="utf-8")
    (folder / "vijandig.yml").write_text(hostile_record(), encoding="utf-8")
    documents = plan_paper(*read_input(folder, ROOT / "docs", TODAY), SiteSettings())
    for name in documents.names:
        assert not [word for word in WORDS if word in documents.document(name).html.casefold()], name
    assert "Ouders ruilen er kleren." in documents.document("hoofdstuk-4-1").html


def test_the_practices_of_a_catalogue_come_without_it(load, vocabularies):
    practices = load(a=MINIMAL + NOTE)
    assert practices["a"].internal_note == "Bel Kwispelbeke."
    shown = Catalogue(practices.values(), vocabularies).practice("a")
    assert shown.internal_note is None
    assert shown == load(a=MINIMAL)["a"]


def test_a_practice_without_it_is_left_as_it_is(load):
    practice = load(a=MINIMAL)["a"]
    assert published(practice) is practice


def test_a_mark_within_a_group_counts_as_well(load, monkeypatch):
    practice = load(a=MINIMAL + NOTE)["a"]
    info = Practice.model_fields["status"].annotation.model_fields["explanation"]
    monkeypatch.setattr(info, "json_schema_extra", {"published": False})
    told = practice.model_copy(update={"status": practice.status.model_copy(update={"explanation": "Geheim"})})
    assert published(told).status.explanation is None
    assert published(told).status.state == "lopend"
