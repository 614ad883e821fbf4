"""`mkdocs serve`: pages follow a record that changes, and a fault does not take the site away."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.conftest import ENVIRONMENT

PATIENCE = 60  # seconds after which a server that has not answered counts as broken


def wait_for(happened, what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline, what
        time.sleep(0.1)


@pytest.fixture
def served(project, tmp_path):
    """Serve a copy of the project; gives its address, the file it logs to, and the project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "serve.log"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project.root,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=ENVIRONMENT,
        )
        yield f"http://127.0.0.1:{port}/", log, project
        process.terminate()
        process.wait()


def text_of(address: str) -> str:
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))
    except URLError:
        return ""


def test_pages_follow_records_and_survive_a_fault(served):
    address, log, project = served
    record = project.root / "practices" / "boempatat-boom.yml"
    page = f"{address}praktijken/boempatat-boom/"
    good = record.read_text(encoding="utf-8")
    wait_for(lambda: "Boempatat" in text_of(page), "the site is served")

    record.write_text(good.replace('hoofdstuk: "4/1"', 'hoofdstuk: "9/9"'), encoding="utf-8")
    wait_for(lambda: "'9/9' staat niet in de lijst" in log.read_text(encoding="utf-8"), "the fault is told")
    assert "Boempatat" in text_of(page)

    record.write_text(good.replace("Boempatat:", "Boempatat, herlezen:"), encoding="utf-8")
    wait_for(lambda: "Boempatat, herlezen" in text_of(page), "the mended record is shown")
    assert "Traceback" not in log.read_text(encoding="utf-8")
