"""`python -m schema check`, as an editor runs it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

from tests.conftest import MINIMAL, ROOT


def run(*arguments: str, cwd=ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "schema", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=cwd, check=False)


def test_the_records_of_this_repository_are_in_order():
    result = run("check")
    number = len(list((ROOT / "practices").glob("*.yml")))
    assert result.returncode == 0, result.stdout
    assert f": {number} praktijken nagekeken." in result.stdout.splitlines()[-1]


def test_problems_are_printed_and_counted(folder):
    (folder / "a.yml").write_text(MINIMAL.replace("lopend", "lopen"), encoding="utf-8")
    (folder / "b.yml").write_text("", encoding="utf-8")
    result = run("check", str(folder))
    assert result.returncode == 1
    lines = result.stdout.splitlines()
    assert lines[0].startswith("practices/a.yml:23:10: 'status › stand': 'lopen' staat niet in de lijst. Bedoelde je")
    assert lines[1] == "practices/b.yml:1:1: het bestand is leeg; het begint met 'titel: …'"
    assert lines[-1] == "2 problemen in 2 bestanden."
    assert result.stderr == ""


def test_the_example_for_contributors_is_a_valid_record(folder):
    guide = (ROOT / "docs" / "meewerken.md").read_text(encoding="utf-8")
    example, addition = re.findall(r"```yaml\n(.*?)```", guide, flags=re.DOTALL)
    text = example.replace("bronnen:\n", f"{addition}bronnen:\n", 1)
    (folder / "voorbeeld.yml").write_text(text, encoding="utf-8")
    checked = run("check", str(folder))
    assert checked.returncode == 0, checked.stdout
    assert "1 praktijk nagekeken" in checked.stdout


def test_an_empty_folder_is_in_order(folder):
    result = run("check", str(folder))
    assert (result.returncode, result.stdout) == (0, "Alles in orde: 0 praktijken nagekeken.\n")


def test_a_folder_that_is_not_there(tmp_path):
    result = run("check", cwd=tmp_path)
    assert result.returncode == 1
    assert "practices:1:1: deze map ontbreekt" in result.stdout


def test_a_terminal_without_utf_8_still_gets_every_line(folder):
    (folder / "b.yml").write_text("", encoding="utf-8")
    command = [sys.executable, "-m", "schema", "check", str(folder)]
    environment = {"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"}
    result = subprocess.run(command, capture_output=True, cwd=ROOT, env=environment, check=False)
    assert result.returncode == 1
    assert b"het bestand is leeg" in result.stdout
    assert result.stderr == b""


def test_a_broken_list_is_told_without_a_traceback(tmp_path):
    shutil.copytree(ROOT / "schema", tmp_path / "schema", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "practices").mkdir()
    (tmp_path / "schema" / "vocabularies" / "rollen.yml").write_text("- rol\n", encoding="utf-8")
    result = run("check", cwd=tmp_path)
    assert result.returncode == 1
    assert result.stdout.startswith("schema/vocabularies/rollen.yml:1:1: het bestand moet uit velden bestaan")
    assert result.stderr == ""
