"""The PDFs of a few chapters, read back."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.pdf.checks import check_everything, check_practices
from tests.pdf.conftest import ADDRESS, pdf_of
from tests.pdf.reading import squeezed

CHAPTERS = ("hoofdstuk-1", "hoofdstuk-4-5", "methodes/ruilwinkel")


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_holds(made, name):
    check_everything(made(name))


@pytest.mark.parametrize(("name", "chosen"), [("hoofdstuk-4-5", "chapter"), ("methodes/ruilwinkel", "methods")])
def test_every_practice_is_there_with_its_full_text(made, repository, name, chosen):
    value = {"chapter": "4/5", "methods": "ruilwinkel"}[chosen]
    practices = [practice for practice in repository[0].practices if value in getattr(practice, chosen)]
    assert practices
    check_practices(made(name), practices)


def test_the_contents_tell_the_right_pages(made):
    pdf = made("hoofdstuk-4-5")
    text = pdf.text(1, 2)
    for depth, title, number in pdf.bookmarks:
        if depth == 1 and title != "Inhoud":
            assert f"{squeezed(title)}{number + 1}" in text.replace(".", ""), title


def test_the_head_of_a_page_names_chapter_and_practice(made):
    pdf = made("hoofdstuk-4-5")
    [number] = [number for _, title, number in pdf.bookmarks if title.startswith("Mentaliseren")]
    head = [run for run in pdf.pages[number + 1] if run.y > 842 - 71]
    assert "".join(run.text for run in head if run.left < 200).strip() == "Subjectief welbevinden"
    assert "Mentaliseren" in "".join(run.text for run in head if run.left > 200)
    foot = "".join(run.text for run in pdf.pages[number + 1] if run.y < 62)
    assert f"blz. {number + 2} van {len(pdf)}" in foot
    assert not [run for run in pdf.pages[0] if run.y > 842 - 71 or run.y < 62]


def test_words_are_hyphenated_as_in_dutch(made):
    broken = {
        before.text.rsplit(maxsplit=1)[-1] + after.text.split(maxsplit=1)[0]
        for body in made("hoofdstuk-4-5").bodies
        for before, after in pairwise(body)
        if before.text.endswith("-") and after.text[:1].islower() and before.y > after.y
    }
    assert "vanbin-nen" in broken


def test_a_practice_has_a_code_only_when_the_site_has_an_address(repository):
    _, documents = repository
    html = documents.document("hoofdstuk-4-5").html
    assert html.count(f'src="qr:{ADDRESS}praktijken/') == 4


def test_the_same_document_gives_the_same_bytes(made, repository):
    assert pdf_of(repository[1].document("hoofdstuk-4-5")).content == made("hoofdstuk-4-5").content
