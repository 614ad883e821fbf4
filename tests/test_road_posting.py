"""The comment is put where it belongs, once, by what GitHub itself says; a stranger's data decide nothing."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from comment_text import MARKER, read_folder
from host_api import HostError
from post_comment import ARTIFACT, main, post_comment
from post_note import post_note
from proposal_data import CHECK_FILE, FILES, LARGEST_FILE, NUMBER_FILE, UnusableDataError

SHA = "a" * 40
DEPOT = "naam/depot"
TOKEN = "geheim-token"  # noqa: S105 - it opens nothing
BOT = "github-actions[bot]"


class FakeHost:
    """A server that answers as a git host does, and remembers what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, object] = {}
        self.asked: list[tuple[str, str, dict[str, str], bytes]] = []
        host = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                host.asked.append((self.command, self.path, dict(self.headers), body))
                found = host.answers.get(f"{self.command} {self.path.partition('?')[0]}")
                if callable(found):
                    found = found(self.path)
                if isinstance(found, str):
                    self.send_response(302)
                    self.send_header("Location", found)
                    self.end_headers()
                    return
                content = found if isinstance(found, bytes) else json.dumps(found).encode()
                self.send_response(404 if found is None else 200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PATCH = do_PUT = answer  # noqa: N815 - names of the base class

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def written(self) -> list[tuple[str, str, str]]:
        """Give what it was told to write: how, where, and the text."""
        return [(how, where, json.loads(body)["body"]) for how, where, _, body in self.asked if how != "GET"]

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def fake():
    host = FakeHost()
    yield host
    host.stop()


@pytest.fixture
def storage():
    """Where GitHub keeps files: another server."""
    host = FakeHost()
    yield host
    host.stop()


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return made.getvalue()


def pull(**changed: object) -> dict[str, object]:
    found = {
        "state": "open",
        "head": {"sha": SHA, "repo": {"id": 9}},
        "base": {"repo": {"full_name": DEPOT}},
    }
    return {**found, **changed}


@pytest.fixture
def github(fake, storage):
    """A GitHub with a pull request, number 57, that was checked by run 7."""
    here = f"GET /repos/{DEPOT}"
    fake.answers = {
        f"{here}/actions/runs/7": {
            "event": "pull_request",
            "path": ".github/workflows/voorstel.yml",
            "head_sha": SHA,
            "head_repository": {"id": 9},
        },
        f"{here}/actions/runs/7/artifacts": {
            "artifacts": [{"name": ARTIFACT, "id": 3, "expired": False, "size_in_bytes": 900}]
        },
        f"{here}/actions/artifacts/3/zip": f"{storage.address}/bestand",
        f"{here}/pulls/57": pull(),
        f"{here}/issues/57/comments": [],
        f"POST /repos/{DEPOT}/issues/57/comments": {"id": 1},
        f"PATCH /repos/{DEPOT}/issues/comments/12": {"id": 12},
    }
    storage.answers = {"GET /bestand": zipped(nakijken_json=b'{"problemen": []}', nummer_txt=b"57\n")}
    return fake


def environment(fake: FakeHost, **changed: str) -> dict[str, str]:
    found = {
        "GITHUB_API_URL": fake.address,
        "GITHUB_SERVER_URL": "https://github.example",
        "GITHUB_REPOSITORY": DEPOT,
        "GITHUB_TOKEN": TOKEN,
        "CHECK_RUN": "7",
    }
    return {**found, **changed}


def test_a_comment_is_put_once_and_renewed(github):
    assert post_comment(environment(github)) == "Bij voorstel 57 staat een bericht."
    [(how, where, body)] = github.written()
    assert (how, where) == ("POST", f"/repos/{DEPOT}/issues/57/comments")
    assert body.startswith(MARKER)
    assert "https://github.example/naam/depot/actions/runs/7" in body

    comments = f"GET /repos/{DEPOT}/issues/57/comments"
    stranger = {"id": 11, "user": {"login": "jan"}, "body": f"{MARKER} van mij"}
    github.answers[comments] = [stranger, {"id": 12, "user": {"login": BOT}, "body": f"{MARKER}\noud"}]
    github.asked.clear()
    assert post_comment(environment(github)) == "Het bericht bij voorstel 57 is vernieuwd."
    assert github.written() == [("PATCH", f"/repos/{DEPOT}/issues/comments/12", body)]

    github.answers[comments] = [{"id": 12, "user": {"login": BOT}, "body": body}]
    github.asked.clear()
    assert post_comment(environment(github)) == "Bij voorstel 57 staat dit al."
    assert github.written() == []


def test_an_earlier_comment_is_found_on_a_later_page(github):
    many = [{"id": number, "user": {"login": "jan"}, "body": "ok"} for number in range(100)]
    own = [{"id": 12, "user": {"login": BOT}, "body": MARKER}]
    github.answers[f"GET /repos/{DEPOT}/issues/57/comments"] = lambda path: own if "page=2" in path[-6:] else many
    assert post_comment(environment(github)) == "Het bericht bij voorstel 57 is vernieuwd."


def test_the_token_goes_to_github_alone(github, storage):
    post_comment(environment(github))
    assert all(headers["Authorization"] == f"Bearer {TOKEN}" for _, _, headers, _ in github.asked)
    assert [where for _, where, _, _ in storage.asked] == ["/bestand"]
    assert TOKEN not in str(storage.asked)


@pytest.mark.parametrize(
    "changed",
    [
        {"state": "closed"},
        {"head": {"sha": "b" * 40, "repo": {"id": 9}}},
        {"head": {"sha": SHA, "repo": {"id": 8}}},
        {"head": {"sha": SHA, "repo": None}},
        {"base": {"repo": {"full_name": "iemand/anders"}}},
    ],
    ids=["closed", "another state", "another's copy", "no copy", "another repository"],
)
def test_a_number_counts_only_for_what_was_checked(github, changed):
    github.answers[f"GET /repos/{DEPOT}/pulls/57"] = pull(**changed)
    assert "staat niet (meer)" in post_comment(environment(github))
    assert github.written() == []


def test_a_copy_that_is_gone_is_nobodys(github):
    github.answers[f"GET /repos/{DEPOT}/pulls/57"] = pull(head={"sha": SHA, "repo": None})
    github.answers[f"GET /repos/{DEPOT}/actions/runs/7"] |= {"head_repository": None}
    assert "staat niet (meer)" in post_comment(environment(github))


@pytest.mark.parametrize("number", [b"58", b"57/../58", b"", b"57?x=1", b"99999999"])
def test_another_number_leads_nowhere(github, storage, number):
    storage.answers["GET /bestand"] = zipped(nakijken_json=b"{}", nummer_txt=number)
    with pytest.raises((HostError, UnusableDataError)):
        post_comment(environment(github))
    assert github.written() == []


@pytest.mark.parametrize(
    "changed", [{"event": "push"}, {"path": ".github/workflows/anders.yml"}, {"event": None, "path": None}]
)
def test_another_run_is_refused(github, changed):
    github.answers[f"GET /repos/{DEPOT}/actions/runs/7"] |= changed
    with pytest.raises(UnusableDataError):
        post_comment(environment(github))
    assert len(github.asked) == 1


def bomb() -> bytes:
    return zipped(nakijken_json=b"{}" + b" " * (LARGEST_FILE * 20), nummer_txt=b"57")


def quiet_bomb() -> bytes:
    """A packing that gives all of it at once, however little is asked."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr(CHECK_FILE, b"{}" + b" " * 1000)
        archive.writestr(NUMBER_FILE, b"57")
    return made.getvalue()


def damaged() -> bytes:
    whole = bytearray(zipped(nakijken_json=bytes(range(256)) * 40, nummer_txt=b"57"))
    whole[60:90] = b"\xff" * 30
    return bytes(whole)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        quiet_bomb(),
        damaged(),
        b"PK\x03\x04 geen zip",
        zipped(nakijken_json=b"{", nummer_txt=b"57"),
        zipped(nakijken_json=b"[" * 100_000, nummer_txt=b"57"),
        zipped(),
        bomb(),
        b"\x00" * 3_000_001,
    ],
    ids=["empty", "packed otherwise", "damaged", "no zip", "no json", "deep", "nothing", "bomb", "large"],
)
def test_what_cannot_be_read_is_refused(github, storage, content):
    storage.answers["GET /bestand"] = content
    with pytest.raises((HostError, UnusableDataError)):
        post_comment(environment(github))
    assert github.written() == []


def test_links_in_a_folder_are_not_followed(tmp_path):
    secret = tmp_path / "geheim"
    secret.write_text("NOTE_TOKEN=x", encoding="utf-8")
    folder = tmp_path / "gegevens"
    folder.mkdir()
    (folder / NUMBER_FILE).write_text("57", encoding="utf-8")
    (folder / CHECK_FILE).symlink_to(secret)
    assert read_folder(folder) == {NUMBER_FILE: b"57"}
    link = tmp_path / "link"
    link.symlink_to(folder)
    assert read_folder(link) == {}


def test_files_with_other_names_are_not_read_and_nothing_is_unpacked(github, storage, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in (f"../{CHECK_FILE}", f"/{CHECK_FILE}", "post_comment.py", f"map/{NUMBER_FILE}"):
            archive.writestr(name, "kwaad")
        archive.writestr("groot.bin", b" " * (LARGEST_FILE + 1), zipfile.ZIP_DEFLATED)
        archive.writestr(CHECK_FILE, "{}")
        archive.writestr(NUMBER_FILE, "57")
    storage.answers["GET /bestand"] = made.getvalue()
    assert post_comment(environment(github)) == "Bij voorstel 57 staat een bericht."
    assert list(tmp_path.iterdir()) == []
    assert all("/" not in name for name in FILES)


@pytest.mark.parametrize(
    "artifacts",
    [
        None,
        {},
        {"artifacts": "x"},
        {"artifacts": []},
        {"artifacts": [{"name": ARTIFACT, "id": "3/../4", "expired": False, "size_in_bytes": 1}]},
        {"artifacts": [{"name": ARTIFACT, "id": 3, "expired": True, "size_in_bytes": 1}]},
        {"artifacts": [{"name": "anders", "id": 3, "expired": False, "size_in_bytes": 1}]},
        {"artifacts": [{"name": ARTIFACT, "id": 3, "expired": False, "size_in_bytes": 90_000_000}]},
    ],
)
def test_without_its_artifact_there_is_no_comment(github, storage, artifacts):
    github.answers[f"GET /repos/{DEPOT}/actions/runs/7/artifacts"] = artifacts
    with pytest.raises((HostError, UnusableDataError)):
        post_comment(environment(github))
    assert github.written() == storage.asked == []


def test_the_script_says_what_went_wrong_without_a_traceback_or_the_token(fake, monkeypatch, capsys):
    for name, value in environment(fake).items():
        monkeypatch.setenv(name, value)
    assert main() == 1
    assert capsys.readouterr().out == "Geen bericht: GET /repos/naam/depot/actions/runs/7: antwoord 404.\n"
    fake.stop()
    assert main() == 1
    said = capsys.readouterr().out
    assert said.startswith("Geen bericht: GET ")
    assert TOKEN not in said


def test_a_redirect_leads_to_no_file_of_this_machine(github, tmp_path):
    (tmp_path / "x.zip").write_bytes(zipped(nakijken_json=b"{}", nummer_txt=b"57"))
    github.answers[f"GET /repos/{DEPOT}/actions/artifacts/3/zip"] = (tmp_path / "x.zip").as_uri()
    with pytest.raises(HostError):
        post_comment(environment(github))


def test_gitlab_gets_one_note_that_is_renewed(fake, tmp_path):
    (tmp_path / CHECK_FILE).write_text("{}", encoding="utf-8")
    notes = "/projects/4/merge_requests/57/notes"
    fake.answers = {
        "GET /user": {"id": 5},
        f"GET {notes}": [],
        f"POST {notes}": {"id": 12},
        f"PUT {notes}/12": {"id": 12},
    }
    given = {
        "CI_API_V4_URL": fake.address,
        "CI_PROJECT_ID": "4",
        "CI_MERGE_REQUEST_IID": "57",
        "CI_PIPELINE_URL": "https://gitlab.example/naam/depot/-/pipelines/7",
        "NOTE_TOKEN": TOKEN,
    }
    assert post_note(given, tmp_path) == "Bij voorstel 57 staat een bericht."
    stranger = {"id": 11, "author": {"id": 6}, "body": MARKER}
    fake.answers[f"GET {notes}"] = [stranger, {"id": 12, "author": {"id": 5}, "body": MARKER}]
    assert post_note(given, tmp_path) == "Het bericht bij voorstel 57 is vernieuwd."
    assert [(how, where) for how, where, _ in fake.written()] == [("POST", notes), ("PUT", f"{notes}/12")]
    assert all(headers["Private-Token"] == TOKEN for _, _, headers, _ in fake.asked)
