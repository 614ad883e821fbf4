"""The guide for editors: one text for the site and for CONTRIBUTING.md, true to the model and to the records."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from html import unescape

import pytest
import yaml

from hooks.contributing import MissingMarkError, contributing_text, main
from schema.field_guide import describe_fields
from schema.practice import Practice
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "meewerken.md"
NUMBERS = {13: "dertien", 14: "veertien", 15: "vijftien"}


@pytest.fixture
def copy(tmp_path):
    """The files that CONTRIBUTING.md is made from, to change."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("assets"))
    shutil.copy(ROOT / "CONTRIBUTING.md", tmp_path / "CONTRIBUTING.md")
    return tmp_path


def text_of(root) -> str:
    return (root / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_guide_is_up_to_date():
    assert contributing_text(ROOT) == text_of(ROOT), "draai: python -m hooks.contributing"


def test_a_change_of_the_page_is_noticed_and_taken_over(copy, capsys):
    assert main(["--check"], copy) == 0
    page = copy / "docs" / "meewerken.md"
    page.write_text(page.read_text(encoding="utf-8").replace("## Met git", "## Met *jouw* git"), encoding="utf-8")
    before = text_of(copy)
    assert main(["--check"], copy) == 1
    assert capsys.readouterr().err == "CONTRIBUTING.md is niet bijgewerkt; draai 'python -m hooks.contributing'\n"
    assert text_of(copy) == before
    assert main([], copy) == 0
    assert "\n## Met *jouw* git\n" in text_of(copy)
    assert "(#met-jouw-git)" in text_of(copy)
    assert text_of(copy).partition("# For developers")[2] == before.partition("# For developers")[2]


def test_a_mark_that_is_gone_is_told(copy, capsys):
    (copy / "CONTRIBUTING.md").write_text(text_of(copy).replace("<!-- einde velden -->", ""), encoding="utf-8")
    with pytest.raises(MissingMarkError):
        contributing_text(copy)
    assert main([], copy) == 1
    assert "einde velden" in capsys.readouterr().err


def test_the_command_runs_from_the_folder_of_the_repository():
    command = [sys.executable, "-m", "hooks.contributing", "--check"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0


def test_every_link_of_the_guide_leads_somewhere():
    text = text_of(ROOT).partition("\n# For developers")[0]
    headings = re.findall(r"^#+ (.+)$", text_of(ROOT), flags=re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    links = re.findall(r"\[[^\]]+\]\(([^)]+)\)", text)
    assert len(links) > 30
    for link in links:
        assert link[1:] in anchors if link.startswith("#") else (ROOT / link).exists(), link
    assert "/nieuwe-praktijk/" in text
    assert "[[" not in text


def test_the_guide_names_every_field():
    text = text_of(ROOT)
    for field in describe_fields(Practice):
        line = next(line for line in text.splitlines() if line.startswith(f"- `{field.key}` "))
        assert field.label in line
        assert field.help in line
        assert ("verplicht" in line.partition(")")[0]) == field.required
        for part in field.fields:
            assert f"  - `{part.key}` **{part.label}**" in text


def test_the_numbers_of_fields_are_those_of_the_model_and_the_example():
    guide = " ".join(PAGE.read_text(encoding="utf-8").split())
    required = [field.key for field in describe_fields(Practice) if field.required]
    example = yaml.safe_load(re.search(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[1])
    assert list(example) == required
    assert f"zijn {NUMBERS[len(required)]} velden verplicht" in guide


def examples() -> list[tuple[str, str]]:
    """Give every sentence that the guide quotes, with the practice that it comes from."""
    section = PAGE.read_text(encoding="utf-8").partition("{#voorbeelden}")[2].partition("\n## ")[0]
    items = re.split(r"^\d+\. ", section, flags=re.MULTILINE)[1:]
    return [
        (re.search(r"praktijken/([\w-]+)\.md", item)[1], " ".join(quote.split()))
        for item in items
        for quote in re.findall(r"“(.+?)”", item, flags=re.DOTALL)
    ]


def test_the_guide_quotes_ten_practices_and_a_reason_for_each():
    section = PAGE.read_text(encoding="utf-8").partition("{#voorbeelden}")[2].partition("\n## ")[0]
    assert len(re.findall(r"^\d+\. ", section, flags=re.MULTILINE)) == 10
    assert len({quote for _, quote in examples()}) == len(examples()) >= 10


@pytest.mark.parametrize(("practice", "quote"), examples(), ids=[quote[:25] for _, quote in examples()])
def test_a_quoted_sentence_stands_in_its_record(practice, quote):
    record = yaml.safe_load((ROOT / "practices" / f"{practice}.yml").read_text(encoding="utf-8"))
    assert quote in texts(record)


def texts(value: object) -> str:
    if isinstance(value, dict):
        return "\n".join(texts(part) for part in value.values())
    if isinstance(value, list):
        return "\n".join(texts(part) for part in value)
    return " ".join(unescape(str(value)).split())
