"""Records made up by the model's own description: good ones, and good ones broken in every way that was thought of.

All of them are data as somebody types them: Dutch keys, and every value a text, with what a keyboard, a word processor
or a web page brings along.
"""

from __future__ import annotations

import copy
import random
from typing import Any

from schema.field_guide import FieldDescription, describe_fields
from schema.practice import Practice
from schema.rules import ExactlyOneOf, NotInTheFuture
from schema.vocabulary import Vocabularies

NASTY = [
    "no", "on", "off", "y", "12:30", "T'ANtWOORD", "'s avonds: thee", 'zeg "dag"', "a: b", "- streepje", "# hekje",
    "a # b", "dun\u2009\u202f\u205fsmal", "null", "~", "yes", "true", "0x1F", "1_000", "012", "1e3", "2012-01-01",
    "{a}", "[b]", "&anker", "*ster",
    "!tag", "| pijp", "> op", "%procent", "@apenstaart", "`tik`", "\\n", "\\", "C:\\map\\", "\"", "''", "?",
    ": ", "a:", "---", "...", "<<", "👶🏽 baby", "👨‍👩‍👧 gezin", "e\u0301e\u0301n", "é", "Cafe\u0301",
    "\u00a0vast\u00a0", "\ttab\tstop", "zach\u00adt", "on\u200bzichtbaar", "\ufeffmerk",
    "\u202eomgekeerd\u202c", "e\u200b\u0301", "fi\ufb01", "½", "€ 5", "a\u0085b", "a\u2028b\u2029c",
    "\u0000nul", "\u001b[31m", "{found}", "{0}", "%s", "$&", "$1", "</script>", "<!--", "∞", "Ⅷ", "ǅ", "ß", "𝒳",
    "\U0001f1e7\U0001f1ea", "\u3000breed", "a\u1680b", "\ud800", "Ω\u2126", "\u212b", "constructor",
    "__proto__", "toString", "\u0344", "\u061cpijl", "\ufffe", "K\u212a",
]  # fmt: skip
WORDS = "ouders kinderen ruilen in de winkel van Boom, elke week; daarna koffie (gratis) en spel. Wie wil, komt mee!"
HOSTS = ["voorbeeld.be", "www.a-b.be", "x.y.z.gent", "xn--caf-dma.be", "café.be", "192.168.10.11", "a_b.be:8080"]
ADDRESSES = ["/", "", "/a_(b)?c=1&d=%20#e", "?x=@y", "#f", "/~naam/é/日本", "/" + "p" * 180]
BAD_ADDRESSES = [
    "www.voorbeeld.be", "ftp://a.be/", "https://", "https://a", "https://a.b", "https://-a.be", "https://a-.be",
    "https://a b.be", "https://a.be/x y", "https://a@b.be/", "https://a.be:65536/", "https://a.be:x/",
    "https:a.be", "//a.be", "https://a..be", "javascript:alert(1)", "https://a.be/<x>", "https://[::1]/",
    "https://a.be./", "https://a.be/\\", 'https://a.be/"', "https://" + "a" * 64 + ".be",
    "https://a.be\u00a0/x", "https://a.be/{x}", "https://“a”.be/", "mailto:a@b.be",
]  # fmt: skip
GOOD_NUMBERS = {
    "number": ["0", "1", "10", "007", "999999999"],
    "year": ["1900", "2012", "2099"],
    "age": ["0", "0.25", "2.5", "3", "03", "17.99", "12.0"],
    "amount": ["0", "25000", "12.50", "012.50", "999999999999.99", "0.01", "00.50"],
    "percentage": ["0", "8.6", "100", "011", "99.99", "100.00"],
}
BAD_NUMBERS = [
    "25.000", "1 000", "25,50", "€ 25", "-1", "+1", "1e3", "٣", "1.", ".5", "0x10", "9999999999999", "100.01",
    "101", "18", "18.01", "19", "99", "0", "0.00", "twaalf", "1.234.567", "12.5%", "1899", "2100", "20120", "²",
]  # fmt: skip
GOOD_DATES = ["2012", "2012-02-29", "1999-12", "2026-11-23", "2026-11", "2026", "2000-02-29", "1900-01-01"]
BAD_DATES = [
    "2026-11-24", "2026-12", "2027", "2099-01-01", "2013-02-29", "1900-02-29", "2012-13", "2012-00",
    "2012-01-00", "2012-04-31", "23/11/2026", "2012-1-1", "20121", "1899", "2100", "2012-01-1",
    "2012-01-01T00:00", "nu", "2012-", "2100-02-29",
]  # fmt: skip
EMPTY = ["", " ", "\n", "\t", "\u00a0", "\u200b", "\ufeff \r\n", "\u00ad"]


NEEDED = (
    ("van", "tot", "zwangerschap"),
    ("gemeenten", "regio"),
    ("begin", "einde"),
    ("titel", "uitgever"),
    ("vindplaats", "url"),
    ("website", "email", "telefoon", "adres"),
    ("berichten", "toelichting"),
)
"""Fields of which a group needs one."""


class Generator:
    """Makes records; the same seed gives the same records."""

    def __init__(self, seed: int, vocabularies: Vocabularies, practice_ids: list[str]) -> None:
        self.random = random.Random(seed)  # noqa: S311 - nothing here is a secret
        self.vocabularies = vocabularies
        self.practice_ids = practice_ids
        self.fields = describe_fields(Practice)

    def good(self, fullest: float = 1) -> dict[str, Any]:
        """Make a record that should be valid, from the least that must be filled in to nearly everything."""
        record = self._group(self.fields, fullness=self.random.choice([0, 0.1, 0.3, 0.6, 1]) * fullest)
        if "deel" in record:
            sections = self.vocabularies["delen"].terms
            fitting = [term.id for term in sections if term.number == record["hoofdstuk"]]
            record["deel"] = self.random.choice(fitting)
        record["toegevoegd"], record["nagekeken"] = sorted(
            self.random.choice(["2026-11-23", "2026-11-01", "2024-02-29", "2012-12-31"]) for _ in range(2)
        )
        return record

    def broken(self) -> dict[str, Any]:
        """Make a record with a few faults; now and then one that is good all the same."""
        record = self.good(fullest=0.4)
        for _ in range(self.random.choice([1, 1, 1, 2, 3, 6])):
            self._break(record, self.fields)
        return record

    def _group(self, fields: tuple[FieldDescription, ...], fullness: float) -> dict[str, Any]:
        group = {
            field.key: self._value(field, fullness)
            for field in fields
            if field.required or self.random.random() < fullness
        }
        self._mend(group, fields)
        return group

    def _mend(self, group: dict[str, Any], fields: tuple[FieldDescription, ...]) -> None:
        """Make a group keep the rules between its fields."""
        by_key = {field.key: field for field in fields}
        if "zekerheid" in group and group["zekerheid"] != "vermeld":
            group["toelichting"] = self._text(by_key["toelichting"])
        if group.get("verband") in {"verwant", "context"}:
            group["waarom"] = self._text(by_key["waarom"])
        if "aandeel" in by_key:
            group.pop(self.random.choice(["bedrag", "aandeel"]), None)
            if "bedrag" not in group and "aandeel" not in group:
                group["bedrag"] = self._scalar(by_key["bedrag"])
        if group.get("zwangerschap") == "false" and self.random.random() < 0.5:
            del group["zwangerschap"]
        if {"van", "tot"} <= group.keys() or group.get("tot", "1").strip("0.") == "":
            group["van"], group["tot"] = self.random.choice(
                [("0", "3"), ("2.5", "2.50"), ("0.25", "18"), ("6", "012"[1:])]
            )
        if {"begin", "einde"} <= group.keys():
            group["begin"], group["einde"] = self.random.choice(
                [("2010", "2012-03"), ("2012", "2012"), ("2014-09", "2014")]
            )
        for keys in NEEDED:
            if set(keys) <= by_key.keys() and not any(group.get(key, "false") != "false" for key in keys):
                key = self.random.choice(keys)
                group[key] = (
                    "3" if key in {"van", "tot"} else "true" if key == "zwangerschap" else self._value(by_key[key], 0.3)
                )

    def _value(self, field: FieldDescription, fullness: float) -> Any:
        if not field.is_list:
            return self._group(field.fields, fullness) if field.fields else self._scalar(field)
        most = min(field.items[1] or 3, self.random.choices([1, 2, 3, 16], [40, 30, 28, 2])[0])
        items = [self._group(field.fields, fullness) if field.fields else self._scalar(field) for _ in range(most)]
        return self._without_repeats(items, field)

    def _without_repeats(self, items: list[Any], field: FieldDescription) -> list[Any]:
        kept: dict[Any, Any] = {}
        key = next((inner.key for inner in field.fields if inner.name == field.unique), "id" if field.fields else "")
        for number, item in enumerate(items):
            kept.setdefault(item.get(key, number) if key else item, item)
        if any(inner.key == "naam" for inner in field.fields):
            for number, item in enumerate(kept.values()):
                item["naam"] = f"{number} {item['naam']}"
        elif not field.fields and field.unique and not field.vocabularies:
            return [f"{number} {item}"[: field.max_length].strip() for number, item in enumerate(kept.values())]
        return list(kept.values())

    def _scalar(self, field: FieldDescription) -> str:  # noqa: PLR0911 - one for each kind
        name = field.kind.name if field.kind else "term"
        if name in GOOD_NUMBERS:
            return self.random.choice(GOOD_NUMBERS[name][:-1] if field.limits[1] else GOOD_NUMBERS[name])
        if name == "term":
            terms = [term.id for name in field.vocabularies for term in self.vocabularies[name].terms]
            never = {rule.value for rule in field.rules if hasattr(rule, "value")}
            return self.random.choice([term for term in terms if term not in never])
        if name == "truth":
            return self.random.choice(["true", "false"])
        if name == "relation":
            return self.random.choice(self.practice_ids)
        if name == "address":
            scheme = self.random.choice(["https://", "http://", "HTTPS://"])
            return scheme + self.random.choice(HOSTS) + self.random.choice(ADDRESSES)
        if name == "email":
            return self.random.choice(["info@ocmw.be", "a.b+c@x-y.gent.be", "é@café.be"])
        if name in {"date", "partialDate"}:
            return self.random.choice([date for date in GOOD_DATES if name == "partialDate" or len(date) == 10])
        return self._text(field)

    def _text(self, field: FieldDescription) -> str:
        """Give a text full of traps that is not too long for its field."""
        several = field.kind.name == "text" if field.kind else False
        glue = self.random.choice(
            [" ", ", ", "  ", "\u00a0", "\t", "\n", "\r\n"] + ["\n\n", "\r\n\r\n\r\n", " \n  "] * several
        )
        pieces = self.random.choices(
            [*NASTY, WORDS, WORDS.split(";", maxsplit=1)[0]], k=self.random.choice([1, 1, 2, 3, 8])
        )
        text = glue.join(["Tekst", *pieces] if self.random.random() < 0.5 else [*pieces, "einde"])
        if self.random.random() < 0.05:
            text = (text + " " + "lange tekst 🎈 " * 400)[: (field.max_length or 100)]
        cut = text[: (field.max_length or 300) - 6]
        return cut.rstrip(". \t\r\n\u00a0\u200b") + "x" if field.kind and field.kind.name == "title" else cut

    def _break(self, group: dict[str, Any], fields: tuple[FieldDescription, ...]) -> None:
        """Put one fault in a group, or in a group within it."""
        field = self.random.choices(fields, weights=[_size(field) for field in fields])[0]
        value = group.get(field.key)
        if field.fields and self.random.random() < 0.8:
            if value is None:
                value = group[field.key] = self._value(field, 0.5)
            inner = value
            if isinstance(value, list) and value:
                inner = self.random.choice(value)
            if isinstance(inner, dict):
                self._break(inner, field.fields)
                return
        fault = self.random.choice(self._faults(field))
        fault(group, field)

    def _faults(self, field: FieldDescription) -> list[Any]:
        faults = [self._drop, self._empty, self._wrong_shape, self._unknown_key]
        if field.is_list:
            faults += [self._repeat, self._too_many, self._empty_item, self._bad_item]
        if not field.fields and not field.is_list:
            faults += [self._bad_scalar] * 5
        if field.fields:
            faults += [self._empty_group]
        if field.fields and field.is_list and self.random.random() < 0.2:
            faults += [self._complete]
        if field.key in {"zekerheid", "verband"}:
            faults += [self._unexplained] * 4
        if any(isinstance(rule, NotInTheFuture) for rule in field.rules):
            faults += [self._later] * 3
        if field.key in {"tot", "nagekeken", "einde", "deel", "toelichting"}:
            faults += [self._out_of_step] * 12
        if any(isinstance(rule, ExactlyOneOf) for rule in field.group_rules):
            faults += [self._both] * 6
        if field.key == "verwant":
            faults += [self._relate] * 8
        return faults

    def _drop(self, group, field):
        group.pop(field.key, None)

    def _empty(self, group, field):
        group[field.key] = self.random.choice([*EMPTY, [], {}, [""], [{}], {"naam": " "}, None])

    def _empty_item(self, group, field):
        items = group.setdefault(field.key, [])
        if isinstance(items, list):
            items.insert(
                self.random.randrange(len(items) + 1), self.random.choice(["", {}, "\u200b", {"rol": "partner"}, []])
            )

    def _empty_group(self, group, field):
        inner = {part.key: "" for part in field.fields}
        group[field.key] = [inner] if field.is_list else inner

    def _wrong_shape(self, group, field):
        group[field.key] = self.random.choice(
            ["tekst", ["tekst"], {"naam": "tekst"}, [["tekst"]], [{"naam": "x"}, "y"], [{"a": ["b"]}]]
        )

    def _unknown_key(self, group, field):
        group[self.random.choice(["idd", "Titel", field.key + "s", "a b", "", "é", "constructor"])] = self._any_text()

    def _any_text(self) -> str:
        return self.random.choice([*NASTY, *EMPTY, "tekst"])

    def _bad_value(self, field: FieldDescription) -> str:  # noqa: PLR0911 - one for each kind
        name = field.kind.name if field.kind else "term"
        texts = [
            *NASTY,
            "eindigt op een punt.",
            "twee\nregels",
            "x" * 400,
            "é" * 281,
            "🎈" * 301,
            "e\u0301" * 300,
            "a b " * 1100,
        ]
        if field.limits != (None, None) and self.random.random() < 0.6:
            return self.random.choice(["18", "18.00", "18.01", "19", "99", "100.01", "101", "999"])
        if name in GOOD_NUMBERS:
            return self.random.choice([*BAD_NUMBERS * 3, *NASTY])
        if name == "title" and self.random.random() < 0.5:
            return self.random.choice(["Eindigt op een punt.", "Einde. \u200b", "Puntjes...", "x" * 121, "Einde.\n"])
        if name in {"date", "partialDate"}:
            return self.random.choice([*BAD_DATES, *GOOD_DATES, *BAD_NUMBERS, *NASTY])
        if name == "address":
            return self.random.choice([*BAD_ADDRESSES, "https://a.be/" + "x" * 2000, *NASTY])
        if name == "email":
            return self.random.choice(
                ["hoek@voorbeeld", "a@b.c", "@b.be", "a b@c.be", "a@-b.be", "x" * 121 + "@a.be", *NASTY]
            )
        if name == "term":
            near = [term.id for vocabulary in field.vocabularies for term in self.vocabularies[vocabulary].terms]
            word = self.random.choice(near)
            return self.random.choice([word + "s", word.upper(), word[:-1], word + " ", "betaler", "Boom", *NASTY])
        if name == "truth":
            return self.random.choice(["ja", "True", "no", "1", "1.000", "true.", "TRUE"])
        return self.random.choice(texts)

    def _bad_scalar(self, group, field):
        group[field.key] = self._bad_value(field)

    def _bad_item(self, group, field):
        items = group.setdefault(field.key, [])
        if isinstance(items, list) and not field.fields:
            items.insert(self.random.randrange(len(items) + 1), self._bad_value(field))

    def _repeat(self, group, field):
        items = group.get(field.key)
        if isinstance(items, list) and items:
            items.append(copy.deepcopy(self.random.choice(items)))

    def _too_many(self, group, field):
        items = group.get(field.key)
        if isinstance(items, list) and items:
            group[field.key] = [copy.deepcopy(items[0]) for _ in range(self.random.choice([4, 100, 101, 105]))]
            if not field.fields and not field.vocabularies and isinstance(items[0], str):
                group[field.key] = [f"{number}" for number in range(len(group[field.key]))]
            elif field.fields:
                group[field.key] = [{"naam": f"{number}"} for number in range(len(group[field.key]))]
            if self.random.random() < 0.5:
                group[field.key][1] = ["geen tekst"]

    def _complete(self, group, field):
        """Fill in the least that must be, a hundred times and more: a list that is too long and otherwise good."""
        group[field.key] = [self._group(field.fields, 0) for _ in range(self.random.choice([100, 101, 103]))]
        if field.unique:
            group[field.key] = self._without_repeats(group[field.key], field)

    def _unexplained(self, group, field):
        group[field.key] = self.random.choice(["afgeleid", "betaler", "verwant", "context"])
        group.pop(self.random.choice(["toelichting", "waarom"]), None)

    def _later(self, group, field):
        group[field.key] = self.random.choice(["2026-11-24", "2027", "2026-12", "2099-12-31"])

    def _out_of_step(self, group, field):
        if field.key == "tot":
            group["van"], group["tot"] = self.random.choice(
                [("6", "3"), ("3.5", "03.25"), ("2", "0"), ("0", "0.00"), ("18", "18")]
            )
        elif field.key == "nagekeken":
            group["toegevoegd"], group["nagekeken"] = self.random.choice(
                [("2026-11-02", "2026-11-01"), ("x", "2012-01-01")]
            )
        elif field.key == "einde":
            group["begin"], group["einde"] = self.random.choice([("2019-03", "2018"), ("2012-03-02", "2012-03-01")])
        elif field.key == "deel":
            group["deel"] = self.random.choice([term.id for term in self.vocabularies["delen"].terms])
        else:
            group.pop("berichten", None)
            group.pop("toelichting", None)

    def _both(self, group, field):
        for item in group.get(field.key) or []:
            if isinstance(item, dict):
                item["bedrag"], item["aandeel"] = self.random.choice([("5", "5"), ("", ""), ("5", "0"), ("0", "")])

    def _relate(self, group, field):
        ids = self.random.choices(
            ["eigen-fiche", "onbekend", *self.practice_ids[:2], " boempatat-boom ", "x" * 301], k=3
        )
        group[field.key] = [{"id": practice_id, "waarom": "Zelfde idee."} for practice_id in ids]


def _size(field: FieldDescription) -> int:
    """Count the fields within a field, so that each is as likely to be broken as any other."""
    return sum(_size(inner) for inner in field.fields) or 1
