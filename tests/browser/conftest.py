"""A real browser on the real site, served on this machine only."""

from __future__ import annotations

import functools
import os
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.browser.form_pages import PAGE, opened
from tests.browser.installation import find_browser

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    # Chromium refuses to start its sandbox as root, which is what a container usually is.
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*QUIET, "--no-sandbox"] if as_root else list(QUIET)
    return {**browser_type_launch_args, "executable_path": find_browser(), "args": arguments}


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing: a request is no news."""


class Server:
    """Serves a folder on a free port of this machine."""

    def __init__(self, folder: Path) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="session")
def served_site(site):
    server = Server(site)
    yield server.address
    server.close()


@pytest.fixture
def visit(page, served_site):
    """Open a page of the site; any request to another host fails the test."""
    outside = []
    page.on("request", lambda request: request.url.startswith((served_site, "data:")) or outside.append(request.url))

    def open_page(path: str):
        page.goto(f"{served_site}/{path}")
        return page

    yield open_page
    assert outside == []


@pytest.fixture
def form(visit):
    """Open the form, and wait until it works."""

    def open_form(path: str = PAGE):
        return opened(visit(path))

    return open_form
