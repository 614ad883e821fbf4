"""Clean what was typed or pasted, so that equal-looking texts are equal and every reader of YAML reads them alike.

The form on the site cleans in the same way; docs/assets/scripts/record-writer.js holds the same steps.
"""

from __future__ import annotations

import re
import unicodedata

# In this order: line breaks of any kind, spaces of any kind, what nobody can see, NFC, and then white space to spare.
# NFC comes after the removals, because those can bring a letter and its accent together.
_LINE_BREAK = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SPACE = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = "\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_REMOVED = re.compile(f"[{_CONTROL}{_INVISIBLE}\ud800-\udfff]")
# From the first space only, else a long run of spaces is tried again from each of them.
_TRAILING_SPACES = re.compile("(?<! ) +(?=\n|$)")
_EMPTY_LINES = re.compile("\n{3,}")

HIDDEN = re.compile(f"[{_CONTROL}\x85\u2028\u2029{_INVISIBLE}]")
"""A character that readers of YAML treat differently, or that a reader of the page cannot see."""


def clean_text(text: str) -> str:
    """Clean a running text; an empty line between paragraphs stays.

    Args:
        text: What was typed or pasted.

    Returns:
        The text in NFC, its lines divided by LF, without white space around it or at the end of a line, with at most
        one empty line between two others, and without characters that nobody can see.
    """
    text = _SPACE.sub(" ", _LINE_BREAK.sub("\n", text))
    text = unicodedata.normalize("NFC", _REMOVED.sub("", text))
    text = _TRAILING_SPACES.sub("", text)
    return _EMPTY_LINES.sub("\n\n", text).strip(" \n")


def clean_line(text: str) -> str:
    """Clean a text that stands on one line; a line break becomes a space."""
    return clean_text(text).replace("\n", " ")
