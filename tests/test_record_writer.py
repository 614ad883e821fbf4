"""The canonical form: fixed, kept by every reader of YAML, and without a change of meaning."""

from __future__ import annotations

import random

import pytest
import yaml
from ruamel.yaml import YAML

from schema.clean_text import clean_line, clean_text
from schema.record_writer import clean_record, record_values, write_record
from schema.records import load_practices
from schema.yaml_nodes import read_document, to_data
from tests.conftest import MINIMAL, ROOT, TODAY

PIECES = (
    *("no", "on", "y", "Null", "~", "true", "12:30", "012", "1_000", "0x1F", "1e3", "2024-02-30", "2012", ".inf", "="),
    *("T'ANtWOORD", "'s avonds", '"', "\\", "\\n", "\\x41", ": ", " #", "#", "- ", "? ", "| ", ">", "%", "@", "`"),
    *("&a", "*a", "<<", "!!str", "{", "}", "[", "]", ",", "---", "...", "\n", "\n\n\n", "\n  ", "\t", "\r\n"),
    *("\u00a0", "\u2028", "\x85", "\ufeff", "é", "e\u0301", "ё", "中", "😀", "\U0010fffd", "\u200b", "\x00", "\x07"),
    *("${{ x }}", "<b>", "een gewone zin. ", "woord " * 30),
)
COUNT = 3000


def hostile_texts(seed: int):
    source = random.Random(seed)  # noqa: S311 - the same texts at every run
    for _ in range(COUNT):
        yield "".join(source.choice(PIECES) for _ in range(source.randint(1, 8)))


def plainly(text: str) -> bool:
    return clean_text(text) != ""


def read_own(text: str):
    document = read_document(text.encode(), "practices/x.yml")
    assert (document.problems, document.comments) == ([], ())
    assert document.root is not None
    return to_data(document.root)


READERS = {
    "own": read_own,
    "libyaml": lambda text: yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)),  # noqa: S506 - both are safe
    "pyyaml": yaml.safe_load,
    "ruamel 1.2": YAML(typ="safe", pure=True).load,
}


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_gives_back_the_same_texts(reader):
    # A few large files rather than many small ones: the pure readers are slow.
    texts = [text for text in hostile_texts(20261123) if plainly(text)]
    assert len(texts) > 2500
    for start in range(0, len(texts), 250):
        part = texts[start : start + 250]
        record = {"titel": part[0], "doel": part[1], "aanpak": part, "ook_bekend_als": part}
        read = READERS[reader](write_record(record))
        assert read["titel"] == clean_line(part[0])
        assert read["doel"] == clean_text(part[1])
        assert read["aanpak"] == [clean_text(text) for text in part]
        assert read["ook_bekend_als"] == [clean_line(text) for text in part]


def test_writing_what_was_read_changes_nothing():
    for number, text in enumerate(text for text in hostile_texts(7) if plainly(text)):
        record = {"kort": text, "doel": text, "waar": {"plaats": text}, "onderdelen": [{"naam": text, "tekst": text}]}
        record |= {"hoofdstuk": text, "volgorde": text, "leeftijd": {"zwangerschap": text}, "onbekend": {"x": [text]}}
        written = write_record(record)
        assert write_record(read_own(written)) == written, number
        assert all(line == line.rstrip() for line in written.split("\n"))
        assert written.endswith("\n")
        assert not written.endswith("\n\n")


def test_the_records_of_this_repository_keep_their_meaning(vocabularies, folder):
    practices = load_practices(ROOT / "practices", vocabularies, TODAY)
    for practice in practices:
        text = write_record(practice)
        raw = (ROOT / "practices" / f"{practice.id}.yml").read_bytes()
        assert write_record(to_data(read_document(raw, "x").root)) == text
        (folder / f"{practice.id}.yml").write_text(text, encoding="utf-8")
        for reader in ("libyaml", "pyyaml", "ruamel 1.2"):
            assert record_values(READERS[reader](text)) == read_own(text), (practice.id, reader)
    assert load_practices(folder, vocabularies, TODAY) == practices


def test_the_form_word_for_word():
    long = (
        "Een zin die zo lang is dat ze niet tussen aanhalingstekens hoort, maar in een blok, met  een # en een: erin."
    )
    record = {
        "interne_opmerking": "x",
        "onbekend": "y",
        "nagekeken": "2026-11-01",
        "volgorde": "010",
        "hoofdstuk": "4/1",
        "herkomst": "nieuwer",
        "titel": ' De "draai"\\ ',
        "id": "telt-niet",
        "leeftijd": {"toelichting": "", "zekerheid": "vermeld", "tot": "2.50", "van": "00.5", "zwangerschap": "true"},
        "waar": {"gemeenten": ["no", "boom", ""], "plaats": None, "regio": " "},
        "partners": [
            {"zekerheid": "vermeld", "rol": "partner", "type": "werk", "naam": "no"},
            {"naam": "A", "rol": "toeleider"},
        ],
        "financiering": {"routes": [], "bedragen": [{"bedrag": "012.50", "munt": "EUR", "bron": "B"}]},
        "doel": "Eerst.\n\n\n  Dan.",
        "aanpak": ["Kort.", long],
        "drempels": [],
        "periode": {"begin": "2012"},
    }
    assert write_record(record) == (
        'titel: "De \\"draai\\"\\\\"\n'
        "herkomst: nieuwer\n"
        'hoofdstuk: "4/1"\n'
        "volgorde: 10\n"
        "leeftijd:\n  van: 0.5\n  tot: 2.50\n  zwangerschap: true\n  zekerheid: vermeld\n"
        'waar:\n  gemeenten:\n    - "no"\n    - boom\n'
        'periode:\n  begin: "2012"\n'
        'partners:\n  - naam: "no"\n    type: werk\n    zekerheid: vermeld\n  - naam: "A"\n    rol: toeleider\n'
        'financiering:\n  bedragen:\n    - bedrag: 12.50\n      bron: "B"\n'
        "doel: |-\n  Eerst.\n\n    Dan.\n"
        f'aanpak:\n  - "Kort."\n  - |-\n    {long}\n'
        'nagekeken: "2026-11-01"\n'
        'interne_opmerking: "x"\n'
        'onbekend: "y"\n'
    )


def test_a_truth_that_is_the_default_and_a_lead_that_leads_go_unsaid(load):
    text = write_record(load(a=MINIMAL.replace("zekerheid: vermeld", "zekerheid: vermeld\n    rol: trekker"))["a"])
    assert "rol" not in text
    record = {"leeftijd": {"zwangerschap": "false", "van": "1"}}
    assert clean_record(record) == {"leeftijd": {"van": "1"}}


def test_what_has_not_the_models_shape_is_kept():
    record = {"titel": ["a", ["b"]], "aanpak": {"x": "1"}, "waar": "Boom", "volgorde": "ongeveer 5", "een naam": "b"}
    assert read_own(write_record(record)) == record
