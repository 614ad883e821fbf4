"""A chapter as hard as it can get: sixty practices more, one very long, one with a long title and forty partners."""

from __future__ import annotations

import shutil

import pytest
import yaml

from tests.conftest import MINIMAL, ROOT
from tests.pdf.checks import check_everything, check_practices
from tests.pdf.conftest import ADDRESS, documents_of, pdf_of

TITLE = (
    "Een ruilwinkel voor kleren, speelgoed, boeken en fietsen, waar ouders, grootouders en buren "
    "elkaar ook ontmoeten in Boom"
)
LONG = ("aanpak", "onderdelen", "drempels", "sterktes", "beperkingen")


def texts_of_file(text: str):
    """Read YAML with every scalar as text, as the site does."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and dictionaries only


def long_record() -> str:
    """Give a record of this repository with every list ten times as long."""
    record = texts_of_file((ROOT / "practices" / "boempatat-boom.yml").read_text(encoding="utf-8"))
    for key in ("verwant", "ook_bekend_als"):
        record.pop(key, None)
    record["titel"] = "Boempatat, tien keer zo lang"
    for key in LONG:
        if key in record:
            record[key] = [again(value, number) for number in range(10) for value in record[key]]
    record["doel"] = "\n\n".join([record["doel"]] * 10)
    return yaml.dump(record, allow_unicode=True)


def again(value, number):
    """Vary a text, because nothing may stand in a list twice."""
    if isinstance(value, str):
        return f"{value} Keer {number + 1}."
    first = next(key for key in ("tekst", "drempel", "naam") if key in value)
    return value | {first: f"{value[first]} Keer {number + 1}"}


def partners() -> str:
    record = texts_of_file(MINIMAL)
    record["titel"] = TITLE
    record["partners"] = [
        {"naam": f"Vereniging voor gezinnen en buurten {number}", "type": "werk", "zekerheid": "vermeld"}
        for number in range(40)
    ]
    return yaml.dump(record, allow_unicode=True)


@pytest.fixture(scope="module")
def hard(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hard") / "practices"
    shutil.copytree(ROOT / "practices", folder)
    texts = {f"proef-{number}": MINIMAL.replace("Ruilhoek", f"Ruilhoek {number}") for number in range(58)}
    texts |= {"proef-lang": long_record(), "proef-partners": partners()}
    for name, text in texts.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    catalogue, documents = documents_of(folder, ADDRESS)
    practices = [practice for practice in catalogue.practices if practice.chapter == "4/1"]
    return practices, pdf_of(documents.document("hoofdstuk-4-1"))


def test_it_holds_like_any_other(hard):
    check_everything(hard[1])


def test_nothing_is_lost(hard):
    practices, pdf = hard
    assert len(practices) > 60
    assert max(len(practice.title) for practice in practices) >= 119
    check_practices(pdf, practices)
