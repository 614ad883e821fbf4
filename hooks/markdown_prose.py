"""Tell the running text of Markdown from everything else that stands in it.

What counts as running text is meant to be too little rather than too much: a word that is passed over does no harm,
a word that is taken for text inside code, a link or a tag does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_ONE_LINE = re.compile(r"#|\s{4,}\S|\t|!!!|\?\?\?|===|\[[^\]]+\]:|\*\[")
"""How a heading, code, an admonition or a definition of a link or an abbreviation starts."""
_TO_AN_EMPTY_LINE = re.compile(r"\s{0,3}[>|]|\s{0,3}<(?!!--)")
"""How a quotation, a table or HTML starts."""
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*$|[\s|:-]*-[\s|:-]*\|[\s|:-]*$")
"""The line under a heading, or under the heads of a table."""
_INLINE = re.compile(
    r"[<]!--.*?-->"
    r"|(`+)(?!`).*?(?<!`)\1(?!`)"
    r"|[<](a|abbr|code|kbd|pre|script|style)\b.*?[<]/\2>"
    r"|[<][^>]*>"
    r"|!?\[(?:[^\[\]]|\[[^\]]*\])*\](?:\([^)]*\)|\[[^\]]*\])?"
    r"|\{:?[^}\n]*\}"
    r"|\S+@\S+|https?://\S+|www\.\S+",
    re.DOTALL,
)


def split_prose(text: str) -> Iterator[tuple[str, bool]]:
    """Cut Markdown into pieces that together are the whole text.

    Yields:
        Each piece, and whether it is running text.
    """
    for block, is_text in _blocks(text):
        if not is_text:
            yield block, False
            continue
        done = 0
        for match in _INLINE.finditer(block):
            yield block[done : match.start()], True
            yield match[0], False
            done = match.end()
        yield block[done:], True


def lines_outside_fences(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines that are no fenced code, each with its number, counted from 1."""
    fence = ""
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip(" \t\n`~"):
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            yield number, line


def _blocks(text: str) -> Iterator[tuple[str, bool]]:
    """Join neighbouring lines of the same kind, so that what spans two lines stays together."""
    lines = text.splitlines(keepends=True)
    prose = set(_prose_lines(text))
    block, kind = "", False
    for number, line in enumerate(lines, 1):
        if block and (number in prose) != kind:
            yield block, kind
            block = ""
        kind = number in prose
        block += line
    if block:
        yield block, kind


def _prose_lines(text: str) -> Iterator[int]:
    """Give the numbers of the lines that can hold running text."""
    lines = dict(lines_outside_fences(text))
    skipping = False
    for number, line in lines.items():
        if not line.strip():
            skipping = False
        elif _TO_AN_EMPTY_LINE.match(line) or _UNDERLINE.match(lines.get(number + 1, "")):
            skipping = True
        if not skipping and not _ONE_LINE.match(line):
            yield number
