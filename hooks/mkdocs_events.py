"""The events through which MkDocs gets the pages; all work is done elsewhere."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from hooks.pdf_shelf import FOLDER, Shelf
from hooks.site_input import read_input
from hooks.site_rendering import RenderedSite, render_site
from hooks.site_settings import InvalidSettingError, SiteSettings
from schema.problems import InvalidRecordsError, summary

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from hooks.written_pages import WrittenPage
    from schema.catalogue import Catalogue
    from schema.problems import Problem

_log = get_plugin_logger("elk-kind-telt")


@dataclass
class _Session:
    """What lasts from one event to the next: whether the site is being served, and the site as it last was good."""

    serving: bool = False
    site: RenderedSite | None = None


_session = _Session()


def on_startup(command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
    """Remember whether somebody is looking on while records change."""
    _session.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read, check and render everything here: after this event MkDocs empties the site's folder."""
    try:
        catalogue, written, settings = _load(config)
    except InvalidSettingError as error:
        raise PluginError(str(error)) from None
    except InvalidRecordsError as error:
        for problem in error.problems:
            _log.error("%s", problem)
        # A server that stops answering helps nobody; it goes on with the last pages that were good.
        if not (_session.serving and _session.site):
            raise PluginError(summary(error.problems)) from None
        return config
    _session.site = render_site(catalogue, written, settings, Shelf(_root(config) / FOLDER))
    _fix_build_date(catalogue)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages, also in place of those in docs/; nothing is written there."""
    if _session.site is None:
        return files
    for page in _session.site.pages:
        level = InclusionLevel.UNDEFINED if page.in_navigation else InclusionLevel.NOT_IN_NAV
        written = files.get_file_from_path(page.uri)
        if written:
            files.remove(written)
        files.append(File.generated(config, page.uri, content=page.markdown, inclusion=level))
    for data in _session.site.files:
        files.append(File.generated(config, data.uri, content=data.text))
    for uri, pdf in _session.site.pdfs.items():
        files.append(File.generated(config, uri, abs_src_path=str(pdf.path)))
    return files


def read_project(root: Path) -> tuple[Catalogue, tuple[WrittenPage, ...], SiteSettings]:
    """Read what the site is made from, for who does not build it.

    Args:
        root: The folder with mkdocs.yml.

    Returns:
        The practices, the pages from docs/ and what the owner set.

    Raises:
        InvalidRecordsError: The practices or the pages have problems.
        InvalidSettingError: A setting cannot be used.
    """
    return _load(load_config(str(root / "mkdocs.yml")))


def _load(config: MkDocsConfig) -> tuple[Catalogue, tuple[WrittenPage, ...], SiteSettings]:
    settings = SiteSettings(
        repository=config.extra.get("repository", ""),
        contact=config.extra.get("contact", ""),
        directory_addresses=config.use_directory_urls,
        site_address=_site_address(config),
    )
    today = date.today()  # noqa: DTZ011 - the editors' calendar
    catalogue, written = read_input(_root(config) / "practices", Path(config.docs_dir), today, _tell)
    return catalogue, written, settings


def _tell(warning: Problem) -> None:
    """Log a warning of a record, at a level that keeps no strict build from its end."""
    _log.info("%s", warning)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _site_address(config: MkDocsConfig) -> str:
    """Give the address that the owner set: while serving, MkDocs puts its own in place of it."""
    settings = load_config(config.config_file_path) if _session.serving else config
    return settings.site_url or ""


def _fix_build_date(catalogue: Catalogue) -> None:
    """Date the sitemap by the newest record rather than by the clock, so that equal input gives equal bytes."""
    newest = max((practice.checked for practice in catalogue.practices), default=date(2012, 1, 1))
    moment = datetime(newest.year, newest.month, newest.day, tzinfo=UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
