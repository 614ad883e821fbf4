"""Why two practices are alike, told in Dutch, such as `Zelfde methode: ruilwinkel; zelfde gemeente: Boom.`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hooks.dutch_text import join_words, lower_first, sentence_case
from schema.known_terms import PREGNANCY
from schema.related import SECTIONS, WORDS

if TYPE_CHECKING:
    from schema.related import Reason
    from schema.vocabulary import Vocabularies

_NAMES = frozenset({"gemeenten", SECTIONS})
"""Lists whose labels keep their capital within a sentence."""


def tell_reasons(reasons: tuple[Reason, ...], vocabularies: Vocabularies) -> str:
    """Write the reasons as one sentence, with the labels of the lists."""
    return f"{sentence_case('; '.join(_tell(reason, vocabularies) for reason in reasons))}."


def _tell(reason: Reason, vocabularies: Vocabularies) -> str:
    if reason.kind == WORDS:
        return f"{'zelfde woord' if len(reason.terms) == 1 else 'zelfde woorden'}: {', '.join(reason.terms)}"
    vocabulary = vocabularies[reason.kind]
    if reason.kind == "leeftijdsgroepen":
        groups = join_words(vocabulary[name].label for name in reason.terms if name != PREGNANCY)
        told = ("tijdens de zwangerschap" if PREGNANCY in reason.terms else "", f"voor {groups}" if groups else "")
        return f"ook {join_words(filter(None, told))}"
    labels = [vocabulary[name].label for name in reason.terms]
    if reason.kind not in _NAMES:
        labels = [lower_first(label) for label in labels]
    # A label with an 'en' of its own would run together with the next.
    told_labels = ", ".join(labels) if any(" en " in label for label in labels) else join_words(labels)
    if reason.kind == SECTIONS:
        return f"ook in het deel {told_labels}"
    return f"zelfde {vocabulary.singular}: {told_labels}"
