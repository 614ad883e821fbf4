"""The road of a proposal: workflows that give away no rights, forms that the host takes, and a proposal looked over."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from comment_text import LIMIT, MARKER, read_folder
from pypdf import PdfReader

from tests.conftest import MINIMAL, ROOT

GITHUB = ROOT / ".github"
SCRIPTS = GITHUB / "scripts"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = [GITHUB / "ISSUE_TEMPLATE" / f"{name}.yml" for name in ("praktijk-voorstellen", "fout-melden")]
PINNED = re.compile(r"^\s*(?:- )?uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
MAY_WRITE = {"bericht.yml": {"pull-requests"}, "publiceren.yml": {"pages", "id-token"}}


def tool(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment."""
    program = shutil.which(command[0], path=str(Path(sys.executable).parent))
    assert program, f"{command[0]} ontbreekt; draai 'make test'"
    return subprocess.run([program, *command[1:]], capture_output=True, text=True, encoding="utf-8", check=False)


def faults(text: str, name: str) -> list[str]:
    """Name what this house does not allow in a workflow."""
    workflow = yaml.safe_load(text)
    triggers = workflow[True]  # YAML 1.1 reads 'on' as true
    found = []
    if workflow.get("permissions") != {}:
        found.append("rights for all jobs")
    if "concurrency" not in workflow:
        found.append("no concurrency")
    if "pull_request_target" in triggers or "issues" in triggers or "issue_comment" in triggers:
        found.append("a stranger's trigger with rights")
    found += [f"not pinned: {line.strip()}" for line in text.splitlines() if "uses:" in line and not PINNED.match(line)]
    for job in workflow["jobs"].values():
        if "timeout-minutes" not in job:
            found.append("no timeout")
        rights = {right for right, how in job.get("permissions", {}).items() if how == "write"}
        if not rights <= MAY_WRITE.get(name, set()):
            found.append("rights")
        for step in job["steps"]:
            found += step_faults(step, writes=bool(rights))
    return found


def step_faults(step: dict, *, writes: bool) -> list[str]:
    found = []
    if "${{" in str([step.get(name) for name in ("run", "shell", "working-directory")]) + str(
        step.get("with", {}).get("script")
    ):
        found.append("an expression in a shell line")
    action = step.get("uses", "").partition("@")[0]
    if action == "actions/checkout":
        if step["with"].get("persist-credentials") is not False:
            found.append("a token left on disk")
        if "ref" in step["with"] or "repository" in step["with"]:
            found.append("another checkout")
    if writes and (action.startswith("actions/download-artifact") or re.search(r"\b(pip|make)\b", step.get("run", ""))):
        found.append("somebody else's code or files where there are rights")
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_the_workflows_keep_to_the_rules(path):
    text = path.read_text(encoding="utf-8")
    assert faults(text, path.name) == []
    schema = tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(path))
    assert schema.returncode == 0, schema.stdout
    linted = tool("zizmor", "--offline", "--no-progress", "--persona=pedantic", str(path))
    assert linted.returncode == 0, linted.stdout


RUN = "run: .venv/bin/python"
PLANTED = [
    (
        "voorstel.yml",
        RUN,
        'run: echo "${{ github.event.pull_request.title }}" ; .venv/bin/python',
        "an expression in a",
    ),
    ("voorstel.yml", "permissions: {}", "permissions: write-all", "rights for all jobs"),
    ("voorstel.yml", "contents: read", "contents: write", "rights"),
    ("voorstel.yml", "  pull_request:\n", "  pull_request_target:\n", "a stranger's trigger with rights"),
    ("voorstel.yml", "persist-credentials: false", "persist-credentials: true", "a token left on disk"),
    ("voorstel.yml", "    timeout-minutes: 20\n", "", "no timeout"),
    (
        "voorstel.yml",
        "@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",
        "@v6",
        "not pinned: uses: actions/checkout@v6",
    ),
    (
        "bericht.yml",
        "sparse-checkout:",
        "ref: ${{ github.event.workflow_run.head_sha }}\n          sparse-checkout:",
        "another",
    ),
    ("bericht.yml", "run: python3", "run: make build && python3", "somebody else's code"),
    ("publiceren.yml", "pages: write", "contents: write", "rights"),
]


@pytest.mark.parametrize(("name", "old", "new", "fault"), PLANTED)
def test_a_planted_fault_is_seen(name, old, new, fault):
    text = (GITHUB / "workflows" / name).read_text(encoding="utf-8")
    assert old in text
    assert [found for found in faults(text.replace(old, new), name) if found.startswith(fault)]


@pytest.mark.parametrize(("name", "old", "new"), [planted[:3] for planted in PLANTED[:4]])
def test_the_linter_sees_the_worst_of_them_too(name, old, new, tmp_path):
    path = tmp_path / ".github" / "workflows" / name
    path.parent.mkdir(parents=True)
    path.write_text((GITHUB / "workflows" / name).read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert tool("zizmor", "--offline", "--no-progress", "--persona=pedantic", str(path)).returncode != 0


def test_the_workflows_and_their_scripts_agree():
    check = (GITHUB / "workflows" / "voorstel.yml").read_text(encoding="utf-8")
    posting = (SCRIPTS / "post_comment.py").read_text(encoding="utf-8")
    name = yaml.safe_load(check)["name"]
    trigger = yaml.safe_load((GITHUB / "workflows" / "bericht.yml").read_text(encoding="utf-8"))[True]
    assert trigger["workflow_run"]["workflows"] == [name]
    assert 'WORKFLOW = ".github/workflows/voorstel.yml"' in posting
    artifact = re.search(r'ARTIFACT = "(.+)"', posting)[1]
    assert f"name: {artifact}\n" in check


@pytest.mark.parametrize(
    "name", ["post_comment", "post_note", "comment_text", "proposal_data", "safe_markdown", "host_api"]
)
def test_what_has_rights_needs_nothing_but_python(name):
    code = f"import sys; sys.path.insert(0, {str(SCRIPTS)!r}); import {name}; print(*sys.modules)"
    result = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True)
    assert not {"lxml", "yaml", "pydantic", "mkdocs", "schema"} & set(result.stdout.split())


def test_the_scripts_are_small_and_typed():
    for path in SCRIPTS.glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) < 400
    assert tool("mypy", str(SCRIPTS)).returncode == 0


def test_gitlab_reads_its_file_and_expands_nobodys_text():
    path = ROOT / ".gitlab-ci.yml"
    schema = tool(
        "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(path)
    )
    assert schema.returncode == 0, schema.stdout
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))
    lines = [line for job in jobs.values() if isinstance(job, dict) for line in job.get("script", [])]
    used = {name for line in lines for name in re.findall(r"\$\{?(\w+)", line)}
    assert used == {"CI_MERGE_REQUEST_DIFF_BASE_SHA", "CI_DEFAULT_BRANCH"}
    assert all(f'"${name}"' in " ".join(lines) for name in used)
    noting = " ".join(jobs["bericht"]["script"])
    assert "git archive FETCH_HEAD" in noting
    assert not re.search(r"\b(make|pip)\b|(?<!/tmp/hoofdtak/).github/scripts/post", noting)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_the_issue_forms_are_what_the_host_takes(path):
    schema = tool("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", str(path))
    assert schema.returncode == 0, schema.stdout
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    parts = [part for part in form["body"] if part["type"] != "markdown"]
    ids, labels = [part["id"] for part in parts], [part["attributes"]["label"] for part in parts]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)
    assert all(re.fullmatch(r"[\w-]+", part_id, re.ASCII) for part_id in ids)
    for part in parts:
        options = part["attributes"].get("options", [])
        assert len({str(option) for option in options}) == len(options)
        assert all(isinstance(option, str) == (part["type"] == "dropdown") for option in options)


def test_the_schema_of_the_forms_would_see_a_slip(tmp_path):
    text = FORMS[0].read_text(encoding="utf-8")
    for old, new in (("type: input", "type: invoer"), ("      label: Hoe heet de praktijk?\n", ""), ("body:", "lijf:")):
        assert old in text
        (tmp_path / "form.yml").write_text(text.replace(old, new), encoding="utf-8")
        check = tool("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", str(tmp_path / "form.yml"))
        assert check.returncode == 1


def test_the_settings_of_the_issues_are_what_the_host_takes():
    path = GITHUB / "ISSUE_TEMPLATE" / "config.yml"
    assert tool("check-jsonschema", "--builtin-schema", "vendor.github-issue-config", str(path)).returncode == 0


def test_the_form_offers_the_dimensions_of_the_list(vocabularies):
    form = yaml.safe_load(FORMS[0].read_text(encoding="utf-8"))
    dimensions = next(part for part in form["body"] if part.get("id") == "dimensies")
    assert dimensions["attributes"]["options"] == [term.label for term in vocabularies["dimensies"].terms]


def test_the_example_of_the_owners_names_files_that_are_there():
    lines = (GITHUB / "CODEOWNERS.example").read_text(encoding="utf-8").splitlines()
    for pattern in (line.split()[0] for line in lines if line and not line.startswith("#")):
        assert list(ROOT.glob(pattern.strip("/") or "*")), pattern


class Proposal:
    """A made-up repository with a commit on which proposals build."""

    def __init__(self, root: Path) -> None:
        self.root = root
        ignore = shutil.ignore_patterns("__pycache__")
        for name in ("docs", "hooks", "practices", "schema", ".github"):
            shutil.copytree(ROOT / name, root / name, ignore=ignore)
        shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
        self.write("ruilhoek", MINIMAL)
        self.write("speelbus", MINIMAL.replace("Ruilhoek", "Speelbus"))
        self.python("-m", "schema", "format")
        self.git("init", "--quiet")
        self.commit()

    def write(self, name: str, text: str) -> None:
        (self.root / "practices" / f"{name}.yml").write_text(text, encoding="utf-8")

    def git(self, *arguments: str) -> None:
        who = ["-c", "user.name=Proef", "-c", "user.email=proef@voorbeeld.be", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=self.root, check=True, capture_output=True)

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "@jan $(touch geraakt) `touch geraakt`")

    def python(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(self.root), "PYTHONUTF8": "1", **environment},
            check=False,
        )

    def review(self) -> tuple[int, str, dict[str, bytes]]:
        """Look the newest commit over, as the workflow does: the code, the summary, and the data for the comment."""
        self.commit()
        summary = self.root.parent / f"{self.root.name}.md"
        summary.unlink(missing_ok=True)
        script = str(self.root / ".github" / "scripts" / "review_proposal.py")
        given = {"PROPOSAL_NUMBER": "57", "GITHUB_STEP_SUMMARY": str(summary)}
        result = self.python(
            script, "--base", "HEAD^1", "--out", "voorstel", "--report", "https://a.example/7", **given
        )
        assert result.stderr == ""
        assert not list(self.root.rglob("geraakt"))
        said = summary.read_text(encoding="utf-8")
        assert MARKER in said
        assert len(said.encode()) <= LIMIT + 100_000
        return result.returncode, said[said.index(MARKER) :], read_folder(self.root / "voorstel" / "gegevens")


@pytest.fixture
def proposal(tmp_path):
    return Proposal(tmp_path / "depot")


def test_a_proposal_that_is_right(proposal):
    title = '"Ruil" @jan <b>x</b> | `y` ${{ github.token }} $(touch geraakt) [a](https://b.be) #1'
    proposal.write("ruil-vijandig", MINIMAL.replace("titel: Ruilhoek", f"titel: {json.dumps(title)}"))
    proposal.write("speelbus", (MINIMAL.replace("Ruilhoek", "Speelbus").replace("Kom binnen.", "Kom mee naar buiten.")))
    proposal.python("-m", "schema", "format")
    code, said, data = proposal.review()
    assert code == 0, said
    assert "### In orde\n" in said, "no advice about files of others"
    assert "  - nieuw: &quot;Ruil&quot; \\@\u2060jan &lt;b&gt;x&lt;\\/b&gt; \\| \\`y\\` \\$\\{\\{" in said
    assert [line.partition(" – ")[0] for line in said.splitlines() if "verandert: " in line and " – " in line][:1] == [
        "  - verandert: Speelbus"
    ]
    assert "  - verandert: Ruilhoek" not in said
    assert "  - `gemeenten`: " in said
    assert "verwante praktijk" in said
    assert data["nummer.txt"] == b"57\n"
    out = proposal.root / "voorstel"
    assert "Kom mee naar buiten." in (out / "site" / "praktijken" / "speelbus.html").read_text(encoding="utf-8")
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"))):
        pytest.skip("geen browser om mee af te drukken")
    assert sorted(path.name for path in (out / "afdruk").iterdir()) == ["ruil-vijandig.pdf", "speelbus.pdf"]
    assert "Kom mee naar buiten." in PdfReader(out / "afdruk" / "speelbus.pdf").pages[0].extract_text()


def test_a_proposal_with_errors_in_hostile_files(proposal):
    for number, name in enumerate(["$(touch geraakt);@jan", "`touch geraakt` <b>#1", "-rf", "met spatie|pijp"]):
        proposal.write(name, MINIMAL.replace("titel: Ruilhoek", f"titel: Ruilhoek {number}"))
    proposal.write("open", 'titel: "@jan <script>alert(1)</script>\n/close\n')
    proposal.write("diep", "titel: " + "[" * 40_000)
    proposal.write("lang", f"titel: {'x' * 100_000} | `@jan`\nlange_sleutel_{'y' * 900}: ''\n")
    proposal.write("speelbus", MINIMAL.replace("lopend", "'::error::@jan%0A'"))
    code, said, data = proposal.review()
    assert code == 1, said
    assert "### Nog niet in orde: " in said
    assert "practices/speelbus.yml" in said
    assert "- ``practices/`touch geraakt` <b>#1.yml``" in said
    assert "\n/close" not in said
    assert not (proposal.root / "voorstel" / "site").exists()
    assert json.loads(data["nakijken.json"])["telling"]["fouten"] >= 8
    assert "wijzigingen.json" not in data


def test_a_proposal_that_changes_nothing_on_the_site(proposal):
    (proposal.root / "LEESMIJ.md").write_text("# Leesmij\n", encoding="utf-8")
    code, said, data = proposal.review()
    assert code == 0, said
    assert "Geen enkele pagina krijgt een andere tekst." in said
    assert "Verder verandert" not in said
    assert json.loads(data["wijzigingen.json"]) == {"pages": [], "restyled": 0, "other_files": 0}


def test_a_proposal_of_which_the_site_cannot_be_built(proposal):
    (proposal.root / "docs" / "over.md").write_text("# Over\n\n[[tip stap-1]]\n", encoding="utf-8")
    code, said, _ = proposal.review()
    assert code == 1, said
    assert "De site kan zo niet gebouwd worden" in said
    assert "docs/over.md:3:1" in said
    assert "past hier niet" not in said


def test_a_check_that_falls_over_is_told(proposal):
    (proposal.root / "schema" / "cli.py").write_text("raise SystemExit('@jan stuk')\n", encoding="utf-8")
    code, said, data = proposal.review()
    assert code == 1, said
    assert "`@jan stuk`" in said
    assert data["nakijken.json"] == b"{}"
