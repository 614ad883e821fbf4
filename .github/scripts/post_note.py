"""Put what a check found under its merge request on GitLab: one note, renewed at every check.

    python .github/scripts/post_note.py voorstel/gegevens

Which project and which merge request, GitLab itself tells in the environment. Uses only the standard library.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from comment_text import MARKER, comment_of, read_folder
from host_api import Host, HostError
from proposal_data import UnusableDataError, read_proposal

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_PAGES = 30


def post_note(environment: Mapping[str, str], folder: Path) -> str:
    """Note on a merge request.

    Args:
        environment: CI_API_V4_URL, CI_PROJECT_ID, CI_MERGE_REQUEST_IID, CI_PIPELINE_URL and NOTE_TOKEN.
        folder: What the check left behind.

    Returns:
        What was done, in Dutch.

    Raises:
        HostError: GitLab did not answer as expected.
        UnusableDataError: What the check left behind cannot be used.
    """
    host = Host(environment["CI_API_V4_URL"], {"PRIVATE-TOKEN": environment["NOTE_TOKEN"]})
    number = environment["CI_MERGE_REQUEST_IID"]
    notes = f"/projects/{quote(environment['CI_PROJECT_ID'], safe='')}/merge_requests/{quote(number, safe='')}/notes"
    comment = comment_of(read_proposal(read_folder(folder)), environment.get("CI_PIPELINE_URL", ""))
    own = host.ask("/user").get("id")
    for page in range(1, _MOST_PAGES + 1):
        found = host.ask(notes, per_page="100", page=str(page), sort="asc")
        for item in found:
            if item["author"]["id"] == own and item["body"].startswith(MARKER):
                host.tell("PUT", f"{notes}/{int(item['id'])}", {"body": comment})
                return f"Het bericht bij voorstel {number} is vernieuwd."
        if len(found) < 100:
            break
    host.tell("POST", notes, {"body": comment})
    return f"Bij voorstel {number} staat een bericht."


def main(arguments: list[str]) -> int:
    """Note, and say what was done; 1 when that could not be."""
    try:
        said = post_note(os.environ, Path(arguments[0]))
    except (HostError, UnusableDataError) as error:
        sys.stdout.write(f"Geen bericht: {error}.\n")
        return 1
    sys.stdout.write(f"{said}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
