"""What the owner of the site can set, and where readers go to improve a record."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


class InvalidSettingError(Exception):
    """A setting in mkdocs.yml that cannot be used; the text says why, in Dutch."""


@dataclass(frozen=True)
class SiteSettings:
    """Settings that pages depend on.

    Attributes:
        repository: The repository's address, such as `https://github.com/naam/elk-kind-telt`; empty when
            there is none.
        directory_addresses: Whether pages are published as folders.
    """

    repository: str = ""
    directory_addresses: bool = True

    def __post_init__(self) -> None:
        parts = urlsplit(self.repository)
        if self.repository and (parts.scheme not in {"http", "https"} or not parts.hostname):
            message = f"mkdocs.yml: 'extra › repository': '{self.repository}' is geen webadres; schrijf https://…"
            raise InvalidSettingError(message)

    def edit_address(self, path: str) -> str:
        """Give the address where a file of the repository can be edited, or nothing without a repository."""
        if not self.repository:
            return ""
        base = self.repository.removesuffix("/").removesuffix(".git")
        # GitLab keeps its own pages behind /-/ so that they cannot clash with a project's name.
        between = "/-/edit/main/" if "gitlab" in (urlsplit(base).hostname or "") else "/edit/main/"
        return f"{base}{between}{path}"
