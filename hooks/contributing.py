"""The guide for editors in CONTRIBUTING.md: `python -m hooks.contributing` makes it again.

The guide has one source, the page Meewerken in docs/, and the fields have one, the model. On a git host people look for
both in CONTRIBUTING.md, so they are put there between marks; what stands outside those is written by hand.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hooks import addresses
from hooks.markdown_prose import lines_outside_fences
from schema.field_guide import FieldDescription, describe_fields
from schema.practice import Practice

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = "CONTRIBUTING.md"
_FIELDS_HEADING = "Elk veld van een fiche"
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(r"(#{2,6}) (.+?) \{:? ?#([\w-]+)\}")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_PRACTICE = re.compile(r"praktijken/([a-z0-9-]+)\.md")
_REQUEST = re.compile(r"\[\[.*\]\]")


class MissingMarkError(Exception):
    """A mark between which a part belongs is not there; the text says which, in Dutch."""


def contributing_text(root: Path) -> str:
    """Give CONTRIBUTING.md as it has to be.

    Args:
        root: The folder of this repository.

    Returns:
        The file as it is, with both parts made again.

    Raises:
        MissingMarkError: The file has no place for a part.
    """
    text = (root / _NAME).read_text(encoding="utf-8")
    text = _put(text, "gids", _guide(root / "docs"))
    return _put(text, "velden", f"## {_FIELDS_HEADING}\n\n" + "\n".join(_field_lines(describe_fields(Practice), 0)))


def _put(text: str, name: str, part: str) -> str:
    between = re.compile(rf"(<!-- {name}: [^\n]* -->\n).*?(<!-- einde {name} -->)", re.DOTALL)
    if not between.search(text):
        raise MissingMarkError(f"{_NAME}: '<!-- {name}: … -->' of '<!-- einde {name} -->' ontbreekt")
    return between.sub(lambda found: f"{found[1]}\n{part.strip()}\n\n{found[2]}", text, count=1)


def _guide(docs: Path) -> str:
    """Turn the page of the site into a text for a git host, which knows no ids of headings and makes no pages."""
    body = _FRONT_MATTER.sub("", (docs / addresses.CONTRIBUTE).read_text(encoding="utf-8"))
    prose = {number: line.rstrip() for number, line in lines_outside_fences(body)}
    anchors = {found[3]: _anchor(found[2]) for line in prose.values() if (found := _HEADING.fullmatch(line))}
    lines = []
    for number, line in enumerate(body.splitlines(), 1):
        if number not in prose:
            lines.append(line)
        elif heading := _HEADING.fullmatch(line):
            lines.append(f"{heading[1]} {heading[2]}")
        elif not line.startswith("# ") and not _REQUEST.fullmatch(line.strip()):
            lines.append(_LINK.sub(lambda found: _link(found[1], found[2], anchors, docs), line))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _link(label: str, target: str, anchors: dict[str, str], docs: Path) -> str:
    """Lead to the file of the repository that a page is made from, where there is one."""
    if target.startswith("#"):
        return f"[{label}](#{anchors.get(target[1:], target[1:])})"
    if practice := _PRACTICE.fullmatch(target):
        return f"[{label}](practices/{practice[1]}.yml)"
    if target == addresses.FIELDS:
        return f"[{label}](#{_anchor(_FIELDS_HEADING)})"
    if ":" in target:
        return f"[{label}]({target})"
    if (docs / target).is_file():
        return f"[{label}](docs/{target})"
    # The site makes this page; where the site stands is not known here.
    return f"**{label}** (op de site: `/{target.removesuffix('.md')}/`)"


def _anchor(heading: str) -> str:
    """Name a heading as git hosts do."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _field_lines(fields: tuple[FieldDescription, ...], depth: int) -> Iterator[str]:
    for field in fields:
        marks = ["verplicht" if field.required else "mag weg"]
        marks += ["lijst"] if field.is_list else []
        marks += [] if getattr(field, "published", True) else ["komt niet op de site"]
        lists = ", ".join(f"[{name}](schema/vocabularies/{name}.yml)" for name in field.vocabularies)
        example = getattr(field, "example", "")
        said = [
            f"**{field.label}** (*{', '.join(marks)}*): {field.help}",
            *([f"Kies uit {lists}."] if lists else []),
            *([f"Zoals: {_as_code(example)}."] if example else []),
        ]
        yield f"{'  ' * depth}- `{field.key}` {' '.join(said)}"
        yield from _field_lines(field.fields, depth + 1)


def _as_code(text: str) -> str:
    line = " ".join(str(text).split())
    return f"`` {line} ``" if "`" in line else f"`{line}`"


def main(arguments: list[str], root: Path) -> int:
    """Make both parts again; with `--check` only say whether that is needed. 1 when it is, or cannot be done."""
    try:
        text = contributing_text(root)
    except MissingMarkError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    path = root / _NAME
    if text == path.read_text(encoding="utf-8"):
        return 0
    if arguments == ["--check"]:
        sys.stderr.write(f"{_NAME} is niet bijgewerkt; draai 'python -m hooks.contributing'\n")
        return 1
    path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path.cwd()))
