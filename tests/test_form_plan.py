"""What the form asks, and where a record can go from there."""

from __future__ import annotations

from datetime import date

import pytest

from hooks.form_plan import plan_form
from hooks.site_settings import SiteSettings
from schema.catalogue import Catalogue
from schema.field_guide import describe_fields
from schema.practice import Practice
from schema.vocabulary import load_vocabularies


def test_every_field_of_the_model_stands_in_one_step():
    catalogue = Catalogue((), load_vocabularies(date(2026, 11, 23)))
    content = plan_form(catalogue, SiteSettings()).content
    asked = [field.key for step in (*content.needed, *content.more) for field in step.fields]
    assert sorted(asked) == sorted(field.key for field in describe_fields(Practice))


@pytest.mark.parametrize(
    ("repository", "address", "takes_text"),
    [
        ("", "", False),
        ("https://github.com/n/ekt.git", "https://github.com/n/ekt/new/main?filename=practices%2F{id}.yml", True),
        ("https://gitlab.com/n/ekt/", "https://gitlab.com/n/ekt/-/new/main?file_name=practices%2F{id}.yml", False),
        ("https://codeberg.org/n/ekt/_edit/main/{path}", "", False),
    ],
)
def test_the_repository_says_where_a_new_practice_goes(repository, address, takes_text):
    settings = SiteSettings(repository=repository)
    assert settings.new_address() == address
    assert settings.new_address_takes_text == takes_text
