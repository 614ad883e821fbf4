"""Put what a check found under its pull request on GitHub: one comment, renewed at every check.

Runs with the right to write, so it runs none of the proposal's code and believes nothing of what the check left
behind: which run, which repository and which state of the proposal it was, GitHub itself tells; the number that the
check names counts only when GitHub says that this pull request stands at exactly the commit that was checked; and the
words are ours, with what the check found in them as text. Uses only the standard library.
"""

from __future__ import annotations

import io
import os
import sys
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from comment_text import MARKER, comment_of
from host_api import Host, HostError
from proposal_data import FILES, LARGEST_FILE, UnusableDataError, read_number, read_proposal

if TYPE_CHECKING:
    from collections.abc import Mapping

ARTIFACT = "voorstel-gegevens"
"""The name under which the check leaves its data."""

WORKFLOW = ".github/workflows/voorstel.yml"
_LARGEST_ARTIFACT = 3_000_000
_MOST_PAGES = 30
_AUTHOR = "github-actions[bot]"
_UNREADABLE = (zipfile.BadZipFile, zlib.error)


def post_comment(environment: Mapping[str, str]) -> str:
    """Comment on the pull request of a run.

    Args:
        environment: GITHUB_API_URL, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_TOKEN and CHECK_RUN, the run's id.

    Returns:
        What was done, in Dutch.

    Raises:
        HostError: GitHub did not answer as expected.
        UnusableDataError: What the check left behind cannot be used.
    """
    repository = environment["GITHUB_REPOSITORY"]
    run_id = environment["CHECK_RUN"]
    if not run_id.isdigit():
        raise UnusableDataError("CHECK_RUN is geen nummer")
    host = Host(
        environment["GITHUB_API_URL"],
        {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {environment['GITHUB_TOKEN']}",
            "User-Agent": "elk-kind-telt",
            "X-GitHub-Api-Version": "2022-11-28",
        },
    )
    here = f"/repos/{repository}"
    run = host.ask(f"{here}/actions/runs/{run_id}")
    if _at(run, "event") != "pull_request" or str(_at(run, "path")).partition("@")[0] != WORKFLOW:
        raise UnusableDataError("dit is geen controle van een voorstel")
    files = _artifact(host, here, run_id)
    number = read_number(files)
    if not _belongs(host.ask(f"{here}/pulls/{number}"), run, repository):
        return f"Voorstel {number} staat niet (meer) op wat er nagekeken is; er komt geen bericht."
    report = f"{environment['GITHUB_SERVER_URL']}/{repository}/actions/runs/{run_id}"
    return _post(host, here, number, comment_of(read_proposal(files), report))


def _artifact(host: Host, here: str, run_id: str) -> dict[str, bytes]:
    """Fetch what the check left behind: the files that have a name we know, and none that is too large."""
    found = _at(host.ask(f"{here}/actions/runs/{run_id}/artifacts", name=ARTIFACT, per_page="10"), "artifacts")
    usable = [
        item
        for item in (found if isinstance(found, list) else [])
        if _at(item, "name") == ARTIFACT and not _at(item, "expired") and isinstance(_at(item, "id"), int)
    ]
    if not usable:
        raise UnusableDataError("de controle liet niets achter")
    newest = max(usable, key=lambda item: int(item["id"]))
    if not isinstance(size := _at(newest, "size_in_bytes"), int) or size > _LARGEST_ARTIFACT:
        raise UnusableDataError("wat de controle achterliet is te groot")
    return _unzip(host.fetch(f"{here}/actions/artifacts/{newest['id']}/zip", _LARGEST_ARTIFACT))


def _unzip(content: bytes) -> dict[str, bytes]:
    """Read the files we know out of a zip file, in memory; nothing is written anywhere."""
    files = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in FILES:
                if name in archive.namelist():
                    _refuse_a_bomb(archive.getinfo(name))
                    with archive.open(name) as file:
                        # Never more than fits, whatever the zip file says about itself.
                        files[name] = file.read(LARGEST_FILE + 1)
    except (*_UNREADABLE, NotImplementedError, RuntimeError, ValueError, OSError, EOFError) as error:
        raise UnusableDataError("wat de controle achterliet is geen leesbaar zip-bestand") from error
    return files


def _refuse_a_bomb(member: zipfile.ZipInfo) -> None:
    """Take only what is unpacked bit by bit; other ways of packing give all of it at once, however little is asked."""
    usual = member.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
    if not usual or member.file_size > LARGEST_FILE:
        raise UnusableDataError(f"{member.filename} is te groot of vreemd ingepakt")


def _belongs(pull: object, run: object, repository: str) -> bool:
    """Tell whether a pull request is open here and stands at exactly what a run checked."""
    sha = _at(run, "head_sha")
    return (
        _at(pull, "state") == "open"
        and isinstance(sha, str)
        and len(sha) >= 40
        and _at(pull, "head", "sha") == sha
        and isinstance(head := _at(run, "head_repository", "id"), int)
        and _at(pull, "head", "repo", "id") == head
        and _at(pull, "base", "repo", "full_name") == repository
    )


def _post(host: Host, here: str, number: int, comment: str) -> str:
    comments = f"{here}/issues/{number}/comments"
    for page in range(1, _MOST_PAGES + 1):
        found = host.ask(comments, per_page="100", page=str(page))
        items = found if isinstance(found, list) else []
        for item in items:
            body = _at(item, "body")
            # Anybody can type the marker; only this workflow writes as this author.
            if _at(item, "user", "login") == _AUTHOR and isinstance(body, str) and body.startswith(MARKER):
                if body.strip() == comment.strip():
                    return f"Bij voorstel {number} staat dit al."
                host.tell("PATCH", f"{here}/issues/comments/{int(_at(item, 'id'))}", {"body": comment})
                return f"Het bericht bij voorstel {number} is vernieuwd."
        if len(items) < 100:
            break
    host.tell("POST", comments, {"body": comment})
    return f"Bij voorstel {number} staat een bericht."


def _at(data: object, *path: str) -> Any:  # noqa: ANN401 - whatever stands there
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def main() -> int:
    """Comment, and say what was done; 1 when that could not be."""
    try:
        said = post_comment(os.environ)
    except (HostError, UnusableDataError) as error:
        sys.stdout.write(f"Geen bericht: {error}.\n")
        return 1
    sys.stdout.write(f"{said}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
