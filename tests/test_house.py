"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from schema import follow_up, known_terms, practice, terms
from schema.known_terms import NEEDED
from schema.record import Record
from tests.conftest import ROOT

SCHEMA = sorted((ROOT / "schema").glob("*.py"))
HOOKS = sorted((ROOT / "hooks").glob("*.py"))
MARKUP = re.compile(r"</?[a-zA-Z][^>]*>")


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


@pytest.mark.parametrize("path", SCHEMA, ids=lambda path: path.name)
def test_the_domain_knows_no_site_generator_and_no_templates(path):
    assert not imported(path) & {"mkdocs", "material", "jinja2", "markupsafe", "hooks"}


def test_the_domain_loads_none_of_them_either():
    code = "import sys, schema.cli; print(sorted({'mkdocs', 'material', 'jinja2', 'markupsafe'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize("path", HOOKS, ids=lambda path: path.name)
def test_only_the_events_know_mkdocs(path):
    assert ("mkdocs" in imported(path)) == (path.name == "mkdocs_events.py")


@pytest.mark.parametrize("path", HOOKS, ids=lambda path: path.name)
def test_no_hook_module_hides_a_module_of_the_same_name(path):
    # While MkDocs loads a hook, the hook's folder comes first on the path.
    if path.stem == "__init__":
        return
    found = importlib.util.find_spec(path.stem)
    assert found is None, f"hooks/{path.name} would hide {found.origin}"


@pytest.mark.parametrize("path", SCHEMA + HOOKS, ids=lambda path: path.name)
def test_markup_lives_in_templates(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    found = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
        and MARKUP.search(node.value)
    ]
    assert found == []


@pytest.mark.parametrize("path", sorted((ROOT / "hooks" / "templates").glob("*.j2")), ids=lambda path: path.name)
def test_templates_never_switch_escaping_off(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape\s+false", text)
    assert not re.search(r"\sstyle=|\son[a-z]+=", text), "a strict Content-Security-Policy forbids these"


@pytest.mark.parametrize("path", SCHEMA + HOOKS, ids=lambda path: path.name)
def test_functions_and_modules_stay_small(path):
    text = path.read_text(encoding="utf-8")
    long = [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 45
    ]
    assert long == []
    assert len(text.splitlines()) <= 450


def test_dimensions_have_an_icon_and_colours(vocabularies):
    styles = (ROOT / "docs" / "assets" / "styles" / "elk-kind-telt.css").read_text(encoding="utf-8")
    for dimension in vocabularies["dimensies"].terms:
        assert (ROOT / "hooks" / "templates" / "icons" / f"{dimension.id}.svg").exists()
        assert f".ekt-dim--{dimension.id} " in styles


def test_the_code_names_only_terms_that_exist(vocabularies):
    for name, ids in NEEDED.items():
        assert all(term_id in vocabularies[name] for term_id in ids)
    told = {value for name, value in vars(known_terms).items() if name.isupper() and isinstance(value, str)}
    assert told == {term_id for ids in NEEDED.values() for term_id in ids}


def test_every_field_has_a_label_and_a_help_text():
    for model in {**vars(practice), **vars(follow_up)}.values():
        if isinstance(model, type) and issubclass(model, Record) and model.__module__ != terms.__name__:
            for name, info in model.model_fields.items():
                assert info.title, f"{model.__name__}.{name}"
                assert info.description, f"{model.__name__}.{name}"
                assert info.alias, f"{model.__name__}.{name}"
                assert info.alias.isascii(), f"{model.__name__}.{name}"
