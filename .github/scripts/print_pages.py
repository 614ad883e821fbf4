"""Print pages of a built site as PDF, with a browser of this machine; without one there are no PDFs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_BROWSERS = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome")
_MOST_PAGES = 20
_SECONDS = 90


def print_pages(site: Path, addresses: Iterable[str], out: Path) -> list[Path]:
    """Print pages.

    Args:
        site: The folder of a site that was built to be opened from a folder.
        addresses: The pages, as paths in that folder.
        out: The folder for the PDFs.

    Returns:
        The PDFs; fewer than the pages when there is no browser, or when there are very many pages.
    """
    browser = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    chosen = list(addresses)[:_MOST_PAGES]
    if not browser or not chosen:
        return []
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for address in chosen:
        page = (site / address).resolve()
        if not page.is_relative_to(site.resolve()) or not page.is_file():
            continue
        pdf = out / f"{re.sub(r'[^a-z0-9-]', '_', page.stem.lower())[:100]}.pdf"
        if _print(browser, page, pdf):
            made.append(pdf)
    return made


def _print(browser: str, page: Path, pdf: Path) -> bool:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            f"--user-data-dir={profile}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={pdf.resolve()}",
            page.as_uri(),
        ]
        # In a container there is only the superuser, for whom the browser has no sandbox; the container is one.
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.insert(1, "--no-sandbox")
        try:
            # No shell reads this, and the page is one of our own build.
            subprocess.run(  # noqa: S603
                command, capture_output=True, check=True, timeout=_SECONDS
            )
        except (OSError, subprocess.SubprocessError) as error:
            sys.stdout.write(f"{page.name} kon niet afgedrukt worden: {type(error).__name__}\n")
            return False
    return pdf.is_file()
