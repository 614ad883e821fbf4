"""Fill in a record by questions and answers; where those come from and go to is for the caller to say."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from schema.clean_text import clean_line
from schema.field_examples import example_of, field_at
from schema.known_terms import LEAD, NEWER, STATED
from schema.practice import Practice
from schema.problems import quoted, suggestion
from schema.term_search import meant_by, terms_of

if TYPE_CHECKING:
    from schema.drafts import Draft, Location
    from schema.field_guide import FieldDescription
    from schema.terms import Term

_MOST_SHOWN = 40
"""A longer list is searched by typing; nobody reads it."""
_KEY = re.compile(r"'([a-z_]+)'")
_USUAL = {"zekerheid": STATED, "herkomst": NEWER, "rol": LEAD}
"""What is right in most records, and so can be answered with Enter."""


class Talk(Protocol):
    """Somebody to talk with."""

    def say(self, text: str = "") -> None:
        """Tell something."""

    def ask(self, prompt: str) -> str:
        """Ask something; the answer comes as it was typed."""


class _PointDroppedError(Exception):
    """A point was taken out of its list, so that there is nothing more to ask of it."""


class Interview:
    """Asks for what a draft misses, and for what is wrong in it, until nothing is."""

    def __init__(self, draft: Draft, talk: Talk) -> None:
        self._draft = draft
        self._talk = talk

    def complete(self, within: Location = (), name: str = "") -> None:
        """Ask until there is no fault left.

        Args:
            within: The place to complete; without it the whole record.
            name: The id that the practice gets, once that is known.
        """
        named = {"name": name} if name else {}
        while faults := self._draft.faults(within, **named):
            with suppress(_PointDroppedError):
                self._mend(faults[0][0], faults[0][1])

    def choose_name(self) -> str:
        """Ask under which name to keep the record."""
        suggested = self._draft.suggest_name()
        number = 2
        while self._draft.objection_to(suggested) and number < 100:
            suggested = f"{self._draft.suggest_name()[:77]}-{number}"
            number += 1
        self._talk.say("\nBestandsnaam: kleine letters, cijfers en koppeltekens, met de gemeente erbij.")
        while True:
            name = self._typed(f"  [{suggested}] > ") or suggested
            name = name.removesuffix(".yml")
            if not (objection := self._draft.objection_to(name)):
                return name
            self._refuse(objection)

    def _mend(self, location: Location, message: str) -> None:
        """Ask for what lies at a place where something is wrong or missing."""
        field = field_at(Practice, location)
        there = bool(self._draft.value(location))
        if field is None:
            self._talk.say(f"\n{location[-1] if location else ''}: {message} Ik laat het weg.")
            self._draft.fill_in(location, None)
        elif field.is_list and not isinstance(location[-1], int):
            self._ask_list(location, field, message if there else "")
        elif field.fields:
            self._ask_group(location, field, message if there else "")
        else:
            self._ask_value(location, field, message if there else "")

    def _ask_group(self, location: Location, field: FieldDescription, message: str) -> None:
        """Ask for the fields that a message names or, without one, for all that a group cannot do without."""
        if message:
            self._talk.say(f"\n{field.label}: {message}")
        else:
            self._talk.say(f"\n== {field.label} == {field.help}")
        required = [one for one in field.fields if one.required]
        keys = {one.key for one in field.fields}
        rule = message
        if not required and not keys & set(_KEY.findall(message)):
            rule = next((rule.message for rule in field.group_rules), "")
        named = keys & set(_KEY.findall(rule))
        if rule != message:
            self._talk.say(f"{rule}; met een lege regel sla je iets over")
        # A rule asks for one of its fields: the others need no answer once that is given.
        for part in [one for one in field.fields if one.key in named] or required or field.fields:
            self._ask_part((*location, part.key), part)
            if named and self._draft.value((*location, part.key)) and not self._is_told(location, rule):
                break
        self.complete(location)

    def _ask_part(self, location: Location, field: FieldDescription) -> None:
        if field.is_list:
            self._ask_list(location, field, "")
        elif field.fields:
            self._ask_group(location, field, "")
        else:
            self._ask_value(location, field, "")

    def _ask_list(self, location: Location, field: FieldDescription, message: str) -> None:
        if message:
            self._refuse(message)
        if field.vocabularies:
            self._ask_terms(location, field)
        elif field.fields:
            self._ask_groups(location, field)
        else:
            self._ask_lines(location, field)

    def _ask_groups(self, location: Location, field: FieldDescription) -> None:
        self._draft.fill_in(location, None)
        number = 0
        while number == 0 or self._agrees(f"  Nog een bij {quoted(field.label)}? (j/n) [n] > "):
            self._ask_group((*location, number), field, "")
            number += 1
        self.complete(location)

    def _ask_lines(self, location: Location, field: FieldDescription) -> None:
        self._introduce(field)
        self._talk.say("  Eén punt per keer; een lege regel als je klaar bent.")
        lines: list[str] = []
        while True:
            line = self._typed(f"  {len(lines) + 1} > ")
            if line:
                self._draft.fill_in(location, [*lines, line])
                if self._tell_faults((*location, len(lines))):
                    continue
                lines.append(line)
            else:
                self._draft.fill_in(location, [*lines] or None)
                if not self._tell_faults(location):
                    return

    def _ask_terms(self, location: Location, field: FieldDescription) -> None:
        self._introduce(field)
        terms = self._terms(field)
        shown = self._show(terms)
        self._talk.say("  Meer dan een mag: zet er een komma tussen.")
        chosen: list[str] = []
        while True:
            answer = self._typed(f"  [{', '.join(chosen)}; Enter als je klaar bent] > " if chosen else "  > ")
            if not answer and (chosen or not field.required):
                return
            whole = meant_by(answer, shown, terms)
            found = []
            for part in [answer] if len(whole) == 1 else answer.split(","):
                term, shown = self._one_of(part.strip(), shown, terms)
                found.append(term)
            chosen += [term.id for term in dict.fromkeys(found) if term and term.id not in chosen]
            self._draft.fill_in(location, [*chosen])
            if not self._tell_faults(location) and None not in found and len(terms) <= _MOST_SHOWN:
                return

    def _ask_value(self, location: Location, field: FieldDescription, message: str) -> None:
        self._introduce(field)
        if message:
            self._talk.say(f"  Nu staat er: {quoted(self._draft.value(location))}")
            self._refuse(message if field.required else f"{message}; een lege regel laat het veld weg")
        terms = self._terms(field)
        shown = self._show(terms) if terms else []
        usual = self._usual(field)
        while True:
            answer = self._typed(f"  [{usual}] > " if usual else "  > ") or usual
            if not answer and self._drops_point(location, field):
                return
            if terms and answer:
                found, shown = self._one_of(answer, shown, terms)
                if found is None:
                    continue
                answer = found.id
            self._draft.fill_in(location, answer or None)
            if not self._tell_faults(location):
                return

    def _drops_point(self, location: Location, field: FieldDescription) -> bool:
        """Whether an empty answer takes a point out of its list; a point of several fields goes as a whole."""
        if isinstance(location[-1], int):
            self._draft.drop_item(location)
            return True
        of_a_point = field.required and isinstance(location[-2:][0], int)
        if of_a_point and self._agrees("  Dit punt helemaal weglaten? (j/n) [n] > "):
            self._draft.drop_item(location[:-1])
            raise _PointDroppedError
        return False

    def _one_of(self, answer: str, shown: list[Term], terms: list[Term]) -> tuple[Term | None, list[Term]]:
        """Find the one term that is meant, or show those that can be."""
        if not answer:
            return None, shown
        if answer == "?":
            for term in shown:
                self._talk.say(f"  {term.label}: {term.definition}" if term.definition else f"  {term.label}")
            return None, shown
        found = meant_by(answer, shown, terms)
        if len(found) == 1:
            self._talk.say(f"  Gekozen: {found[0].label}")
            return found[0], terms if len(terms) <= _MOST_SHOWN else []
        if found:
            return None, self._show(found[:_MOST_SHOWN])
        self._refuse(f"{quoted(answer)} staat niet in de lijst.{suggestion(answer, [term.label for term in terms])}")
        return None, shown

    def _show(self, terms: list[Term]) -> list[Term]:
        """Show terms with a number, unless there are too many; gives those that stand on the screen."""
        if len(terms) > _MOST_SHOWN:
            self._talk.say("  Typ een deel van de naam.")
            return []
        for number, term in enumerate(terms, 1):
            self._talk.say(f"  {number:>2}  {term.label}")
        self._talk.say("  Kies een nummer of typ een deel van het woord; ? geeft uitleg.")
        return terms

    def _terms(self, field: FieldDescription) -> list[Term]:
        return terms_of(field, self._draft.vocabularies)

    def _usual(self, field: FieldDescription) -> str:
        if field.kind and field.kind.name == "date":
            return self._draft.today.isoformat()
        return _USUAL.get(field.key, "")

    def _introduce(self, field: FieldDescription) -> None:
        self._talk.say(f"\n{field.label}\n  {field.help}")
        example = None if field.fields or field.vocabularies else example_of(field)
        if example:
            self._talk.say(f"  Bijvoorbeeld: {example[0] if isinstance(example, list) else example}")

    def _tell_faults(self, location: Location) -> bool:
        """Tell what is wrong at a place, and say whether something is."""
        faults = self._draft.faults(location)
        for _, message, _ in faults[:1]:
            self._refuse(message)
        return bool(faults)

    def _is_told(self, location: Location, message: str) -> bool:
        return any(fault[:2] == (location, message) for fault in self._draft.faults(location))

    def _refuse(self, message: str) -> None:
        self._talk.say(f"  ! {message}")

    def _agrees(self, prompt: str) -> bool:
        return self._typed(prompt).casefold() in {"j", "ja", "y", "yes"}

    def _typed(self, prompt: str) -> str:
        return clean_line(self._talk.ask(prompt))
