"""What the owner of the site can set, and where readers go to improve a record."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hooks import addresses
from schema.field_types import is_email_address

if TYPE_CHECKING:
    from collections.abc import Callable


class InvalidSettingError(Exception):
    """A setting in mkdocs.yml that cannot be used; the text says why, in Dutch."""


@dataclass(frozen=True)
class SiteSettings:
    """Settings that pages depend on.

    Attributes:
        repository: The repository's address, such as `https://github.com/naam/elk-kind-telt`, or the address
            of its editor with `{path}` where the file goes; empty when there is none.
        contact: The e-mail address where readers tell what is missing or wrong; empty when there is none.
        directory_addresses: Whether pages are published as folders.
        site_address: Where the site stands, such as `https://www.voorbeeld.be/`; empty when that is not known.
    """

    repository: str = ""
    contact: str = ""
    directory_addresses: bool = True
    site_address: str = ""

    def __post_init__(self) -> None:
        # The setting comes from a file that anyone can edit, so it can be of any type.
        if self.repository and not _is_web_address(self.repository):
            message = f"mkdocs.yml: 'extra › repository': '{self.repository}' is geen webadres; schrijf https://…"
            raise InvalidSettingError(message)
        if self.contact and not (isinstance(self.contact, str) and is_email_address(self.contact)):
            message = f"mkdocs.yml: 'extra › contact': '{self.contact}' is geen e-mailadres; schrijf naam@voorbeeld.be"
            raise InvalidSettingError(message)

    def full_address(self, target: str) -> str | None:
        """Give the address of a source page on the web, `#anchor` included, or nothing when the site has none yet."""
        if not self.site_address:
            return None
        path = addresses.relative_address(
            target, source=addresses.HOME, directory_addresses=self.directory_addresses
        ).removeprefix("./")
        return f"{self.site_address.removesuffix('/')}/{path}"

    def address_from(self, source: str) -> Callable[[str], str]:
        """Give what makes the addresses of links that stand on a source page."""
        return partial(addresses.relative_address, source=source, directory_addresses=self.directory_addresses)

    def edit_address(self, path: str) -> str:
        """Give the address where a file of the repository can be edited, or nothing without a repository."""
        if not self.repository:
            return ""
        base = self.repository.removesuffix("/").removesuffix(".git")
        if "{path}" in base:
            return base.replace("{path}", path)
        # GitLab keeps its own pages behind /-/ so that they cannot clash with a project's name.
        between = "/-/edit/main/" if self._is_on("gitlab") else "/edit/main/"
        return f"{base}{between}{path}"

    def new_address(self) -> str:
        """Give the address where a new practice can be put in the repository, with `{id}` where its id goes.

        Nothing without a repository, or on a host of which only the editor is known.
        """
        base = self.repository.removesuffix("/").removesuffix(".git")
        if self._is_on("gitlab"):
            return f"{base}/-/new/main?file_name=practices%2F{{id}}.yml"
        if self.new_address_takes_text:
            return f"{base}/new/main?filename=practices%2F{{id}}.yml"
        return ""

    @property
    def new_address_takes_text(self) -> bool:
        """Whether the text of a new practice can go along in that address; GitHub takes it, as `value`."""
        return self._is_on("github")

    def _is_on(self, host: str) -> bool:
        return "{path}" not in self.repository and host in (urlsplit(self.repository).hostname or "")


def _is_web_address(setting: object) -> bool:
    try:
        parts = urlsplit(setting) if isinstance(setting, str) else None
    except ValueError:
        return False
    return parts is not None and parts.scheme in {"http", "https"} and bool(parts.hostname)
