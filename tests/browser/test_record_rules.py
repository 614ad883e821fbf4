"""The form and the model say the same of a record, and write the same file.

Both carry out one set of declarations. Here a thousand and more made-up records go to both, in a real browser: the
verdict, the fields with a problem, the messages and the bytes of the file are compared.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest
from pydantic import ValidationError

from schema import checks, field_types, messages, rules
from schema.checks import SourceFile, check_together
from schema.field_types import ValidationContext
from schema.form_description import record_data, record_model
from schema.messages import told
from schema.practice import Practice
from schema.record_writer import clean_record, write_record
from schema.records import load_practices
from schema.yaml_nodes import MAX_BYTES, TOO_BIG, read_mapping, to_data
from tests.browser.generated_records import Generator
from tests.conftest import ROOT, TODAY

SCRIPTS = ROOT / "docs" / "assets" / "scripts"
OWN_ID = "eigen-fiche"
GOOD, BROKEN = 300, 1500
BATCH = 100

Place = tuple[str | int, ...]
Told = frozenset[tuple[Place, str]]

# As text there and back: that is many times faster than what the browser's driver makes of nested data.
ASK = """([records, options]) => JSON.stringify(JSON.parse(records).map((record) => {
  const tell = (data) => elkKindTelt.checkRecord(data, options).map(({path, message}) => [path, message]);
  const cleaned = elkKindTelt.cleanRecord(record);
  return {cleaned, text: elkKindTelt.writeRecord(record), told: tell(cleaned), toldAsTyped: tell(record)};
}))"""


@dataclass(frozen=True)
class Answer:
    """What one of the two says of a record."""

    cleaned: dict[str, Any]
    text: str
    told: Told


@pytest.fixture(scope="module")
def practices(vocabularies):
    return load_practices(ROOT / "practices", vocabularies, TODAY)


@pytest.fixture(scope="module")
def records(vocabularies, practices):
    generator = Generator(23, vocabularies, [practice.id for practice in practices])
    return [generator.good() for _ in range(GOOD)] + [generator.broken() for _ in range(BROKEN)]


@pytest.fixture(scope="module")
def of_model(records, vocabularies, practices):
    """What the model says, without the suggestions that the form leaves out."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (checks, field_types, messages, rules):
            patch.setattr(module, "suggestion", lambda *_: "")
        patch.setattr(messages, "_MOST", 10_000)
        ids = {practice.id for practice in practices} | {OWN_ID}
        return [ask_model(record, vocabularies, ids) for record in records]


def ask_model(record: dict[str, Any], vocabularies, ids: set[str]) -> Answer:
    text = write_record(record)
    root, problems = read_mapping(text.encode("utf-8"), "x.yml")
    cleaned = clean_record(record)
    if root is None:
        assert len(text.encode("utf-8")) > MAX_BYTES or not cleaned, problems
        found = told_of(cleaned, vocabularies) | ({((), TOO_BIG)} if cleaned else set())
    else:
        assert problems == []
        assert write_record(to_data(root)) == text, "what was written is not what is read"
        related = check_together([SourceFile(OWN_ID, "x.yml", root)], ids, vocabularies["partnertypes"])
        found = told_of(cleaned, vocabularies) | {
            (place_of(problem.field), problem.message) for problem in related if problem.field.startswith("verwant")
        }
        if not found:
            context = ValidationContext(vocabularies, TODAY)
            read, typed = ({**data, "id": OWN_ID} for data in (to_data(root), cleaned))
            assert Practice.model_validate(read, context=context) == Practice.model_validate(typed, context=context)
    return Answer(cleaned, text, found)


def told_of(data: dict[str, Any], vocabularies) -> Told:
    try:
        Practice.model_validate({**data, "id": OWN_ID}, context=ValidationContext(vocabularies, TODAY))
    except ValidationError as error:
        return frozenset((location, message) for location, message, _ in told(error, Practice))
    return frozenset()


def place_of(field: str) -> Place:
    key, _, inner = field.partition(" › ")
    name, number = key.split()
    return (name, int(number) - 1, inner)


class Form:
    """The scripts of the form in a page of a browser."""

    def __init__(self, page, model: dict[str, object], ids: list[str]) -> None:
        self._page = page
        self._model = json.dumps(model)
        self._options = {"today": TODAY.isoformat(), "ids": ids, "id": OWN_ID}
        page.goto("about:blank")
        self.reset()
        page.add_script_tag(path=SCRIPTS / "record-writer.js")
        page.add_script_tag(path=SCRIPTS / "record-check.js")

    def reset(self, fault: str = "") -> None:
        """Give the page the description of the record, with a fault in it when one is asked for."""
        each = "const each = (fields, change) => fields.forEach((f) => { change(f); each(f.fields, change); });"
        keep = "(window.elkKindTelt ??= {}).recordModel = model"
        self._page.evaluate(f"text => {{ const model = JSON.parse(text); {each} {fault}; {keep}; }}", self._model)

    def ask(self, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
        answers: list[dict[str, Any]] = []
        for start in range(0, len(records), BATCH):
            batch = json.dumps(records[start : start + BATCH])
            answers += json.loads(self._page.evaluate(ASK, [batch, self._options]))
        return answers


@pytest.fixture(scope="module")
def form(browser, vocabularies, practices):
    page = browser.new_page()
    yield Form(page, record_model(vocabularies), [practice.id for practice in practices])
    page.close()


@pytest.fixture(scope="module")
def answers(form, records):
    """What the form says of every record."""
    form.reset()
    return form.ask(records)


def told_by(pairs: list[list[Any]]) -> Told:
    return frozenset((tuple(path), message) for path, message in pairs)


def differences(records, of_model, answers) -> list[str]:
    found = []
    for record, model, form in zip(records, of_model, answers, strict=True):
        told = told_by(form["told"])
        if told != model.told:
            only_model, only_form = sorted(map(str, model.told - told)), sorted(map(str, told - model.told))
            found.append(f"enkel model: {only_model}\nenkel formulier: {only_form}\n{str(record)[:300]}")
    return found


def test_the_form_and_the_model_say_the_same(records, of_model, answers):
    assert len(records) >= 1000
    assert differences(records, of_model, answers)[:5] == []
    valid = [answer for answer in of_model if not answer.told]
    assert len(valid) >= GOOD
    assert len(of_model) - len(valid) >= 1000


def test_the_form_and_the_model_write_the_same_bytes(records, of_model, answers):
    for record, model, answer in zip(records, of_model, answers, strict=True):
        assert answer["text"] == model.text, record
        assert answer["cleaned"] == model.cleaned


def test_every_generated_good_record_is_good(of_model):
    assert [answer.told for answer in of_model[:GOOD] if answer.told] == []


def test_a_problem_stands_where_it_was_typed(records, answers):
    """An empty row is left out of the file, but the rows after it keep their place on the page."""
    for record, answer in zip(records, answers, strict=True):
        for path, _ in answer["toldAsTyped"]:
            value: Any = record
            for part in path[:-1]:
                value = value[part]
            assert isinstance(path[-1], str) or path[-1] < len(value)
        assert [(words(path), message) for path, message in answer["told"]] == [
            (words(path), message) for path, message in answer["toldAsTyped"]
        ]


def words(path: list[str | int]) -> list[str]:
    return [part for part in path if isinstance(part, str)]


def test_the_records_of_the_site_come_back_as_they_are(practices, form):
    form.reset()
    data = [record_data(practice) for practice in practices]
    for record, answer in zip(data, form.ask(data), strict=True):
        assert answer["told"] == []
        assert answer["cleaned"] == record
        assert answer["text"] == write_record(record)


FAULTS = {
    **{
        rule: f"each(model.fields, (f) => {{ f.rules = f.rules.filter((rule) => rule.rule !== '{rule}'); }})"
        for rule in ("never", "notInTheFuture", "notBefore", "belongsTo")
    },
    **{
        rule: f"each(model.fields, (f) => {{ f.groupRules = f.groupRules?.filter((rule) => rule.rule !== '{rule}'); }})"
        for rule in ("needsOneOf", "exactlyOneOf", "explained", "inOrder")
    },
    "required": "each(model.fields, (f) => { f.required = false; })",
    "the longest text": "each(model.fields, (f) => { if (f.maxLength) f.maxLength += 1; })",
    "the longest list": "each(model.fields, (f) => { if (f.list) f.max += 1; })",
    "the highest number": "each(model.fields, (f) => { if (!f.list) delete f.max; })",
    "the number to stay below": "each(model.fields, (f) => { delete f.below; })",
    "unique": "each(model.fields, (f) => { delete f.unique; })",
    "the calendar": "Object.values(model.kinds).forEach((kind) => { kind.calendar = ''; })",
    "the hint on thousands": "Object.values(model.kinds).forEach((kind) => { kind.digits = false; })",
    "the full stop": "model.kinds.title.checks.pop()",
    "the e-mail address": "model.kinds.email.checks.pop()",
    "the address": "model.kinds.address.checks.pop()",
    "a term": "model.vocabularies.methodes.pop()",
    "the default": "each(model.fields, (f) => { delete f.default; })",
    "relations": "each(model.fields, (f) => { if (f.kind === 'relation') f.kind = 'line'; })",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_comparison_sees_what_the_form_leaves_out(fault, records, of_model, form):
    form.reset(FAULTS[fault])
    assert any(
        differ(records[start : start + BATCH], of_model[start : start + BATCH], form)
        for start in range(GOOD, len(records), BATCH)
    )


def differ(records, of_model, form) -> bool:
    answers = form.ask(records)
    written = any(answer["text"] != model.text for answer, model in zip(answers, of_model, strict=True))
    return written or differences(records, of_model, answers) != []


def test_the_faults_name_every_rule():
    names = {rule.name for kind in (rules.FieldRule, rules.GroupRule) for rule in kind.__subclasses__()}
    assert names <= FAULTS.keys()
