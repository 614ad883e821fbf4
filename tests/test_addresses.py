from __future__ import annotations

import pytest

from hooks.addresses import relative_address
from hooks.site_settings import InvalidSettingError, SiteSettings


@pytest.mark.parametrize(
    ("source", "target", "folders", "files"),
    [
        ("index.md", "praktijken/index.md", "praktijken/", "praktijken/index.html"),
        ("praktijken/index.md", "index.md", "../", "../index.html"),
        ("praktijken/index.md", "praktijken/a.md", "a/", "a.html"),
        ("praktijken/a.md", "praktijken/b.md", "../b/", "b.html"),
        ("praktijken/a.md", "praktijken/index.md", "../", "index.html"),
        ("praktijken/a.md", "dimensies/gezondheid.md", "../../dimensies/gezondheid/", "../dimensies/gezondheid.html"),
        ("praktijken/a.md", "over.md#zekerheid", "../../over/#zekerheid", "../over.html#zekerheid"),
        ("index.md", "index.md", "./", "index.html"),
    ],
)
def test_links_between_pages(source, target, folders, files):
    assert relative_address(target, source=source, directory_addresses=True) == folders
    assert relative_address(target, source=source, directory_addresses=False) == files


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("", ""),
        ("https://github.com/a/b", "https://github.com/a/b/edit/main/practices/x.yml"),
        ("https://github.com/a/b.git", "https://github.com/a/b/edit/main/practices/x.yml"),
        ("https://codeberg.org/a/b/_edit/main/{path}", "https://codeberg.org/a/b/_edit/main/practices/x.yml"),
        ("https://gitlab.com/a/b/", "https://gitlab.com/a/b/-/edit/main/practices/x.yml"),
    ],
)
def test_where_a_record_is_edited(repository, address):
    assert SiteSettings(repository).edit_address("practices/x.yml") == address


@pytest.mark.parametrize("setting", ["javascript:alert(1)", "github.com/a/b", "https://[::1", 5, True, ["a"]])
def test_a_repository_must_be_a_web_address(setting):
    with pytest.raises(InvalidSettingError, match="is geen webadres; schrijf https"):
        SiteSettings(setting)
