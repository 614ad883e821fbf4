"""Every PDF there is; takes minutes, so `make test-long` runs it and `make test` does not."""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor

import pytest

from hooks import pdf
from hooks.pdf_making import make_pdf
from hooks.pdf_shelf import ASSETS, FOLDER
from tests.conftest import Project
from tests.pdf.checks import check_everything, check_practices
from tests.pdf.reading import Pdf

pytestmark = pytest.mark.long


def test_every_pdf_holds(repository):
    documents = [repository[1].document(name) for name in repository[1].names]
    with ProcessPoolExecutor(2) as pool:
        running = [pool.submit(make_pdf, one.html, one.style, ASSETS) for one in documents]
        for document, done in zip(documents, running, strict=True):
            found = Pdf(done.result().content)
            check_everything(found)
            if document.name == "handboek":
                assert len(repository[0].practices) > 50
                check_practices(found, repository[0].practices)


def test_the_whole_handbook_costs_no_more_a_page_than_a_chapter(repository):
    def seconds_a_page(name):
        document = repository[1].document(name)
        start = time.process_time()
        made = make_pdf(document.html, document.style, ASSETS)
        return (time.process_time() - start) / made.pages

    seconds_a_page("inleiding")
    assert seconds_a_page("handboek") < 3 * seconds_a_page("hoofdstuk-4-1")


def test_a_second_time_takes_no_time(tmp_path, capsys):
    project = Project(tmp_path / "project")
    assert pdf.main([], project.root) == 0
    assert len(list((project.root / FOLDER).glob("*.pdf"))) > 60
    start = time.process_time()
    assert pdf.main([], project.root) == 0
    assert "niets veranderd" in capsys.readouterr().out
    assert time.process_time() - start < 2
