"""Look a proposal over: check it, build the site with it, compare that with the site as it is, print what changed.

    python .github/scripts/review_proposal.py --base HEAD^1 --out voorstel

Runs in the folder of the proposal, with no rights but to read. It leaves in the folder `voorstel`: `gegevens/` for the
comment, `site/` to open from a folder, and `afdruk/` with a PDF of each practice that is new or changed.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

from comment_text import comment_of, read_folder
from compare_sites import compare_sites
from print_pages import print_pages
from proposal_data import (
    CHANGES_FILE,
    CHECK_FILE,
    GONE,
    LARGEST_FILE,
    LOG_FILE,
    NUMBER_FILE,
    PRACTICE,
    UnusableDataError,
    read_proposal,
    shortened_check,
    write_changes,
)

_MINUTES = 10


def review(root: Path, base: str, out: Path, number: str = "") -> bool:
    """Look a proposal over.

    Args:
        root: The folder of the proposal, a git repository.
        base: The commit that it changes.
        out: The folder to write to; it is emptied.
        number: The number of the pull request, for the comment.

    Returns:
        Whether the proposal can go on the site.
    """
    shutil.rmtree(out, ignore_errors=True)
    data = out / "gegevens"
    data.mkdir(parents=True)
    (data / NUMBER_FILE).write_text(f"{number}\n", encoding="ascii", errors="replace")
    files = _changed_files(root, base)
    checked = _check(root, data, files)
    built = checked and _build(root, out / "site", data)
    if built:
        _compare(root, base, out, files)
    return built


def _changed_files(root: Path, base: str) -> set[str] | None:
    """Give the files in which a proposal differs from its base, or nothing when git does not tell."""
    command = ["git", "diff", "--name-only", "--no-renames", "-z", "--end-of-options", base]
    result = subprocess.run(command, cwd=root, capture_output=True, check=False, timeout=60)  # noqa: S603 - no shell
    return None if result.returncode else set(result.stdout.decode("utf-8", errors="replace").split("\0")) - {""}


def _check(root: Path, data: Path, files: set[str] | None) -> bool:
    """Check the records: as lines for the host to show beside the files, and as data for the comment."""
    lines = _run([sys.executable, "-m", "schema", "check", "--format", "github"], root)
    sys.stdout.write(lines.stdout)
    found = _run([sys.executable, "-m", "schema", "check", "--format", "json"], root)
    try:
        (data / CHECK_FILE).write_text(shortened_check(found.stdout, files), encoding="utf-8")
        blocked = read_proposal(read_folder(data)).blocked
    except UnusableDataError:
        # The check itself fell over: what it said goes into the comment.
        (data / CHECK_FILE).write_text("{}", encoding="utf-8")
        return _fail(data, found)
    if found.returncode and not blocked:
        return _fail(data, found)
    return not blocked


def _build(root: Path, site: Path, data: Path) -> bool:
    """Build the site that the proposal makes, in the form that opens from a folder."""
    result = _mkdocs(root, site)
    return _fail(data, result) if result.returncode else True


def _fail(data: Path, result: subprocess.CompletedProcess[str]) -> bool:
    """Keep what a command said, for the comment."""
    said = result.stderr.strip() or result.stdout.strip() or f"gestopt met code {result.returncode}"
    (data / LOG_FILE).write_text(said[-LARGEST_FILE // 4 :], encoding="utf-8")
    sys.stdout.write(f"{said}\n")
    return False


def _compare(root: Path, base: str, out: Path, files: set[str] | None) -> None:
    """Tell what changes on the site; without a site to compare with, nothing is told."""
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder)
        if not _unpack(root, base, old) or _mkdocs(old, old / "site").returncode:
            sys.stdout.write("De site van nu kon niet gebouwd worden; er is niets om mee te vergelijken.\n")
            return
        changes = compare_sites(old / "site", out / "site", _records(files))
    (out / "gegevens" / CHANGES_FILE).write_text(write_changes(changes), encoding="utf-8")
    changed = [page.address for page in changes.pages if page.kind == PRACTICE and page.change != GONE]
    print_pages(out / "site", changed, out / "afdruk")


def _records(files: set[str] | None) -> set[str] | None:
    """Give the ids of the practices among changed files."""
    return None if files is None else {PurePosixPath(name).stem for name in files if name.startswith("practices/")}


def _unpack(root: Path, commit: str, folder: Path) -> bool:
    """Put the files of a commit in a folder."""
    command = ["git", "archive", "--format=tar", "--end-of-options", commit]
    result = subprocess.run(command, cwd=root, capture_output=True, check=False, timeout=_MINUTES * 60)  # noqa: S603 - no shell
    if result.returncode:
        sys.stdout.write(result.stderr.decode("utf-8", errors="replace"))
        return False
    try:
        with tarfile.open(fileobj=io.BytesIO(result.stdout)) as archive:
            archive.extractall(folder, filter="data")
    except (OSError, tarfile.TarError) as error:
        sys.stdout.write(f"{error}\n")
        return False
    return True


def _mkdocs(root: Path, site: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--no-directory-urls",
        "--site-dir",
        str(site.resolve()),
    ]
    return _run(command, root)


def _run(command: list[str], root: Path) -> subprocess.CompletedProcess[str]:
    """Run a command with the code of a folder, not with what is installed."""
    environment = {**os.environ, "PYTHONPATH": str(root.resolve()), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    try:
        return subprocess.run(  # noqa: S603 - no shell reads it
            command,
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=_MINUTES * 60,
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", f"Dit duurde langer dan {_MINUTES} minuten.")


def main(arguments: list[str] | None = None) -> int:
    """Look over the proposal in this folder; 1 when it cannot go on the site."""
    parser = argparse.ArgumentParser(description="Kijk een voorstel na.")
    parser.add_argument("--base", required=True, help="de commit waarop het voorstel voortbouwt")
    parser.add_argument("--out", type=Path, default=Path("voorstel"), help="de map voor wat het oplevert")
    parser.add_argument("--report", default="", help="het adres van het verslag van deze controle")
    options = parser.parse_args(arguments)
    good = review(Path.cwd(), options.base, options.out, os.environ.get("PROPOSAL_NUMBER", ""))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(comment_of(read_proposal(read_folder(options.out / "gegevens")), options.report))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
