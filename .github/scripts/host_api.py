"""Ask a git host something over its API, with nothing but the standard library."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from typing import Any

_SECONDS = 30
_LARGEST_ANSWER = 20_000_000


class HostError(Exception):
    """The host did not answer as expected; the text says what, in Dutch, and never holds the token."""


@dataclass(frozen=True)
class Host:
    """A git host and the right to speak to it.

    Attributes:
        address: Where its API starts, such as `https://api.github.com`.
        headers: What goes with every question to that address, and nowhere else: the token is in there.
    """

    address: str
    headers: dict[str, str] = field(repr=False)

    def ask(self, path: str, **query: str) -> Any:  # noqa: ANN401 - whatever the host answers
        """Ask for data."""
        address = f"{path}?{urllib.parse.urlencode(query)}" if query else path
        return _data(self._send("GET", address), path)

    def tell(self, method: str, path: str, body: dict[str, str]) -> None:
        """Send data."""
        self._send(method, path, json.dumps(body).encode())

    def fetch(self, path: str, largest: int) -> bytes:
        """Fetch a file.

        Raises:
            HostError: It is larger than `largest` bytes.
        """
        content = self._send("GET", path, largest=largest)
        if len(content) > largest:
            raise HostError(f"{path} is groter dan {largest} bytes")
        return content

    def _send(self, method: str, path: str, body: bytes | None = None, largest: int = _LARGEST_ANSWER) -> bytes:
        request = urllib.request.Request(f"{self.address}{path}", data=body, method=method)  # noqa: S310 - see _opener
        if body is not None:
            request.add_header("Content-Type", "application/json")
        for name, value in self.headers.items():
            # A file comes by way of another server, which has no business with the token.
            request.add_unredirected_header(name, value)
        try:
            with _opener().open(request, timeout=_SECONDS) as answer:
                content = answer.read(largest + 1)
        except urllib.error.HTTPError as error:
            error.close()
            raise HostError(f"{method} {path}: antwoord {error.code}") from None
        except (OSError, http.client.HTTPException) as error:
            raise HostError(f"{method} {path}: {type(error).__name__}") from None
        return bytes(content)


def _opener() -> urllib.request.OpenerDirector:
    """Give what opens web addresses and nothing else: no files, no FTP."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    return opener


def _data(content: bytes, path: str) -> Any:  # noqa: ANN401
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        raise HostError(f"{path}: geen JSON") from None
